import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentNode } from '../../src/input/document.ts';
import { readDocument } from '../../src/input/read-document.ts';
import { createSource, placeOf, textOf } from '../../src/text/source.ts';

/** `code at line:column text` for each diagnostic. */
function problems(text: string): string[] {
  const source = createSource('d.yaml', text);
  return readDocument(source).diagnostics.map(({ code, span, facts }) => {
    const { line, column } = placeOf(source, span.start);
    const detail =
      'problem' in facts ? ` ${facts.problem}` : 'feature' in facts ? ` ${facts.feature}` : '';
    return `${code}${detail} at ${line}:${column} ${textOf(source, span)}`;
  });
}

function rootOf(text: string): DocumentNode {
  const { root, diagnostics } = readDocument(createSource('d.json', text));
  if (root === undefined) throw new Error(diagnostics.map(({ code }) => code).join());
  return root;
}

/** The tree as plain arrays, names in order. */
function outline(node: DocumentNode): unknown {
  switch (node.kind) {
    case 'object':
      return [...node.entries.values()].map(({ name, value }) => [name, outline(value)]);
    case 'list':
      return node.entries.map(outline);
    case 'text':
      return node.text;
    case 'number':
      return { number: node.written };
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    default:
      return node satisfies never;
  }
}

describe('reading JSON and YAML', () => {
  it('keeps every number as it is written', () => {
    const text = '{"a": 1.50, "b": -0.10, "c": 1e3, "d": 12345678901234567890, "e": 1E-2}';
    expect(outline(rootOf(text))).toEqual([
      ['a', { number: '1.50' }],
      ['b', { number: '-0.10' }],
      ['c', { number: '1e3' }],
      ['d', { number: '12345678901234567890' }],
      ['e', { number: '1E-2' }],
    ]);
  });

  it('reads JSON with a byte order mark, tabs and CRLF, with exact places', () => {
    const source = createSource('d.json', '\uFEFF{\r\n\t"a":\t"x",\r\n\t"b": [1,\r\n2]\r\n}\r\n');
    const { root, diagnostics } = readDocument(source);
    expect(diagnostics).toEqual([]);
    if (root?.kind !== 'object') throw new Error('no object');
    const [a, b] = [...root.entries.values()];
    expect([a, b].map((entry) => entry && textOf(source, entry.nameSpan))).toEqual(['"a"', '"b"']);
    expect([a, b].map((entry) => entry && textOf(source, entry.value.span))).toEqual([
      '"x"',
      '[1,\r\n2]',
    ]);
    expect(textOf(source, root.span)).toBe('{\r\n\t"a":\t"x",\r\n\t"b": [1,\r\n2]\r\n}');
  });

  it('reads block YAML with spans that end where the values end', () => {
    const source = createSource(
      'd.yaml',
      '部门: 甲局   # 注\n列表:\n  - 1.0\n  - 空 格\n段: |\n  一\n  二\n\n',
    );
    const { root } = readDocument(source);
    if (root?.kind !== 'object') throw new Error('no object');
    const spans = [...root.entries.values()].map(({ value }) => textOf(source, value.span));
    expect(spans).toEqual(['甲局', '- 1.0\n  - 空 格', '|\n  一\n  二']);
    expect(outline(root)).toEqual([
      ['部门', '甲局'],
      ['列表', [{ number: '1.0' }, '空 格']],
      ['段', '一\n二\n'],
    ]);
  });

  it('treats names that JavaScript knows as ordinary names', () => {
    const text =
      '{"__proto__": {"constructor": 1}, "toString": 2, "hasOwnProperty": 3, "constructor": 4}';
    expect(outline(rootOf(text))).toEqual([
      ['__proto__', [['constructor', { number: '1' }]]],
      ['toString', { number: '2' }],
      ['hasOwnProperty', { number: '3' }],
      ['constructor', { number: '4' }],
    ]);
  });

  it('reads yes, no, on and off as words, and null in each of its spellings', () => {
    expect(outline(rootOf('[yes, no, on, off, true, False, null, ~, Null]'))).toEqual([
      'yes',
      'no',
      'on',
      'off',
      true,
      false,
      null,
      null,
      null,
    ]);
  });

  it('reports a name that is given twice, with both places', () => {
    const source = createSource('d.json', '{"a": 1, "b": {"a": 2}, "a": 3}');
    const [first, ...others] = readDocument(source).diagnostics;
    expect(others).toEqual([]);
    expect(first?.code).toBe('entry-twice');
    expect(first?.span.start).toBe(24);
    expect(first?.related.map(({ span }) => span.start)).toEqual([1]);
  });

  it('keeps quoted merge signs as ordinary names', () => {
    expect(outline(rootOf('{"<<": 1}'))).toEqual([['<<', { number: '1' }]]);
  });
});

