import { describe, expect, test } from 'vitest';
import { keywordEntries } from '../../grammar/keywords.ts';
import { textMateGrammar } from '../../grammar/textmate.ts';

const { patterns } = textMateGrammar();

/** The scope of the first pattern that begins at the start of the marked text, as editors try them. */
function scopeOf(before: string, text: string): string | undefined {
  const whole = before + text;
  return patterns.find(({ match, begin }) => {
    const pattern = new RegExp(match ?? begin ?? '', 'yu');
    pattern.lastIndex = before.length;
    return pattern.test(whole);
  })?.name;
}

/** How far the pattern that is tried first reaches. */
function reachOf(text: string): string | undefined {
  for (const { match } of patterns) {
    const found = match === undefined ? null : new RegExp(match, 'yu').exec(text);
    if (found) return found[0];
  }
  return undefined;
}

describe('the TextMate grammar', () => {
  // Written anew by `npm run generate`.
  test('of the VS Code extension is what the grammar gives now', async () => {
    const text = `${JSON.stringify(textMateGrammar(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../editors/vscode/syntaxes/biaochi.tmLanguage.json');
  });

  test('knows every keyword in every spelling as a whole', () => {
    for (const [id, { en, zh }] of keywordEntries)
      for (const spelling of [...en, ...zh]) {
        expect(scopeOf('', spelling), `${id} ${spelling}`).toMatch(
          /keyword|storage|support|constant/,
        );
        expect(reachOf(`${spelling} `)).toBe(spelling);
      }
  });

  test('colours no part of a name', () => {
    expect(scopeOf('', '指标体系')).toBeUndefined();
    expect(scopeOf('', 'total_2024')).toBeUndefined();
    expect(scopeOf('工', '指标')).toBeUndefined();
  });

  test('tells texts, quoted names, numbers, dates and units apart', () => {
    expect(scopeOf('', '“说明”')).toBe('string.quoted.biaochi');
    expect(scopeOf('', '「5G 站」')).toBe('variable.other.quoted.biaochi');
    expect(scopeOf('', '２０.5')).toBe('constant.numeric.biaochi');
    expect(scopeOf('', '2024年12月31日')).toBe('constant.numeric.date.biaochi');
    expect(scopeOf('2000', ' 万元')).toBe('keyword.other.unit.biaochi');
    expect(scopeOf('90', '%')).toBe('keyword.other.unit.biaochi');
    expect(scopeOf('', '扣0.5分')).toBe('keyword.other.biaochi');
    expect(scopeOf('', '// 注释')).toBe('comment.line.biaochi');
  });
});
