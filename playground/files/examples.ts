// The shipped rulesets as examples, from easy to hard, each with a title and a sentence in both languages
// and the departments that belong to it. Texts come in as data, so that nothing here reads files.
import type { DepartmentFile } from '../protocol.ts';
import { fictionalBeside } from './fictional-departments.ts';
import { STREET, STREET_DEPARTMENTS } from './street-example.ts';

export interface Words {
  readonly en: string;
  readonly zh: string;
}

export interface Example {
  /** For links and settings; never changes. */
  readonly id: string;
  readonly level: 'start' | 'rules' | 'real' | 'compared' | 'special';
  readonly title: Words;
  readonly about: Words;
  /** The ruleset file that is opened. */
  readonly open: string;
  readonly departments: readonly DepartmentFile[];
}

interface Entry {
  readonly id: string;
  readonly level: Example['level'];
  readonly open: string;
  readonly title: readonly [en: string, zh: string];
  readonly about: readonly [en: string, zh: string];
  /** What benefits are worth, where fictional departments stand beside the real one. */
  readonly benefitPoints?: number;
}

const ENTRIES: readonly Entry[] = [
  {
    id: 'street',
    level: 'start',
    open: STREET.path,
    title: ['First steps: a street office', '入门：街道办事处'],
    about: [
      'Three indicators, 10 points: a share, deductions, a table. Change a number and watch.',
      '三个指标共 10 分：按比例、扣分、分档。改一个数，看得分怎样变。',
    ],
  },
  {
    id: 'deductions',
    level: 'rules',
    open: 'gallery/deductions.chi',
    title: ['Deductions', '扣分'],
    about: [
      'Steps, different rates above and below, a cliff, and scores below 0.',
      '按步扣、高低不同率、断崖、倒扣。',
    ],
  },
  {
    id: 'targets',
    level: 'rules',
    open: 'gallery/targets.chi',
    title: ['Targets', '目标完成'],
    about: [
      'Forward and reverse targets, nothing planned and yet done, a target that was too low.',
      '正向与反向目标、无计划而完成、目标定得偏低。',
    ],
  },
  {
    id: 'years',
    level: 'rules',
    open: 'gallery/years.chi',
    title: ['Year on year', '年度比较'],
    about: [
      'Growth from zero or from a loss, two quarters of four, one department with an unknown figure.',
      '基数为零或为负的增长、四个季度中有两个；有一个部门缺数据。',
    ],
  },
  {
    id: 'bonus',
    level: 'rules',
    open: 'gallery/bonus.chi',
    title: ['Bonus and penalty', '加分与减分'],
    about: [
      'A base of 120 brought to 100, bonus and penalty with limits of their own.',
      '基本分 120 折成百分制，加分减分各有上限。',
    ],
  },
  {
    id: 'vetoes',
    level: 'rules',
    open: 'gallery/vetoes.chi',
    title: ['Vetoes', '一票否决'],
    about: [
      'What strikes an item, a group or the total, and what only lowers the grade.',
      '否决一项、一组或总分，以及只降等级的情形。',
    ],
  },
  {
    id: 'choice',
    level: 'rules',
    open: 'gallery/choice.chi',
    title: ['Choice', '自选指标'],
    about: [
      'Departments choose their indicators; exactly one of several tasks counts.',
      '部门自选指标，几项任务中只取一项。',
    ],
  },
  {
    id: 'money',
    level: 'rules',
    open: 'gallery/money.chi',
    title: ['From score to money', '按得分拨付'],
    about: [
      'How much is paid depends on the total; the grade has conditions.',
      '拨付比例随总分而定，等级另有条件。',
    ],
  },
  {
    id: 'thresholds',
    level: 'rules',
    open: 'gallery/structure-thresholds.chi',
    title: ['Thresholds of one’s own', '因单位而异的标准'],
    about: [
      'Limits that follow from a department’s own people, posts, vehicles and counters.',
      '按单位自己的人员、编制、车辆、窗口定标准。',
    ],
  },
  {
    id: 'category',
    level: 'rules',
    open: 'gallery/structure-category.chi',
    title: ['Street offices and bureaus', '街道与职能局'],
    about: [
      'Two kinds of departments with indicators and weights of their own under one total.',
      '两类单位各有指标和权重，同一个总分。',
    ],
  },
  {
    id: 'futian-2022',
    benefitPoints: 25,
    level: 'real',
    open: 'futian/2022.chi',
    title: ['Futian 2022', '福田区 2022'],
    about: [
      'A real framework: 21 indicators, 100 points; a department as it published itself, beside six made up.',
      '真实的指标体系：21 个指标、100 分；一个部门公布的数据，另有六个虚构单位。',
    ],
  },
  {
    id: 'longhua-2021',
    benefitPoints: 20,
    level: 'real',
    open: 'longhua/2021.chi',
    title: ['Longhua 2021', '龙华区 2021'],
    about: [
      'The same framework with other weights; compare it with Futian.',
      '同一体系、不同权重；可与福田区比较。',
    ],
  },
  {
    id: 'nanshan-2023',
    benefitPoints: 25,
    level: 'real',
    open: 'nanshan/2023.chi',
    title: ['Nanshan 2023', '南山区 2023'],
    about: [
      'Published scores that the rules do not give: look at the audit.',
      '公布的得分与规则不符：请看核对。',
    ],
  },
  {
    id: 'futian-2020',
    level: 'real',
    open: 'futian/2020.chi',
    title: ['Futian 2020', '福田区 2020'],
    about: [
      'A report without a table of scores: much is missing, and the scores are ranges.',
      '没有评分表的报告：缺的数据多，得分是区间。',
    ],
  },
  {
    id: 'shenzhen',
    level: 'real',
    open: 'shenzhen/common.chi',
    title: ['The framework they share', '共性指标体系'],
    about: ['What the districts of Shenzhen amend.', '深圳各区在此基础上修订。'],
  },
  {
    id: 'cohort-departments',
    level: 'compared',
    open: 'gallery/cohort-departments.chi',
    title: ['Places among departments', '单位之间排名'],
    about: [
      'Places within a category, the mean of one’s peers, a bonus for the best fifth.',
      '同类排名、同类平均、前五分之一加分。',
    ],
  },
  {
    id: 'cohort-procurement',
    level: 'compared',
    open: 'gallery/cohort-procurement.chi',
    title: ['Bids', '评标'],
    about: [
      'The lowest price, a mean without the extremes, invalid offers left out.',
      '最低价、去掉极端值的平均价、废标不计。',
    ],
  },
  {
    id: 'cohort-two-passes',
    level: 'compared',
    open: 'gallery/cohort-two-passes.chi',
    title: ['A quota for the best grade', '优等名额'],
    about: [
      'First the totals, then their places: at most 20 % may be the best.',
      '先算总分再排名：优等不超过 20%。',
    ],
  },
  {
    id: 'levels',
    level: 'special',
    open: 'gallery/aggregation-levels.chi',
    title: ['Scores put together', '得分的合成'],
    about: [
      'Weights that departments give, the weakest link, a floor for every category.',
      '部门申报权重、取最弱环节、各类有下限。',
    ],
  },
  {
    id: 'letters',
    level: 'special',
    open: 'gallery/aggregation-letters.chi',
    title: ['Letters without points', '只评等第'],
    about: ['The weakest dimension decides; there is no total.', '由最弱的维度决定，没有总分。'],
  },
  {
    id: 'efficacy',
    level: 'special',
    open: 'gallery/aggregation-efficacy.chi',
    title: ['The efficacy method', '功效系数法'],
    about: [
      'Straight lines between standard values by industry.',
      '在各行业标准值之间按直线计分。',
    ],
  },
  {
    id: 'geometric',
    level: 'special',
    open: 'gallery/aggregation-geometric.chi',
    title: ['Geometric means', '几何平均'],
    about: ['Roots that no fraction equals, decided exactly.', '开方得无理数，仍然精确判定。'],
  },
];

