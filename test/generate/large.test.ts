// Rulesets far larger than real ones: what is made of them may be long, but not deep.
import { expect, test } from 'vitest';
import { frameworkOf } from './generating.ts';
import { columnsIn } from './in-columns.ts';
import { queryOf } from './sql/duckdb.ts';
import { scored } from './sql/scored.ts';
import { loaded, loadedText, moduleWithKernel } from './loaded.ts';

const INDICATORS = 1000;

const framework = frameworkOf(`规则集 千项 适用 2024 {
  总分 ${INDICATORS} 分
  得分保留到 0.01 四舍五入
  等级 { 优 自 900   差 自 0 }
  输入 完成数, 计划数 : 计数 个 至少 1
${Array.from({ length: INDICATORS }, (_, at) => `  指标 指标${at + 1} 1 分 { 得分 较小值(完成数 / (计划数 + ${at}), 100%) * 满分 }`).join('\n')}
}`);

const inputs = [
  { 完成数: 1, 计划数: 1 },
  { 完成数: 7, 计划数: 3 },
  { 完成数: 500, 计划数: 250 },
];

test('a total of a thousand scores is the same in every way of scoring', async () => {
  const module = await loaded(framework);
  const totals = inputs.map((input) => module.evaluate(input).total);
  // 1 and ½, ⅓ … of a point, each in whole hundredths, worked out apart.
  const apart = inputs.map(({ 完成数, 计划数 }) => {
    let cents = 0;
    for (let at = 0; at < INDICATORS; at++) {
      const [above, below] = [完成数, 计划数 + at];
      cents += above >= below ? 100 : Math.floor((200 * above + below) / (2 * below));
    }
    return cents;
  });
  expect(totals).toEqual(apart);

  for (const each of [module, await loadedText(await moduleWithKernel(framework))]) {
    const { columns, into } = columnsIn(each, inputs, 'doubles');
    const found = each.evaluateColumns?.(columns, inputs.length, into);
    expect([...(found?.total ?? [])]).toEqual(apart);
  }
});

test('DuckDB scores them by one query', async () => {
  for (const { expected, found } of await scored(framework, queryOf(framework), inputs))
    expect(found.told).toEqual(expected);
});
