// Named intermediate results: each is evaluated once in a world and remembered there. What its
// evaluation read and met is told again at every use, so that nothing is lost by remembering.
import type { Expression } from '../model/expression.ts';
import type { Value } from '../types/value.ts';
import { isKnown } from '../types/value.ts';
import { exactValue } from './exact.ts';
import type { RememberedLet, World } from './world.ts';
import { recording } from './world.ts';

/** The value of a let in a world. */
export function letValue(reference: Extract<Expression, { kind: 'let' }>, world: World): Value {
  const seenFrom = world.outer ?? world;
  const remembered = find(reference.id, seenFrom) ?? work(reference, seenFrom);
  const { listener, environment } = world.session;
  // What is known outright does not rest on what is missing.
  const isIdle = isKnown(remembered.value) ? environment.isOpen : undefined;
  const { own, others } = remembered.reads;
  for (const name of own) if (!isIdle?.(name, undefined)) listener.read(name);
  for (const [whose, names] of others)
    for (const name of names) if (!isIdle?.(name, whose)) listener.read(name, whose);
  for (const problem of remembered.problems) listener.problem(problem);
  return remembered.value;
}

/** The value of a let that has been worked out and is known. */
export function knownLet(id: string, world: World): Value | undefined {
  const value = find(id, world)?.value;
  return value && isKnown(value) ? value : undefined;
}

// A world that knows less has the same value where that value is known outright.
function find(id: string, world: World): RememberedLet | undefined {
  const here = world.lets.get(id);
  if (here !== undefined) return here;
  for (let before = world.parent; before !== undefined; before = before.parent) {
    const earlier = before.lets.get(id);
    if (earlier !== undefined && isKnown(earlier.value)) return earlier;
  }
  return undefined;
}

function work({ id, name }: Extract<Expression, { kind: 'let' }>, world: World): RememberedLet {
  const { session } = world;
  const definition = session.environment.lets.get(id);
  if (definition === undefined) throw new Error(`the framework has no let “${name}”`);
  const { result, reads, problems } = recording(
    session,
    () => exactValue(definition.value, world) ?? session.value(definition.value, world),
  );
  const remembered = { value: result, reads, problems };
  world.lets.set(id, remembered);
  return remembered;
}
