// The earlier states that were kept by themselves, to go back to.
import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { history, keepInHistory, restore } from '../state/autosave.ts';
import type { Snapshot } from '../state/autosave.ts';
import { titleOf } from '../state/files.ts';
import { FIRST_FILE } from '../state/shipped.ts';
import { language } from '../state/settings.ts';
import { words } from '../words/words.ts';
import { ask, notify, openDialog, show } from './dialogs.ts';

const entries = signal<readonly Snapshot[]>([]);

/** Puts an earlier state back, and keeps the present one first. */
export async function replaceState(next: Snapshot, say: string): Promise<void> {
  await keepInHistory();
  restore(next);
  notify([say]);
}

export async function openHistory(): Promise<void> {
  entries.value = await history();
  show(words.peek().historyTitle, () => <Entries />);
}

function Entries(): VNode {
  const w = words.value;
  if (entries.value.length === 0) return <p>{w.historyEmpty}</p>;
  const format = new Intl.DateTimeFormat(language.value === 'zh' ? 'zh-CN' : 'en', {
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  return (
    <table class="plain-table history">
      <tbody>
        {entries.value.map((entry) => (
          <tr key={entry.time}>
            <th scope="row">{format.format(entry.time)}</th>
            <td>{titleOf(entry.open)}</td>
            <td>{w.historyOf(entry.files.length)}</td>
            <td>
              <button
                type="button"
                onClick={() => {
                  openDialog.value?.answer(undefined);
                  void replaceState(entry, w.restored);
                }}
              >
                {w.restore}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Everything as when the page was first opened. */
export async function resetAll(): Promise<void> {
  const w = words.peek();
  const yes = await ask({ kind: 'confirm', text: w.askResetAll });
  if (yes === undefined) return;
  await replaceState(
    { time: Date.now(), files: [], departments: [], open: FIRST_FILE, kept: [] },
    w.restored,
  );
}
