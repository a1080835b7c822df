// An expression and what must hold for it to be asked for → its branches and thresholds. Definitions are
// followed where they are read. What is worked out for each entry of a list or each department of a
// cohort holds for one of them and not for another, so it is named and not followed.
import { tierCondition } from '../../interpret/rows.ts';
import type { DecisionRow, Expression } from '../../model/expression.ts';
import { partsOf, within } from '../../model/expression-parts.ts';
import type { Let } from '../../model/framework.ts';
import type { Span } from '../../text/span.ts';
import type { BranchKind, Guard } from './branch.ts';

/** What is told of each branch and threshold that is found. */
export interface Finder {
  readonly lets: ReadonlyMap<string, Let>;
  readonly branch: (found: {
    readonly kind: BranchKind;
    readonly span: Span;
    readonly number: number | undefined;
    readonly guards: readonly Guard[];
  }) => void;
  readonly threshold: (found: {
    readonly span: Span;
    readonly left: Expression;
    readonly right: Expression;
    readonly guards: readonly Guard[];
  }) => void;
  readonly notFollowed: (span: Span) => void;
}

/** Tells the finder of everything in the expression. */
export function walk(expression: Expression, guards: readonly Guard[], finder: Finder): void {
  switch (expression.kind) {
    case 'let': {
      const definition = finder.lets.get(expression.id);
      if (definition) walk(definition.value, guards, finder);
      return;
    }
    case 'decision':
      walkDecision(expression, guards, finder);
      return;
    case 'tiers':
      walkTiers(expression, guards, finder);
      return;
    case 'aggregate':
    case 'rank':
    case 'own':
      for (const part of within(expression))
        if (part.kind === 'decision' || part.kind === 'tiers') finder.notFollowed(part.span);
      return;
    case 'logic': {
      // One side matters only where the other leaves it open.
      const { left, right, operator } = expression;
      const outcome = operator === 'and';
      walk(left, [...guards, { condition: right, outcome }], finder);
      walk(right, [...guards, { condition: left, outcome }], finder);
      return;
    }
    case 'compare':
      if (isFigure(expression.left) && isOrder(expression.operator))
        finder.threshold({ ...expression, guards });
      break;
    case 'call':
      if (expression.builtin === 'min' || expression.builtin === 'max')
        walkExtreme(expression, guards, finder);
      break;
    default:
  }
  for (const part of partsOf(expression)) walk(part, guards, finder);
}

function isOrder(operator: string): boolean {
  return operator !== '=' && operator !== '!=';
}

function isFigure({ type }: Expression): boolean {
  return type.kind === 'number' || type.kind === 'date';
}

type Decision = Extract<Expression, { kind: 'decision' }>;
type Tiers = Extract<Expression, { kind: 'tiers' }>;
type Call = Extract<Expression, { kind: 'call' }>;
type Row = Pick<DecisionRow, 'condition' | 'value' | 'span'>;

function walkDecision(
  { rows, otherwise }: Decision,
  guards: readonly Guard[],
  finder: Finder,
): void {
  walkRows(rows, otherwise, guards, finder, ({ condition }, before) => {
    walk(condition, before, finder);
  });
}

// A row fires where its condition holds and none before it.
function walkRows(
  rows: readonly Row[],
  otherwise: Expression | undefined,
  guards: readonly Guard[],
  finder: Finder,
  look: (row: Row, before: readonly Guard[]) => void,
): void {
  let before = guards;
  rows.forEach((row, at) => {
    const { condition, value, span } = row;
    look(row, before);
    const inside = [...before, { condition, outcome: true }];
    finder.branch({ kind: 'row', span, number: at + 1, guards: inside });
    walk(value, inside, finder);
    before = [...before, { condition, outcome: false }];
  });
  if (!otherwise) return;
  finder.branch({ kind: 'otherwise', span: otherwise.span, number: undefined, guards: before });
  walk(otherwise, before, finder);
}

function walkTiers(
  { subject, rows, otherwise }: Tiers,
  guards: readonly Guard[],
  finder: Finder,
): void {
  walk(subject, guards, finder);
  const conditional = rows.map((row) => ({ ...row, condition: tierCondition(subject, row) }));
  walkRows(conditional, otherwise, guards, finder, () => undefined);
  if (!isFigure(subject)) return;
  for (const { match, span } of rows)
    if (match.kind === 'bounds')
      // A row turns where its bound lies, whatever the rows before it take.
      for (const { limit } of match.bounds)
        finder.threshold({ span, left: subject, right: limit, guards });
}

function walkExtreme(call: Call, guards: readonly Guard[], finder: Finder): void {
  const { builtin, arguments: figures, span } = call;
  const [first, second, ...more] = figures;
  if (!first || !second) return;
  const isMin = builtin === 'min';
  figures.forEach((figure, at) => {
    const beyond = figures.flatMap((other, place): Guard[] => {
      if (place === at) return [];
      // Of equal figures the first is the one.
      const operator = isMin ? (place < at ? '<' : '<=') : place < at ? '>' : '>=';
      const type = { kind: 'boolean' } as const;
      const condition = {
        kind: 'compare',
        operator,
        left: figure,
        right: other,
        type,
        span,
      } as const;
      return [{ condition, outcome: true }];
    });
    const kind = isMin ? 'smallest' : 'largest';
    finder.branch({ kind, span: figure.span, number: at + 1, guards: [...guards, ...beyond] });
  });
  if (more.length === 0) finder.threshold({ span, left: first, right: second, guards });
}
