import { describe, expect, test } from 'vitest';
import { diagnosticsIn, diagnosticsOf } from '../../src/edit/diagnostics.ts';
import { compilationOf, rememberCompilation } from '../../src/edit/workspace.ts';
import { shipped, workspaceOf } from './editing.ts';

const COMMON = '规则集 甲 {\n  总分 2 分\n  指标 一 2 分 { 评定 }\n  输入 闲置 : 是或否\n}\n';
const WIDER = COMMON.replace('总分 2', '总分 3').replace(/ {2}输入.*\n/, '');
const AMENDING = '规则集 乙 修订自 "common.chi" {\n  分值 一 = 3\n}\n';

describe('what is wrong', () => {
  test('with inherited text stands at the amendment that made it so', () => {
    const workspace = workspaceOf({ 'common.chi': COMMON, 'b.chi': AMENDING });
    const found = diagnosticsIn(workspace, 'b.chi');
    expect(found.map(({ code, span }) => [code, AMENDING.slice(span.start, span.end)])).toEqual([
      ['points-not-conserved', '3'],
    ]);
    expect(found[0]?.related[0]?.span.file).toBe('common.chi');
  });

  test('with the parent by itself is said in the parent alone', () => {
    const workspace = workspaceOf({ 'common.chi': COMMON, 'b.chi': AMENDING });
    expect(diagnosticsIn(workspace, 'common.chi').map(({ code }) => code)).toEqual([
      'unused-input',
    ]);
    expect(diagnosticsIn(workspace, 'b.chi').map(({ code }) => code)).not.toContain('unused-input');
  });

  test('stands at the word that names the parent where no amendment is known to be the cause', () => {
    const workspace = workspaceOf({ 'b.chi': '规则集 乙 修订自 "没有.chi" {\n}\n' });
    expect(diagnosticsIn(workspace, 'b.chi').map(({ code }) => code)).toEqual(['parent-missing']);
  });

  test('is nothing in a shipped ruleset and in the framework that it amends', () => {
    const workspace = workspaceOf(shipped());
    expect(diagnosticsIn(workspace, 'futian/2022.chi')).toEqual([]);
    expect(diagnosticsIn(workspace, 'shenzhen/common.chi')).toEqual([]);
  });
});

describe('a compilation', () => {
  test('is made once while nothing changes, and again when a parent does', () => {
    const workspace = workspaceOf({ 'common.chi': COMMON, 'b.chi': AMENDING });
    const first = compilationOf(workspace, 'b.chi');
    expect(compilationOf(workspace, 'b.chi')).toBe(first);
    const texts = { 'common.chi': WIDER, 'b.chi': AMENDING };
    const later = workspaceOf(texts, { memory: workspace.memory });
    expect(compilationOf(later, 'b.chi')).not.toBe(first);
    expect(diagnosticsIn(later, 'b.chi')).toEqual([]);
  });

  test('that was made elsewhere is taken over', () => {
    const elsewhere = compilationOf(workspaceOf({ 'common.chi': COMMON }), 'common.chi');
    const workspace = workspaceOf({ 'common.chi': COMMON });
    if (elsewhere) rememberCompilation(workspace.memory, 'common.chi', elsewhere);
    expect(compilationOf(workspace, 'common.chi')).toBe(elsewhere);
    expect(diagnosticsOf(workspace, 'common.chi')).toHaveLength(1);
  });

  test('is made anew when a parent that was missing appears', () => {
    const before = workspaceOf({ 'b.chi': AMENDING });
    expect(diagnosticsIn(before, 'b.chi').map(({ code }) => code)).toEqual(['parent-missing']);
    const after = workspaceOf(
      { 'b.chi': AMENDING, 'common.chi': WIDER },
      { memory: before.memory },
    );
    expect(diagnosticsIn(after, 'b.chi')).toEqual([]);
  });
});
