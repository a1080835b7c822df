// Messages about how a ruleset is put together: statements and their places, rules, points.
import type { NoFacts } from './message.ts';
import { error, warning } from './message.ts';
import type { StatementWord } from './words.ts';
import { alternatives, statementWords } from './words.ts';

export const structureMessages = {
  'misplaced-statement': error<{
    statement: StatementWord;
    place: StatementWord;
    belongs: readonly StatementWord[];
  }>(
    ({ statement, place, belongs }) =>
      `${capital(statementWords[statement].en)} cannot stand in ${statementWords[place].en}; it belongs in ${alternatives(belongs).en}.`,
    ({ statement, place, belongs }) =>
      `${statementWords[statement].zh}不能写在${statementWords[place].zh}里；应写在${alternatives(belongs).zh}里。`,
  ),
  'duplicate-statement': error<{ statement: StatementWord; place: StatementWord }>(
    ({ statement, place }) =>
      `${capital(statementWords[statement].en)} may stand only once in ${statementWords[place].en}; remove one of the two.`,
    ({ statement, place }) =>
      `${statementWords[place].zh}里只能有一个${statementWords[statement].zh}；请删去其一。`,
  ),
  'total-missing': error<NoFacts>(
    () => 'The ruleset does not say its total; add, for example, `total 100 points`.',
    () => '规则集没有写总分；请补上，例如“总分 100 分”。',
  ),
  'rule-missing': error<{ name: string }>(
    ({ name }) =>
      `“${name}” has no rule; add \`score …\`, \`when …\`, \`tiers of …\`, \`deduct …\`, \`judged\` or \`checklist …\`, or items in an indicator.`,
    ({ name }) =>
      `“${name}”没有得分规则；请写“得分”“当”“分档”“扣”“评定”或“清单”，指标也可以写得分项。`,
  ),
  'several-rules': error<{ name: string }>(
    ({ name }) =>
      `“${name}” already has a rule; put each rule in an item of its own. Only \`deduct\` may be repeated.`,
    ({ name }) => `“${name}”已有得分规则；请把各条规则分别写成得分项。只有“扣”可以写多条。`,
  ),
  'group-empty': error<{ name: string }>(
    ({ name }) =>
      `The group “${name}” has no indicators; add some, mark it \`open\`, or remove it.`,
    ({ name }) => `分组“${name}”里没有指标；请补上指标，或标为“待定”，或删去该分组。`,
  ),
  'points-as-share': error<{ written: string; points: string }>(
    ({ written, points }) =>
      `${written} is no number of points; write \`${points} points\`, or \`${written} * N\` for a share of N points.`,
    ({ written, points }) =>
      `${written} 不是分值；请写“${points} 分”，若指 N 分的 ${written}，请写“${written} * N”。`,
  ),
  'points-not-conserved': error<{
    path: string;
    declared: string;
    sum: string;
    difference: string;
  }>(
    ({ path, declared, sum, difference }) =>
      `${path === '' ? 'The ruleset' : `“${path}”`} has ${declared} points, but its parts add up to ${sum}: ${surplus(difference) ? `${difference} too many` : `${difference.slice(1)} too few`}. Change the points of the whole or of a part.`,
    ({ path, declared, sum, difference }) =>
      `${path === '' ? '总分' : `“${path}”`}为 ${declared} 分，各部分合计 ${sum} 分，${surplus(difference) ? `多 ${difference}` : `少 ${difference.slice(1)}`} 分；请调整整体或其中一部分的分值。`,
  ),
  'points-negative': error<{ points: string }>(
    ({ points }) =>
      `Points cannot be below 0, and these are ${points}; use a \`penalty group\` for what is subtracted.`,
    ({ points }) => `分值不能小于 0，这里是 ${points}；要减分请用“减分 分组”。`,
  ),
  'bonus-limit-missing': error<{ name: string; standing: 'bonus' | 'penalty' }>(
    ({ name, standing }) =>
      `The ${standing} group “${name}” stands outside the total and must say its limit; add \`at most …\` after its points.`,
    ({ name, standing }) =>
      `${standing === 'bonus' ? '加分' : '减分'}分组“${name}”不计入总分，必须写明上限；请在分值后加“至多 …”。`,
  ),
  'limits-contradict': error<NoFacts>(
    () =>
      'These limits contradict each other; keep `uncapped` alone, or let `at least` lie below `at most`.',
    () => '这些界限互相矛盾；“不封顶”须单独使用，“至少”须低于“至多”。',
  ),
  'deduction-step-missing': error<NoFacts>(
    () =>
      'Say what part of a step counts: `prorated`, `per full step` or `per started step`; the readings give different scores.',
    () => '请写明不足一步怎么扣：按比例、按满步，或不足一步按一步；三种读法得分不同。',
  ),
  'deduction-subject-missing': error<NoFacts>(
    () => 'A fixed figure after `per` is a step; say of what: `per 1% of X above L`.',
    () => '“每”后面是固定的数，请写明是什么的每一步，例如“每 1% 的 X 高于 L”。',
  ),
  'deduction-not-positive': error<NoFacts>(
    () => 'A deduction must be above 0; write the points to take away without a sign.',
    () => '扣分必须大于 0；请直接写要扣的分值，不带负号。',
  ),
  'priority-not-whole': error<NoFacts>(
    () => 'A priority is a fixed whole number from 1 up; the highest that holds acts alone.',
    () => '优先级须是固定的正整数；成立的各项中只有优先级最高的起作用。',
  ),
  'grade-down-not-whole': error<NoFacts>(
    () =>
      '`grade down` takes a whole number of grades that cannot be below 1, such as `1`, or a count, such as `通报次数`.',
    () => '“等级降”须写降几级：不小于 1 的整数，或一个计数（例如“通报次数”）。',
  ),
  'band-outside-judged': error<NoFacts>(
    () =>
      '`A..B` leaves a figure to an assessor, so it can only stand in the rows of `judged`; give one figure here, or put `judged` before the table.',
    () =>
      '“A..B”是留给评定人裁量的区间，只能写在“评定”的各行里；这里请写一个数，或在表前加“评定”。',
  ),
  'band-reversed': error<{ low: string; high: string }>(
    ({ low, high }) =>
      `The range ${low}..${high} ends below its beginning; write the smaller figure first.`,
    ({ low, high }) => `区间 ${low}..${high} 的终点小于起点；请把较小的数写在前面。`,
  ),
  'policy-missing': error<NoFacts>(
    () =>
      'Say where the points go: `redistribute within group`, `redistribute over all`, `award in full` or `award …`.',
    () => '请写明分值归到哪里：组内分摊、全体分摊、按满分计，或按某个分值计。',
  ),
  'reach-not-enclosing': error<{ reach: StatementWord }>(
    ({ reach }) =>
      `There is no ${bare(reach)} around this place for it to strike; name a reach that encloses it.`,
    ({ reach }) => `这里不在任何${statementWords[reach].zh}之内；请写明它所在的一级。`,
  ),
  'grades-missing': error<NoFacts>(
    () => 'A ceiling on the grade needs `grades { … }` in the ruleset; add them.',
    () => '等级至多要求规则集写明“等级 { … }”；请补上。',
  ),
  'grade-bounds-equal': error<{ name: string; other: string }>(
    ({ name, other }) =>
      `“${name}” starts where “${other}” does, so one of them can never be given; change a bound.`,
    ({ name, other }) => `“${name}”与“${other}”的界限相同，其中一个永远评不上；请改一个界限。`,
  ),
  'choice-outside-points': error<{ name: string; points: string }>(
    ({ name, points }) =>
      `“${name}” must give from 0 to the ${points} points of what it stands in; correct its points.`,
    ({ name, points }) => `“${name}”的分值须在 0 至满分 ${points} 之间；请改正。`,
  ),
  'tolerance-without-equality': error<NoFacts>(
    () =>
      '`within` says how far the two sides of `=` may lie apart; write the check as `A = B within …`.',
    () => '“误差”指“=”两边允许相差多少；请把核对写成“A = B 误差 …”。',
  ),
  'tolerance-negative': error<NoFacts>(
    () => 'A tolerance cannot be below 0; write how far the two sides may lie apart.',
    () => '误差不能小于 0；请写两边允许相差多少。',
  ),
  'option-not-finite': error<{ name: string }>(
    ({ name }) =>
      `An option must be \`yes or no\` or \`one of { … }\`, so that every reading can be tried. For a figure that districts may set, write \`let ${name} = …\`, or \`open let ${name} : …\` where each of them must; an amending ruleset then says \`set ${name} = …\`.`,
    ({ name }) =>
      `选项只能是“是或否”或“选自 { … }”，以便逐一试算。可由下级调整的数请写“定义 ${name} = …”，必须由下级给出的写“待定 定义 ${name} : …”；下级用“设置 ${name} = …”。`,
  ),
  'value-missing': error<{ name: string }>(
    ({ name }) =>
      `“${name}” has no value; add \`= …\`, or mark it \`open\` for an amending ruleset to supply.`,
    ({ name }) => `“${name}”没有值；请写“= …”，或标为“待定”由下级规则集补充。`,
  ),
  'open-type-missing': error<{ name: string }>(
    ({ name }) =>
      `“${name}” is open, so its type cannot be told from a value; write it, as in \`open let ${name} : percent\`.`,
    ({ name }) => `“${name}”待定，无从推知类型；请写明，例如“待定 定义 ${name} : 百分比”。`,
  ),
  'unknown-given': error<{ name: string; suggestion: string | undefined }>(
    ({ name, suggestion }) =>
      `No input, judged item or option is called “${name}”.${suggestion === undefined ? ' Use a name that the ruleset declares.' : ` Did you mean “${suggestion}”?`}`,
    ({ name, suggestion }) =>
      `没有名为“${name}”的输入、评定项或选项。${suggestion === undefined ? '请用规则集中已声明的名称。' : `是不是“${suggestion}”？`}`,
  ),
  'others-not-records': error<NoFacts>(
    () =>
      'Other departments are given as a list of what each of them gives; write for example `others = [ { price = 90 }, { price = 120 } ]`.',
    () =>
      '其他单位的数据应逐个单位列出；请写成例如“其他单位 = [ { 报价 = 90 }, { 报价 = 120 } ]”。',
  ),
  'option-of-others': error<{ name: string }>(
    ({ name }) =>
      `The option “${name}” is a reading of the ruleset and holds for all departments alike; give it beside \`others\`, not inside.`,
    ({ name }) => `选项“${name}”是规则集的读法，对所有单位都一样；请写在“其他单位”之外。`,
  ),
  'example-reversed': error<NoFacts>(
    () => 'The lower end of the expected score lies above the upper one; exchange them.',
    () => '应得分的下限高于上限；请调换。',
  ),
  'example-outdated': warning<{ name: string }>(
    ({ name }) =>
      `This example of the amended ruleset speaks of “${name}”, which is gone; it no longer runs.`,
    ({ name }) => `被修订规则集的这个示例提到“${name}”，而它已不存在；该示例不再执行。`,
  ),
};

function surplus(difference: string): boolean {
  return !difference.startsWith('-');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function bare(word: StatementWord): string {
  return statementWords[word].en.replace(/^an? /, '');
}
