// One department of Futian 2022, as whole numbers of steps: money in hundredths of 万元, percentages in hundredths
// of a percent, awards in hundredths of a point. A department file and the doubles of a program are made from it.

export interface Steps {
  readonly spent1: number;
  readonly spent2: number;
  readonly spent3: number;
  readonly spent4: number;
  readonly budget1: number;
  readonly budget2: number;
  readonly budget3: number;
  readonly budget4: number;
  readonly procured: number;
  readonly procurementPlan: number;
  readonly hospitality: number;
  readonly hospitalityBudget: number;
  readonly office: number;
  readonly officeBudget: number;
  readonly adjustedShare: number;
  readonly assetUse: number;
  readonly satisfaction: number;
  readonly staff: number;
  readonly posts: number;
  readonly contractors: number;
  readonly projects: number;
  readonly projectsDone: number;
  readonly tasksMissed: number;
  readonly budgetFaults: number;
  readonly goalFaults: number;
  readonly budgeting: number;
  readonly goalClarity: number;
  readonly procurementPolicy: number;
  readonly spending: number;
  readonly accounting: number;
  readonly budgetPublished: number;
  readonly accountsPublished: number;
  readonly monitoring: number;
  readonly inspection: number;
  readonly procedure: number;
  readonly assetSafety: number;
  readonly regulations: number;
  readonly benefits: number;
  readonly petitions: number;
  readonly classified: boolean;
  readonly unlawful: boolean;
  readonly noRecords: boolean;
  readonly poorFunds: boolean;
}

/** The same figures as doubles: 万元, shares of 1, points. */
export type Doubles = Steps;

/** The names of checklists, and their entries with points in hundredths. */
export const CHECKLISTS = {
  budgeting: {
    input: '预算编制合理性',
    entries: {
      切合职责与政策: 100,
      资金分配合理: 100,
      专项资金细化合理: 100,
      分类编列准确: 100,
      分配不固化: 100,
    },
  },
  goalClarity: {
    input: '绩效指标明确性',
    entries: {
      细化为具体任务: 200,
      体现履职效益: 200,
      指标值可衡量: 100,
      含量化指标: 100,
      目标值有依据: 100,
    },
  },
  procedure: { input: '项目实施程序', entries: { 设立调整经过报批: 100, 招投标建设验收合规: 100 } },
  assetSafety: {
    input: '资产管理安全性',
    entries: { 配置保管账实相符: 100, 处置规范收入上缴: 100 },
  },
  regulations: {
    input: '管理制度健全性',
    entries: { 制定了财务与内控制度: 50, 制度得到有效执行: 150, 制定了绩效管理制度: 100 },
  },
  petitions: {
    input: '群众信访办理情况',
    entries: { 有渠道和回复机制: 100, 回复率百分之百: 100, 及时回复未超期: 100 },
  },
} as const satisfies Partial<Record<keyof Steps, Checklist>>;

interface Checklist {
  readonly input: string;
  readonly entries: Readonly<Record<string, number>>;
}

const PUBLISHED = new Map([
  [150, '按要求公开'],
  [100, '公开但不合要求'],
  [0, '未公开'],
]);

