// Messages about parts that exist only for some departments: conditions under which points do not add
// up, alternatives that no department has, pools, and the choices that departments make from them.
import type { Under } from './coverage-facts.ts';
import { underWords } from './coverage-facts.ts';
import type { Words } from './message.ts';
import { error, warning } from './message.ts';

/** A case in which the parts that exist do not add up. */
export interface CaseFact {
  /** What holds in the case: `类别 = 街道`; empty where it is every case. */
  readonly holds: readonly Words[];
  readonly sum: string;
}

export interface Cases extends Under {
  /** Empty for the total. */
  readonly path: string;
  readonly declared: string;
  readonly cases: readonly CaseFact[];
  /** How many more cases there are. */
  readonly more: number;
}

/** A department's choice from a pool that cannot stand. */
export interface ChoiceFault {
  readonly name: string;
  readonly points: string;
  readonly fault:
    | { readonly kind: 'twice'; readonly part: string }
    | { readonly kind: 'nothing' }
    /** What is chosen adds up to something else. */
    | { readonly kind: 'sum'; readonly sum: string };
}

/** Found when the tree of points is built. */
export const choiceCheckingMessages = {
  'pool-part-conditional': error<{ name: string; pool: string }>(
    ({ name, pool }) =>
      `“${name}” can be chosen from “${pool}”, so it exists where it is chosen and cannot have a condition of its own; put the condition on a pool that holds such parts only.`,
    ({ name, pool }) =>
      `“${name}”由单位从“${pool}”中自选，选了才有，不能再写“仅当”；请把这类指标放进单独的自选分组，条件写在分组上。`,
  ),
  'pool-never-adds-up': warning<{ name: string; points: string; parts: readonly string[] }>(
    ({ name, points, parts }) =>
      `No choice from “${name}” adds up to its ${points} points (the parts have ${parts.join(', ')}), so no department's file can be right; change the points, or write \`chosen by department redistribute\`.`,
    ({ name, points, parts }) =>
      `从“${name}”中无论怎样选都凑不成 ${points} 分（各部分为 ${parts.join('、')} 分），任何单位都无法填报；请调整分值，或写“由单位自选 按比例折算”。`,
  ),
  'pool-part-never-fits': warning<{ name: string; own: string; pool: string; points: string }>(
    ({ name, own, pool, points }) =>
      `“${name}” with its ${own} points is in no choice that adds up to the ${points} points of “${pool}”, so nobody can choose it; change its points.`,
    ({ name, own, pool, points }) =>
      `“${name}”${own} 分，任何凑成“${pool}”${points} 分的选法都不含它，没有单位能选；请调整分值。`,
  ),
};

/** Found by proving over all departments. */
export const choiceCoverageMessages = {
  'points-not-conserved-in-case': error<Cases>(
    (facts) => {
      const { path, declared } = facts;
      const whole = path === '' ? 'The ruleset' : `“${path}”`;
      const cases = facts.cases.map(
        (one) => `${caseWords(one).en}: parts add up to ${one.sum} instead of ${declared}`,
      );
      const more = facts.more === 0 ? '' : `; and so in ${facts.more} more cases`;
      return `${whole} does not have ${declared} points for every department. ${cases.join('; ')}${more}. Give each case parts that add up, or let the conditions cover every case once.${underWords(facts).en}`;
    },
    (facts) => {
      const { path, declared } = facts;
      const whole = path === '' ? '总分' : `“${path}”`;
      const cases = facts.cases.map(
        (one) => `${caseWords(one).zh}：各部分合计 ${one.sum} 分，应为 ${declared} 分`,
      );
      const more = facts.more === 0 ? '' : `；另有 ${facts.more} 种情形也不合计`;
      return `${whole}并非对每个单位都是 ${declared} 分。${cases.join('；')}${more}；请让每种情形的分值合计相符，或让各条件不重不漏${underWords(facts).zh}。`;
    },
  ),
  'points-cases-too-many': error<{ path: string; most: string }>(
    ({ path, most }) =>
      `The conditions on the parts of ${path === '' ? 'the ruleset' : `“${path}”`} combine to more than ${most} cases, too many to show that the points add up in each; divide the parts into groups with points of their own, or condition them on one enumeration.`,
    ({ path, most }) =>
      `${path === '' ? '规则集' : `“${path}”`}各部分的条件组合超过 ${most} 种情形，无法逐一证明分值合计相符；请分成有各自分值的分组，或统一以一个“选自”的输入为条件。`,
  ),
  'part-never-decides': warning<{ name: string; rival: string; takes: 'max' | 'min' } & Under>(
    ({ name, rival, takes, under }) =>
      `“${name}” can never be the part that decides: “${rival}” always scores at least as ${takes === 'max' ? 'high' : 'low'}, so what “${name}” scores changes nothing. Correct the points or the rule of one of them, or remove “${name}”.${underWords({ under }).en}`,
    ({ name, rival, takes, under }) =>
      `“${name}”永远不会被取用：“${rival}”的得分总是不${takes === 'max' ? '低' : '高'}于它，“${name}”得多少分都不起作用。请改正两者之一的分值或规则，或删去“${name}”。${underWords({ under }).zh}`,
  ),
  'part-never-exists': error<{ name: string } & Under>(
    (facts) =>
      `“${facts.name}” exists for no department: its condition can never hold where it stands, for the inputs as declared. Correct the condition, or remove the part.${underWords(facts).en}`,
    (facts) =>
      `“${facts.name}”对任何单位都不存在：按输入的声明和它所在的分组，条件永远不成立；请改正条件，或删去这一部分${underWords(facts).zh}。`,
  ),
  'award-outside-points': error<
    { name: string; points: string; low: string; high: string } & Under
  >(
    (facts) =>
      `While “${facts.name}” does not apply it would be awarded ${facts.low} to ${facts.high}, which cannot be shown to lie between 0 and its ${facts.points} points; give it \`at most …\` or \`at least …\`, or narrow the inputs.${underWords(facts).en}`,
    (facts) =>
      `“${facts.name}”不适用时按 ${facts.low} 至 ${facts.high} 计，无法证明在 0 至 ${facts.points} 分之间；请写“至多 …”或“至少 …”，或缩小输入的范围${underWords(facts).zh}。`,
  ),
};

/** Found in what a department's file, or an example, chooses from a pool. */
export const choiceDepartmentMessages = {
  'choice-not-admissible': error<ChoiceFault>(
    ({ name, points, fault }) => {
      switch (fault.kind) {
        case 'twice':
          return `“${fault.part}” is chosen twice for “${name}”; name each part once.`;
        case 'nothing':
          return `Nothing that has points is chosen for “${name}”; choose at least one part, or write null while the choice is not known.`;
        case 'sum':
          return `What is chosen for “${name}” adds up to ${fault.sum} points, but it must be ${points}; choose parts that add up to ${points}.`;
      }
    },
    ({ name, points, fault }) => {
      switch (fault.kind) {
        case 'twice':
          return `“${name}”中“${fault.part}”选了两次；每项只写一次。`;
        case 'nothing':
          return `“${name}”没有选任何有分值的项；请至少选一项，尚不知道则写 null。`;
        case 'sum':
          return `“${name}”所选各项合计 ${fault.sum} 分，应为 ${points} 分；请选合计 ${points} 分的各项。`;
      }
    },
  ),
};

function caseWords({ holds }: CaseFact): Words {
  if (holds.length === 0) return { en: 'In every case', zh: '任何情形' };
  return {
    en: holds.map(({ en }) => en).join(', '),
    zh: holds.map(({ zh }) => zh).join('，'),
  };
}
