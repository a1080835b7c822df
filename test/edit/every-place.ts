// Every place of one ruleset asked what stands there, and what must hold of the answers.
import { expect } from 'vitest';
import { definitionAt, referencesAt } from '../../src/edit/definition.ts';
import { hoverAt, hoverMarkdown } from '../../src/edit/hover.ts';
import { renamableAt } from '../../src/edit/rename.ts';
import { signatureAt } from '../../src/edit/signature.ts';
import { symbolsOf } from '../../src/edit/symbols.ts';
import type { Workspace } from '../../src/edit/workspace.ts';
import { placesIn } from './editing.ts';

/** Asks hover, definition, renaming and signature help at every place of a file. */
export function askEverywhere(
  workspace: Workspace,
  files: Readonly<Record<string, string>>,
  file: string,
): void {
  const text = files[file] ?? '';
  let said = 0;
  let declared = 0;
  for (const place of placesIn(text)) {
    const hover = hoverAt(workspace, file, place);
    if (hover) {
      said++;
      expect(hover.span.start <= place && place <= hover.span.end).toBe(true);
      expect(hoverMarkdown(hover)).not.toContain('undefined');
    }
    const [definition] = definitionAt(workspace, file, place);
    if (definition) {
      declared++;
      expect(files[definition.to.file]).toBeDefined();
    }
    renamableAt(workspace, file, place);
    signatureAt(workspace, file, place);
  }
  expect(said).toBeGreaterThan(30);
  expect(declared).toBeGreaterThan(30);
  const [first] = symbolsOf(workspace, file);
  expect(referencesAt(workspace, file, first?.nameSpan.start ?? 0).length).toBeGreaterThan(0);
}
