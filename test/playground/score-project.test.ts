// One state of a project to what the page shows of it: the shipped cases, changes against a baseline,
// and what happens when the text or the data are broken.
import { describe, expect, test } from 'vitest';
import { createSession, scoreProject } from '../../playground/worker/session.ts';
import type { PartView } from '../../playground/protocol.ts';
import { FUTIAN, FUTIAN_DEPARTMENT, projectOf, shippedDepartment, withText } from './projects.ts';

function indicators(parts: readonly PartView[]): PartView[] {
  return parts.flatMap((part) => (part.kind === 'indicator' ? [part] : indicators(part.children)));
}

const PURCHASING = ['部门管理', '资金管理', '政府采购执行情况'];

describe('a state of a project', () => {
  test('scores the Futian department as its ruleset and published figures give', () => {
    const { problems, result } = scoreProject(projectOf(), createSession());
    expect(problems).toEqual([]);
    expect(result?.ruleset).toMatchObject({ points: '100', period: '2022' });
    expect(result?.departments.map(({ total, grades }) => [total?.text, grades])).toEqual([
      ['96.76', ['优']],
    ]);
    const parts = indicators(result?.sheet?.parts ?? []);
    expect(parts).toHaveLength(21);
    const purchasing = parts.find(({ path }) => path.join() === PURCHASING.join());
    expect(purchasing).toMatchObject({
      points: { text: '2.00' },
      score: { text: '1.15', low: 1.15, high: 1.15 },
      deducted: { text: '0.85' },
      reason: '采购执行率：政府采购执行率 ≈15.18%',
    });
  });

  test('explains the rule with names and with figures, and marks the row that fired', () => {
    const { result } = scoreProject(projectOf(), createSession());
    const parts = indicators(result?.sheet?.parts ?? []);
    const purchasing = parts.find(({ path }) => path.join() === PURCHASING.join());
    const [rate] = purchasing?.children ?? [];
    expect(rate?.explanation?.steps).toMatchObject([
      {
        kind: 'define',
        title: '政府采购执行率',
        withNames: '实际采购金额 / 采购计划金额',
        withNumbers: '2.96 万元 / 19.50 万元',
        result: '≈15.18%',
      },
      {
        kind: 'rule',
        rows: [{ fired: 'no' }, { fired: 'yes' }],
        result: '≈0.1518 分',
      },
    ]);
    expect(rate?.explanation?.inputs).toContainEqual({
      name: '实际采购金额',
      value: '2.96 万元',
      evidence: '已披露，一（四）1（2）',
      missing: false,
    });
  });

  test('measures changes against the last save, grade by grade', () => {
    const saved = projectOf();
    const changed = withText(saved, 'shenzhen/common.chi', (text) =>
      text.replace('优 自 90', '优 自 97'),
    );
    const { result } = scoreProject({ ...changed, baseline: saved.files }, createSession());
    expect(result?.departments).toMatchObject([
      { grades: ['良'], gradesBefore: ['优'], gradeChange: -1, change: { direction: 0, text: '' } },
    ]);
    expect(result?.baseline).toBe('与上次保存相比');
  });

  test('measures changes against the parent ruleset', () => {
    const { result } = scoreProject(
      projectOf({ baseline: 'parent', language: 'en' }),
      createSession(),
    );
    expect(result?.baseline).toBe('against 深圳市部门整体支出绩效评价共性指标体系框架');
    // The parent takes the net change, which costs 0.46, and asks for assets whose figures are not given.
    expect(result?.departments[0]?.change).toMatchObject({ before: { text: '95.30–96.30' } });
  });

  test('says what is wrong with a broken text and gives no result', () => {
    const broken = withText(projectOf(), FUTIAN, (text) =>
      text.replace('设置 调整额口径', '设置 不存在'),
    );
    const { problems, result } = scoreProject(broken, createSession());
    expect(result).toBeUndefined();
    expect(problems[0]).toMatchObject({ severity: 'error', place: { file: FUTIAN, line: 7 } });
  });

  test('says which terms an open ruleset leaves to others', () => {
    const { result, note } = scoreProject(
      projectOf({ open: 'shenzhen/common.chi' }),
      createSession(),
    );
    expect(result === undefined).toBe(note !== undefined);
  });

  test('keeps departments whose file cannot be read in the table, with the reason', () => {
    const good = shippedDepartment(FUTIAN_DEPARTMENT);
    const bad = { path: 'bad.json', text: '{ "department": "乙", ' };
    const { result } = scoreProject(projectOf({ departments: [bad, good] }), createSession());
    expect(result?.departments).toHaveLength(2);
    expect(result?.departments[0]?.total).toBeUndefined();
    expect(result?.departments[0]?.problems[0]?.severity).toBe('error');
    expect(result?.departments[1]?.total?.text).toBe('96.76');
  });

  test('scores departments of a cohort file together', () => {
    const file = 'gallery/departments/cohort-procurement-2024.json';
    const project = projectOf({
      open: 'gallery/cohort-procurement.chi',
      departments: [shippedDepartment(file)],
      selected: 0,
      member: 1,
    });
    const { problems, result } = scoreProject(project, createSession());
    expect(problems).toEqual([]);
    expect(result?.departments).toHaveLength(5);
    expect(result?.sheet?.department).toBe(result?.departments[1]?.name);
  });

  test('does not compare a department with a twin of the same name', () => {
    const file = shippedDepartment('gallery/departments/cohort-procurement-2024.json');
    const project = projectOf({
      open: 'gallery/cohort-procurement.chi',
      departments: [file, file],
    });
    const { result } = scoreProject(project, createSession());
    expect(result?.departments.every(({ total }) => total === undefined)).toBe(true);
    expect(result?.departments[0]?.problems.at(-1)?.code).toBe('not-compared');
  });

  test('gives the same with what it remembers as without', () => {
    const session = createSession();
    const first = projectOf();
    const changed = withText(first, 'shenzhen/common.chi', (text) =>
      text.replace('优 自 90', '优 自 97'),
    );
    scoreProject(first, session);
    scoreProject(changed, session);
    expect(scoreProject(first, session)).toEqual(scoreProject(first, createSession()));
  });

  test('offers ways out of points that do not add up, and writes fixes in the language of the file', () => {
    const open = 'my/a.chi';
    const fixesOf = (text: string) =>
      scoreProject(projectOf({ files: { [open]: text }, open }), createSession()).problems.map(
        ({ code, fixes }) => [
          code,
          ...fixes.map(
            ({ title, edits }) => `${title} → ${edits.map((edit) => edit.text.trim()).join()}`,
          ),
        ],
      );
    const text = `规则集 甲 适用 2024 {
  总分 6 分
  得分保留到 0.01 四舍五入
  输入 调整率 : 百分比 至少 0%
  分组 一 4 分 {
    指标 乙 3 分 { 分档 调整率 { < 5% : 3 分   5%..10% : 1 分   > 10% : 0 分 } }
    指标 丙 1 分 { 评定 }
  }
  指标 丁 2 分 { 清单 { 戊 1 分  己 1 分 } }
}
`;
    expect(fixesOf(text)).toEqual([]);
    expect(
      fixesOf(text.replace('分组 一 4 分', '分组 一 3 分').replace('总分 6', '总分 5')),
    ).toEqual([
      [
        'points-not-conserved',
        '把“一”改为共 4 分 → 4 分',
        '把差额按比例分摊到“一”的各部分 → 2.25 分,0.75 分,2.25 分,0.75 分',
        '把“乙”改为 2 分 → 2 分,0.67 分,2 分',
      ],
    ]);
    expect(fixesOf(text.replace('丁 2 分', '丁 3 分').replace('总分 6', '总分 7'))).toEqual([
      ['points-not-conserved', '“丁”的清单各项按比例改为共 3 分 → 1.5 分,1.5 分'],
    ]);
    expect(fixesOf(text.replace('> 10%', '> 12%'))[0]?.slice(1)).toEqual([
      '第 3 档改为“> 10%” → 10%',
      '第 2 档改为“<= 12%” → 12%',
      '补上“其余：0” → 其余 : 0',
    ]);
  });
});
