// Flattened rulesets say what the originals say, and every line is from where it says it is from.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { annotated, withoutMargin } from '../../../src/analyze/rollover/annotate.ts';
import { flatten } from '../../../src/analyze/rollover/flatten.ts';
import { functionWords } from '../../../src/builtins/function-words.ts';
import { compile } from '../../../src/compile.ts';
import { evaluate } from '../../../src/evaluate/evaluate.ts';
import { runExamples } from '../../../src/evaluate/run-examples.ts';
import { readDepartment } from '../../../src/input/read-department.ts';
import { parse } from '../../../src/syntax/parse.ts';
import { print } from '../../../src/syntax/print.ts';
import { createSource, lineText } from '../../../src/text/source.ts';
import { TOWN, differing, flattened, hostOf } from './town.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../rulesets');
const HOST = {
  read: (file: string) => readFileSync(path.join(ROOT, file), 'utf8'),
  resolve: (from: string, relative: string) => path.posix.join(path.posix.dirname(from), relative),
};
const FILES = readdirSync(ROOT, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.chi') && !file.startsWith('gallery'));

const DEPARTMENTS = [
  ['futian/2022.chi', 'futian/departments/2022-investment-promotion-centre.json'],
  ['futian/2020.chi', 'futian/departments/2020-enterprise-service-centre.json'],
  ['nanshan/2023.chi', 'nanshan/departments/2023-industry-bureau.json'],
  ['longhua/2021.chi', 'longhua/departments/2021-industry-bureau.json'],
] as const;

function flat(file: string) {
  const result = flatten(createSource(file, HOST.read(file)), HOST);
  if (result.kind === 'refused') throw new Error(`${file} cannot be flattened`);
  return result;
}

describe('the rulesets that ship', () => {
  it.each(FILES)('%s keeps its meaning, its examples and its silence', (file) => {
    const before = compile(createSource(file, HOST.read(file)), HOST);
    const after = compile(createSource(file, flat(file).text), HOST);
    expect(after.diagnostics).toEqual([]);
    expect(after.framework?.hash).toBe(before.framework?.hash);
    const results = (framework: typeof after.framework) =>
      (framework ? runExamples(framework) : []).map(({ example, agrees }) => [
        example.path,
        example.name,
        agrees,
      ]);
    const told = results(after.framework);
    expect(told).toHaveLength(before.framework?.examples.length ?? -1);
    expect(told.every(([, , agrees]) => agrees)).toBe(true);
    expect(told.map(String).sort()).toEqual(results(before.framework).map(String).sort());
  });

  it.each(DEPARTMENTS)('%s scores its department as before', (file, department) => {
    const sheets = [HOST.read(file), flat(file).text].map((text) => {
      const { framework } = compile(createSource(file, text), HOST);
      const source = createSource(department, HOST.read(department));
      const read = framework && readDepartment(framework, source);
      if (!framework || !read?.department) throw new Error(`${file} does not score ${department}`);
      const { total, grades, children } = evaluate(framework, read.department);
      return [total, grades, children.map(({ score }) => score)];
    });
    expect(sheets[1]).toEqual(sheets[0]);
  });

  it.each(FILES)('%s is laid out as the formatter would, and stays as it is', (file) => {
    const { text } = flat(file);
    const source = createSource(file, text);
    const { file: tree } = parse(source);
    expect(print(tree, source, { keywords: 'keep', functions: functionWords })).toBe(text);
    expect(flattened(file, text)).toBe(text);
  });

  it.each(FILES)('every line of %s stands where it says', (file) => {
    const { lines, text } = flat(file);
    expect(lines.map((line) => `${line.text}\n`).join('')).toBe(text);
    for (const { text: line, origins } of lines) {
      if (line.trim() === '') expect(origins).toEqual([]);
      else expect(origins.length, line).toBeGreaterThan(0);
      // What a line says stands in the lines that it names, but for braces and words of amendments.
      const there = origins
        .map((origin) => lineText(createSource('', HOST.read(origin.file)), origin.line))
        .join('\n');
      const words = line.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
      const missing = words.filter(
        (word) => !there.includes(word) && !/^(?:来源|章节)$/.test(word),
      );
      expect(missing, `${line} ← ${JSON.stringify(origins)}`).toEqual([]);
    }
  });
});

describe('an amendment', () => {
  const files = hostOf({ 'town.chi': TOWN });
  const child = `// 2023 年
ruleset 某镇绩效评价 for 2023 amends "town.chi" {
  // 新口径
  set 超额封顶 = yes
  rename 及时性 to 办结
  points 执行率 = 5
  points 办结 = 5  // 加重
  replace let 执行率 / 率 = 实际 / 计划 / 2
  add indicator 信访 2 points to 效果 before 满意 { judged }
  points 满意 = 4
  remove "挪用资金"
}
`.replace('remove "挪用资金"', 'remove 挪用资金\n  remove 挪用');

  it('is written as if there had been none', () => {
    expect(flattened('child.chi', child, files)).toMatchInlineSnapshot(`
      "// 2023 年

      // 某镇的框架。
      ruleset 某镇绩效评价 for 2023 {
        来源 "2022 年方案" 章节 "附件 1"
        总分 20 分
        得分保留到 0.01 四舍五入
        等级 { 优 自 18   良 自 16   中 自 12   差 自 0 }

        // 怎样读
        // 新口径
        选项 超额封顶 : 是或否 = yes "超额是否到顶"
        选项 口径 : 选自 { 当年, 三年 } = 当年
        输入 计划, 实际 : 金额 万元 高于 0 "数额"
        输入 逾期 : 计数 件 至少 0
        输入 满意度 : 百分比 自 0% 到 100%

        分组 管理 10 分 {
          指标 执行率 5 分 {
            说明 "支出占计划"
            let 率 = 实际 / 计划 / 2
            得分 (若 超额封顶 则 较小值(率, 1) 否则 率) * 满分
            至多 满分
          }
          // 加重
          指标 办结 5 分 {
            扣 (若 口径 = 当年 则 1 分 否则 2 分) 每 逾期
          }
        }

        分组 效果 10 分 {
          indicator 信访 2 points { judged }
          // 调查所得
          指标 满意 4 分 {
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
      "
    `);
  });

  it('says the same with its origins as comments, and nothing by them', () => {
    const result = flatten(createSource('child.chi', child), files);
    if (result.kind === 'refused') throw new Error('it does not merge');
    const text = annotated(result.lines);
    expect(text).toContain('指标 执行率 5 分 {');
    expect(text.split('\n').find((line) => line.includes('指标 执行率'))).toMatch(
      /\/\/ ← town\.chi:17, child\.chi:6$/,
    );
    expect(differing(text, result.text)).toEqual([]);
    const bare = withoutMargin(createSource('a.chi', text)).text;
    expect(bare).not.toContain('←');
    expect(bare).toHaveLength(text.length);
  });

  it('that is broken is refused with its mistakes', () => {
    const broken = 'ruleset X amends "town.chi" { points 执行绿 = 3 }';
    const result = flatten(createSource('child.chi', broken), files);
    expect(result.kind === 'refused' && result.diagnostics.map(({ code }) => code)).toEqual([
      'unknown-path',
    ]);
  });
});
