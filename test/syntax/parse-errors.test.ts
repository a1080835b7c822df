import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lex } from '../../grammar/lexer.ts';
import { endOf } from '../../grammar/tokens.ts';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import type { SyntaxNode } from '../../src/syntax/tree.ts';
import { visit } from '../../src/syntax/visit.ts';
import { outline, read, rulesetOf, unmarked } from './reading-text.ts';

/** Codes with their spans, against the ⟦marks⟧ of a text. */
function expectDiagnostics(marked: string, codes: readonly string[]): void {
  const { text, marks } = unmarked(marked);
  const found = read(text).diagnostics.map(({ code, span }) => [code, span.start, span.end]);
  expect(found).toEqual(codes.map((code, at) => [code, ...(marks[at] ?? [])]));
}

function inRuleset(text: string): string {
  return `ruleset 甲 {\n  ${text}\n}`;
}

function factsOf(text: string): unknown {
  return read(text).diagnostics[0]?.facts;
}

describe('what is easily written for something else', () => {
  test.each([
    ['let x = any of ⟦甲 and 乙⟧ over 表', 'loose-condition'],
    ['when all of ⟦甲 = 1 or not 乙 and 丙⟧ over 表 where 丁 : 1', 'loose-condition'],
    ['indicator ⟦"甲"⟧ 1 point { judged }', 'name-in-text-quotes'],
    [
      'group ⟦“甲”⟧ 1 point { indicator ⟦"乙"⟧ 1 point { judged } }',
      'name-in-text-quotes',
      'name-in-text-quotes',
    ],
    ['input x : ⟦money 万元⟧ at least 0', 'foreign-operator'],
    ['input x : ⟦number 平方米⟧', 'foreign-operator'],
    ['input x : list of ⟦count 家⟧', 'foreign-operator'],
    ['input x ⟦。⟧ number', 'foreign-operator'],
    ['when x > 1 ⟦。⟧ 1 otherwise ⟦。⟧ 0', 'foreign-operator', 'foreign-operator'],
    ['tiers of x { 5%⟦–⟧10% : 1 otherwise : 0 }', 'foreign-operator'],
    ['when x > 1 : 10 ⟦othewise⟧ : 0', 'unknown-statement'],
    ['tiers of x { >= 90% : 10 ⟦otherwse⟧ : 0 }', 'unknown-statement'],
    ['当 x > 1 : 10 ⟦其馀⟧ : 0', 'unknown-statement'],
  ])('%s', (marked, ...codes) => {
    expectDiagnostics(inRuleset(marked), codes);
  });

  test('a ruleset that has no name, or has it in quotes', () => {
    expectDiagnostics('ruleset ⟦for⟧ 2024 { total 1 point }', ['expected-something']);
    expectDiagnostics('规则集 ⟦适用⟧ 2024 { 总分 1 分 }', ['expected-something']);
    expectDiagnostics('ruleset ⟦amends⟧ "a.chi" { }', ['expected-something']);
    expectDiagnostics('ruleset ⟦"某区 评价"⟧ for 2024 { }', ['name-in-text-quotes']);
    expect(rulesetOf(read('ruleset "某区评价" for 2024 { }').file).name.text).toBe('某区评价');
    // Keywords may be names where they are used as such.
    expectDiagnostics('ruleset for for 2024 { }', []);
  });

  test('what was meant is read', () => {
    const inputs = rulesetOf(read(inRuleset('input x : money 万元')).file).statements;
    expect(inputs).toMatchObject([{ type: { kind: 'money', unit: { text: '万元' } } }]);
  });

  test.each(['deduct 1 per x⟦。⟧\n judged', 'judged⟦。⟧', 'judged⟦。⟧ // 评定'])(
    'a sentence does not end in a full stop: %s',
    (text) => {
      expectDiagnostics(inRuleset(text), ['full-stop']);
    },
  );
});

