// Checked expressions: every name is resolved, every literal is in base units, every type is known.
// They carry spans for messages but no syntax.
import type { Rational } from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Span } from '../text/span.ts';
import type { Type } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import type { BuiltinName } from '../builtins/builtins.ts';

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type AggregateFunction = 'sum' | 'mean' | 'min' | 'max' | 'count' | 'all' | 'any';

/** Whose score: a path from the top group down, or the total. */
export type ScoreName = readonly string[] | 'total';

interface Typed {
  readonly type: Type;
  readonly span: Span;
}

export type Expression =
  /** A literal, an enumeration value, or the full points of the rule it stands in. */
  | (Typed & { readonly kind: 'constant'; readonly value: Value; readonly text: string })
  | (Typed & { readonly kind: 'input'; readonly name: string })
  | (Typed & { readonly kind: 'option'; readonly name: string })
  | (Typed & { readonly kind: 'let'; readonly id: string; readonly name: string })
  /** The entry that an aggregate is looking at. */
  | (Typed & { readonly kind: 'each' })
  /** The final score of a group, indicator or item, or of everything. */
  | (Typed & { readonly kind: 'score'; readonly path: ScoreName })
  /** The grade that the total earns, a ranked word; only what comes after the total reads it. */
  | (Typed & { readonly kind: 'grade' })
  /** The scores of the parts of a node that apply, or each divided by its points; `path` is the node's. */
  | (Typed & {
      readonly kind: 'parts';
      readonly of: 'scores' | 'rates';
      readonly path: readonly string[];
    })
  | (Typed & { readonly kind: 'field'; readonly of: Expression; readonly field: string })
  /** A list entry; `index` counts from 1 and lies within the declared length. */
  | (Typed & { readonly kind: 'entry'; readonly of: Expression; readonly index: number })
  | (Typed & { readonly kind: 'negate'; readonly operand: Expression })
  | (Typed & { readonly kind: 'not'; readonly operand: Expression })
  | (Typed & {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Typed & {
      readonly kind: 'compare';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Typed & {
      readonly kind: 'logic';
      readonly operator: 'and' | 'or';
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Typed & {
      readonly kind: 'member';
      readonly of: Expression;
      readonly among: readonly Expression[];
    })
  | (Typed & {
      readonly kind: 'call';
      readonly builtin: BuiltinName;
      readonly arguments: readonly Expression[];
    })
  | (Typed & {
      readonly kind: 'aggregate';
      readonly function: AggregateFunction;
      readonly of: Expression | undefined;
      readonly over: Expression;
      readonly where: Expression | undefined;
    })
  | (Typed & { readonly kind: 'round'; readonly operand: Expression; readonly rounding: Rounding })
  | (Typed & { readonly kind: 'list'; readonly entries: readonly Expression[] })
  | (Typed & { readonly kind: 'record'; readonly fields: ReadonlyMap<string, Expression> })
  | DecisionExpression
  | TiersExpression;

/** `when C : E … otherwise : E`, and `if C then A else B`, which is the same thing with one row. */
export interface DecisionExpression extends Typed {
  readonly kind: 'decision';
  readonly rows: readonly DecisionRow[];
  /** Missing only where the checker proved that the rows cover everything. */
  readonly otherwise: Expression | undefined;
}

export interface DecisionRow {
  readonly condition: Expression;
  readonly value: Expression;
  /** `otherwise when`: the author says that earlier rows go first. */
  readonly afterEarlier: boolean;
  readonly span: Span;
}

/** A table over one subject; the first row that matches gives the value. */
export interface TiersExpression extends Typed {
  readonly kind: 'tiers';
  readonly subject: Expression;
  readonly rows: readonly TierRow[];
  readonly otherwise: Expression | undefined;
}

export interface TierRow {
  readonly match: TierMatch;
  readonly value: Expression;
  readonly span: Span;
}

export type TierMatch =
  /** All bounds must hold: one for `>= 90%`, two for `>= 75% and < 90%` and for `75%..90%`. */
  | {
      readonly kind: 'bounds';
      readonly bounds: readonly {
        readonly operator: ComparisonOperator;
        readonly limit: Expression;
      }[];
    }
  /** Any of these values: enumeration values, texts, dates or figures. */
  | { readonly kind: 'values'; readonly values: readonly Expression[] };

/** An expression that names something outside of itself. */
export type Reference = Extract<
  Expression,
  { kind: 'input' | 'option' | 'let' | 'score' | 'grade' | 'parts' }
>;

/** Whether an expression names something outside of itself. */
export function isReference(expression: Expression): expression is Reference {
  return ['input', 'option', 'let', 'score', 'grade', 'parts'].includes(expression.kind);
}

/** What traces call the thing that is named. */
export function referenceName(reference: Reference): string {
  switch (reference.kind) {
    case 'score': {
      const { path } = reference;
      return path === 'total' ? 'total score' : `score of ${path.join(' / ')}`;
    }
    case 'grade':
      return 'total grade';
    case 'parts':
      return `${reference.of} of parts`;
    default:
      return reference.name;
  }
}

/** The figure of a numeric constant, or undefined. */
export function constantOf(expression: Expression): Rational | undefined {
  if (expression.kind !== 'constant' || expression.value.kind !== 'number') return undefined;
  return expression.value.range.low?.value;
}
