// What is said of links, archives and kept states that cannot be used, in both languages.
import type { Language } from '../../src/diagnostics/diagnose.ts';

export interface FileWords {
  readonly notState: string;
  readonly notLink: string;
  readonly cutLink: string;
  readonly newerLink: (version: string) => string;
  readonly tooLarge: string;
  readonly tooManyFiles: (most: number) => string;
  readonly tooManyDepartments: (most: number) => string;
  readonly longPath: (path: string, most: number) => string;
  readonly outside: (path: string) => string;
  readonly strangePath: (path: string) => string;
  readonly notZip: string;
  readonly nothingInZip: string;
  readonly leftOut: (path: string) => string;
  readonly notText: (path: string) => string;
  readonly twice: (path: string) => string;
}

const en: FileWords = {
  notState: 'This holds no project of this page; ask whoever sent it for a new link or file.',
  notLink:
    'The link is damaged: it holds signs that do not belong there. Copy the whole link again.',
  cutLink:
    'The link is incomplete or damaged. Copy the whole link again, up to its last character.',
  newerLink: (version) =>
    `The link was made by a newer version of this page (format ${version}). Open it there, or ask for a zip file.`,
  tooLarge: 'The project is larger than this page takes; pass it on in parts.',
  tooManyFiles: (most) => `The project has more than ${most} ruleset files; pass it on in parts.`,
  tooManyDepartments: (most) =>
    `The project has more than ${most} departments; pass it on in parts.`,
  longPath: (path, most) =>
    `The name of a file is longer than ${most} characters: “${path}”. Give it a shorter one.`,
  outside: (path) =>
    `The name of a file leads out of the project: “${path}”. Nothing was imported.`,
  strangePath: (path) =>
    `The name of a file holds characters that cannot be seen: “${path}”. Rename it.`,
  notZip: 'This is no zip file that can be read; export the project again and take that file.',
  nothingInZip: 'The zip file holds no ruleset (.chi) and no department (.json).',
  leftOut: (path) => `“${path}” is neither a ruleset nor a department and was left out.`,
  notText: (path) => `“${path}” is not UTF-8 text and was left out.`,
  twice: (path) => `“${path}” stands in the zip file twice; the first was taken.`,
};

const zh: FileWords = {
  notState: '里面没有可用的项目；请让发送的人重新分享链接或文件。',
  notLink: '链接已损坏：含有不该有的字符。请重新复制整个链接。',
  cutLink: '链接不完整或已损坏。请重新复制整个链接，直到最后一个字符。',
  newerLink: (version) =>
    `链接由更新版本的页面生成（格式 ${version}）。请用新版打开，或请对方改发 zip 文件。`,
  tooLarge: '项目太大，本页面不能接收；请分成几部分。',
  tooManyFiles: (most) => `项目里的规则集文件超过 ${most} 个；请分成几部分。`,
  tooManyDepartments: (most) => `项目里的部门超过 ${most} 个；请分成几部分。`,
  longPath: (path, most) => `文件名超过 ${most} 个字符：“${path}”。请改短。`,
  outside: (path) => `文件名指向项目之外：“${path}”。没有导入任何内容。`,
  strangePath: (path) => `文件名含有看不见的字符：“${path}”。请改名。`,
  notZip: '这不是能读取的 zip 文件；请重新导出项目，再选那个文件。',
  nothingInZip: 'zip 文件里没有规则集（.chi），也没有部门数据（.json）。',
  leftOut: (path) => `“${path}”既不是规则集也不是部门数据，没有导入。`,
  notText: (path) => `“${path}”不是 UTF-8 文本，没有导入。`,
  twice: (path) => `“${path}”在 zip 文件里出现两次；只导入了第一个。`,
};

export const fileWords: Readonly<Record<Language, FileWords>> = { en, zh };
