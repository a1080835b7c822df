// Puts Monaco into an element and keeps it in step with the files, the problems and the settings, in
// both directions.
import { effect } from '@preact/signals';
import type { ProblemView, TextPlace } from '../../protocol.ts';
import { keepAsBaseline } from '../state/project.ts';
import { openFile } from '../state/files.ts';
import { problems } from '../state/results.ts';
import { isDark } from '../state/settings.ts';
import { words } from '../words/words.ts';
import { cursor, editorHandle, goTo, showWanted } from './edit-text.ts';
import { LANGUAGE, configuration, monarch } from './language.ts';
import { editModel, editSpans, followFile, modelOf, pathOf, rangeOf } from './models.ts';
import type { Model } from './models.ts';
import { monaco } from './monaco.ts';
import { registerFileProviders } from './file-providers.ts';
import { registerPlaceProviders } from './place-providers.ts';
import { asked } from './worker-answers.ts';
import { notify } from '../frame/dialogs.ts';
import { darkTheme, lightTheme } from './theme.ts';

const views = new Map<string, monaco.editor.ICodeEditorViewState | null>();

const FONTS =
  'ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", "PingFang SC", "Microsoft YaHei", monospace';

const SEVERITY = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  note: monaco.MarkerSeverity.Info,
} as const;

function markersOf(model: Model, path: string, all: readonly ProblemView[]) {
  return all
    .filter(({ place }) => place.file === path)
    .map(({ severity, message, code, place }) => {
      const range = rangeOf(model, place.start, Math.max(place.end, place.start + 1));
      const { startLineNumber, startColumn, endLineNumber, endColumn } = range;
      return {
        startLineNumber,
        startColumn,
        endLineNumber,
        endColumn,
        severity: SEVERITY[severity],
        message,
        code,
      };
    });
}

/** Fills the element with an editor. */
export function mountEditor(element: HTMLElement): void {
  monaco.languages.register({ id: LANGUAGE, extensions: ['.chi'] });
  monaco.languages.setMonarchTokensProvider(LANGUAGE, monarch);
  monaco.languages.setLanguageConfiguration(LANGUAGE, configuration);
  monaco.editor.defineTheme('biaochi-light', lightTheme);
  monaco.editor.defineTheme('biaochi-dark', darkTheme);
  registerPlaceProviders();
  registerFileProviders();

  const editor = monaco.editor.create(element, {
    model: null,
    automaticLayout: true,
    fontFamily: FONTS,
    fontSize: 13,
    lineHeight: 21,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    wordWrap: 'on',
    wrappingIndent: 'indent',
    tabSize: 2,
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
    quickSuggestions: { other: true, comments: false, strings: false },
    'semanticHighlighting.enabled': true,
    renderLineHighlight: 'all',
    // The number of an empty last line would be too pale to read.
    renderFinalNewline: 'on',
    accessibilitySupport: 'auto',
    fixedOverflowWidgets: true,
    padding: { top: 8, bottom: 8 },
    stickyScroll: { enabled: false },
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    ariaLabel: words.peek().editorHelp,
  });

  effect(() => {
    editor.updateOptions({ ariaLabel: words.value.editorHelp });
    monaco.editor.setTheme(isDark() ? 'biaochi-dark' : 'biaochi-light');
  });
  let shown: string | undefined;
  effect(() => {
    const path = openFile.value;
    followFile(path);
    if (shown === path) return;
    if (shown !== undefined) views.set(shown, editor.saveViewState());
    shown = path;
    editor.setModel(modelOf(path));
    editor.restoreViewState(views.get(path) ?? null);
    showWanted();
  });
  effect(() => {
    const path = openFile.value;
    const model = modelOf(path);
    monaco.editor.setModelMarkers(model, LANGUAGE, markersOf(model, path, problems.value));
  });
  editor.onDidChangeCursorPosition(({ position }) => {
    const offset = editor.getModel()?.getOffsetAt(position) ?? 0;
    cursor.value = { offset, line: position.lineNumber, column: position.column };
  });
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS, keepAsBaseline);
  // Definitions in other files: Monaco asks for them to be opened.
  monaco.editor.registerEditorOpener({
    openCodeEditor: (_source, resource, selection) => {
      const file = pathOf(resource);
      const model = modelOf(file);
      const start = selection === undefined ? 0 : model.getOffsetAt(startOf(selection));
      goTo({ file, start, end: start, line: model.getPositionAt(start).lineNumber });
      return true;
    },
  });

  editorHandle.value = {
    edit: editModel,
    reveal: (place: TextPlace) => {
      const model = editor.getModel();
      if (model === null) return;
      const range = rangeOf(model, place.start, place.end);
      editor.setSelection(range);
      editor.revealRangeInCenter(range);
      editor.focus();
    },
    run: (command) => {
      editor.focus();
      editor.trigger('page', command, null);
    },
    focus: () => editor.focus(),
    convert: async (to) => {
      const file = openFile.peek();
      const answer = await asked({ kind: 'convert-keywords', file, to });
      if (answer?.kind === 'refused') notify([answer.reason], 'bad');
      if (answer?.kind === 'edits') editSpans(file, answer.edits);
    },
  };
  showWanted();
}

function startOf(selection: monaco.IRange | monaco.IPosition): monaco.IPosition {
  return 'startLineNumber' in selection
    ? { lineNumber: selection.startLineNumber, column: selection.startColumn }
    : selection;
}
