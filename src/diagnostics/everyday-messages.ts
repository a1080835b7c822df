// Messages about what people write who know the rules but not the grammar.
import { error } from './message.ts';

export const everydayMessages = {
  'bare-table': error<{ word: string }>(
    ({ word }) =>
      `A table that begins with “${word}” is part of something larger here, so it stands in parentheses: (tiers of … { … }), (when … : … otherwise : …).`,
    ({ word }) =>
      `以“${word}”开头的表在这里只是算式的一部分，要放在括号里：(分档 … { … })、(当 … : … 其余 : …)。`,
  ),
  'rounding-call': error<{ word: string }>(
    ({ word }) =>
      `“${word}” stands behind what is rounded, with the step before it: (x rounded to 0.1 ${word}).`,
    ({ word }) => `“${word}”写在被保留的数和步长之后：(x 保留到 0.1 ${word})。`,
  ),
  'keyword-as-name': error<{ word: string }>(
    ({ word }) =>
      `“${word}” is a keyword; where it is the name of something of yours, quote it: \`${word}\` or 「${word}」.`,
    ({ word }) => `“${word}”是关键词；要用作自己起的名称，请加引号：「${word}」。`,
  ),
  'limit-word': error<{ word: string; sign: string; subject: string | undefined }>(
    ({ word, sign, subject }) =>
      `“${word}” belongs to limits and to \`deduct … per …\`; a condition is written with a sign: ${subject ?? ''}${subject === undefined ? '' : ' '}${sign} ….`,
    ({ word, sign, subject }) =>
      `“${word}”只用在取值界限和“扣 … 每 …”中；条件要用符号：${subject ?? ''}${subject === undefined ? '' : ' '}${sign} …。`,
  ),
  'step-left-out': error<{ step: string; limit: string; subject: string }>(
    ({ step, limit, subject }) =>
      `“${limit}” needs a step before it: \`per ${step} of ${subject} ${limit} …\`.`,
    ({ step, limit, subject }) =>
      `“${limit}”之前要写明每多少算一步：“每 ${step} 的 ${subject} ${limit} …”。`,
  ),
  'of-left-out': error<{ subject: string }>(
    ({ subject }) =>
      `Between a step and what it is a step of stands \`of\`: \`deduct 0.1 per 1% of ${subject}\`.`,
    ({ subject }) => `步长和所看的数之间要写“的”：“扣 0.1 分 每 1% 的 ${subject}”。`,
  ),
  'table-sentence': error<{
    written: string;
    meant: string;
    lacks: readonly ('subject' | 'limit')[];
  }>(
    ({ written, meant, lacks }) =>
      `“${written}” is written \`${meant}\` here${lacks.includes('subject') ? '; X is the figure that is looked at' : ''}${lacks.includes('limit') ? `${lacks.includes('subject') ? ', and' : ';'} L is where counting begins` : ''}.`,
    ({ written, meant, lacks }) =>
      `“${written}”在这里写作：${meant}${lacks.includes('subject') ? '；X 换成所看的数（如偏差率）' : ''}${lacks.includes('limit') ? '；L 换成从多少算起（如 5%）' : ''}。`,
  ),
  'number-in-words': error<{ word: string; meant: string }>(
    ({ word, meant }) => `Figures are written in digits: “${word}” is ${meant}.`,
    ({ word, meant }) => `数要写成数字：“${word}”写作 ${meant}。`,
  ),
  'step-behind-reading': error<{ reading: string }>(
    ({ reading }) =>
      `The step stands behind \`per\`, and “${reading}” comes last: \`deduct 2 per 3 of X above L ${reading}\`.`,
    ({ reading }) =>
      `步长写在“每”之后，“${reading}”写在最后：“扣 2 分 每 3 的 X 高于 L ${reading}”。`,
  ),
  'interval-row': error<{ written: string; bounds: readonly string[] }>(
    ({ written, bounds }) => `${written} is written ${bounds.join(' and ')} here.`,
    ({ written, bounds }) => `${written} 在这里写作 ${bounds.join(' 且 ')}。`,
  ),
  'side-word': error<{ word: string; within: string; beyond: string }>(
    ({ word, within, beyond }) =>
      `“${word}” is written with a sign: ${within} with the figure itself, ${beyond} without it.`,
    ({ word, within, beyond }) => `“${word}”要用符号：含本数写 ${within}，不含本数写 ${beyond}。`,
  ),
  'loose-row': error<{ text: string }>(
    ({ text }) =>
      `The condition “${text}” has no word before it; every row after the first begins with \`otherwise when\` (or \`when\`), the last with \`otherwise\`.`,
    ({ text }) =>
      `条件“${text}”前缺少词语；第一行之后的每一行以“其余当”（或“当”）开头，最后一行以“其余”开头。`,
  ),
  'loose-rounding': error<{ what: 'row' | 'table'; value: string; rounding: string }>(
    ({ what, value, rounding }) =>
      what === 'row'
        ? `“${rounding}” could mean this row or the whole table; put it in parentheses with what it rounds: (${value} ${rounding}).`
        : `What “${rounding}” rounds is a table, which stands in parentheses: (${value}) ${rounding}.`,
    ({ what, value, rounding }) =>
      what === 'row'
        ? `看不出“${rounding}”是指这一行还是整个表；请把它和被保留的数放进括号：(${value} ${rounding})。`
        : `“${rounding}”前面是一个表，表要放在括号里：(${value}) ${rounding}。`,
  ),
};
