// A person's award for a judged input: points, a choice, or a checklist in sum or entry by entry.
import type { Rational } from '../../../number/rational.ts';
import { ZERO, add, compare } from '../../../number/rational.ts';
import type { Figure } from './figure.ts';
import type { AwardSpec, ChoiceSpec } from './input-spec.ts';
import type { Report } from './read-figure.ts';
import { fraction, inSteps, readAmount } from './read-figure.ts';

/** `yes`, `no`, `是`, `否`, true and false. */
export function truthOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.trim() : '';
  if (word === 'yes' || word === '是') return true;
  return word === 'no' || word === '否' ? false : undefined;
}

/** The value of an entry of a JSON object. */
export function entryOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const STATUSES = ['verified', 'disclosed', 'judged', 'assumed', 'rejected'];
const REMARKS = ['source', 'note', 'reason'];

/** Whether an object has the entries that it must have and no others, and remarks that are texts. */
export function hasEntries(
  given: Record<string, unknown>,
  needed: string,
  further: readonly string[],
  path: string,
  report: Report,
): boolean {
  const wrong = Object.keys(given).find((name) => {
    const value = given[name] ?? undefined;
    if (name === 'status') return value !== undefined && !STATUSES.includes(value as string);
    if (name !== needed && !further.includes(name) && name !== 'source' && name !== 'note')
      return true;
    return REMARKS.includes(name) && value !== undefined && typeof value !== 'string';
  });
  if (wrong !== undefined) report(`${path}.${wrong}`, 'is not what may stand here');
  if (!Object.hasOwn(given, needed)) report(path, `lacks “${needed}”`);
  return wrong === undefined && Object.hasOwn(given, needed);
}

const POINTS = { units: { 分: '1' }, bare: '1' };

function readPoints(
  value: unknown,
  low: Rational,
  high: Rational,
  path: string,
  report: Report,
): Rational | undefined {
  const points = readAmount(value, POINTS, path, report);
  if (points === undefined || (compare(points, low) >= 0 && compare(points, high) <= 0))
    return points;
  report(path, 'is an award outside of what may be given');
  return undefined;
}

type Awarded = readonly [points: Rational | undefined, needsNoReason: Rational];

/** Reads points that a person awards, as steps. */
export function readAward(
  value: unknown,
  spec: AwardSpec,
  path: string,
  report: Report,
): Figure | undefined {
  if (isObject(value) && !hasEntries(value, 'award', ['reason'], path, report)) return undefined;
  const full = fraction(spec.points);
  return reasoned(value, [readPlain(value, full, path, report), full], spec, path, report);
}

/** Reads the points of a choice. */
export function readChosen(
  value: unknown,
  spec: AwardSpec,
  path: string,
  report: Report,
): Figure | undefined {
  return reasoned(value, readChoice(value, spec.choices ?? [], path, report), spec, path, report);
}

/** Reads a checklist, in sum or entry by entry. */
export function readChecklist(
  value: unknown,
  spec: AwardSpec,
  path: string,
  report: Report,
): Figure | undefined {
  const full = fraction(spec.points);
  const entries = entryOf(value, 'entries');
  if (isObject(value)) {
    const needed = entries === undefined ? 'award' : 'entries';
    if (!hasEntries(value, needed, ['reason'], path, report)) return undefined;
  }
  if (entries !== undefined && entries !== null && !isObject(entries)) {
    report(path, 'has entries that are no checklist');
    return undefined;
  }
  const points = isObject(entries)
    ? readEntries(entries, spec.choices ?? [], path, report)
    : readPlain(value, full, path, report);
  return reasoned(value, [points, full], spec, path, report);
}

function readPlain(
  value: unknown,
  full: Rational,
  path: string,
  report: Report,
): Rational | undefined {
  const plain = isObject(value) ? entryOf(value, 'award') : value;
  if (plain === undefined || plain === null) return undefined;
  return readPoints(plain, ZERO, full, path, report);
}

// What stays below the full points needs a reason, except where the choice says it.
function reasoned(
  value: unknown,
  [points, enough]: Awarded,
  spec: AwardSpec,
  path: string,
  report: Report,
): Figure | undefined {
  if (points === undefined) return undefined;
  const reason = entryOf(value, 'reason');
  const explained = typeof reason === 'string' && reason.trim() !== '';
  if (compare(points, enough) >= 0 || explained) return inSteps(points, spec.step);
  report(path, 'is below the full points and needs a reason');
  return undefined;
}

function readChoice(
  value: unknown,
  choices: readonly ChoiceSpec[],
  path: string,
  report: Report,
): Awarded {
  const further = choices.some(({ least }) => least !== undefined)
    ? ['award', 'reason']
    : ['reason'];
  if (isObject(value) && !hasEntries(value, 'choice', further, path, report))
    return [undefined, ZERO];
  const named = isObject(value) ? entryOf(value, 'choice') : value;
  const ranged = choices.some(({ least }) => least !== undefined);
  const given = (ranged ? entryOf(value, 'award') : undefined) ?? undefined;
  if (named === undefined || named === null) {
    if (given !== undefined) report(path, 'lacks its choice');
    return [undefined, ZERO];
  }
  const choice = choices.find(({ name }) => name === named);
  if (choice === undefined) {
    report(path, `is none of ${choices.map(({ name }) => name).join(', ')}`);
    return [undefined, ZERO];
  }
  const most = fraction(choice.points);
  if (given !== undefined)
    return [readPoints(given, fraction(choice.least ?? choice.points), most, path, report), most];
  return [choice.least === undefined ? most : undefined, most];
}

// An entry that is left out, or met within a range, leaves the award open.
function readEntries(
  entries: Record<string, unknown>,
  choices: readonly ChoiceSpec[],
  path: string,
  report: Report,
): Rational | undefined {
  let sum = ZERO;
  let open = false;
  for (const name of Object.keys(entries))
    if (!choices.some((choice) => choice.name === name)) {
      report(`${path}.${name}`, 'is no entry of the checklist');
      return undefined;
    }
  for (const { name, points, least } of choices) {
    const given = entryOf(entries, name) ?? undefined;
    const met = truthOf(given);
    if (given === undefined || (met === true && least !== undefined)) open = true;
    else if (met === true) sum = add(sum, fraction(points));
    else if (met === undefined) {
      const figure = readPoints(given, ZERO, fraction(points), `${path}.${name}`, report);
      if (figure === undefined) return undefined;
      if (figure.n !== 0n && least !== undefined && compare(figure, fraction(least)) < 0) {
        report(`${path}.${name}`, 'is an award outside of what may be given');
        return undefined;
      }
      sum = add(sum, figure);
    }
  }
  return open ? undefined : sum;
}
