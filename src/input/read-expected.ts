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
interface Limits {
  readonly low: Rational;
  readonly high: Rational;
}

/** Reads `expected`: one expectation or a list of them. */
export function readExpected(
  reading: Reading,
  node: DocumentNode | undefined,
  names: Names,
): Expected[] {
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
  return node.entries.flatMap(
    (part, index) => readStatus(reading, part, partName(name, index)) ?? [],
  );
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
  const [low, high] = ends.map(
    (end) => end && readFigure(reading, end, name, SCORE_NOTATION)?.value,
  );
  if (low === undefined || (ends.length > 1 && high === undefined)) return undefined;
  const limits = { low, high: high ?? low };
  if (compare(limits.low, limits.high) <= 0) return limits;
  const facts = { name, low: formatExact(limits.low), high: formatExact(limits.high) };
  reading.report(diagnose('range-reversed', node.span, facts));
  return undefined;
}

/** Both ends, or the one figure; an end that is missing has been reported before. */
function endsOf(node: DocumentNode): readonly (DocumentNode | undefined)[] {
  if (node.kind === 'object') return [entryOf(node, 'low'), entryOf(node, 'high')];
  const match = node.kind === 'text' ? TWO_ENDS.exec(halfWidth(node.text)) : null;
  const { span } = node;
  if (match?.[1] === undefined || match[2] === undefined) return [node];
  return [match[1], match[2]].map((text) => ({ kind: 'text', text, span }));
}
