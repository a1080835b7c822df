// The shapes of statements and rules as texts with places to fill in, in both languages. `${1:…}` is the
// first place, as editors have it; the words in it are examples of what may stand there.
import type { StatementWord } from '../diagnostics/words.ts';

export interface Snippet {
  readonly label: { readonly en: string; readonly zh: string };
  readonly text: { readonly en: string; readonly zh: string };
  /** The kind of statement that it writes, by which its places are known; `amendment` for changes. */
  readonly statement: Exclude<StatementWord, 'ruleset'> | 'amendment';
}

function snippet(
  statement: Snippet['statement'],
  [labelEn, en]: readonly [string, string],
  [labelZh, zh]: readonly [string, string],
): Snippet {
  return { statement, label: { en: labelEn, zh: labelZh }, text: { en, zh } };
}

export const snippets: readonly Snippet[] = [
  snippet(
    'group',
    ['group …', 'group ${1:name} ${2:10} points {\n\t$0\n}'],
    ['分组 …', '分组 ${1:名称} ${2:10} 分 {\n\t$0\n}'],
  ),
  snippet(
    'indicator',
    ['indicator …', 'indicator ${1:name} ${2:5} points {\n\t$0\n}'],
    ['指标 …', '指标 ${1:名称} ${2:5} 分 {\n\t$0\n}'],
  ),
  snippet(
    'item',
    ['item …', 'item ${1:name} ${2:1} points {\n\t$0\n}'],
    ['得分项 …', '得分项 ${1:名称} ${2:1} 分 {\n\t$0\n}'],
  ),
  snippet(
    'rule',
    ['score: in proportion', 'score min(${1:rate}, 100%) * full points'],
    ['得分：按比例', '得分 较小值(${1:完成率}, 100%) * 满分'],
  ),
  snippet(
    'rule',
    ['when: all or nothing', 'when ${1:condition} : full points\notherwise : 0'],
    ['当：满足得满分，否则不得分', '当 ${1:条件} : 满分\n其余 : 0'],
  ),
  snippet(
    'rule',
    [
      'tiers: a table of bands',
      'tiers of ${1:rate} {\n\t>= ${2:90%} : ${3:5}\n\t>= ${4:60%} : ${5:3}\n\totherwise : 0\n}',
    ],
    [
      '分档：按区间给分',
      '分档 ${1:比率} {\n\t>= ${2:90%} : ${3:5} 分\n\t>= ${4:60%} : ${5:3} 分\n\t其余 : 0 分\n}',
    ],
  ),
  snippet(
    'rule',
    [
      'interpolate: straight lines between points',
      'interpolate of ${1:rate} {\n\t< ${2:60%} : 0\n\t${2:60%} : ${3:3}\n\t${4:100%} : ${5:5}\n\t> ${4:100%} : ${5:5}\n}',
    ],
    [
      '插值：两点之间按直线',
      '插值 ${1:比率} {\n\t< ${2:60%} : 0\n\t${2:60%} : ${3:3}\n\t${4:100%} : ${5:5}\n\t> ${4:100%} : ${5:5}\n}',
    ],
  ),
  snippet(
    'rule',
    ['deduct: for each', 'deduct ${1:1} point per ${2:cases}'],
    ['扣：每发现一项扣分', '扣 ${1:1} 分 每 ${2:不符合项}'],
  ),
  snippet(
    'rule',
    [
      'deduct: per step above a limit',
      'deduct ${1:0.1} per ${2:1%} of ${3:rate} above ${4:10%} prorated',
    ],
    ['扣：每超出一步扣分', '扣 ${1:0.1} 分 每 ${2:1%} 的 ${3:比率} 高于 ${4:10%} 按比例'],
  ),
  snippet(
    'rule',
    ['deduct: once, under a condition', 'deduct ${1:2} points when ${2:condition}'],
    ['扣：满足条件时扣分', '扣 ${1:2} 分 当 ${2:条件}'],
  ),
  snippet('rule', ['judged: a person decides', 'judged'], ['评定：由人打分', '评定']),
  snippet(
    'rule',
    [
      'judged one of: a person chooses',
      'judged one of { ${1:in full} : ${2:2}   ${3:in part} : ${4:1}   ${5:not at all} : 0 }',
    ],
    [
      '评定 选自：由人选一档',
      '评定 选自 { ${1:达到要求} : ${2:2} 分   ${3:部分达到} : ${4:1} 分   ${5:未达到} : 0 分 }',
    ],
  ),
  snippet(
    'rule',
    [
      'checklist: points for each thing',
      'checklist {\n\t${1:first} ${2:1} point\n\t${3:second} ${4:1} point\n}',
    ],
    ['清单：逐条给分', '清单 {\n\t${1:第一条} ${2:1} 分\n\t${3:第二条} ${4:1} 分\n}'],
  ),
  snippet('cap', ['at most full points', 'at most full points'], ['至多 满分', '至多 满分']),
  snippet(
    'veto',
    ['veto …', 'veto "${1:reason}" when ${2:condition} : 0'],
    ['一票否决 …', '一票否决 "${1:原因}" 当 ${2:条件} : 0'],
  ),
  snippet(
    'exempt',
    ['exempt …', 'exempt "${1:reason}" when ${2:condition}'],
    ['免评 …', '免评 "${1:原因}" 当 ${2:条件}'],
  ),
  snippet(
    'not-applicable',
    ['not applicable …', 'not applicable when ${1:condition} redistribute within group'],
    ['不适用 …', '不适用 当 ${1:条件} 组内分摊'],
  ),
  snippet(
    'input',
    ['input: money', 'input ${1:name} : money in 万元 at least 0'],
    ['输入：金额', '输入 ${1:名称} : 金额 万元 至少 0'],
  ),
  snippet(
    'input',
    ['input: a percentage', 'input ${1:name} : percent from 0% to 100%'],
    ['输入：百分比', '输入 ${1:名称} : 百分比 自 0% 到 100%'],
  ),
  snippet(
    'input',
    ['input: a number of things', 'input ${1:name} : count of ${2:项}'],
    ['输入：计数', '输入 ${1:名称} : 计数 ${2:项}'],
  ),
  snippet(
    'input',
    ['input: yes or no', 'input ${1:name} : yes or no = no'],
    ['输入：是或否', '输入 ${1:名称} : 是或否 = 否'],
  ),
  snippet(
    'option',
    ['option: one of several readings', 'option ${1:name} : one of { ${2:A}, ${3:B} } = ${2:A}'],
    ['选项：几种读法选一种', '选项 ${1:名称} : 选自 { ${2:甲}, ${3:乙} } = ${2:甲}'],
  ),
  snippet('let', ['let …', 'let ${1:name} = ${2:value}'], ['定义 …', '定义 ${1:名称} = ${2:值}']),
  snippet(
    'grades',
    ['grades …', 'grades { 优 from ${1:90}   良 from ${2:80}   中 from ${3:60}   差 from 0 }'],
    ['等级 …', '等级 { 优 自 ${1:90}   良 自 ${2:80}   中 自 ${3:60}   差 自 0 }'],
  ),
  snippet(
    'output',
    ['output …', 'output ${1:name} : percent = ${2:value}'],
    ['输出 …', '输出 ${1:名称} : 百分比 = ${2:值}'],
  ),
  snippet(
    'check',
    ['check …', 'check "${1:what must agree}" : ${2:left} = ${3:right}'],
    ['核对 …', '核对 "${1:应当一致的}" : ${2:左边} = ${3:右边}'],
  ),
  snippet(
    'example',
    ['example …', 'example { ${1:name} = ${2:value} } gives ${3:1}'],
    ['示例 …', '示例 { ${1:名称} = ${2:值} } 应得 ${3:1}'],
  ),
  snippet(
    'amendment',
    ['points: change the points', 'points ${1:name} = ${2:5}'],
    ['分值：改分值', '分值 ${1:名称} = ${2:5}'],
  ),
  snippet(
    'amendment',
    ['replace indicator …', 'replace indicator ${1:name} ${2:5} points {\n\t$0\n}'],
    ['替换 指标 …', '替换 指标 ${1:名称} ${2:5} 分 {\n\t$0\n}'],
  ),
  snippet(
    'amendment',
    ['add indicator …', 'add indicator ${1:name} ${2:5} points to ${3:group} {\n\t$0\n}'],
    ['增加 指标 …', '增加 指标 ${1:名称} ${2:5} 分 到 ${3:分组} {\n\t$0\n}'],
  ),
];
