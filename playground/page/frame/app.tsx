// The whole page: files and ruleset on the left, results on the right, departments beneath, with lines
// between them that can be moved.
import type { VNode } from 'preact';
import { EditorPane } from '../editor/editor-pane.tsx';
import { DepartmentsPanel } from '../panels/departments-panel.tsx';
import { FilesPanel } from '../panels/files-panel.tsx';
import { ProblemsPanel } from '../panels/problems-panel.tsx';
import {
  departmentsHeight,
  filesShown,
  filesWidth,
  problemsHeight,
  resultsWidth,
} from '../state/settings.ts';
import { words } from '../words/words.ts';
import { DialogFrame, Notices } from './dialog-frame.tsx';
import { Header } from './header.tsx';
import { ResultsPane } from './results-pane.tsx';
import { Splitter } from './splitter.tsx';
import { StatusBar } from './status-bar.tsx';
import { Tour } from './tour.tsx';

function percent(share: number): string {
  return `${String(Math.round(share * 10_000) / 100)}%`;
}

export function App(): VNode {
  const w = words.value;
  const files = filesShown.value;
  return (
    <div class="page">
      <Header />
      <main
        class={files ? 'work' : 'work no-files'}
        style={{
          '--files': percent(filesWidth.value),
          '--results': percent(resultsWidth.value),
          '--departments': percent(departmentsHeight.value),
          '--problems': percent(problemsHeight.value),
        }}
      >
        {files && <FilesPanel />}
        {files && (
          <Splitter
            area="line-files"
            label={w.resize.files}
            direction="columns"
            size={filesWidth}
            side="before"
            least={0.08}
            most={0.3}
          />
        )}
        <div class="text">
          <EditorPane />
          <Splitter
            area="line-problems"
            label={w.resize.problems}
            direction="rows"
            size={problemsHeight}
            side="after"
            least={0.08}
            most={0.6}
          />
          <ProblemsPanel />
        </div>
        <Splitter
          area="line-results"
          label={w.resize.results}
          direction="columns"
          size={resultsWidth}
          side="after"
          least={0.25}
          most={0.65}
        />
        <ResultsPane />
        <Splitter
          area="line-departments"
          label={w.resize.departments}
          direction="rows"
          size={departmentsHeight}
          side="after"
          least={0.1}
          most={0.6}
        />
        <DepartmentsPanel />
      </main>
      <StatusBar />
      <DialogFrame />
      <Notices />
      <Tour />
    </div>
  );
}
