import { describe, expect, test } from 'vitest';
import { foldsOf } from '../../src/edit/folding.ts';
import { semanticTokensOf } from '../../src/edit/semantic-tokens.ts';
import type { DocumentSymbol } from '../../src/edit/symbols.ts';
import { symbolsOf } from '../../src/edit/symbols.ts';
import { shipped, workspaceOf } from './editing.ts';

const TEXT = `// 第一行
// 第二行
规则集 甲 适用 2024 {
  总分 10 分
  等级 { 优 自 9  差 自 0 }
  输入 预算数, 支出数 : 金额 万元 高于 0
  分组 管理 10 分 {
    指标 执行 10 分 {
      得分项 乙 4 分 { 得分 支出数 / 预算数 * 4 分
        至多 满分 }
      得分项 丙 6 分 { 评定 }
    }
  }
}
`;

const names = (symbols: readonly DocumentSymbol[]): readonly unknown[] =>
  symbols.map(({ name, children }) => (children.length > 0 ? [name, names(children)] : name));

describe('the outline', () => {
  test('is the tree of what a file declares', () => {
    const symbols = symbolsOf(workspaceOf({ 'a.chi': TEXT }), 'a.chi');
    expect(names(symbols)).toEqual([
      ['甲', ['优 差', '预算数', '支出数', ['管理', [['执行', ['乙', '丙']]]]]],
    ]);
    const [ruleset] = symbols;
    const group = ruleset?.children.at(-1);
    expect(group).toMatchObject({ kind: 'group', detail: '10 分' });
    expect(group && TEXT.slice(group.nameSpan.start, group.nameSpan.end)).toBe('管理');
  });

  test('of a ruleset that amends says what it changes', () => {
    const [ruleset] = symbolsOf(workspaceOf(shipped()), 'futian/2022.chi');
    const amended = ruleset?.children.filter(({ kind }) => kind === 'amendment') ?? [];
    expect(amended.map(({ name }) => name)).toContain('移除 在用固定资产');
  });

  test('of a broken text holds what could be read, each name inside of its symbol', () => {
    const inside = ({ span, nameSpan, children }: DocumentSymbol): boolean =>
      span.start <= nameSpan.start && nameSpan.end <= span.end && children.every(inside);
    for (let length = 0; length <= TEXT.length; length += 3) {
      const symbols = symbolsOf(workspaceOf({ 'a.chi': TEXT.slice(0, length) }), 'a.chi');
      expect(symbols.every(inside)).toBe(true);
    }
    expect(symbolsOf(workspaceOf({ 'a.chi': '' }), 'a.chi')).toEqual([]);
  });
});

describe('folds', () => {
  test('are bodies and comments of several lines', () => {
    expect(foldsOf(workspaceOf({ 'a.chi': TEXT }), 'a.chi')).toEqual([
      { kind: 'comment', startLine: 1, endLine: 2 },
      { kind: 'region', startLine: 3, endLine: 13 },
      { kind: 'region', startLine: 7, endLine: 12 },
      { kind: 'region', startLine: 8, endLine: 11 },
    ]);
  });
});

describe('semantic tokens', () => {
  const text = TEXT.replace('得分 支出数', '得分 绝对值(支出数)');
  const tokens = semanticTokensOf(workspaceOf({ 'a.chi': text }), 'a.chi');
  const typeOf = (word: string) =>
    tokens.filter(({ start, end }) => text.slice(start, end) === word).map(({ type }) => type);

  test('tell names, keywords, units and functions apart', () => {
    expect(new Set(typeOf('支出数'))).toEqual(new Set(['variable']));
    expect(typeOf('执行')).toEqual(['class']);
    expect(typeOf('管理')).toEqual(['namespace']);
    expect(typeOf('绝对值')).toEqual(['function']);
    expect(typeOf('优')).toEqual(['enumMember']);
    expect(typeOf('指标')).toEqual(['keyword']);
    expect(typeOf('万元')).toEqual(['unit']);
    expect(typeOf('// 第一行')).toEqual(['comment']);
  });

  test('mark where a name is declared', () => {
    const declared = tokens.filter(({ modifiers }) => modifiers.includes('declaration'));
    expect(declared.map(({ start, end }) => text.slice(start, end))).toEqual([
      '甲',
      '优',
      '差',
      '预算数',
      '支出数',
      '管理',
      '执行',
      '乙',
      '丙',
    ]);
  });

  test('follow each other without overlapping in every shipped ruleset', () => {
    const files = shipped();
    const workspace = workspaceOf(files);
    for (const file of Object.keys(files)) {
      const found = semanticTokensOf(workspace, file);
      expect(found.length).toBeGreaterThan(50);
      expect(
        found.every(({ start }, at) => start >= (found[at - 1]?.end ?? 0)),
        file,
      ).toBe(true);
    }
  });
});
