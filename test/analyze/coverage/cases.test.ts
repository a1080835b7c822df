import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { missingExamples } from '../../../src/analyze/coverage/cases.ts';
import { coverage } from '../../../src/analyze/coverage/coverage.ts';
import type { Compilation } from '../../../src/compile.ts';
import { compile } from '../../../src/compile.ts';
import { runExamples } from '../../../src/evaluate/run-examples.ts';
import type { Framework } from '../../../src/model/framework.ts';
import { exampleBlocks, exampleRuleset } from '../../../src/report/example-text.ts';
import { createSource } from '../../../src/text/source.ts';

const RULESET = `ruleset 试 for 2024 {
  total 10 points
  scores rounded to 0.01 half up
  option 严格 : yes or no = no
  input 完成数, 计划数 : count of 项 above 0
  input 支出 : money in 万元 at least 0
  input 日期 : date
  input 违规 : yes or no = no
  indicator 完成率 4 points {
    tiers of 完成数 / 计划数 { >= 95% : 4  >= 80% : 2  otherwise : 0 }
    example { 完成数 = 95; 计划数 = 100 } gives 4
    veto "违规" when 违规 : 0
  }
  indicator 控制 3 points {
    when 支出 > 12.5 万元 and 严格 : 0
    otherwise when 支出 > 20 万元 : 1
    otherwise : 3
  }
  indicator 及时 2 points { deduct 0.5 per 1 天 of 日期 - 2024-06-30 at most 1.5 }
  indicator 制度 1 point { checklist { 健全 0.4 points  执行 0.6 points } }
}`;

function compiled(text: string, others: Readonly<Record<string, string>> = {}): Compilation {
  return compile(createSource('new.chi', text), {
    read: (path) => others[path],
    resolve: (_, path) => path,
  });
}

function frameworkOf({ framework, diagnostics }: Compilation): Framework {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!framework || errors.length > 0) throw new Error(JSON.stringify(errors));
  return framework;
}

function written(text: string, language: 'en' | 'zh' = 'en'): string {
  const ground = compiled(text);
  const framework = frameworkOf(ground);
  const settings = { framework, sources: ground.sources, language };
  return exampleRuleset(missingExamples(framework), 'old.chi', settings);
}

const run = (examples: string, ruleset: string) =>
  runExamples(frameworkOf(compiled(examples, { 'old.chi': ruleset })));

describe('the missing examples', () => {
  it('lie on each threshold and one step beside it, with the scores that the ruleset gives', () => {
    const examples = written(RULESET);
    for (const given of [
      '{ 完成数 = 94 项; 计划数 = 100 项 } gives 「score of 完成率」 = 2 ',
      '{ 完成数 = 96 项; 计划数 = 100 项 } gives 「score of 完成率」 = 4 ',
      '{ 完成数 = 79 项; 计划数 = 100 项 } gives 「score of 完成率」 = 0 ',
      '{ 完成数 = 80 项; 计划数 = 100 项 } gives 「score of 完成率」 = 2 ',
      '{ 支出 = 20 万元 } gives 「score of 控制」 = 3 ',
      '{ 支出 = 20.01 万元 } gives 「score of 控制」 = 1 ',
    ])
      expect(examples).toContain(given);
    // The ruleset has this one already.
    expect(examples).not.toContain('{ 完成数 = 95 项; 计划数 = 100 项 }');
    expect(examples.match(/please confirm/g)?.length).toBeGreaterThan(15);
  });

  it.each(['en', 'zh'] as const)('run as written, in %s', (language) => {
    const results = run(written(RULESET, language), RULESET);
    expect(results.length).toBeGreaterThan(15);
    expect(results.filter(({ agrees }) => !agrees)).toEqual([]);
  });

  it('leave nothing to be taken that an example can reach', () => {
    const framework = frameworkOf(compiled(written(RULESET), { 'old.chi': RULESET }));
    const open = coverage(framework, []).branches.filter(
      ({ examples, unreachable }) => examples === 0 && !unreachable,
    );
    expect(open.map(({ branch }) => branch.kind)).toEqual([]);
  });

  it.each([
    ['>= 95%', '>= 96%'],
    ['>= 95%', '> 95%'],
    ['>= 80%', '>= 81%'],
    ['支出 > 20 万元', '支出 >= 20 万元'],
    ['支出 > 20 万元', '支出 > 20.01 万元'],
    ['支出 > 12.5', '支出 > 12.51'],
    ['at most 1.5', 'at most 1'],
    ['2024-06-30', '2024-07-01'],
    ['健全 0.4 points  执行 0.6', '健全 0.5 points  执行 0.5'],
    ['when 违规 : 0', 'when not 违规 : 0'],
  ])('catch a ruleset in which %s has become %s', (before, after) => {
    const broken = RULESET.replace(before, after);
    expect(broken).not.toBe(RULESET);
    expect(run(written(RULESET), broken).some(({ agrees }) => !agrees)).toBe(true);
  });

  it('are printed as blocks for the parts that they speak of', () => {
    const ground = compiled(RULESET);
    const framework = frameworkOf(ground);
    const settings = { framework, sources: ground.sources, language: 'zh' } as const;
    const blocks = exampleBlocks(missingExamples(framework), settings);
    const [line = ''] = blocks.filter((each) => each.includes('支出 = 20.01 万元'));
    expect(line).toMatch(/^示例 ".*" \{ 支出 = 20.01 万元 \} 应得 1 \/\/ 请核对$/);
    const inside = RULESET.replace('otherwise : 3', `otherwise : 3\n${line}`);
    expect(runExamples(frameworkOf(compiled(inside))).every(({ agrees }) => agrees)).toBe(true);
  });
});

