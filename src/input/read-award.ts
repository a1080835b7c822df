// A person's award for a judged input: points, a choice, or a checklist in sum or entry by entry.
// Whatever stays below the full points needs a reason, except where the choice itself says it.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Choice, JudgedInput } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { ZERO, compare, signOf, sum } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { closed, contains, point } from '../types/range.ts';
import type { GivenAward } from './department.ts';
import type { DocumentNode, Reading } from './document.ts';
import { brief, entryOf, partName, shown } from './document.ts';
import { combineEvidence, readEvidence, readRemark } from './evidence.ts';
import { SCORE_NOTATION } from './figure-notation.ts';
import { readFigure } from './read-figure.ts';
import { readChoice } from './read-value.ts';
import { truthOf } from './word-notation.ts';

/** What was awarded, before its evidence. */
interface Awarded {
  readonly points: Range;
  readonly choice: string | undefined;
  readonly entries: ReadonlyMap<string, Rational>;
  /** What needs no reason; without it, the full points. */
  readonly enough?: Rational;
}

const NO_ENTRIES: ReadonlyMap<string, Rational> = new Map();

/** Reads an award; undefined where it is open or after a report. */
export function readAward(
  reading: Reading,
  node: DocumentNode,
  input: JudgedInput,
): GivenAward | undefined {
  if (node.kind === 'null') return undefined;
  const evidence = combineEvidence([readEvidence(reading, node, input.name)], 'judged');
  const reasonName = partName(input.name, 'reason');
  const reason = readRemark(reading, entryOf(node, 'reason'), reasonName);
  const awarded = readForm(reading, node, input);
  if (awarded === undefined) return undefined;
  const best = awarded.points.high?.value ?? input.points;
  const enough = awarded.enough ?? input.points;
  if (compare(best, enough) < 0 && !reason?.trim()) {
    const facts = { name: input.name, award: formatExact(best), points: formatExact(enough) };
    reading.report(diagnose('reason-missing', node.span, facts));
    return undefined;
  }
  const { points, choice, entries } = awarded;
  return { points, choice, entries, reason, evidence, span: node.span };
}

function readForm(reading: Reading, node: DocumentNode, input: JudgedInput): Awarded | undefined {
  const { form, name } = input;
  if (node.kind === 'list') {
    const expected = form.kind === 'choice' ? 'choice' : 'award';
    reading.report(diagnose('shape-wrong', node.span, { name, expected }));
    return undefined;
  }
  switch (form.kind) {
    case 'free':
    case 'banded':
      return readTotal(reading, node.kind === 'object' ? entryOf(node, 'award') : node, input);
    case 'choice':
      return readTaken(reading, node, form.choices, name);
    case 'checklist':
      return readChecklist(reading, node, form.entries, input);
    default:
      return form satisfies never;
  }
}

function readTotal(
  reading: Reading,
  node: DocumentNode | undefined,
  input: JudgedInput,
): Awarded | undefined {
  const points = node && readPoints(reading, node, input.name, input.points);
  return points && { points: point(points), choice: undefined, entries: NO_ENTRIES };
}

function readPoints(
  reading: Reading,
  node: DocumentNode,
  name: string,
  full: Rational,
): Rational | undefined {
  if (node.kind === 'null') return undefined;
  const figure = readFigure(reading, node, name, SCORE_NOTATION);
  if (figure === undefined || contains(closed(ZERO, full), figure.value)) return figure?.value;
  const facts = { name, text: brief(figure.text), points: formatExact(full) };
  reading.report(diagnose('award-out-of-range', node.span, facts));
  return undefined;
}

