// Declared names that nothing reads. A let that only unused lets read is unused too; an input or
// option that anything mentions at all counts as used.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Framework } from '../model/framework.ts';
import { expressionsAfterTotal, expressionsOfFramework, readingOf } from './reading.ts';

/** Warnings for inputs, options and lets that nothing uses. */
export function unusedNames(framework: Framework): Diagnostic[] {
  const rules = [...expressionsOfFramework(framework), ...expressionsAfterTotal(framework)];
  const used = readingOf(rules, framework);
  const mentioned = readingOf(
    [...rules, ...[...framework.lets.values()].map((known) => known.value)],
    framework,
  );
  const inputs = framework.inputs.flatMap((input) =>
    input.kind === 'judged' || input.pool || mentioned.inputs.has(input.name)
      ? []
      : [diagnose('unused-input', input.span, { name: input.name })],
  );
  const outputs = new Set(framework.outputs.map(({ id }) => id));
  const lets = [...framework.lets.values()].flatMap((known) =>
    used.lets.has(known.id) || outputs.has(known.id)
      ? []
      : [diagnose('unused-let', known.span, { name: known.name })],
  );
  const options = framework.options.flatMap((option) => {
    const span = option.origins[0]?.span;
    return mentioned.options.has(option.name) || !span
      ? []
      : [diagnose('unused-option', span, { name: option.name })];
  });
  return [...inputs, ...options, ...lets];
}
