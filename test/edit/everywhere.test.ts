import { describe, expect, test } from 'vitest';
import { lex } from '../../grammar/lexer.ts';
import { completionAt } from '../../src/edit/completion.ts';
import { definitionAt, referencesAt } from '../../src/edit/definition.ts';
import { hoverAt, hoverMarkdown } from '../../src/edit/hover.ts';
import { renamableAt } from '../../src/edit/rename.ts';
import { signatureAt } from '../../src/edit/signature.ts';
import { symbolsOf } from '../../src/edit/symbols.ts';
import { shipped, workspaceOf } from './editing.ts';

const files = shipped();
const workspace = workspaceOf(files);

/** Where tokens begin and end, and the ends of lines. */
function placesIn(text: string): readonly number[] {
  const { tokens } = lex(text);
  const ends = [...text.matchAll(/$/gm)].map(({ index }) => index);
  const edges = tokens.flatMap(({ startOffset, image }) => [
    startOffset,
    startOffset + image.length,
  ]);
  return [...new Set([...edges, ...ends, 0, text.length])].sort((a, b) => a - b);
}

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

  test.each(Object.keys(files))('%s answers completion', (file) => {
    const text = files[file] ?? '';
    const places = placesIn(text);
    // Every place of all files together takes minutes: a place in each stretch of every file.
    const step = Math.max(7, Math.floor(places.length / 15));
    let offered = 0;
    for (let index = step >> 1; index < places.length; index += step) {
      const place = places[index] ?? 0;
      for (const item of completionAt(workspace, file, place)) {
        offered++;
        expect(item.span.start <= place && place <= item.span.end).toBe(true);
        expect(item.label).not.toBe('');
      }
    }
    expect(offered).toBeGreaterThan(60);
  });
});
