// Messages about values: units and types that do not fit, figures that are not fixed, dates and
// functions used wrongly.
import type { NoFacts } from './message.ts';
import { error, warning } from './message.ts';
import type { TypeFact } from './words.ts';
import { typeWords, wholeTypeWords } from './words.ts';

export interface Found {
  readonly found: TypeFact;
}

export interface Pair {
  readonly left: TypeFact;
  readonly right: TypeFact;
}

/** What must be a fixed figure, as messages call it. */
const constantRoles = {
  points: { en: 'points', zh: '分值' },
  total: { en: 'the total', zh: '总分' },
  bound: { en: 'a bound', zh: '取值界限' },
  default: { en: 'a default', zh: '默认值' },
  step: { en: 'a step', zh: '步长' },
  grade: { en: 'the bound of a grade', zh: '等级界限' },
  length: { en: 'the length of a list', zh: '列表长度' },
  index: { en: 'the number of a list entry', zh: '列表项序号' },
  given: { en: 'a value of an example', zh: '示例中的值' },
  expected: { en: 'the score of an example', zh: '示例的应得分' },
  tolerance: { en: 'a tolerance', zh: '误差' },
  degree: { en: 'the degree of a root', zh: '开方次数' },
  exponent: { en: 'an exponent', zh: '乘方次数' },
  share: { en: 'the share of a quantile', zh: '分位' },
  tier: { en: 'the bound of a tier', zh: '档次界限' },
} as const;

export type ConstantRole = keyof typeof constantRoles;

