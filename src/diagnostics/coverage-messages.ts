// Messages about the proofs: scores that leave their points, tables and decision lists that leave
// gaps, grades that nothing reaches, and names that nothing reads.
import type { Given, Shown, Under } from './coverage-facts.ts';
import { givenWords, listWords, underWords } from './coverage-facts.ts';
import { choiceCoverageMessages } from './choice-messages.ts';
import { figureCoverageMessages } from './figure-coverage-messages.ts';
import type { Words } from './message.ts';
import { error, warning } from './message.ts';
import { englishFigure } from './words.ts';

export interface Leaving extends Shown {
  readonly name: string;
  readonly points: string;
  /** The ends of the score's range as far as they lie outside; undefined where it has no end. */
  readonly side: 'above' | 'below' | 'both';
  readonly low: string | undefined;
  readonly high: string | undefined;
  /** The inputs, or the parts, that take the score outside. */
  readonly causes: readonly string[];
  readonly score: string | undefined;
}

/** An output at two totals, the second of them higher. */
export interface Falling extends Under {
  readonly name: string;
  readonly lower: string;
  readonly higher: string;
  readonly before: Words;
  readonly after: Words;
  /** The inputs that it reads beside the total. */
  readonly witness: readonly Given[];
}

/** What a condition decides. */
export type ConditionRole =
  'veto' | 'exemption' | 'not-applicable' | 'applies' | 'ceiling' | 'downgrade' | 'check' | 'grade';

const ROLES: Readonly<Record<ConditionRole, Words>> = {
  veto: { en: 'veto', zh: '一票否决' },
  exemption: { en: 'exemption', zh: '免评' },
  'not-applicable': { en: '`not applicable`', zh: '不适用' },
  applies: { en: '`applies when`', zh: '仅当' },
  ceiling: { en: 'ceiling on the grade', zh: '等级上限' },
  downgrade: { en: 'downgrade', zh: '降等' },
  check: { en: 'check', zh: '核对' },
  grade: { en: 'condition of the grade', zh: '等级条件' },
};

const LIMITS = {
  'at-most': { en: '`at most`', zh: '“至多”' },
  'at-least': { en: '`at least`', zh: '“至少”' },
  uncapped: { en: '`uncapped`', zh: '“不封顶”' },
} as const satisfies Record<string, Words>;

const wayOut = {
  above: { en: '`at most …` or `uncapped`', zh: '“至多 …”或“不封顶”' },
  below: { en: '`at least …` or `uncapped`', zh: '“至少 …”或“不封顶”' },
  both: { en: '`at least …` and `at most …`, or `uncapped`', zh: '“至少 …”和“至多 …”，或“不封顶”' },
} as const satisfies Record<Leaving['side'], Words>;

function reach({ low, high, side }: Leaving): Words {
  const below = {
    en: low === undefined ? 'fall without limit' : `fall to ${low}`,
    zh: low === undefined ? '无下限' : `低至 ${low}`,
  };
  const above = {
    en: high === undefined ? 'rise without limit' : `rise to ${high}`,
    zh: high === undefined ? '无上限' : `高至 ${high}`,
  };
  if (side === 'both') return { en: `${below.en} and ${above.en}`, zh: `${below.zh}、${above.zh}` };
  return side === 'below' ? below : above;
}

