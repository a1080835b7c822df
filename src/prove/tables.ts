// Finds the decision lists and tier tables in an expression and has each proved with what is known
// where it stands.
import type { Interpreter } from '../interpret/interpreter.ts';
import { tierCondition } from '../interpret/rows.ts';
import { limitsOf, partsOf } from '../model/expression-parts.ts';
import type { DecisionExpression, Expression, TiersExpression } from '../model/expression.ts';
import { rowFindings, rowKeys } from './decision-rows.ts';
import type { Call, Finding, Study } from './study.ts';
import { tierFindings } from './tier-rows.ts';

/** What is wrong with the tables in an expression; lets are looked into where they are declared. */
export function tableFindings(
  study: Study,
  expression: Expression,
  interpreter: Interpreter,
): Finding[] {
  if (!holdsTable(expression)) return [];
  const found = findingsIn(study, expression, interpreter);
  const { expands, span } = expression;
  if (expands === undefined) return found;
  const call = { name: expands.name, span };
  return found.map((finding) => (isOfBody(finding, call) ? { ...finding, call } : finding));
}

// What stands in an argument is the caller's.
function isOfBody({ row, call: inner }: Finding, { span }: Call): boolean {
  if (row === undefined || inner !== undefined) return false;
  return row.file !== span.file || row.start < span.start || row.end > span.end;
}

function findingsIn(study: Study, expression: Expression, interpreter: Interpreter): Finding[] {
  switch (expression.kind) {
    case 'decision':
      return [
        ...seen(study, expression, decisionFindings(study, expression, interpreter)),
        ...insideRows(study, expression, interpreter),
      ];
    case 'tiers':
      return [
        ...seen(study, expression, tierFindings(study, interpreter, expression)),
        ...insideRows(study, expression, interpreter),
      ];
    case 'logic': {
      // The right side is evaluated only where the left leaves it to decide.
      const right = interpreter.assuming(expression.left, expression.operator === 'and');
      return [
        ...tableFindings(study, expression.left, interpreter),
        ...(right ? tableFindings(study, expression.right, right) : []),
      ];
    }
    case 'rank':
      return [];
    case 'aggregate':
      // What stands inside is about one entry, of which nothing is known here.
      return tableFindings(study, expression.over, interpreter);
    default:
      return partsOf(expression).flatMap((part) => tableFindings(study, part, interpreter));
  }
}

// Notes the rows that may fire here: one that is dead only in other places is not dead.
function seen(
  study: Study,
  table: DecisionExpression | TiersExpression,
  found: readonly Finding[],
): readonly Finding[] {
  const dead = new Set(found.map(({ key }) => key));
  const firing = study.tables.get(table) ?? new Set();
  for (const key of rowKeys(table)) if (!dead.has(key)) firing.add(key);
  study.tables.set(table, firing);
  return found;
}

function decisionFindings(
  study: Study,
  decision: DecisionExpression,
  interpreter: Interpreter,
): Finding[] {
  return rowFindings(study, interpreter, {
    rows: decision.rows.map(({ condition, value, span, afterEarlier }) => ({
      condition,
      value,
      span,
      ordered: afterEarlier,
    })),
    otherwise: decision.otherwise,
    span: decision.span,
    isCascade: () => false,
  });
}

// The place of the last row that holds a table; the number of rows for `otherwise`, −1 for none.
function lastWithTable({ rows, otherwise }: DecisionExpression | TiersExpression): number {
  if (otherwise && holdsTable(otherwise)) return rows.length;
  return rows.findLastIndex((row) => {
    const conditions = 'match' in row ? limitsOf(row.match) : [row.condition];
    return holdsTable(row.value) || conditions.some(holdsTable);
  });
}

const holding = new WeakMap<Expression, boolean>();

function holdsTable(expression: Expression): boolean {
  let holds = holding.get(expression);
  if (holds === undefined) {
    const { kind } = expression;
    holds = kind === 'decision' || kind === 'tiers' || partsOf(expression).some(holdsTable);
    holding.set(expression, holds);
  }
  return holds;
}

function insideRows(
  study: Study,
  list: DecisionExpression | TiersExpression,
  interpreter: Interpreter,
): Finding[] {
  const found: Finding[] =
    list.kind === 'tiers' ? tableFindings(study, list.subject, interpreter) : [];
  let open: Interpreter | undefined = interpreter;
  // What is known behind the last row with a table in it is not asked for.
  const last = lastWithTable(list);
  for (const [index, row] of list.rows.entries()) {
    if (open === undefined || index > last) break;
    const conditions = 'match' in row ? limitsOf(row.match) : [row.condition];
    for (const condition of conditions) found.push(...tableFindings(study, condition, open));
    const condition =
      'match' in row && list.kind === 'tiers' ? tierCondition(list.subject, row) : conditions[0];
    if (condition === undefined) continue;
    const taken: Interpreter | undefined = holdsTable(row.value)
      ? open.assuming(condition, true)
      : undefined;
    if (taken) found.push(...tableFindings(study, row.value, taken));
    if (index < last) open = open.assuming(condition, false);
  }
  if (open && list.otherwise && last === list.rows.length)
    found.push(...tableFindings(study, list.otherwise, open));
  return found;
}