export const typingMessages = {
  'units-differ': error<Pair & { points?: readonly string[] }>(
    ({ left, right, points = [] }) =>
      `${capital(typeWords(left).en)} and ${typeWords(right).en} do not go together; ${points.length > 0 ? `if points are meant, write ${points.map((figure) => `${figure} points`).join(' and ')}; otherwise ` : ''}give both the same unit, or divide one by a figure of its own unit first.`,
    ({ left, right, points = [] }) =>
      `${typeWords(left).zh}与${typeWords(right).zh}不能放在一起算；${points.length > 0 ? `若指得分，请写 ${points.map((figure) => `${figure} 分`).join('、')}；否则` : ''}请统一单位，或先除以同单位的数化为比率。`,
  ),
  'aggregate-takes-all': error<{ name: string }>(
    ({ name }) =>
      `The aggregate takes everything up to here as its list, and “${name}” is a list that cannot be calculated with; put the aggregate in parentheses: \`(mean of ${name}) * …\`.`,
    ({ name }) =>
      `汇总词后面的整个算式都算作列表，而“${name}”是列表，不能直接计算；请给汇总加括号：“(平均 ${name}) * …”。`,
  ),
  'types-differ': error<Pair>(
    ({ left, right }) =>
      `${capital(typeWords(left).en)} and ${typeWords(right).en} cannot be compared or exchanged; use two of the same kind.`,
    ({ left, right }) =>
      `${typeWords(left).zh}与${typeWords(right).zh}不能互相比较或替代；请使用同类的值。`,
  ),
  'type-mismatch': error<{ expected: TypeFact; found: TypeFact }>(
    ({ expected, found }) =>
      `${capital(wholeTypeWords(expected).en)} is declared here, but this is ${wholeTypeWords(found).en}; change one of the two.`,
    ({ expected, found }) =>
      `这里声明为${wholeTypeWords(expected).zh}，写的却是${wholeTypeWords(found).zh}；请改动其一。`,
  ),
  'comparison-inside-where': error<NoFacts>(
    () =>
      'A condition is needed here, but `where` takes everything that follows it, the comparison too; put the figure in parentheses and compare it: `(count of … where …) = 0`.',
    () =>
      '这里需要条件，而“其中”后面的比较都算作筛选条件；请把要比较的数放进括号：“(计数 … 其中 …) = 0”。',
  ),
  'range-written-as-difference': error<NoFacts>(
    () =>
      'This row is a difference, and matches that one figure only; a stretch is written with two dots: `5%..10%`.',
    () => '“-”在这里是减号，这一档只等于两数之差；一段范围请用两个点：“5%..10%”。',
  ),
  'not-a-number': error<Found>(
    ({ found }) => `A number is needed here, and this is ${typeWords(found).en}; use a figure.`,
    ({ found }) => `这里需要数，而这是${typeWords(found).zh}；请改用数值。`,
  ),
  'not-a-condition': error<Found>(
    ({ found }) =>
      `A condition is needed here, and this is ${typeWords(found).en}; compare it with something, as in \`… > 0\`.`,
    ({ found }) => `这里需要条件，而这是${typeWords(found).zh}；请写成比较，例如“… > 0”。`,
  ),
  'not-a-score': error<Found>(
    ({ found }) =>
      `A score is points or a plain number, and this is ${typeWords(found).en}; divide it by a figure of the same unit, or multiply a count by points.`,
    ({ found }) =>
      `得分应是“分”或不带单位的数，而这是${typeWords(found).zh}；请除以同单位的数，或把数量乘以分值。`,
  ),
  'not-a-count': error<Found>(
    ({ found }) =>
      `\`deduct … per …\` counts things, and this is ${typeWords(found).en}; write \`per S of X above L\` for steps of an amount.`,
    ({ found }) =>
      `“扣 … 每 …”按数量扣分，而这是${typeWords(found).zh}；按数额分步扣分请写“每 S 的 X 高于 L”。`,
  ),
  'not-a-list': error<Found>(
    ({ found }) =>
      `A list is needed here, and this is ${typeWords(found).en}; name a list input, or write \`over\` and the list after it.`,
    ({ found }) =>
      `这里需要列表，而这是${typeWords(found).zh}；请写列表输入的名称，或在后面写“于”和列表。`,
  ),
  'not-a-record': error<Found>(
    ({ found }) =>
      `Only a record has fields, and this is ${typeWords(found).en}; remove the part after the dot.`,
    ({ found }) =>
      `只有一组字段才能用“.”取值，而这是${typeWords(found).zh}；请去掉“.”及其后的部分。`,
  ),
  'not-ordered': error<Found>(
    ({ found }) =>
      `Only numbers and dates are larger or smaller than others, and this is ${typeWords(found).en}; compare with \`=\` or list the values.`,
    ({ found }) => `只有数和日期能比大小，而这是${typeWords(found).zh}；请用“=”比较或列出各个值。`,
  ),
  'not-comparable': error<Found>(
    ({ found }) =>
      `${capital(typeWords(found).en)} cannot be compared directly; use \`met(target, actual)\` or \`achievement(…)\` for targets, and single entries or fields for lists and records.`,
    ({ found }) =>
      `${typeWords(found).zh}不能直接比较；目标值请用“达标(…)”或“完成度(…)”，列表和字段组请取其中一项。`,
  ),
  'not-constant': error<{ role: ConstantRole }>(
    ({ role }) =>
      `${capital(constantRoles[role].en)} must be a fixed figure; it cannot depend on inputs or options.`,
    ({ role }) => `${constantRoles[role].zh}必须是固定的数，不能随输入或选项变化。`,
  ),
  'percent-sign-missing': warning<{ figure: string }>(
    ({ figure }) =>
      `${figure} stands beside a percentage and means ${figure} times the whole; write ${figure}% if that is meant.`,
    ({ figure }) =>
      `${figure} 与百分比放在一起，表示 ${figure} 倍；若指百分之几，请写 ${figure}%。`,
  ),
  'rounding-mode-missing': error<NoFacts>(
    () => 'Say how halves are rounded: `half up`, `half even`, `up` or `down`.',
    () => '请写明如何取舍：四舍五入、四舍六入五成双、进一或舍去。',
  ),
  'step-not-positive': error<NoFacts>(
    () => 'A step must be above 0; write the size of one step, such as `0.01` or `1%`.',
    () => '步长必须大于 0；请写出每一步的大小，例如 0.01 或 1%。',
  ),
  'wrong-argument-count': error<{ name: string; parameters: readonly string[]; given: number }>(
    ({ name, parameters, given }) =>
      `${name} takes (${parameters.join(', ')}), and ${given} stand here; adjust the list.`,
    ({ name, parameters, given }) =>
      `${name} 的参数是（${parameters.join('、')}），这里写了 ${given} 个；请增减参数。`,
  ),
  'wrong-argument': error<{ parameter: string; expected: TypeFact; found: TypeFact }>(
    ({ parameter, expected, found }) =>
      `“${parameter}” must be ${typeWords(expected).en}, and this is ${typeWords(found).en}; pass another value.`,
    ({ parameter, expected, found }) =>
      `参数“${parameter}”应为${typeWords(expected).zh}，而这是${typeWords(found).zh}；请换一个值。`,
  ),
  'curve-needs-points': error<{ given: number }>(
    ({ given }) =>
      `A curve needs at least two points, and ${given} ${given === 1 ? 'stands' : 'stand'} here; write rows such as \`60% : 60\`, or use \`tiers of\`.`,
    ({ given }) => `插值至少要有两个点，这里有 ${given} 个；请写“60% : 60”这样的行，或改用“分档”。`,
  ),
  'curve-not-in-order': error<{ before: string; here: string; rising: boolean }>(
    ({ before, here, rising }) =>
      `The points ${rising ? 'rise' : 'fall'}, but ${here} follows ${before}; put them in one order, each figure once.`,
    ({ before, here, rising }) =>
      `各点依次${rising ? '上升' : '下降'}，而 ${before} 之后是 ${here}；请按一个方向排列，同一个数只写一次。`,
  ),
  'curve-direction-unknown': error<NoFacts>(
    () =>
      'Nothing says whether these points rise or fall; begin with a row such as `< X : …` for rising ones, or `> X : …` for falling ones.',
    () => '看不出各点是上升还是下降；上升的请在前面写“< X : …”一行，下降的写“> X : …”。',
  ),
  'exponent-out-of-range': error<{ least: number; most: number }>(
    ({ least, most }) => `Only a whole number from ${least} to ${most} can stand here; change it.`,
    ({ least, most }) => `这里只能是 ${least} 至 ${most} 的整数；请改正。`,
  ),
  'root-unit': error<Found & { degree: string }>(
    ({ found, degree }) =>
      `A root of degree ${degree} of ${typeWords(found).en} has no unit; divide by one unit first.`,
    ({ found, degree }) =>
      `${typeWords(found).zh}开 ${degree} 次方没有单位可言；请先除以一个单位。`,
  ),
  'function-not-called': error<{ name: string }>(
    ({ name }) =>
      `“${name}” is defined with parameters; call it with arguments, as in \`${name}(…)\`.`,
    ({ name }) => `“${name}”定义时带有参数；请写上参数来调用，例如“${name}(…)”。`,
  ),
  'calls-too-many': error<{ name: string; limit: number }>(
    ({ name, limit }) =>
      `“${name}” leads to more than ${limit} calls inside one another; let the definitions build on fewer calls.`,
    ({ name, limit }) => `“${name}”层层调用超过 ${limit} 次；请减少定义之间的调用。`,
  ),
  'achievement-reading-missing': error<NoFacts>(
    () =>
      'Say whether over-achievement counts: write `capped` or `uncapped` as the third argument.',
    () => '请写明超额完成是否计入：第三个参数写“封顶”或“不封顶”。',
  ),
  'achievement-limit-wrong': error<NoFacts>(
    () =>
      'The fourth argument says where `capped` stops: a fixed percentage from 100 % up, such as `130%`; beside `uncapped` it has no place.',
    () =>
      '第四个参数写明“封顶”封在多少：不低于 100% 的固定百分比，例如 130%；“不封顶”后面不能再写。',
  ),
  'plain-number-needed': error<Found>(
    ({ found }) =>
      `Only a plain number can be made whole, and this is ${typeWords(found).en}; divide it by one unit first, or use \`rounded to\`.`,
    ({ found }) =>
      `只有不带单位的数可以取整，而这是${typeWords(found).zh}；请先除以一个单位，或改用“保留到”。`,
  ),
  'index-outside-list': error<{ least: number }>(
    ({ least }) =>
      least === 0
        ? 'The list may be empty, so no single entry is sure to exist; declare its length, as in `list of 4 …`.'
        : `Entries count from 1, and only ${least} are sure to exist; use a number from 1 to ${least}.`,
    ({ least }) =>
      least === 0
        ? '列表可以为空，不能保证有这一项；请声明长度，例如“列表 4 …”。'
        : `列表项从 1 数起，能保证存在的只有 ${least} 项；序号请用 1 至 ${least}。`,
  ),
  'no-such-date': error<{ text: string }>(
    ({ text }) => `${text} is not a day of the calendar; correct the month or the day.`,
    ({ text }) => `日历上没有 ${text} 这一天；请改正月或日。`,
  ),
  'unknown-money-unit': error<{ word: string; known: readonly string[] }>(
    ({ word, known }) =>
      `“${word}” is not a unit of money; write ${known.join(', ')}, or use \`count of\` or \`number in\`.`,
    ({ word, known }) => `“${word}”不是金额单位；请写 ${known.join('、')}，或改用“计数”“数值”。`,
  ),
  'unit-word-taken': error<{ word: string }>(
    ({ word }) =>
      `“${word}” already means money, points or a percentage and cannot count things; use \`money in\`, \`points\` or \`percent\`.`,
    ({ word }) => `“${word}”已用于金额、分值或百分比，不能用来计数；请改用“金额”“分值”或“百分比”。`,
  ),
  'list-length-out-of-range': error<{ most: number }>(
    ({ most }) => `The length of a list must be a whole number from 1 to ${most}.`,
    ({ most }) => `列表长度必须是 1 至 ${most} 的整数。`,
  ),
  'type-nested': error<NoFacts>(
    () =>
      'A list may hold simple values or records, and a record simple values only; declare the inner one as an input of its own.',
    () => '列表里只能是简单的值或一组字段，字段里只能是简单的值；请把内层单独声明为输入。',
  ),
  'bound-not-applicable': error<Found>(
    ({ found }) =>
      `Only numbers and dates have bounds, and this is ${typeWords(found).en}; remove the bound.`,
    ({ found }) => `只有数和日期可以设界限，而这是${typeWords(found).zh}；请删去界限。`,
  ),
  'bounds-not-checked': warning<{ name: string }>(
    ({ name }) =>
      `The type of “${name}” has bounds, which hold for what is given in files; what is worked out here is not held to them. Name the type without bounds, or limit the figure by \`min(…)\` and \`max(…)\`.`,
    ({ name }) =>
      `“${name}”的类型带有界限，而界限只约束填报的数据，不约束这里算出的值；请用不带界限的类型，或用“较小值(…)”“较大值(…)”限住。`,
  ),
  'bound-twice': error<NoFacts>(
    () => 'This side is bounded twice; keep one of the two.',
    () => '同一侧设了两个界限；请只留一个。',
  ),
  'range-empty': error<NoFacts>(
    () => 'No value lies within these bounds; exchange or correct them.',
    () => '没有值能落在这些界限之内；请调换或改正。',
  ),
  'value-out-of-range': error<{ name: string }>(
    ({ name }) =>
      `This value lies outside the bounds that “${name}” declares; change the value or the bounds.`,
    ({ name }) => `这个值超出了“${name}”声明的界限；请改值或改界限。`,
  ),
  'value-not-fitting': error<{ name: string; expected: TypeFact }>(
    ({ name, expected }) => `“${name}” takes ${typeWords(expected).en}; write such a value here.`,
    ({ name, expected }) => `“${name}”应填${typeWords(expected).zh}；请改写这里的值。`,
  ),
  'list-length-differs': error<{ least: number; most: number | undefined; given: number }>(
    ({ least, most, given }) =>
      `The list is declared with ${most === least ? `exactly ${least}` : `at least ${least}`} entries, and ${given} stand here; add or remove some.`,
    ({ least, most, given }) =>
      `列表声明为${most === least ? `正好 ${least}` : `至少 ${least}`} 项，这里有 ${given} 项；请增减。`,
  ),
  'field-missing': error<{ field: string }>(
    ({ field }) => `The record has no value for its field “${field}”; add \`${field} = …\`.`,
    ({ field }) => `缺少字段“${field}”的值；请补上“${field} = …”。`,
  ),
  'empty-list': error<NoFacts>(
    () => 'An empty list says nothing about what its entries would be; write at least one.',
    () => '空列表无从知道其中是什么；请至少写一项。',
  ),
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
