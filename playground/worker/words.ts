// What the worker itself says to the page, in both languages. Everything about rulesets, data and scores
// is worded by the library.
import type { Language } from '../../src/diagnostics/diagnose.ts';

export interface WorkerWords {
  readonly noFile: (path: string) => string;
  readonly openTerms: (names: readonly string[]) => string;
  readonly exampleDiffers: (name: string, stated: string, actual: string) => string;
  readonly broken: string;
  readonly cohortIncomplete: string;
  readonly departmentTwice: (name: string) => string;
  readonly noDepartment: string;
  readonly unreadable: (path: string) => string;
  readonly notJson: (path: string) => string;
  readonly notPoints: (text: string) => string;
  readonly tooLittle: (points: string) => string;
  readonly noPart: (name: string) => string;
  readonly baselineSaved: string;
  readonly baselineParent: (name: string) => string;
  readonly from: (bound: string) => string;
  readonly above: (bound: string) => string;
  readonly full: string;
  readonly total: string;
  readonly more: (count: number) => string;
}

const en: WorkerWords = {
  noFile: (path) => `There is no file ${path}; choose one in the list of files.`,
  exampleDiffers: (name, stated, actual) =>
    `The example of “${name}” says ${stated}, and the rules give ${actual}. Correct the rule; or, if the change is meant, the example.`,
  openTerms: (names) =>
    `Nothing can be scored by this ruleset yet: it leaves ${names.join(', ')} open. Choose a ruleset that amends it, or supply ${names.length === 1 ? 'it' : 'them'} with “set”.`,
  broken: 'The ruleset has errors; see the list of problems.',
  cohortIncomplete:
    'The ruleset compares departments, so none is scored while the data of one cannot be read.',
  departmentTwice: (name) =>
    `“${name}” is given twice; departments that are compared need names of their own.`,
  noDepartment: 'There is no such department; choose one in the table of departments.',
  unreadable: (path) =>
    `${path} cannot be read; mend it as text first, the list of problems says where.`,
  notJson: (path) => `${path} is YAML; a form can change JSON files only. Change it as text.`,
  notPoints: (text) => `“${text}” is no number of points; write digits such as 8 or 2.5.`,
  tooLittle: (points) =>
    `The parts that give way have ${points} points in all, which is less than what is taken; let more parts give way or take less.`,
  noPart: (name) => `The ruleset has no part “${name}”.`,
  baselineSaved: 'since the last save',
  baselineParent: (name) => `against ${name}`,
  from: (bound) => `from ${bound} points`,
  above: (bound) => `above ${bound} points`,
  full: 'Full points',
  total: 'Total',
  more: (count) => `${count} more`,
};

const zh: WorkerWords = {
  noFile: (path) => `没有文件 ${path}；请在文件列表中另选一个。`,
  exampleDiffers: (name, stated, actual) =>
    `“${name}”的示例写明 ${stated}，按现在的规则得 ${actual}。请改回规则；如果规则就该这样改，请改示例。`,
  openTerms: (names) =>
    `这个规则集还不能用来评分：${names.join('、')}待定。请选择修订它的规则集，或用“设置”写明。`,
  broken: '规则集有错误，请看问题列表。',
  cohortIncomplete: '规则集要在单位之间比较；有单位的数据不能读取，因此一个也不评分。',
  departmentTwice: (name) => `“${name}”重复出现；相互比较的单位不能重名。`,
  noDepartment: '没有这个部门；请在部门表中另选一个。',
  unreadable: (path) => `${path} 不能读取；请先按问题列表所指的位置改正文本。`,
  notJson: (path) => `${path} 是 YAML 文件；表单只能修改 JSON 文件。请直接修改文本。`,
  notPoints: (text) => `“${text}”不是分值；请写数字，如 8 或 2.5。`,
  tooLittle: (points) =>
    `让出分值的部分一共只有 ${points} 分，不够这次增加的；请让更多部分让出，或少增加一些。`,
  noPart: (name) => `规则集里没有“${name}”。`,
  baselineSaved: '与上次保存相比',
  baselineParent: (name) => `与${name}相比`,
  from: (bound) => `${bound} 分及以上`,
  above: (bound) => `高于 ${bound} 分`,
  full: '满分',
  total: '总分',
  more: (count) => `另有 ${count} 项`,
};

export const workerWords: Readonly<Record<Language, WorkerWords>> = { en, zh };