describe('one mistake gives one message at its place', () => {
  test.each([
    ['input A ⟦money in⟧ 万元', 'expected-something'],
    ['input A : money in⟦⟧', 'expected-something'],
    ['input A :⟦⟧', 'expected-something'],
    ['input⟦⟧', 'expected-something'],
    ['input ⟦A x⟧ : number', 'spaced-name'],
    ['let x =⟦⟧', 'expected-something'],
    ['let x = 3 +⟦⟧', 'expected-something'],
    ['let x = 3 * ⟦*⟧ 4', 'unexpected-text'],
    ['let x = (3 + 4⟦⟧', 'expected-something'],
    ['let x = f(y ⟦foo⟧) + 4', 'unexpected-text'],
    ['let x = 3 ⟦@⟧ 4', 'unexpected-character'],
    ['let x = a ⟦==⟧ b', 'foreign-operator'],
    ['let x = ⟦1,234⟧', 'thousands-separator'],
    ['let x = ⟦1.2.3⟧ + 4', 'number-format'],
    ['let x = ⟦「」⟧', 'empty-name'],
    ['about ⟦"abc⟧', 'unterminated-text'],
    ['about ⟦“abc"⟧', 'unterminated-text'],
    ['let ⟦「abc = 3⟧', 'unterminated-name'],
    ['about "a⟦\\⟧x"', 'unknown-escape'],
    ['total⟦⟧', 'expected-something'],
    ['scores rounded to 0.1⟦⟧', 'expected-something'],
    ['grades { 优 ⟦90⟧ }', 'expected-something'],
    ['when x > 3 ⟦0⟧', 'expected-something'],
    ['when x > ⟦:⟧ 0', 'expected-something'],
    ['tiers of x { >= 90% ⟦1⟧ otherwise : 0 }', 'expected-something'],
    ['tiers of x { >= 90% : 1 otherwise : 0 ⟦otherwise : 1⟧ }', 'unexpected-text'],
    ['deduct 0.1 per ⟦of⟧ x', 'expected-something'],
    ['veto "v" when x⟦⟧', 'expected-something'],
    ['veto ⟦when⟧ x : 0', 'expected-something'],
    ['not applicable when x⟦⟧', 'expected-something'],
    ['example { a = 1; b ⟦}⟧ gives 1', 'expected-something'],
    ['example { a = 1 }⟦⟧', 'expected-something'],
    ['example { a = 1⟦⟧ gives 1', 'missing-closing-brace'],
    ['indicator A ⟦{⟧ judged }', 'expected-something'],
    ['indicator ⟦2⟧ points { judged }', 'expected-something'],
    ['indicator ⟦政府采购 执行率⟧ 2 points { judged }', 'spaced-name'],
    ['indicator A 2 points ⟦at mots 3⟧ { judged }', 'unexpected-text'],
    ['item A 1 point ⟦judged⟧ }', 'expected-something'],
    ['group A 3 points { ⟦set B = 3⟧ }', 'amendment-inside'],
    ['⟦gropu⟧ A 20 points { judged }', 'unknown-statement'],
    ['⟦at lest⟧ 3', 'unknown-statement'],
    ['⟦指标政府采购⟧ 2 分 { judged }', 'unknown-statement'],
    ['⟦政府采购⟧ 2 分 { indicator A 2 points { judged } }', 'expected-something'],
    ['⟦whatever⟧ comes', 'unknown-statement'],
    ['⟦3⟧', 'unexpected-text'],
    ['rename A ⟦B⟧', 'expected-something'],
    ['cite A⟦⟧', 'expected-something'],
    ['add ⟦foo⟧ 3', 'expected-something'],
    ['replace ⟦foo⟧', 'expected-something'],
    ['remove⟦⟧', 'expected-something'],
  ])('%s', (marked, code) => {
    expectDiagnostics(inRuleset(marked), [code]);
    expectDiagnostics(inRuleset(`judged\n  ${marked}\n  judged`), [code]);
  });

  test.each([
    ['⟦⟧', 'empty-file'],
    ['⟦⟧ // only a comment', 'empty-file'],
    ['⟦total⟧ 100 points', 'expected-something'],
    ['⟦rulset⟧ 甲 { judged }', 'unknown-statement'],
    ['⟦规则集甲⟧ { judged }', 'unknown-statement'],
    ['⟦foo⟧ 甲 { judged }', 'expected-something'],
    ['⟦foo bar⟧ ruleset 甲 { judged }', 'unexpected-text'],
    ['ruleset⟦⟧', 'expected-something'],
    ['ruleset 甲⟦⟧', 'expected-something'],
    ['ruleset 甲 for ⟦{⟧ judged }', 'expected-something'],
    ['ruleset 甲 {⟦⟧', 'missing-closing-brace'],
    ['ruleset 甲 { judged ⟦/*⟧ }', 'unterminated-comment'],
    ['ruleset 甲 { } ⟦judged⟧ group', 'text-after-ruleset'],
    ['ruleset 甲 { }\n⟦ruleset⟧ 乙 { }', 'text-after-ruleset'],
  ])('%s', (marked, code) => {
    expectDiagnostics(marked, [code]);
  });

  test('and several mistakes as many', () => {
    expectDiagnostics(
      inRuleset(
        'input A ⟦money in⟧ 元\n let x =⟦⟧\n judged\n ⟦gropu⟧ B 3 points {\n judged ⟦@⟧\n tiers of x {\n >= ⟦:⟧ 1\n >= 2 ⟦3⟧\n } }',
      ),
      [
        'expected-something',
        'expected-something',
        'unknown-statement',
        'unexpected-character',
        'expected-something',
        'expected-something',
      ],
    );
  });
});

