// The line at the bottom: what the worker is doing, where the cursor is, whether all is saved, the
// version.
import type { VNode } from 'preact';
import { cursor } from '../editor/edit-text.ts';
import { worked } from '../state/results.ts';
import { saveState } from '../state/autosave.ts';
import { workerState } from '../state/worker-client.ts';
import { words } from '../words/words.ts';

export function StatusBar(): VNode {
  const w = words.value;
  const { line, column } = cursor.value;
  return (
    <footer class="status">
      <span class={`worker ${workerState.value}`} data-testid="worker">
        {workerWords()}
      </span>
      <span>{w.position(line, column)}</span>
      <span class="push">{saveState.value === 'refused' ? w.notSaved : w.saved}</span>
      <span>{w.version(__VERSION__)}</span>
    </footer>
  );
}

function workerWords(): string {
  const w = words.value;
  switch (workerState.value) {
    case 'starting':
      return w.starting;
    case 'working':
      return w.working;
    case 'stopped':
      return w.stoppedShort;
    case 'idle':
      return w.idle(worked.value < 10 ? worked.value.toFixed(1) : worked.value.toFixed(0));
    default:
      return workerState.value satisfies never;
  }
}
