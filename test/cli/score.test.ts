import { describe, expect, it } from 'vitest';
import type { ScoresJson } from '../../src/report/json.ts';
import { biaochi, department, FILES, folderWith, INPUTS, RULESET } from './console.ts';

const folder = (more: Record<string, string> = {}) => folderWith({ ...FILES, ...more });
const SCORE = ['score', '2024.chi'];

describe('biaochi score', () => {
  it('prints the sheet of one department and no summary', async () => {
    const { exit, out, error } = await biaochi(folder(), [...SCORE, 'departments/a.json']);
    expect([exit, error]).toEqual([0, '']);
    expect(out).toMatch(/^示范局 {2}2024\n/);
    expect(out).toMatch(/\nTotal +10\.00 +8\.60 +1\.40 {2}Grade 差\n/);
    expect(out).not.toContain('Summary');
  });

  it('prints a sheet for each of several departments and a summary', async () => {
    const { exit, out } = await biaochi(folder(), [
      ...SCORE,
      'departments/a.json',
      'departments/b.json',
      '--lang',
      'zh',
    ]);
    expect(exit).toBe(0);
    expect(out.match(/^示范局 {2}2024 年度$/gm)).toHaveLength(2);
    expect(out).toContain('\n汇总\n');
    expect(out).toMatch(/\n示范局 2024 {2}5\.60–9\.60\/10 {2}优或差 +1\n/);
  });

  it('does not let one bad file hide the others', async () => {
    const bad = department({ ...INPUTS, 逾期: '多' });
    const { exit, out, error } = await biaochi(folder({ 'bad.json': bad }), [
      ...SCORE,
      'bad.json',
      'none.json',
      'departments/a.json',
    ]);
    expect(exit).toBe(2);
    expect(error).toMatch(/^bad\.json:1:\d+ {2}error\[figure-expected\] /);
    expect(error).toMatch(/error: none\.json: there is no such file\.\n$/);
    expect(out).toMatch(/^示范局 {2}2024\n/);
  });

  it('exits with 1 where only data are wrong', async () => {
    const { exit, out } = await biaochi(folder({ 'bad.json': '{}x' }), [...SCORE, 'bad.json']);
    expect([exit, out]).toEqual([1, '']);
  });

  it('prints what is wrong with the ruleset and scores nothing', async () => {
    const { exit, out, error } = await biaochi(
      folder({ 'broken.chi': RULESET.replace('4 points', '3 points') }),
      ['score', 'broken.chi', 'departments/a.json'],
    );
    expect([exit, out]).toEqual([1, '']);
    expect(error).toMatch(/^broken\.chi:\d+:\d+ {2}error\[points-not-conserved\]/);
  });

  it('does not score by a ruleset that leaves terms open', async () => {
    const open = RULESET.replace('option 封顶', 'open option 封顶');
    const { exit, out, error } = await biaochi(folder({ 'open.chi': open }), [
      'score',
      'open.chi',
      'departments/a.json',
    ]);
    expect([exit, out]).toEqual([1, '']);
    expect(error).toContain(
      'error: open.chi leaves terms open for an amending ruleset to supply, so nothing can be scored by it.\n',
    );
    expect(error).toContain('note[open-term]');
  });

  it('reads YAML', async () => {
    const yaml =
      'department: 示范局\nyear: 2024\ninputs:\n  预算: "300"\n  支出: "280"\n  逾期: 1\n';
    expect((await biaochi(folder({ 'a.yaml': yaml }), [...SCORE, 'a.yaml'])).out).toMatch(
      /\nTotal +10\.00 +8\.60 /,
    );
  });
});

describe('biaochi score --option', () => {
  const spent = { ...INPUTS, 支出: '330' };
  const total = async (...options: string[]) =>
    /Total +10\.00 +(\S+)/.exec(
      (await biaochi(folder({ 'c.json': department(spent) }), [...SCORE, 'c.json', ...options]))
        .out,
    )?.[1];

  it('takes another reading for this run', async () => {
    expect(await total()).toBe('9.00');
    expect(await total('--option', '封顶=no')).toBe('9.00');
  });

  it.each(['封顶=no', '封顶 = 否', '封顶＝false'])('accepts %s', async (written) => {
    const { exit, out } = await biaochi(folder(), [
      ...SCORE,
      'departments/a.json',
      '--option',
      written,
    ]);
    expect(exit).toBe(0);
    expect(out).toContain('  封顶  no (for this run)\n');
  });

  const wrong: readonly (readonly [string, string])[] = [
    ['封=no', 'the ruleset has no option “封”. Did you mean “封顶”?'],
    ['别的=no', 'the ruleset has no option “别的”. It has: 封顶.'],
    ['封顶=也许', '“封顶” cannot be “也许”; it is yes or no.'],
    ['封顶', '--option needs NAME=VALUE, not “封顶”.'],
    ['=no', '--option needs NAME=VALUE, not “=no”.'],
  ];

  it.each(wrong)('refuses %s', async (written, sentence) => {
    expect(await biaochi(folder(), [...SCORE, 'departments/a.json', '--option', written])).toEqual({
      exit: 2,
      out: '',
      error: `error: ${sentence}\n`,
    });
  });
});