describe('what is refused', () => {
  it.each([
    ['a: &x 1\nb: *x', ['document-feature anchor at 1:4 &x', 'document-feature alias at 2:4 *x']],
    ['{"a": &q [*q]}', ['document-feature anchor at 1:7 &q', 'document-feature alias at 1:11 *q']],
    ['a: !!int 3', ['document-feature tag at 1:4 !!int']],
    ['!x {a: 1}', ['document-feature tag at 1:1 !x']],
    ['? *x\n: 1', ['document-feature alias at 1:3 *x']],
    ['%YAML 1.1\n---\na: 1', ['document-feature directive at 1:1 %YAML 1.1']],
    ['<<: {a: 1}\nb: 2', ['document-feature merge at 1:1 <<']],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
    expect(readDocument(createSource('d', text)).root).toBeUndefined();
  });

  it('does not unfold a bomb of aliases', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [*l${i}, *l${i}]`);
    const found = problems(`l0: &l0 [x]\n${levels.join('\n')}`);
    expect(found).toHaveLength(31 + 60);
    expect(found.every((problem) => problem.startsWith('document-feature'))).toBe(true);
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['objects', '{"a":'.repeat(50_000)],
    ['dashes', '- '.repeat(20_000)],
    ['question marks', '? '.repeat(20_000)],
    ['indentation', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('bottomless nesting by %s, with one message', (_kind, text) => {
    expect(problems(text)).toEqual([expect.stringMatching(/^document-too-deep at/)]);
  });

  it('accepts nesting as deep as any file needs', () => {
    expect(problems(`${'['.repeat(60)}${']'.repeat(60)}`)).toEqual([]);
  });

  it.each([
    ['0x1F', '31'],
    ['0o17', '15'],
    ['017', '17'],
    ['-007.5', '-7.5'],
    ['.inf', undefined],
    ['-.INF', undefined],
    ['.nan', undefined],
    ['1e1000', undefined],
  ])('the number %s, suggesting %s', (written, suggestion) => {
    const source = createSource('d.yaml', `a: ${written}\n`);
    const { root, diagnostics } = readDocument(source);
    expect(diagnostics.map(({ code, facts, span }) => [code, facts, textOf(source, span)])).toEqual(
      [['number-notation', { text: written, suggestion }, written]],
    );
    expect(diagnostics[0]?.fix?.edits[0]?.text).toBe(suggestion);
    expect(root && outline(root)).toEqual([['a', null]]);
  });
});

describe('faults of syntax', () => {
  it.each([
    ['', ['document-empty at 1:1 ']],
    ['  \n# nothing\n', ['document-empty at 2:1 ']],
    ['null', ['document-empty at 1:1 ']],
    ['{"a": 1', ['document-syntax unclosed at 1:8 ']],
    ['{"a": [1, 2}', ['document-syntax unclosed at 1:12 }']],
    ['{"a": "b', ['document-syntax unclosed at 1:9 ']],
    ['{"a": 1}}', ['document-syntax unexpected at 1:9 }']],
    ['{"a": "x" "b": 2}', ['document-syntax unexpected at 1:11 "b"']],
    ['{"a": "x"\n"b": 2}', ['document-syntax separator at 2:1 "']],
    ['{"a": 1 "b": 2}', ['document-syntax unexpected at 1:7 1 "b": 2']],
    ['[1 "x"]', ['document-syntax separator at 1:2 1 "x"']],
    ['{"a" 1}', ['document-syntax separator at 1:6 1']],
    ['{"a": "\\x"}', ['document-syntax escape at 1:8 \\']],
    ['a:\n\tb: 1', ['document-syntax tab at 2:1 \t']],
    ['a: 1\n b: 2', ['document-syntax nested at 1:4 1']],
    ['a: b: c', ['document-syntax nested at 1:4 b']],
    ['a: @b', ['document-syntax first-character at 1:4 @']],
    ['a: 1\n---\nb: 2', ['document-syntax several-documents at 2:1 -']],
    ['? [a]\n: 1', ['document-syntax name at 1:3 [']],
    ['{"a": 1, // x\n"b": 2}', ['document-syntax comment at 1:10 // x\n"b"']],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
    expect(readDocument(createSource('d', text)).root).toBeUndefined();
  });

  it('replaces full-width punctuation in JSON, but not inside of texts', () => {
    const text = '{"a"：“甲，乙”，"b": "“丙”：，"，"c": ［1］}';
    const source = createSource('d.json', text);
    const { diagnostics } = readDocument(source);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['full-width-mark']));
    const edits = diagnostics.flatMap(({ fix }) => fix?.edits ?? []).reverse();
    const mended = edits.reduce(
      (mending, { span, text: by }) => mending.slice(0, span.start) + by + mending.slice(span.end),
      text,
    );
    // The comma of the first text was outside of any quotation mark that JSON knows.
    expect(mended).toBe('{"a":"甲,乙","b": "“丙”：，","c": [1]}');
  });

  it('wants plain colons in YAML where entries are due', () => {
    const text = '部门：甲局\ninputs：\n  率：1\n  数： 2\n';
    const { root, diagnostics } = readDocument(createSource('d.yaml', text));
    expect(root).toBeUndefined();
    expect(diagnostics.map(({ code, span }) => [code, span.start])).toEqual([
      ['full-width-mark', 2],
      ['full-width-mark', 12],
      ['full-width-mark', 17],
      ['full-width-mark', 23],
    ]);
    const edits = diagnostics.flatMap(({ fix }) => fix?.edits ?? []).reverse();
    const mended = edits.reduce(
      (mending, { span, text: by }) => mending.slice(0, span.start) + by + mending.slice(span.end),
      text,
    );
    expect(mended).toBe('部门: 甲局\ninputs:\n  率: 1\n  数: 2\n');
    for (const [written, at] of [
      ['部门: 甲\nyear：2024\ninputs: {}\n', 10],
      ['部门: 甲\ninputs:\n  率：1\n', 17],
    ] as const)
      expect(
        readDocument(createSource('d.yaml', written)).diagnostics.map(({ span }) => span.start),
      ).toEqual([at]);
  });

  it('leaves Chinese punctuation in unquoted YAML alone', () => {
    expect(outline(rootOf('备注: “引文”，说明：见附件'))).toEqual([
      ['备注', '“引文”，说明：见附件'],
    ]);
    expect(outline(rootOf('{备注: “引文”，见附件}'))).toEqual([['备注', '“引文”，见附件']]);
  });

  it('says at most one thing of a line and twenty in all', () => {
    expect(problems('"'.repeat(1001))).toHaveLength(1);
    expect(problems('"" ""\n'.repeat(100)).length).toBeLessThanOrEqual(20);
  });

  it('never throws, whatever the text', () => {
    const marks = fc.constantFrom(...'{}[]:,"\'\\\n\t &*!|>%@`#?-~.0x1：，“”甲'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: marks, maxLength: 40 }), (text) => {
        const { root, diagnostics } = readDocument(createSource('d', text));
        expect(root !== undefined || diagnostics.length > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads whatever JSON writes, with the same numbers and texts', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        fc.pre(value !== null);
        expect(outline(rootOf(JSON.stringify(value, null, 1)))).toEqual(expectedOutline(value));
      }),
      { numRuns: 300 },
    );
  });
});

function expectedOutline(value: unknown): unknown {
  if (typeof value === 'number') return { number: JSON.stringify(value) };
  if (Array.isArray(value)) return value.map(expectedOutline);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([name, part]) => [name, expectedOutline(part)]);
}
