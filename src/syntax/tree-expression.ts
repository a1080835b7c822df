// The syntax of expressions: what a value, a condition or a table of rows was written as. A part that
// the writer left out is a `missing` expression.
import type { Span } from '../text/span.ts';

/** Anything that was written somewhere. */
export interface Base {
  readonly span: Span;
}

/** A name as meant (quotes removed); empty text where recovery found none. */
export interface Name {
  readonly text: string;
  readonly span: Span;
}

export type Expression =
  | (Base & { readonly kind: 'missing' })
  /** The digits as written (half-width), the percent sign if any, and the unit word if any. */
  | (Base & {
      readonly kind: 'number';
      readonly digits: string;
      readonly percent: '' | '%' | '‰';
      readonly unit: Name | undefined;
    })
  | (Base & { readonly kind: 'date'; readonly text: string })
  | (Base & { readonly kind: 'text'; readonly text: string })
  | (Base & { readonly kind: 'boolean'; readonly value: boolean })
  | (Base & { readonly kind: 'name'; readonly name: Name })
  | (Base & { readonly kind: 'full-points' })
  | (Base & { readonly kind: 'each' })
  | (Base & { readonly kind: 'field'; readonly of: Expression; readonly field: Name })
  | (Base & { readonly kind: 'entry'; readonly of: Expression; readonly index: Expression })
  | (Base & { readonly kind: 'negate' | 'not'; readonly operand: Expression })
  | (Base & {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
    })
  /** `a < b <= c` keeps its chain; a plain comparison has one link. */
  | (Base & {
      readonly kind: 'comparison';
      readonly first: Expression;
      readonly links: readonly ComparisonLink[];
    })
  | (Base & {
      readonly kind: 'logic';
      readonly operator: 'and' | 'or';
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Base & {
      readonly kind: 'member';
      readonly of: Expression;
      readonly among: readonly Expression[];
    })
  | (Base & {
      readonly kind: 'choose';
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    })
  | (Base & {
      readonly kind: 'call';
      readonly name: Name;
      readonly arguments: readonly Expression[];
    })
  | (Base & {
      readonly kind: 'aggregate';
      readonly function: AggregateWord;
      /** `sum of E over L`: E. `sum of L`: undefined. */
      readonly of: Expression | undefined;
      readonly over: Expression;
      readonly where: Expression | undefined;
      readonly withoutHighest: Expression | undefined;
      readonly withoutLowest: Expression | undefined;
      /** `at 25% interpolated` */
      readonly at: QuantilePlaceNode | undefined;
    })
  /** What an aggregate looks at: the departments scored together, or those but this one. */
  | (Base & { readonly kind: 'cohort'; readonly of: 'all' | 'others' })
  | (Base & { readonly kind: 'own'; readonly operand: Expression })
  | (Base & {
      readonly kind: 'rank';
      readonly of: Expression;
      readonly over: Expression;
      readonly where: Expression | undefined;
      readonly order: 'highest' | 'lowest' | undefined;
      readonly ties: 'best' | 'worst' | 'average' | 'dense' | undefined;
    })
  | (Base & {
      readonly kind: 'rounded';
      readonly operand: Expression;
      readonly rounding: RoundedTo;
    })
  | (Base & { readonly kind: 'list'; readonly entries: readonly Expression[] })
  | (Base & {
      readonly kind: 'record';
      readonly fields: readonly { readonly name: Name; readonly value: Expression }[];
    })
  | (Base & {
      readonly kind: 'decision';
      readonly rows: readonly DecisionRowNode[];
      readonly otherwise: Expression | undefined;
    })
  | (Base & {
      readonly kind: 'tiers';
      /** `interpolate of`: its single figures are points with straight lines between them. */
      readonly interpolated: boolean;
      readonly subject: Expression;
      readonly rows: readonly TierRowNode[];
      readonly otherwise: Expression | undefined;
    });

export type AggregateWord =
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

export interface QuantilePlaceNode extends Base {
  readonly share: Expression;
  readonly reading: 'interpolated' | 'nearest' | undefined;
}

export interface ComparisonLink {
  readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=';
  readonly operand: Expression;
}

export interface DecisionRowNode extends Base {
  /** `otherwise when`: comes after the rows before it on purpose. */
  readonly afterEarlier: boolean;
  readonly condition: Expression;
  readonly value: Expression;
}

export interface TierRowNode extends Base {
  readonly match:
    | { readonly kind: 'bounds'; readonly bounds: readonly ComparisonLink[] }
    /** `75%..90%`, both ends included. */
    | { readonly kind: 'between'; readonly low: Expression; readonly high: Expression }
    | { readonly kind: 'values'; readonly values: readonly Expression[] };
  readonly value: Expression;
}

/** `rounded to 0.1% half up` */
export interface RoundedTo extends Base {
  readonly step: Expression;
  readonly mode: 'half-up' | 'half-even' | 'up' | 'down' | undefined;
}
