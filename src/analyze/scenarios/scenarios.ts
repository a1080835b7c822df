// A framework, departments and bounds on points in, what every weighting or a sample of them makes of totals,
// places and grades out. All figures are exact: a weighting is scored as the evaluator scores the ruleset
// with those points written into it.
import type { EvaluateSettings } from '../../evaluate/data.ts';
import type { Department } from '../../input/department.ts';
import type { Framework } from '../../model/framework.ts';
import type { Rational } from '../../number/rational.ts';
import type { Range } from '../../types/range.ts';
import { compare } from '../../number/rational.ts';
import type { Engine } from './engine.ts';
import { createEvaluatorEngine, scoredUnder } from './evaluator-engine.ts';
import { createRandom } from './random.ts';
import type { Standings } from './standings.ts';
import { createStandings } from './standings.ts';
import { createTableEngine } from './table-engine.ts';
import type { Conserve, Leave, NoWeightings, Weightings } from './weighting.ts';
import { pointsAt, weightingsOf } from './weighting.ts';

/** Which weightings are scored: so many at random, the same ones for the same seed, or each of them. */
export type Choice =
  | { readonly kind: 'sample'; readonly count: number; readonly seed: number }
  | { readonly kind: 'every'; readonly most: number };

export interface ScenarioRequest extends Leave {
  readonly choice: Choice;
  /** Called now and then with how many weightings are done, of how many. */
  readonly onProgress?: (done: number, of: number) => void;
}

export interface Scenarios {
  readonly kind: 'scenarios';
  readonly parts: readonly WeightedPart[];
  readonly step: Rational;
  readonly conserve: Conserve;
  readonly choice: Choice;
  /** How many weightings there are, and how many were scored. */
  readonly possible: bigint;
  readonly scored: number;
  /** By adding up tables of scores, or by asking the evaluator for each weighting. */
  readonly by: 'tables' | 'evaluator';
  readonly departments: readonly DepartmentScenarios[];
  /** Pairs of departments of which the lower one comes out above the other in some weighting. */
  readonly swaps: readonly Swap[];
}

export interface WeightedPart {
  readonly path: readonly string[];
  readonly points: Rational;
  readonly low: Rational;
  readonly high: Rational;
}

export interface DepartmentScenarios {
  readonly name: string;
  /** By the ruleset as it is. */
  readonly total: Range;
  readonly grades: readonly string[];
  readonly place: PlaceSpan;
  readonly lowest: Extreme;
  readonly highest: Extreme;
  /** The best and the worst place in any weighting. */
  readonly places: PlaceSpan;
  /** In how many weightings it has its own place: for certain, and possibly. */
  readonly kept: number;
  readonly mayKeep: number;
  /** In how many weightings it certainly has each place, from the first. */
  readonly byPlace: readonly number[];
  /** In how many weightings it has which grades; several while its total is open. */
  readonly byGrade: readonly { readonly grades: readonly string[]; readonly count: number }[];
}

export interface PlaceSpan {
  readonly best: number;
  readonly worst: number;
}

/** The lowest or highest total, undefined without limit, and a weighting that gives it, by part. */
export interface Extreme {
  readonly total: Rational | undefined;
  readonly points: readonly Rational[];
}

export interface Swap {
  readonly above: string;
  readonly below: string;
  /** In how many weightings the order is the other way round, and in how many both are level. */
  readonly swapped: number;
  readonly level: number;
}

/** Why nothing was scored. */
export type NoScenarios =
  NoWeightings | { readonly kind: 'too-many'; readonly possible: bigint; readonly most: number };

/** Scores departments under weightings; `settings` as the evaluator takes them. */
export function scenarios(
  framework: Framework,
  departments: readonly Department[],
  request: ScenarioRequest,
  settings: EvaluateSettings = {},
): Scenarios | NoScenarios {
  const weightings = weightingsOf(framework, request);
  if (weightings.kind !== 'weightings') return weightings;
  const { space } = weightings;
  const { choice } = request;
  if (choice.kind === 'every' && space.count > BigInt(choice.most))
    return { kind: 'too-many', possible: space.count, most: choice.most };
  const count = choice.kind === 'every' ? Number(space.count) : choice.count;
  const numbers = choice.kind === 'every' ? undefined : createRandom(choice.seed);
  const { engine, by } = engineFor(framework, weightings, departments, settings);
  const steps = new Int32Array(weightings.parts.length);
  engine.score(steps);
  const base = departments.map((_, place) => ({
    total: engine.total(place),
    grades: engine.grades(place),
  }));
  const standings = createStandings(engine);
  const seen = departments.map(() => createSeen());
  for (let done = 0; done < count; done++) {
    space.place(numbers ? numbers(space.count) : BigInt(done), steps);
    engine.score(steps);
    standings.note();
    seen.forEach((each, place) => each.note(engine, place, steps));
    if (done % REPORTED === REPORTED - 1) request.onProgress?.(done + 1, count);
  }
  const extreme = (noted: Noted | undefined): Extreme => ({
    total: noted?.total,
    points: weightings.parts.map((part, at) =>
      pointsAt(part, noted?.steps[at] ?? 0, weightings.step),
    ),
  });
  return {
    kind: 'scenarios',
    parts: weightings.parts.map(({ node: { path, points }, low, high }) => ({
      path,
      points,
      low,
      high,
    })),
    step: weightings.step,
    conserve: weightings.conserve,
    choice,
    possible: space.count,
    scored: count,
    by,
    departments: departments.map(({ name }, at) => ({
      name,
      ...(base[at] as { readonly total: Range; readonly grades: readonly string[] }),
      place: span(standings.base, at),
      lowest: extreme(seen[at]?.lowest()),
      highest: extreme(seen[at]?.highest()),
      places: span(standings, at),
      kept: standings.kept[at] ?? 0,
      mayKeep: standings.mayKeep[at] ?? 0,
      byPlace: [...(standings.places[at] ?? [])],
      byGrade: seen[at]?.byGrade() ?? [],
    })),
    swaps: swapsOf(standings, departments),
  };
}

