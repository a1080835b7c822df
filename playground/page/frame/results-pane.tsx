// The right side: tabs, and the panel of the open one. Says above every panel when what it shows is not
// of the present text.
import type { VNode } from 'preact';
import { ChangesPanel } from '../panels/changes-panel.tsx';
import { DataPanel } from '../panels/data-panel.tsx';
import { later } from '../panels/later.tsx';
import { MissingPanel } from '../panels/missing-panel.tsx';
import { PointsPanel } from '../panels/points-panel.tsx';
import { SheetPanel } from '../panels/sheet-panel.tsx';
import { isOld, isStale, problems, result, scoreAgain } from '../state/results.ts';
import { TABS, tab } from '../state/settings.ts';
import type { Tab } from '../state/settings.ts';
import { workerFault, workerState } from '../state/worker-client.ts';
import { words } from '../words/words.ts';

const PANELS: Readonly<Record<Tab, () => VNode>> = {
  sheet: SheetPanel,
  data: DataPanel,
  changes: ChangesPanel,
  points: PointsPanel,
  missing: MissingPanel,
  charts: later(() => import('../panels/charts-panel.tsx').then((own) => own.ChartsPanel)),
  compare: later(() => import('../panels/compare-panel.tsx').then((own) => own.ComparePanel)),
  audit: later(() => import('../panels/audit-panel.tsx').then((own) => own.AuditPanel)),
  output: later(() => import('../panels/output-panel.tsx').then((own) => own.OutputPanel)),
};

export function ResultsPane(): VNode {
  const w = words.value;
  const Panel = PANELS[tab.value];
  return (
    <section class="pane results-pane" aria-label={w.results} id="results" tabIndex={-1}>
      <div class="tabs" role="tablist" aria-label={w.results} onKeyDown={stepTabs}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={tab.value === name}
            aria-controls="panel"
            tabIndex={tab.value === name ? 0 : -1}
            onClick={() => (tab.value = name)}
          >
            {w.tabs[name]}
          </button>
        ))}
      </div>
      <Banner />
      <div
        id="panel"
        class={isOld.value && result.value !== undefined ? 'panel stale' : 'panel'}
        role="tabpanel"
        tabIndex={0}
        aria-labelledby={`tab-${tab.value}`}
      >
        <Panel />
      </div>
    </section>
  );
}

function stepTabs(event: KeyboardEvent): void {
  const at = TABS.indexOf(tab.value);
  const to =
    event.key === 'ArrowRight'
      ? at + 1
      : event.key === 'ArrowLeft'
        ? at - 1
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? TABS.length - 1
            : undefined;
  if (to === undefined) return;
  event.preventDefault();
  const next = TABS[(to + TABS.length) % TABS.length];
  if (next === undefined) return;
  tab.value = next;
  document.getElementById(`tab-${next}`)?.focus();
}

function Banner(): VNode | null {
  const w = words.value;
  if (workerState.value === 'stopped')
    return (
      <p class="banner bad" role="alert">
        {workerFault.value === undefined ? w.stopped : w.workerFault(workerFault.value)}{' '}
        <button type="button" onClick={scoreAgain}>
          {w.restart}
        </button>
      </p>
    );
  if (workerFault.value !== undefined)
    return (
      <p class="banner bad" role="alert">
        {w.workerFault(workerFault.value)}
      </p>
    );
  if (!isStale.value) return null;
  const first = problems.value.find(({ severity }) => severity === 'error');
  return (
    <p class="banner" role="status">
      <strong>{result.value === undefined ? w.noResult : w.stale}</strong>
      {first !== undefined && <span> {first.message}</span>}
    </p>
  );
}
