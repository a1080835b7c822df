// A threshold → figures of a department that lies exactly on it, and of those just beside it: for one input
// after the other, the others as plain as they can be, where both sides meet is computed and then tried.
// What is found is certain; where nothing is found, that says nothing.
import type { Framework } from '../../model/framework.ts';
import { decimalsOf } from '../../number/decimal.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { trials } from '../../prove/witness.ts';
import { changesFrom } from '../../prove/settings.ts';
import type { Setting, Study } from '../../prove/study.ts';
import { contains, pointOf } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import { fittedPreimages } from '../fit.ts';
import type { Guard, Threshold } from './branch.ts';
import { holds } from './exercised.ts';
import { conditionsOf } from './unreachable.ts';
import type { Studies } from './unreachable.ts';
import type { Ground, Variable } from './variables.ts';
import { groundOf, plainFigures, valuesOf } from './variables.ts';

/** A department as far as it matters here, under some choice of the options. */
export interface Case {
  readonly inputs: ReadonlyMap<string, Value>;
  /** Choices that are not the ruleset's own. */
  readonly options: Setting;
}

export type Side = 'below' | 'at' | 'above';

export interface BoundaryCase extends Case {
  readonly side: Side;
  /** How far the two sides of the comparison lie apart. */
  readonly distance: Rational;
}

const MOST_BASES = 160;
const MOST_SETTINGS = 8;

/** Departments on a threshold and beside it; fewer than three where one side cannot be reached. */
export function boundaryCases(
  framework: Framework,
  threshold: Threshold,
  studies: Studies,
): readonly BoundaryCase[] {
  const { left, right, guards } = threshold;
  const expressions = [left, right, ...conditionsOf(guards)];
  const ground = groundOf(expressions, framework);
  // Which figures can move the comparison; the others are there for the guards.
  const own = new Set(groundOf([left, right], framework).variables.map(keyOf));
  const { studies: all } = studies.of(expressions);
  for (const { study, setting } of all.slice(0, MOST_SETTINGS)) {
    const options = changedFrom(framework, setting);
    const found = casesIn({ study, ground, own, threshold });
    if (found.length > 0) return found.map((each) => ({ ...each, options }));
  }
  return [];
}

/** The choices that are not the ruleset's own. */
function changedFrom(framework: Framework, setting: Setting): Setting {
  const chosen = new Map(framework.options.map((option) => [option.name, option.chosen]));
  return new Map(changesFrom(chosen, setting).map(({ name, value }) => [name, value]));
}

function keyOf({ input, entry }: Variable): string {
  return JSON.stringify([input, entry]);
}

interface Search {
  readonly study: Study;
  readonly ground: Ground;
  readonly own: ReadonlySet<string>;
  readonly threshold: Threshold;
}

interface Point {
  readonly figures: readonly Rational[];
  readonly others: ReadonlyMap<string, Value>;
  readonly moved: number;
}

function casesIn(search: Search): Omit<BoundaryCase, 'options'>[] {
  const { ground } = search;
  const { variables, alternatives } = ground;
  let best: { point: Point; cost: number } | undefined;
  for (const others of alternativesOf(alternatives))
    for (const base of basesOf(variables)) {
      for (let moved = 0; moved < variables.length; moved++) {
        const variable = variables[moved];
        if (!variable || !search.own.has(keyOf(variable))) continue;
        const found = onThreshold(search, { figures: base, others, moved });
        const cost = found ? costOf(found, variables) : Infinity;
        if (found && cost < (best?.cost ?? Infinity)) best = { point: found, cost };
      }
      // Nothing plainer is to be expected from less plain figures around it.
      if (best && best.cost <= 3 * variables.length) return around(search, best.point);
    }
  return best ? around(search, best.point) : [];
}

/** All combinations of what is no figure, the likeliest first. */
function* alternativesOf(
  alternatives: Ground['alternatives'],
): Generator<ReadonlyMap<string, Value>> {
  const sizes = alternatives.map(({ values }) => values.length);
  for (const places of trials(sizes, 24))
    yield new Map(
      alternatives.flatMap(({ input, values }, at) => {
        const value = values[places[at] ?? 0];
        return value ? [[input, value] as const] : [];
      }),
    );
}

