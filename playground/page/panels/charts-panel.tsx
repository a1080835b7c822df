// The charts of the scored ruleset, one at a time.
import { computed, signal } from '@preact/signals';
import type { VNode } from 'preact';
import { Chart } from '../charts/chart.tsx';
import { chartColours } from '../charts/colours.ts';
import { distribution } from '../charts/distribution.ts';
import { groupShares, waterfall } from '../charts/drawings.ts';
import type { Drawing } from '../charts/drawing.ts';
import { result } from '../state/results.ts';
import { isDark } from '../state/settings.ts';
import { words } from '../words/words.ts';

const KINDS = ['waterfall', 'groups', 'distribution'] as const;

const kind = signal<(typeof KINDS)[number]>('waterfall');

const drawing = computed((): Drawing | undefined => {
  const now = result.value;
  if (now === undefined) return undefined;
  isDark();
  const colours = chartColours();
  const w = words.value;
  const name = now.sheet?.department ?? '';
  const { charts, ruleset } = now;
  switch (kind.value) {
    case 'waterfall':
      return charts.waterfall.length === 0
        ? undefined
        : waterfall(charts.waterfall, name, w, colours);
    case 'groups':
      return charts.shares.length === 0 ? undefined : groupShares(charts.shares, name, w, colours);
    case 'distribution':
      return charts.distribution.length === 0
        ? undefined
        : distribution(charts.distribution, ruleset.grades, w, colours);
    default:
      return kind.value satisfies never;
  }
});

export function ChartsPanel(): VNode {
  const w = words.value;
  return (
    <div>
      <div class="panel-tools choice" role="group" aria-label={w.charts}>
        {KINDS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={kind.value === name}
            onClick={() => (kind.value = name)}
          >
            {w.chartKinds[name]}
          </button>
        ))}
      </div>
      {drawing.value === undefined ? (
        <p class="empty">{w.noDepartment}</p>
      ) : (
        <Chart drawing={drawing.value} />
      )}
    </div>
  );
}
