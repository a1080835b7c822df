// The rest of a comparison: what differs outside of indicators, rules that only look different, rules that
// are the same and how that was shown, and the data and checks that each ruleset asks for.
import type { VNode } from 'preact';
import type { ComparisonView } from '../../answers.ts';
import { words } from '../words/words.ts';
import { RuleList } from './compared-rules.tsx';
import { PairTable } from './pair-table.tsx';

interface ComparedTextsProps {
  readonly comparison: ComparisonView;
  readonly sides: readonly [string, string];
}

export function ComparedTexts({ comparison, sides }: ComparedTextsProps): VNode {
  const w = words.value;
  const { whole, rewritten, untouched, inputs, checks } = comparison;
  const hasInputs = inputs.left.length + inputs.right.length + inputs.changed.length > 0;
  return (
    <>
      {whole.length > 0 && (
        <section class="block">
          <h3>{w.compareHeads}</h3>
          <PairTable pairs={whole} sides={sides} />
        </section>
      )}
      {rewritten.length > 0 && (
        <section class="block">
          <h3>{w.compareRewritten}</h3>
          <RuleList rules={rewritten} sides={sides} />
        </section>
      )}
      {untouched.length > 0 && (
        <section class="block">
          <h3>{w.compareUntouched}</h3>
          {untouched.map(({ how, names }) => (
            <p key={how}>
              {names.join(w.listComma)} <span class="faint">{w.compareShown(how)}</span>
            </p>
          ))}
        </section>
      )}
      {hasInputs && (
        <section class="block">
          <h3>{w.compareInputs}</h3>
          <Names label={w.onlyLeft} names={inputs.left} />
          <Names label={w.onlyRight} names={inputs.right} />
          {inputs.changed.length > 0 && <PairTable pairs={inputs.changed} sides={sides} />}
        </section>
      )}
      {checks.length > 0 && (
        <section class="block">
          <h3>{w.compareChecks}</h3>
          <ul class="hint">
            {checks.map((check, at) => (
              <li key={at}>{check}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Names({
  label,
  names,
}: {
  readonly label: string;
  readonly names: readonly string[];
}): VNode | null {
  const w = words.value;
  if (names.length === 0) return null;
  return (
    <p>
      <span class="faint">{w.labelled(label)}</span>
      {names.join(w.listComma)}
    </p>
  );
}
