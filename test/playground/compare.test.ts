// Two rulesets compared for the page: what was shown of each pair of rules, the tree of points, and the
// departments under both.
import { describe, expect, test } from 'vitest';
import type { ComparisonView } from '../../playground/answers.ts';
import type { Project } from '../../playground/protocol.ts';
import { answer } from '../../playground/worker/answer.ts';
import { createSession } from '../../playground/worker/session.ts';
import {
  FUTIAN,
  FUTIAN_DEPARTMENT,
  projectOf,
  shippedDepartment,
  shippedText,
} from './projects.ts';

const LONGHUA = 'longhua/2021.chi';

async function compared(
  left: string,
  right: string,
  project: Project = projectOf({ departments: [] }),
  onProgress?: (done: number, total: number) => void,
): Promise<ComparisonView> {
  const question = { kind: 'compare', left, right } as const;
  const { answer: found } = await answer(1, question, project, createSession(), onProgress);
  if (typeof found !== 'object' || !('kind' in found) || found.kind !== 'comparison')
    throw new Error(JSON.stringify(found));
  return found;
}

/** Two small rulesets that score one indicator each. */
function pairOf(left: string, right: string): Project {
  return projectOf({ files: { 'left.chi': left, 'right.chi': right }, departments: [] });
}

describe('Futian against Longhua', () => {
  const steps: number[] = [];
  const project = projectOf({
    departments: [
      shippedDepartment(FUTIAN_DEPARTMENT),
      shippedDepartment('longhua/departments/2021-industry-bureau.json'),
    ],
  });
  const found = compared(FUTIAN, LONGHUA, project, (done) => steps.push(done));

  test('names the indicators that score otherwise, by how much at most and for whom', async () => {
    const { said, different } = await found;
    expect(said[0]).toBe('6 个指标会使部门得分不同；15 个指标对任何部门得分都相同。');
    expect(different.map(({ name, extent }) => [name, extent]).slice(0, 3)).toEqual([
      ['预算执行率', '最多相差 6 分'],
      ['绩效目标完整性', '最多相差 5 分'],
      ['社会效益、经济效益、生态效益及可持续影响等', '最多相差 5 分'],
    ]);
    expect(different[1]?.changes).toEqual([
      { name: '绩效目标完整性的分值', left: '3', right: '8' },
    ]);
    expect(different[1]?.witness).toEqual({
      givens: [{ name: '绩效目标不符数', value: '0 项' }],
      left: '3',
      right: '8',
    });
    expect(different[1]?.largest).toEqual({ text: '+5', low: 5, high: 5 });
    expect(different[4]?.sameFigures).toBe(
      '固定资产利用率相同时：对任何部门得分都相同（化为同一形式）',
    );
  });

  test('says of every rule how it was shown to be the same', async () => {
    const { untouched } = await found;
    expect(untouched.map(({ how, names }) => [how, names.length])).toEqual([['化为同一形式', 15]]);
  });

  test('lays both trees of points side by side', async () => {
    const { parts } = await found;
    expect(parts.map(({ name, change, differs }) => [name, change, differs])).toEqual([
      ['部门决策', '+5', 'points'],
      ['部门管理', '', 'no'],
      ['部门绩效', '−5', 'points'],
    ]);
    const efficiency = parts[2]?.children.find(({ name }) => name === '效率性');
    const execution = efficiency?.children.find(({ name }) => name === '预算执行率');
    expect(execution?.differs).toBe('rule');
  });

  test('scores each department under both, and the parts add up to the difference', async () => {
    const { departments } = await found;
    expect(
      departments.map(({ left, right, change }) => [
        left.total.text,
        right.total.text,
        change.text,
      ]),
    ).toEqual([
      ['96.76', '90.15–97.15', '−6.61 至 +0.39'],
      ['92.30–97.63', '96.40', '−1.23 至 +4.1'],
    ]);
    for (const { parts, change } of departments) {
      const sum = parts.reduce((total, { difference }) => total + difference.low, 0);
      expect(sum).toBeCloseTo(change.low, 9);
    }
    expect(departments[1]?.parts).toContainEqual({
      name: '项目完成及时性',
      left: { text: '5.88', low: 5.88, high: 5.88 },
      right: { text: '5.87', low: 5.87, high: 5.87 },
      difference: { text: '−0.01', low: -0.01, high: -0.01 },
    });
  });

  test('names the inputs that only one of them asks for, and the checks that are others', async () => {
    const { inputs, checks } = await found;
    expect(inputs.left).toContain('披露的固定资产利用率');
    expect(inputs.right).toContain('通报支出进度');
    expect(checks).toContain('取消：目标表的合计等于年初预算');
  });

  test('says how far it is after each indicator', async () => {
    await found;
    expect(steps).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
  });
});

