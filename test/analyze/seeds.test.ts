// The published reports of four departments: every contradiction that is known to be in them is found.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/analyze/audit.ts';
import type { Audit, Finding } from '../../src/analyze/audit-result.ts';
import { compile } from '../../src/compile.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import { createSource } from '../../src/text/source.ts';
import { show } from '../evaluate/framework-builder.ts';
import { text } from './audited.ts';

const RULESETS = fileURLToPath(new URL('../../rulesets', import.meta.url));
const host = {
  read: (path: string) => readFileSync(path, 'utf8'),
  resolve: (from: string, path: string) => join(dirname(from), path),
};

function auditSeed(ruleset: string, file: string, change = (content: string) => content): Audit {
  const path = join(RULESETS, `${ruleset}.chi`);
  const { framework } = compile(createSource(path, readFileSync(path, 'utf8')), host);
  if (framework === undefined) throw new Error(`${ruleset} is not sound`);
  const data = join(dirname(path), 'departments', `${file}.json`);
  const { department } = readDepartment(
    framework,
    createSource(data, change(readFileSync(data, 'utf8'))),
  );
  if (department === undefined) throw new Error(`${file} cannot be read`);
  return audit(framework, department);
}

type Kind = Finding['kind'];

function at<K extends Kind>(
  { findings }: Audit,
  kind: K,
  name: string | undefined,
): Extract<Finding, { kind: K }> {
  const found = findings.find(
    (finding): finding is Extract<Finding, { kind: K }> =>
      finding.kind === kind && 'path' in finding && finding.path.at(-1) === name,
  );
  if (found === undefined) throw new Error(`no ${kind} at ${name ?? 'the total'}`);
  return found;
}

const figuresOf = ({ findings }: Audit, name: string) =>
  findings.flatMap((finding) =>
    finding.kind === 'figure-differs' && finding.comparison.reported.name === name
      ? [[finding.comparison.reported.text, text(finding.comparison.rounded)]]
      : [],
  );
const failedChecks = ({ findings }: Audit) =>
  findings.flatMap((finding) =>
    finding.kind === 'check-fails' ? [finding.result.check.name] : [],
  );
const differing = ({ scores }: Audit) =>
  scores.flatMap(({ outcome, path }) => (outcome === 'differs' ? [path.at(-1) ?? '总分'] : []));

describe('福田 2022', () => {
  const result = auditSeed('futian/2022', '2022-investment-promotion-centre');

  it('publishes no score that the rules contradict', () => {
    expect(differing(result)).toEqual([]);
  });

  it('read the quarters without a limit: capped they give 5.10 and 5.08', () => {
    const { readings } = at(result, 'reading-confirmed', '预算执行率');
    expect(readings[0]).toMatchObject({ chosen: true, reproduces: 'certain' });
    expect(new Set(readings.map(({ score }) => show(score)))).toEqual(
      new Set(['5.15', '5.1', '5.08', '5.13']),
    );
  });

  it('implies an adjustment rate of 15.4 % that it does not disclose', () => {
    const finding = at(result, 'score-not-derivable', '财务合规性');
    expect([show(finding.recomputed), finding.missing]).toEqual(['[2, 3]', ['剔除后调整调剂率']]);
    expect(finding.implied?.values.map(({ range, exact }) => [show(range), exact])).toEqual([
      ['(0.1535, 0.1545]', true],
    ]);
    expect(text(finding.implied?.roundest)).toBe('0.154');
  });

  it('discloses enough for a total between 96.30 and 97.30', () => {
    expect(show(at(result, 'score-not-derivable', undefined).recomputed)).toBe('[96.3, 97.3]');
  });

  it('has tasks that add up to a hundredth more than their total', () => {
    expect(failedChecks(result)).toEqual(['各任务预算之和等于目标表的合计']);
    const check = result.findings.find((finding) => finding.kind === 'check-fails');
    expect(
      check?.kind === 'check-fails' && check.result.difference && show(check.result.difference),
    ).toBe('100');
  });
});

