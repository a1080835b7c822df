// `output` statements → the outputs of the framework. They are definitions that only other outputs
// can see, because they are worked out when every score and the total are known.
import type { Grade, Output } from '../model/framework.ts';
import type { Building } from './building.ts';
import { bindDefinitions, typeDefinitions } from './building.ts';
import type { MergedRuleset, MergedStatement } from './merged.ts';
import { afterTotalScope, lookUp } from './scope.ts';
import type { Typing } from './typing.ts';

/** True unless the ruleset gives outputs alone: then it needs no total. */
export function isScored({ children }: MergedRuleset, statements: readonly MergedStatement[]) {
  const gives = new Set<string>(statements.map(({ statement }) => statement.kind));
  const scores = ['total', 'grades', 'rounding', 'score', 'decide', 'veto', 'exempt'].some((kind) =>
    gives.has(kind),
  );
  return children.length > 0 || scores || !gives.has('output');
}

/** Typing where the total can be read, and in outputs (`grades` given) also the grade. */
export function typingAfterTotal(
  typing: Typing,
  scored: boolean,
  grades?: readonly Grade[],
): Typing {
  const names = grades?.map(({ name }) => name);
  return typing.within(afterTotalScope(typing.scope, { scored, grades: names }));
}

/** The outputs in the order in which they stand, typed in a scope of their own. */
export function buildOutputs(
  building: Building,
  typing: Typing,
  statements: readonly MergedStatement[],
): Output[] {
  const { report, definitions } = building;
  const outputs = statements.flatMap(({ statement, ...merged }) => {
    if (statement.kind !== 'output') return [];
    if (statement.open) report.say('cannot-be-open', statement.name.span, { found: 'output' });
    const definition = { ...statement, kind: 'let', parameters: undefined } as const;
    return [{ ...merged, open: false, statement: definition, written: statement }];
  });
  bindDefinitions(building, outputs, typing);
  typeDefinitions(typing.scope);
  return outputs.flatMap(({ statement, written, origins }): Output[] => {
    const binding = lookUp(typing.scope, statement.name.text);
    const known =
      binding?.kind === 'let' && binding.span === statement.name.span
        ? definitions.checked.get(binding.read.id)
        : undefined;
    if (!known) return [];
    const { id, name, about, value, span } = known;
    if (value.type.kind === 'list' || value.type.kind === 'record')
      report.say('output-not-single', value.span, { name, found: value.type });
    const meant = written.notMonotone;
    const notMonotone = meant && { reason: meant.reason.text, span: meant.span };
    return [{ id, name, about, value, notMonotone, origins, span }];
  });
}
