// What `biaochi scenarios` says about its options, and why it may have nothing to score.
import type { NoScenarios } from '../analyze/scenarios/scenarios.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import { formatExact } from '../number/decimal.ts';

export interface ScenarioCliWords {
  readonly within: string;
  readonly spread: string;
  readonly count: string;
  readonly seed: string;
  readonly enumerate: string;
  readonly step: string;
  readonly conserve: string;
  readonly notes: string;
  readonly running: string;
  readonly bounds: string;
  readonly share: string;
  readonly wholeNumber: (least: number, most: number) => string;
  readonly points: string;
  readonly unclear: string;
  readonly refused: (why: NoScenarios) => string;
}

// A list of all parts of a framework is no help in a sentence.
const SHOWN = 5;

const en: ScenarioCliWords = {
  within: 'an indicator and its bounds (NAME=5..9; may be repeated)',
  spread: 'every indicator by this share of its points (20%)',
  count: 'how many weightings to draw',
  seed: 'what the draws start from; the same seed draws the same weightings',
  enumerate: 'all weightings instead of a sample',
  step: 'the step that points go in',
  conserve: 'what keeps its sum: the whole of what varies, or each group',
  notes:
    'Indicators that are named, or all with --spread, exchange points with each other; their sum stays.\nAn indicator keeps its share: what its rule gives is multiplied by new over old points, exactly, and\nthen rounded as the ruleset says. Parts outside the sum (bonus, penalty) and parts that only some\ndepartments have keep their points.',
  running: 'of the weightings scored',
  bounds: 'an indicator with bounds, such as 预算执行率=5..9',
  share: 'a percentage above 0% and up to 100%, such as 20%',
  wholeNumber: (least, most) => `a whole number from ${least} to ${most}`,
  points: 'a number of points above 0, such as 0.5',
  unclear: 'say what may vary: --within INDICATOR=5..9 (at least two), or --spread 20% for all.',
  refused: (why) => {
    switch (why.kind) {
      case 'fixed-part': {
        const name = why.path.join(' / ');
        return {
          outside: `“${name}” is a bonus or a penalty and stands outside the sum that is shared; leave it out.`,
          conditional: `“${name}” exists for some departments only, so its points add up differently for each; leave it out.`,
          'without-points': `“${name}” has 0 points, so there is no share of them to keep; leave it out.`,
        }[why.why];
      }
      case 'inside-rule':
        return why.holder === ''
          ? `“${why.path.join(' / ')}” is a group; name the indicators in it.`
          : `“${why.path.join(' / ')}” is combined with others by the rule of “${why.holder}”; name that instead.`;
      case 'empty-bounds':
        return `between ${formatExact(why.low)} and ${formatExact(why.high)} there is no step for “${why.path.join(' / ')}”: steps are counted from its ${formatExact(why.points)} points. Widen the bounds or give a smaller --step.`;
      case 'never-adds-up':
        return `within these bounds the points of ${listed(why.parts, 'en')} can never add up to what they are now; widen the bounds.`;
      case 'nothing-varies':
        return why.parts.length < 2
          ? `one indicator alone cannot vary while the sum stays; name those that take or give the difference, or use --spread.`
          : `the bounds leave ${listed(why.parts, 'en')} only one weighting; widen them, give a smaller --step, or --conserve whole.`;
      case 'too-fine':
        return `the bounds hold ${why.steps} steps, more than the ${why.most} that can be counted; give a larger --step.`;
      case 'too-many':
        return `there are ${why.possible} weightings, more than the ${why.most} that are scored one by one. Leave out --enumerate to draw some, or give a larger --step or narrower bounds.`;
      default:
        return why satisfies never;
    }
  },
};

const zh: ScenarioCliWords = {
  within: '指标及其分值范围（名称=5..9，可重复）',
  spread: '每个指标的分值上下浮动的比例（20%）',
  count: '抽取多少种权重',
  seed: '抽取的种子；同一种子抽出同样的权重',
  enumerate: '列举全部权重，不抽样',
  step: '分值的步长',
  conserve: '合计不变的范围：whole 全部变动的指标，groups 各分组之内',
  notes:
    '点名的指标（用 --spread 则为全部指标）相互调剂分值，合计不变。指标得分按分值同比例变动：\n规则算得的分数乘以新旧分值之比，准确计算，再按规则集舍入。总分之外的部分（加分、减分）和\n只有部分单位才有的部分，分值不变。',
  running: '的权重已评分',
  bounds: '指标及其范围，如 预算执行率=5..9',
  share: '大于 0%、不超过 100% 的百分比，如 20%',
  wholeNumber: (least, most) => `${least} 到 ${most} 的整数`,
  points: '大于 0 的分数，如 0.5',
  unclear: '请说明哪些分值可以变动：--within 指标=5..9（至少两个），或用 --spread 20% 变动全部。',
  refused: (why) => {
    switch (why.kind) {
      case 'fixed-part': {
        const name = why.path.join(' / ');
        return {
          outside: `“${name}”是加分或减分，不在合计之内，不能参与调剂；请去掉它。`,
          conditional: `“${name}”只有部分单位才有，各单位的合计因它而不同；请去掉它。`,
          'without-points': `“${name}”是 0 分，无从按比例变动；请去掉它。`,
        }[why.why];
      }
      case 'inside-rule':
        return why.holder === ''
          ? `“${why.path.join(' / ')}”是分组；请写出其中的指标。`
          : `“${why.path.join(' / ')}”由“${why.holder}”的规则合并计分；请改写“${why.holder}”。`;
      case 'empty-bounds':
        return `“${why.path.join(' / ')}”在 ${formatExact(why.low)} 到 ${formatExact(why.high)} 之间一步也没有：步数从它的 ${formatExact(why.points)} 分起算。请放宽范围，或减小 --step。`;
      case 'never-adds-up':
        return `在这些范围内，${listed(why.parts, 'zh')}的分值怎么取也凑不成原来的合计；请放宽范围。`;
      case 'nothing-varies':
        return why.parts.length < 2
          ? '合计不变时，一个指标不能单独变动；请写出与它相互调剂的指标，或用 --spread。'
          : `在这些范围内，${listed(why.parts, 'zh')}只有一种权重；请放宽范围、减小 --step，或用 --conserve whole。`;
      case 'too-fine':
        return `这些范围共有 ${why.steps} 步，超过能够计数的 ${why.most} 步；请加大 --step。`;
      case 'too-many':
        return `共有 ${why.possible} 种权重，超过逐一评分的上限 ${why.most} 种。请去掉 --enumerate 改为抽样，或加大 --step、收窄范围。`;
      default:
        return why satisfies never;
    }
  },
};

function listed(names: readonly string[], language: Language): string {
  const quote = (name: string) => `“${name}”`;
  const shown = names.slice(0, SHOWN).map(quote);
  const rest = names.length - shown.length;
  if (language === 'zh') return shown.join('、') + (rest > 0 ? `等 ${names.length} 个指标` : '');
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

export const scenarioCliWords: Readonly<Record<Language, ScenarioCliWords>> = { en, zh };
