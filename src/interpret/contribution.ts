// What one entry of a list, or one department, contributes to an aggregate: its figure, and whether
// it is sure to pass the filter.
import type { Expression } from '../model/expression.ts';
import type { Value } from '../types/value.ts';
import { joinValues } from '../types/value.ts';
import type { World } from './world.ts';

export interface Contribution {
  /** Undefined where only their number counts. */
  readonly value: Value | undefined;
  readonly certain: boolean;
}

/** The contribution from a world; undefined where it certainly does not pass. */
export function joinedIn(
  of: Expression | undefined,
  where: Expression | undefined,
  world: World,
): Contribution | undefined {
  const { session } = world;
  const summand = (at: World) => of && session.value(of, at);
  if (where === undefined) return { value: summand(world), certain: true };
  const passes = session.truth(where, world);
  if (!passes.canBeTrue) return undefined;
  if (!passes.canBeFalse) return { value: summand(world), certain: true };
  const [first, ...rest] = session.assuming(where, true, world);
  if (first === undefined) return undefined;
  const value = rest.reduce((joined, at) => {
    const other = summand(at);
    return joined && other ? joinValues(joined, other) : joined;
  }, summand(first));
  return { value, certain: false };
}
