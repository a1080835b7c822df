// The expressions of a query as steps, each a SELECT over the one before: what several expressions read
// becomes a column once, and so does every score. What only rare rows need is worked out for those alone.
import type { Dialect } from './dialects.ts';
import { quoted } from './dialects.ts';
import type { ColumnOf } from './render.ts';
import { definitionText, nodeText } from './render.ts';
import type { Operator, Sheet, SqlNode } from './sheet.ts';

/** A column of a step. */
export interface StageColumn {
  readonly name: string;
  readonly text: string;
}

export interface Stages {
  /** Each step's columns, in order. */
  readonly stages: readonly (readonly StageColumn[])[];
  /** The text of an expression behind the last step. */
  readonly text: (node: SqlNode) => string;
}

/** Lays the expressions out that the outputs are made of; `fresh` gives names of columns. */
export function stagesOf(
  sheet: Sheet,
  outputs: readonly SqlNode[],
  fresh: (words: string) => string,
): Stages {
  const { dialect } = sheet;
  const { uses, guards } = usesOf(sheet, outputs);
  const columns = new Map<number, string>();
  const levels = new Map<number, number>();
  const stages: StageColumn[][] = [];
  const columnOf: ColumnOf = (node) => columns.get(node.id);
  const isColumn = (node: SqlNode) =>
    !isPlain(node) && ((uses.get(node.id) ?? 0) > 1 || sheet.wordsFor(node) !== undefined);
  const levelOf = (node: SqlNode): number => {
    const known = levels.get(node.id);
    if (known !== undefined) return known;
    const guard = isColumn(node) ? guards(node) : [];
    const inside = [...node.parts, ...guard].map(levelOf);
    const level = Math.max(0, ...inside);
    if (!isColumn(node)) {
      levels.set(node.id, level);
      return level;
    }
    const stage = (stages[level] ??= []);
    const name = fresh(sheet.wordsFor(node) ?? wordsOf(sheet, node));
    stage.push({ name, text: columnText(node, guard, dialect, columnOf) });
    columns.set(node.id, name);
    levels.set(node.id, level + 1);
    return level + 1;
  };
  outputs.forEach(levelOf);
  return { stages, text: (node) => nodeText(node, dialect, columnOf) };
}

// Without a guard, or only where one of the guards holds.
function columnText(
  node: SqlNode,
  guards: readonly SqlNode[],
  dialect: Dialect,
  columnOf: ColumnOf,
): string {
  const text = definitionText(node, dialect, columnOf);
  if (guards.length === 0) return text;
  const when = guards.map((guard) => nodeText(guard, dialect, columnOf)).join(' OR ');
  return `CASE WHEN ${when} THEN ${text} END`;
}

interface Uses {
  readonly uses: ReadonlyMap<number, number>;
  /** The rare conditions under which alone an expression is read; none where it always is. */
  readonly guards: (node: SqlNode) => readonly SqlNode[];
}

function usesOf(sheet: Sheet, outputs: readonly SqlNode[]): Uses {
  const uses = new Map<number, number>();
  const readUnder = new Map<number, Set<SqlNode | 'always'>>();
  const count = (node: SqlNode) => uses.set(node.id, (uses.get(node.id) ?? 0) + 1);
  const counted = new Set<number>();
  const visit = (node: SqlNode, under: SqlNode | 'always'): void => {
    const known = readUnder.get(node.id) ?? new Set();
    readUnder.set(node.id, known);
    if (known.has(under) || known.has('always')) return;
    known.add(under);
    const [condition] = node.parts;
    const isRare = node.operator === 'case' && condition !== undefined && sheet.isRare(condition);
    node.parts.forEach((part, at) => {
      if (!counted.has(node.id)) count(part);
      visit(part, isRare && at === 1 && under === 'always' ? condition : under);
    });
    counted.add(node.id);
    if (isRare) count(condition);
  };
  for (const output of outputs) {
    count(output);
    visit(output, 'always');
  }
  return {
    uses,
    guards: ({ id }) => {
      const found = [...(readUnder.get(id) ?? [])];
      return found.includes('always') ? [] : found.filter((one) => one !== 'always');
    },
  };
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
