// Messages about department files: names that the ruleset does not know, parts of the wrong shape,
// awards and published scores. Those about the document and about single figures are next door.
import { choiceDepartmentMessages } from './choice-messages.ts';
import { documentMessages } from './document-messages.ts';
import { figureMessages } from './figure-messages.ts';
import type { Words } from './message.ts';
import { error, warning } from './message.ts';
import { nearMiss } from './words.ts';

export interface Unknown {
  readonly name: string;
  readonly suggestion: string | undefined;
}

/** What a part of the file can be, in words. */
export type Shape = keyof typeof shapes;

const shapes = {
  file: {
    en: 'a file of named entries such as “department”, “year” and “inputs”',
    zh: '由“department”“year”“inputs”等项组成',
  },
  department: {
    en: 'one department: its “department” and “inputs”, in braces',
    zh: '一个部门：花括号内写出“department”“inputs”等项',
  },
  entries: { en: 'a group of named entries in braces', zh: '花括号内的若干项' },
  list: { en: 'a list in square brackets', zh: '方括号内的列表' },
  record: {
    en: 'one row: its fields by name, in braces',
    zh: '一行数据：花括号内按名称写出各字段',
  },
  award: {
    en: 'an award: points, or “award” with “reason” in braces',
    zh: '评分：分数，或花括号内的“award”与“reason”',
  },
  choice: { en: 'one of the choices, or “choice” in braces', zh: '选项之一，或花括号内的“choice”' },
  score: {
    en: 'a score, null for a blank cell, or “score” in braces',
    zh: '得分；空白写 null；或花括号内的“score”',
  },
  value: {
    en: 'a value, or “value” with its “source” in braces',
    zh: '数值，或花括号内的“value”与“source”',
  },
  year: { en: 'a year such as 2022', zh: '年度，如 2022' },
} as const satisfies Record<string, Words>;

const places = (known: readonly string[]) =>
  known.length > 12 ? [...known.slice(0, 12), '…'] : known;

