// Parts that a department does not have, in score sheets, explanations and JSON.
import { describe, expect, test } from 'vitest';
import { createDepartmentReader } from '../../src/input/read-department.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { explain } from '../../src/report/explanation.ts';
import { scoresJson } from '../../src/report/json.ts';
import { PLAIN_PAINT } from '../../src/report/paint.ts';
import { scoreSheet } from '../../src/report/score-sheet.ts';
import type { Scored } from '../../src/report/scored.ts';
import { createSource } from '../../src/text/source.ts';
import { frameworkOf } from '../evaluate/written.ts';

const framework = frameworkOf(`ruleset R { total 30 points scores rounded to 0.01 half up
  input 类别 : one of { 甲, 乙 }
  input 得票 : number from 0 to 10
  group 甲类 20 points { applies when 类别 = 甲
    indicator A 20 points { item a 10 points { score 得票 } item b 10 points { judged } } }
  indicator B 20 points { applies when 类别 = 乙
    judged }
  group 自选 10 points { chosen by department redistribute
    indicator C 5 points { judged }
    indicator D 10 points { judged } } }`);
const read = createDepartmentReader(framework);

function scored(inputs: object): Scored {
  const text = JSON.stringify({ department: '某局', year: 2024, inputs });
  const { department } = read(createSource('department.json', text));
  if (!department) throw new Error('no department');
  return { framework, department, sheet: evaluate(framework, department), options: new Map() };
}

const known = scored({ 类别: '乙', B: '20', 自选: ['C'], C: { award: '4', reason: '迟' } });
const open = scored({ B: { award: '15', reason: '缺' }, C: '5', D: '10', b: '10', 得票: 10 });
const settings = { language: 'zh', paint: PLAIN_PAINT, width: 100 } as const;
const sheet = (of: Scored) => scoreSheet(of, settings).join('\n');
const explained = (of: Scored, only?: readonly (readonly string[])[]) =>
  explain(of, { ...settings, sources: new Map() }, only).join('\n');

describe('a part whose points are open', () => {
  test('has no loss: its score and its points move together', () => {
    expect(explained(open)).toContain('得 0–15，满分 0–20 分，');
    expect(explained(open)).not.toContain('扣 −');
  });
});

describe('a part that is not there', () => {
  test('has no row in the score sheet and is named below it', () => {
    const text = sheet(known);
    const [table = ''] = text.split('本单位没有的部分');
    expect(table).not.toMatch(/甲类|得票|D /u);
    expect(text).toMatch(/本单位没有的部分\n {2}甲类 {2}仅当 类别 = 甲\n {2}自选 {2}未自选：D\n/u);
    expect(text).toMatch(/C +10\.00 +8\.00 +2\.00 +迟\n.*自选各项按比例折算：× 2/u);
  });

  test('is explained to who asks for it by name', () => {
    expect(explained(known)).not.toMatch(/甲类 \/ A/u);
    expect(explained(known)).toMatch(/B 20 \+ 自选 8 = 28 分/u);
    expect(explained(known, [['甲类', 'A']])).toMatch(
      /甲类 \/ A\n {2}本单位无此项\n.*本单位无此项：仅当 类别 = 甲/u,
    );
  });

  test('says so in JSON', () => {
    const [result] = scoresJson(framework, [known], 'zh').results;
    const kinds = result?.indicators.map(({ name, applicability }) => [name, applicability]);
    expect(kinds).toEqual([
      ['A', 'absent'],
      ['B', 'applicable'],
      ['C', 'applicable'],
      ['D', 'absent'],
    ]);
    expect(result?.indicators[0]).toMatchObject({ points: '0', items: [{}, {}] });
    expect(result?.groups.map(({ applicability }) => applicability)).toEqual([
      'absent',
      'applicable',
    ]);
  });
});

test('while it is open whether a part is there, its row says on what it hangs', () => {
  const text = sheet(open);
  expect(text).toMatch(/B +0\.00–20\.00 +0\.00–15\.00 +缺\n.*本单位可能无此项：仅当 类别 = 乙/u);
  expect(text).toMatch(/类别 +最多影响 5 分 /u);
  expect(explained(open, [['B']])).toMatch(/本单位可能无此项/u);
});