// A choice that leaves a range to the assessor is open until the award is given beside it.
function readTaken(
  reading: Reading,
  node: DocumentNode,
  choices: readonly Choice[],
  name: string,
): Awarded | undefined {
  const named = node.kind === 'object' ? entryOf(node, 'choice') : node;
  const ranged = choices.some(({ least }) => least !== undefined);
  const figure = ranged && node.kind === 'object' ? entryOf(node, 'award') : undefined;
  const given = figure === undefined || figure.kind === 'null' ? undefined : figure;
  if (named === undefined || named.kind === 'null') {
    if (given) reading.report(diagnose('choice-missing', given.span, { name }));
    return undefined;
  }
  const taken = readChoice(
    reading,
    named,
    choices.map((choice) => choice.name),
    name,
  );
  const choice = choices.find((candidate) => candidate.name === taken);
  if (choice === undefined) return undefined;
  const { points: most, least = most } = choice;
  const awarded = { choice: choice.name, entries: NO_ENTRIES, enough: most };
  if (given === undefined)
    return { ...awarded, points: choice.least ? closed(least, most) : point(most) };
  const read = readFigure(reading, given, name, SCORE_NOTATION);
  if (read === undefined) return undefined;
  if (contains(closed(least, most), read.value)) return { ...awarded, points: point(read.value) };
  reading.report(
    diagnose('award-outside-choice', given.span, {
      name,
      choice: choice.name,
      text: brief(read.text),
      low: formatExact(least),
      high: formatExact(most),
    }),
  );
  return undefined;
}

function readChecklist(
  reading: Reading,
  node: DocumentNode,
  declared: readonly Choice[],
  input: JudgedInput,
): Awarded | undefined {
  const { name } = input;
  if (node.kind !== 'object') return readTotal(reading, node, input);
  const award = entryOf(node, 'award');
  const entries = entryOf(node, 'entries');
  if (award === undefined && entries === undefined) {
    reading.report(diagnose('award-missing', node.span, { name }));
    return undefined;
  }
  if (award !== undefined && entries !== undefined) {
    reading.report(diagnose('award-given-twice', node.span, { name }));
    return undefined;
  }
  if (entries === undefined) return readTotal(reading, award, input);
  if (entries.kind !== 'object') {
    if (entries.kind !== 'null')
      reading.report(
        diagnose('shape-wrong', entries.span, {
          name: partName(name, 'entries'),
          expected: 'entries',
        }),
      );
    return undefined;
  }
  return readEntries(reading, entries, declared, name);
}

// An entry that is left out is open: the award lies between what is met and what may be. One that is met
// and has a range is open within it.
function readEntries(
  reading: Reading,
  node: DocumentNode,
  declared: readonly Choice[],
  name: string,
): Awarded | undefined {
  const entries = new Map<string, Rational>();
  const open: Rational[] = [];
  const spans: Choice[] = [];
  let refused = false;
  for (const choice of declared) {
    const given = entryOf(node, choice.name);
    if (given === undefined || given.kind === 'null') {
      open.push(choice.points);
      continue;
    }
    const points = readEntry(reading, given, choice, partName(name, choice.name));
    if (points === undefined) refused = true;
    else if (points === 'open') spans.push(choice);
    else entries.set(choice.name, points);
  }
  if (refused || entries.size + spans.length === 0) return undefined;
  const known = sum([...entries.values()]);
  const low = sum([known, ...spans.map(({ least = ZERO }) => least)]);
  const high = sum([known, ...open, ...spans.map((choice) => choice.points)]);
  const points = open.length + spans.length === 0 ? point(low) : closed(low, high);
  return { points, choice: undefined, entries };
}

function readEntry(
  reading: Reading,
  node: DocumentNode,
  choice: Choice,
  name: string,
): Rational | 'open' | undefined {
  const met = truthOf(node);
  if (met === false) return ZERO;
  if (met) return choice.least === undefined ? choice.points : 'open';
  if (node.kind === 'text' || node.kind === 'number') {
    const points = readPoints(reading, node, name, choice.points);
    const { least } = choice;
    if (points === undefined || !least || signOf(points) === 0 || compare(points, least) >= 0)
      return points;
    const facts = { name, low: formatExact(least), high: formatExact(choice.points) };
    reading.report(
      diagnose('award-outside-choice', node.span, {
        ...facts,
        choice: choice.name,
        text: formatExact(points),
      }),
    );
    return undefined;
  }
  reading.report(diagnose('yes-or-no-expected', node.span, { name, text: shown(reading, node) }));
  return undefined;
}
