// One department of the ten indicators, as each kind of contender takes it. The figures are made as whole
// numbers of a step (money in hundredths of 万元, satisfaction in hundredths of a percent); everything else
// is the same figures in another form: text in a department file, or doubles as JSON.parse would give them.

type Form = 'money' | 'count' | 'percent';

/** Every figure: its name in programs, its input in the ruleset (with the place in a list), and its form. */
export const FIGURES = [
  ['budgetInitial', '年初预算', 'money'],
  ['budgetAdjusted', '调整后预算', 'money'],
  ['spent1', '季度累计支出[1]', 'money'],
  ['spent2', '季度累计支出[2]', 'money'],
  ['spent3', '季度累计支出[3]', 'money'],
  ['spent4', '季度累计支出[4]', 'money'],
  ['budget1', '季度预算[1]', 'money'],
  ['budget2', '季度预算[2]', 'money'],
  ['budget3', '季度预算[3]', 'money'],
  ['budget4', '季度预算[4]', 'money'],
  ['procured', '实际采购金额', 'money'],
  ['procurementPlan', '采购计划金额', 'money'],
  ['hospitality', '三公经费支出', 'money'],
  ['hospitalityBudget', '三公经费预算', 'money'],
  ['office', '日常公用经费支出', 'money'],
  ['officeBudget', '日常公用经费预算', 'money'],
  ['assetsInUse', '在用固定资产', 'money'],
  ['assets', '固定资产总额', 'money'],
  ['staff', '在编人数', 'count'],
  ['posts', '核定编制数', 'count'],
  ['contractors', '编外人数', 'count'],
  ['projects', '计划完成项目数', 'count'],
  ['projectsDone', '按时完成项目数', 'count'],
  ['satisfaction', '公众满意度', 'percent'],
] as const satisfies readonly (readonly [string, string, Form])[];

export type Figure = (typeof FIGURES)[number][0];

/** Whole numbers of steps. */
export type Steps = Readonly<Record<Figure, number>>;

/** Doubles: money in 万元, satisfaction as a share of 1. */
export type Doubles = Readonly<Record<Figure, number>>;

/** The ten scores in the order of the ruleset, by their names in programs. */
export const SCORES = [
  'procurement',
  'adjustment',
  'assetUse',
  'staffing',
  'contracting',
  'hospitalityControl',
  'officeControl',
  'execution',
  'timeliness',
  'satisfactionScore',
] as const;

export type ScoreName = (typeof SCORES)[number];

/** Scores as programs by hand and rule engines give them: points as doubles, or whole hundredths. */
export type Scored = Readonly<Record<ScoreName, number>> & {
  readonly total: number;
  readonly grade: string;
};

/** The figures of a department file, as text. */
export function inputsOf(steps: Steps): Record<string, string | string[]> {
  const inputs: Record<string, string | string[]> = {};
  for (const [name, input, form] of FIGURES) {
    const figure = steps[name];
    const text = form === 'count' ? String(figure) : (figure / 100).toFixed(2);
    const written = form === 'percent' ? `${text}%` : text;
    const entry = /^(.+)\[\d\]$/.exec(input)?.[1];
    if (entry === undefined) inputs[input] = written;
    else inputs[entry] = [inputs[entry] ?? [], written].flat();
  }
  return inputs;
}

/** The figures as doubles: one literal, so that all departments have one shape. */
export function doublesOf(steps: Steps): Doubles {
  const money = (figure: number) => Number((figure / 100).toFixed(2));
  return {
    budgetInitial: money(steps.budgetInitial),
    budgetAdjusted: money(steps.budgetAdjusted),
    spent1: money(steps.spent1),
    spent2: money(steps.spent2),
    spent3: money(steps.spent3),
    spent4: money(steps.spent4),
    budget1: money(steps.budget1),
    budget2: money(steps.budget2),
    budget3: money(steps.budget3),
    budget4: money(steps.budget4),
    procured: money(steps.procured),
    procurementPlan: money(steps.procurementPlan),
    hospitality: money(steps.hospitality),
    hospitalityBudget: money(steps.hospitalityBudget),
    office: money(steps.office),
    officeBudget: money(steps.officeBudget),
    assetsInUse: money(steps.assetsInUse),
    assets: money(steps.assets),
    staff: steps.staff,
    posts: steps.posts,
    contractors: steps.contractors,
    projects: steps.projects,
    projectsDone: steps.projectsDone,
    satisfaction: Number((steps.satisfaction / 10_000).toFixed(4)),
  };
}
