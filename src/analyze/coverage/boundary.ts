// A threshold → figures of a department that lies exactly on it, and of those just beside it: for one input
// after the other, the others as plain as they can be, where both sides meet is computed and then tried.
// What is found is certain; where nothing is found, that says nothing.
import type { Framework } from '../../model/framework.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { trials } from '../../prove/witness.ts';
import { contains } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import type { Threshold } from './branch.ts';
import type { Point, Search } from './meeting.ts';
import { costOf, differenceAt, digitsOf, guarded, onThreshold } from './meeting.ts';
import type { Case } from './reach.ts';
import { changedFrom } from './reach.ts';
import type { Studies } from './unreachable.ts';
import { conditionsOf } from './unreachable.ts';
import type { Ground, Variable } from './variables.ts';
import { groundOf, keyOf, plainFigures, valuesOf } from './variables.ts';

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
