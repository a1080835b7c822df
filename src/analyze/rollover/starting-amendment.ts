// An amendment to start from: it changes nothing yet, and its comments list what there is to change, each
// line ready to be made a statement by taking the two strokes away.
import { keywords } from '../../../grammar/keywords.ts';
import { spellName } from '../../syntax/print-spelling.ts';
import type { Outline, OutlinePart } from './outline.ts';
import { nodesIn, statementsIn } from './outline.ts';
import { shortestPath } from './reading.ts';
import { slotsOf } from './slots.ts';
import { bareText, extract } from './written.ts';

const WORDS = {
  en: {
    source: 'The document that this year rests on:',
    open: 'Left open by the ruleset above; must be supplied here:',
    options: 'Options, as they are set now:',
    points: 'Points, as they are now; the parts of each must add up to it:',
    more: [
      'Rules, inputs and the order of parts are changed with these:',
      'replace indicator NAME 5 points { … }',
      'add indicator NAME 3 points to GROUP after NAME { … }',
      'remove NAME',
      'rename NAME to NEW_NAME',
    ],
  },
  zh: {
    source: '本年度所依据的文件：',
    open: '上级规则集没有填写、须在这里填写的内容：',
    options: '选项，现在的取值：',
    points: '分值，现在的数；各部分之和须等于整体：',
    more: [
      '规则、数据和各部分的增减、改名：',
      '替换 指标 名称 5 分 { … }',
      '增加 指标 名称 3 分 到 分组 后于 名称 { … }',
      '移除 名称',
      '改名 名称 到 新名称',
    ],
  },
} as const;

/** The lines of a body of comments. */
export function startingSections({ parts, language }: Outline): readonly string[] {
  const words = WORDS[language];
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', `// ${title}`, ...lines.map((line) => `// ${line}`)];
  const source = `${keywords.Source[language][0]} "…" ${keywords.Section[language][0]} "…"`;
  return [
    ...section(words.source, [source]).slice(1),
    ...section(words.open, openLines(parts, language)),
    ...section(words.options, optionLines(parts, language)),
    ...section(words.points, pointsLines(parts, allPaths(parts, []), [], language)),
    ...['', ...words.more.map((line, at) => (at === 0 ? `// ${line}` : `//   ${line}`))],
  ];
}

function openLines(parts: readonly OutlinePart[], language: 'en' | 'zh'): string[] {
  const word = keywords.Set[language][0];
  return statementsIn(parts).flatMap(({ tree }) =>
    tree.kind === 'let' && tree.open ? [`${word} ${spellName(tree.name.text)} = …`] : [],
  );
}

function optionLines(parts: readonly OutlinePart[], language: 'en' | 'zh'): string[] {
  const word = keywords.Set[language][0];
  return statementsIn(parts).flatMap(({ tree, written }) => {
    if (tree.kind !== 'option') return [];
    const value = bareText(extract(written, tree.value.span) ?? []);
    const type = slotsOf(tree).fields.get('type');
    const choices = type ? bareText(extract(written, type.span) ?? []).replace(/\s+/g, ' ') : '';
    return [`${word} ${spellName(tree.name.text)} = ${value}   // ${choices}`];
  });
}

function pointsLines(
  parts: readonly OutlinePart[],
  paths: readonly (readonly string[])[],
  above: readonly string[],
  language: 'en' | 'zh',
): string[] {
  const word = language === 'zh' ? '分值' : keywords.Points.en[0];
  return nodesIn(parts).flatMap((node) => {
    if (node.node === 'item') return [];
    const path = [...above, node.name];
    const short = shortestPath(paths, path).map(spellName).join(' / ');
    const figure = bareText(node.points.written);
    const indent = '  '.repeat(above.length);
    return [
      `${indent}${word} ${short} = ${figure}`,
      ...pointsLines(node.parts, paths, path, language),
    ];
  });
}

function allPaths(parts: readonly OutlinePart[], above: readonly string[]): (readonly string[])[] {
  return nodesIn(parts).flatMap((node) => {
    const path = [...above, node.name];
    return [path, ...allPaths(node.parts, path)];
  });
}
