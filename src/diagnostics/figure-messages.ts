// Messages about the values in a department file: figures, dates, words and lists that cannot be
// taken as they are written. `name` is the place in the file, such as `季度累计支出[3]`.
import { error } from './message.ts';
import { nearMiss, unitWords } from './words.ts';

export interface Written {
  readonly name: string;
  /** The value as the file has it. */
  readonly text: string;
}

const listed = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');
const figureZh = (unit: string) => (unit === '分' ? '分数' : unitWords(unit).zh);
const listedZh = (words: readonly string[]) => words.map((word) => `“${word}”`).join('、');

export const figureMessages = {
  'figure-expected': error<Written & { unit: string }>(
    ({ name, text, unit }) =>
      `“${name}” must be ${unitWords(unit).en}, and “${text}” is not; write decimal digits, or null if it is not known.`,
    ({ name, text, unit }) =>
      `“${name}”应为${figureZh(unit)}，“${text}”不是；请写十进制数字，未知则写 null。`,
  ),
  'too-many-digits': error<Written & { digits: number }>(
    ({ name, text, digits }) =>
      `“${name}” has ${digits} digits as a bare number, and many programs keep only 15; write it as a text: "${text}".`,
    ({ name, text, digits }) =>
      `“${name}”以数字形式写了 ${digits} 位，许多程序只保留 15 位；请写成文本："${text}"。`,
  ),
  'figure-too-long': error<{ name: string; limit: number }>(
    ({ name, limit }) =>
      `The figure for “${name}” is longer than ${limit} characters; check that it is one figure.`,
    ({ name, limit }) => `“${name}”的数字超过 ${limit} 个字符；请核对是否只是一个数。`,
  ),
  'digits-grouped': error<Written & { corrected: string }>(
    ({ name, text, corrected }) =>
      `“${name}” is written “${text}”, with its digits grouped; write “${corrected}”.`,
    ({ name, text, corrected }) => `“${name}”写作“${text}”，含有千分位分隔符；请写“${corrected}”。`,
  ),
  'percentage-without-sign': error<Written>(
    ({ name, text }) =>
      `“${name}” is a percentage, and “${text}” does not say whether it is percent or a ratio; write it with %, in quotes.`,
    ({ name, text }) =>
      `“${name}”是百分比，而“${text}”看不出是百分数还是比率；请带上百分号并放进引号。`,
  ),
  'percent-sign-unexpected': error<Written & { plain: string }>(
    ({ name, text, plain }) =>
      `“${name}” is a plain number, and “${text}” is a percentage; as a plain number it is “${plain}”.`,
    ({ name, text, plain }) => `“${name}”是不带单位的数，而“${text}”是百分比；写成数为“${plain}”。`,
  ),
  'unit-missing': error<Written & { accepted: readonly string[] }>(
    ({ name, text, accepted }) =>
      `“${text}” for “${name}” does not say its unit; write one of ${listed(accepted)} behind it.`,
    ({ name, text, accepted }) =>
      `“${name}”的“${text}”没有写明单位；请在其后写${listedZh(accepted)}之一。`,
  ),
  'unit-wrong': error<Written & { unit: string; accepted: readonly string[] }>(
    ({ name, unit, accepted }) =>
      accepted.length === 0
        ? `“${name}” is a plain number and takes no unit; remove “${unit}”.`
        : `“${name}” cannot be given in “${unit}”; it takes ${listed(accepted)}.`,
    ({ name, unit, accepted }) =>
      accepted.length === 0
        ? `“${name}”是不带单位的数；请删去“${unit}”。`
        : `“${name}”不能以“${unit}”计；可用的单位是${listedZh(accepted)}。`,
  ),
  'not-whole': error<Written>(
    ({ name, text }) => `“${name}” must be a whole number, and “${text}” is not.`,
    ({ name, text }) => `“${name}”必须是整数，“${text}”不是。`,
  ),
  'out-of-range': error<Written & { limits: string }>(
    ({ name, text, limits }) =>
      `“${name}” is “${text}”, but the ruleset allows only ${limits}; check figure and unit.`,
    ({ name, text, limits }) =>
      `“${name}”为“${text}”，而规则集只允许 ${limits}；请核对数值和单位。`,
  ),
  'date-expected': error<Written>(
    ({ name, text }) =>
      `“${name}” must be a date, and “${text}” is not; write it like “2023-12-31” or “2023年12月31日”.`,
    ({ name, text }) => `“${name}”应为日期，“${text}”不是；请写成“2023-12-31”或“2023年12月31日”。`,
  ),
  'no-such-day': error<Written>(
    ({ name, text }) => `“${name}”: the calendar has no day “${text}”.`,
    ({ name, text }) => `“${name}”：日历上没有“${text}”这一天。`,
  ),
  'yes-or-no-expected': error<Written>(
    ({ name, text }) =>
      `“${name}” must be yes or no, and “${text}” is neither; write true or false, “yes” or “no”, “是” or “否”.`,
    ({ name, text }) => `“${name}”应为是或否，“${text}”都不是；请写 true 或 false、“是”或“否”。`,
  ),
  'text-expected': error<Written>(
    ({ name, text }) => `“${name}” must be a text, and ${text} is not; put it in quotes.`,
    ({ name, text }) => `“${name}”应为文本，${text} 不是；请加上引号。`,
  ),
  'text-blank': error<{ name: string }>(
    ({ name }) => `“${name}” is blank; write null if it is not known.`,
    ({ name }) => `“${name}”是空白；未知请写 null。`,
  ),
  'choice-unknown': error<Written & { choices: readonly string[]; suggestion: string | undefined }>(
    ({ name, text, choices, suggestion }) =>
      `“${name}” cannot be “${text}”; it is one of ${listed(choices)}.${nearMiss(suggestion).en}`,
    ({ name, text, choices, suggestion }) =>
      `“${name}”不能是“${text}”；可选的是${listedZh(choices)}。${nearMiss(suggestion).zh}`,
  ),
  'list-length': error<{ name: string; given: number; least: number; most: number | undefined }>(
    ({ name, given, least, most }) =>
      `“${name}” has ${given} entries, but needs ${count(least, most).en}; write null for an entry that is not known.`,
    ({ name, given, least, most }) =>
      `“${name}”有 ${given} 项，应有${count(least, most).zh}；未知的项请写 null。`,
  ),
};

function count(least: number, most: number | undefined) {
  if (most === least) return { en: `exactly ${least}`, zh: ` ${least} 项` };
  if (most === undefined) return { en: `at least ${least}`, zh: `至少 ${least} 项` };
  return { en: `${least} to ${most}`, zh: ` ${least} 至 ${most} 项` };
}
