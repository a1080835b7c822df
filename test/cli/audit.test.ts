import { describe, expect, it } from 'vitest';
import type { AuditsJson } from '../../src/report/audit-json.ts';
import { biaochi, department, FILES, folderWith, INPUTS, RULESET } from './console.ts';

const folder = () =>
  folderWith({
    ...FILES,
    'right.json': department(INPUTS, {
      reported: { 执行率: '5.60', 及时性: '3', total: '8.60', grade: '差' },
    }),
    'wrong.json': department(INPUTS, { reported: { 执行率: '5.60', 及时性: '4', total: '9.60' } }),
    'broken.chi': RULESET.replace('4 points', '3 points'),
  });

describe('biaochi audit', () => {
  it('exits with 0 where everything agrees', async () => {
    const { exit, out } = await biaochi(folder(), ['audit', '2024.chi', 'right.json']);
    expect(exit).toBe(0);
    expect(out).toMatch(
      /\nNothing to report: all 3 published scores and figures agree with the rules\.\n$/,
    );
  });

  it('exits with 1 where a document contradicts the rules', async () => {
    const { exit, out } = await biaochi(folder(), [
      'audit',
      '2024.chi',
      'wrong.json',
      '--lang',
      'zh',
    ]);
    expect(exit).toBe(1);
    expect(out).toContain(' 1. 矛盾  管理 / 及时性：公布 4，按规则应为 3（相差 +1）\n');
  });

  it('audits several departments, whatever is wrong with one', async () => {
    const { exit, out, error } = await biaochi(folder(), [
      'audit',
      '2024.chi',
      'none.json',
      'right.json',
      'wrong.json',
    ]);
    expect(exit).toBe(2);
    expect(error).toBe('error: none.json: there is no such file.\n');
    expect(out.match(/^示范局 {2}2024$/gm)).toHaveLength(2);
  });

  it('prints what is wrong with the ruleset', async () => {
    const { exit, out, error } = await biaochi(folder(), ['audit', 'broken.chi', 'right.json']);
    expect([exit, out]).toEqual([1, '']);
    expect(error).toContain('error[points-not-conserved]');
  });

  it('gives findings as JSON', async () => {
    const { exit, out } = await biaochi(folder(), [
      'audit',
      '2024.chi',
      'wrong.json',
      'right.json',
      '--format',
      'json',
    ]);
    const { ruleset, results } = JSON.parse(out) as AuditsJson;
    expect(exit).toBe(1);
    expect(ruleset.name).toBe('示范');
    expect(results.map(({ counts }) => counts.error)).toEqual([1, 0]);
    expect(results[0]?.findings[0]).toMatchObject({
      kind: 'score-differs',
      severity: 'error',
      path: ['管理', '及时性'],
    });
  });
});