export const coverageMessages = {
  ...choiceCoverageMessages,
  ...figureCoverageMessages,
  'score-leaves-range': error<Leaving>(
    (facts) => {
      const { name, points, causes, witness, score, side } = facts;
      const because = causes.length === 0 ? '' : ` because of ${listWords(causes).en}`;
      const what =
        witness === undefined
          ? `cannot be shown to stay between 0 and ${points}${because}: it may ${reach(facts).en}.`
          : `can leave 0 to ${points}${because}: with ${givenWords(witness).en} it is ${score ?? '?'}.`;
      return `The score of “${name}” ${what}${underWords(facts).en} Say ${wayOut[side].en}, or narrow the inputs.`;
    },
    (facts) => {
      const { name, points, causes, witness, score, side } = facts;
      const because = causes.length === 0 ? '' : `（由 ${listWords(causes).zh} 决定）`;
      const what =
        witness === undefined
          ? `无法证明在 0 至 ${points} 之间${because}：可能${reach(facts).zh}`
          : `可能超出 0 至 ${points}${because}：当 ${givenWords(witness).zh} 时为 ${score ?? '?'}`;
      return `“${name}”的得分${what}${underWords(facts).zh}；请写明${wayOut[side].zh}，或缩小输入的范围。`;
    },
  ),
  'strike-outside-points': error<
    { name: string; points: string; score: string; share?: boolean } & Under
  >(
    (facts) =>
      `A veto on “${facts.name}” ${facts.share ? 'may set' : 'sets'} ${facts.score}, which does not lie between 0 and ${facts.points}; ${facts.share ? 'keep it there by `max(…, 0)` or `min(…, full points)`, or let the score go further by `at least …`' : 'correct its score'}.${underWords(facts).en}`,
    (facts) =>
      `“${facts.name}”的一票否决${facts.share ? '可能' : ''}定为 ${facts.score}，不在 0 至 ${facts.points} 之间；${facts.share ? '请用“较大值(…, 0)”或“较小值(…, 满分)”限住，或写“至少 …”允许更低' : '请改正'}${underWords(facts).zh}。`,
  ),
  'band-outside-points': error<{ name: string; points: string; low: string; high: string } & Under>(
    (facts) =>
      `A row of “${facts.name}” lets ${facts.low} to ${facts.high} points be awarded, which does not lie between 0 and ${facts.points}; correct its range.${underWords(facts).en}`,
    (facts) =>
      `“${facts.name}”有一档可评 ${facts.low} 至 ${facts.high} 分，不在 0 至 ${facts.points} 之间；请改正该档的区间${underWords(facts).zh}。`,
  ),
  'band-may-reverse': error<{ name: string; low: string; high: string } & Under>(
    (facts) =>
      `In a row of “${facts.name}” the lower figure can be above the upper one (${facts.low} against ${facts.high}), so that nothing could be awarded; write the smaller one first, or limit it by \`min(…)\`.${underWords(facts).en}`,
    (facts) =>
      `“${facts.name}”有一档的下限可能高于上限（${facts.low} 与 ${facts.high}），什么分都评不了；请把较小的数写在前面，或用“较小值(…)”限住${underWords(facts).zh}。`,
  ),
  'deduction-negative': error<Shown & { low: string | undefined }>(
    (facts) =>
      `This deduction can be below 0${facts.witness ? ` (with ${givenWords(facts.witness).en})` : ''}, which would add points; narrow the inputs, or write \`max(0, …)\`.${underWords(facts).en}`,
    (facts) =>
      `这项扣分可能为负${facts.witness ? `（当 ${givenWords(facts.witness).zh} 时）` : ''}，反而会加分；请缩小输入的范围，或写“较大值(0, …)”${underWords(facts).zh}。`,
  ),
  'irrational-score': error<{ name: string }>(
    ({ name }) =>
      `The score of “${name}” can be irrational because of this root, and nothing rounds it: no decimals would ever publish it. Write \`rounded to\` here, or \`scores rounded to 0.01 half up\` in the head.`,
    ({ name }) =>
      `“${name}”的得分因这里开方可能是无理数，而没有任何取舍，永远写不成小数；请在此处写“保留到”，或在开头写“得分保留到 0.01 四舍五入”。`,
  ),
  'tier-gap': error<{ value: string; stretch: Words | undefined } & Under>(
    (facts) =>
      `No row says what ${englishFigure(facts.value)} gives${inside(facts.stretch).en}; add a row or \`otherwise\`.${underWords(facts).en}`,
    (facts) =>
      `没有一档说明 ${facts.value} 得多少${inside(facts.stretch).zh}；请补一档或写“其余”${underWords(facts).zh}。`,
  ),
  'tier-overlap': error<
    { first: number; second: number; value: string; stretch: Words | undefined } & Under
  >(
    (facts) =>
      `Rows ${facts.first} and ${facts.second} both hold for ${englishFigure(facts.value)}${inside(facts.stretch).en} and give different results; change a bound so that only one does${apart(facts).en}.${underWords(facts).en}`,
    (facts) =>
      `第 ${facts.first} 档与第 ${facts.second} 档都包含 ${facts.value}${inside(facts.stretch).zh}，结果却不同；请改界限，使之只属于一档${apart(facts).zh}${underWords(facts).zh}。`,
  ),
  'row-never-fires': error<{
    row: number | 'otherwise';
    earlier: readonly number[];
    call: { name: string; times: number } | undefined;
  }>(
    ({ row, earlier, call }) =>
      `${rowWords(row).en}${call ? ` of “${call.name}”` : ''} can never apply${callWords(call).en}${earlier.length > 0 ? `: ${listNumbers(earlier).en} before it already ${earlier.length > 1 ? 'take' : 'takes'} everything that it covers` : ': nothing that the inputs allow reaches it'}; remove it, or reorder the rows.`,
    ({ row, earlier, call }) =>
      `${call ? `“${call.name}”的` : ''}${rowWords(row).zh}${callWords(call).zh}永远不会用到${earlier.length > 0 ? `：前面的${listNumbers(earlier).zh}已包含它的全部情形` : '：输入允许的范围达不到这里'}；请删去或调整次序。`,
  ),
  'otherwise-needed': error<Under>(
    (facts) =>
      `These rows cannot be shown to cover every case; say with \`otherwise\` what holds in the rest.${underWords(facts).en}`,
    (facts) => `无法证明这些行覆盖了所有情形；请用“其余”写明其他情形${underWords(facts).zh}。`,
  ),
  'rows-leave-gap': error<{ witness: readonly Given[] } & Under>(
    (facts) =>
      `No row holds when ${givenWords(facts.witness).en}; add a row or \`otherwise\`.${underWords(facts).en}`,
    (facts) =>
      `当 ${givenWords(facts.witness).zh} 时没有一行成立；请补一行或写“其余”${underWords(facts).zh}。`,
  ),
  'rows-overlap': error<{ first: number; second: number; witness: readonly Given[] } & Under>(
    (facts) =>
      `Rows ${facts.first} and ${facts.second} both hold when ${givenWords(facts.witness).en} and give different results; write \`otherwise when\` for the later one if the order is meant, or change a condition.${underWords(facts).en}`,
    (facts) =>
      `当 ${givenWords(facts.witness).zh} 时，第 ${facts.first} 行与第 ${facts.second} 行同时成立而结果不同；若有意按次序，请把后一行写成“其余当”，否则请改条件${underWords(facts).zh}。`,
  ),
  'limit-never-acts': warning<{ name: string; limit: keyof typeof LIMITS }>(
    ({ name, limit }) =>
      `${LIMITS[limit].en} on “${name}” can never change its score; remove it, or check the inputs' ranges.`,
    ({ name, limit }) => `“${name}”的${LIMITS[limit].zh}永远不起作用；请删去，或核对输入的范围。`,
  ),
  'condition-never-holds': warning<{ role: ConditionRole; name: string }>(
    ({ role, name }) =>
      `The condition of this ${ROLES[role].en}${named(name)} can never hold for the inputs as declared; check it.`,
    ({ role, name }) =>
      `按输入的声明，这条${ROLES[role].zh}${namedZh(name)}的条件永远不成立；请核对。`,
  ),
  'condition-always-holds': warning<{ role: ConditionRole; name: string }>(
    ({ role, name }) =>
      `The condition of this ${ROLES[role].en}${named(name)} always holds for the inputs as declared; check it.`,
    ({ role, name }) =>
      `按输入的声明，这条${ROLES[role].zh}${namedZh(name)}的条件总是成立；请核对。`,
  ),
  'output-not-monotone': warning<Falling>(
    ({ name, lower, higher, before, after, witness, under }) =>
      `“${name}” falls as the total grows: ${before.en} at ${lower}, ${after.en} at ${higher}${witness.length === 0 ? '' : ` (with ${givenWords(witness).en})`}; check the rows and their limits, or say why this is meant: \`not monotone "reason"\` after the value.${underWords({ under }).en}`,
    ({ name, lower, higher, before, after, witness, under }) =>
      `总分越高，“${name}”反而越低：总分 ${lower} 时为 ${before.zh}，${higher} 时为 ${after.zh}${witness.length === 0 ? '' : `（${givenWords(witness).zh}）`}；请核对各档及其界限；若有意如此，请在其后写“不单调 "理由"”。${underWords({ under }).zh}`,
  ),
  'grades-leave-gap': error<{ total: string; name: string; from: string; exclusive: boolean }>(
    ({ total, name, from, exclusive }) =>
      `A total of ${total} has no grade: the lowest, “${name}”, starts ${exclusive ? 'above' : 'at'} ${from}; let it start at the lowest total.`,
    ({ total, name, from, exclusive }) =>
      `总分 ${total} 没有等级：最低的“${name}”${exclusive ? '高于' : '自'} ${from} 起；请让它从最低总分起。`,
  ),
  'grade-unreachable': warning<{ name: string; low: string; high: string }>(
    ({ name, low, high }) =>
      `No total that this ruleset can give is graded “${name}” (totals run from ${low} to ${high}); check the bounds.`,
    ({ name, low, high }) => `本规则集的总分（${low} 至 ${high}）评不出“${name}”；请核对界限。`,
  ),
  'grade-bound-between-steps': warning<{ name: string; from: string; step: string; acts: string }>(
    ({ name, from, step, acts }) =>
      `Totals are multiples of ${step}, so “${name}” from ${from} acts as from ${acts}; write ${acts} if that is meant.`,
    ({ name, from, step, acts }) =>
      `总分是 ${step} 的倍数，“${name}”自 ${from} 实际等于自 ${acts}；若即此意，请写 ${acts}。`,
  ),
  'unused-input': warning<{ name: string }>(
    ({ name }) => `Nothing reads the input “${name}”; remove it, or use it.`,
    ({ name }) => `没有规则用到输入“${name}”；请删去或使用。`,
  ),
  'unused-let': warning<{ name: string }>(
    ({ name }) => `Nothing reads the definition “${name}”; remove it, or use it.`,
    ({ name }) => `没有规则用到定义“${name}”；请删去或使用。`,
  ),
  'unused-option': warning<{ name: string }>(
    ({ name }) => `Nothing depends on the option “${name}”; remove it, or use it.`,
    ({ name }) => `没有规则取决于选项“${name}”；请删去或使用。`,
  ),
  'score-may-not-end': warning<{ name: string }>(
    ({ name }) =>
      `The score of “${name}” may have decimals without end (as 1/3 has) and nothing rounds it; say, for example, \`scores rounded to 0.01 half up\`.`,
    ({ name }) =>
      `“${name}”的得分可能是无限小数（如 1/3），而没有写明保留位数；请写例如“得分保留到 0.01 四舍五入”。`,
  ),
  'rounding-may-exceed-total': warning<{ total: string }>(
    ({ total }) =>
      `After points are moved from parts that do not apply, rounding each score can carry the total a little past ${total}; say \`total ${total} points at most ${total}\`.`,
    ({ total }) =>
      `不适用的分值转移之后，逐项舍入可能使总分略超过 ${total}；请写“总分 ${total} 分 至多 ${total}”。`,
  ),
};

