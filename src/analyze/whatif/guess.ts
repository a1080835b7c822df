// Where a score may turn into what is wanted, read off a few scores nearby that are not rounded: exact
// where the score is a straight line or a quotient of two from the current value on. Only a guess: each
// is judged before anything is said of it.
import { readsByIndicator } from '../../evaluate/change-inputs.ts';
import type { Framework, Node } from '../../model/framework.ts';
import type { Rational } from '../../number/rational.ts';
import {
  ZERO,
  absolute,
  add,
  multiply,
  negate,
  rational,
  signOf,
  subtract,
} from '../../number/rational.ts';
import { contains, point } from '../../types/range.ts';
import { nearFigure } from '../../types/enclosure.ts';
import type { Value } from '../../types/value.ts';
import { inverseThrough } from '../fit.ts';
import type { Sample } from '../fit.ts';
import { scoreAt } from './goal.ts';
import type { Grid, Lever } from './lever.ts';
import type { Setting } from './setting.ts';

/** Figures at which a score may be so many points higher or lower, on either side of the current one. */
export type Guess = (lacking: readonly Rational[]) => readonly Rational[];

const NO_GUESS: Guess = () => [];

/** Reads the shape of the score around the current value; `others` are changed besides. */
export function createGuess(
  setting: Setting,
  lever: Lever,
  grid: Grid,
  others: ReadonlyMap<string, Value>,
): Guess {
  const { framework, unrounded } = setting;
  const { at } = grid;
  const indicator = onlyReader(framework, lever.input.name);
  if (at === undefined || indicator === undefined || grid.range.integer) return NO_GUESS;
  const now = nearFigure(scoreAt(setting.score(others), indicator.path));
  if (now === undefined) return NO_GUESS;
  const scores = (value: Rational): Rational | undefined => {
    if (!contains(grid.range, value)) return undefined;
    const { name } = lever.input;
    const put = lever.put({ kind: grid.of, range: point(value) }, others.get(name));
    const result = unrounded(new Map(others).set(name, put));
    return nearFigure(scoreAt(result, indicator.path));
  };
  const width = signOf(at) === 0 ? multiply(grid.step, rational(16)) : absolute(at);
  const inverses = [width, negate(width)].flatMap((reach) => {
    const samples: Sample[] = [];
    for (const part of [1, 2, 3]) {
      const x = add(at, multiply(reach, rational(part, 16)));
      const y = scores(x);
      if (y === undefined) return [];
      samples.push({ x, y });
    }
    const [a, b, c] = samples;
    return (a && b && c && inverseThrough(a, b, c)) ?? [];
  });
  const rounding = indicator.rounding ?? framework.roundings.indicators;
  const half = rounding ? multiply(rounding.step, rational(1, 2)) : ZERO;
  return (lacking) =>
    lacking.flatMap((points) => {
      const score = add(now, points);
      const turn = signOf(points) < 0 ? add(score, half) : subtract(score, half);
      return inverses.flatMap((invert) => invert(turn) ?? []);
    });
}

// The indicator that reads the input, where no other does.
function onlyReader(framework: Framework, input: string): Node | undefined {
  const readers: Node[] = [];
  for (const [node, reads] of readsByIndicator(framework) ?? [])
    if (reads.has(input)) readers.push(node);
  return readers.length === 1 ? readers[0] : undefined;
}