describe('coverage', () => {
  it('counts what departments and examples take, and proves what nobody can', () => {
    const text = RULESET.replace(
      'otherwise when 支出 > 20 万元 : 1',
      'otherwise when 支出 > 20 万元 : (if 支出 < 10 万元 then 2 else 1)',
    );
    const { branches } = coverage(frameworkOf(compiled(text)), []);
    const never = branches.filter(({ unreachable }) => unreachable);
    expect(
      never.map(({ branch: { kind, span } }) => [kind, text.slice(span.start, span.end)]),
    ).toEqual([
      ['row', '2'],
      ['floor', 'deduct 0.5 per 1 天 of 日期 - 2024-06-30 at most 1.5'],
    ]);
    const rows = branches.filter(({ branch }) => branch.place[0] === '完成率');
    expect(rows.map(({ branch, examples }) => [branch.kind, branch.number, examples])).toEqual([
      ['row', 1, 1],
      ['row', 2, 0],
      ['otherwise', undefined, 0],
      ['veto', undefined, 0],
    ]);
  });
});

const RULESETS = fileURLToPath(new URL('../../../rulesets', import.meta.url));
const host = {
  read: (path: string) => readFileSync(path, 'utf8'),
  resolve: (from: string, path: string) => join(dirname(from), path),
};

it.each(['futian/2022', 'gallery/structure-thresholds', 'gallery/deductions', 'gallery/vetoes'])(
  'the examples made for %s run as written and close its gaps',
  (name) => {
    const path = join(RULESETS, `${name}.chi`);
    const ground = compile(createSource(path, readFileSync(path, 'utf8')), host);
    const framework = frameworkOf(ground);
    const cases = missingExamples(framework);
    expect(cases.cases.length).toBeGreaterThan(10);
    const settings = { framework, sources: ground.sources, language: 'zh' } as const;
    const parent = path.slice(path.lastIndexOf('/') + 1);
    const text = exampleRuleset(cases, parent, settings);
    const made = frameworkOf(compile(createSource(join(dirname(path), 'x.chi'), text), host));
    expect(runExamples(made).filter(({ agrees }) => !agrees)).toEqual([]);
    const missing = (of: Framework) =>
      coverage(of, []).branches.filter((each) => each.examples === 0 && !each.unreachable).length;
    expect(missing(made)).toBeLessThan(missing(framework) / 2);
  },
);
