import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { diagnose } from '../../src/diagnostics/diagnose.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { diagnosticsJson, diagnosticsText } from '../../src/report/diagnostics.ts';
import { createSource } from '../../src/text/source.ts';
import type { Source } from '../../src/text/source.ts';
import { en, zh } from './scoring.ts';

function at(source: Source, part: string, more: Parameters<typeof diagnose>[3] = {}): Diagnostic {
  const start = source.text.indexOf(part);
  const span = { file: source.file, start, end: start + part.length };
  return diagnose('unknown-name', span, { name: part, suggestion: undefined }, more);
}

function lines(source: Source, diagnostic: Diagnostic, settings = en): string[] {
  return diagnosticsText([diagnostic], new Map([[source.file, source]]), settings);
}

describe('diagnostics as text', () => {
  it('shows place, code, sentence, and the line with a mark under the place', () => {
    const source = createSource('a.chi', 'ruleset 试 {\n  score 实际 / 2\n}\n');
    const [head, ...excerpt] = lines(source, at(source, '实际'));
    expect(head).toMatch(/^a\.chi:2:9 {2}error\[unknown-name\] .*“实际”/u);
    expect(excerpt).toEqual([' 2 │   score 实际 / 2', '   │         ^^^^']);
  });

  it('puts the mark where the text is, after wide characters and tabs', () => {
    const source = createSource('a.chi', '\t指标甲 score x');
    expect(lines(source, at(source, 'x')).slice(1)).toEqual([
      ' 1 │  指标甲 score x',
      '   │               ^',
    ]);
  });

  it('marks at least one column for an empty place and only the first line of a long one', () => {
    const source = createSource('a.chi', 'abc\ndef');
    const empty = { ...at(source, 'abc'), span: { file: 'a.chi', start: 3, end: 3 } };
    expect(lines(source, empty).slice(1)).toEqual([' 1 │ abc', '   │    ^']);
    const long = { ...at(source, 'abc'), span: { file: 'a.chi', start: 1, end: 7 } };
    expect(lines(source, long).slice(1)).toEqual([' 1 │ abc', '   │  ^^']);
  });

  it('shows a window of a very long line', () => {
    const source = createSource('a.chi', `${'一'.repeat(5000)}错${'二'.repeat(5000)}`);
    const [, text = '', mark = ''] = lines(source, at(source, '错'));
    expect(text.length).toBeLessThan(110);
    expect(text).toMatch(/一错二.*…$/u);
    expect(mark).toMatch(/│ +\^\^$/);
  });

  it('shows related places and every fix', () => {
    const source = createSource('a.chi', 'input 甲\ninput 甲\n');
    const span = { file: 'a.chi', start: 6, end: 7 };
    const note = { en: 'first declared here', zh: '最先在这里声明' };
    const fix = (text: string) => ({
      title: { en: `Write “${text}”`, zh: `改为“${text}”` },
      edits: [{ span, text }],
    });
    const diagnostic = {
      ...at(source, '甲'),
      related: [{ span, note }],
      choices: [fix('乙'), fix('丙')],
    };
    expect(lines(source, diagnostic).slice(3)).toEqual([
      '   a.chi:1:7: first declared here',
      ' 1 │ input 甲',
      '   │       ^^',
      '   fix: Write “乙”',
      '   or: Write “丙”',
    ]);
    expect(lines(source, diagnostic, zh).slice(-2)).toEqual([
      '   修改建议：改为“乙”',
      '   或：改为“丙”',
    ]);
  });

  it('speaks Chinese', () => {
    const source = createSource('a.chi', 'score 实际');
    expect(lines(source, at(source, '实际'), zh)[0]).toMatch(
      /^a\.chi:1:7 {2}错误\[unknown-name\] /u,
    );
  });

  it('names only the file when its text is not there', () => {
    const source = createSource('a.chi', 'score 实际');
    expect(diagnosticsText([at(source, '实际')], new Map(), en)).toHaveLength(1);
    expect(diagnosticsText([at(source, '实际')], new Map(), en)[0]).toMatch(/^a\.chi {2}error/);
  });

  it('does not let a hostile file steer the terminal', () => {
    const source = createSource('a.chi', 'score \u001b[2J\u202e实际');
    const text = lines(source, at(source, '实际')).join('\n');
    expect(text).toContain('score ·[2J·实际');
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
  });

  it('shows the first twenty of a file, errors before warnings, and counts the rest', () => {
    const source = createSource('a.chi', '实际 '.repeat(60));
    const many = Array.from({ length: 60 }, () => at(source, '实际'));
    const shown = diagnosticsText(many, new Map([['a.chi', source]]), en);
    expect(shown).toHaveLength(20 * 3 + 1);
    expect(shown.at(-1)).toBe('… and 40 more');
    const mild = many.map((each) => ({ ...each, severity: 'warning' as const }));
    const both = diagnosticsText([...mild, ...many.slice(0, 5)], new Map([['a.chi', source]]), en);
    expect(both.filter((line) => line.includes('error['))).toHaveLength(5);
    expect(both.filter((line) => line.includes('warning['))).toHaveLength(15);
    expect(both.at(-1)).toBe('… and 45 more');
  });
});

describe('diagnostics as JSON', () => {
  it('gives one-based places in code points, code, message and fix', () => {
    const source = createSource('a.chi', 'ruleset 试 {\n  total 10 points\n  𠀀 numbr\n}\n');
    const { diagnostics, sources } = compile(source, {
      read: () => undefined,
      resolve: (_, path) => path,
    });
    const [first] = diagnosticsJson(diagnostics, sources, 'en');
    expect(first).toMatchObject({ file: 'a.chi', severity: 'error', fix: null });
    expect(first?.message).not.toBe('');
    const [own] = diagnosticsJson([at(source, 'numbr')], sources, 'zh');
    expect(own).toMatchObject({
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 10,
      code: 'unknown-name',
    });
  });

  it('lists the edits of a fix with their places', () => {
    const source = createSource('a.chi', 'score 实标');
    const span = { file: 'a.chi', start: 6, end: 8 };
    const fix = {
      title: { en: 'Write “实际”', zh: '改为“实际”' },
      edits: [{ span, text: '实际' }],
    };
    const [json] = diagnosticsJson(
      [at(source, '实标', { fix })],
      new Map([['a.chi', source]]),
      'zh',
    );
    expect(json?.fix).toEqual({
      title: '改为“实际”',
      edits: [{ file: 'a.chi', line: 1, column: 7, endLine: 1, endColumn: 9, text: '实际' }],
    });
  });
});
