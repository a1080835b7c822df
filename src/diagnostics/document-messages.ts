// Messages about a department file as a document: JSON or YAML that cannot be read, and notation
// that is refused because two readers could take it differently.
import { error } from './message.ts';
import type { Words } from './message.ts';
import { nearMiss } from './words.ts';

/** What is wrong with the text of a document, as far as messages tell it apart. */
export type DocumentProblem = keyof typeof problems;

const problems = {
  unclosed: {
    en: 'a bracket or a quotation mark is opened and never closed; add the missing `}`, `]` or `"`',
    zh: '有括号或引号没有配对；请补上缺少的“}”“]”或双引号',
  },
  separator: {
    en: 'a `,` between two entries or a `:` after a name is missing',
    zh: '两项之间缺少逗号“,”，或名称之后缺少冒号“:”',
  },
  unexpected: {
    en: 'this does not belong here; look for a missing comma, or a bracket or quotation mark too many, just before it',
    zh: '此处不应出现这段文字；请检查它前面是否缺少逗号，或多了括号、引号',
  },
  tab: {
    en: 'YAML does not allow tabs as indentation; use spaces',
    zh: 'YAML 不允许用制表符缩进；请改用空格',
  },
  indentation: {
    en: 'the indentation does not fit the lines around it; give entries of one level the same indentation',
    zh: '缩进与上下行不一致；同一层的各项请使用相同的缩进',
  },
  escape: {
    en: 'a `\\` in a quoted text must be followed by one of `" \\ / n t u` …; write `\\\\` for a plain backslash',
    zh: '引号内的“\\”之后只能是 " \\ / n t u 等；若要写反斜杠本身，请写“\\\\”',
  },
  'several-documents': {
    en: 'a file holds one document, and here a second one begins; put several departments into one list “departments”',
    zh: '一个文件只能有一份文档，此处开始了第二份；多个部门请写进“departments”列表',
  },
  name: {
    en: 'the name of an entry must be a text on one line',
    zh: '各项的名称必须是写在一行之内的文字',
  },
  nested: {
    en: 'a second `:` on the same line; put a text that holds `: ` in quotes',
    zh: '同一行出现了第二个冒号；含有“: ”的文字请放进引号',
  },
  'first-character': {
    en: 'a value cannot begin with this character; put the text in quotes',
    zh: '值不能以这个字符开头；请把文字放进引号',
  },
  comment: {
    en: 'JSON has no `//` comments; remove it or use the entry “note”',
    zh: 'JSON 不支持“//”注释；请删去，或写入“note”项',
  },
  other: {
    en: 'this is neither JSON nor YAML; compare it with a file that `biaochi init` writes',
    zh: '此处既不是 JSON 也不是 YAML；请对照 biaochi init 生成的文件检查',
  },
} as const satisfies Record<string, Words>;

const features = {
  alias: {
    en: 'A value that begins with `*` refers to another place of the file, which a department file must not do',
    zh: '以“*”开头的值表示引用文件中的另一处，部门数据文件不允许这样写',
  },
  anchor: {
    en: 'A value that begins with `&` names a place of the file, which a department file must not do',
    zh: '以“&”开头表示给文件中的某处命名，部门数据文件不允许这样写',
  },
  tag: {
    en: 'A value that begins with `!` asks for a special way of reading, which a department file must not do',
    zh: '以“!”开头表示特殊的读法，部门数据文件不允许这样写',
  },
  merge: {
    en: 'The name `<<` merges another entry into this one, which a department file must not do',
    zh: '名称“<<”表示并入另一项的内容，部门数据文件不允许这样写',
  },
  directive: {
    en: 'A line that begins with `%` changes how the file is read, which a department file must not do',
    zh: '以“%”开头的行会改变文件的读法，部门数据文件不允许这样写',
  },
} as const satisfies Record<string, Words>;

/** A part of YAML that department files do without. */
export type RefusedFeature = keyof typeof features;

export const documentMessages = {
  'document-empty': error<Record<never, never>>(
    () => 'The file holds no data; write at least “department” and “year”.',
    () => '文件中没有数据；至少应写明“department”（部门）和“year”（年度）。',
  ),
  'document-syntax': error<{ problem: DocumentProblem }>(
    ({ problem }) => `The file cannot be read: ${problems[problem].en}.`,
    ({ problem }) => `文件无法读取：${problems[problem].zh}。`,
  ),
  'full-width-mark': error<{ mark: string; instead: string }>(
    ({ mark, instead }) =>
      `A plain ${instead} is needed here, not the full-width ${mark}; replace it, or put a text in quotes.`,
    ({ mark, instead }) =>
      `标点须用半角：此处应为 ${instead}，而不是 ${mark}；若属于文字，请加引号。`,
  ),
  'document-too-deep': error<{ limit: number }>(
    ({ limit }) =>
      `Brackets or lists are nested more than ${limit} deep; department files need fewer than ten.`,
    ({ limit }) => `括号或列表嵌套超过 ${limit} 层；部门数据文件用不到十层。`,
  ),
  'document-feature': error<{ feature: RefusedFeature }>(
    ({ feature }) => `${features[feature].en}; write the value out, or put the text in quotes.`,
    ({ feature }) => `${features[feature].zh}；请直接写出该值，若是文字请放进引号。`,
  ),
  'entry-twice': error<{ name: string }>(
    ({ name }) => `“${name}” is given twice; keep one of the two.`,
    ({ name }) => `“${name}”出现了两次；请只保留一个。`,
  ),
  'number-notation': error<{ text: string; suggestion: string | undefined }>(
    ({ text, suggestion }) =>
      `“${text}” is not a plain decimal number; write the number in decimal digits, or put a text in quotes.${nearMiss(suggestion).en}`,
    ({ text, suggestion }) =>
      `“${text}”不是十进制数；请用十进制写出，若是文字请放进引号。${nearMiss(suggestion).zh}`,
  ),
};
