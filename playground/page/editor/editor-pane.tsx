// The pane of the ruleset text: a title with what can be done to the text, and Monaco, which is loaded
// once the page stands. Until then the text is shown as it is.
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import {
  isChanged,
  openFile,
  resetFile,
  isOwn,
  scoredFile,
  textOf,
  titleOf,
} from '../state/files.ts';
import { saveNow } from '../state/autosave.ts';
import { language } from '../state/settings.ts';
import { ask } from '../frame/dialogs.ts';
import { Menu } from '../frame/menu.tsx';
import { words } from '../words/words.ts';
import { editorHandle } from './edit-text.ts';

const loaded = signal(false);
/** The language of Monaco's own menus, which it reads once. */
const menuLanguage = signal(language.peek());

async function load(element: HTMLElement): Promise<void> {
  // Monaco reads its words when it starts, so they have to be there first.
  menuLanguage.value = language.peek();
  if (language.peek() === 'zh') await import('monaco-editor/nls/lang/zh-cn');
  const { mountEditor } = await import('./mount.ts');
  mountEditor(element);
  loaded.value = true;
}

async function reloadPage(): Promise<void> {
  await saveNow();
  location.reload();
}

export function EditorPane(): VNode {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (element.current !== null) void load(element.current);
  }, []);
  const w = words.value;
  const path = openFile.value;
  return (
    <section class="pane editor-pane" aria-label={w.editor} id="editor">
      <header class="pane-head">
        <h2 title={path}>
          {titleOf(path)}
          {isChanged(path) && !isOwn(path) && <span class="mark"> · {w.changed}</span>}
        </h2>
        <Tools path={path} />
      </header>
      {path !== scoredFile.value && (
        <p class="amended">
          {w.amendedShown(titleOf(scoredFile.value))}
          <button type="button" onClick={() => (openFile.value = scoredFile.value)}>
            {w.backTo(titleOf(scoredFile.value))}
          </button>
        </p>
      )}
      <div class="editor-holder">
        {!loaded.value && <pre class="editor-waiting">{textOf(path)}</pre>}
        <div class="editor" ref={element} />
      </div>
      <p class="editor-hint">
        {w.editorLeave}
        {menuLanguage.value !== language.value && (
          <>
            {' · '}
            {w.editorMenus}{' '}
            <button type="button" class="link" onClick={() => void reloadPage()}>
              {w.reloadPage}
            </button>
          </>
        )}
      </p>
    </section>
  );
}

function Tools({ path }: { path: string }): VNode {
  const w = words.value;
  const handle = editorHandle.value;
  const idle = handle === undefined;
  return (
    <div class="tools">
      <button type="button" disabled={idle} onClick={() => handle?.run('undo')}>
        {w.undo}
      </button>
      <button type="button" disabled={idle} onClick={() => handle?.run('redo')}>
        {w.redo}
      </button>
      <button
        type="button"
        disabled={idle}
        onClick={() => handle?.run('editor.action.formatDocument')}
      >
        {w.format}
      </button>
      <Menu
        title={w.menu}
        items={[
          { name: w.toChinese, run: () => void handle?.convert('zh') },
          { name: w.toEnglish, run: () => void handle?.convert('en') },
          { name: w.outline, run: () => handle?.run('editor.action.quickOutline') },
        ]}
      />
      {isChanged(path) && !isOwn(path) && (
        <button
          type="button"
          onClick={() => {
            void ask({ kind: 'confirm', text: w.askReset(titleOf(path)) }).then((yes) => {
              if (yes !== undefined) resetFile(path);
            });
          }}
        >
          {w.resetFile}
        </button>
      )}
    </div>
  );
}
