// The words of a score sheet and of what stands under it, in both languages.
import type { Language } from '../diagnostics/diagnose.ts';
import type { EvidenceStatus } from '../input/department.ts';

export interface SheetWords {
  /** Column heads: the group levels, then the indicator. */
  readonly level: (level: number, depth: number) => string;
  readonly points: string;
  readonly score: string;
  readonly deducted: string;
  readonly why: string;
  readonly subtotal: string;
  readonly total: string;
  readonly grade: string;
  readonly bonus: string;
  readonly penalty: string;
  readonly notApplicable: string;
  /** The heading over the parts that the department does not have. */
  readonly absent: string;
  readonly year: (year: string) => string;
  readonly basis: string;
  readonly missing: (count: number) => string;
  readonly idle: string;
  readonly ofOther: (input: string, department: string) => string;
  readonly ofAny: (input: string) => string;
  readonly cohortUnknown: string;
  readonly compared: (count: number) => string;
  readonly cohort: string;
  readonly decides: (points: string) => string;
  readonly decidesWithoutLimit: string;
  readonly failedChecks: string;
  readonly openChecks: string;
  readonly difference: (difference: string) => string;
  readonly coverage: string;
  readonly computed: string;
  readonly judged: string;
  readonly assumed: string;
  readonly unknown: string;
  readonly assumptions: string;
  readonly defaulted: string;
  readonly rejected: string;
  readonly options: string;
  readonly changed: string;
  readonly ceilings: string;
  readonly ceiling: (about: string, grade: string, possible: boolean) => string;
  readonly ruleset: string;
  readonly data: string;
  readonly department: string;
  readonly statuses: Readonly<Record<EvidenceStatus, string>>;
  readonly comma: string;
  readonly list: string;
}

const en: SheetWords = {
  level: (level, depth) =>
    level === depth ? 'Indicator' : level === 1 ? 'Area' : level === 2 ? 'Group' : `Level ${level}`,
  points: 'Points',
  score: 'Score',
  deducted: 'Lost',
  why: 'Why',
  subtotal: 'Subtotal',
  total: 'Total',
  grade: 'Grade',
  bonus: 'bonus',
  penalty: 'penalty',
  notApplicable: 'n/a',
  absent: 'Parts that this department does not have',
  year: (year) => year,
  basis: 'Rules',
  missing: (count) =>
    `Missing: ${count} ${count === 1 ? 'input decides' : 'inputs decide'} points that are still open`,
  idle: 'Missing, but decides no points',
  ofOther: (input, department) => `${input} of ${department}`,
  ofAny: (input) => `${input} of the other departments`,
  cohortUnknown:
    'Compares with other departments, and none were given: whatever they may be is allowed for',
  compared: (count) =>
    count === 1 ? 'Compared with one other department' : `Compared with ${count} other departments`,
  cohort: 'compared',
  decides: (points) => `up to ${points}`,
  decidesWithoutLimit: 'without limit',
  failedChecks: 'Checks that fail (they change no score)',
  openChecks: 'Checks that cannot be decided yet',
  difference: (difference) => `${difference} apart`,
  coverage: 'What the points rest on',
  computed: 'computed from figures',
  judged: 'judged',
  assumed: 'assumed',
  unknown: 'missing',
  assumptions: 'Assumptions used',
  defaulted: 'Not given, taken as declared',
  rejected: 'Rejected, so counted as missing',
  options: 'Readings chosen',
  changed: 'for this run',
  ceilings: 'Limits on the grade',
  ceiling: (about, grade, possible) =>
    `${about}: ${possible ? 'may be ' : ''}no better than ${grade}`,
  ruleset: 'ruleset',
  data: 'data',
  department: 'Department',
  statuses: {
    disclosed: 'disclosed',
    verified: 'verified',
    judged: 'judged',
    assumed: 'assumed',
    rejected: 'rejected',
  },
  comma: ', ',
  list: ', ',
};

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

const zh: SheetWords = {
  level: (level) => `${NUMERALS[level] ?? level}级指标`,
  points: '分值',
  score: '得分',
  deducted: '扣分',
  why: '原因',
  subtotal: '小计',
  total: '总分',
  grade: '等级',
  bonus: '加分',
  penalty: '减分',
  notApplicable: '不适用',
  absent: '本单位没有的部分',
  year: (year) => `${year} 年度`,
  basis: '依据',
  missing: (count) => `缺少的数据：${count} 项，下列分值尚不能确定`,
  idle: '缺少但不影响得分的数据',
  ofOther: (input, department) => `${department}的${input}`,
  ofAny: (input) => `其他单位的${input}`,
  cohortUnknown: '需要与其他单位比较，而没有给出其他单位的数据：按其一切可能计算',
  compared: (count) => `与 ${count} 个其他单位比较`,
  cohort: '比较',
  decides: (points) => `最多影响 ${points}`,
  decidesWithoutLimit: '影响没有上限',
  failedChecks: '核对不符（不影响得分）',
  openChecks: '数据不全、尚不能核对',
  difference: (difference) => `相差 ${difference}`,
  coverage: '得分依据',
  computed: '按披露数据计算',
  judged: '评定',
  assumed: '假定',
  unknown: '缺失',
  assumptions: '采用的假定',
  defaulted: '未报送、按规则集默认值',
  rejected: '不予采信、按缺失处理',
  options: '采用的读法',
  changed: '本次另行指定',
  ceilings: '等级限制',
  ceiling: (about, grade, possible) => `${about}：${possible ? '可能' : ''}至多为${grade}`,
  ruleset: '规则集',
  data: '数据',
  department: '部门',
  statuses: {
    disclosed: '已披露',
    verified: '已核实',
    judged: '评定',
    assumed: '假定',
    rejected: '不采信',
  },
  comma: '，',
  list: '、',
};

export const sheetWords: Readonly<Record<Language, SheetWords>> = { en, zh };
