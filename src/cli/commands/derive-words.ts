// What `biaochi derive` says, in both languages.
import type { Language } from '../../diagnostics/diagnose.ts';

type Described = readonly [name: string, about: string];

interface DeriveWords {
  readonly file: Described;
  readonly from: string;
  readonly year: string;
  readonly name: string;
  readonly source: string;
  readonly section: string;
  readonly points: string;
  readonly total: string;
  readonly set: string;
  readonly grade: string;
  readonly remove: string;
  readonly rename: string;
  readonly edited: string;
  readonly draft: string;
  readonly force: string;
  readonly notes: string;
  readonly both: string;
  readonly itself: string;
  /** The comment above an amendment to start from, in the language of the file. */
  readonly heading: (written: Language) => string;
  readonly changes: string;
  readonly wouldChange: string;
  readonly nothing: string;
  readonly left: string;
  readonly ways: (path: string) => string;
  readonly notWritten: (file: string) => string;
}

const HEADING = {
  en: 'Nothing is changed yet. Take the strokes away from a line below to make it a statement.',
  zh: '目前还没有改动。要改哪一行，就去掉该行开头的两条斜线，再改数值。',
} as const;

const en: DeriveWords = {
  file: ['FILE', 'the amendment to write, such as 2023.chi'],
  from: 'the ruleset that it amends',
  year: 'its year (otherwise the four digits in the name of the file)',
  name: 'its name (otherwise that of the ruleset it amends)',
  source: 'the document that it rests on',
  section: 'the place in the document',
  points: 'new points of a part (may be repeated)',
  total: 'new points of the whole',
  set: 'value of an option or of an open definition (may be repeated)',
  grade: 'new lower bound of a grade (may be repeated)',
  remove: 'take out a part or a declaration (may be repeated)',
  rename: 'new name of a part (may be repeated)',
  edited: 'an edited copy of the flattened ruleset: write what makes one of the other',
  draft: 'write it even if it does not check',
  force: 'replace the file if it exists',
  notes:
    'Without changes it writes an amendment to start from, whose comments list what there is to change.\nWhere points do not add up, it says what would make them; nothing is written unless --draft asks for it.',
  both: '--edited stands alone: write the changes into the copy, or give them as options.',
  itself: 'a ruleset cannot amend itself; choose another file.',
  heading: (written) => HEADING[written],
  changes: 'Changed:',
  wouldChange: 'It would change:',
  nothing: '  nothing',
  left: 'An amendment cannot say this; write a ruleset of its own with biaochi flatten -o instead, or leave it as it was:',
  ways: (path) =>
    path === ''
      ? 'To make the total add up, add one of these:'
      : `To make “${path}” add up, add one of these:`,
  notWritten: (file) => `${file} was not written; --draft writes it all the same.`,
};

const zh: DeriveWords = {
  file: ['文件', '要写出的修订，例如 2023.chi'],
  from: '它所修订的规则集',
  year: '年度（不写则取文件名里的四位数字）',
  name: '名称（不写则与所修订的规则集相同）',
  source: '所依据的文件',
  section: '文件中的位置',
  points: '某一部分的新分值（可重复）',
  total: '新的总分',
  set: '选项或待定定义的值（可重复）',
  grade: '等级的新下限（可重复）',
  remove: '去掉某一部分或声明（可重复）',
  rename: '某一部分的新名称（可重复）',
  edited: '改好的完整副本（由 flatten 写出）：写出由原规则集变为它的修订',
  draft: '检查不通过也写出',
  force: '文件已存在时替换它',
  notes:
    '不提改动时，写出一份可以着手的修订，注释里列出可以改的内容。\n分值合计不符时，指出怎样才相符；不加 --draft 就不写出。',
  both: '--edited 不能与其他改动并用：改动写在副本里，或都写成选项。',
  itself: '规则集不能修订自己，请另取文件名。',
  heading: (written) => HEADING[written],
  changes: '改动：',
  wouldChange: '本来要改的：',
  nothing: '  没有',
  left: '下列内容不能用修订表达；请用 biaochi flatten -o 写成独立的规则集，或保持原样：',
  ways: (path) =>
    path === '' ? '要使总分相符，可再加下列之一：' : `要使“${path}”相符，可再加下列之一：`,
  notWritten: (file) => `没有写出 ${file}；加 --draft 则照样写出。`,
};

export const deriveWords: Readonly<Record<Language, DeriveWords>> = { en, zh };