describe('南山 2023', () => {
  const result = auditSeed('nanshan/2023', '2023-industry-bureau');

  it('publishes an execution score that comes out of no reading', () => {
    const finding = at(result, 'score-differs', '预算执行率');
    expect(text(finding.published)).toBe('5.59');
    expect(finding.readings.every(({ reproduces }) => reproduces === 'no')).toBe(true);
    const scores = new Set(finding.readings.map(({ score }) => show(score)));
    for (const score of ['6.36', '6', '5.77', '5.65']) expect(scores).toContain(score);
    expect(finding.explanations).toEqual([]);
  });

  it('publishes full compliance beside an adjustment of 19.92 %, unless changes are left out', () => {
    const finding = at(result, 'score-differs', '财务合规性');
    expect([text(finding.published), text(finding.recomputed)]).toEqual(['3', '2.01']);
    const readings = finding.explanations.filter((each) => each.kind === 'reading');
    expect(readings[0]).toMatchObject({
      choices: new Map([['调整额口径', '剔除后']]),
      certain: false,
    });
    expect(readings[0]?.implied?.values.map(({ range }) => show(range))).toEqual(['[0, 0.1005]']);
  });

  it('has a total that differs by just these two', () => {
    const total = at(result, 'score-differs', undefined);
    expect(total.parts.map(({ path, difference }) => [path.at(-1), text(difference)])).toEqual([
      ['财务合规性', '0.99'],
      ['预算执行率', '-0.06'],
    ]);
    expect([text(total.recomputed), text(total.unexplained)]).toEqual(['96.54', '0']);
    expect(differing(result)).toEqual(['财务合规性', '预算执行率', '总分']);
  });

  it('gives three values for the share of outside staff', () => {
    const contradiction = result.findings.find(
      (each) => each.kind === 'figures-contradict' && each.name === '编外人员控制率',
    );
    expect(
      contradiction?.kind === 'figures-contradict' &&
        contradiction.figures.map(({ reported }) => reported.text),
    ).toEqual(['24.56%', '19.71%']);
    expect(figuresOf(result, '编外人员控制率')).toEqual([
      ['24.56%', '0.2222'],
      ['19.71%', '0.2222'],
    ]);
    const names = result.findings.flatMap((finding) =>
      finding.kind === 'figure-differs' && finding.comparison.reported.name === '编外人员控制率'
        ? finding.explanations
        : [],
    );
    expect(
      names.map((each) => each.kind === 'other-definition' && [each.name, text(each.value)]),
    ).toEqual([
      ['编外人数 / 核定编制数', '14/57'],
      ['在编人数 = 核定编制数', '14/71'],
    ]);
  });

  it('gives three values for the year’s execution, of which its figures give 98.80 %', () => {
    expect(figuresOf(result, '四季度支出进度')).toEqual([
      ['98.88%', '0.988'],
      ['99.01%', '0.988'],
    ]);
    expect(failedChecks(result)).toEqual(['绩效目标表至少涉及三个方面的效益']);
  });

  it('would be off by ten thousand with a budget in 元 as printed', () => {
    const slipped = auditSeed('nanshan/2023', '2023-industry-bureau', (content) =>
      content.replace('82.56 万元"', '82.56 元"'),
    );
    const finding = slipped.findings.find(
      (each) =>
        each.kind === 'figure-differs' && each.comparison.reported.name === '三公经费控制率',
    );
    expect(finding?.kind === 'figure-differs' && finding.explanations).toMatchObject([
      { kind: 'unit-slip', input: '三公经费支出', factor: { n: 1n, d: 10_000n } },
      { kind: 'unit-slip', input: '三公经费预算', factor: { n: 10_000n, d: 1n } },
    ]);
    expect(differing(slipped)).toContain('公用经费控制率');
  });
});

describe('龙华 2021', () => {
  const result = auditSeed('longhua/2021', '2021-industry-bureau');

  it('publishes no score that its readings contradict', () => {
    expect(differing(result)).toEqual([]);
  });

  it('left a cell blank that its subtotal, its total and the rule all put at 2', () => {
    const blank = at(result, 'blank-score', '财务合规性');
    expect([show(blank.recomputed), blank.consistent]).toEqual(['2', true]);
    expect(
      blank.forced.map(({ by, sum, score }) => [by.path.join(), text(sum), text(score)]),
    ).toEqual([
      ['部门管理', '17.75', '2'],
      ['', '96.4', '2'],
    ]);
  });

  it('rounded the completion rate first: exactly it is 5.88', () => {
    const { readings } = at(result, 'reading-confirmed', '项目完成及时性');
    expect(readings.map(({ score, reproduces }) => [show(score), reproduces])).toEqual([
      ['5.87', 'certain'],
      ['5.88', 'no'],
    ]);
  });

  it('capped quarters and mean: uncapped they give 6.44', () => {
    const { readings } = at(result, 'reading-confirmed', '预算执行率');
    const scores = new Map(readings.map(({ score, reproduces }) => [show(score), reproduces]));
    expect([scores.get('5.78'), scores.get('6.44')]).toEqual(['certain', 'no']);
  });
});

describe('福田 2020', () => {
  const result = auditSeed('futian/2020', '2020-enterprise-service-centre');

  it('calls 42 people in 50 posts 100 %', () => {
    expect(figuresOf(result, '财政供养人员控制率')).toEqual([['100%', '0.84']]);
  });

  it('spent more on procurement than planned, and its parts do not add up', () => {
    expect(failedChecks(result)).toEqual([
      '采购支出不超过采购计划（超过的，采购执行率得 0 分）',
      '采购支出等于货物、工程、服务三项之和',
    ]);
    const management = result.sheet.children[1];
    const money = management?.kind === 'group' ? management.children[0] : undefined;
    const purchase = money?.kind === 'group' ? money.children[0] : undefined;
    expect(
      purchase?.kind === 'indicator' && purchase.items[0] && show(purchase.items[0].score),
    ).toBe('0');
  });

  it('discloses a total that is a range', () => {
    expect(show(result.disclosed.total)).toBe('[12.98, 97]');
  });
});
