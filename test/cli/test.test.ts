import { describe, expect, it } from 'vitest';
import { biaochi, department, FILES, folderWith, INPUTS, RULESET } from './console.ts';

const SOUND = {
  '2024.chi': RULESET,
  'departments/a.json': department(INPUTS, { expected: { total: '8.6', grade: '差' } }),
};

describe('biaochi test', () => {
  it('runs the examples and expectations of the current folder', async () => {
    expect(await biaochi(folderWith(SOUND), ['test'])).toEqual({
      exit: 0,
      out: '✓ 2024.chi  1 example\n✓ departments/a.json  2 expectations\n\n3 passed, 0 failed\n',
      error: '',
    });
    expect((await biaochi(folderWith(SOUND), ['test', '--lang', 'zh'])).out).toMatch(
      /\n通过 3 项，未通过 0 项\n$/,
    );
  });

  it('says what differs, where, and exits with 1', async () => {
    const wrong = {
      '2024.chi': RULESET.replace('gives 3', 'gives 4'),
      'departments/a.json': department(INPUTS, {
        expected: { total: '8.60', grade: '优', scores: { 及时性: { low: '2', high: '3' } } },
      }),
    };
    const { exit, out } = await biaochi(folderWith(wrong), ['test']);
    expect(exit).toBe(1);
    expect(out).toContain(
      '✗ 2024.chi  1 example\n    管理 / 执行率 / 一半  expected 4, got 3\n      2024.chi:18:7\n',
    );
    expect(out).toContain('    grade  expected 优, got 差\n');
    expect(out).toContain('    管理 / 及时性  expected 2–3, got 3\n');
    expect(out).toMatch(/\n1 passed, 3 failed\n$/);
  });

  it('tests each block of expectations under the evidence it leaves out', async () => {
    const inputs = { ...INPUTS, 逾期: { value: 1, status: 'assumed' } };
    const expected = [
      { total: '8.60' },
      { without: ['assumed'], total: { low: '5.60', high: '9.70' } },
    ];
    const { out } = await biaochi(
      folderWith({ ...SOUND, 'departments/a.json': department(inputs, { expected }) }),
      ['test'],
    );
    expect(out).toContain('    total without assumed  expected 5.6–9.7, got 5.6–9.6\n');
  });

  it('finds rulesets in folders, departments beside them, and skips what is hidden or foreign', async () => {
    const nested = Object.fromEntries(
      Object.entries(SOUND).map(([path, text]) => [`福田/${path}`, text]),
    );
    const skipped = {
      'node_modules/x/bad.chi': '{',
      '.git/bad.chi': '{',
      'dist/bad.chi': '{',
      'other/a.json': '{',
      '福田/departments/notes.txt': 'x',
    };
    const { exit, out } = await biaochi(folderWith({ ...nested, ...skipped }), ['test', '.']);
    expect([exit, out]).toEqual([
      0,
      '✓ 福田/2024.chi  1 example\n✓ 福田/departments/a.json  2 expectations\n\n3 passed, 0 failed\n',
    ]);
  });

  it('tests the files it is given', async () => {
    const folder = folderWith(FILES);
    expect((await biaochi(folder, ['test', '2024.chi'])).out).toBe(
      '✓ 2024.chi  1 example\n\n1 passed, 0 failed\n',
    );
    expect((await biaochi(folder, ['test', 'departments/b.json'])).out).toBe(
      '✓ departments/b.json  reads well, expects nothing\n\n0 passed, 0 failed\n',
    );
  });

  it('counts a broken ruleset and a broken department as failed', async () => {
    const broken = {
      ...SOUND,
      'broken.chi': '{',
      'departments/bad.json': '{"year": 2024, "department": "甲", "inputs": {"无": 1}}',
    };
    const { exit, out } = await biaochi(folderWith(broken), ['test']);
    expect(exit).toBe(1);
    expect(out).toContain('✗ broken.chi: 1 error\n    broken.chi:1:1  error[');
    expect(out).toMatch(
      /✗ departments\/bad\.json: 1 error\n {4}departments\/bad\.json:1:\d+ {2}error\[unknown-input\]/,
    );
    expect(out).toMatch(/\n3 passed, 2 failed\n$/);
  });

  it('passes over a ruleset that only others can complete', async () => {
    const open = { 'base.chi': RULESET.replace('option 封顶', 'open option 封顶') };
    expect(await biaochi(folderWith(open), ['test'])).toMatchObject({
      exit: 0,
      out: '✓ base.chi  open for an amending ruleset to supply\n\n0 passed, 0 failed\n',
    });
  });
});

