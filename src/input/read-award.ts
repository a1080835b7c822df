// A person's award for a judged input: points, a choice, or a checklist in sum or entry by entry.
// Whatever stays below the full points needs a reason, except where the choice itself says it.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Choice, JudgedInput } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { ZERO, compare, sum } from '../number/rational.ts';
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
  if (input.form.kind !== 'choice' && compare(best, input.points) < 0 && !reason?.trim()) {
    const facts = { name: input.name, award: formatExact(best), points: formatExact(input.points) };
    reading.report(diagnose('reason-missing', node.span, facts));
    return undefined;
  }
  return { ...awarded, reason, evidence, span: node.span };
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
      return readTotal(reading, node.kind === 'object' ? entryOf(node, 'award') : node, input);
    case 'choice':
      return readTaken(
        reading,
        node.kind === 'object' ? entryOf(node, 'choice') : node,
        form.choices,
        name,
      );
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

function readTaken(
  reading: Reading,
  node: DocumentNode | undefined,
  choices: readonly Choice[],
  name: string,
): Awarded | undefined {
  if (node === undefined || node.kind === 'null') return undefined;
  const taken = readChoice(
    reading,
    node,
    choices.map((choice) => choice.name),
    name,
  );
  const choice = choices.find((candidate) => candidate.name === taken);
  return choice && { points: point(choice.points), choice: choice.name, entries: NO_ENTRIES };
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

// An entry that is left out is open: the award lies between what is met and what may be.
function readEntries(
  reading: Reading,
  node: DocumentNode,
  declared: readonly Choice[],
  name: string,
): Awarded | undefined {
  const entries = new Map<string, Rational>();
  const open: Rational[] = [];
  let refused = false;
  for (const choice of declared) {
    const given = entryOf(node, choice.name);
    if (given === undefined || given.kind === 'null') {
      open.push(choice.points);
      continue;
    }
    const points = readEntry(reading, given, choice, partName(name, choice.name));
    if (points === undefined) refused = true;
    else entries.set(choice.name, points);
  }
  if (refused || entries.size === 0) return undefined;
  const low = sum([...entries.values()]);
  const points = open.length === 0 ? point(low) : closed(low, sum([low, ...open]));
  return { points, choice: undefined, entries };
}

function readEntry(
  reading: Reading,
  node: DocumentNode,
  choice: Choice,
  name: string,
): Rational | undefined {
  const met = truthOf(node);
  if (met !== undefined) return met ? choice.points : ZERO;
  if (node.kind === 'text' || node.kind === 'number')
    return readPoints(reading, node, name, choice.points);
  reading.report(diagnose('yes-or-no-expected', node.span, { name, text: shown(reading, node) }));
  return undefined;
}
