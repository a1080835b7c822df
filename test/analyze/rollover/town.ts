// A small ruleset and changes of its text that have nothing to do with each other, for the laws of
// deriving and merging; and files in memory.
import fc from 'fast-check';
import { flatten, outlineOf } from '../../../src/analyze/rollover/flatten.ts';
import type { Outline } from '../../../src/analyze/rollover/outline.ts';
import { differencesBetween } from '../../../src/analyze/rollover/differences.ts';
import type { Host } from '../../../src/compile.ts';
import { createSource } from '../../../src/text/source.ts';

export const TOWN = `// 某镇的框架。
规则集 某镇绩效评价 适用 2022 {
  来源 "2022 年方案" 章节 "附件 1"
  总分 20 分
  得分保留到 0.01 四舍五入
  等级 { 优 自 18   良 自 16   中 自 12   差 自 0 }

  // 怎样读
  选项 超额封顶 : 是或否 = 否 "超额是否到顶"
  选项 口径 : 选自 { 当年, 三年 } = 当年
  输入 计划, 实际 : 金额 万元 高于 0 "数额"
  输入 逾期 : 计数 件 至少 0
  输入 满意度 : 百分比 自 0% 到 100%
  输入 挪用 : 是或否 = 否

  分组 管理 10 分 {
    指标 执行率 6 分 {
      说明 "支出占计划"
      定义 率 = 实际 / 计划
      得分 (若 超额封顶 则 较小值(率, 1) 否则 率) * 满分
      至多 满分
      一票否决 "挪用资金" 当 挪用 : 0

      示例 "一半" { 计划 = 2; 实际 = 1; 挪用 = 否 } 应得 3
    }
    指标 及时性 4 分 {
      扣 (若 口径 = 当年 则 1 分 否则 2 分) 每 逾期
      示例 { 逾期 = 1 } 应得 3
    }
  }

  分组 效果 10 分 {
    // 调查所得
    指标 满意 6 分 {
      分档 满意度 {
        >= 95% : 6
        >= 85% : 4
        >= 60% : 2
        其余 : 0
      }
    }
    指标 公开 4 分 {
      评定 选自 { 按要求 : 4 分   不合要求 : 2 分   未公开 : 0 分 }
    }
  }
}
`;

/** Changes of the text, each of another place. */
export const EDITS: readonly (readonly [before: string, after: string])[] = [
  ['优 自 18 ', '优 自 17 '],
  ['良 自 16 ', '良 自 15 '],
  ['超额封顶 : 是或否 = 否', '超额封顶 : 是或否 = 是'],
  ['口径 : 选自 { 当年, 三年 } = 当年', '口径 : 选自 { 当年, 三年 } = 三年'],
  ['输入 逾期 : 计数 件 至少 0', '输入 逾期 : 计数 件 自 0 到 99'],
  ['管理 10 分', '管理 11 分'],
  ['效果 10 分', '效果 9 分'],
  ['执行率 6 分', '执行率 7 分'],
  ['公开 4 分 {', '公开 3 分 {'],
  ['"支出占计划"', '"支出占计划的比例"'],
  ['定义 率 = 实际 / 计划', '定义 率 = 较大值(实际, 0) / 计划'],
  ['"挪用资金" 当 挪用 : 0', '"挪用资金" 当 挪用 : 1'],
  ['则 1 分 否则', '则 0.5 分 否则'],
  ['指标 及时性', '指标 及时办结'],
  ['>= 95% : 6', '>= 96% : 6'],
  ['>= 60% : 2', '>= 60% : 1'],
  ['        其余 : 0', '        其余 : 0.5'],
  ['按要求 : 4 分', '按要求 : 3 分'],
  ['不合要求 : 2 分', '不合要求 : 1 分'],
  ['"2022 年方案"', '"2023 年方案"'],
  ['  输入 挪用', '  核对 "不超" : 实际 <= 计划\n  输入 挪用'],
  ['    指标 满意 6', '    指标 信访 2 分 { 评定 }\n    指标 满意 6'],
];

/** The text with some of the changes. */
export function edited(numbers: readonly number[]): string {
  return numbers.reduce((text, at) => {
    const [before = '', after = ''] = EDITS[at] ?? [];
    if (!text.includes(before)) throw new Error(`${before} does not stand in the text`);
    return text.replace(before, after);
  }, TOWN);
}

/** Some of the changes. */
export const someEdits: fc.Arbitrary<number[]> = fc.subarray([...EDITS.keys()]);

/** A host of files in memory. */
export function hostOf(files: Readonly<Record<string, string>>): Host {
  const texts = new Map(Object.entries(files));
  return { read: (path) => texts.get(path), resolve: (_from, relative) => relative };
}

const NO_FILES = hostOf({});

export function outlined(file: string, text: string, host: Host = NO_FILES): Outline {
  const result = outlineOf(createSource(file, text), host);
  if (result.kind === 'refused')
    throw new Error(`${file}: ${result.diagnostics.map(({ code }) => code).join()}`);
  return result.outline;
}

export function flattened(file: string, text: string, host: Host = NO_FILES): string {
  const result = flatten(createSource(file, text), host);
  if (result.kind === 'refused')
    throw new Error(`${file}: ${result.diagnostics.map(({ code }) => code).join()}`);
  return result.text;
}

/** What two texts say differently, in short. */
export function differing(one: string, other: string, host: Host = NO_FILES): string[] {
  return differencesBetween(outlined('one.chi', one, host), outlined('other.chi', other, host)).map(
    ({ path, subject, before, after }) =>
      `${path.join('/')} ${JSON.stringify(subject)} ${before?.text} ${after?.text}`,
  );
}
