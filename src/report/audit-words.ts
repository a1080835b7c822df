// The sentences of an audit, in both languages. Each is made from texts that are already figures and
// names, and says what a document publishes, what the rules give, and what would explain it.
import type { Language } from '../diagnostics/diagnose.ts';
import type { FigureOutcome, FindingSeverity, ScoreOutcome } from '../analyze/audit-result.ts';

export interface AuditWords {
  readonly total: string;
  readonly comma: string;
  readonly list: string;
  readonly colon: string;
  readonly columns: readonly [
    name: string,
    reported: string,
    recomputed: string,
    difference: string,
    outcome: string,
  ];
  readonly blank: string;
  readonly scoreOutcomes: Readonly<Record<ScoreOutcome, string>>;
  readonly figureOutcomes: Readonly<Record<FigureOutcome, string>>;
  readonly severities: Readonly<Record<FindingSeverity, string>>;
  readonly findings: string;
  readonly nothingFound: (compared: number) => string;
  readonly tally: (counts: Readonly<Record<FindingSeverity, number>>) => string;
  readonly nothingReported: string;

  readonly scoreDiffers: (published: string, recomputed: string, difference: string) => string;
  readonly readingConfirmed: (published: string) => string;
  readonly unexplained: string;
  readonly readings: (count: number, cut: boolean) => string;
  readonly reading: (choices: string, score: string) => string;
  readonly chosenReading: string;
  readonly byReading: (choices: string) => string;
  /** A reading under which an input is missing; `needed` is what the input must then be. */
  readonly byPossibleReading: (choices: string, needed: string | undefined) => string;
  readonly byEarlyRounding: (
    name: string,
    exact: string,
    rounded: string,
    rounding: string,
  ) => string;
  readonly byOtherRounding: (exact: string, rounding: string) => string;
  readonly byUnitSlip: (input: string, given: string, meant: string) => string;
  readonly byInput: (input: string, needed: string, given: string) => string;
  readonly forExample: (ranges: string, text: string) => string;
  readonly parts: (parts: string, rest: string | undefined) => string;

  readonly scoreOutsideRange: (published: string, recomputed: string, missing: string) => string;
  readonly scoreNotDerivable: (published: string, recomputed: string, missing: string) => string;
  readonly implied: (input: string, needed: string) => string;
  readonly impliedLets: (lets: string) => string;
  readonly blankScore: (recomputed: string) => string;
  readonly forced: (sum: string, sumScore: string, others: string, score: string) => string;
  readonly forcedContradicts: string;
  readonly outOfBounds: (
    published: string,
    side: 'above-points' | 'below-zero',
    points: string,
  ) => string;
  readonly sumDiffers: (published: string, sum: string, difference: string) => string;
  readonly gradeDiffers: (
    published: string,
    basis: 'reported-total' | 'recomputed-total',
    total: string,
    earned: string,
  ) => string;
  readonly noGrade: string;
  readonly figureDiffers: (name: string, published: string, recomputed: string) => string;
  readonly figureCut: (rounding: string) => string;
  readonly figureEarly: (name: string, exact: string, rounded: string, rounding: string) => string;
  readonly figureOther: (name: string, value: string) => string;
  readonly figureNotDerivable: (
    name: string,
    published: string,
    range: string,
    inside: boolean,
    missing: string,
  ) => string;
  readonly figuresContradict: (name: string, published: string) => string;
  readonly withSource: (text: string, source: string) => string;
  readonly checkFails: (name: string) => string;
  /** `condition`: under which the part exists; undefined where it was not chosen from a pool. */
  readonly partAbsent: (published: string, condition: string | undefined) => string;
  readonly unknownName: (name: string, of: 'score' | 'figure' | 'grade') => string;
}

const enKinds = { score: 'score', figure: 'figure', grade: 'grade' } as const;
const zhKinds = { score: '得分', figure: '数据', grade: '等级' } as const;

