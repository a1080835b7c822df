// What keywords mean in a sentence, for whoever points at one. Keywords that explain themselves say
// nothing; the reference says the rest.
import type { KeywordId } from '../../grammar/keywords.ts';
import type { Language } from '../diagnostics/diagnose.ts';

const meanings: Readonly<Partial<Record<KeywordId, Readonly<Record<Language, string>>>>> = {
  Ruleset: {
    en: 'One way of scoring departments: indicators, their points and the rules by which points are earned.',
    zh: '一套评价办法：有哪些指标、各占多少分、按什么规则得分。',
  },
  Amends: {
    en: 'This ruleset is the named one with the changes that follow.',
    zh: '以所写的规则集为底本，只写改动之处。',
  },
  Total: {
    en: 'The full total. The points of the top groups and indicators add up to it.',
    zh: '满分。顶层各分组、指标的分值之和须等于它。',
  },
  ScoresRounded: {
    en: 'How the score of each indicator is rounded; groups and the total add up rounded scores.',
    zh: '每个指标的得分怎样取位；分组和总分由取位后的得分相加。',
  },
  Grades: {
    en: 'Bands of the rounded total, best first.',
    zh: '按总分划等级，从优到劣。',
  },
  Option: {
    en: 'A question that the text leaves open, and the reading that is chosen here.',
    zh: '原文有几种读法时，在这里写明选哪一种。',
  },
  Input: {
    en: 'A figure or a fact that a department supplies. One that is missing is unknown, never 0.',
    zh: '由部门报送的数据。没有报送的是未知，不当作 0。',
  },
  Let: { en: 'A named intermediate result.', zh: '给中间结果起名。' },
  Output: {
    en: 'What follows from the total and is no score: a payment, a letter.',
    zh: '由总分得出、本身不是得分的结果，如拨付比例。',
  },
  Group: {
    en: 'Holds groups or indicators, whose points add up to its own.',
    zh: '装着分组或指标，它们的分值之和等于本组分值。',
  },
  Indicator: { en: 'Is scored by a rule, or by items.', zh: '按一条规则得分，或由得分项合成。' },
  Item: {
    en: 'A part of an indicator with a rule of its own.',
    zh: '指标的一部分，有自己的规则。',
  },
  Score: { en: 'Gives what the formula comes to.', zh: '按公式计算得分。' },
  Deduct: {
    en: 'Takes points off full points; stops at 0. Several deductions add up.',
    zh: '从满分往下扣，扣完为止；几条一并计算。',
  },
  Prorated: {
    en: 'A part of a step counts in proportion.',
    zh: '不满一步的按比例扣。',
  },
  PerFullStep: { en: 'Only whole steps count.', zh: '满一步才扣，不满一步不扣。' },
  PerStartedStep: { en: 'A part of a step counts as a whole one.', zh: '不满一步的按一步扣。' },
  Judged: { en: 'A person decides the award.', zh: '由人评定得分。' },
  Checklist: {
    en: 'Points for each thing that is in place; a person says which are.',
    zh: '逐条给分，由人判断哪几条做到了。',
  },
  Veto: {
    en: 'While the condition holds, the score is what stands behind the colon.',
    zh: '条件成立时，得分就是冒号后的数。',
  },
  Exempt: { en: 'While the condition holds, full points.', zh: '条件成立时按满分计。' },
  NotApplicable: {
    en: 'While the condition holds, the part is not scored and its points go where it says.',
    zh: '条件成立时不评这一部分，分值按后面的写法处理。',
  },
  AppliesWhen: {
    en: 'The part exists only for departments for which the condition holds.',
    zh: '只有条件成立的单位才有这一部分。',
  },
  FullPoints: {
    en: 'The full points of the indicator or item that the rule stands in.',
    zh: '所在指标或得分项的分值。',
  },
  When: {
    en: 'A row: if the condition holds, the value behind the colon.',
    zh: '条件成立时取冒号后的值。',
  },
  Otherwise: { en: 'What holds where no row before it does.', zh: '前面各行都不成立时。' },
  OtherwiseWhen: {
    en: 'A row that counts only where none before it does.',
    zh: '前面各行都不成立，而本行条件成立时。',
  },
  TiersOf: {
    en: 'A table over one figure. The first row that matches counts.',
    zh: '按一个数分档，第一个符合的行算数。',
  },
  InterpolateOf: {
    en: 'A table whose single figures are points with straight lines between them.',
    zh: '给出若干点，点与点之间按直线计算。',
  },
  AtMost: { en: 'An upper limit on the score or the figure.', zh: '得分或数值的上限。' },
  AtLeast: { en: 'A lower limit on the score or the figure.', zh: '得分或数值的下限。' },
  Uncapped: {
    en: 'The score may leave 0 up to its points, and that is meant.',
    zh: '写明得分可以超出分值或低于 0。',
  },
  NotMonotone: {
    en: 'The score falls where it rose before, and that is meant.',
    zh: '写明得分先升后降（或先降后升）是有意的。',
  },
  Check: {
    en: 'Compares figures with each other; never changes a score.',
    zh: '核对数据是否相符，不影响得分。',
  },
  Example: {
    en: 'A worked case; `biaochi test` and the checker compare it.',
    zh: '手算的例子，由 biaochi test 核对。',
  },
  Locked: { en: 'No ruleset that amends this one may change it.', zh: '修订它的规则集不得改动。' },
  Open: { en: 'A ruleset that amends this one must supply it.', zh: '由修订它的规则集给出。' },
  Points: {
    en: 'Points of a score; `points A = 8` changes those of A.',
    zh: '分；写作“分值 A = 8”则改 A 的分值。',
  },
  Set: { en: 'Chooses an option, or supplies an open term.', zh: '选定读法，或给出待定的值。' },
  Replace: {
    en: 'A new declaration in the place of an inherited one.',
    zh: '用新的声明换下原来的。',
  },
  Remove: { en: 'Takes an inherited declaration out.', zh: '去掉原来的声明。' },
  Add: { en: 'Adds a group, an indicator or an item.', zh: '增加分组、指标或得分项。' },
  Rename: { en: 'A new name for an inherited part.', zh: '给原来的部分改名。' },
  Order: { en: 'The order of the parts.', zh: '各部分的先后次序。' },
  Cite: {
    en: 'Where an inherited part is found in this ruleset’s own document.',
    zh: '原有部分在本地文件中的出处。',
  },
  Cohort: { en: 'The departments that are scored together.', zh: '一起评价的全体单位。' },
  Others: { en: 'The departments scored together but for this one.', zh: '一起评价的其他单位。' },
  Standing: { en: 'In a veto: the score before it.', zh: '一票否决之前的得分。' },
};

/** What the keyword means; empty where its words say it. */
export function meaningOfKeyword(id: KeywordId, language: Language): string {
  return meanings[id]?.[language] ?? '';
}
