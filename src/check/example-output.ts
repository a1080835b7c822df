// `gives NAME = VALUE` in an example → the output that it states, its value read as the output's type
// is.
import type { Example, Output } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import { EVERYTHING, pointOf } from '../types/range.ts';
import { joinValues } from '../types/value.ts';
import { valueFor } from './declared-value.ts';
import { nearest } from '../text/nearest.ts';
import { renameFix } from './suggest.ts';
import type { Typing } from './typing.ts';

/** What the example says of an output; undefined after saying what is wrong with that. */
export function statedOutput(
  typing: Typing,
  { low: written, high: upper }: Syntax.ExampleNode,
  { text: name, span }: Syntax.Name,
  { outputs, path }: { readonly outputs: readonly Output[]; readonly path: readonly string[] },
): Example['output'] {
  const { report } = typing;
  const output = outputs.find((each) => each.name === name);
  if (path.length > 0) report.say('output-example-inside', span, { name });
  else if (!output) {
    const suggestion = nearest(
      name,
      outputs.map((each) => each.name),
    );
    const fix = renameFix(span, suggestion);
    if (name === '') report.leaveOut();
    else report.say('unknown-output', span, { name, suggestion }, { fix });
  }
  if (!output) return undefined;
  const { type } = output.value;
  const fieldRanges = new Map();
  const slot = { name, type, range: EVERYTHING, fieldRanges, role: 'expected' } as const;
  const low = valueFor(typing, written, slot);
  const high = upper ? valueFor(typing, upper, slot) : low;
  if (!low || !high) return undefined;
  const [least, most] = [low, high].map((value) =>
    value.kind === 'number' || value.kind === 'date' ? pointOf(value.range) : undefined,
  );
  if (least && most && Q.compare(least, most) > 0) report.say('example-reversed', written.span, {});
  return { name, wanted: joinValues(low, high) };
}
