// What a department's file says must come out when it is scored: total, grade and single scores,
// each exact or between two limits, perhaps with values of some statuses left out.
import { diagnose } from '../diagnostics/diagnose.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { compare } from '../number/rational.ts';
import type { EvidenceStatus, Expected } from './department.ts';
import type { DocumentNode, DocumentObject, Reading } from './document.ts';
import { entryOf, partName } from './document.ts';
import { readRemark, readStatus } from './evidence.ts';
import { SCORE_NOTATION, LIMITS_MARK, halfWidth } from './figure-notation.ts';
import type { Names } from './names.ts';
import { joinPath } from './names.ts';
import { readFigure } from './read-figure.ts';
import { readGrade } from './read-reported.ts';


/** Two limits, which are the same where one score is expected. */
type Limits = { readonly low: Rational; readonly high: Rational };

/** Reads `expected`: one expectation or a list of them. */
export function readExpected(reading: Reading, node: DocumentNode | undefined, names: Names): Expected[] {
  if (node === undefined || node.kind === 'null') return [];
  const parts =
    node.kind === 'list'
      ? node.entries.map((part, index) => ({ part, name: partName('expected', index) }))
      : [{ part: node, name: 'expected' }];
  return parts.flatMap(({ part, name }) => {
    if (part.kind === 'object') return [readOne(reading, part, name, names)];
    reading.report(diagnose('shape-wrong', part.span, { name, expected: 'entries' }));
    return [];
  });
}

function readOne(reading: Reading, node: DocumentObject, name: string, names: Names): Expected {
  const total = entryOf(node, 'total');
  readRemark(reading, entryOf(node, 'note'), partName(name, 'note'));
  return {
    without: readWithout(reading, entryOf(node, 'without'), partName(name, 'without')),
    total: total && readLimits(reading, total, partName(name, 'total')),
    grades: readGrades(reading, entryOf(node, 'grade'), partName(name, 'grade'), names.grades),
    scores: readScores(reading, entryOf(node, 'scores'), partName(name, 'scores'), names),
    span: node.span,
  };
}

function readWithout(
  reading: Reading,
  node: DocumentNode | undefined,
  name: string,
): readonly EvidenceStatus[] {
  if (node === undefined) return [];
  if (node.kind !== 'list') {
    reading.report(diagnose('shape-wrong', node.span, { name, expected: 'list' }));
    return [];
  }
  return node.entries.flatMap((part, index) => readStatus(reading, part, partName(name, index)) ?? []);
}

function readGrades(
  reading: Reading,
  node: DocumentNode | undefined,
  name: string,
  grades: readonly string[],
): readonly string[] | undefined {
  if (node === undefined) return undefined;
  const parts = node.kind === 'list' ? node.entries : [node];
  return parts.flatMap((part) => readGrade(reading, part, name, grades) ?? []);
}

function readScores(
  reading: Reading,
  node: DocumentNode | undefined,
  name: string,
  names: Names,
): ReadonlyMap<string, Limits> {
  const scores = new Map<string, Limits>();
  if (node === undefined) return scores;
  if (node.kind !== 'object') {
    reading.report(diagnose('shape-wrong', node.span, { name, expected: 'entries' }));
    return scores;
  }
  for (const entry of node.entries.values()) {
    const [place, another] = names.places.get(entry.name) ?? [];
    if (place === undefined || another !== undefined) continue;
    const limits = readLimits(reading, entry.value, partName(name, entry.name));
    const path = joinPath(place.path);
    if (scores.has(path))
      reading.report(diagnose('score-given-twice', entry.nameSpan, { name: entry.name }));
    else if (limits) scores.set(path, limits);
  }
  return scores;
}

const TWO_ENDS = new RegExp(`^(.+?)${LIMITS_MARK}(.+)$`, 'su');

// `96.76`, `96.30..97.30`, or { "low": …, "high": … }.
function readLimits(reading: Reading, node: DocumentNode, name: string): Limits | undefined {
  const ends = endsOf(node);
  if (ends === undefined) return undefined;
  const low = readFigure(reading, ends.low, name, SCORE_NOTATION);
  const high = ends.high === ends.low ? low : readFigure(reading, ends.high, name, SCORE_NOTATION);
  if (low === undefined || high === undefined) return undefined;
  if (compare(low.value, high.value) <= 0) return { low: low.value, high: high.value };
  const facts = { name, low: formatExact(low.value), high: formatExact(high.value) };
  reading.report(diagnose('range-reversed', node.span, facts));
  return undefined;
}

function endsOf(node: DocumentNode): { low: DocumentNode; high: DocumentNode } | undefined {
  if (node.kind === 'object') {
    const low = entryOf(node, 'low');
    const high = entryOf(node, 'high');
    return low && high && { low, high };
  }
  const match = node.kind === 'text' ? TWO_ENDS.exec(halfWidth(node.text)) : null;
  if (match?.[1] === undefined || match[2] === undefined) return { low: node, high: node };
  const { span } = node;
  return { low: { kind: 'text', text: match[1], span }, high: { kind: 'text', text: match[2], span } };
}