export const departmentMessages = {
  ...documentMessages,
  ...figureMessages,
  ...choiceDepartmentMessages,
  'shape-wrong': error<{ name: string; expected: Shape }>(
    ({ name, expected }) => `“${name}” must be ${shapes[expected].en}.`,
    ({ name, expected }) => `“${name}”应为${shapes[expected].zh}。`,
  ),
  'part-not-accepted': error<{ name: string }>(
    ({ name }) => `“${name}” is not written in a form that a department file can have.`,
    ({ name }) => `“${name}”的写法不符合部门数据文件的格式。`,
  ),
  'department-twice': error<{ name: string }>(
    ({ name }) =>
      `“${name}” stands here twice, but departments that are compared need names of their own; rename one or remove it.`,
    ({ name }) => `“${name}”出现了两次，而相互比较的单位不能重名；请改名或删去其一。`,
  ),
  'no-departments': error<Record<never, never>>(
    () => 'The file lists no department; add at least one to “departments”.',
    () => '文件没有列出任何单位；请在“departments”中至少写一个。',
  ),
  'shared-entry-differs': error<{ name: string; own: string; shared: string }>(
    ({ name, own, shared }) =>
      `The department’s “${name}” is ${own}, but ${shared} stands for the whole file; write it once, at the top.`,
    ({ name, own, shared }) =>
      `该单位的“${name}”为 ${own}，而整个文件写的是 ${shared}；请只在文件开头写一次。`,
  ),
  'common-input-repeated': error<{ name: string; own: string; shared: string }>(
    ({ name, own, shared }) =>
      `“${name}” is ${own} for this department and ${shared} under “common” for all of them; keep one of the two: take it out of “common” where departments differ.`,
    ({ name, own, shared }) =>
      `该单位的“${name}”写了 ${own}，而“common”中对所有单位写的是 ${shared}；请只留一处：各单位不同的数据不要写进“common”。`,
  ),
  'unknown-input': error<Unknown & { ruleset: string }>(
    ({ name, ruleset, suggestion }) =>
      `The ruleset “${ruleset}” has no input “${name}”; remove it or correct the name.${nearMiss(suggestion).en}`,
    ({ name, ruleset, suggestion }) =>
      `规则集“${ruleset}”没有输入“${name}”；请删去或改正名称。${nearMiss(suggestion).zh}`,
  ),
  'unknown-entry': error<Unknown & { place: string; known: readonly string[] }>(
    ({ name, place, known, suggestion }) =>
      `“${name}” means nothing ${place === '' ? 'here' : `in “${place}”`}; there can be ${places(known).join(', ')}.${nearMiss(suggestion).en}`,
    ({ name, place, known, suggestion }) =>
      `${place === '' ? '这里' : `“${place}”中`}不能写“${name}”；可写的有 ${places(known).join('、')}。${nearMiss(suggestion).zh}`,
  ),
  'missing-entry': error<{ name: string; place: string }>(
    ({ name, place }) =>
      place === ''
        ? `“${name}” is missing here; add it.`
        : `“${place}” lacks “${name}”; add it, as null if it is not known.`,
    ({ name, place }) =>
      place === ''
        ? `这里没有写“${name}”；请补上。`
        : `“${place}”缺少“${name}”；请补上，未知则写 null。`,
  ),
  'unknown-scored-name': error<Unknown>(
    ({ name, suggestion }) =>
      `The ruleset has no group, indicator or item “${name}”.${nearMiss(suggestion).en}`,
    ({ name, suggestion }) =>
      `规则集中没有名为“${name}”的分组、指标或得分项。${nearMiss(suggestion).zh}`,
  ),
  'unknown-figure-name': error<Unknown>(
    ({ name, suggestion }) =>
      `The ruleset has no figure “${name}”: neither an input nor a definition that is a number.${nearMiss(suggestion).en}`,
    ({ name, suggestion }) =>
      `规则集中没有名为“${name}”的数：既无此输入，也无此定义。${nearMiss(suggestion).zh}`,
  ),
  'name-ambiguous': error<{ name: string; paths: readonly string[] }>(
    ({ name, paths }) =>
      `“${name}” can be any of ${places(paths)
        .map((path) => `“${path}”`)
        .join(', ')}; write the path.`,
    ({ name, paths }) =>
      `“${name}”可以指${places(paths)
        .map((path) => `“${path}”`)
        .join('、')}；请写出路径。`,
  ),
  'score-given-twice': error<{ name: string }>(
    ({ name }) =>
      `The score of “${name}” is given twice under different names; keep one of the two.`,
    ({ name }) => `“${name}”的得分以不同名称给出了两次；请只保留一个。`,
  ),
  'other-ruleset': warning<{ named: string; ruleset: string }>(
    ({ named, ruleset }) =>
      `The file is meant for the ruleset “${named}”, but is read with “${ruleset}”.`,
    ({ named, ruleset }) => `该文件注明适用规则集“${named}”，而现在用的是“${ruleset}”。`,
  ),
  'other-year': warning<{ year: string; period: string; ruleset: string }>(
    ({ year, period, ruleset }) =>
      `These data are of ${year}, but the ruleset “${ruleset}” is for ${period}; use that year's ruleset, or correct the year.`,
    ({ year, period, ruleset }) =>
      `这份数据是 ${year} 年度的，而规则集“${ruleset}”适用 ${period}；请改用该年度的规则集，或改正年度。`,
  ),
  'award-out-of-range': error<{ name: string; text: string; points: string }>(
    ({ name, text, points }) =>
      `“${name}” is worth 0 to ${points} points; “${text}” cannot be awarded.`,
    ({ name, text, points }) => `“${name}”的分值为 0 至 ${points} 分；不能评“${text}”。`,
  ),
  'award-outside-choice': error<{
    name: string;
    choice: string;
    text: string;
    low: string;
    high: string;
  }>(
    ({ name, choice, text, low, high }) =>
      `“${name}” is judged “${choice}”, which gives ${low} to ${high} points; “${text}” cannot be awarded. Correct the award or the choice.`,
    ({ name, choice, text, low, high }) =>
      `“${name}”评定为“${choice}”，应在 ${low} 至 ${high} 分之间；不能评“${text}”。请改正评分或所选的一档。`,
  ),
  'choice-missing': error<{ name: string }>(
    ({ name }) =>
      `“${name}” has an award but not the choice that it belongs to; add “choice” beside “award”.`,
    ({ name }) => `“${name}”写了评分，却没有写属于哪一档；请在“award”旁补上“choice”。`,
  ),
  'award-outside-row': error<{
    name: string;
    award: string;
    rows: readonly { number: number; low: string; high: string }[];
  }>(
    ({ name, award, rows }) =>
      `“${name}” is awarded ${award}, but ${rows.map(({ number, low, high }) => `row ${number} of its table applies, which allows ${low} to ${high} points`).join('; or ')}. Until it is corrected the award does not count, and the score stays open.`,
    ({ name, award, rows }) =>
      `“${name}”评了 ${award} 分，但${rows.map(({ number, low, high }) => `适用的第 ${number} 行只能评 ${low} 至 ${high} 分`).join('；或')}。改正之前该评分不计，得分按未定处理。`,
  ),
  'reason-missing': error<{ name: string; award: string; points: string }>(
    ({ name, award, points }) =>
      `“${name}” is awarded ${award} of ${points} points without a reason; write { "award": …, "reason": "…" }.`,
    ({ name, award, points }) =>
      `“${name}”满分 ${points} 分，评 ${award} 分而未说明理由；请写成 { "award": …, "reason": "…" }。`,
  ),
  'award-missing': error<{ name: string }>(
    ({ name }) =>
      `“${name}” has neither “award” nor “entries”; add one, as null if it is not known.`,
    ({ name }) => `“${name}”既没有“award”也没有“entries”；请补上其一，未知则写 null。`,
  ),
  'award-given-twice': error<{ name: string }>(
    ({ name }) =>
      `“${name}” has an “award” and “entries” too; keep one, the total follows from the entries.`,
    ({ name }) => `“${name}”同时写了“award”和“entries”；请只保留一个，总分可由各项得出。`,
  ),
  'score-missing': error<{ name: string }>(
    ({ name }) => `“${name}” must have “score” or “value”, and only one of them.`,
    ({ name }) => `“${name}”须有“score”或“value”，且只能有一个。`,
  ),
  'range-reversed': error<{ name: string; low: string; high: string }>(
    ({ name, low, high }) =>
      `“${name}” goes from ${low} down to ${high}; write the lower end first.`,
    ({ name, low, high }) => `“${name}”从 ${low} 到 ${high}，下限大于上限；请把较小的写在前面。`,
  ),
};
