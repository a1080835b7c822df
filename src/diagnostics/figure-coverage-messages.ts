// Messages about figures that the proofs cannot show to exist for every department: divisions by 0,
// roots of negative figures, growth on no base, and aggregates of nothing.
import type { AggregateName } from './cohort-messages.ts';
import { AGGREGATE_NAMES } from './cohort-messages.ts';
import type { Shown } from './coverage-facts.ts';
import { givenWords, listWords, underWords } from './coverage-facts.ts';
import type { Words } from './message.ts';
import { error } from './message.ts';

export const figureCoverageMessages = {
  'division-by-zero': error<Shown & { causes: readonly string[] }>(
    (facts) =>
      `${facts.witness ? `The divisor is 0 when ${givenWords(facts.witness).en}.` : 'The divisor cannot be shown to differ from 0.'}${underWords(facts).en} ${guardWords(facts.causes).en}`,
    (facts) =>
      `${facts.witness ? `当 ${givenWords(facts.witness).zh} 时除数为 0` : '无法证明除数不为 0'}${underWords(facts).zh}；${guardWords(facts.causes).zh}`,
  ),
  'root-of-negative': error<Shown & { causes: readonly string[] }>(
    (facts) =>
      `${facts.witness ? `A root would be taken of a figure below 0 when ${givenWords(facts.witness).en}.` : 'This figure cannot be shown to be at least 0, and a root needs that.'}${underWords(facts).en} Narrow ${facts.causes.length === 0 ? 'it' : listWords(facts.causes).en}, or test it in a row before.`,
    (facts) =>
      `${facts.witness ? `当 ${givenWords(facts.witness).zh} 时会对负数开方` : '无法证明这里不小于 0，而负数不能开方'}${underWords(facts).zh}；请缩小${facts.causes.length === 0 ? '其' : listWords(facts.causes).zh}范围，或先用一行判断。`,
  ),
  'growth-base': error<Shown & { causes: readonly string[] }>(
    (facts) =>
      `Growth is measured on a base above 0, and ${facts.witness ? `this base is not when ${givenWords(facts.witness).en}` : 'this base cannot be shown to be'}.${underWords(facts).en} Write rows before it for a base of 0 and for one below 0, or declare it \`above 0\`.`,
    (facts) =>
      `同比增长的上期数须大于 0，而${facts.witness ? `当 ${givenWords(facts.witness).zh} 时不是` : '这里无法证明'}${underWords(facts).zh}；请在前面分行写明上期为 0 和为负时如何计分，或声明“高于 0”。`,
  ),
  'possibly-empty': error<
    Shown & {
      function: AggregateName;
      over: 'list' | 'cohort';
      trimmed: boolean;
      /** Whether it looks only at what passes a filter. */
      filtered?: boolean;
    }
  >(
    (facts) =>
      `There may be nothing to take the ${AGGREGATE_NAMES[facts.function].en} of${facts.witness ? ` (with ${givenWords(facts.witness).en})` : ''}${facts.trimmed ? ' once the highest and lowest are left out' : ''}; ${emptyWays(facts).en}.${underWords(facts).en}`,
    (facts) =>
      `${facts.trimmed ? '去掉最高、最低之后，' : ''}可能没有任何一项可供求${AGGREGATE_NAMES[facts.function].zh}${facts.witness ? `（当 ${givenWords(facts.witness).zh} 时）` : ''}；${emptyWays(facts).zh}${underWords(facts).zh}。`,
  ),
  'trimming-negative': error<Shown>(
    (facts) =>
      `Fewer than none of the highest or lowest figures would be left out${facts.witness ? ` (with ${givenWords(facts.witness).en})` : ''}; write a number that is never below 0, or \`max(0, …)\`.${underWords(facts).en}`,
    (facts) =>
      `去掉的个数可能为负${facts.witness ? `（当 ${givenWords(facts.witness).zh} 时）` : ''}；请写不小于 0 的数，或写“较大值(0, …)”${underWords(facts).zh}。`,
  ),
};

// How to see to it that something is left to aggregate.
function emptyWays({
  over,
  trimmed,
  filtered,
}: {
  over: 'list' | 'cohort';
  trimmed: boolean;
  filtered?: boolean;
}): Words {
  if (over === 'cohort') {
    const where = filtered
      ? {
          en: ' where …',
          zh: ' 其中 …',
          inEnglish: ', with the same filter as here',
          inChinese: '，“其中”与这里相同',
        }
      : { en: '', zh: '', inEnglish: '', inChinese: '' };
    return trimmed
      ? {
          en: `first test how many there are, as in \`when (count of cohort${where.en}) >= 3 : …\`${where.inEnglish}`,
          zh: `请先判断单位数，例如“当 (计数 全体单位${where.zh}) >= 3 : …”${where.inChinese}`,
        }
      : {
          en: `first test that there are any, as in \`when (count of others${where.en}) > 0 : …\`${where.inEnglish}`,
          zh: `请先判断有没有这样的单位，例如“当 (计数 其他单位${where.zh}) > 0 : …”${where.inChinese}`,
        };
  }
  if (trimmed)
    return {
      en: 'declare a longer list (`list of at least 3 …`), or first test `(count of … where …) >= 3`',
      zh: '请声明更长的列表（“列表 至少 3 …”），或先判断“(计数 … 其中 …) >= 3”',
    };
  return {
    en: 'declare `list of at least 1 …`, or first test `(count of … where …) = 0`',
    zh: '请声明“列表 至少 1 …”，或先判断“(计数 … 其中 …) = 0”',
  };
}

function guardWords(causes: readonly string[]): Words {
  if (causes.length === 0)
    return { en: 'Guard it with a row for 0.', zh: '请先单列除数为 0 的情形。' };
  return {
    en: `Declare ${listWords(causes).en} \`above 0\`, or guard with a row for 0.`,
    zh: `请把 ${listWords(causes).zh} 声明为“高于 0”，或先单列除数为 0 的情形。`,
  };
}
