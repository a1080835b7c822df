// The list of rulesets: those in use, the gallery from easy to hard, and files of one's own with what
// can be done to them.
import type { VNode } from 'preact';
import {
  hasOtherSamples,
  departmentsOf,
  resetDepartments,
  setDepartments,
} from '../state/departments.ts';
import {
  chooseFile,
  exists,
  freePath,
  isChanged,
  isOwn,
  openFile,
  ownFiles,
  removeFile,
  renameFile,
  resetFile,
  scoredFile,
  textOf,
  titleOf,
  writeFile,
} from '../state/files.ts';
import { EXAMPLES, OFFICIAL, exampleAt } from '../state/shipped.ts';
import { starterText } from '../state/starter.ts';
import { language } from '../state/settings.ts';
import { ask, notify } from '../frame/dialogs.ts';
import { words } from '../words/words.ts';

async function makeNew(): Promise<void> {
  const w = words.peek();
  const name = await ask({ kind: 'prompt', text: w.askName, initial: w.newName });
  if (name === undefined) return;
  const path = freePath(name);
  writeFile(path, starterText(language.peek()));
  chooseFile(path);
}

async function makeCopy(): Promise<void> {
  const w = words.peek();
  const from = openFile.peek();
  const name = await ask({ kind: 'prompt', text: w.askName, initial: w.copyOf(titleOf(from)) });
  if (name === undefined) return;
  const path = freePath(name);
  writeFile(path, textOf(from));
  setDepartments(path, departmentsOf(scoredFile.peek()));
  chooseFile(path);
}

async function giveName(path: string): Promise<void> {
  const w = words.peek();
  const before = path.replace(/^my\//, '').replace(/\.chi$/, '');
  const name = await ask({ kind: 'prompt', text: w.askName, initial: before });
  if (name === undefined || name === before) return;
  const to = freePath(name);
  if (exists(to)) notify([w.nameTaken], 'bad');
  else {
    setDepartments(to, departmentsOf(path));
    renameFile(path, to);
  }
}

async function remove(path: string): Promise<void> {
  const yes = await ask({ kind: 'confirm', text: words.peek().askDelete(titleOf(path)) });
  if (yes !== undefined) removeFile(path);
}

async function putBack(path: string): Promise<void> {
  const yes = await ask({ kind: 'confirm', text: words.peek().askReset(titleOf(path)) });
  if (yes === undefined) return;
  resetFile(path);
  resetDepartments(path);
}

export function FilesPanel(): VNode {
  const w = words.value;
  return (
    <nav class="pane files-pane" aria-label={w.files} id="files">
      <header class="pane-head">
        <h2>{w.files}</h2>
        <div class="tools">
          <button type="button" onClick={() => void makeNew()}>
            {w.newFile}
          </button>
          <button type="button" onClick={() => void makeCopy()}>
            {w.copyFile}
          </button>
        </div>
      </header>
      <div class="files-body">
        <FileList title={w.official} paths={OFFICIAL.map(({ open }) => open)} />
        <FileList title={w.mine} paths={ownFiles.value} />
        {ownFiles.value.length === 0 && <p class="hint">{w.noMine}</p>}
        <FileList title={w.examples} paths={EXAMPLES.map(({ open }) => open)} />
      </div>
    </nav>
  );
}

function FileList({ title, paths }: { title: string; paths: readonly string[] }): VNode {
  return (
    <section>
      <h3>{title}</h3>
      <ul class="file-list">
        {paths.map((path) => (
          <FileRow key={path} path={path} />
        ))}
      </ul>
    </section>
  );
}

function FileRow({ path }: { path: string }): VNode {
  const w = words.value;
  const example = exampleAt(path);
  const current = openFile.value === path;
  const changed = !isOwn(path) && (isChanged(path) || hasOtherSamples(path));
  return (
    <li class={scoredFile.value === path ? 'scored' : ''}>
      <button
        type="button"
        class="file"
        aria-current={current ? 'page' : undefined}
        title={path}
        onClick={() => chooseFile(path)}
      >
        <span class="file-title">{example?.title[language.value] ?? titleOf(path)}</span>
        <span class="file-path">
          {example?.about[language.value] ?? path}
          {changed && <span class="mark"> · {w.changed}</span>}
        </span>
      </button>
      {current && (isOwn(path) || changed) && (
        <div class="tools">
          {isOwn(path) && (
            <>
              <button type="button" onClick={() => void giveName(path)}>
                {w.renameFile}
              </button>
              <button type="button" onClick={() => void remove(path)}>
                {w.deleteFile}
              </button>
            </>
          )}
          {changed && (
            <button type="button" onClick={() => void putBack(path)}>
              {w.resetFile}
            </button>
          )}
        </div>
      )}
    </li>
  );
}
