// The rulesets that ship, and the departments that they score. Every figure below was computed apart
// from this program, with exact fractions, from what the departments published.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { runExamples } from '../../src/evaluate/run-examples.ts';
import { runExpected } from '../../src/evaluate/run-expected.ts';
import { placeNamed, placesIn } from '../../src/evaluate/sheet-places.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import type { Department } from '../../src/input/department.ts';
import { indicatorsOf } from '../../src/model/framework.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { ScoreSheet } from '../../src/model/sheet.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { createSource } from '../../src/text/source.ts';
import type { Range } from '../../src/types/range.ts';

const ROOT = path.resolve(import.meta.dirname, '../../rulesets');

const HOST = {
  read: (file: string) => readFileSync(path.join(ROOT, file), 'utf8'),
  resolve: (from: string, relative: string) => path.posix.join(path.posix.dirname(from), relative),
};

const RULESETS = ['shenzhen/common.chi', 'futian/2022.chi', 'futian/2020.chi', 'nanshan/2023.chi', 'longhua/2021.chi'];

function compiled(file: string): Framework {
  const { framework, diagnostics } = compile(createSource(file, HOST.read(file)), HOST);
  expect(diagnostics).toEqual([]);
  if (!framework) throw new Error(`${file} gives no framework`);
  return framework;
}

interface Case {
  readonly framework: Framework;
  readonly department: Department;
}

const loaded = new Map<string, Case>();

function load(ruleset: string, file: string): Case {
  const before = loaded.get(file);
  if (before) return before;
  const framework = compiled(ruleset);
  const { department, diagnostics } = readDepartment(framework, createSource(file, HOST.read(file)));
  expect(diagnostics).toEqual([]);
  if (!department) throw new Error(`${file} gives no department`);
  const given = { framework, department };
  loaded.set(file, given);
  return given;
}

const futian = () => load('futian/2022.chi', 'futian/departments/2022-investment-promotion-centre.json');
const futianEarlier = () => load('futian/2020.chi', 'futian/departments/2020-enterprise-service-centre.json');
const nanshan = () => load('nanshan/2023.chi', 'nanshan/departments/2023-industry-bureau.json');
const longhua = () => load('longhua/2021.chi', 'longhua/departments/2021-industry-bureau.json');

/** `5.15`, or `1.48..6` for a score that is still open. */
function shown({ low, high }: Range): string {
  const ends = [low, high].map((end) => (end ? formatExact(end.value) : '∞'));
  return ends[0] === ends[1] ? String(ends[0]) : ends.join('..');
}

function scoresOf(sheet: ScoreSheet): Record<string, string> {
  const indicators = placesIn(sheet).filter(({ score }) => score.kind === 'indicator');
  return Object.fromEntries(indicators.map(({ path: names, score }) => [names.at(-1) ?? '', shown(score.score)]));
}

function scoreUnder({ framework, department }: Case, name: string, options: Record<string, string>): string {
  const sheet = evaluate(framework, department, { options: new Map(Object.entries(options)) });
  const place = placeNamed(placesIn(sheet), name);
  if (!place) throw new Error(`no score is called ${name}`);
  return shown(place.score.score);
}

function outcomes({ framework, department }: Case): Record<string, string> {
  const { checks } = evaluate(framework, department);
  return Object.fromEntries(checks.map(({ check, outcome }) => [check.name, outcome]));
}

describe.each(RULESETS)('%s', (file) => {
  test('compiles without a word', () => {
    expect(indicatorsOf(compiled(file).children)).toHaveLength(21);
  });

  test('gives what its examples say', () => {
    const results = runExamples(compiled(file));
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter(({ agrees }) => !agrees).map(({ example, actual }) => [example.name, actual.kind === 'number' ? shown(actual.range) : actual])).toEqual([]);
  });
});

test.each([
  ['futian 2022', futian],
  ['futian 2020', futianEarlier],
  ['nanshan 2023', nanshan],
  ['longhua 2021', longhua],
])('the department of %s gives what its file expects', (_, given) => {
  const { framework, department } = given();
  const results = runExpected(framework, department);
  expect(results.length).toBeGreaterThan(0);
  expect(results.filter(({ agrees }) => !agrees)).toEqual([]);
});

