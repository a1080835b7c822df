import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { textOf, createSource } from '../../src/text/source.ts';
import { print } from '../../src/syntax/print.ts';
import { outline, read, rulesetOf, statement } from './reading-text.ts';
import { withoutSpans } from './without-spans.ts';

function sample(name: string): string {
  return readFileSync(new URL(`samples/${name}.chi`, import.meta.url), 'utf8');
}

const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  ['{', '｛'],
  ['}', '｝'],
  [':', '：'],
  [';', '；'],
  [',', '，'],
  ['%', '％'],
  ['>=', '≥'],
  ['*', '×'],
  ['=', '＝'],
  ['/', '÷'],
]);

/** The text as a Chinese input method types it; texts and comments are left alone. */
function fullWidth(text: string): string {
  return text.replace(/"[^"]*"|\/\/.*|>=|[{}:;,%*=/]| /g, (piece) =>
    piece === ' ' ? '　' : (FULL_WIDTH.get(piece) ?? piece),
  );
}

describe.each(['futian', 'longhua'])('the sample ruleset %s', (name) => {
  const text = sample(name);
  const { file, diagnostics } = read(text);

  test('parses without a diagnostic', () => {
    expect(diagnostics).toEqual([]);
  });

  test.each(['zh', 'en'] as const)('means the same with %s keywords', (keywords) => {
    const other = read(print(file, createSource('test.chi', text), { keywords }));
    expect(other.diagnostics).toEqual([]);
    expect(withoutSpans(other.file.ruleset)).toEqual(withoutSpans(file.ruleset));
  });

  test('means the same with full-width punctuation', () => {
    const other = read(fullWidth(text));
    expect(other.diagnostics).toEqual([]);
    expect(withoutSpans(other.file.ruleset)).toEqual(withoutSpans(file.ruleset));
  });

  test('may mix the languages line by line', () => {
    const source = createSource('test.chi', text);
    const [english, chinese] = (['en', 'zh'] as const).map((keywords) =>
      print(file, source, { keywords }).split('\n'),
    );
    const mixed = (english ?? [])
      .map((line, at) => (at % 2 === 0 ? line : (chinese?.[at] ?? '')))
      .join('\n');
    const other = read(mixed);
    expect(other.diagnostics).toEqual([]);
    expect(withoutSpans(other.file.ruleset)).toEqual(withoutSpans(file.ruleset));
  });
});