// How two rows come apart that share a single figure.
function apart({
  second,
  value,
  stretch,
}: {
  readonly second: number;
  readonly value: string;
  readonly stretch: Words | undefined;
}): Words {
  if (stretch !== undefined || value.startsWith('“')) return { en: '', zh: '' };
  return {
    en: `: if the figure belongs to the earlier row, write \`> ${value} and …\` or \`< ${value} and …\` in row ${second}`,
    zh: `：若该数归前一档，第 ${second} 档请写“> ${value} 且 …”或“< ${value} 且 …”`,
  };
}

// The stretch that a witness stands for, where it is more than the witness itself.
function inside(stretch: Words | undefined): Words {
  return stretch ? { en: ` (${stretch.en})`, zh: `（${stretch.zh}）` } : { en: '', zh: '' };
}

function rowWords(row: number | 'otherwise'): Words {
  return row === 'otherwise'
    ? { en: '`otherwise`', zh: '“其余”' }
    : { en: `Row ${row}`, zh: `第 ${row} 行` };
}

function callWords(call: { name: string; times: number } | undefined): Words {
  if (call === undefined) return { en: '', zh: '' };
  return call.times === 1
    ? { en: ' in its only call', zh: '在唯一一处调用中' }
    : { en: ` in any of its ${call.times} calls`, zh: `在全部 ${call.times} 处调用中` };
}

function listNumbers(rows: readonly number[]): Words {
  return {
    en: `${rows.length > 1 ? 'rows' : 'row'} ${rows.join(', ')}`,
    zh: `第 ${rows.join('、')} 行`,
  };
}

function named(name: string): string {
  return name === '' ? '' : ` “${name}”`;
}

function namedZh(name: string): string {
  return name === '' ? '' : `“${name}”`;
}
