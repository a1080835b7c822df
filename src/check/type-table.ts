// `when` rows, `if … then … else …` and tier tables: conditions are true or false, the values of all
// rows go together, and where a score is wanted each row is a score by itself.
import { tierCondition } from '../interpret/rows.ts';
import { limitsOf } from '../model/expression-parts.ts';
import type {
  DecisionRow,
  Expression,
  TierMatch,
  TierRow,
  TiersExpression,
} from '../model/expression.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import type * as Syntax from '../syntax/tree.ts';
import type { Type } from '../types/type.ts';
import { SCORE } from '../types/type.ts';
import { joinAll } from './agree.ts';
import { interpolate } from './interpolate.ts';
import { rewriteFix } from './suggest.ts';
import { comparablePair } from './type-operation.ts';
import type { Expected, Typing } from './typing.ts';
import { mistake, typeCondition, typeScore } from './typing.ts';

type Node<K extends Syntax.Expression['kind']> = Extract<Syntax.Expression, { kind: K }>;

export function typeDecision(
  typing: Typing,
  decision: Node<'decision'>,
  expected: Expected,
): Expression {
  const { rows, otherwise, span } = decision;
  refuseBands(typing, decision);
  const conditions = rows.map(({ condition }) => typeCondition(typing, condition));
  const results = typeResults(typing, rows, otherwise, expected);
  const typed: DecisionRow[] = rows.map((row, index) => ({
    condition: conditions[index] ?? mistake(row.span),
    value: results.values[index] ?? mistake(row.span),
    afterEarlier: row.afterEarlier,
    span: row.span,
  }));
  return { kind: 'decision', rows: typed, otherwise: results.otherwise, type: results.type, span };
}

export function typeChoose(
  typing: Typing,
  expression: Node<'choose'>,
  expected: Expected,
): Expression {
  const { condition, then, otherwise, span } = expression;
  const row = { condition, value: then, afterEarlier: false, span: then.span };
  return typeDecision(typing, { kind: 'decision', rows: [row], otherwise, span }, expected);
}

// What is left to an assessor has its place under `judged`, which takes it out before typing.
function refuseBands({ report }: Typing, table: Node<'decision' | 'tiers'>): void {
  const [found] = [...table.rows.map(({ most }) => most), table.otherwiseMost].filter(
    (most) => most !== undefined,
  );
  if (found) report.say('band-outside-judged', found.span, {});
}

interface Results {
  readonly values: readonly Expression[];
  readonly otherwise: Expression | undefined;
  readonly type: Type;
}

function typeResults(
  typing: Typing,
  rows: readonly { readonly value: Syntax.Expression }[],
  otherwise: Syntax.Expression | undefined,
  expected: Expected,
): Results {
  const written = [...rows.map(({ value }) => value), ...(otherwise ? [otherwise] : [])];
  const { values, type } =
    expected === 'score'
      ? { values: written.map((value) => typeScore(typing, value)), type: SCORE }
      : joinAll(
          typing,
          written.map((value) => typing.type(value, expected)),
        );
  return { values, otherwise: otherwise && values[rows.length], type };
}

export function typeTiers(
  typing: Typing,
  expression: Node<'tiers'>,
  expected: Expected,
): Expression {
  const { rows, otherwise, span } = expression;
  refuseBands(typing, expression);
  const subject = typing.type(expression.subject);
  const usable = isTierSubject(typing, subject);
  const matches = rows.map(({ match }) =>
    typeMatch(typing, usable ? subject : mistake(subject.span), match),
  );
  const results = typeResults(typing, rows, otherwise, expected);
  if (!usable) return mistake(span);
  const written: TierRow[] = rows.map((row, index) => ({
    match: matches[index] ?? { kind: 'values', values: [] },
    value: results.values[index] ?? mistake(row.span),
    span: row.span,
  }));
  const plain: TiersExpression = {
    kind: 'tiers',
    subject,
    rows: written,
    otherwise: results.otherwise,
    type: results.type,
    span,
  };
  const table = expression.interpolated ? interpolate(typing, plain) : plain;
  if (table === undefined) return mistake(span);
  const moves = table.rows.some((row) => limitsOf(row.match).some(typing.readsData));
  return moves ? readFromTop(table) : table;
}

// A table whose bounds move with the data is read from the top: the first row that holds counts.
function readFromTop({ subject, rows, ...table }: TiersExpression): Expression {
  return {
    ...table,
    kind: 'decision',
    rows: rows.map((row, index): DecisionRow => ({
      condition: tierCondition(subject, row),
      value: row.value,
      afterEarlier: index > 0,
      span: row.span,
      ...(row.segment && { segment: row.segment }),
    })),
  };
}

function isTierSubject(typing: Typing, { type, span }: Expression): boolean {
  switch (type.kind) {
    case 'number':
    case 'date':
    case 'enumeration':
    case 'text':
      return true;
    case 'error':
      return false;
    default:
      typing.report.say('not-a-number', span, { found: type });
      return false;
  }
}

function typeMatch(
  typing: Typing,
  subject: Expression,
  match: Syntax.TierRowNode['match'],
): TierMatch {
  switch (match.kind) {
    case 'bounds':
      return {
        kind: 'bounds',
        bounds: match.bounds.map((bound) => typeBound(typing, subject, bound)),
      };
    case 'between': {
      const bounds = [
        { operator: '>=', operand: match.low },
        { operator: '<=', operand: match.high },
      ] as const;
      return { kind: 'bounds', bounds: bounds.map((bound) => typeBound(typing, subject, bound)) };
    }
    case 'values':
      return {
        kind: 'values',
        values: match.values.map((value) => {
          const stretch = stretchFix(value);
          if (stretch === undefined)
            return typeBound(typing, subject, { operator: '=', operand: value }).limit;
          typing.report.say('range-written-as-difference', value.span, {}, { fix: stretch });
          return mistake(value.span);
        }),
      };
    default:
      return match satisfies never;
  }
}

// `5%-10%`: nobody writes a single figure as the difference of two.
function stretchFix(value: Syntax.Expression): Fix | undefined {
  if (value.kind !== 'arithmetic' || value.operator !== '-') return undefined;
  const { left, right, span } = value;
  const isFixed = [left, right].every(({ kind }) => kind === 'number' || kind === 'date');
  const between = { file: span.file, start: left.span.end, end: right.span.start };
  return isFixed ? rewriteFix(between, '..') : undefined;
}

function typeBound(
  typing: Typing,
  subject: Expression,
  { operator, operand }: Syntax.ComparisonLink,
) {
  const typed = typing.type(operand, subject.type);
  const limit = comparablePair(typing, operator, subject, typed)?.right ?? mistake(typed.span);
  return { operator, limit };
}
