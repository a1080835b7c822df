import { describe, expect, test } from 'vitest';
import { codeActionsAt } from '../../src/edit/code-actions.ts';
import { codeLensesOf } from '../../src/edit/code-lenses.ts';
import { completionAt } from '../../src/edit/completion.ts';
import { definitionAt } from '../../src/edit/definition.ts';
import { diagnosticsOf } from '../../src/edit/diagnostics.ts';
import { foldsOf } from '../../src/edit/folding.ts';
import { formatEdits } from '../../src/edit/format.ts';
import { hoverAt } from '../../src/edit/hover.ts';
import { inlayHintsOf } from '../../src/edit/inlay-hints.ts';
import { renameAt } from '../../src/edit/rename.ts';
import { semanticTokensOf } from '../../src/edit/semantic-tokens.ts';
import { setPoints } from '../../src/edit/set-points.ts';
import { signatureAt } from '../../src/edit/signature.ts';
import { symbolsOf } from '../../src/edit/symbols.ts';
import { createWorkspaceMemory } from '../../src/edit/workspace.ts';
import { shipped, workspaceOf } from './editing.ts';

const files = shipped();

describe('a text that breaks off', () => {
  test.each(['gallery/bonus.chi', 'gallery/choice.chi', 'nanshan/2023.chi'])(
    '%s at the end of any line answers every question',
    (file) => {
      const text = files[file] ?? '';
      const lines = [...text.matchAll(/$/gm)].map(({ index }) => index);
      const memory = createWorkspaceMemory();
      const step = Math.max(1, Math.floor(lines.length / 12));
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
