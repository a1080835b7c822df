// A person's award for a judged input: points, a choice, or a checklist in sum or entry by entry.
import type { Rational } from '../../../number/rational.ts';
import { ZERO, add, compare } from '../../../number/rational.ts';
import type { Figure } from './figure.ts';
import { fraction, stepped } from './figure.ts';
import type { AwardSpec } from './input-spec.ts';
import { readAmount } from './read-figure.ts';
import { truthOf } from './read-words.ts';
import type { Reading } from './reading.ts';
import { entryOf, hasEntries, isObject, wrong } from './reading.ts';

function readPoints(
  value: unknown,
  least: Rational,
  most: Rational,
  path: string,
  reading: Reading,
): Rational | undefined {
  if ((value ?? undefined) === undefined) return undefined;
  const points = readAmount(value, { units: { 分: '1' }, bare: '1' }, path, reading);
  if (points && (compare(points, least) < 0 || compare(points, most) > 0))
    return wrong(path, 'out-of-range', reading);
  return points;
}

// What stays below what needs no reason must give one.
function reasoned(
  given: unknown,
  points: Rational | undefined,
  enough: Rational,
  spec: AwardSpec,
  path: string,
  reading: Reading,
): Figure | undefined {
  // Its entries were looked through: a reason is a text.
  const reason = entryOf(given, 'reason') as string | null | undefined;
  if (points && compare(points, enough) < 0 && !reason?.trim())
    return wrong(path, 'no-reason', reading);
  return points && stepped(points, fraction(spec.step));
}

/** Reads points that a person awards, as steps. */
export function readAward(
  value: unknown,
  spec: AwardSpec,
  path: string,
  reading: Reading,
): Figure | undefined {
  const given = isObject(value) ? value : { award: value };
  if (!hasEntries(given, 'award', ['reason'], path, reading)) return undefined;
  const full = fraction(spec.points);
  const points = readPoints(given['award'], ZERO, full, path, reading);
  return reasoned(given, points, full, spec, path, reading);
}

/** Reads the points of a choice, which may leave a range to the award. */
export function readChoice(
  value: unknown,
  spec: AwardSpec,
  path: string,
  reading: Reading,
): Figure | undefined {
  const { choices = [] } = spec;
  const given = isObject(value) ? value : { choice: value };
  const further = choices.some(({ least }) => least) ? ['award', 'reason'] : ['reason'];
  if (!hasEntries(given, 'choice', further, path, reading)) return undefined;
  const [named, award] = [given['choice'] ?? undefined, entryOf(given, 'award') ?? undefined];
  const choice = choices.find(({ name }) => name === named);
  if (!choice)
    return named === undefined && award === undefined
      ? undefined
      : wrong(path, 'wrong-kind', reading);
  const [most, least] = [fraction(choice.points), fraction(choice.least ?? choice.points)];
  const isOpen = choice.least !== undefined && award === undefined;
  const points = isOpen
    ? undefined
    : award === undefined
      ? most
      : readPoints(award, least, most, path, reading);
  return reasoned(given, points, most, spec, path, reading);
}

/** Reads a checklist, in sum or entry by entry; an entry that is left out leaves the award open. */
export function readChecklist(
  value: unknown,
  spec: AwardSpec,
  path: string,
  reading: Reading,
): Figure | undefined {
  const entries = entryOf(value, 'entries');
  if (entries === undefined) return readAward(value, spec, path, reading);
  if (!hasEntries(value as Record<string, unknown>, 'entries', ['reason'], path, reading))
    return undefined;
  if (entries === null) return undefined;
  if (!isObject(entries)) return wrong(path, 'wrong-kind', reading);
  const { choices = [] } = spec;
  for (const name of Object.keys(entries))
    if (!choices.some((choice) => choice.name === name))
      wrong(`${path}.${name}`, 'unknown-name', reading);
  let sum: Rational | undefined = ZERO;
  for (const { name, points, least } of choices) {
    const place = `${path}.${name}`;
    const given = entryOf(entries, name);
    const full = fraction(points);
    const met = truthOf(given);
    // What is met within a range leaves open how far.
    const figure =
      met === undefined
        ? readPoints(given, ZERO, full, place, reading)
        : [ZERO, least === undefined ? full : undefined][Number(met)];
    if (figure?.n && least && compare(figure, fraction(least)) < 0)
      wrong(place, 'out-of-range', reading);
    sum = sum && figure && add(sum, figure);
  }
  return reasoned(value, sum, fraction(spec.points), spec, path, reading);
}
