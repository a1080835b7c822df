// What the commands about changes say on the command line, in both languages.

/** Words of `whatif` and `sensitivity`. */
export interface ChangeWords {
  readonly option: Readonly<
    Record<
      'reach' | 'total' | 'full' | 'score' | 'keep' | 'only' | 'cost' | 'readings' | 'without',
      string
    >
  >;
  readonly note: string;
  readonly oneGoal: string;
  readonly notScored: string;
  readonly oneDepartment: (names: readonly string[]) => string;
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
    readings: 'choose a reading for this run (NAME=VALUE; may be repeated)',
    without: 'leave out evidence: assumed, judged, disclosed, verified (comma-separated)',
  },
  note: 'One goal: --reach, --total, --full or --score. Entries of a list are inputs, too: 季度支出[4].\nExit code 1: the goal cannot be reached, or nothing was found that reaches it.',
  oneGoal:
    'say what to reach with one of --reach GRADE, --total POINTS, --full INDICATOR, --score INDICATOR=POINTS.',
  notScored: 'the ruleset gives outputs and no total, so there is nothing to reach.',
  oneDepartment: (names) =>
    `the file has several departments; choose one with --department: ${names.join(', ')}.`,
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
    readings: '本次采用的读法（名称=值，可重复）',
    without: '不计入哪些依据：assumed 假定、judged 评定、disclosed 披露、verified 核实（逗号分隔）',
  },
  note: '目标只写一个：--reach、--total、--full 或 --score。列表的条目也算数据：季度支出[4]。\n退出码 1：目标达不到，或没有找到能达到的改法。',
  oneGoal: '请用 --reach 等级、--total 分数、--full 指标、--score 指标=分数 之一写明目标。',
  notScored: '规则集只有输出、没有总分，没有可以达到的目标。',
  oneDepartment: (names) => `文件里有几个部门，请用 --department 选一个：${names.join('、')}。`,
  pointsExpected: (option, text) => `${option} 后面要写分数，如 95、92.5，不能是“${text}”。`,
  pairExpected: (option, text) => `${option} 要写成 名称=分数，不能是“${text}”。`,
  unknownGrade: (name) => `规则集里没有等级“${name}”。`,
  noGrades: '规则集不评等级，请用 --total。',
  unknownInput: (name) => `部门数据里没有可以改动的“${name}”。`,
  unknownPart: (name) => `规则集里没有指标、得分项或分组“${name}”。`,
  priceExpected: (text) => `--cost 要写成 名称=单价，单价不小于 0，不能是“${text}”。`,
};

export const changeWords = { en, zh };
