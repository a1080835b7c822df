// Random rulesets whose scores are arithmetic: quotients, sums over denominators, tables, curves,
// deductions, limits, roundings of every mode, strikes, grades, outputs. Parts neither come nor go, so
// that compiled modules score them in doubles. Written as text, so that a failing case can be pasted.
import fc from 'fast-check';

type Text = fc.Arbitrary<string>;

const INPUTS = `
  input 支一, 支二, 支三 : money in 万元 at least 0
  input 预一, 预二 : money in 万元 above 0
  input 限额 : money in 万元 from 10 to 100000
  input 细账 : money in 元 from 0.01 to 2000000
  input 率一, 率二 : percent from 0% to 100%
  input 幅 : percent from -50% to 200%
  input 进度 : percent at least 0%
  input 完成, 逾期 : count of 项
  input 计划 : count of 项 at least 1
  input 评 : integer from 0 to 4
  input 量 : number above 0.5 below 20
  input 面积 : number in 平方米 above 0
  input 季支 : list of 4 money in 万元 at least 0
  input 季预 : list of 4 money in 万元 above 0
  input 各率 : list of 3 percent from 0% to 120%
  input 起, 止 : date from 2023-01-01 to 2024-12-31
  input 有, 无 : yes or no
  input 类 : one of { 甲, 乙, 丙 }`;

const pick = (...words: string[]): Text => fc.constantFrom(...words);
const joined = (glue: string, ...parts: Text[]): Text =>
  fc.tuple(...parts).map((all) => all.join(glue));
const written = (strings: TemplateStringsArray, ...parts: Text[]): Text =>
  fc.tuple(...parts).map((all) => String.raw({ raw: strings }, ...all));
const often = (weight: number, arbitrary: Text) => ({ weight, arbitrary });
const maybe = (some: Text): Text => fc.oneof(often(2, fc.constant('')), often(1, some));

const money = pick('支一', '支二', '支三', '限额', '细账', '季支[1]', '季支[4]');
const budget = pick('预一', '预二', '限额', '季预[1]', '季预[2]', '(预一 + 预二)', '(支一 + 预一)');
const share = pick('5%', '10%', '33%', '50%', '60%', '75%', '90%', '95%', '97.5%', '100%', '33.3%');
const few = pick('0.5', '2', '3', '0.3', '1.25', '7', '1 / 3', '0.06');
const mode = pick('half up', 'half up', 'half up', 'half even', 'up', 'down');
const step = pick('0.1%', '1%', '0.01', '0.05', '0.0001', '0.3%');

// Plain numbers that are never negative.
const plainRatio: Text = fc.oneof(
  often(4, written`${money} / ${budget}`),
  often(2, pick('率一', '率二', '进度', '各率[1]', '各率[2]')),
  often(
    1,
    pick('完成 / 计划', '逾期 / (完成 + 计划)', '逾期 / 计划', '量', '评 / 4', '面积 / 100 平方米'),
  ),
);

/** A plain number at most so deep, in parentheses where it is more than one word. */
function ratio(depth: number): Text {
  if (depth <= 0) return written`(${plainRatio})`;
  const less = ratio(depth - 1);
  return fc.oneof(
    often(6, written`(${plainRatio})`),
    often(2, written`min(${less}, ${share})`),
    often(1, written`max(${less}, ${less})`),
    often(3, written`(${less} + ${less})`),
    often(1, written`(${less} * ${less})`),
    often(2, written`(${less} * ${few})`),
    often(1, written`abs(${less} - ${less})`),
    often(1, written`max(0, ${less} - ${less})`),
    often(1, written`(-(${less} - ${less}))`),
    often(1, written`(${less} rounded to ${step} ${mode})`),
    often(1, written`(if ${truth(depth - 1)} then ${less} else ${less})`),
    often(1, written`(tiers of ${less} { >= ${share} : ${few}  >= 1% : ${less}  otherwise : 0 })`),
    often(
      1,
      pick(
        '(季支[1] / 季预[1] * 4 + 季支[2] / 季预[2] * 2 + 季支[3] / 季预[3] + 季支[4] / 季预[4])',
      ),
    ),
    often(
      1,
      pick(
        '(mean of 各率)',
        '((sum of 季支) / (sum of 季预))',
        'power(各率[1], 2)',
        'abs(growth(支一, 预一))',
      ),
    ),
    often(1, written`(floor(${less} * 7) / 10)`),
    often(1, written`(ceiling(${less} * 3) / 8)`),
    often(1, written`(${less} / (${few} + ${less}))`),
  );
}

function truth(depth: number): Text {
  const sign = pick('>=', '>', '<=', '<', '>=', '<=', '=', '!=');
  const simple = fc.oneof(
    often(4, written`${ratio(Math.min(depth, 1))} ${sign} ${share}`),
    often(3, written`${money} ${sign} ${pick('预一', '支二', '90% * 预二', '100 万元', '限额')}`),
    often(2, written`${ratio(depth - 1)} ${sign} ${ratio(depth - 1)}`),
    often(2, pick('有', '无', 'not 有', '类 = 甲', '类 in { 甲, 丙 }', '类 != 乙')),
    often(1, written`${pick('完成', '逾期')} ${sign} ${pick('计划', '3', '0')}`),
    often(1, written`止 - 起 ${sign} ${pick('30 天', '365 天')}`),
    often(1, written`止 ${sign} ${pick('2024-06-30', '2023-12-31', '起')}`),
  );
  if (depth <= 0) return simple;
  return fc.oneof(
    often(3, simple),
    often(1, written`(${simple} and ${simple})`),
    often(1, written`(${simple} or ${simple})`),
    often(1, written`not (${simple})`),
  );
}

