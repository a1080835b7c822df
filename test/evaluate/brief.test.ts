// Departments in brief against whole sheets: totals, grades, outputs and what is missing are the same,
// whatever was scored before under other versions of the ruleset.
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { createBriefEvaluator, createPartMemory } from '../../src/evaluate/brief.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import type { Department } from '../../src/input/department.ts';
import type { Framework } from '../../src/model/framework.ts';
import { createNumbering } from '../../src/prove/fingerprint.ts';
import { createSource } from '../../src/text/source.ts';

const TEXT = `ruleset 示范 for 2024 {
  total 20 points
  scores rounded to 0.01 half up
  grades { 优 from 18  良 from 12  差 from 0 }
  option 封顶 : yes or no = yes
  input 完成率 : percent at least 0%
  input 逾期 : count of 项
  input 违规 : yes or no
  input 数据 : number from 0 to 10
  let 计 = if 封顶 then min(完成率, 100%) else 完成率
  group 甲组 12 points {
    indicator 一 8 points { score 计 * 8 points  at most 8 points  veto "违规" when 违规 : 0 }
    indicator 二 4 points { deduct 0.5 per 逾期 }
  }
  indicator 三 8 points { score 数据 / 10 * 8 points }
  output 拨付 = tiers of total score { >= 15 : 100%  otherwise : 50% }
}
`;

const VERSIONS = [
  TEXT,
  TEXT.replace('deduct 0.5', 'deduct 1'),
  TEXT.replace('封顶 : yes or no = yes', '封顶 : yes or no = no').replace(
    '优 from 18',
    '优 from 17',
  ),
  TEXT.replace('一 8 points', '一 7 points')
    .replace('二 4 points', '二 5 points')
    .replace('* 8 points  at most 8', '* 7 points  at most 7'),
  TEXT.replace('number from 0 to 10', 'number from 0 to 9'),
  TEXT.replace('scores rounded to 0.01', 'scores rounded to 0.1'),
  TEXT,
];

const DATA = [
  { 完成率: '93.7%', 逾期: 2, 违规: false, 数据: '7.77' },
  { 完成率: '120%', 逾期: 9, 违规: false, 数据: '9' },
  { 完成率: '88%', 逾期: 0, 违规: true, 数据: '3' },
  { 完成率: '88%', 违规: null, 数据: '3' },
  { 逾期: 1 },
  {},
];

function frameworkOf(text: string): Framework {
  const host = { read: () => undefined, resolve: () => '' };
  const { framework, diagnostics } = compile(createSource('x.chi', text), host);
  if (!framework) throw new Error(diagnostics.map(({ code }) => code).join());
  return framework;
}

function departmentOf(framework: Framework, inputs: object): Department {
  const text = JSON.stringify({ department: '甲', year: 2024, inputs });
  const { department } = readDepartment(framework, createSource('d.json', text));
  if (!department) throw new Error('the department cannot be read');
  return department;
}

describe('a department in brief', () => {
  test.each(DATA)('%o comes to the same as its whole sheet, version after version', (inputs) => {
    const memory = createPartMemory(createNumbering());
    const [first] = VERSIONS;
    const department = departmentOf(frameworkOf(first ?? ''), inputs);
    for (const text of VERSIONS) {
      const framework = frameworkOf(text);
      const brief = createBriefEvaluator(framework, memory)(department);
      const sheet = evaluate(framework, department);
      expect(brief.total).toEqual(sheet.total);
      expect(brief.grades).toEqual(sheet.grades);
      expect(brief.outputs.map(({ value }) => value)).toEqual(
        sheet.outputs.map(({ value }) => value),
      );
      const matter = ({ decides, outputs, decidesGrade }: (typeof sheet.missing)[number]) =>
        decides?.n !== 0n || outputs.length > 0 || decidesGrade;
      expect(brief.missing.filter(matter)).toEqual(sheet.missing.filter(matter));
    }
  });
});
