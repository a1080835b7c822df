import { describe, expect, test } from 'vitest';
import { lex } from '../../grammar/lexer.ts';
import { codeActionsAt } from '../../src/edit/code-actions.ts';
import { codeLensesOf } from '../../src/edit/code-lenses.ts';
import { completionAt } from '../../src/edit/completion.ts';
import { definitionAt, referencesAt } from '../../src/edit/definition.ts';
import { diagnosticsOf } from '../../src/edit/diagnostics.ts';
import { foldsOf } from '../../src/edit/folding.ts';
import { formatEdits } from '../../src/edit/format.ts';
import { hoverAt, hoverMarkdown } from '../../src/edit/hover.ts';
import { inlayHintsOf } from '../../src/edit/inlay-hints.ts';
import { renamableAt, renameAt } from '../../src/edit/rename.ts';
import { semanticTokensOf } from '../../src/edit/semantic-tokens.ts';
import { setPoints } from '../../src/edit/set-points.ts';
import { signatureAt } from '../../src/edit/signature.ts';
import { symbolsOf } from '../../src/edit/symbols.ts';
import { createWorkspaceMemory } from '../../src/edit/workspace.ts';
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
    const step = Math.max(7, Math.floor(places.length / 25));
    let offered = 0;
    for (let index = step >> 1; index < places.length; index += step) {
      const place = places[index] ?? 0;
      for (const item of completionAt(workspace, file, place)) {
        offered++;
        expect(item.span.start <= place && place <= item.span.end).toBe(true);
        expect(item.label).not.toBe('');
      }
    }
    expect(offered).toBeGreaterThan(100);
  });
});

describe('a text that breaks off', () => {
  test.each(['gallery/bonus.chi', 'gallery/choice.chi', 'nanshan/2023.chi'])(
    '%s at the end of any line answers every question',
    (file) => {
      const text = files[file] ?? '';
      const lines = [...text.matchAll(/$/gm)].map(({ index }) => index);
      const memory = createWorkspaceMemory();
      const step = Math.max(1, Math.floor(lines.length / 24));
      for (let at = 0; at < lines.length; at += step) {
        const end = lines[at] ?? 0;
        const broken = workspaceOf({ ...files, [file]: text.slice(0, end) }, { memory });
        diagnosticsOf(broken, file);
        symbolsOf(broken, file);
        foldsOf(broken, file);
        semanticTokensOf(broken, file);
        inlayHintsOf(broken, file);
        codeLensesOf(broken, file);
        formatEdits(broken, file);
        setPoints(broken, file, [{ path: [], points: '100' }]);
        for (const place of [end, Math.max(0, end - 1)]) {
          hoverAt(broken, file, place);
          completionAt(broken, file, place);
          signatureAt(broken, file, place);
          definitionAt(broken, file, place);
          renameAt(broken, file, place, '新名');
          codeActionsAt(broken, file, place, place);
        }
      }
      expect(lines.length).toBeGreaterThan(10);
    },
  );

  test.each([
    ['nothing', ''],
    ['white space', ' \n\t\n'],
    ['a comment', '// 只有一句话'],
    ['another language', 'SELECT * FROM 表 WHERE "x'],
    ['a brace', '{'],
    ['a file that amends itself', '规则集 甲 修订自 "a.chi" { 设置 X = 1 }'],
    ['a parent that is not there', '规则集 甲 修订自 "b.chi" { 设置 X = 1 }'],
    ['hostile names', '规则集 __proto__ { 输入 constructor, 「<img onerror=x>」 : 是或否 }'],
  ])('into %s answers every question', (_, text) => {
    const broken = workspaceOf({ 'a.chi': text });
    for (let place = 0; place <= text.length; place++) {
      hoverAt(broken, 'a.chi', place);
      completionAt(broken, 'a.chi', place);
      renameAt(broken, 'a.chi', place, 'toString');
      codeActionsAt(broken, 'a.chi', place, place);
      expect(definitionAt(broken, 'a.chi', place).length).toBeLessThanOrEqual(1);
    }
    expect(symbolsOf(broken, 'a.chi').length).toBeLessThanOrEqual(1);
    expect(diagnosticsOf(broken, 'missing.chi')).toEqual([]);
  });
});
