// The expressions of a query as steps, each a SELECT over the one before: what several expressions read
// becomes a column once, and so does every score. What only rare rows need is worked out for those alone.
import type { Dialect } from './dialects.ts';
import { quoted } from './dialects.ts';
import type { ColumnOf, Under } from './render.ts';
import { definitionText, nodeText, underOf } from './render.ts';
import type { Operator, Sheet, SqlNode } from './sheet.ts';

/** A column of a step. */
export interface StageColumn {
  readonly name: string;
  readonly text: string;
}

export interface Stages {
  /** Each step's columns, in order. */
  readonly stages: readonly (readonly StageColumn[])[];
  /** Whether they grew longer than queries may, and were left there. */
  readonly isLong: boolean;
  /** The text of an expression behind the last step. */
  readonly text: (node: SqlNode) => string;
}

/** Longer queries take databases minutes to plan, if they can at all. */
export const MOST_CHARACTERS = 1_000_000;

/** Lays the expressions out that the outputs are made of; `fresh` gives names of columns. */
export function stagesOf(
  sheet: Sheet,
  outputs: readonly SqlNode[],
  fresh: (words: string) => string,
): Stages {
  const uses = usesOf(sheet, outputs);
  const rareUses = rareUsesOf(uses);
  const columns = new Map<string, string>();
  const levels = new Map<string, number>();
  const stages: StageColumn[][] = [];
  let written = 0;
  const keyOf = (node: SqlNode, under: Under) => key(node, uses.has(key(node)) ? undefined : under);
  const columnOf: ColumnOf = (node, under) => columns.get(keyOf(node, under));
  const isColumn = (node: SqlNode, under: Under): boolean => {
    if (isPlain(node)) return false;
    const at = keyOf(node, under);
    const isNear = (part: SqlNode) => isPlain(part) || isColumn(part, under);
    if (isLight(node) && sheet.wordsFor(node) === undefined && node.parts.every(isNear))
      return false;
    const times = uses.get(at) ?? 0;
    const isNamed = sheet.wordsFor(node) !== undefined;
    // A column that few rows need costs more than writing a short expression twice.
    if (at === key(node)) return times > 1 || isNamed || (rareUses.has(at) && isLong(node, under));
    return times > 1 && (isNamed || isLong(node, under));
  };
  const isLong = (node: SqlNode, under: Under) => sizeOf(node, under) > LONG;
  // Columns count as one.
  const sizeOf = (node: SqlNode, under: Under): number => {
    let size = 1;
    for (const [place, part] of node.parts.entries()) {
      const inside = underOf(sheet, node, place, under);
      size += columnOf(part, inside) === undefined ? sizeOf(part, inside) : 1;
      if (size > LONG) break;
    }
    return size;
  };
  const levelOf = (node: SqlNode, asked: Under): number => {
    if (written > MOST_CHARACTERS) return 0;
    const at = keyOf(node, asked);
    const known = levels.get(at);
    if (known !== undefined) return known;
    const under = at === key(node) ? undefined : asked;
    const inside = node.parts.map((part, place) =>
      levelOf(part, underOf(sheet, node, place, under)),
    );
    const level = Math.max(0, ...inside, under ? levelOf(under, undefined) : 0);
    if (!isColumn(node, under)) {
      levels.set(at, level);
      return level;
    }
    const stage = (stages[level] ??= []);
    const name = fresh(sheet.wordsFor(node) ?? wordsOf(sheet, node));
    const text = definitionText(node, { sheet, columnOf }, under);
    const when = under && nodeText(under, { sheet, columnOf }, undefined);
    stage.push({ name, text: when === undefined ? text : `CASE WHEN ${when} THEN ${text} END` });
    written += text.length + (when?.length ?? 0);
    columns.set(at, name);
    levels.set(at, level + 1);
    return level + 1;
  };
  for (const output of outputs) levelOf(output, undefined);
  return {
    stages,
    isLong: written > MOST_CHARACTERS,
    text: (node) => nodeText(node, { sheet, columnOf }, undefined),
  };
}

/** More parts than this are not written out twice. */
const LONG = 60;

function key({ id }: SqlNode, under?: Under): string {
  return under ? `${id} ${under.id}` : String(id);
}

// How often each expression is read, wherever it stands and under each rare condition.
function usesOf(sheet: Sheet, outputs: readonly SqlNode[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const visited = new Set<string>();
  const read = (node: SqlNode, under: Under): void => {
    const at = key(node, under);
    uses.set(at, (uses.get(at) ?? 0) + 1);
    if (visited.has(at)) return;
    visited.add(at);
    node.parts.forEach((part, place) => {
      read(part, underOf(sheet, node, place, under));
    });
    // What stands under a rare condition asks for it again, if for no more than that.
    const [condition] = node.parts;
    if (condition && sheet.reachedBy(node) === condition) read(condition, undefined);
  };
  for (const output of outputs) read(output, undefined);
  return uses;
}

// Which expressions are read under a rare condition, too.
function rareUsesOf(uses: ReadonlyMap<string, number>): ReadonlySet<string> {
  return new Set(
    [...uses.keys()].flatMap((at) => {
      const [id = '', condition] = at.split(' ');
      return condition === undefined ? [] : [id];
    }),
  );
}

// Not worth a column.
function isPlain({ operator, parts }: SqlNode): boolean {
  switch (operator) {
    case 'column':
    case 'number':
    case 'words':
    case 'null':
      return true;
    case 'cast':
    case 'not':
    case 'is null':
    case 'nullif':
      return parts.every(isPlain);
    default:
      return false;
  }
}

// Read again as fast as a column, which would only make the query longer.
function isLight({ operator }: SqlNode): boolean {
  return ['is null', 'not', 'nullif', 'abs', 'sign', 'cast'].includes(operator);
}

function wordsOf(sheet: Sheet, node: SqlNode): string {
  const subject = sheet.subjectOf(node);
  const role = sheet.isRare(node) ? 'near' : ROLES[node.operator];
  return subject === '' ? role : `${subject} ${role}`;
}

const ROLES: Readonly<Record<Operator, string>> = {
  column: 'figure',
  number: 'number',
  words: 'text',
  '+': 'sum',
  '-': 'difference',
  '*': 'product',
  '/': 'ratio',
  quotient: 'whole',
  remainder: 'remainder',
  kept: 'whole',
  floor: 'whole',
  abs: 'size',
  sign: 'sign',
  cast: 'whole',
  nullif: 'divisor',
  '=': 'equal',
  '<>': 'unequal',
  '<': 'below',
  '<=': 'up to',
  '>': 'above',
  '>=': 'from',
  and: 'both',
  or: 'either',
  not: 'not',
  'is null': 'unknown',
  case: 'value',
  year: 'year',
  month: 'month',
  null: 'unknown',
  raw: 'figure',
};

/** The steps as common table expressions, each named after its place, over the table of the first. */
export function stageTexts(
  stages: readonly (readonly StageColumn[])[],
  first: string,
  dialect: Dialect,
): { readonly texts: readonly string[]; readonly last: string } {
  let last = first;
  const texts = stages.map((columns, at) => {
    const name = `step_${at + 1}`;
    const lines = columns.map(
      ({ name: column, text }) => `    ${text} AS ${quoted(column, dialect)}`,
    );
    const fence = dialect.fence === '' ? '' : `\n  ${dialect.fence}`;
    const text = `${name} AS (\n  SELECT *,\n${lines.join(',\n')}\n  FROM ${last}${fence}\n)`;
    last = name;
    return text;
  });
  return { texts, last };
}
