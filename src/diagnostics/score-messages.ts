// Messages about scores that rules read and about rules that combine parts.
import type { NoFacts } from './message.ts';
import { error } from './message.ts';
import { nearMiss } from './words.ts';

export const scoreMessages = {
  'unknown-score': error<{
    path: string;
    suggestion: string | undefined;
    /** What an amendment did to it. */
    act: 'removed' | 'renamed' | undefined;
  }>(
    ({ path, suggestion, act }) => {
      if (act === 'removed')
        return `“${path}” has been removed, so it has no score to read here; replace this rule too, or keep “${path}”.`;
      if (act === 'renamed' && suggestion !== undefined)
        return `“${path}” is called “${suggestion}” now; write the new name behind \`score of\`.`;
      return `There is no group, indicator or item called “${path}” whose score could be read.${nearMiss(suggestion).en}`;
    },
    ({ path, suggestion, act }) => {
      if (act === 'removed')
        return `“${path}”已被移除，这里没有它的得分可用；请一并替换这条规则，或保留“${path}”。`;
      if (act === 'renamed' && suggestion !== undefined)
        return `“${path}”已改名为“${suggestion}”；请在“实得分”后写新名称。`;
      return `没有名为“${path}”的分组、指标或得分项，无法取得其得分。${nearMiss(suggestion).zh}`;
    },
  ),
  'score-circle': error<{ names: readonly string[] }>(
    ({ names }) =>
      `These scores need each other in a circle: ${round(names, 'the total')}; one of them must be scored without the others.`,
    ({ names }) =>
      `这些得分互相依赖，成了一圈：${round(names, '总分')}；其中必须有一个不依赖其余几个。`,
  ),
  'score-in-applicability': error<{ name: string }>(
    ({ name }) =>
      `Whether “${name}” applies is settled before anything is scored, so its condition cannot look at scores; state it with inputs.`,
    ({ name }) => `“${name}”是否适用在计分之前就要定下，条件里不能用得分；请改用输入来写。`,
  ),
  'total-score-outside': error<NoFacts>(
    () =>
      'The total is known only when everything is scored; `total score` may stand in outputs and in the conditions of grades.',
    () => '总得分要等全部计分之后才有；“总得分”只能写在输出和等级的条件里。',
  ),
  'parts-outside': error<{ of: 'scores' | 'rates' }>(
    ({ of }) =>
      `\`${of} of parts\` are those of the group or indicator whose parts a rule combines, and this is no such rule; name one score with \`score of …\`, or write the rule directly in the group.`,
    ({ of }) =>
      `“${of === 'scores' ? '各项得分' : '各项得分率'}”只能用在合成规则里；请用“实得分 …”指明一个得分，或把规则直接写在分组里。`,
  ),
  'cannot-combine': error<{ name: string }>(
    ({ name }) =>
      `“${name}” has parts, and a rule beside them must say how their scores are combined: \`score …\`, \`when …\` or \`tiers of …\`; put any other rule in an item or indicator of its own.`,
    ({ name }) =>
      `“${name}”下有各项内容，与之并列的规则只能写明如何合成得分：“得分”“当”或“分档”；其他规则请另写成指标或得分项。`,
  ),
  'not-monotone-without-rule': error<{ name: string }>(
    ({ name }) =>
      `“${name}” is the sum of its parts, which no \`not monotone\` can speak of; write it in the indicator or item whose rule is meant, or beside a \`score …\` that combines the parts.`,
    ({ name }) =>
      `“${name}”的得分是各项之和，这里的“不单调”无从说起；请写在所指的指标或得分项里，或与合成各项得分的“得分”写在一起。`,
  ),
  'rate-without-points': error<{ name: string }>(
    ({ name }) =>
      `“${name}” has 0 points, so it has no rate for \`rates of parts\`; give it points, or combine \`scores of parts\`.`,
    ({ name }) => `“${name}”为 0 分，没有得分率可用；请给它分值，或改用“各项得分”合成。`,
  ),
  'combined-over-all': error<{ name: string; whole: string }>(
    ({ name, whole }) =>
      `“${whole}” combines its parts by a rule of its own, so the points of “${name}” cannot move to all others; write \`redistribute within group\`.`,
    ({ name, whole }) =>
      `“${whole}”按自己的规则合成得分，“${name}”的分值不能分摊到全体；请写“组内分摊”。`,
  ),
};

function round(names: readonly string[], total: string): string {
  return names.map((name) => (name === 'total' ? total : name)).join(' → ');
}
