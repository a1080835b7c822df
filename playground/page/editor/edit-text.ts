// Writes changes into ruleset texts and moves to places in them. The editor takes part once it is
// loaded, so that changes from any panel can be undone there; before that, texts are changed directly.
import { signal } from '@preact/signals';
import type { Language } from '../../../src/diagnostics/diagnose.ts';
import type { TextEdit, TextPlace } from '../../protocol.ts';
import { exists, openFile, textOf, writeFile } from '../state/files.ts';

/** What a loaded editor can do for the panels. */
export interface EditorHandle {
  /** Replaces parts of a file in one step of undo; false where the editor has not opened the file. */
  readonly edit: (file: string, edits: readonly TextEdit[]) => boolean;
  readonly reveal: (place: TextPlace) => void;
  readonly run: (command: string) => void;
  readonly focus: () => void;
  /** Spells the keywords of the shown file in this language. */
  readonly convert: (to: Language) => Promise<void>;
}

export const editorHandle = signal<EditorHandle | undefined>(undefined);

/** Where the cursor is in the open file. */
export const cursor = signal<{
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}>({ offset: 0, line: 1, column: 1 });

let wanted: TextPlace | undefined;

/** The text with all edits done; places are those of the text before. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.place.start - a.place.start)
    .reduce(
      (now, { place, text: piece }) => now.slice(0, place.start) + piece + now.slice(place.end),
      text,
    );
}

/** Does all edits, in whichever files they are. */
export function applyEdits(edits: readonly TextEdit[]): void {
  for (const file of new Set(edits.map(({ place }) => place.file))) {
    const own = edits.filter(({ place }) => place.file === file);
    if (editorHandle.value?.edit(file, own) !== true) writeFile(file, edited(textOf(file), own));
  }
}

/** Opens the file of a place and shows the place, as soon as the editor is there. */
export function goTo(place: TextPlace): void {
  if (!exists(place.file)) return;
  wanted = place;
  openFile.value = place.file;
  showWanted();
}

/** Shows the place that was last asked for, if that was not done yet. */
export function showWanted(): void {
  if (wanted === undefined || editorHandle.value === undefined) return;
  const place = wanted;
  wanted = undefined;
  editorHandle.value.reveal(place);
}
