// Monaco's models of ruleset files, and places in them as the worker counts them.
import type { Edit } from '../../../src/diagnostics/diagnostic.ts';
import type { TextEdit } from '../../protocol.ts';
import { textOf, writeFile } from '../state/files.ts';
import { LANGUAGE } from './language.ts';
import { monaco } from './monaco.ts';

export type Model = monaco.editor.ITextModel;

const models = new Map<string, Model>();

/** The address under which Monaco knows a file. */
export function uriOf(path: string): monaco.Uri {
  return monaco.Uri.from({ scheme: 'ruleset', path: `/${path}` });
}

export function pathOf(uri: monaco.Uri): string {
  return uri.path.slice(1);
}

/** The model of a file, made when it is first wanted. */
export function modelOf(path: string): Model {
  const before = models.get(path);
  if (before !== undefined && !before.isDisposed()) return before;
  const model = monaco.editor.createModel(textOf(path), LANGUAGE, uriOf(path));
  // Offsets are counted the same everywhere only if there is one kind of line end.
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  model.onDidChangeContent(() => writeFile(path, model.getValue()));
  models.set(path, model);
  return model;
}

export function rangeOf(model: Model, start: number, end: number): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

/** Replaces parts of an opened file in one step of undo; false where it was not opened. */
export function editModel(path: string, edits: readonly TextEdit[]): boolean {
  if (!models.has(path)) return false;
  editSpans(
    path,
    edits.map(({ place, text }) => ({ span: place, text })),
  );
  return true;
}

/** The same with edits as the language service writes them. */
export function editSpans(path: string, edits: readonly Edit[]): void {
  const model = modelOf(path);
  model.pushStackElement();
  model.pushEditOperations(
    [],
    edits.map(({ span, text }) => ({ range: rangeOf(model, span.start, span.end), text })),
    () => null,
  );
  model.pushStackElement();
}

/** Changes from elsewhere (reset, history, a panel) come into the model as a step of undo. */
export function followFile(path: string): void {
  const text = textOf(path).replaceAll('\r\n', '\n');
  const model = modelOf(path);
  if (model.getValue() === text) return;
  model.pushStackElement();
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  model.pushStackElement();
}
