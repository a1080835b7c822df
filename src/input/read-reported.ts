// What a department or its assessor published: scores by name, total, grade, and figures that the
// ruleset computes as well. The scores may stand in `scores` or directly beside `total` and `grade`.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Reported, ReportedFigure, ReportedOutput, ReportedScore } from './department.ts';
import type { DocumentEntry, DocumentNode, Reading } from './document.ts';
import { entryOf, partName } from './document.ts';
import { readRemark } from './evidence.ts';
import { SCORE_NOTATION, splitFigure } from './figure-notation.ts';
import { readFigure } from './read-figure.ts';
import { readReportedOutputs } from './read-outputs.ts';
import { readChoice } from './read-value.ts';
import type { FigureSubject, Meanings, Names } from './names.ts';
import { joinPath, reportedPart } from './names.ts';

const NOTHING_REPORTED: Reported = {
  scores: new Map(),
  total: undefined,
  grade: undefined,
  figures: [],
  outputs: [],
};

/** Reads `reported`; names that mean nothing have been reported before and are passed over. */
export function readReported(
  reading: Reading,
  node: DocumentNode | undefined,
  names: Names,
): Reported {
  if (node === undefined || node.kind === 'null') return NOTHING_REPORTED;
  if (node.kind !== 'object') {
    reading.report(diagnose('shape-wrong', node.span, { name: 'reported', expected: 'entries' }));
    return NOTHING_REPORTED;
  }
  const scores = new Map<string, ReportedScore>();
  let total: ReportedScore | undefined;
  let grade: string | undefined;
  let figures: readonly ReportedFigure[] = [];
  let outputs: readonly ReportedOutput[] = [];
  for (const entry of node.entries.values()) {
    const name = partName('reported', entry.name);
    switch (reportedPart(entry.name, names.places)) {
      case 'total':
        if (total !== undefined) sayTwice(reading, entry);
        total = readScore(reading, entry.value, name);
        break;
      case 'grade':
        grade = readGrade(reading, entry.value, name, names.grades) ?? grade;
        break;
      case 'figures':
        figures = readFigures(reading, entry.value, name, names.subjects);
        break;
      case 'outputs':
        outputs = readReportedOutputs(reading, entry.value, name, names);
        break;
      case 'scores':
        readScores(reading, entry.value, name, names, scores);
        break;
      case undefined:
        readPlaced(reading, entry, names, scores);
        break;
    }
  }
  return { scores, total, grade, figures, outputs };
}

function readScores(
  reading: Reading,
  node: DocumentNode,
  name: string,
  names: Names,
  scores: Map<string, ReportedScore>,
): void {
  if (node.kind === 'object')
    for (const entry of node.entries.values()) readPlaced(reading, entry, names, scores);
  else if (node.kind !== 'null')
    reading.report(diagnose('shape-wrong', node.span, { name, expected: 'entries' }));
}

function readPlaced(
  reading: Reading,
  entry: DocumentEntry,
  names: Names,
  scores: Map<string, ReportedScore>,
): void {
  const [place, another] = names.places.get(entry.name) ?? [];
  if (place === undefined || another !== undefined) return;
  const score = readScore(reading, entry.value, partName('reported', entry.name));
  if (score === undefined) return;
  const path = joinPath(place.path);
  if (scores.has(path)) sayTwice(reading, entry);
  else scores.set(path, score);
}

function sayTwice(reading: Reading, entry: DocumentEntry): void {
  reading.report(diagnose('score-given-twice', entry.nameSpan, { name: entry.name }));
}

function readScore(reading: Reading, node: DocumentNode, name: string): ReportedScore | undefined {
  if (node.kind === 'list') {
    reading.report(diagnose('shape-wrong', node.span, { name, expected: 'score' }));
    return undefined;
  }
  const source = readRemark(reading, entryOf(node, 'source'), partName(name, 'source'));
  readRemark(reading, entryOf(node, 'note'), partName(name, 'note'));
  const given = node.kind === 'object' ? statedScore(reading, node, name) : node;
  if (given === undefined) return undefined;
  const { span } = node;
  if (given.kind === 'null') return { score: undefined, text: '', source, span };
  const figure = readFigure(reading, given, name, SCORE_NOTATION);
  if (figure === undefined) return undefined;
  const text = splitFigure(figure.text)?.decimal ?? figure.text;
  return { score: figure.value, text, source, span };
}

function statedScore(reading: Reading, node: DocumentNode, name: string): DocumentNode | undefined {
  const stated = [entryOf(node, 'score'), entryOf(node, 'value')].filter(
    (part) => part !== undefined,
  );
  if (stated.length !== 1) reading.report(diagnose('score-missing', node.span, { name }));
  return stated.length === 1 ? stated[0] : undefined;
}

/** Reads one of the framework's grades, or any text where it declares none. */
export function readGrade(
  reading: Reading,
  node: DocumentNode,
  name: string,
  grades: readonly string[],
): string | undefined {
  if (node.kind === 'null') return undefined;
  return grades.length > 0
    ? readChoice(reading, node, grades, name)
    : readRemark(reading, node, name);
}

function readFigures(
  reading: Reading,
  node: DocumentNode,
  name: string,
  subjects: Meanings<FigureSubject>,
): ReportedFigure[] {
  if (node.kind === 'null') return [];
  if (node.kind !== 'object') {
    reading.report(diagnose('shape-wrong', node.span, { name, expected: 'entries' }));
    return [];
  }
  return [...node.entries.values()].flatMap(({ name: written, value }) => {
    const [subject, another] = subjects.get(written) ?? [];
    if (subject === undefined || another !== undefined) return [];
    const whole = partName(name, written);
    if (value.kind !== 'list') return readPublished(reading, value, whole, subject);
    return value.entries.flatMap((part, index) =>
      readPublished(reading, part, partName(whole, index), subject),
    );
  });
}

function readPublished(
  reading: Reading,
  node: DocumentNode,
  name: string,
  subject: FigureSubject,
): ReportedFigure[] {
  const source = readRemark(reading, entryOf(node, 'source'), partName(name, 'source'));
  readRemark(reading, entryOf(node, 'note'), partName(name, 'note'));
  const given = node.kind === 'object' ? entryOf(node, 'value') : node;
  if (given === undefined || given.kind === 'null') return [];
  const figure = readFigure(reading, given, name, subject.notation);
  if (figure === undefined) return [];
  const { name: of, letId } = subject;
  return [{ name: of, letId, value: figure.value, text: figure.text, source, span: node.span }];
}
