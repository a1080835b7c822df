// What a person asks to be another in next year's ruleset, and the statements that say it.
import { keywords } from '../../../grammar/keywords.ts';
import type { KeywordId } from '../../../grammar/keywords.ts';
import { spellText } from '../../../grammar/literals.ts';
import { spellName } from '../../syntax/print-spelling.ts';
import { bareText } from './written.ts';
import type { Outline, OutlinePart, OutlineStatement } from './outline.ts';
import { statementsIn } from './outline.ts';
import { shortestPath } from './reading.ts';

/** A path and what is wanted for it. */
export interface Wish {
  readonly path: readonly string[];
  readonly value: string;
}

/** What is to be another. */
export interface Wishes {
  /** New points of groups, indicators and items. */
  readonly points: readonly Wish[];
  /** New points of the whole. */
  readonly total: string | undefined;
  /** Values of options and of open definitions. */
  readonly set: readonly Wish[];
  /** New lower bounds of grades. */
  readonly grades: readonly Wish[];
  readonly remove: readonly (readonly string[])[];
  readonly rename: readonly Wish[];
  /** The document that the new year rests on, and the place in it. */
  readonly document: string | undefined;
  readonly section: string | undefined;
}

export function isNothing(wishes: Wishes): boolean {
  const { total, document, section, ...lists } = wishes;
  const isListed = Object.values(lists).some(({ length }) => length > 0);
  return !isListed && total === undefined && document === undefined && section === undefined;
}

/** The statements that say the wishes, in sections. */
export function wishSections(parent: Outline, wishes: Wishes): readonly string[] {
  const { language } = parent;
  const word = (id: KeywordId): string => keywords[id][language][0];
  const all = pathsIn(parent.parts, []);
  const pathText = (path: readonly string[]) => shortestPath(all, path).map(spellName).join(' / ');
  const points = language === 'zh' ? '分值' : keywords.Points.en[0];
  const { document, section, total, grades } = wishes;
  const head = [
    ...(document !== undefined || section !== undefined
      ? [
          `${word('Source')}${document === undefined ? '' : ` ${spellText(document)}`}${
            section === undefined ? '' : ` ${word('Section')} ${spellText(section)}`
          }`,
        ]
      : []),
    ...(total === undefined ? [] : [totalText(parent, total)]),
    ...(grades.length === 0 ? [] : [gradesText(parent, grades)]),
  ];
  const parts = [
    ...wishes.set.map(({ path, value }) => `${word('Set')} ${pathText(path)} = ${value}`),
    ...wishes.points.map(({ path, value }) => `${points} ${pathText(path)} = ${value}`),
    ...wishes.remove.map((path) => `${word('Remove')} ${pathText(path)}`),
    ...wishes.rename.map(
      ({ path, value }) => `${word('Rename')} ${pathText(path)} ${word('To')} ${spellName(value)}`,
    ),
  ];
  return [...head, ...(head.length > 0 && parts.length > 0 ? [''] : []), ...parts];
}

function pathsIn(parts: readonly OutlinePart[], above: readonly string[]): (readonly string[])[] {
  return parts.flatMap((part) => {
    if (part.name === undefined) return [];
    const path = [...above, part.name];
    return part.kind === 'node' ? [path, ...pathsIn(part.parts, path)] : [path];
  });
}

/** The grades that a ruleset awards, by name. */
export function gradeNamesOf(parent: Outline): readonly string[] {
  const { tree } = headStatement(parent, 'grades') ?? {};
  return tree?.kind === 'grades' ? tree.grades.map(({ name }) => name.text) : [];
}

function headStatement({ parts }: Outline, kind: 'grades' | 'total'): OutlineStatement | undefined {
  return statementsIn(parts).find(({ tree }) => tree.kind === kind);
}

// The total is stated anew with its limits; a limit that was the points themselves follows them.
function totalText(parent: Outline, points: string): string {
  const part = headStatement(parent, 'total');
  const word = keywords.Total[parent.language][0];
  if (part?.tree.kind !== 'total') return `${word} ${points}`;
  const { span } = part.tree.points;
  const from = span.start - (part.written[0]?.start ?? span.start);
  const text = bareText(part.written);
  const old = text.slice(from, from + span.end - span.start);
  const behind = text.slice(from + span.end - span.start);
  const figure = /^[0-9０-９.．]+/.exec(old)?.[0] ?? old;
  return `${text.slice(0, from)}${points}${old.slice(figure.length)}${behind.replaceAll(figure, points)}`;
}

function gradesText(parent: Outline, wishes: readonly Wish[]): string {
  const part = headStatement(parent, 'grades');
  if (part?.tree.kind !== 'grades') return '';
  const start = part.written[0]?.start ?? 0;
  const changes = part.tree.grades.flatMap(({ name, bound }) => {
    const wish = wishes.find(({ path }) => path[0] === name.text);
    return wish ? [{ span: bound.span, value: wish.value }] : [];
  });
  return changes
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce(
      (text, { span, value }) =>
        text.slice(0, span.start - start) + value + text.slice(span.end - start),
      bareText(part.written),
    );
}