describe('Futian 2022', () => {
  test('scores every indicator as published, in the order of its table', () => {
    const { framework, department } = futian();
    const sheet = evaluate(framework, department);
    expect(Object.entries(scoresOf(sheet))).toEqual([
      ['预算编制规范性', '5'],
      ['预算编制合理性', '5'],
      ['绩效目标完整性', '3'],
      ['绩效指标明确性', '7'],
      ['政府采购执行情况', '1.15'],
      ['财务合规性', '2.46'],
      ['预决算信息公开', '3'],
      ['项目监管', '2'],
      ['项目实施程序', '2'],
      ['固定资产利用率', '1'],
      ['资产管理安全性', '2'],
      ['财政供养人员控制率', '1'],
      ['编外人员控制率', '0'],
      ['管理制度健全性', '3'],
      ['公用经费控制率', '6'],
      ['项目完成及时性', '6'],
      ['重点工作完成情况', '8'],
      ['预算执行率', '5.15'],
      ['社会效益、经济效益、生态效益及可持续影响等', '25'],
      ['公众或服务对象满意度', '6'],
      ['群众信访办理情况', '3'],
    ]);
    expect(shown(sheet.total)).toBe('96.76');
    expect(sheet.grades).toEqual(['优']);
  });

  test('is an interval without the assumed adjustment rate', () => {
    const { framework, department } = futian();
    const sheet = evaluate(framework, department, { without: new Set(['assumed'] as const) });
    expect(scoresOf(sheet)).toMatchObject({ 财务合规性: '2..3' });
    expect(shown(sheet.total)).toBe('96.3..97.3');
  });

  test.each([
    [{}, '5.15'],
    [{ 季度得分封顶: 'yes' }, '5.1'],
    [{ 季度得分封顶: 'yes', 全年平均口径: '封顶后平均' }, '5.08'],
  ])('executes its budget at %j for %s points', (options, score) => {
    expect(scoreUnder(futian(), '预算执行率', options)).toBe(score);
  });

  test.each([
    ['按比例扣', '2.46'],
    ['满一个点扣', '2.5'],
    ['不足一个点也扣', '2.4'],
  ])('loses by %s down to %s points for 5.4 percentage points too many', (reading, score) => {
    expect(scoreUnder(futian(), '财务合规性', { 调整扣分口径: reading })).toBe(score);
  });

  test('shows that its task budgets miss their own total', () => {
    expect(outcomes(futian())).toEqual({
      '年初预算等于人员、公用、项目三项之和': 'holds',
      调整后预算等于基本支出与项目支出之和: 'holds',
      全年支出等于基本支出与项目支出之和: 'holds',
      '采购支出不超过采购计划（超过的，采购执行率得 0 分）': 'holds',
      四季度末的预算就是调整后预算: 'holds',
      各任务预算之和等于目标表的合计: 'fails',
      目标表的合计等于年初预算: 'holds',
      绩效目标表至少涉及三个方面的效益: 'holds',
      绩效目标均已达到: 'undecided',
    });
  });
});

describe('Nanshan 2023', () => {
  test('scores as published except where its own figures say otherwise', () => {
    const { framework, department } = nanshan();
    const sheet = evaluate(framework, department);
    expect(Object.entries(scoresOf(sheet))).toEqual([
      ['预算编制合理性', '5'],
      ['预算编制规范性', '5'],
      ['绩效目标完整性', '3'],
      ['绩效指标明确性', '7'],
      ['政府采购执行情况', '1.88'],
      ['财务合规性', '2.01'],
      ['预决算信息公开', '3'],
      ['项目实施程序', '2'],
      ['项目监管', '2'],
      ['资产管理安全性', '2'],
      ['固定资产利用率', '1'],
      ['财政供养人员控制率', '1'],
      ['编外人员控制率', '0'],
      ['管理制度健全性', '3'],
      ['公用经费控制率', '5'],
      ['预算执行率', '5.65'],
      ['重点工作完成情况', '8'],
      ['项目完成及时性', '6'],
      ['社会效益、经济效益、生态效益等', '25'],
      ['群众信访办理情况', '3'],
      ['公众或服务对象满意度', '6'],
    ]);
    expect(shown(sheet.total)).toBe('96.54');
    expect(sheet.grades).toEqual(['优']);
  });

  test.each([
    [{ 季度得分封顶: 'no', 全年平均口径: '按实际平均' }, '6'],
    [{ 季度得分封顶: 'no', 全年平均口径: '按实际平均', 执行率限于分值: 'no' }, '6.36'],
    [{ 季度得分封顶: 'yes', 全年平均口径: '平均后封顶' }, '5.77'],
    [{ 季度得分封顶: 'yes', 全年平均口径: '封顶后平均' }, '5.65'],
  ])('executes its budget at %j for %s points', (options, score) => {
    expect(scoreUnder(nanshan(), '预算执行率', options)).toBe(score);
  });

  test.each([
    [{ 调整扣分口径: '按比例扣' }, '2.01'],
    [{ 调整扣分口径: '满一个点扣' }, '2.1'],
    [{ 调整扣分口径: '不足一个点也扣' }, '2'],
    [{ 调整额口径: '剔除后' }, '2..3'],
  ])('is compliant at %j for %s points', (options, score) => {
    expect(scoreUnder(nanshan(), '财务合规性', options)).toBe(score);
  });

  test('adds its tasks up to the cent and shows what its goal table lacks', () => {
    expect(outcomes(nanshan())).toMatchObject({
      各任务预算之和等于自评表的合计: 'holds',
      各任务财政拨款预算之和等于自评表的合计: 'holds',
      各任务执行数之和等于自评表的合计: 'holds',
      任务预算合计等于调整后预算: 'holds',
      任务执行合计等于全年支出: 'holds',
      全年支出等于基本支出与项目支出之和: 'holds',
      绩效目标表至少涉及三个方面的效益: 'fails',
      绩效目标均已达到: 'undecided',
    });
  });
});

