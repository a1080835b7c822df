// The indicators that score some department otherwise: how far, what is written differently, and a
// department that shows it; as a list with the largest difference first, and as a chart.
import { useMemo } from 'preact/hooks';
import type { VNode } from 'preact';
import type { ComparedRule, ComparisonView, WitnessView } from '../../answers.ts';
import { Chart } from '../charts/chart.tsx';
import { chartColours } from '../charts/colours.ts';
import { differences } from '../charts/differences.ts';
import { goTo } from '../editor/edit-text.ts';
import { isDark } from '../state/settings.ts';
import { words } from '../words/words.ts';
import { PairTable } from './pair-table.tsx';

interface ComparedRulesProps {
  readonly comparison: ComparisonView;
  readonly sides: readonly [string, string];
}

export function ComparedRules({ comparison, sides }: ComparedRulesProps): VNode | null {
  const w = words.value;
  const { different } = comparison;
  const dark = isDark();
  const drawing = useMemo(() => {
    const rows = different.flatMap(({ name, largest }) => (largest ? [{ name, ...largest }] : []));
    return rows.length === 0 ? undefined : differences(rows, w.compareLargest, w, chartColours());
  }, [different, w, dark]);
  if (different.length === 0) return null;
  return (
    <section class="block">
      <h3>{w.compareDifferent}</h3>
      <RuleList rules={different} sides={sides} />
      {drawing !== undefined && <Chart drawing={drawing} />}
    </section>
  );
}

interface RuleListProps {
  readonly rules: readonly ComparedRule[];
  readonly sides: readonly [string, string];
}

/** Indicators one below the other, each to be opened; also where only the writing differs. */
export function RuleList({ rules, sides }: RuleListProps): VNode {
  const w = words.value;
  return (
    <ol class="compared-rules">
      {rules.map(({ name, left, right, extent, changes, witness, sameFigures }, at) => (
        <li key={at}>
          <details open={at === 0}>
            <summary>
              <strong>{name}</strong> <span class="extent">{extent}</span>
            </summary>
            {changes.length > 0 && <PairTable pairs={changes} sides={sides} />}
            {witness !== undefined && <Witness witness={witness} sides={sides} />}
            {sameFigures !== undefined && <p class="hint">{sameFigures}</p>}
            <p class="compared-places">
              <button type="button" class="link" onClick={() => goTo(left)}>
                {w.compareToLeft}
              </button>
              <button type="button" class="link" onClick={() => goTo(right)}>
                {w.compareToRight}
              </button>
            </p>
          </details>
        </li>
      ))}
    </ol>
  );
}

function Witness({
  witness,
  sides,
}: {
  readonly witness: WitnessView;
  readonly sides: readonly [string, string];
}): VNode {
  const w = words.value;
  return (
    <p class="witness">
      <span class="faint">{w.compareWitness}</span>
      {witness.givens.map(({ name, value }) => (
        <span key={name} class="given">
          {name} = {value}
        </span>
      ))}
      <span class="scores">
        <span title={sides[0]}>{w.compareLeft} </span>
        <strong>{witness.left}</strong>
        {'，'}
        <span title={sides[1]}>{w.compareRight} </span>
        <strong>{witness.right}</strong>
      </span>
    </p>
  );
}