// Often enough for a bar to move, rarely enough not to cost anything.
const REPORTED = 64;

function engineFor(
  framework: Framework,
  { parts, step }: Weightings,
  departments: readonly Department[],
  settings: EvaluateSettings,
): { readonly engine: Engine; readonly by: Scenarios['by'] } {
  const all = [...departments, ...(settings.cohort ?? [])];
  const scored = departments.map((department) => ({
    department,
    settings:
      settings.cohort === undefined
        ? settings
        : { ...settings, cohort: all.filter((each) => each !== department) },
  }));
  const sheets = scoredUnder(framework, new Map(), scored);
  const withSheets = scored.flatMap((each, place) => {
    const sheet = sheets[place];
    return sheet ? [{ ...each, sheet }] : [];
  });
  const byTables = createTableEngine(framework, parts, step, withSheets);
  return byTables
    ? { engine: byTables, by: 'tables' }
    : { engine: createEvaluatorEngine(framework, parts, step, scored), by: 'evaluator' };
}

interface Noted {
  readonly total: Rational | undefined;
  readonly key: number;
  readonly steps: Int32Array;
}

/** What one department has come to so far. */
interface Seen {
  readonly note: (engine: Engine, place: number, steps: Int32Array) => void;
  readonly lowest: () => Noted | undefined;
  readonly highest: () => Noted | undefined;
  readonly byGrade: () => DepartmentScenarios['byGrade'];
}

function createSeen(): Seen {
  let [lowest, highest]: (Noted | undefined)[] = [];
  const grades = new Map<readonly string[], number>();
  const noted = (
    engine: Engine,
    place: number,
    steps: Int32Array,
    side: 'low' | 'high',
  ): Noted => ({
    total: engine.total(place)[side]?.value,
    key: engine[side][place] ?? 0,
    steps: steps.slice(),
  });
  return {
    note: (engine, place, steps) => {
      if (!lowest || isBeyond(engine, place, 'low', lowest))
        lowest = noted(engine, place, steps, 'low');
      if (!highest || isBeyond(engine, place, 'high', highest))
        highest = noted(engine, place, steps, 'high');
      const reached = engine.grades(place);
      grades.set(reached, (grades.get(reached) ?? 0) + 1);
    },
    lowest: () => lowest,
    highest: () => highest,
    byGrade: () => joined(grades),
  };
}

// Whether the total that a department may have now lies beyond what was noted.
function isBeyond(engine: Engine, place: number, side: 'low' | 'high', before: Noted): boolean {
  if (engine.isAbsolute) {
    const now = engine[side][place] ?? 0;
    return side === 'low' ? now < before.key : now > before.key;
  }
  const now = engine.total(place)[side]?.value;
  if (before.total === undefined || now === undefined) return before.total !== now;
  return compare(now, before.total) === (side === 'low' ? -1 : 1);
}

function joined(counts: ReadonlyMap<readonly string[], number>): DepartmentScenarios['byGrade'] {
  const byNames = new Map<string, { grades: readonly string[]; count: number }>();
  for (const [grades, count] of counts) {
    const key = grades.join('\n');
    byNames.set(key, { grades, count: count + (byNames.get(key)?.count ?? 0) });
  }
  return [...byNames.values()].sort((a, b) => b.count - a.count);
}

function span({ best, worst }: Pick<Standings, 'best' | 'worst'>, at: number): PlaceSpan {
  return { best: best[at] ?? 0, worst: worst[at] ?? 0 };
}

function swapsOf({ isAbove, above, level }: Standings, departments: readonly Department[]): Swap[] {
  const count = departments.length;
  const swaps: Swap[] = [];
  departments.forEach((one, first) => {
    departments.forEach((other, second) => {
      if (first === second || !isAbove(first, second)) return;
      const swapped = above[second * count + first] ?? 0;
      if (swapped === 0) return;
      const pair = first < second ? first * count + second : second * count + first;
      swaps.push({ above: one.name, below: other.name, swapped, level: level[pair] ?? 0 });
    });
  });
  return swaps.sort((a, b) => b.swapped - a.swapped);
}
