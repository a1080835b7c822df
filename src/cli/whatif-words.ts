// What the commands about changes say on the command line, in both languages.

/** Words of `whatif` and `sensitivity`. */
export interface ChangeWords {
  readonly option: Readonly<
    Record<'reach' | 'total' | 'full' | 'score' | 'keep' | 'only' | 'cost' | 'by' | 'all', string>
  >;
  readonly note: string;
  /** What a progress bar says is being done. */
  readonly trying: string;
  readonly oneGoal: string;
  readonly notScored: string;
  readonly sensitivityNote: string;
  readonly shareExpected: (text: string) => string;
  readonly pointsExpected: (option: string, text: string) => string;
  readonly pairExpected: (option: string, text: string) => string;
  readonly unknownGrade: (name: string) => string;
  readonly noGrades: string;
  readonly unknownInput: (name: string) => string;
  readonly unknownPart: (name: string) => string;
  readonly priceExpected: (text: string) => string;
}

const en: ChangeWords = {
  option: {
    reach: 'the grade to reach, or a better one',
    total: 'the total to reach',
    full: 'full points for this indicator, item or group',
    score: 'so many points for this indicator, item or group (NAME=POINTS)',
    keep: 'an input that stays as it is (may be repeated)',
    only: 'change only this input (may be repeated)',
    cost: 'a price for each unit of an input’s change (NAME=PRICE; may be repeated)',
    by: 'vary figures by this share of what they are (10% without it), or over their declared range',
    all: 'show every row of long tables',
  },
  note: 'One goal: --reach, --total, --full or --score. Entries of a list are inputs, too: 季度支出[4].\nExit code 1: the goal cannot be reached, or nothing was found that reaches it.',
  trying: 'trying changes',
  oneGoal:
    'say what to reach with one of --reach GRADE, --total POINTS, --full INDICATOR, --score INDICATOR=POINTS.',
  notScored: 'the ruleset gives outputs and no total, so there is nothing to reach.',
  sensitivityNote:
    'A jump is where the score of an indicator changes at once; nothing nearer changes it.',
  shareExpected: (text) => `--by needs a percentage such as 5%, or range, not “${text}”.`,
  pointsExpected: (option, text) => `${option} needs points such as 95 or 92.5, not “${text}”.`,
  pairExpected: (option, text) => `${option} needs NAME=POINTS, not “${text}”.`,
  unknownGrade: (name) => `the ruleset has no grade “${name}”.`,
  noGrades: 'the ruleset awards no grades; use --total.',
  unknownInput: (name) => `the department’s data have no input “${name}” that could be changed.`,
  unknownPart: (name) => `the ruleset has no indicator, item or group “${name}”.`,
  priceExpected: (text) => `--cost needs NAME=PRICE with a price of at least 0, not “${text}”.`,
};

const zh: ChangeWords = {
  option: {
    reach: '要达到的等级（或更好）',
    total: '要达到的总分',
    full: '这个指标、得分项或分组得满分',
    score: '这个指标、得分项或分组要得的分（名称=分数）',
    keep: '不改的数据（可重复）',
    only: '只改这项数据（可重复）',
    cost: '数据每改动一个单位的代价（名称=单价，可重复）',
    by: '数值上下变动现值的多少（不写则 10%），range 表示申报范围',
    all: '长表全部列出',
  },
  note: '目标只写一个：--reach、--total、--full 或 --score。列表的条目也算数据：季度支出[4]。\n退出码 1：目标达不到，或没有找到能达到的改法。',
  trying: '逐项试算',
  oneGoal: '请用 --reach 等级、--total 分数、--full 指标、--score 指标=分数 之一写明目标。',
  notScored: '规则集只有输出、没有总分，没有可以达到的目标。',
  sensitivityNote: '跳变是指标得分一下子改变的地方；比它更近的值都不改变得分。',
  shareExpected: (text) => `--by 后面要写百分比（如 5%）或 range，不能是“${text}”。`,
  pointsExpected: (option, text) => `${option} 后面要写分数，如 95、92.5，不能是“${text}”。`,
  pairExpected: (option, text) => `${option} 要写成 名称=分数，不能是“${text}”。`,
  unknownGrade: (name) => `规则集里没有等级“${name}”。`,
  noGrades: '规则集不评等级，请用 --total。',
  unknownInput: (name) => `部门数据里没有可以改动的“${name}”。`,
  unknownPart: (name) => `规则集里没有指标、得分项或分组“${name}”。`,
  priceExpected: (text) => `--cost 要写成 名称=单价，单价不小于 0，不能是“${text}”。`,
};

export const changeWords = { en, zh };
