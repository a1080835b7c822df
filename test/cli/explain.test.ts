import { describe, expect, it } from 'vitest';
import type { ScoresJson } from '../../src/report/json.ts';
import { biaochi, department, FILES, folderWith } from './console.ts';

const EXPLAIN = ['explain', '2024.chi', 'departments/a.json'];
const heads = (out: string) => out.split('\n').filter((line) => line.startsWith('管理 / '));

describe('biaochi explain', () => {
  it('explains every indicator and the total', async () => {
    const { exit, out } = await biaochi(folderWith(FILES), EXPLAIN);
    expect(exit).toBe(0);
    expect(heads(out)).toEqual(['管理 / 执行率', '管理 / 及时性']);
    expect(out).toContain('\nTotal\n  管理 8.6 = 8.6 points\n');
  });

  it.each(['及时性', '管理/及时性', '管理 / 及时性'])('explains the one named %s', async (name) => {
    const { exit, out } = await biaochi(folderWith(FILES), [...EXPLAIN, name]);
    expect(exit).toBe(0);
    expect(heads(out)).toEqual(['管理 / 及时性']);
    expect(out).toContain('  · deduct: 1 point × 1 项 (逾期) = 1 point\n');
    expect(out).toContain('    written in 2024.chi:20\n');
    expect(out).not.toContain('Total');
  });

  it('leads from an item to its indicator', async () => {
    const items =
      'ruleset 甲 { total 2 points indicator 乙 2 points { item 丙 1 point { judged } item 丁 1 point { judged } } }';
    const { out } = await biaochi(folderWith({ 'r.chi': items, 'd.json': department({}) }), [
      'explain',
      'r.chi',
      'd.json',
      '丙',
    ]);
    expect(out).toContain('\n乙\n');
  });

  it('suggests the nearest name', async () => {
    expect(await biaochi(folderWith(FILES), [...EXPLAIN, '执行律'])).toEqual({
      exit: 2,
      out: '',
      error: 'error: the ruleset has no indicator “执行律”. Did you mean “执行率”?\n',
    });
    expect((await biaochi(folderWith(FILES), [...EXPLAIN, '满意程度', '--lang', 'zh'])).error).toBe(
      '错误：规则集里没有指标“满意程度”。有：执行率、及时性。\n',
    );
  });

  it('says where a name is not unique', async () => {
    const twice =
      'ruleset 甲 { total 2 points group 乙 1 point { indicator 丙 1 point { item 得 1 point { judged } } } group 丁 1 point { indicator 丙 1 point { item 得 1 point { judged } } } }';
    const { exit, error } = await biaochi(
      folderWith({ 'r.chi': twice, 'd.json': department({}) }),
      ['explain', 'r.chi', 'd.json', '丙'],
    );
    expect([exit, error]).toEqual([2, 'error: “丙” is not unique: 乙 / 丙; 丁 / 丙.\n']);
  });

  it('speaks Chinese', async () => {
    const { out } = await biaochi(folderWith(FILES), [...EXPLAIN, '执行率'], {
      environment: { LC_ALL: 'zh_CN.UTF-8' },
    });
    expect(out).toContain('\n  得 5.6，满分 6 分，扣 0.4\n');
  });

  it('gives the indicator as JSON', async () => {
    const { exit, out } = await biaochi(folderWith(FILES), [
      ...EXPLAIN,
      '及时性',
      '--format',
      'json',
    ]);
    const { results } = JSON.parse(out) as ScoresJson;
    expect(exit).toBe(0);
    expect(results[0]?.indicators).toMatchObject([
      {
        path: ['管理', '及时性'],
        score: '3.00',
        items: [{ steps: ['deduct: 1 point × 1 项 (逾期) = 1 point'] }],
      },
    ]);
  });
});