// All alike first, then with one of them changed, then two.
function* basesOf(variables: readonly Variable[]): Generator<readonly Rational[]> {
  const plain = variables.map(plainFigures);
  const first = plain.map((figures) => figures[0] ?? Q.ZERO);
  let count = 0;
  yield first;
  for (const [at, figures] of plain.entries())
    for (const figure of figures.slice(1)) {
      if (++count > MOST_BASES) return;
      yield first.map((each, place) => (place === at ? figure : each));
    }
}

/** The point with one figure moved to where both sides of the comparison meet, if the guards hold there. */
function onThreshold(search: Search, point: Point): Point | undefined {
  const { variables } = search.ground;
  const variable = variables[point.moved];
  if (!variable) return undefined;
  const at = (figure: Rational): Point => ({
    ...point,
    figures: point.figures.map((each, place) => (place === point.moved ? figure : each)),
  });
  const difference = (figure: Rational) => differenceAt(search, at(figure));
  for (const [from, to] of stretches(variable, search.ground.figures)) {
    const roots = [
      ...[from, to].filter((end) => {
        const there = contains(variable.range, end) ? difference(end) : undefined;
        return there && Q.signOf(there) === 0;
      }),
      ...fittedPreimages(difference, from, to, [Q.ZERO]),
    ];
    for (const root of roots) {
      if (!contains(variable.range, root) || digitsOf(root, variable) === undefined) continue;
      const there = difference(root);
      if (there && Q.signOf(there) === 0 && guarded(search, at(root))) return at(root);
    }
  }
  return undefined;
}

// Where people's figures lie, in units of the input.
const ENDS = [0, 1, 10, 100, 1000, 100_000].map((each) => Q.rational(each));

// A stretch ends where the rule may bend: at figures that it speaks of, or at shares of a hundred.
function stretches(
  { range, scale, kind }: Variable,
  spoken: readonly Rational[],
): (readonly [Rational, Rational])[] {
  const { low, high } = range;
  const round =
    kind === 'date'
      ? spoken.filter(isDay).flatMap((day) => [-4000, 0, 4000].map((by) => Q.add(day, Q.rational(by))))
      : [
          ...ENDS.map((end) => Q.multiply(end, scale)),
          ...spoken,
          ...spoken.map((figure) => Q.multiply(figure, Q.multiply(Q.HUNDRED, scale))),
        ];
  const ends = [low?.value, ...round.filter((end) => contains(range, end)), high?.value];
  const inOrder = ends
    .filter((end) => end !== undefined)
    .sort(Q.compare)
    .filter((end, at, all) => !all[at - 1] || !Q.equal(all[at - 1] ?? end, end));
  const first = inOrder[0];
  const before =
    low === undefined && first ? [Q.subtract(first, Q.multiply(Q.rational(1000), scale))] : [];
  const all = [...before, ...inOrder];
  return all.slice(1).map((to, at) => [all[at] ?? to, to] as const);
}

// Of a rule about dates, figures of this size are dates, not counts of days.
function isDay(figure: Rational): boolean {
  return Q.isInteger(figure) && Q.compare(figure, Q.rational(3652)) > 0;
}

function interpreterAt({ study, ground }: Search, { figures, others }: Point) {
  const givens = new Map([...others, ...valuesOf(ground.variables, figures)]);
  let failed = false;
  const interpreter = study.interpreterFor(givens, () => (failed = true));
  return { interpreter, failed: () => failed };
}

function differenceAt(search: Search, point: Point): Rational | undefined {
  const { left, right } = search.threshold;
  const { interpreter, failed } = interpreterAt(search, point);
  const [one, other] = [left, right].map(
    (figure) => interpreter && pointOf(rangeOf(interpreter, figure)),
  );
  return failed() || !one || !other ? undefined : Q.subtract(one, other);
}

type Interpreter = NonNullable<ReturnType<Study['interpreterFor']>>;

function rangeOf(interpreter: Interpreter, figure: Threshold['left']) {
  const value = interpreter.value(figure);
  return value.kind === 'number' || value.kind === 'date'
    ? value.range
    : { low: undefined, high: undefined, integer: false };
}

function guarded(search: Search, point: Point): boolean {
  const { interpreter, failed } = interpreterAt(search, point);
  return interpreter !== undefined && holds({ interpreter }, search.threshold.guards) && !failed();
}

