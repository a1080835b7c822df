// Checked expressions: every name is resolved, every literal is in base units, every type is known.
// They carry spans for messages but no syntax.
import type { Rational } from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Span } from '../text/span.ts';
import type { Range } from '../types/range.ts';
import type { Type } from '../types/type.ts';
import { INTEGER } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import type { BuiltinName } from '../builtins/builtins.ts';

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type AggregateFunction =
  | 'sum'
  | 'mean'
  | 'min'
  | 'max'
  | 'count'
  | 'all'
  | 'any'
  | 'median'
  | 'product'
  | 'variance'
  | 'quantile';
/** Which place comes first: that of the highest or of the lowest figure. */
export type RankOrder = 'highest' | 'lowest';
/** What departments with equal figures get: the best of their places, the worst, the mean; or the
 * next place without leaving any out. */
export type RankTies = 'best' | 'worst' | 'average' | 'dense';

/** Whose score: a path from the top group down, or the total. */
export type ScoreName = readonly string[] | 'total';

interface Typed {
  readonly type: Type;
  readonly span: Span;
  /** Present where it came from a definition with parameters: the body, with these arguments. */
  readonly expands?: Expansion | undefined;
  /** Present where it stands for a parameter of a definition that was called: its name. */
  readonly parameter?: string;
}

/** A call that was written, and what it gave the parameters. */
export interface Expansion {
  readonly name: string;
  readonly arguments: readonly { readonly name: string; readonly value: Expression }[];
}

export type Expression =
  /** A literal, an enumeration value, or the full points of the rule it stands in. */
  | (Typed & { readonly kind: 'constant'; readonly value: Value; readonly text: string })
  | (Typed & { readonly kind: 'input'; readonly name: string })
  | (Typed & { readonly kind: 'option'; readonly name: string })
  | (Typed & { readonly kind: 'let'; readonly id: string; readonly name: string })
  /** The entry that an aggregate is looking at. */
  | (Typed & { readonly kind: 'each' })
  /** In a veto's score: what it strikes, as far as it is known; filled in where it is scored. */
  | (Typed & { readonly kind: 'standing'; readonly value: Range | undefined })
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
  | AggregateExpression
  | CohortExpression
  | OwnExpression
  | RankExpression
  | (Typed & { readonly kind: 'round'; readonly operand: Expression; readonly rounding: Rounding })
  | (Typed & { readonly kind: 'list'; readonly entries: readonly Expression[] })
  | (Typed & { readonly kind: 'record'; readonly fields: ReadonlyMap<string, Expression> })
  | DecisionExpression
  | TiersExpression;

/** `sum of E over L where C` and its siblings, over a list or over the departments of a cohort. */
export interface AggregateExpression extends Typed {
  readonly kind: 'aggregate';
  readonly function: AggregateFunction;
  readonly of: Expression | undefined;
  readonly over: Expression;
  readonly where: Expression | undefined;
  /** How many of the highest and of the lowest figures are left out; worked out outside. */
  readonly without?: Trimming;
  /** Of a quantile. */
  readonly at?: QuantilePlace;
}

export interface Trimming {
  readonly highest: Expression | undefined;
  readonly lowest: Expression | undefined;
}

export interface QuantilePlace {
  /** A constant within 0..1. */
  readonly share: Expression;
  /** Linear between neighbouring figures, or the smallest figure with that share at or below it. */
  readonly reading: 'interpolated' | 'nearest';
}

/** What an aggregate looks at where that is not a list: the departments scored together. */
export interface CohortExpression extends Typed {
  readonly kind: 'cohort';
  /** All of them, or all but the department being scored. */
  readonly of: 'all' | 'others';
}

/** Inside an aggregate over a cohort: what the operand is for the department being scored. */
export interface OwnExpression extends Typed {
  readonly kind: 'own';
  readonly operand: Expression;
}

/** The place of the department being scored among its cohort, by a figure that each of them has. */
export interface RankExpression extends Typed {
  readonly kind: 'rank';
  readonly of: Expression;
  readonly where: Expression | undefined;
  readonly order: RankOrder;
  readonly ties: RankTies;
}

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
  /** Present where the row is a stretch of a curve. */
  readonly segment?: Segment;
}

/** A straight stretch between two points of a curve; without `to`, its last point. */
export interface Segment {
  readonly subject: Expression;
  readonly from: CurvePoint;
  readonly to: CurvePoint | undefined;
}

/** A point of a curve: where, and what the curve gives there. */
export interface CurvePoint {
  readonly at: Expression;
  readonly value: Expression;
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
  readonly segment?: Segment;
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

/** True for what is worked out from a cohort: an aggregate over it, or a place in it. */
export function comparesDepartments(
  expression: Expression,
): expression is AggregateExpression | RankExpression {
  return (
    expression.kind === 'rank' ||
    (expression.kind === 'aggregate' && expression.over.kind === 'cohort')
  );
}

/** How many entries or departments pass the filter of an aggregate. */
export function countOf({ over, where, span }: AggregateExpression): AggregateExpression {
  return { kind: 'aggregate', function: 'count', of: undefined, over, where, type: INTEGER, span };
}

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
