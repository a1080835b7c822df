// Expressions of a query as text of one dialect. Columns that stand for an expression are named by the
// caller; parentheses stand only where they are needed.
import type { Dialect, SqlType } from './dialects.ts';
import { literal, quoted } from './dialects.ts';
import type { SqlNode } from './sheet.ts';

/** The name of the column that holds an expression, if one does. */
export type ColumnOf = (node: SqlNode) => string | undefined;

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
export function definitionText(node: SqlNode, dialect: Dialect, columnOf: ColumnOf): string {
  return ownText(node, dialect, columnOf, false).text;
}

/** The text of an expression. */
export function nodeText(node: SqlNode, dialect: Dialect, columnOf: ColumnOf): string {
  return textOf(node, dialect, columnOf, false).text;
}

function textOf(node: SqlNode, dialect: Dialect, columnOf: ColumnOf, isPlain: boolean): Text {
  const column = columnOf(node);
  if (column !== undefined) return { text: quoted(column, dialect), binds: ATOM };
  return ownText(node, dialect, columnOf, isPlain);
}

// `isPlain` where the type of a number follows from what stands beside it.
function ownText(node: SqlNode, dialect: Dialect, columnOf: ColumnOf, isPlain: boolean): Text {
  const { operator, type, parts, text } = node;
  const hasFigure = parts.some((part) => part.operator !== 'number');
  const part = (at: number, least: number) => {
    const of = parts[at];
    if (!of) throw new Error(`${operator} lacks a part`);
    const found = textOf(of, dialect, columnOf, hasFigure);
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
      return { text: `${part(0, SUM)} + ${part(1, SUM)}`, binds: SUM };
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
      return { text: caseText(node, dialect, columnOf), binds: ATOM };
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

function caseText({ parts }: SqlNode, dialect: Dialect, columnOf: ColumnOf): string {
  const text = (node: SqlNode | undefined, isPlain: boolean) => {
    if (!node) throw new Error('a case lacks a part');
    return textOf(node, dialect, columnOf, isPlain).text;
  };
  const values = [...parts.filter((_, at) => at % 2 === 1), parts.at(-1)];
  // One value that has a type gives it to all.
  const isPlain = values.some(
    (value) => value && value.operator !== 'number' && value.operator !== 'null',
  );
  const value = (node: SqlNode | undefined) =>
    node?.operator === 'null' ? 'NULL' : text(node, isPlain);
  const rows: string[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2)
    rows.push(`WHEN ${text(parts[at], false)} THEN ${value(parts[at + 1])}`);
  const last = parts.at(-1);
  const otherwise = last?.operator === 'null' ? [] : [`ELSE ${value(last)}`];
  return ['CASE', ...rows, ...otherwise, 'END'].join(' ');
}
