// The grammar of what is worked out from many figures: aggregates over the entries of a list, the
// parts of a node or the departments of a cohort, and the place of a department among the others.
import type { IToken } from 'chevrotain';
import { EverydayParser } from './everyday.ts';
import type { Expectation } from './problems.ts';
import type { Rule } from './recovery.ts';
import { endOf, keywordTokens as K } from './tokens.ts';

const AGGREGATES_OF_NUMBERS = [
  K.SumOf,
  K.MeanOf,
  K.MinOf,
  K.MaxOf,
  K.CountOf,
  K.MedianOf,
  K.ProductOf,
  K.VarianceOf,
  K.QuantileOf,
] as const;
const AGGREGATES_OF_TRUTHS = [K.AllOf, K.AnyOf] as const;
const PARTS = [K.ScoresOfParts, K.RatesOfParts] as const;
const COHORTS = [K.Cohort, K.Others] as const;
const READINGS = [K.Interpolated, K.Nearest] as const;
const ORDERS = [K.HighestFirst, K.LowestFirst] as const;
const TIES = [K.TiesBest, K.TiesWorst, K.TiesAverage, K.TiesDense] as const;

export abstract class AggregateRules extends EverydayParser {
  abstract readonly arithmetic: Rule;
  abstract readonly disjunction: Rule;
  abstract readonly negation: Rule;
  abstract readonly postfix: Rule;

  protected readonly operand = (from = 1): boolean => this.operandAhead(from);
  protected readonly condition = (from = 1): boolean =>
    this.operandAhead(from) || this.typeAt(from) === K.Not;

  /** Reads an expression in which no row of a list around it can begin. */
  protected needPlain(what: Expectation, read: () => void): void {
    this.inZone('plain', () => this.need(what, this.condition, read));
  }

  readonly aggregate: Rule = this.RULE('aggregate', () => {
    this.OR([
      {
        ALT: () => {
          this.OR1(this.tokensOf(AGGREGATES_OF_NUMBERS));
          // Nothing can be calculated with a whole list: `min of rates of parts * 10` multiplies the
          // least of them.
          this.OR3({
            IGNORE_AMBIGUITIES: true,
            DEF: [
              { ALT: () => this.SUBRULE(this.parts) },
              {
                ALT: () =>
                  this.need('expression', this.operand, () =>
                    this.nested(() => this.SUBRULE(this.arithmetic)),
                  ),
              },
            ],
          });
        },
      },
      {
        ALT: () => {
          this.OR2(this.tokensOf(AGGREGATES_OF_TRUTHS));
          const [word, first] = [this.LA(0), this.LA(1)];
          this.needPlain('condition', () => this.nested(() => this.SUBRULE(this.negation)));
          this.passLooseCondition(word, first);
        },
      },
    ]);
    this.OPTION(() => this.SUBRULE(this.over));
    this.OPTION2(() => this.SUBRULE(this.where));
    this.OPTION3(() => this.SUBRULE(this.withoutHighest));
    this.OPTION4(() => this.SUBRULE(this.withoutLowest));
    this.OPTION5(() => this.SUBRULE(this.quantilePlace));
  });

  /** `any of A and B over L`: reports what `A` leaves over, and goes on at `over`. */
  private passLooseCondition(word: IToken, first: IToken): void {
    if (this.RECORDING_PHASE || !this.isAt(K.And, K.Or)) return;
    const count = this.placesTo(K.Over);
    if (count === 0) return;
    const place = { start: first.startOffset, end: endOf(this.LA(count)) };
    this.complain({ kind: 'loose-condition', ...place, aggregate: word.image });
    for (let skipped = 0; skipped < count; skipped++) this.SKIP_TOKEN();
  }

  /** What an aggregate looks at: a list, or the departments that are scored together. */
  readonly over: Rule = this.RULE('over', () => {
    this.CONSUME(K.Over);
    this.need('expression', this.operand, () => this.nested(() => this.SUBRULE(this.postfix)));
  });

  readonly where: Rule = this.RULE('where', () => {
    this.CONSUME(K.Where);
    this.needPlain('condition', () => this.nested(() => this.SUBRULE(this.disjunction)));
  });

  readonly withoutHighest: Rule = this.RULE('withoutHighest', () => {
    this.CONSUME(K.WithoutHighest);
    this.need('number', this.operand, () => this.nested(() => this.SUBRULE(this.postfix)));
  });

  readonly withoutLowest: Rule = this.RULE('withoutLowest', () => {
    this.CONSUME(K.WithoutLowest);
    this.need('number', this.operand, () => this.nested(() => this.SUBRULE(this.postfix)));
  });

  /** `at 25% interpolated` */
  readonly quantilePlace: Rule = this.RULE('quantilePlace', () => {
    this.CONSUME(K.At);
    this.need('number', this.operand, () => this.nested(() => this.SUBRULE(this.postfix)));
    this.needOneOf('quantile-reading', READINGS, () => this.SUBRULE(this.quantileReading));
  });

  readonly quantileReading: Rule = this.RULE('quantileReading', () => {
    this.OR(this.tokensOf(READINGS));
  });

  /** The lists that only a combining rule can read. */
  readonly parts: Rule = this.RULE('parts', () => {
    this.OR(this.tokensOf(PARTS));
  });

  readonly cohort: Rule = this.RULE('cohort', () => {
    this.OR(this.tokensOf(COHORTS));
  });

  /** `own 报价` */
  readonly own: Rule = this.RULE('own', () => {
    this.CONSUME(K.Own);
    this.need('expression', this.operand, () => this.nested(() => this.SUBRULE(this.postfix)));
  });

  /** `rank of 报价 over cohort lowest first ties share best rank` */
  readonly rank: Rule = this.RULE('rank', () => {
    this.CONSUME(K.RankOf);
    this.need('expression', this.operand, () => this.nested(() => this.SUBRULE(this.arithmetic)));
    this.needOneOf('over-cohort', [K.Over], () => this.SUBRULE(this.over));
    this.OPTION(() => this.SUBRULE(this.where));
    this.needOneOf('rank-order', ORDERS, () => this.SUBRULE(this.rankOrder));
    this.needOneOf('rank-ties', TIES, () => this.SUBRULE(this.rankTies));
  });

  readonly rankOrder: Rule = this.RULE('rankOrder', () => {
    this.OR(this.tokensOf(ORDERS));
  });

  readonly rankTies: Rule = this.RULE('rankTies', () => {
    this.OR(this.tokensOf(TIES));
  });
}