const en: AuditWords = {
  total: 'Total',
  comma: ', ',
  list: ', ',
  colon: ': ',
  columns: ['Indicator', 'Published', 'By the rules', 'Apart', ''],
  blank: '(blank)',
  scoreOutcomes: {
    agrees: 'agrees',
    differs: 'differs',
    'not-derivable': 'cannot be derived',
    blank: 'left blank',
  },
  figureOutcomes: { agrees: 'agrees', differs: 'differs', 'not-derivable': 'cannot be derived' },
  severities: { error: 'contradiction', warning: 'doubtful', note: 'note' },
  findings: 'Findings',
  nothingFound: (compared) =>
    `Nothing to report: all ${compared} published scores and figures agree with the rules.`,
  tally: ({ error, warning, note }) =>
    `${error} ${error === 1 ? 'contradiction' : 'contradictions'}, ${warning} doubtful, ${note} ${note === 1 ? 'note' : 'notes'}`,
  nothingReported:
    'The department’s file reports no scores or figures, so there is nothing to compare.',

  scoreDiffers: (published, recomputed, difference) =>
    `published ${published}, but the rules give ${recomputed} (${difference})`,
  readingConfirmed: (published) =>
    `published ${published} agrees, and shows how the department read a rule that can be read otherwise`,
  unexplained: 'no other reading, rounding or single input gives the published score',
  readings: (count, cut) =>
    `${count} readings of the rule${cut ? ' (others were not tried)' : ''} give:`,
  reading: (choices, score) => `${choices}: ${score}`,
  chosenReading: ' (chosen)',
  byReading: (choices) => `the published score comes out if ${choices}`,
  byPossibleReading: (choices, needed) =>
    `the published score can come out if ${choices}${needed === undefined ? '' : ` and ${needed}`}`,
  byEarlyRounding: (name, exact, rounded, rounding) =>
    `the published score comes out if ${name} ${exact} is first rounded to ${rounded} (${rounding})`,
  byOtherRounding: (exact, rounding) =>
    `the published score comes out if the exact score ${exact} is rounded differently (${rounding})`,
  byUnitSlip: (input, given, meant) =>
    `the published score comes out if ${input} is ${meant} instead of ${given}: probably a wrong unit`,
  byInput: (input, needed, given) =>
    `the published score comes out if ${input} is ${needed} instead of ${given}`,
  forExample: (ranges, text) => `${ranges} (for example ${text})`,
  parts: (parts, rest) =>
    `comes from ${parts}${rest === undefined ? '' : `; ${rest} remains unexplained`}`,

  scoreOutsideRange: (published, recomputed, missing) =>
    `published ${published}, but whatever ${missing} is, the rules give ${recomputed}`,
  scoreNotDerivable: (published, recomputed, missing) =>
    `published ${published}, but without ${missing} the rules only give ${recomputed}`,
  implied: (input, needed) => `the published score means that ${input} is ${needed}`,
  impliedLets: (lets) => `so that ${lets}`,
  blankScore: (recomputed) => `left blank; the rules give ${recomputed}`,
  forced: (sum, sumScore, others, score) =>
    `${sum} ${sumScore} less the other published scores ${others} leaves ${score}`,
  forcedContradicts: 'which contradicts the rules or another published sum',
  outOfBounds: (published, side, points) =>
    `published ${published} is ${side === 'above-points' ? `above the full ${points}` : 'below 0'}`,
  sumDiffers: (published, sum, difference) =>
    `published ${published}, but its published parts add up to ${sum} (${difference})`,
  gradeDiffers: (published, basis, total, earned) =>
    `published grade ${published}, but the ${basis === 'reported-total' ? 'published' : 'recomputed'} total ${total} earns ${earned}`,
  noGrade: 'no grade',
  figureDiffers: (name, published, recomputed) =>
    `${name} is published as ${published}, but its definition gives ${recomputed}`,
  figureCut: (rounding) => `it is the exact figure rounded differently (${rounding})`,
  figureEarly: (name, exact, rounded, rounding) =>
    `it comes out if ${name} ${exact} is first rounded to ${rounded} (${rounding})`,
  figureOther: (name, value) => `it is what ${name} would be: ${value}`,
  figureNotDerivable: (name, published, range, inside, missing) =>
    `${name} is published as ${published}; without ${missing} it ${inside ? 'cannot be verified' : 'cannot be right'} (${range})`,
  figuresContradict: (name, published) =>
    `${name} is published with different values: ${published}`,
  withSource: (text, source) => `${text} (${source})`,
  checkFails: (name) => `the check “${name}” fails`,
  partAbsent: (published, condition) =>
    `published ${published}, but this department has no such part: ${condition === undefined ? 'it was not chosen' : `it exists only where ${condition}`}`,
  unknownName: (name, of) => `the published ${enKinds[of]} “${name}” is not in the ruleset`,
};