const LEFT = `规则集 甲 适用 2024 {
  总分 10 分
  等级 { 合格 自 6  不合格 自 0 }
  输入 执行率 : 百分比 自 0% 到 100%
  指标 预算执行 10 分 { 得分 10 * 执行率 }
}
`;

describe('small rulesets', () => {
  test('a rule that is written in another way and means the same is shown to be equal', async () => {
    const project = pairOf(LEFT, LEFT.replace('10 * 执行率', '10 - 10 * (1 - 执行率)'));
    const { different, rewritten, said } = await compared('left.chi', 'right.chi', project);
    expect(different).toEqual([]);
    expect(rewritten.map(({ name, extent }) => [name, extent])).toEqual([
      ['预算执行', '对任何部门得分都相同（化为同一形式）'],
    ]);
    expect(said[0]).toBe('规则没有差别。');
  });

  test('an indicator that an amendment renames is the same one', async () => {
    const amended = `规则集 乙 适用 2025 修订自 "left.chi" {\n  改名 预算执行 到 执行情况\n}\n`;
    const { parts, said } = await compared('left.chi', 'right.chi', pairOf(LEFT, amended));
    expect(parts.map(({ name, differs }) => [name, differs])).toEqual([
      ['预算执行 → 执行情况', 'rule'],
    ]);
    expect(said).toContain('0 个指标会使部门得分不同；1 个指标对任何部门得分都相同。');
  });

  test('an indicator that only one has stands beside nothing', async () => {
    const more = LEFT.replace('总分 10 分', '总分 15 分').replace(
      /\}\n$/,
      '  指标 附加 5 分 { 得分 5 }\n}\n',
    );
    const { parts } = await compared('left.chi', 'right.chi', pairOf(LEFT, more));
    expect(parts.map(({ name, differs }) => [name, differs])).toEqual([
      ['预算执行', 'no'],
      ['附加', 'right-only'],
    ]);
  });

  test('a department that neither ruleset takes whole is read by each as far as it goes', async () => {
    const project = {
      ...pairOf(LEFT, LEFT.replace('10 * 执行率', '5 * 执行率 + 5')),
      departments: [
        {
          path: 'd.json',
          text: '{"department": "局", "year": "2024", "inputs": {"执行率": "50%", "别的": 1}}',
        },
      ],
    };
    const { departments } = await compared('left.chi', 'right.chi', project);
    expect(departments.map(({ left, right }) => [left.total.text, right.total.text])).toEqual([
      ['5.00', '7.50'],
    ]);
    expect(departments[0]?.notes).toEqual(['甲用不到：别的', '甲用不到：别的']);
  });

  test('a ruleset that leaves a term open is compared without departments', async () => {
    const open = LEFT.replace('10 * 执行率', '10 * 折算率 至少 0 至多 10').replace(
      '  指标',
      '  待定 定义 折算率 : 百分比\n  指标',
    );
    const { notes, parts } = await compared('left.chi', 'right.chi', pairOf(open, LEFT));
    expect(parts.map(({ differs }) => differs)).toEqual(['rule']);
    expect(notes).toEqual(['left.chi 的折算率待定，不能评分；只比较规则，不比较部门得分。']);
  });

  test('a file that is missing or has errors is named', async () => {
    await expect(compared(FUTIAN, 'none.chi')).rejects.toThrow(/none\.chi/);
  });
});

test('every shipped ruleset is equal to itself', async () => {
  const file = 'gallery/deductions.chi';
  expect(shippedText(file)).not.toBe('');
  const { different, rewritten, parts } = await compared(file, file);
  expect([different, rewritten]).toEqual([[], []]);
  expect(parts.every(({ differs }) => differs === 'no')).toBe(true);
});
