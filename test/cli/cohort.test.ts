// Cohorts on the command line: cohort files, several files, and departments that are only compared.
import { describe, expect, it } from 'vitest';
import type { ScoresJson } from '../../src/report/json.ts';
import { biaochi, folderWith, RULESET, department } from './console.ts';

const COMPARING = `ruleset 比价 for 2024 {
  total 10 points
  scores rounded to 0.01 half up
  input 报价 : money in 万元 above 0
  indicator 价格 10 points {
    score (min of 报价 over cohort) / 报价 * 10 points
    example { 报价 = 100; others = [{ 报价 = 80 }] } gives 8
  }
}
`;

const one = (name: string, price: string, more: object = {}) => ({
  department: name,
  inputs: { 报价: price },
  ...more,
});
const file = (name: string, price: string, more: object = {}) =>
  JSON.stringify({ year: 2024, ...one(name, price, more) });
const cohort = (...departments: readonly object[]) => JSON.stringify({ year: 2024, departments });

const FILES = {
  '2024.chi': COMPARING,
  'departments/all.json': cohort(
    one('甲局', '100', { expected: { total: '8' } }),
    one('乙局', '80', { expected: { total: '10' }, reported: { total: '9' } }),
  ),
  'a.json': file('甲局', '100'),
  'b.json': file('乙局', '80'),
  'twin.json': file('甲局', '90'),
  'bad.json': file('丙局', '很多'),
};
const folder = (more: Record<string, string> = {}) => folderWith({ ...FILES, ...more });

async function totals(...argv: readonly string[]): Promise<unknown> {
  const { out } = await biaochi(folder(), ['score', '2024.chi', ...argv, '--format', 'json']);
  const { results } = JSON.parse(out) as ScoresJson;
  return Object.fromEntries(results.map((result) => [result.department, result.total]));
}

describe('biaochi score with a cohort', () => {
  it('scores every department of a cohort file', async () => {
    expect(await totals('departments/all.json')).toEqual({ 甲局: '8.00', 乙局: '10.00' });
  });

  it('takes several files as a cohort', async () => {
    expect(await totals('a.json', 'b.json')).toEqual({ 甲局: '8.00', 乙局: '10.00' });
  });

  it('compares with the files after --cohort and does not score them', async () => {
    expect(await totals('a.json', '--cohort', 'b.json')).toEqual({ 甲局: '8.00' });
  });

  it('knows no others where one file is given', async () => {
    expect(await totals('a.json')).toEqual({ 甲局: { low: '0.00', high: '10.00' } });
  });

  it('scores one of them by name, compared with all', async () => {
    expect(await totals('departments/all.json', '--department', '甲局')).toEqual({ 甲局: '8.00' });
    const { exit, error } = await biaochi(folder(), [
      ...['score', '2024.chi', 'departments/all.json', '--department', '甲'],
    ]);
    expect([exit, error]).toEqual([
      2,
      'error: the files have no department “甲”. Did you mean “甲局”?\n',
    ]);
  });

  it('shows a summary with places', async () => {
    const { out } = await biaochi(folder(), ['score', '2024.chi', 'departments/all.json']);
    expect(out).toMatch(/\n甲局 2024 +8\.00\/10 +2\n乙局 2024 +10\.00\/10 +1\n/);
  });

  it('refuses two departments of one name, naming both files', async () => {
    const { exit, out, error } = await biaochi(folder(), [
      ...['score', '2024.chi', 'a.json', 'twin.json'],
    ]);
    expect([exit, out]).toEqual([2, '']);
    expect(error).toContain('“甲局” is given twice, in a.json and in twin.json');
  });

  it('scores none while the data of one cannot be read', async () => {
    const { exit, out, error } = await biaochi(folder(), [
      ...['score', '2024.chi', 'a.json', 'bad.json'],
    ]);
    expect([exit, out]).toEqual([2, '']);
    expect(error).toMatch(/error\[figure-expected\][^]*none is scored/);
  });

  it('minds neither of these where the ruleset compares nothing', async () => {
    const plain = { 预算: '300', 支出: '280', 逾期: 1 };
    const files = { '2024.chi': RULESET, 'a.json': department(plain), 'b.json': department(plain) };
    const { exit, out } = await biaochi(folderWith(files), [
      'score',
      '2024.chi',
      'a.json',
      'b.json',
    ]);
    expect(exit).toBe(0);
    expect(out.match(/^示范局 {2}2024$/gm)).toHaveLength(2);
  });

  it('needs the others when it is strict', async () => {
    const { exit, error } = await biaochi(folder(), [
      ...['score', '2024.chi', 'a.json', '--strict', '--lang', 'zh'],
    ]);
    expect(exit).toBe(1);
    expect(error).toContain('其他单位的报价');
    expect(
      (await biaochi(folder(), ['score', '2024.chi', 'departments/all.json', '--strict'])).exit,
    ).toBe(0);
  });
});

describe('other commands with a cohort', () => {
  it('explain every department, or one of them', async () => {
    const all = await biaochi(folder(), ['explain', '2024.chi', 'departments/all.json']);
    expect(all.out.match(/^. {2}2024$|^.局 {2}2024$/gm)).toEqual(['甲局  2024', '乙局  2024']);
    const { out } = await biaochi(folder(), [
      ...['explain', '2024.chi', 'departments/all.json', '价格', '--department', '甲局'],
    ]);
    expect(out).toContain(
      'min(报价 over cohort) = 80 万元 (its own 100 万元; that of 乙局; 2 departments)',
    );
    expect(out).not.toContain('乙局  2024');
  });

  it('audit published scores beside the others', async () => {
    const { exit, out } = await biaochi(folder(), ['audit', '2024.chi', 'departments/all.json']);
    expect(exit).toBe(1);
    expect(out).toMatch(/\nTotal +9 +10 +/);
  });

  it('audit against departments that are not audited', async () => {
    const files = folder({ 'b.json': file('乙局', '80', { reported: { total: '10' } }) });
    const argv = ['audit', '2024.chi', 'b.json', '--cohort', 'a.json'];
    expect((await biaochi(files, argv)).exit).toBe(0);
  });

  it('test the expectations of each department in it', async () => {
    const { exit, out } = await biaochi(folder(), ['test', '.']);
    expect(exit).toBe(0);
    expect(out).toContain('✓ departments/all.json  2 expectations');
    const wrong = FILES['departments/all.json'].replace('"total":"8"', '"total":"7"');
    const failing = await biaochi(folder({ 'departments/all.json': wrong }), ['test', '.']);
    expect(failing.exit).toBe(1);
    expect(failing.out).toContain('甲局 / total  expected 7, got 8');
  });
});
