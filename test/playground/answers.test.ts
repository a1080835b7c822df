// Questions of the page: the shipped cases audited, built, exported and imported again.
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../playground/answers.ts';
import type { Project, Question } from '../../playground/protocol.ts';
import { answer } from '../../playground/worker/answer.ts';
import { createSession, scoreProject } from '../../playground/worker/session.ts';
import { FUTIAN, projectOf } from './projects.ts';

const SESSION = createSession();

async function ask<K extends Question['kind']>(
  question: Question & { readonly kind: K },
  project: Project = projectOf(),
): Promise<Exclude<Answers[K], { readonly kind: 'refused' }>> {
  const { answer: found } = await answer(1, question, project, SESSION);
  if (typeof found === 'object' && 'kind' in found && found.kind === 'refused')
    throw new Error(JSON.stringify(found));
  return found as Exclude<Answers[K], { readonly kind: 'refused' }>;
}

describe('an audit', () => {
  test('shows published scores beside recomputed ones and the contradictions', async () => {
    const found = await ask({ kind: 'audit' });
    expect(found.rows).toHaveLength(31);
    expect(found.findings[0]).toMatchObject({
      severity: 'error',
      texts: [
        '核对“各任务预算之和等于目标表的合计”不符',
        '44350.01 万元 ≠ 44350 万元，相差 0.01 万元',
      ],
    });
  });
});

describe('the language service', () => {
  const text = projectOf().files['shenzhen/common.chi'] ?? '';
  const at = {
    file: 'shenzhen/common.chi',
    offset: text.indexOf('实际采购金额 / 采购计划金额') + 1,
  };

  test('says of a name what the selected department gives for it', async () => {
    const own = projectOf().files[FUTIAN] ?? '';
    const offset = own.indexOf('设置 固定资产利用率 = 披露') + 14;
    const found = await ask({ kind: 'hover', file: FUTIAN, offset });
    expect(found).toMatchObject({
      title: expect.stringContaining('披露的固定资产利用率') as string,
    });
    expect(JSON.stringify(found?.facts)).toContain('100%');
  });

  test('completes Chinese names typed in Latin letters', async () => {
    const found = await ask({ kind: 'completion', ...at });
    const item = found.find(({ label }) => label === '采购计划金额');
    expect(item?.filterText).toMatch(/cgjhje/);
  });

  test('shows the score of the selected department beside each indicator', async () => {
    const found = await ask({ kind: 'lenses', file: 'shenzhen/common.chi' });
    expect(JSON.stringify(found)).toContain('1.15');
  });

  test('answers with plain data that may be sent as a message', async () => {
    const file = FUTIAN;
    for (const kind of ['symbols', 'folding', 'tokens', 'hints', 'format'] as const)
      expect(structuredClone(await ask({ kind, file }))).toBeDefined();
    for (const kind of ['definition', 'references', 'signature'] as const)
      structuredClone(await ask({ kind, ...at }));
    structuredClone(await ask({ kind: 'actions', file, start: 0, end: 10 }));
  });
});

describe('compiled output', () => {
  const targets = ['tree', 'ts', 'schema', 'types', 'sql-duckdb', 'sql-spark'] as const;
  test.each(targets)('%s is made for Futian', async (target) => {
    const found = await ask({ kind: 'build', target });
    expect(found.files[0]?.text.length).toBeGreaterThan(1000);
  });

  test('as a tree shows every part with its points', async () => {
    const found = await ask({ kind: 'build', target: 'tree' });
    expect(found.files[0]?.text.split('\n').slice(0, 4)).toEqual([
      '福田区部门整体支出绩效评价 2022  100 分',
      '├─ 部门决策  20 分',
      '│  ├─ 预算编制  10 分',
      '│  │  ├─ 预算编制规范性  5 分',
    ]);
  });
});

describe('tables', () => {
  test.each(['csv', 'xlsx', 'json'] as const)(
    'exported as %s and imported again score alike',
    async (format) => {
      const out = await ask({ kind: 'export', what: 'departments', format });
      const back = await ask({ kind: 'import', name: out.name, content: out.content });
      expect(back.notes).toEqual([]);
      const { result } = scoreProject(projectOf({ departments: back.departments }), SESSION);
      expect(result?.departments[0]?.problems).toEqual([]);
      expect(result?.departments[0]?.total?.text).toBe('96.76');
    },
  );

  test('of scores carry every indicator with its decimals', async () => {
    const { content, name } = await ask({ kind: 'export', what: 'scores', format: 'csv' });
    const [head = '', row = ''] = String(content).split('\r\n');
    expect(name).toBe('福田区部门整体支出绩效评价-得分.csv');
    expect(head.startsWith('\uFEFF部门,年度,总分,等级,')).toBe(true);
    expect(
      row.startsWith('深圳市福田区投资推广和企业服务中心,2022,96.76,优,5.00,5.00,3.00,7.00,1.15,'),
    ).toBe(true);
  });
});