/** The department on the threshold, and those one step of one figure beside it. */
function around(search: Search, point: Point): Omit<BoundaryCase, 'options'>[] {
  const { variables } = search.ground;
  const variable = variables[point.moved];
  const inputsOf = ({ figures, others }: Point) =>
    new Map([...others, ...valuesOf(variables, figures)]);
  const found: Omit<BoundaryCase, 'options'>[] = [
    { side: 'at', distance: Q.ZERO, inputs: inputsOf(point) },
  ];
  if (!variable) return found;
  const figure = point.figures[point.moved] ?? Q.ZERO;
  const digits = digitsOf(figure, variable) ?? 0;
  const fine = variable.range.integer || variable.kind === 'date';
  const finest = fine
    ? variable.step
    : Q.minimum(variable.step, Q.multiply(variable.scale, Q.rational(1n, 10n ** BigInt(digits))));
  for (const side of ['below', 'above'] as const)
    sideways: for (const times of [1, 10, 100, 1000])
      for (const sign of [-1, 1]) {
        const by = Q.multiply(finest, Q.rational(times * sign));
        const moved: Point = {
          ...point,
          figures: point.figures.map((each, at) => (at === point.moved ? Q.add(each, by) : each)),
        };
        if (!contains(variable.range, moved.figures[point.moved] ?? Q.ZERO)) continue;
        const distance = differenceAt(search, moved);
        if (!distance || Q.signOf(distance) !== (side === 'below' ? -1 : 1)) continue;
        if (!guarded(search, moved)) continue;
        found.push({ side, distance: Q.absolute(distance), inputs: inputsOf(moved) });
        break sideways;
      }
  const order: readonly Side[] = ['below', 'at', 'above'];
  return found.sort((a, b) => order.indexOf(a.side) - order.indexOf(b.side));
}

const MOST_DECIMALS = 4;

/** Decimals of a figure in its unit; undefined where it has more than anybody would write. */
function digitsOf(figure: Rational, { scale }: Variable): number | undefined {
  const decimals = decimalsOf(Q.divide(figure, scale));
  return decimals === undefined || decimals > MOST_DECIMALS ? undefined : decimals;
}

// How many digits all figures have together. What is read first is the figure that people expect to vary:
// of a rate what is above the line, which also leaves the scores decimal.
function costOf({ figures, moved }: Point, variables: readonly Variable[]): number {
  const digits = variables.reduce((sum, { scale }, at) => {
    const written = Q.divide(figures[at] ?? Q.ZERO, scale);
    const decimals = decimalsOf(written) ?? MOST_DECIMALS * 4;
    const whole = (written.n * 10n ** BigInt(decimals)) / written.d;
    const shown = String(whole).replace(/^-/, '').replace(/0+$/, '').length;
    return sum + Math.max(1, shown) + decimals;
  }, 0);
  const inputs = [...new Set(variables.map(({ input }) => input))];
  return digits + 2 * inputs.indexOf(variables[moved]?.input ?? '');
}

/** A department for which the guards hold, from values worth trying; undefined where none was found. */
export function caseFor(
  framework: Framework,
  guards: readonly Guard[],
  studies: Studies,
): Case | undefined {
  const conditions = conditionsOf(guards);
  const ground = groundOf(conditions, framework);
  for (const { study, setting } of studies.of(conditions).studies.slice(0, MOST_SETTINGS)) {
    const figures = ground.variables.map(plainFigures);
    const sizes = [...figures, ...ground.alternatives.map(({ values }) => values)].map(
      ({ length }) => length,
    );
    for (const places of trials(sizes, 800)) {
      const chosen = figures.map((each, at) => each[places[at] ?? 0] ?? Q.ZERO);
      const inputs = new Map(valuesOf(ground.variables, chosen));
      ground.alternatives.forEach(({ input, values }, at) => {
        const value = values[places[figures.length + at] ?? 0];
        if (value) inputs.set(input, value);
      });
      const problems: unknown[] = [];
      const interpreter = study.interpreterFor(inputs, (problem) => problems.push(problem));
      if (!interpreter || !holds({ interpreter }, guards) || problems.length > 0) continue;
      const options = changedFrom(framework, setting);
      return { inputs, options };
    }
  }
  return undefined;
}