describe('biaochi score --without', () => {
  const assumed = department({ ...INPUTS, 支出: { value: '280', status: 'assumed' } });

  it('leaves evidence out', async () => {
    const { out } = await biaochi(folder({ 'c.json': assumed }), [
      ...SCORE,
      'c.json',
      '--without',
      'assumed',
    ]);
    expect(out).toContain(
      'Missing: 1 input decides points that are still open\n  支出  up to 6 points  执行率\n',
    );
  });

  it('refuses what is no status', async () => {
    const { exit, error } = await biaochi(folder(), [
      ...SCORE,
      'departments/a.json',
      '--without',
      'assumed,guessed',
    ]);
    expect([exit, error]).toEqual([
      2,
      'error: --without cannot be “guessed”; it is assumed, judged, disclosed or verified.\n',
    ]);
  });
});

describe('biaochi score --strict', () => {
  it('makes missing inputs an error that lists them', async () => {
    expect(await biaochi(folder(), [...SCORE, '--strict', 'departments/b.json'])).toEqual({
      exit: 1,
      out: '',
      error: 'error: 示范局: 1 input is missing:\n  逾期  up to 4 points  及时性\n',
    });
  });

  it('is not content while an output is open', async () => {
    const files = {
      'o.chi': 'ruleset 输出 for 2024 { input w : number above 0\noutput o = w * 2 }',
      'o.json': JSON.stringify({ department: '甲局', year: 2024, inputs: {} }),
    };
    expect(await biaochi(folder(files), ['score', '--strict', 'o.chi', 'o.json'])).toEqual({
      exit: 1,
      out: '',
      error: 'error: 甲局: 1 input is missing:\n  w     o\n',
    });
  });

  it('still scores the departments that are complete', async () => {
    const { exit, out } = await biaochi(folder(), [
      ...SCORE,
      '--strict',
      'departments/b.json',
      'departments/a.json',
    ]);
    expect(exit).toBe(1);
    expect(out).toMatch(/\nTotal +10\.00 +8\.60 /);
  });
});

describe('biaochi score --format json', () => {
  const json = async (...argv: string[]) => {
    const { exit, out, error } = await biaochi(folder({ 'bad.json': '{}x' }), [
      'score',
      '--format',
      'json',
      ...argv,
    ]);
    return {
      exit,
      error,
      json: JSON.parse(out) as ScoresJson & {
        refused: unknown[];
        diagnostics: { code: string; file: string }[];
      },
    };
  };

  it('gives ruleset and results, and nothing on standard error', async () => {
    const {
      exit,
      error,
      json: scores,
    } = await json('2024.chi', 'departments/a.json', 'departments/b.json');
    expect([exit, error]).toEqual([0, '']);
    expect(scores.ruleset).toMatchObject({ name: '示范', year: '2024' });
    expect(scores.results.map(({ total, grade }) => ({ total, grade }))).toEqual([
      { total: '8.60', grade: '差' },
      { total: { low: '5.60', high: '9.60' }, grade: ['优', '差'] },
    ]);
    expect(scores.diagnostics).toEqual([]);
  });

  it('carries the diagnostics of what could not be read', async () => {
    const { exit, error, json: scores } = await json('2024.chi', 'bad.json', 'departments/a.json');
    expect([exit, error]).toEqual([1, '']);
    expect(scores.results).toHaveLength(1);
    expect(scores.diagnostics[0]).toMatchObject({ file: 'bad.json', severity: 'error' });
  });

  it('names what --strict refused', async () => {
    const { exit, json: scores } = await json('2024.chi', '--strict', 'departments/b.json');
    expect([exit, scores.results, scores.refused]).toEqual([
      1,
      [],
      [{ department: '示范局', missing: ['逾期'] }],
    ]);
  });
});