/** A rule of so many points. */
function rule(points: number): Text {
  const p = fc.constant(String(points));
  const r = ratio(2);
  const parts = (amount: number) => fc.constant(String(amount));
  return fc.oneof(
    often(6, written`score ${r} * ${p}`),
    often(2, written`score ${ratio(3)} * ${p}`),
    often(2, written`score full points - ${ratio(1)} * ${pick('2', '0.3', '7', '1.25')} points`),
    often(3, written`tiers of ${r} { >= 90% : ${p}  >= 60% : 1.5  >= 33.3% : 0.7  otherwise : 0 }`),
    often(1, written`tiers of ${r} { < 5% : ${p}  5%..10% : 1  > 10% : 0 }`),
    often(
      2,
      written`when ${truth(1)} : ${p} otherwise when ${truth(0)} : ${few} otherwise : ${r} * ${p}`,
    ),
    often(2, written`interpolate of ${ratio(1)} { < 20% : 0  20% : 1  80% : ${p}  > 80% : ${p} }`),
    often(
      1,
      written`deduct ${few} per 1% of ${ratio(1)} above ${share} ${pick('prorated', 'per full step', 'per started step')}`,
    ),
    often(
      1,
      written`deduct 1 when ${pick('有', '类 = 甲', '支一 > 预一')} deduct 0.3 per 10 万元 of ${pick('支一', '支二')} ${pick('prorated', 'per full step', 'per started step')}`,
    ),
    often(1, pick('deduct 1 per 逾期', 'deduct 0.7 per 逾期 at most 2')),
    often(
      2,
      pick(
        'judged',
        'judged one of { 好 : 2  中 : 1.25  差 : 0 }',
        'checklist { 一项 1 point  二项 1 point }',
      ).map((text) => (points === 2 || text === 'judged' ? text : 'judged')),
    ),
    often(
      1,
      written`let 比 = ${r} rounded to ${step} half up
      score 比 * ${p}`,
    ),
    often(
      1,
      points > 2
        ? written`item 子 2 points at least 0 at most 2 { ${rule(2)} ${maybe(written`rounded to 0.1 ${mode}`)} }
      item 丑 ${parts(points - 2)} points at least 0 at most ${parts(points - 2)} { ${rule(points - 2)} }`
        : fc.constant('judged'),
    ),
  );
}

const strike: Text = fc.oneof(
  often(6, fc.constant('')),
  often(
    1,
    written`veto "v" when ${truth(0)} : ${pick('0', 'min(standing, 1)', 'standing * 50%', 'standing / 3')}`,
  ),
  often(1, written`exempt "e" when ${truth(0)}`),
  often(
    1,
    written`veto "v" when ${truth(0)} : standing * 50% priority 1 exempt "e" when ${truth(0)}`,
  ),
);

const rounding: Text = maybe(
  written`rounded to ${pick('0.01', '0.1', '0.5', '0.25', '0.3', '1', '0.001')} ${mode}`,
);

function indicator(name: string, points: number): Text {
  return written`indicator ${fc.constant(name)} ${fc.constant(String(points))} points at least 0 at most ${fc.constant(String(points))} {
      ${rule(points)}
      ${rounding}
      ${strike}
    }`;
}

function group(name: string, points: readonly number[]): Text {
  const parts = points.map((each, at) => indicator(`${name}${'甲乙丙丁'[at] ?? ''}`, each));
  const whole = String(points.reduce((sum, each) => sum + each, 0));
  return written`group ${fc.constant(name)} ${fc.constant(whole)} points at least 0 at most ${fc.constant(whole)} {
    ${fc.oneof(often(4, fc.constant('')), often(1, pick('score max of rates of parts * full points', 'score (mean of rates of parts) * full points', 'score sum of scores of parts')))}
    ${rounding} ${strike}
    ${joined('\n    ', ...parts)}
  }`;
}

/** The whole text of a ruleset. Some are refused by the checker. */
export const arithmeticRulesets: Text = written`
ruleset R { total 20 points at least 0 at most 20 ${fc.oneof(
  often(4, pick('scores rounded to 0.01 half up')),
  often(2, written`scores rounded to ${pick('0.1', '0.005', '0.25')} ${mode}`),
  often(1, written`total rounded to ${pick('0.1', '0.01', '1')} ${mode}`),
  often(1, written`items rounded to 0.01 half up groups rounded to 0.1 half up`),
  often(1, fc.constant('')),
)}
  grades { 优 from 18 ${maybe(written`when ${truth(0)}`)} 良 from 14.4  中 ${pick('from', 'above')} 8  差 from 0 }
  ${strike.map((text) => text.replaceAll('veto', 'veto total').replaceAll('exempt', 'exempt total'))}
  ${maybe(written`veto grade ${pick('down 1', 'at most 中')} "d" when ${truth(0)}`)}
  ${fc.constant(INPUTS.trim())}
  ${group('G', [3, 5])}
  ${indicator('乙', 6)}
  ${indicator('丙', 4)}
  ${indicator('丁', 2)}
  ${maybe(written`bonus group B 3 points at least 0 at most 3 { ${indicator('奖', 3)} }`)}
  ${maybe(written`penalty group P 3 points at least 0 at most 3 { ${indicator('罚', 3)} }`)}
  ${maybe(written`output 比例 = ${ratio(1)}`)}
  ${maybe(written`output 级 = total grade >= 良 and ${truth(0)}`)}
  ${maybe(written`output 系数 = tiers of total score { >= 16 : 100%  >= 8 : 50% + 率一 * 10%  otherwise : 0% }`)}
}`;
