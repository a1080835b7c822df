// What a department's file says must come out when it is scored: total, grade and single scores,
// each exact or between two limits, perhaps with values of some statuses left out.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { EvidenceStatus, Expected } from './department.ts';
import type { DocumentNode, DocumentObject, Reading } from './document.ts';
import { entryOf, partName } from './document.ts';
import { readRemark, readStatus } from './evidence.ts';
import { SCORE_NOTATION } from './figure-notation.ts';
import type { Names } from './names.ts';
import { joinPath } from './names.ts';
import type { Limits } from './read-limits.ts';
import { readLimits } from './read-limits.ts';
import { readExpectedOutputs } from './read-outputs.ts';
import { readGrade } from './read-reported.ts';

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
    total: total && readLimits(reading, total, partName(name, 'total'), SCORE_NOTATION),
    grades: readGrades(reading, entryOf(node, 'grade'), partName(name, 'grade'), names.grades),
    scores: readScores(reading, entryOf(node, 'scores'), partName(name, 'scores'), names),
    outputs: readExpectedOutputs(
      reading,
      entryOf(node, 'outputs'),
      partName(name, 'outputs'),
      names,
    ),
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
    const limits = readLimits(reading, entry.value, partName(name, entry.name), SCORE_NOTATION);
    const path = joinPath(place.path);
    if (scores.has(path))
      reading.report(diagnose('score-given-twice', entry.nameSpan, { name: entry.name }));
    else if (limits) scores.set(path, limits);
  }
  return scores;
}
