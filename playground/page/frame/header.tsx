// The head of the page: its name, the commands that concern the whole project, language and colours.
import type { VNode } from 'preact';
import { filesShown, language, theme } from '../state/settings.ts';
import type { Theme } from '../state/settings.ts';
import { words } from '../words/words.ts';
import { openHistory, resetAll } from './history-dialog.tsx';
import { Menu } from './menu.tsx';
import { exportProject, importProject, openShare } from './share-dialog.tsx';
import { openShortcuts } from './shortcuts.tsx';
import { startTour } from './tour.tsx';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export function Header(): VNode {
  const w = words.value;
  return (
    <header class="top">
      <a class="skip" href="#results">
        {w.skip}
      </a>
      <h1>
        <span class="logo" aria-hidden="true" />
        {w.product}
        <small>{w.tagline}</small>
      </h1>
      <nav class="jump" aria-label={w.jumpTo}>
        <a href="#editor">{w.editor}</a>
        <a href="#results">{w.results}</a>
        <a href="#departments">{w.departments}</a>
      </nav>
      <div class="tools">
        <button
          type="button"
          class="files-toggle"
          aria-expanded={filesShown.value}
          onClick={() => (filesShown.value = !filesShown.value)}
        >
          {filesShown.value ? w.hideFiles : w.showFiles}
        </button>
        <button type="button" class="primary" onClick={() => void openShare()}>
          {w.share}
        </button>
        <Menu
          title={w.project}
          items={[
            { name: w.projectExport, run: () => void exportProject() },
            { name: w.projectImport, run: importProject },
            { name: w.history, run: () => void openHistory() },
            { name: w.resetAll, run: () => void resetAll() },
          ]}
        />
        <button type="button" onClick={startTour}>
          {w.tour}
        </button>
        <button type="button" onClick={openShortcuts}>
          {w.shortcuts}
        </button>
        <Menu
          title={w.themeName}
          items={THEMES.map((name) => ({
            name: `${theme.value === name ? '✓ ' : ''}${w.themes[name]}`,
            run: () => (theme.value = name),
          }))}
        />
        <button
          type="button"
          lang={language.value === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => (language.value = language.value === 'zh' ? 'en' : 'zh')}
        >
          {w.otherLanguage}
        </button>
      </div>
    </header>
  );
}
