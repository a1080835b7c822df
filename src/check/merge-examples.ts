// What becomes of an ancestor's examples. An example states the score of a rule as it stood; once a
// later generation changes that rule, the statement no longer speaks of it and goes. Where only an
// option was set anew, the example keeps the reading it was written under.
import type { Expression, GivenNode, Name } from '../syntax/tree.ts';
import type { Container, MergedNode, MergedRuleset, MergedStatement } from './merged.ts';

/**
 * Drops the older examples that a change at `places` can reach: those of the node and of everything
 * around it, and with `within` also those of everything inside it.
 */
export function retireExamples(
  ruleset: MergedRuleset,
  places: readonly number[],
  generation: number,
  within: boolean,
): MergedRuleset {
  return { ...ruleset, ...retireAlong(ruleset, places, generation, within) };
}

function retireAlong(
  container: Container,
  [place, ...deeper]: readonly number[],
  generation: number,
  within: boolean,
): Container {
  const inner = (node: MergedNode): MergedNode => ({
    ...node,
    ...retireAlong(node, deeper, generation, within),
  });
  return {
    statements: container.statements.filter((merged) => !isOlderExample(merged, generation)),
    children: container.children.map((node, index) => {
      if (place === undefined) return within ? inner(node) : node;
      return index === place ? inner(node) : node;
    }),
  };
}

function isOlderExample(merged: MergedStatement, generation: number): boolean {
  return merged.statement.kind === 'example' && merged.generation < generation;
}

/**
 * Drops the older examples that give a value to what is gone. Any other example stands: a rule that
 * still read the name would be an error, and nothing else changed.
 */
export function retireSpeakingOf(
  ruleset: MergedRuleset,
  gone: readonly string[],
  generation: number,
): MergedRuleset {
  return { ...ruleset, ...withoutSpeakers(ruleset, gone, generation) };
}

function withoutSpeakers(
  container: Container,
  gone: readonly string[],
  generation: number,
): Container {
  return {
    statements: container.statements.filter(
      (merged) => !(isOlderExample(merged, generation) && speaksOf(merged, gone)),
    ),
    children: container.children.map((node) => ({
      ...node,
      ...withoutSpeakers(node, gone, generation),
    })),
  };
}

function speaksOf({ statement }: MergedStatement, gone: readonly string[]): boolean {
  if (statement.kind !== 'example') return false;
  return statement.givens.some(({ path }) =>
    gone.includes(path.names[path.names.length - 1]?.text ?? ''),
  );
}

/** Drops the older examples that state an output: outputs may read one another. */
export function retireStating(ruleset: MergedRuleset, generation: number): MergedRuleset {
  const stands = (merged: MergedStatement) =>
    !(
      isOlderExample(merged, generation) &&
      'output' in merged.statement &&
      merged.statement.output
    );
  return { ...ruleset, statements: ruleset.statements.filter(stands) };
}

/** Writes an option's former value into the older examples that do not choose one themselves. */
export function keepReading(
  container: Container,
  option: Name,
  former: Expression,
  generation: number,
): Container {
  const given: GivenNode = {
    path: { names: [option], span: former.span },
    value: former,
    span: former.span,
  };
  return {
    statements: container.statements.map((merged) =>
      isOlderExample(merged, generation) ? withGiven(merged, given, option.text) : merged,
    ),
    children: container.children.map((node) => ({
      ...node,
      ...keepReading(node, option, former, generation),
    })),
  };
}

function withGiven(merged: MergedStatement, given: GivenNode, name: string): MergedStatement {
  const { statement } = merged;
  if (statement.kind !== 'example') return merged;
  const chosen = statement.givens.some(
    ({ path }) => path.names.length === 1 && path.names[0]?.text === name,
  );
  return chosen
    ? merged
    : { ...merged, statement: { ...statement, givens: [...statement.givens, given] } };
}
