// The one table of keywords: every word the language reserves, in English and in Chinese, and what
// it is for. Tokens, highlighting, the formatter and "did you mean" all read it. The first spelling
// of a language is the one the formatter writes.

/** What a keyword does in a sentence; highlighting and error recovery go by it. */
export type KeywordRole =
  /** Begins a statement: `indicator`, `remove`. */
  | 'statement'
  /** Stands before a statement's keyword: `locked`, `bonus`. */
  | 'modifier'
  /** Joins the parts of a statement: `at least`, `per`, `gives`. */
  | 'clause'
  /** Names a type: `money in`, `date`. */
  | 'type'
  /** Joins or begins expressions: `and`, `if`, `sum of`. */
  | 'operator'
  /** Is a value: `yes`, `full points`. */
  | 'value';

export interface Keyword {
  readonly role: KeywordRole;
  readonly en: readonly [string, ...string[]];
  readonly zh: readonly [string, ...string[]];
  /** Never a name, not even where only a name can stand; other keywords may be. */
  readonly hard: boolean;
  /** The Chinese spellings may be followed by a digit without a space: `每1%`. */
  readonly digitMayFollow: boolean;
}

type Flag = 'hard' | 'digit';

function keyword(role: KeywordRole, en: string, zh: string, ...flags: Flag[]): Keyword {
  const spellings = (list: string) => list.split(', ') as [string, ...string[]];
  return {
    role,
    en: spellings(en),
    zh: spellings(zh),
    hard: flags.includes('hard'),
    digitMayFollow: flags.includes('digit'),
  };
}

