// The names by which a department's file may speak of what the framework scores or computes: a name
// where it is unique, otherwise the end of a path, `A / B`. Both tables map what may be written to
// everything it can mean.
import type { Framework, Node } from '../model/framework.ts';
import type { Type } from '../types/type.ts';
import type { Notation } from './figure-notation.ts';
import { derivedNotationOf, notationOf } from './figure-notation.ts';

/** Everything that a written name can mean; more than one is ambiguous. */
export type Meanings<Meaning> = ReadonlyMap<string, readonly Meaning[]>;

/** A group, indicator or item, by its full path. */
export interface ScoredPlace {
  readonly path: readonly string[];
}

/** A numeric input or definition whose published value can be compared. */
export interface FigureSubject {
  readonly path: readonly string[];
  readonly name: string;
  /** The definition's id; undefined for an input. */
  readonly letId: string | undefined;
  readonly notation: Notation;
}

/** An output whose published value can be compared. */
export interface OutputSubject {
  readonly name: string;
  readonly type: Type;
}

/** What the framework calls things, looked up once for any number of departments. */
export interface Names {
  readonly places: Meanings<ScoredPlace>;
  readonly subjects: Meanings<FigureSubject>;
  readonly outputs: ReadonlyMap<string, OutputSubject>;
  readonly grades: readonly string[];
}

export function namesOf(framework: Framework): Names {
  const grades = framework.grades.map((grade) => grade.name);
  const outputs = framework.outputs.map(
    ({ name, value }) => [name, { name, type: value.type }] as const,
  );
  return {
    places: scoredPlaces(framework),
    subjects: figureSubjects(framework),
    outputs: new Map(outputs),
    grades,
  };
}

/** The parts of `reported` that are no scores of a place. */
export type ReportedPart = 'total' | 'grade' | 'figures' | 'outputs' | 'scores';

export const REPORTED_PARTS: ReadonlyMap<string, ReportedPart> = new Map([
  ['total', 'total'],
  ['总分', 'total'],
  ['grade', 'grade'],
  ['等级', 'grade'],
  ['figures', 'figures'],
  ['outputs', 'outputs'],
  ['输出', 'outputs'],
  ['scores', 'scores'],
]);

/** What a name directly in `reported` stands for; a place of the framework goes before a part. */
export function reportedPart(
  name: string,
  places: Meanings<ScoredPlace>,
): ReportedPart | undefined {
  return places.has(name) ? undefined : REPORTED_PARTS.get(name);
}

/** A path as a file writes it. */
export function joinPath(path: readonly string[]): string {
  return path.join(' / ');
}

/** Groups, indicators and items by name and by every ending of their path. */
function scoredPlaces(framework: Framework): Meanings<ScoredPlace> {
  return byEnding(pathsOf(framework.children).map((path) => ({ path })));
}

function pathsOf(nodes: readonly Node[]): (readonly string[])[] {
  return nodes.flatMap((node) => [
    node.path,
    ...(node.kind === 'group'
      ? pathsOf(node.children)
      : node.items.filter((item) => !item.implicit).map((item) => item.path)),
  ]);
}

/** Numeric inputs and definitions by name and by every ending of the path that sees them. */
function figureSubjects(framework: Framework): Meanings<FigureSubject> {
  const subjects: FigureSubject[] = [];
  for (const input of framework.inputs) {
    if (input.kind !== 'value' || input.type.kind !== 'number') continue;
    const { name } = input;
    subjects.push({ path: [name], name, letId: undefined, notation: notationOf(input.type.unit) });
  }
  const outputs = new Set(framework.outputs.map(({ id }) => id));
  for (const { id, name, scope, value } of framework.lets.values()) {
    if (value.type.kind !== 'number' || outputs.has(id)) continue;
    const notation = derivedNotationOf(value.type.unit);
    subjects.push({ path: [...scope, name], name, letId: id, notation });
  }
  return byEnding(subjects);
}

function byEnding<Meaning extends ScoredPlace>(meanings: readonly Meaning[]): Meanings<Meaning> {
  const table = new Map<string, Meaning[]>();
  for (const meaning of meanings)
    for (let start = 0; start < meaning.path.length; start++) {
      const ending = joinPath(meaning.path.slice(start));
      table.set(ending, [...(table.get(ending) ?? []), meaning]);
    }
  // A full path means what stands there, even where another path ends in the same words.
  for (const meaning of meanings) {
    const whole = joinPath(meaning.path);
    const exact = (table.get(whole) ?? []).filter(
      (other) => other.path.length === meaning.path.length,
    );
    if (exact.length === 1) table.set(whole, exact);
  }
  return table;
}

/** The names that mean one thing, with what they mean. */
export function plainMeanings<Meaning>(
  meanings: Meanings<Meaning>,
): (readonly [string, Meaning])[] {
  return [...meanings].flatMap(([name, [first, another]]) =>
    first === undefined || another !== undefined ? [] : [[name, first] as const],
  );
}