/** The `inputs` of its department file. */
export function inputsOf(steps: Steps): Record<string, unknown> {
  const money = (figure: number) => (figure / 100).toFixed(2);
  const percent = (figure: number) => `${(figure / 100).toFixed(2)}%`;
  const award = (cents: number) => ({ award: (cents / 100).toFixed(2), reason: '酌情' });
  const published = (cents: number) => ({ choice: PUBLISHED.get(cents), reason: '所见' });
  const checklists = Object.entries(CHECKLISTS).map(([name, checklist]): [string, object] => [
    checklist.input,
    { entries: entriesMet(checklist, steps[name as keyof typeof CHECKLISTS]), reason: '逐项' },
  ]);
  return {
    年初预算: money(steps.budget1),
    调整后预算: money(steps.budget4),
    季度累计支出: [steps.spent1, steps.spent2, steps.spent3, steps.spent4].map(money),
    季度预算: [steps.budget1, steps.budget2, steps.budget3, steps.budget4].map(money),
    剔除后调整调剂率: percent(steps.adjustedShare),
    实际采购金额: money(steps.procured),
    采购计划金额: money(steps.procurementPlan),
    三公经费支出: money(steps.hospitality),
    三公经费预算: money(steps.hospitalityBudget),
    日常公用经费支出: money(steps.office),
    日常公用经费预算: money(steps.officeBudget),
    在编人数: String(steps.staff),
    核定编制数: String(steps.posts),
    编外人数: String(steps.contractors),
    计划完成项目数: String(steps.projects),
    按时完成项目数: String(steps.projectsDone),
    重点工作未完成数: String(steps.tasksMissed),
    预算编制不符数: String(steps.budgetFaults),
    绩效目标不符数: String(steps.goalFaults),
    公众满意度: percent(steps.satisfaction),
    披露的固定资产利用率: percent(steps.assetUse),
    涉密部门: steps.classified,
    违规支出: steps.unlawful,
    监督检查无材料: steps.noRecords,
    专项资金评价为差: steps.poorFunds,
    采购政策落实: award(steps.procurementPolicy),
    资金支出规范性: award(steps.spending),
    会计核算规范性: award(steps.accounting),
    监管机制: award(steps.monitoring),
    主管部门检查: award(steps.inspection),
    '社会效益、经济效益、生态效益及可持续影响等': award(steps.benefits),
    部门预算公开: published(steps.budgetPublished),
    部门决算公开: published(steps.accountsPublished),
    ...Object.fromEntries(checklists),
  };
}

/** Some entries whose points are those awarded. */
function entriesMet({ entries }: Checklist, cents: number): Record<string, boolean> {
  const all = Object.entries(entries);
  for (let chosen = 0; chosen < 2 ** all.length; chosen++) {
    const met = all.map(([name], at) => [name, (chosen >> at) % 2 === 1] as const);
    const sum = all.reduce((before, [, points], at) => before + (met[at]?.[1] ? points : 0), 0);
    if (sum === cents) return Object.fromEntries(met);
  }
  throw new Error(`no entries give ${cents}`);
}

/** The figures as doubles: one literal, so that all departments have one shape. */
export function doublesOf(steps: Steps): Doubles {
  const hundredths = (figure: number) => Number((figure / 100).toFixed(2));
  const share = (figure: number) => Number((figure / 10_000).toFixed(4));
  return {
    spent1: hundredths(steps.spent1),
    spent2: hundredths(steps.spent2),
    spent3: hundredths(steps.spent3),
    spent4: hundredths(steps.spent4),
    budget1: hundredths(steps.budget1),
    budget2: hundredths(steps.budget2),
    budget3: hundredths(steps.budget3),
    budget4: hundredths(steps.budget4),
    procured: hundredths(steps.procured),
    procurementPlan: hundredths(steps.procurementPlan),
    hospitality: hundredths(steps.hospitality),
    hospitalityBudget: hundredths(steps.hospitalityBudget),
    office: hundredths(steps.office),
    officeBudget: hundredths(steps.officeBudget),
    adjustedShare: share(steps.adjustedShare),
    assetUse: share(steps.assetUse),
    satisfaction: share(steps.satisfaction),
    staff: steps.staff,
    posts: steps.posts,
    contractors: steps.contractors,
    projects: steps.projects,
    projectsDone: steps.projectsDone,
    tasksMissed: steps.tasksMissed,
    budgetFaults: steps.budgetFaults,
    goalFaults: steps.goalFaults,
    budgeting: hundredths(steps.budgeting),
    goalClarity: hundredths(steps.goalClarity),
    procurementPolicy: hundredths(steps.procurementPolicy),
    spending: hundredths(steps.spending),
    accounting: hundredths(steps.accounting),
    budgetPublished: hundredths(steps.budgetPublished),
    accountsPublished: hundredths(steps.accountsPublished),
    monitoring: hundredths(steps.monitoring),
    inspection: hundredths(steps.inspection),
    procedure: hundredths(steps.procedure),
    assetSafety: hundredths(steps.assetSafety),
    regulations: hundredths(steps.regulations),
    benefits: hundredths(steps.benefits),
    petitions: hundredths(steps.petitions),
    classified: steps.classified,
    unlawful: steps.unlawful,
    noRecords: steps.noRecords,
    poorFunds: steps.poorFunds,
  };
}
