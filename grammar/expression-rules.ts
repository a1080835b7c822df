// The grammar of expressions, loosest first: rounding, or, and, not, comparison, sums, products and
// signs. Row values and deductions use the arithmetic level, so that rows may follow one another
// without separators.
import type { IOrAlt } from 'chevrotain';
import { OperandRules } from './operand-rules.ts';
import type { Rule } from './recovery.ts';
import { comparisonOperators } from './token-roles.ts';
import { keywordTokens as K, symbolTokens as S } from './tokens.ts';

const ADDITIVE = [S.Plus, S.Minus] as const;
const MULTIPLICATIVE = [S.Times, S.Slash] as const;
const MODES = [K.HalfUp, K.HalfEven, K.Up, K.Down] as const;

export abstract class ExpressionRules extends OperandRules {
  readonly roundingMode: Rule = this.RULE('roundingMode', () => {
    this.OR(this.tokensOf(MODES));
  });

  /** The step and the mode after any of the `rounded to` words. */
  readonly step: Rule = this.RULE('step', () => {
    this.need('number', this.operand, () => this.SUBRULE(this.arithmetic));
    this.needOneOf('rounding-mode', MODES, () => this.SUBRULE(this.roundingMode));
  });

  readonly rounding: Rule = this.RULE('rounding', () => {
    this.CONSUME(K.RoundedTo);
    this.SUBRULE(this.step);
  });

  readonly expression: Rule = this.RULE('expression', () => {
    this.SUBRULE(this.disjunction);
    this.OPTION(() => this.SUBRULE(this.rounding));
  });

  readonly disjunction: Rule = this.RULE('disjunction', () => {
    this.SUBRULE(this.conjunction);
    this.MANY(() => {
      this.CONSUME(K.Or);
      this.need('expression', this.condition, () => this.SUBRULE2(this.conjunction));
    });
  });

  readonly conjunction: Rule = this.RULE('conjunction', () => {
    this.SUBRULE(this.negation);
    this.MANY(() => {
      this.CONSUME(K.And);
      this.need('expression', this.condition, () => this.SUBRULE2(this.negation));
    });
  });

  readonly negation: Rule = this.RULE('negation', () => {
    this.OR({ IGNORE_AMBIGUITIES: true, DEF: this.negationOrNone });
  });

  private readonly negationOrNone: IOrAlt<unknown>[] = [
    {
      ALT: () => {
        this.CONSUME(K.Not);
        this.need('expression', this.condition, () =>
          this.nested(() => this.SUBRULE(this.negation)),
        );
      },
    },
    { ALT: () => this.SUBRULE(this.comparison) },
  ];

  readonly comparison: Rule = this.RULE('comparison', () => {
    const first = this.LA(1);
    this.SUBRULE(this.arithmetic);
    this.mendLimitWord(first);
    this.MANY(() => {
      this.SUBRULE(this.comparisonOperator);
      this.need('expression', this.operand, () => this.SUBRULE2(this.arithmetic));
    });
    this.OPTION(() => this.SUBRULE(this.membership));
  });

  readonly comparisonOperator: Rule = this.RULE('comparisonOperator', () => {
    this.OR(this.tokensOf(comparisonOperators));
  });

  readonly membership: Rule = this.RULE('membership', () => {
    const head = this.CONSUME(K.In);
    this.block('rows', head, this.operand, () =>
      this.inZone('set', () =>
        this.rows('expression', this.operand, () => this.SUBRULE(this.arithmetic)),
      ),
    );
  });

  readonly arithmetic: Rule = this.RULE('arithmetic', () => {
    this.SUBRULE(this.term);
    this.MANY({
      GATE: () => !this.minusBeginsRow(),
      DEF: () => {
        this.OR(this.tokensOf(ADDITIVE));
        this.need('expression', this.operand, () => this.SUBRULE2(this.term));
      },
    });
  });

  readonly term: Rule = this.RULE('term', () => {
    this.SUBRULE(this.signed);
    this.MANY(() => {
      this.OR(this.tokensOf(MULTIPLICATIVE));
      this.need('expression', this.operand, () => this.SUBRULE2(this.signed));
    });
  });

  readonly signed: Rule = this.RULE('signed', () => {
    this.OR({ IGNORE_AMBIGUITIES: true, DEF: this.signOrNone });
  });

  private readonly signOrNone: IOrAlt<unknown>[] = [
    {
      ALT: () => {
        this.CONSUME(S.Minus);
        this.need('expression', this.operand, () => this.nested(() => this.SUBRULE(this.signed)));
      },
    },
    { ALT: () => this.SUBRULE(this.postfix) },
  ];
}