/** All keywords by id. */
export const keywords = {
  Ruleset: keyword('statement', 'ruleset', '规则集'),
  For: keyword('clause', 'for', '适用'),
  Amends: keyword('clause', 'amends', '修订自'),
  About: keyword('statement', 'about', '说明'),
  Source: keyword('statement', 'source', '来源'),
  Section: keyword('clause', 'section', '章节'),
  Total: keyword('statement', 'total', '总分'),
  ItemsRounded: keyword('statement', 'items rounded to', '得分项保留到', 'digit'),
  ScoresRounded: keyword('statement', 'scores rounded to', '得分保留到', 'digit'),
  GroupsRounded: keyword('statement', 'groups rounded to', '分组保留到', 'digit'),
  TotalRounded: keyword('statement', 'total rounded to', '总分保留到', 'digit'),
  RoundedTo: keyword('clause', 'rounded to', '保留到', 'digit'),
  HalfUp: keyword('clause', 'half up', '四舍五入'),
  HalfEven: keyword('clause', 'half even', '四舍六入五成双'),
  Up: keyword('clause', 'up', '进一'),
  Down: keyword('clause', 'down', '舍去'),
  Grades: keyword('statement', 'grades', '等级'),
  Option: keyword('statement', 'option', '选项'),
  Type: keyword('statement', 'type', '类型'),
  Input: keyword('statement', 'input', '输入'),
  Let: keyword('statement', 'let', '定义'),
  Locked: keyword('modifier', 'locked', '锁定'),
  Open: keyword('modifier', 'open', '待定'),

  Group: keyword('statement', 'group', '分组'),
  Bonus: keyword('modifier', 'bonus', '加分'),
  Penalty: keyword('modifier', 'penalty', '减分'),
  Indicator: keyword('statement', 'indicator', '指标'),
  Item: keyword('statement', 'item', '得分项'),
  Points: keyword('statement', 'points, point', '分, 分值'),
  Score: keyword('statement', 'score', '得分'),
  Deduct: keyword('statement', 'deduct', '扣', 'digit'),
  Per: keyword('clause', 'per', '每', 'digit'),
  Of: keyword('clause', 'of', '的', 'hard'),
  Prorated: keyword('clause', 'prorated', '按比例'),
  PerFullStep: keyword('clause', 'per full step', '按满步'),
  PerStartedStep: keyword('clause', 'per started step', '不足一步按一步'),
  Judged: keyword('statement', 'judged', '评定'),
  Checklist: keyword('statement', 'checklist', '清单'),
  Veto: keyword('statement', 'veto', '一票否决'),
  GradeAtMost: keyword('clause', 'grade at most', '等级至多'),
  Exempt: keyword('statement', 'exempt', '免评'),
  NotApplicable: keyword('statement', 'not applicable', '不适用'),
  WithinGroup: keyword('clause', 'redistribute within group', '组内分摊'),
  OverAll: keyword('clause', 'redistribute over all', '全体分摊'),
  InFull: keyword('clause', 'award in full', '按满分计'),
  Check: keyword('statement', 'check', '核对'),
  Within: keyword('clause', 'within', '误差', 'digit'),
  Example: keyword('statement', 'example', '示例'),
  Gives: keyword('clause', 'gives', '应得', 'digit'),
  // Monotonicity.
  NotMonotone: keyword('statement', 'not monotone', '不单调'),
  // Parts that exist for some departments.
  AppliesWhen: keyword('statement', 'applies when', '仅当'),
  ChosenByDepartment: keyword('statement', 'chosen by department', '由单位自选'),
  Redistribute: keyword('clause', 'redistribute', '按比例折算'),
  Award: keyword('clause', 'award', '按', 'digit'),
  Instead: keyword('clause', 'instead', '计'),

  Set: keyword('statement', 'set', '设置'),
  Replace: keyword('statement', 'replace', '替换'),
  Remove: keyword('statement', 'remove', '移除'),
  Add: keyword('statement', 'add', '增加'),
  After: keyword('clause', 'after', '后于'),
  Before: keyword('clause', 'before', '先于'),
  Rename: keyword('statement', 'rename', '改名'),
  Order: keyword('statement', 'order', '排序'),
  Cite: keyword('statement', 'cite', '引自'),

  From: keyword('clause', 'from', '自', 'digit'),
  To: keyword('clause', 'to', '到', 'digit'),
  Above: keyword('clause', 'above', '高于, 超过', 'digit'),
  Below: keyword('clause', 'below', '低于', 'digit'),
  AtLeast: keyword('clause', 'at least', '至少, 不低于', 'digit'),
  AtMost: keyword('clause', 'at most', '至多, 封顶, 不超过', 'digit'),
  Uncapped: keyword('clause', 'uncapped', '不封顶'),

  // Rules over several departments, and what is left out of an aggregate.
  WithoutHighest: keyword('clause', 'without highest', '去最高', 'digit'),
  WithoutLowest: keyword('clause', 'without lowest', '去最低', 'digit'),
  At: keyword('clause', 'at', '处于', 'digit'),
  Interpolated: keyword('clause', 'interpolated', '按插值'),
  Nearest: keyword('clause', 'nearest', '按位次'),
  HighestFirst: keyword('clause', 'highest first', '从高到低'),
  LowestFirst: keyword('clause', 'lowest first', '从低到高'),
  TiesBest: keyword('clause', 'ties share best rank', '并列取前'),
  TiesWorst: keyword('clause', 'ties share worst rank', '并列取后'),
  TiesAverage: keyword('clause', 'ties share average rank', '并列取平均'),
  TiesDense: keyword('clause', 'ties without gaps', '并列不跳位'),

  YesOrNo: keyword('type', 'yes or no', '是或否'),
  MoneyIn: keyword('type', 'money in', '金额'),
  CountOf: keyword('type', 'count of', '计数'),
  NumberIn: keyword('type', 'number in', '数值'),
  Number: keyword('type', 'number', '数'),
  Integer: keyword('type', 'integer', '整数'),
  Percent: keyword('type', 'percent', '百分比'),
  Date: keyword('type', 'date', '日期'),
  TextType: keyword('type', 'text', '文本'),
  Target: keyword('type', 'target', '目标值'),
  Actual: keyword('type', 'actual', '实际值'),
  OneOf: keyword('type', 'one of', '选自'),
  ListOf: keyword('type', 'list of', '列表', 'digit'),

  When: keyword('clause', 'when', '当', 'hard'),
  Otherwise: keyword('clause', 'otherwise', '其余', 'hard'),
  OtherwiseWhen: keyword('clause', 'otherwise when', '其余当', 'hard'),
  TiersOf: keyword('clause', 'tiers of', '分档'),
  And: keyword('operator', 'and', '且', 'hard'),
  Or: keyword('operator', 'or', '或', 'hard'),
  Not: keyword('operator', 'not', '非', 'hard'),
  In: keyword('operator', 'in', '属于'),
  If: keyword('operator', 'if', '若', 'hard'),
  Then: keyword('operator', 'then', '则', 'hard'),
  Else: keyword('operator', 'else', '否则', 'hard'),
  SumOf: keyword('operator', 'sum of', '求和'),
  MeanOf: keyword('operator', 'mean of', '平均'),
  MinOf: keyword('operator', 'min of', '最小'),
  MaxOf: keyword('operator', 'max of', '最大'),
  AllOf: keyword('operator', 'all of', '全部'),
  AnyOf: keyword('operator', 'any of', '任一'),
  Over: keyword('operator', 'over', '于', 'hard'),
  Where: keyword('operator', 'where', '其中', 'hard'),
  Yes: keyword('value', 'yes', '是', 'hard'),
  No: keyword('value', 'no', '否', 'hard'),
  FullPoints: keyword('value', 'full points', '满分'),
  Each: keyword('value', 'each', '每项'),

  // Curves.
  InterpolateOf: keyword('clause', 'interpolate of', '插值'),
  // Rules over several departments, and aggregates that need the order of the figures.
  MedianOf: keyword('operator', 'median of', '中位数'),
  ProductOf: keyword('operator', 'product of', '连乘'),
  VarianceOf: keyword('operator', 'variance of', '方差'),
  QuantileOf: keyword('operator', 'quantile of', '分位数'),
  RankOf: keyword('operator', 'rank of', '名次'),
  Own: keyword('operator', 'own', '本单位'),
  Cohort: keyword('value', 'cohort', '全体单位'),
  Others: keyword('value', 'others', '其他单位'),
} as const;

/** The name of a keyword, the same in both languages. */
export type KeywordId = keyof typeof keywords;

/** The table as pairs, in the order it is written. */
export const keywordEntries = Object.entries(keywords) as readonly (readonly [
  KeywordId,
  Keyword,
])[];