/** The examples in their order; those whose ruleset is not among the texts are left out. */
export function examplesFrom(texts: ReadonlyMap<string, string>): Example[] {
  const all = new Map([...texts, [STREET.path, STREET.text]]);
  return ENTRIES.filter(({ open }) => all.has(open)).map((entry) => {
    const { id, level, open, title, about, benefitPoints } = entry;
    const own = id === 'street' ? STREET_DEPARTMENTS : departmentsOf(open, texts);
    const fictional = own
      .slice(0, benefitPoints === undefined ? 0 : 1)
      .flatMap((real) => fictionalBeside(real, benefitPoints ?? 0));
    return {
      id,
      level,
      open,
      title: { en: title[0], zh: title[1] },
      about: { en: about[0], zh: about[1] },
      departments: [...own, ...fictional],
    };
  });
}

/** Every ruleset that ships, the first example among them, by path. */
export function rulesetsFrom(texts: ReadonlyMap<string, string>): Record<string, string> {
  const rulesets = [...texts].filter(([path]) => path.endsWith('.chi'));
  return Object.fromEntries([[STREET.path, STREET.text], ...rulesets]);
}

// `gallery/bonus.chi` has `gallery/departments/bonus-jia.json`, `futian/2022.chi` its own year.
function departmentsOf(open: string, texts: ReadonlyMap<string, string>): DepartmentFile[] {
  const slash = open.lastIndexOf('/');
  const name = open.slice(slash + 1).replace(/\.chi$/, '');
  const prefix = `${open.slice(0, slash)}/departments/${name}-`;
  return [...texts]
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, text]) => ({ path, text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
