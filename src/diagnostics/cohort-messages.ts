// Messages about rules over several departments and about aggregates that go by the order of figures.
import type { NoFacts } from './message.ts';
import { error } from './message.ts';
import type { TypeFact } from './words.ts';
import { typeWords } from './words.ts';

/** What an aggregate works out, as messages call it. */
export const AGGREGATE_NAMES = {
  sum: { en: 'sum', zh: '求和' },
  mean: { en: 'mean', zh: '平均' },
  min: { en: 'minimum', zh: '最小值' },
  max: { en: 'maximum', zh: '最大值' },
  count: { en: 'count', zh: '计数' },
  all: { en: '`all of`', zh: '“全部”' },
  any: { en: '`any of`', zh: '“任一”' },
  median: { en: 'median', zh: '中位数' },
  product: { en: 'product', zh: '连乘' },
  variance: { en: 'variance', zh: '方差' },
  quantile: { en: 'quantile', zh: '分位数' },
} as const;

export type AggregateName = keyof typeof AGGREGATE_NAMES;

export const cohortMessages = {
  'cohort-outside': error<{ of: 'all' | 'others' }>(
    ({ of }) =>
      `\`${of === 'all' ? 'cohort' : 'others'}\` stands for departments and has no value of its own; aggregate over it, as in \`min of 报价 over ${of === 'all' ? 'cohort' : 'others'}\`.`,
    ({ of }) =>
      `“${of === 'all' ? '全体单位' : '其他单位'}”指的是各单位，本身没有取值；请对它汇总，例如“最小 报价 于 ${of === 'all' ? '全体单位' : '其他单位'}”。`,
  ),
  'cohort-needs-figure': error<{ function: AggregateName }>(
    ({ function: name }) =>
      `Departments have no ${AGGREGATE_NAMES[name].en} by themselves; say of what, as in \`… of 报价 over cohort\`.`,
    ({ function: name }) =>
      `单位本身不能求${AGGREGATE_NAMES[name].zh}；请写明对什么求，例如“… 报价 于 全体单位”。`,
  ),
  'own-outside': error<NoFacts>(
    () =>
      '`own` means the department being scored, as against the others in `over cohort` or `over others`; outside of these plain names already mean it: leave `own` out.',
    () =>
      '“本单位”只在“于 全体单位”“于 其他单位”的汇总里用，以区别于其他单位；在别处名称本来就指本单位，请去掉“本单位”。',
  ),
  'rank-over-cohort': error<NoFacts>(
    () =>
      'A rank is the place of this department among all of them; write `over cohort`, and `where …` to leave some out.',
    () => '名次是本单位在全体单位中的位次；请写“于 全体单位”，要排除一些单位请加“其中 …”。',
  ),
  'trimming-not-for': error<{ function: AggregateName }>(
    ({ function: name }) =>
      `Highest and lowest figures can be left out of a sum, a mean and the like, not of ${AGGREGATE_NAMES[name].en}; remove \`without …\`.`,
    ({ function: name }) =>
      `只有求和、平均等数值汇总才能去掉最高、最低，${AGGREGATE_NAMES[name].zh}不能；请删去“去最高”“去最低”。`,
  ),
  'trimming-not-whole': error<{ found: TypeFact }>(
    ({ found }) =>
      `How many to leave out is a whole number, and this is ${typeWords(found).en}; round it with \`floor(…)\` or \`ceiling(…)\`.`,
    ({ found }) =>
      `去掉几个必须是整数，而这是${typeWords(found).zh}；请用“取整数部分(…)”或“进位取整(…)”取整。`,
  ),
  'quantile-place-missing': error<NoFacts>(
    () =>
      'Say which quantile is meant and how to read between two figures: `at 25% interpolated` or `at 25% nearest`.',
    () => '请写明是哪个分位、怎么取：“处于 25% 按插值”或“处于 25% 按位次”。',
  ),
  'quantile-place-not-for': error<{ function: AggregateName }>(
    ({ function: name }) =>
      `Only a quantile stands at a share, not ${AGGREGATE_NAMES[name].en}; remove \`at …\`, or write \`quantile of\`.`,
    ({ function: name }) =>
      `只有分位数才写“处于 …”，${AGGREGATE_NAMES[name].zh}不能；请删去“处于 …”，或改写“分位数”。`,
  ),
  'quantile-share-outside': error<{ share: string }>(
    ({ share }) =>
      `A quantile stands between 0% and 100%, and this is ${share}; write a share such as 25%.`,
    ({ share }) => `分位应在 0% 至 100% 之间，而这是 ${share}；请写 25% 这样的比例。`,
  ),
  'product-with-unit': error<{ found: TypeFact }>(
    ({ found }) =>
      `The unit of a product would depend on how many figures there are, and these are ${typeWords(found).en}; divide by a figure of the same unit first.`,
    ({ found }) =>
      `连乘的单位会随个数变化，而这里是${typeWords(found).zh}；请先除以同单位的数化为比率。`,
  ),
};
