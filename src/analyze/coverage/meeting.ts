// A comparison and figures of a department → the figure of one input, the others as they are, at which both
// sides of the comparison meet: computed from how they differ at a few places, then tried.
import { decimalsOf } from '../../number/decimal.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import type { Study } from '../../prove/study.ts';
import { contains, pointOf } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import { fittedPreimages } from '../fit.ts';
import type { Threshold } from './branch.ts';
import { holds } from './exercised.ts';
import type { Ground, Variable } from './variables.ts';
import { valuesOf } from './variables.ts';

/** A threshold that figures are looked for on. */
export interface Search {
  readonly study: Study;
  readonly ground: Ground;
  readonly own: ReadonlySet<string>;
  readonly threshold: Threshold;
}

/** Figures of all variables, one of which is moved. */
export interface Point {
  readonly figures: readonly Rational[];
  readonly others: ReadonlyMap<string, Value>;
  readonly moved: number;
}

/** The point with one figure moved to where both sides of the comparison meet, if the guards hold there. */
export function onThreshold(search: Search, point: Point): Point | undefined {
  const variable = search.ground.variables[point.moved];
  if (!variable) return undefined;
  const at = (figure: Rational): Point => ({
    ...point,
    figures: point.figures.map((each, place) => (place === point.moved ? figure : each)),
  });
  const difference = (figure: Rational) => differenceAt(search, at(figure));
  const ends = endsOf(variable, search.ground.figures);
  const differences = ends.map((end) =>
    contains(variable.range, end) ? difference(end) : undefined,
  );
  const [first, ...rest] = differences.filter((each) => each !== undefined);
  // A figure that moves nothing is not the one to move.
  if (first && rest.every((each) => Q.equal(each, first))) return undefined;
  for (const [place, to] of ends.entries()) {
    const from = ends[place - 1];
    const [before, there] = [differences[place - 1], differences[place]];
    const roots = [
      // Where both ends lie on one side, nothing between them need be looked for.
      ...(from && !isOneSide(before, there) ? fittedPreimages(difference, from, to, [Q.ZERO]) : []),
      ...(there && Q.signOf(there) === 0 ? [to] : []),
    ];
    for (const root of roots) {
      if (!contains(variable.range, root) || digitsOf(root, variable) === undefined) continue;
      const found = difference(root);
      if (found && Q.signOf(found) === 0 && guarded(search, at(root))) return at(root);
    }
  }
  return undefined;
}

function isOneSide(one: Rational | undefined, other: Rational | undefined): boolean {
  return one !== undefined && other !== undefined && Q.signOf(one) === Q.signOf(other);
}

// Where people's figures lie, in units of the input.
const ENDS = [0, 1, 10, 100, 1000, 100_000].map((each) => Q.rational(each));

// A rule may bend at figures that it speaks of, and at shares of a hundred.
function endsOf(
  { range, scale, kind }: Variable,
  spoken: readonly Rational[],
): readonly Rational[] {
  const { low, high } = range;
  const round =
    kind === 'date'
      ? spoken
          .filter(isDay)
          .flatMap((day) => [-4000, 0, 4000].map((by) => Q.add(day, Q.rational(by))))
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
  return [...before, ...inOrder];
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

/** How far the left side lies above the right one. */
export function differenceAt(search: Search, point: Point): Rational | undefined {
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

/** Whether the guards hold. */
export function guarded(search: Search, point: Point): boolean {
  const { interpreter, failed } = interpreterAt(search, point);
  return interpreter !== undefined && holds({ interpreter }, search.threshold.guards) && !failed();
}

const MOST_DECIMALS = 4;

/** Decimals of a figure in its unit; undefined where it has more than anybody would write. */
export function digitsOf(figure: Rational, { scale }: Variable): number | undefined {
  const decimals = decimalsOf(Q.divide(figure, scale));
  return decimals === undefined || decimals > MOST_DECIMALS ? undefined : decimals;
}

/**
 * How many digits all figures have together. What is read first is the figure that people expect to vary:
 * of a rate what is above the line, which also leaves the scores decimal.
 */
export function costOf({ figures, moved }: Point, variables: readonly Variable[]): number {
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