describe('braces', () => {
  test('a missing one is found by indentation, and nothing is lost', () => {
    const text = `ruleset 甲 {
  group A 20 points {
    indicator B 10 points {
      item C 5 points { judged }⟦⟧
    indicator D 10 points { judged }
  }
  group E 80 points { indicator F 80 points { judged } }
}`;
    expectDiagnostics(text, ['missing-closing-brace']);
    const { file, diagnostics } = read(unmarked(text).text);
    expect(outline(rulesetOf(file).statements)).toBe(
      'group(indicator(item(judged)) indicator(judged)) group(indicator(judged))',
    );
    expect(
      diagnostics[0]?.related.map(({ span }) => unmarked(text).text.slice(span.start, span.end)),
    ).toEqual(['indicator']);
    expect(diagnostics[0]?.facts).toEqual({ head: 'indicator B 10 points', blocks: 1 });
  });

  test('without indentation, by what cannot stand inside', () => {
    const text =
      'ruleset 甲 { group A 2 points { indicator B 1 point { judged⟦⟧ indicator C 1 point { judged } } }';
    expectDiagnostics(text, ['missing-closing-brace']);
    expect(outline(rulesetOf(read(unmarked(text).text).file).statements)).toBe(
      'group(indicator(judged) indicator(judged))',
    );
  });

  test('at the end of the text one message names all blocks that are open', () => {
    const text = 'ruleset 甲 {\n  group A 2 points {\n    indicator B 1 point {';
    expect(read(text).diagnostics).toMatchObject([
      {
        code: 'missing-closing-brace',
        facts: { head: 'indicator B 1 point', blocks: 3 },
        fix: { edits: [{ text: '\n}}}' }] },
      },
    ]);
  });

  test('one too many is found by indentation, and nothing is lost', () => {
    const text = `ruleset 甲 {
  group A 20 points {
    indicator B 20 points { judged }
    ⟦}⟧
  }
  group E 80 points { }
}`;
    expectDiagnostics(text, ['unmatched-closing-brace']);
    expect(outline(rulesetOf(read(unmarked(text).text).file).statements)).toBe(
      'group(indicator(judged)) group()',
    );
  });

  test('one inside a text that never ends is not missed a second time', () => {
    expectDiagnostics(inRuleset('item A 1 point { about ⟦"abc }⟧'), ['unterminated-text']);
  });
});

describe('what was understood is kept', () => {
  test.each([
    ['input A', { kind: 'input', names: [{ text: 'A' }], type: { kind: 'missing' } }],
    ['input : number', { names: [{ text: '' }], type: { name: 'number' } }],
    ['let x = 3 +', { value: { left: { digits: '3' }, right: { kind: 'missing' } } }],
    [
      'let x = 1 < < 3',
      { value: { links: [{ operand: { kind: 'missing' } }, { operand: { digits: '3' } }] } },
    ],
    [
      'indicator A { judged }',
      { name: { text: 'A' }, points: { kind: 'missing' }, statements: [{ kind: 'judged' }] },
    ],
    [
      'gropu A 2 points { judged }',
      { kind: 'group', name: { text: 'A' }, statements: [{ kind: 'judged' }] },
    ],
    ['指标政府采购 2 分 { judged }', { kind: 'indicator', statements: [{ kind: 'judged' }] }],
    ['item A 1 point judged }', { kind: 'item', statements: [{ kind: 'judged' }] }],
    [
      'tiers of x { >= : 1 >= 2 : 3 }',
      { value: { rows: [{ value: { digits: '1' } }, { value: { digits: '3' } }] } },
    ],
    ['if x', undefined],
  ])('%s', (text, tree) => {
    const [first] = rulesetOf(read(inRuleset(text)).file).statements;
    if (tree === undefined) expect(first).toBeUndefined();
    else expect(first).toMatchObject(tree);
  });
});

