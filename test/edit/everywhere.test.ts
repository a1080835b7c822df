import { describe, expect, test } from 'vitest';
import { definitionAt, referencesAt } from '../../src/edit/definition.ts';
import { hoverAt, hoverMarkdown } from '../../src/edit/hover.ts';
import { renamableAt } from '../../src/edit/rename.ts';
import { signatureAt } from '../../src/edit/signature.ts';
import { symbolsOf } from '../../src/edit/symbols.ts';
import { placesIn, shipped, workspaceOf } from './editing.ts';

const files = shipped();
const workspace = workspaceOf(files);

describe('every place of every shipped ruleset', () => {
  test.each(Object.keys(files))('%s answers hover, definition and references', (file) => {
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
  });
});