describe('statements', () => {
  test('of a whole ruleset come in the order of the text', () => {
    expect(outline(rulesetOf(read(sample('longhua')).file).statements)).toBe(
      'points points set replace remove add',
    );
  });

  test('carry the span of all that was written, and of nothing more', () => {
    const text = 'ruleset 甲 {\n  locked input A, B : number at least 0 "x" ;\n}';
    const [input] = rulesetOf(read(text).file).statements;
    expect(input && textOf(createSource('test.chi', text), input.span)).toBe(
      'locked input A, B : number at least 0 "x"',
    );
  });

  test('separators between them mean nothing', () => {
    expect(
      outline(rulesetOf(read('ruleset 甲 { ; judged ,, judged；judged ; }').file).statements),
    ).toBe('judged judged judged');
  });

  test.each([
    [
      'total 100 points at most 100 uncapped',
      { kind: 'total', caps: [{ side: 'at-most' }, { side: 'uncapped' }] },
    ],
    [
      'scores rounded to 0.01 half up',
      { kind: 'rounding', of: 'indicators', rounding: { mode: 'half-up' } },
    ],
    [
      'items rounded to 0.1 half even',
      { kind: 'rounding', of: 'items', rounding: { mode: 'half-even' } },
    ],
    ['rounded to 0.1 down', { kind: 'rounded', rounding: { mode: 'down' } }],
    [
      'grades { 优 from 90 良 above 80 }',
      {
        kind: 'grades',
        grades: [
          { name: { text: '优' }, exclusive: false },
          { name: { text: '良' }, exclusive: true },
        ],
      },
    ],
    [
      'open let 合格线 : percent',
      { kind: 'let', open: true, locked: false, value: undefined, type: { name: 'percent' } },
    ],
    [
      'input A : list of at least 2 money in 万元',
      { type: { kind: 'list', exact: false, least: { digits: '2' }, of: { kind: 'money' } } },
    ],
    [
      'input A : number from 0 to 100',
      { bounds: [{ operator: '>=' }, { operator: '<=', limit: { digits: '100' } }] },
    ],
    ['penalty group A 5 points at most 5', { kind: 'group', standing: 'penalty', statements: [] }],
    [
      'deduct 0.1 per 1% of X above 10% per started step at most 1 when Y',
      {
        kind: 'deduct',
        side: 'above',
        reading: 'started-step',
        subject: { name: { text: 'X' } },
        condition: { name: { text: 'Y' } },
      },
    ],
    [
      'deduct 1',
      { kind: 'deduct', per: undefined, subject: undefined, reading: undefined, atMost: undefined },
    ],
    ['judged', { kind: 'judged', form: { kind: 'free' } }],
    [
      'judged one of { A : 1.5 "x"  B : 0 }',
      {
        form: { kind: 'choice', choices: [{ about: { text: 'x' } }, { points: { digits: '0' } }] },
      },
    ],
    [
      'checklist { A 1 point B 2 }',
      {
        form: {
          kind: 'checklist',
          entries: [{ points: { unit: { text: 'point' } } }, { points: { unit: undefined } }],
        },
      },
    ],
    [
      'veto total "v" when X : 0',
      { kind: 'veto', reach: 'total', ceiling: undefined, score: { digits: '0' } },
    ],
    [
      'veto grade at most 中 "v" when X',
      { kind: 'veto', reach: undefined, ceiling: { text: '中' }, score: undefined },
    ],
    ['exempt item "e" when X', { kind: 'exempt', reach: 'item' }],
    ['not applicable when X award in full', { kind: 'not-applicable', policy: 'in-full' }],
    [
      'check "c" : A = B within 0.01 万元',
      { kind: 'check', tolerance: { unit: { text: '万元' } } },
    ],
    [
      'example "n" { A = 1; B / C = 2 } gives 1 to 2',
      {
        kind: 'example',
        name: { text: 'n' },
        givens: [{}, { path: { names: [{ text: 'B' }, { text: 'C' }] } }],
        high: { digits: '2' },
      },
    ],
    ['source section "s"', { kind: 'source', document: undefined, section: { text: 's' } }],
    [
      'points A / B = 8 points',
      { kind: 'points', path: { names: [{ text: 'A' }, { text: 'B' }] } },
    ],
    ['set A / B = when X : 1 otherwise : 2', { kind: 'set', value: { kind: 'decision' } }],
    [
      'replace indicator A / B / C 6 points { judged }',
      {
        kind: 'replace',
        within: { names: [{ text: 'A' }, { text: 'B' }] },
        declaration: { kind: 'indicator', name: { text: 'C' } },
      },
    ],
    ['replace let A = 1', { kind: 'replace', within: undefined, declaration: { kind: 'let' } }],
    [
      'add item A 1 point { judged }',
      {
        kind: 'add',
        to: undefined,
        place: 'last',
        neighbour: undefined,
        declaration: { kind: 'item' },
      },
    ],
    [
      'add bonus group A 1 point to B / C before D { judged }',
      {
        kind: 'add',
        to: { names: [{ text: 'B' }, { text: 'C' }] },
        place: 'before',
        neighbour: { text: 'D' },
        declaration: { standing: 'bonus' },
      },
    ],
    ['rename A / B to C', { kind: 'rename', to: { text: 'C' } }],
    [
      'order { A, B、C D }',
      {
        kind: 'order',
        path: undefined,
        names: [{ text: 'A' }, { text: 'B' }, { text: 'C' }, { text: 'D' }],
      },
    ],
    ['cite A "f" section "s"', { kind: 'cite', document: { text: 'f' }, section: { text: 's' } }],
  ])('%s', (text, tree) => {
    expect(statement(text)).toMatchObject(tree);
  });

  test('clauses on the next line belong to the statement before unless a semicolon stands between', () => {
    expect(statement('input A : number\n  at least 0')).toMatchObject({
      bounds: [{ operator: '>=' }],
    });
    expect(
      outline(rulesetOf(read('ruleset 甲 { input A : number; at least 0 }').file).statements),
    ).toBe('input cap');
  });
});
