// Decisions and tiers over exact fractions: as a conditional where they ask one question, otherwise as
// lines that return at the first row that applies.
import type {
  ComparisonOperator,
  DecisionExpression,
  Expression,
  TierMatch,
  TiersExpression,
} from '../../model/expression.ts';
import type { Scope } from './exact-expression.ts';
import { comparisonText, expressionText } from './exact-expression.ts';
import { indent } from './lines.ts';
import { withoutSettledBounds } from './settled-bounds.ts';

type Table = DecisionExpression | TiersExpression;

/** The lines of a function body that gives the expression's value. */
export function bodyLines(expression: Expression, scope: Scope): string[] {
  return isTable(expression) && questionText(expression, scope) === undefined
    ? rowLines(expression, scope)
    : [`return ${argumentText(expression, scope)};`];
}

/** An expression where nothing binds it to its neighbours: as an argument, or as what is returned. */
export function argumentText(expression: Expression, scope: Scope): string {
  return questionText(expression, scope) ?? expressionText(expression, scope);
}

/** A table that asks one question, as a conditional; undefined for longer ones and for what is no table. */
export function questionText(expression: Expression, scope: Scope): string | undefined {
  if (!isTable(expression)) return undefined;
  const when = onlyCondition(expression, scope);
  const values = valuesOf(expression);
  if (when === undefined || values.length !== 2 || values.some(isTable)) return undefined;
  const [value, otherwise] = values.map((each) => expressionText(each, scope));
  return `${when} ? ${value} : ${otherwise}`;
}

/** Whether the expression is a table, whose rows are lines of their own. */
export function isTable(expression: Expression): expression is Table {
  return expression.kind === 'decision' || expression.kind === 'tiers';
}

/** What the rows of a table give, and what it gives where none applies. */
export function valuesOf({ rows, otherwise }: Table): readonly Expression[] {
  return [...rows.map(({ value }) => value), ...(otherwise ? [otherwise] : [])];
}

// Of tiers only where they look at their subject once.
function onlyCondition(table: Table, scope: Scope): string | undefined {
  if (table.kind === 'decision') {
    const [row, more] = table.rows;
    return more === undefined && row ? expressionText(row.condition, scope) : undefined;
  }
  const [row, more] = table.rows;
  if (row === undefined || more !== undefined) return undefined;
  const { match } = row;
  const looks = match.kind === 'values' ? match.values.length : match.bounds.length;
  return looks === 1
    ? matchText(table, match, expressionText(table.subject, scope), scope)
    : undefined;
}

/** The lines that go through the rows of a table until one applies. */
export function rowLines(table: Table, scope: Scope): string[] {
  const { writer } = scope;
  const inner = { ...scope, depth: scope.depth + 1 };
  const subject = `subject${scope.depth === 0 ? '' : scope.depth + 1}`;
  const lines =
    table.kind === 'tiers' ? [`const ${subject} = ${expressionText(table.subject, inner)};`] : [];
  const rows =
    table.kind === 'tiers'
      ? withoutSettledBounds(table).map((row) => ({
          when: matchText(table, row.match, subject, inner),
          value: row.value,
        }))
      : table.rows.map((row) => ({ when: expressionText(row.condition, inner), value: row.value }));
  for (const { when, value } of rows)
    lines.push(...(when === '' ? bodyLines(value, inner) : guarded(when, bodyLines(value, inner))));
  if (rows.at(-1)?.when === '') return lines;
  if (table.otherwise) lines.push(...bodyLines(table.otherwise, inner));
  else lines.push(`throw ${writer.use('undecided')}("no row of a table applies");`);
  return lines;
}

function guarded(when: string, body: readonly string[]): string[] {
  const [only, more] = body;
  if (only !== undefined && more === undefined && !only.includes('\n'))
    return [`if (${when}) ${only}`];
  return [`if (${when}) {`, ...indent(body), '}'];
}

function matchText(
  { subject: { type } }: TiersExpression,
  match: TierMatch,
  subject: string,
  scope: Scope,
): string {
  const limited = (operator: ComparisonOperator, limit: Expression) =>
    comparisonText(operator, subject, type, expressionText(limit, scope), limit.type, scope.writer);
  return match.kind === 'values'
    ? match.values.map((value) => limited('=', value)).join(' || ')
    : match.bounds.map(({ operator, limit }) => limited(operator, limit)).join(' && ');
}