const zh: AuditWords = {
  total: '总分',
  comma: '，',
  list: '、',
  colon: '：',
  columns: ['指标', '公布', '核算', '相差', ''],
  blank: '（空白）',
  scoreOutcomes: { agrees: '一致', differs: '不一致', 'not-derivable': '无法核算', blank: '未填' },
  figureOutcomes: { agrees: '一致', differs: '不一致', 'not-derivable': '无法核算' },
  severities: { error: '矛盾', warning: '存疑', note: '说明' },
  findings: '审核意见',
  nothingFound: (compared) => `没有发现问题：公布的 ${compared} 项得分和数据都与规则一致。`,
  tally: ({ error, warning, note }) => `矛盾 ${error} 处，存疑 ${warning} 处，说明 ${note} 处`,
  nothingReported: '该部门的数据文件没有公布得分或数据，无可比对。',

  scoreDiffers: (published, recomputed, difference) =>
    `公布 ${published}，按规则应为 ${recomputed}（相差 ${difference}）`,
  readingConfirmed: (published) =>
    `公布的 ${published} 与核算一致，并且表明该部门对规则取的是其中一种读法`,
  unexplained: '换用其他读法、取整方式或改动任何一项数据，都得不出公布的得分',
  readings: (count, cut) => `规则的 ${count} 种读法${cut ? '（其余未逐一试算）' : ''}分别得：`,
  reading: (choices, score) => `${choices}：${score}`,
  chosenReading: '（采用）',
  byReading: (choices) => `若取 ${choices}，即得公布的得分`,
  byPossibleReading: (choices, needed) =>
    `若取 ${choices}${needed === undefined ? '' : `，且 ${needed}`}，可得公布的得分`,
  byEarlyRounding: (name, exact, rounded, rounding) =>
    `若先把 ${name} ${exact} 取为 ${rounded}（${rounding}）再计分，即得公布的得分`,
  byOtherRounding: (exact, rounding) =>
    `准确得分为 ${exact}，若改按“${rounding}”取整，即得公布的得分`,
  byUnitSlip: (input, given, meant) =>
    `若 ${input} 不是 ${given} 而是 ${meant}，即得公布的得分，疑为单位有误`,
  byInput: (input, needed, given) => `若 ${input} 不是 ${given} 而是 ${needed}，即得公布的得分`,
  forExample: (ranges, text) => `${ranges}（例如 ${text}）`,
  parts: (parts, rest) => `来自 ${parts}${rest === undefined ? '' : `；另有 ${rest} 不能解释`}`,

  scoreOutsideRange: (published, recomputed, missing) =>
    `公布 ${published}，但无论 ${missing} 为何，按规则只能是 ${recomputed}`,
  scoreNotDerivable: (published, recomputed, missing) =>
    `公布 ${published}，但没有披露 ${missing}，按规则只能得出 ${recomputed}`,
  implied: (input, needed) => `公布的得分意味着 ${input} 为 ${needed}`,
  impliedLets: (lets) => `即 ${lets}`,
  blankScore: (recomputed) => `没有填写，按规则为 ${recomputed}`,
  forced: (sum, sumScore, others, score) =>
    `${sum} ${sumScore} 减去其余公布得分 ${others}，应为 ${score}`,
  forcedContradicts: '与规则或其他公布的合计矛盾',
  outOfBounds: (published, side, points) =>
    `公布的 ${published} ${side === 'above-points' ? `超过满分 ${points}` : '低于 0 分'}`,
  sumDiffers: (published, sum, difference) =>
    `公布 ${published}，但公布的各项相加为 ${sum}（相差 ${difference}）`,
  gradeDiffers: (published, basis, total, earned) =>
    `公布等级为${published}，但${basis === 'reported-total' ? '公布' : '核算'}的总分 ${total} 应为${earned}`,
  noGrade: '不入等',
  figureDiffers: (name, published, recomputed) =>
    `${name} 公布为 ${published}，按定义应为 ${recomputed}`,
  figureCut: (rounding) => `是准确值按“${rounding}”取整的结果`,
  figureEarly: (name, exact, rounded, rounding) =>
    `若先把 ${name} ${exact} 取为 ${rounded}（${rounding}），即得此值`,
  figureOther: (name, value) => `恰是 ${name} 的值 ${value}`,
  figureNotDerivable: (name, published, range, inside, missing) =>
    `${name} 公布为 ${published}，没有披露 ${missing}，${inside ? '无法核实' : '不可能成立'}（${range}）`,
  figuresContradict: (name, published) => `${name} 前后公布了不同的值：${published}`,
  withSource: (text, source) => `${text}（${source}）`,
  checkFails: (name) => `核对“${name}”不符`,
  partAbsent: (published, condition) =>
    `公布 ${published}，而本单位没有这一部分：${condition === undefined ? '未自选' : `仅当 ${condition}`}`,
  unknownName: (name, of) => `公布的${zhKinds[of]}“${name}”不在规则集内`,
};

export const auditWords: Readonly<Record<Language, AuditWords>> = { en, zh };