describe('the ruleset of a department', () => {
  const test = async (files: Record<string, string>) =>
    (await biaochi(folderWith(files), ['test'])).out;

  it('is the one that the file names', async () => {
    const named = department(INPUTS, { ruleset: '../rules/甲.chi', expected: { total: '8.60' } });
    expect(await test({ 'rules/甲.chi': RULESET, 'departments/a.json': named })).toContain(
      '✓ departments/a.json  1 expectation\n',
    );
  });

  it('is otherwise that of its year', async () => {
    const other = RULESET.replace('deduct 1 point', 'deduct 2 points');
    const next = department(INPUTS, { year: 2025, expected: { total: '7.60' } });
    expect(
      await test({ '2024.chi': RULESET, '2025.chi': other, 'departments/a.json': next }),
    ).toContain('✓ departments/a.json  1 expectation\n');
  });

  it('may be named by its name beside the year', async () => {
    const named = department(INPUTS, { ruleset: '示范', expected: { total: '8.60' } });
    expect(await test({ '2024.chi': RULESET, 'departments/a.json': named })).toContain(
      '✓ departments/a.json  1 expectation\n',
    );
  });

  it('must be there', async () => {
    expect(await test({ '2023.chi': RULESET, 'departments/a.json': department(INPUTS) })).toContain(
      '✗ departments/a.json  there is no ruleset for its year (2024.chi); name one under "ruleset"\n',
    );
    const lost = department(INPUTS, { ruleset: 'none.chi' });
    expect(await test({ '2024.chi': RULESET, 'departments/a.json': lost })).toContain(
      '✗ departments/a.json  its "ruleset" departments/none.chi does not exist\n',
    );
  });

  it('must be named', async () => {
    expect(
      await test({ '2024.chi': RULESET, 'departments/a.json': '{"department": "甲"}' }),
    ).toContain(
      '✗ departments/a.json  it names no "year" and no "ruleset", so its ruleset is unknown\n',
    );
  });

  it('must be sound', async () => {
    expect(await test({ '2024.chi': '{', 'departments/a.json': department(INPUTS) })).toContain(
      '✗ departments/a.json  its ruleset 2024.chi has errors\n',
    );
  });

  it('cannot be made to lie outside the folder above by the year', async () => {
    const year = department(INPUTS, { year: '../../../etc/2024' });
    expect(await test({ '2024.chi': RULESET, 'departments/a.json': year })).toContain(
      'so its ruleset is unknown\n',
    );
  });
});

describe('a folder with nothing to test', () => {
  it('says so with exit code 2', async () => {
    const { exit, error } = await biaochi(folderWith({ 'readme.txt': '' }), ['test']);
    expect([exit, error]).toEqual([
      2,
      'error: there is nothing to test in .: no .chi file and no departments folder beside one.\n',
    ]);
  });

  it('is told from one that does not exist and from a file of another kind', async () => {
    expect((await biaochi(folderWith(), ['test', 'none'])).error).toBe(
      'error: none: there is no such file.\n',
    );
    expect((await biaochi(folderWith({ 'a.txt': '' }), ['test', 'a.txt'])).error).toBe(
      'error: a.txt is neither a folder nor a .chi, .json or .yaml file.\n',
    );
  });
});

it('gives the results as JSON', async () => {
  const { exit, out } = await biaochi(
    folderWith({ ...SOUND, '2024.chi': RULESET.replace('gives 3', 'gives 4') }),
    ['test', '--format', 'json'],
  );
  expect(exit).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    passed: 2,
    failed: 1,
    files: [
      {
        file: '2024.chi',
        kind: 'ruleset',
        broken: null,
        results: [{ name: '管理 / 执行率 / 一半', passed: false, message: 'expected 4, got 3' }],
      },
      {
        file: 'departments/a.json',
        kind: 'department',
        results: [
          { name: 'total', passed: true, message: null },
          { name: 'grade', passed: true },
        ],
      },
    ],
  });
});
