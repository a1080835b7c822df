// What can be done to the list of departments: a new one, a copy, taking one out, import and export.
import type { VNode } from 'preact';
import {
  addDepartments,
  hasOtherSamples,
  importDepartments,
  departments,
  removeDepartment,
  resetDepartments,
  selected,
} from '../state/departments.ts';
import { download } from '../state/download.ts';
import { scoredFile } from '../state/files.ts';
import { askNow } from '../state/results.ts';
import { notify } from '../frame/dialogs.ts';
import { Menu } from '../frame/menu.tsx';
import { words } from '../words/words.ts';

async function addNew(): Promise<void> {
  const answer = await askNow({ kind: 'new-department' });
  if (answer.kind === 'refused') notify(answer.messages, 'bad');
  else addDepartments([{ path: `${words.peek().department}.json`, text: answer.text }]);
}

/** Reads chosen or dropped files; what could not be read is said, nothing is left out in silence. */
export async function importFiles(files: readonly File[]): Promise<void> {
  const w = words.peek();
  for (const file of files) {
    try {
      const isText = /\.(?:json|csv|tsv|txt)$/i.test(file.name);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const content = isText && isUtf8(bytes) ? new TextDecoder().decode(bytes) : bytes;
      const answer = await askNow({ kind: 'import', name: file.name, content });
      if (answer.kind === 'refused') {
        notify([w.importFailed(file.name), ...answer.messages], 'bad');
        continue;
      }
      const { replaced } = importDepartments(answer.departments);
      notify(
        [
          w.imported(answer.departments.length),
          ...(replaced > 0 ? [w.importReplaced(replaced)] : []),
          ...answer.notes,
        ],
        answer.notes.length > 0 ? 'bad' : 'plain',
      );
    } catch (error) {
      notify([w.importFailed(file.name), String(error)], 'bad');
    }
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

async function exportAs(
  what: 'departments' | 'scores',
  format: 'json' | 'csv' | 'xlsx',
): Promise<void> {
  const answer = await askNow({ kind: 'export', what, format });
  if (answer.kind === 'refused') notify(answer.messages, 'bad');
  else download(answer.name, answer.type, answer.content);
}

const FORMATS = ['xlsx', 'csv', 'json'] as const;

export function DepartmentTools(): VNode {
  const w = words.value;
  const { file } = selected.value;
  const one = departments.value[file];
  return (
    <div class="tools">
      <button type="button" onClick={() => void addNew()}>
        {w.addDepartment}
      </button>
      <button
        type="button"
        disabled={one === undefined}
        onClick={() => one && addDepartments([one])}
      >
        {w.duplicateDepartment}
      </button>
      <button type="button" disabled={one === undefined} onClick={() => removeDepartment(file)}>
        {w.deleteDepartment}
      </button>
      {hasOtherSamples(scoredFile.value) && (
        <button type="button" onClick={() => resetDepartments(scoredFile.value)}>
          {w.resetDepartments}
        </button>
      )}
      <label class="button" title={w.importTitle}>
        {w.import}
        <input
          type="file"
          class="hidden"
          multiple
          accept=".json,.csv,.tsv,.xlsx"
          aria-label={w.importTitle}
          onChange={(event) => {
            const input = event.currentTarget;
            void importFiles([...(input.files ?? [])]).then(() => (input.value = ''));
          }}
        />
      </label>
      <Menu
        title={w.export}
        items={(['scores', 'departments'] as const).flatMap((what) =>
          FORMATS.map((format) => ({
            name: w.exportKinds[what](format),
            run: () =>
              void exportAs(what, format).catch((error: unknown) =>
                notify([w.failed(String(error))], 'bad'),
              ),
          })),
        )}
      />
    </div>
  );
}
