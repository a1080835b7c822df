// Expressions of a query as text of one dialect. Columns that stand for an expression are named by the
// caller; parentheses stand only where they are needed.
import type { Dialect, SqlType } from './dialects.ts';
import { literal, quoted } from './dialects.ts';
import type { Sheet, SqlNode } from './sheet.ts';

/** The rare condition under which alone an expression is read, if any. */
export type Under = SqlNode | undefined;

/** The name of the column that holds an expression, if one does. */
export type ColumnOf = (node: SqlNode, under: Under) => string | undefined;

/** What texts are written for. */
export interface Page {
  readonly sheet: Sheet;
  readonly columnOf: ColumnOf;
}

/**
 * Under which rare condition a part of an expression is read: the innermost, since it alone says that the
 * whole numbers behind it fit.
 */
export function underOf(sheet: Sheet, node: SqlNode, part: number, under: Under): Under {
  return (part === 1 ? sheet.reachedBy(node) : undefined) ?? under;
}

/** How tightly the text of an expression holds together; larger is tighter. */
const LOOSE = 0;
const OR = 1;
const AND = 2;
const NOT = 3;
const COMPARISON = 4;
const SUM = 5;
const PRODUCT = 6;
const ATOM = 7;

interface Text {
  readonly text: string;
  readonly binds: number;
}

/** The text of an expression, itself written out even where a column holds it. */
export function definitionText(node: SqlNode, page: Page, under: Under): string {
  return ownText(node, page, under, false).text;
}

/** The text of an expression. */
export function nodeText(node: SqlNode, page: Page, under: Under): string {
  return textOf(node, page, under, false).text;
}

function textOf(node: SqlNode, page: Page, under: Under, isPlain: boolean): Text {
  const column = page.columnOf(node, under);
  if (column === undefined) return ownText(node, page, under, isPlain);
  return { text: quoted(column, page.sheet.dialect), binds: ATOM };
}

// `isPlain` where the type of a number follows from what stands beside it.
function ownText(node: SqlNode, page: Page, under: Under, isPlain: boolean): Text {
  const { operator, type, parts, text } = node;
  const { dialect } = page.sheet;
  const hasFigure = parts.some((part) => part.operator !== 'number');
  const part = (at: number, least: number) => {
    const of = parts[at];
    if (!of) throw new Error(`${operator} lacks a part`);
    const found = textOf(of, page, under, hasFigure);
    return found.binds < least ? `(${found.text})` : found.text;
  };
  const call = (name: string): Text => ({
    text: `${name}(${parts.map((_, at) => part(at, LOOSE)).join(', ')})`,
    binds: ATOM,
  });
  switch (operator) {
    case 'column':
      return { text: quoted(text, dialect), binds: ATOM };
    case 'number':
      return {
        text: isPlain || type === 'truth' ? text : typedNumber(text, type, dialect),
        binds: text.startsWith('-') ? SUM : ATOM,
      };
    case 'words':
      return { text: literal(text, dialect), binds: ATOM };
    case 'raw':
      return { text, binds: LOOSE };
    case 'null':
      return { text: `CAST(NULL AS ${dialect.types[type]})`, binds: ATOM };
    case '+':
      // Doubles are added in the order for which their bound was derived.
      return { text: `${part(0, SUM)} + ${part(1, PRODUCT)}`, binds: SUM };
    case '-':
      return { text: `${part(0, SUM)} - ${part(1, PRODUCT)}`, binds: SUM };
    case '*':
      return { text: `${part(0, PRODUCT)} * ${part(1, PRODUCT)}`, binds: PRODUCT };
    case '/':
      return { text: `${part(0, PRODUCT)} / ${part(1, ATOM)}`, binds: PRODUCT };
    case 'quotient':
      return {
        text: `(${dialect.quotient(part(0, LOOSE), part(1, LOOSE), type === 'wide' ? 'wide' : 'big')})`,
        binds: ATOM,
      };
    case 'remainder':
      return { text: `${part(0, PRODUCT)} % ${part(1, ATOM)}`, binds: PRODUCT };
    case 'kept':
      return {
        text: `least(greatest(${part(0, LOOSE)}, ${part(1, LOOSE)}), ${part(2, LOOSE)})`,
        binds: ATOM,
      };
    case 'floor':
    case 'abs':
    case 'sign':
    case 'nullif':
      return call(operator);
    case 'cast':
      return { text: castText(part(0, LOOSE), parts[0]?.type, type, dialect), binds: ATOM };
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { text: `${part(0, SUM)} ${operator} ${part(1, SUM)}`, binds: COMPARISON };
    case 'and':
      return { text: parts.map((_, at) => part(at, AND)).join(' AND '), binds: AND };
    case 'or':
      return { text: parts.map((_, at) => part(at, OR)).join(' OR '), binds: OR };
    case 'not':
      return { text: `NOT ${part(0, ATOM)}`, binds: NOT };
    case 'is null':
      return { text: `${part(0, ATOM)} IS NULL`, binds: COMPARISON };
    case 'case':
      return { text: caseText(node, page, under), binds: ATOM };
    case 'year':
    case 'month':
      return {
        text: castText(dialect.calendar(operator, part(0, LOOSE)), 'big', 'double', dialect),
        binds: ATOM,
      };
    default:
      return operator satisfies never;
  }
}

function typedNumber(digits: string, type: SqlType, dialect: Dialect): string {
  return type === 'double' ? dialect.double(digits) : `CAST(${digits} AS ${dialect.types[type]})`;
}

// A double goes through 64 bits, since PostgreSQL keeps only 15 of its digits otherwise.
function castText(
  text: string,
  from: SqlType | undefined,
  to: SqlType,
  { types }: Dialect,
): string {
  if (from === 'double' && to === 'wide')
    return `CAST(CAST(${text} AS ${types.big}) AS ${types.wide})`;
  return `CAST(${text} AS ${types[to]})`;
}

function caseText(node: SqlNode, page: Page, under: Under): string {
  const { parts } = node;
  const text = (at: number, isPlain: boolean) => {
    const of = parts[at];
    if (!of) throw new Error('a case lacks a part');
    return textOf(of, page, underOf(page.sheet, node, at, under), isPlain).text;
  };
  const values = [...parts.filter((_, at) => at % 2 === 1), parts.at(-1)];
  // One value that has a type gives it to all.
  const isPlain = values.some(
    (value) => value && value.operator !== 'number' && value.operator !== 'null',
  );
  const value = (at: number) => (parts[at]?.operator === 'null' ? 'NULL' : text(at, isPlain));
  const rows: string[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2)
    rows.push(`WHEN ${text(at, false)} THEN ${value(at + 1)}`);
  const last = parts.length - 1;
  const otherwise = parts[last]?.operator === 'null' ? [] : [`ELSE ${value(last)}`];
  return ['CASE', ...rows, ...otherwise, 'END'].join(' ');
}