describe('Longhua 2021', () => {
  test('scores every indicator as published and fills the blank cell', () => {
    const { framework, department } = longhua();
    const sheet = evaluate(framework, department);
    expect(Object.entries(scoresOf(sheet))).toEqual([
      ['预算编制合理性', '5'],
      ['预算编制规范性', '5'],
      ['绩效目标完整性', '8'],
      ['绩效指标明确性', '7'],
      ['政府采购执行情况', '1.75'],
      ['财务合规性', '2'],
      ['预决算信息公开', '3'],
      ['项目实施程序', '2'],
      ['项目监管', '2'],
      ['资产管理安全性', '2'],
      ['固定资产利用率', '1'],
      ['财政供养人员控制率', '1'],
      ['编外人员控制率', '0'],
      ['管理制度健全性', '3'],
      ['公用经费控制率', '5'],
      ['预算执行率', '5.78'],
      ['重点工作完成情况', '8'],
      ['项目完成及时性', '5.87'],
      ['社会效益、经济效益、生态效益及可持续影响等', '20'],
      ['群众信访办理情况', '3'],
      ['公众或服务对象满意度', '6'],
    ]);
    expect(shown(sheet.total)).toBe('96.4');
    expect(sheet.children.map(({ score }) => shown(score))).toEqual(['25', '17.75', '53.65']);
  });

  test('gets 5.88 for 47 of 48 projects when the rate is not rounded first', () => {
    expect(scoreUnder(longhua(), '项目完成及时性', { 完成率先舍入: 'no' })).toBe('5.88');
  });

  test('would exceed the full points if nothing were capped', () => {
    const options = { 季度得分封顶: 'no', 全年平均口径: '按实际平均', 执行率限于分值: 'no' };
    expect(scoreUnder(longhua(), '预算执行率', options)).toBe('6.44');
  });

  test('shows which denominators its published progress has and which sum is off', () => {
    expect(outcomes(longhua())).toMatchObject({
      一季度通报的进度按年初预算计算: 'holds',
      四季度通报的进度按调整后预算计算: 'holds',
      采购计划等于年初数减去划转和取消: 'holds',
      固定资产总额等于三类之和: 'fails',
      绩效目标表至少涉及三个方面的效益: 'holds',
      绩效目标均已达到: 'fails',
    });
  });
});

describe('Futian 2020', () => {
  test('is scored as far as its report goes', () => {
    const { framework, department } = futianEarlier();
    const sheet = evaluate(framework, department);
    expect(scoresOf(sheet)).toEqual({
      预算编制合理性: '0..5',
      预算编制规范性: '0..5',
      绩效目标完整性: '0..3',
      绩效指标明确性: '0..7',
      政府采购执行情况: '0..1',
      财务合规性: '0..3',
      预决算信息公开: '1.5..3',
      项目实施程序: '2',
      项目监管: '0..2',
      资产管理安全性: '0..2',
      固定资产利用率: '1',
      财政供养人员控制率: '1',
      编外人员控制率: '0',
      管理制度健全性: '0..3',
      公用经费控制率: '5',
      预算执行率: '1.48..6',
      重点工作完成情况: '0..8',
      项目完成及时性: '0..6',
      '社会效益、经济效益、生态效益及可持续影响等': '0..25',
      群众信访办理情况: '0..3',
      公众或服务对象满意度: '1..6',
    });
    expect(shown(sheet.total)).toBe('12.98..97');
    expect(scoreUnder(futianEarlier(), '采购执行率', {})).toBe('0');
  });

  test('shows that its procurement does not add up', () => {
    expect(outcomes(futianEarlier())).toMatchObject({
      '采购支出等于货物、工程、服务三项之和': 'fails',
      '年初预算等于人员、公用、项目三项之和': 'holds',
      调整后预算等于基本支出与项目支出之和: 'holds',
      全年支出等于基本支出与项目支出之和: 'holds',
    });
  });
});
