import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import type { Host } from '../../src/compile.ts';
import { createSource } from '../../src/text/source.ts';

/** A host over texts by path; `../` climbs as paths do. */
function hostOf(files: Readonly<Record<string, string>>): Host {
  const texts = new Map(Object.entries(files));
  return {
    read: (path) => texts.get(path),
    resolve: (from, relative) => new URL(relative, `file:///${from}`).pathname.slice(1),
  };
}

function compileFile(path: string, files: Readonly<Record<string, string>>) {
  const host = hostOf(files);
  return compile(createSource(path, host.read(path) ?? ''), host);
}

const ROOT = 'ruleset 根 { total 2 points indicator A 2 points { judged } }';
const codes = ({ diagnostics }: ReturnType<typeof compile>) =>
  diagnostics.map(({ code, span }) => [code, span.file]);

describe('compile', () => {
  test('a ruleset alone gives a framework and its source', () => {
    const { framework, diagnostics, sources } = compileFile('a.chi', { 'a.chi': ROOT });
    expect(diagnostics).toEqual([]);
    expect(framework?.name).toBe('根');
    expect([...sources.keys()]).toEqual(['a.chi']);
  });

  test('ancestors are found from the file that names them', () => {
    const files = {
      'city/root.chi': ROOT,
      'city/2021/mid.chi': 'ruleset 中 amends "../root.chi" { points A = 1  total 1 point }',
      'district/leaf.chi': 'ruleset 叶 for 2022 amends "../city/2021/mid.chi" { rename A to B }',
    };
    const { framework, sources } = compileFile('district/leaf.chi', files);
    expect(framework?.files).toEqual(['city/root.chi', 'city/2021/mid.chi', 'district/leaf.chi']);
    expect(framework?.children.map(({ name }) => name)).toEqual(['B']);
    expect([...sources.keys()]).toEqual([
      'district/leaf.chi',
      'city/2021/mid.chi',
      'city/root.chi',
    ]);
  });

  test('a missing parent is said at its path, and nothing is guessed about it', () => {
    const { framework, diagnostics } = compileFile('a.chi', {
      'a.chi': 'ruleset R amends "../no.chi" { points X = 1 }',
    });
    expect(framework).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'parent-missing', facts: { path: '../no.chi' }, span: { start: 17, end: 28 } },
    ]);
  });

  test('a circle of amendments is named', () => {
    const files = {
      'a.chi': 'ruleset A amends "b.chi" { }',
      'b.chi': 'ruleset B amends "a.chi" { }',
    };
    const { diagnostics } = compileFile('a.chi', files);
    expect(diagnostics).toMatchObject([
      {
        code: 'amends-cycle',
        facts: { chain: ['a.chi', 'b.chi', 'a.chi'] },
        span: { file: 'b.chi' },
      },
    ]);
  });

  test('a chain without end is given up', () => {
    const host: Host = {
      read: (path) => `ruleset R amends "${path}x" { }`,
      resolve: (_from, relative) => relative,
    };
    const { diagnostics } = compile(createSource('r', host.read('r') ?? ''), host);
    expect(diagnostics.map(({ code }) => code)).toEqual(['amends-too-long']);
  });

  test('what is wrong in a parent is said in the parent, after the ruleset’s own', () => {
    const files = {
      'root.chi': 'ruleset 根 { total 3 points indicator A 2 points { score 未知数 } }',
      'leaf.chi': 'ruleset 叶 amends "root.chi" { points B = 1 }',
    };
    expect(codes(compileFile('leaf.chi', files))).toEqual([
      ['unknown-path', 'leaf.chi'],
      ['unknown-name', 'root.chi'],
    ]);
  });

  test('while points do not add up, nothing is said of what is still to be written', () => {
    const begun = (total: number) =>
      compileFile('a.chi', {
        'a.chi': `ruleset 甲 { total ${total} points input 率 : percent let 值 = 3
          grades { 优 from ${total - 1} 良 from 0 } indicator A 2 points { judged at most 1 } }`,
      });
    expect(codes(begun(90)).map(([code]) => code)).toEqual(['points-not-conserved']);
    expect(codes(begun(2)).map(([code]) => code)).toContain('unused-input');
  });

  test('with an error there is no framework, with a warning there is', () => {
    expect(
      compileFile('a.chi', { 'a.chi': ROOT.replace('total 2', 'total 3') }).framework,
    ).toBeUndefined();
    const warned = compileFile('b.chi', {
      'a.chi': ROOT,
      'b.chi': 'ruleset B amends "a.chi" { points A = 2 }',
    });
    expect(codes(warned)).toEqual([['amendment-changes-nothing', 'b.chi']]);
    expect(warned.framework?.name).toBe('B');
  });

  test('a parent that cannot be read as a ruleset stops the checking, not the reading', () => {
    const files = {
      'root.chi': '???',
      'leaf.chi': 'ruleset 叶 amends "root.chi" { points B = 1 }',
    };
    const { diagnostics } = compileFile('leaf.chi', files);
    expect(new Set(diagnostics.map(({ span }) => span.file))).toEqual(new Set(['root.chi']));
  });
});