describe('messages', () => {
  test('name what is wanted in words, never a rule of the grammar', () => {
    expect(factsOf(inRuleset('indicator A { }'))).toEqual({ expected: 'points', found: '{' });
    const [diagnostic] = read(inRuleset('indicator A { }')).diagnostics;
    expect(diagnostic && sentence(diagnostic, 'en')).toBe(
      'A number of points is expected here, not “{”.',
    );
    expect(diagnostic && sentence(diagnostic, 'zh')).toBe('这里应当是分值，而不是“{”。');
  });

  test.each([
    ['gropu A 1 { }', 'group'],
    ['indicater A 1 { }', 'indicator'],
    ['at mots 3', 'at most'],
    ['分祖 A 1 { }', '分组'],
    ['分组A 1 { }', '分组 A'],
    ['一票否定 "a" 当 x : 0', '一票否决'],
    ['whatever', undefined],
  ])('%s may have been meant as %s', (text, meant) => {
    expect(factsOf(inRuleset(text))).toMatchObject({ meant });
  });

  test.each([
    ['let x = 1,234,567', '1234567'],
    ['let x = .5', '0.5'],
    ['let x = a && b', 'and'],
    ['indicator A B 1 point { }', '「A B」'],
    ['gropu A 1 point { }', 'group'],
    ['about "abc', '"'],
  ])('%s can be mended by writing %s', (text, written) => {
    expect(read(inRuleset(text)).diagnostics[0]?.fix?.edits).toMatchObject([{ text: written }]);
  });
});

describe('nesting', () => {
  const deep = 10_000;
  test.each([
    ['parentheses', `let a = ${'('.repeat(deep)}1${')'.repeat(deep)}`],
    ['open parentheses', `let a = ${'('.repeat(deep)}`],
    ['signs', `let a = ${'-'.repeat(deep)}1`],
    ['negations', `let a = ${'not '.repeat(deep)}yes`],
    ['sums', `let a = ${'1 + '.repeat(deep)}1`],
    ['fields', `let a = b${'.c'.repeat(deep)}`],
    ['lists', `let a = ${'['.repeat(deep)}1${']'.repeat(deep)}`],
    ['records', `let a = ${'{ b = '.repeat(deep)}1${'}'.repeat(deep)}`],
    ['choices', `let a = ${'if b then '.repeat(deep)}1`],
    ['types', `input a : ${'list of '.repeat(deep)}number`],
    ['groups', `${'group A 1 point {'.repeat(deep)}${'}'.repeat(deep)}`],
  ])('of %s is bounded, and what follows is read', (_, text) => {
    const { file, diagnostics } = read(inRuleset(`${text}\n  let last = 1`));
    expect(diagnostics.map(({ code }) => code)).toEqual(['nesting-too-deep']);
    expect(rulesetOf(file).statements.at(-1)).toMatchObject({
      kind: 'let',
      name: { text: 'last' },
    });
  });
});

describe('a token gone wrong in a real ruleset', () => {
  const sample = readFileSync(new URL('samples/futian.chi', import.meta.url), 'utf8');

  function countStatements(text: string): number {
    let count = 0;
    const look = (node: SyntaxNode) => {
      if ('statements' in node || node.kind === 'let' || node.kind === 'input') count++;
    };
    visit(read(text).file, { node: look });
    return count;
  }

  test.each([
    ['missing', ''],
    ['replaced', 'foo'],
    ['preceded by a stray character', '@'],
  ])('%s gives at most one message and loses at most its own statement', (how, insertion) => {
    const whole = countStatements(sample);
    for (const token of lex(sample).tokens) {
      const end = how.startsWith('preceded') ? token.startOffset : endOf(token);
      const text = `${sample.slice(0, token.startOffset)} ${insertion} ${sample.slice(end)}`;
      const codes = read(text).diagnostics.map(({ code }) => code);
      expect([token.image, token.startLine, codes.length <= 1]).toEqual([
        token.image,
        token.startLine,
        true,
      ]);
      expect(countStatements(text)).toBeGreaterThanOrEqual(whole - 1);
    }
  });
});
