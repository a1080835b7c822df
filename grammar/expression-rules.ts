// The grammar of expressions, loosest first: rounding, or, and, not, comparison, sums, products,
// signs, fields and entries, and what they are all made of. Row values and deductions use the
// arithmetic level, so that rows may follow one another without separators.
import type { IToken } from 'chevrotain';
import { BlockParser } from './block-recovery.ts';
import type { Rule } from './recovery.ts';
import { comparisonOperators } from './lookahead.ts';
import {
  DateLiteral,
  NumberLiteral,
  NameWord,
  TextLiteral,
  keywordTokens as K,
  symbolTokens as S,
} from './tokens.ts';

const ADDITIVE = [S.Plus, S.Minus] as const;

export abstract class ExpressionRules extends BlockParser {
  protected readonly operand = (from = 1): boolean => this.operandAhead(from);
  protected readonly condition = (from = 1): boolean =>
    this.operandAhead(from) || this.typeAt(from) === K.Not;

  readonly name: Rule = this.RULE('name', () => {
    this.CONSUME(NameWord);
  });

  protected needName(occurrence: number): boolean {
    return this.need('name', () => this.nameAhead(), () => this.subrule(occurrence, this.name));
  }

  readonly path: Rule = this.RULE('path', () => {
    this.needName(0);
    this.MANY(() => {
      this.CONSUME(S.Slash);
      this.needName(1);
    });
  });

  protected needPath(occurrence: number): boolean {
    return this.need('path', () => this.nameAhead(), () => this.subrule(occurrence, this.path));
  }

  readonly separator: Rule = this.RULE('separator', () => {
    this.OR([{ ALT: () => this.CONSUME(S.Semicolon) }, { ALT: () => this.CONSUME(S.Comma) }]);
  });

  readonly roundingMode: Rule = this.RULE('roundingMode', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.HalfUp) },
      { ALT: () => this.CONSUME(K.HalfEven) },
      { ALT: () => this.CONSUME(K.Up) },
      { ALT: () => this.CONSUME(K.Down) },
    ]);
  });

  /** The step and the mode after any of the `rounded to` words. */
  readonly step: Rule = this.RULE('step', () => {
    this.need('number', this.operand, () => this.SUBRULE(this.arithmetic));
    const modes = [K.HalfUp, K.HalfEven, K.Up, K.Down];
    this.needOneOf('rounding-mode', modes, () => this.SUBRULE(this.roundingMode));
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
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        {
          ALT: () => {
            this.CONSUME(K.Not);
            this.need('expression', this.condition, () =>
              this.nested(() => this.SUBRULE(this.negation)),
            );
          },
        },
        { ALT: () => this.SUBRULE(this.comparison) },
      ],
    });
  });

  readonly comparison: Rule = this.RULE('comparison', () => {
    this.SUBRULE(this.arithmetic);
    this.MANY(() => {
      this.SUBRULE(this.comparisonOperator);
      this.need('expression', this.operand, () => this.SUBRULE2(this.arithmetic));
    });
    this.OPTION(() => this.SUBRULE(this.membership));
  });

  readonly comparisonOperator: Rule = this.RULE('comparisonOperator', () => {
    this.OR(comparisonOperators.map((type) => ({ ALT: () => this.CONSUME(type) })));
  });

  readonly membership: Rule = this.RULE('membership', () => {
    const head = this.CONSUME(K.In);
    this.block('rows', head, this.operand, () =>
      this.inZone('plain', () =>
        this.rows('expression', this.operand, () => this.SUBRULE(this.arithmetic)),
      ),
    );
  });

  readonly arithmetic: Rule = this.RULE('arithmetic', () => {
    this.SUBRULE(this.term);
    this.MANY({
      GATE: () => !this.minusBeginsRow(),
      DEF: () => {
        this.OR(ADDITIVE.map((type) => ({ ALT: () => this.CONSUME(type) })));
        this.need('expression', this.operand, () => this.SUBRULE2(this.term));
      },
    });
  });

  readonly term: Rule = this.RULE('term', () => {
    this.SUBRULE(this.signed);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(S.Times) }, { ALT: () => this.CONSUME(S.Slash) }]);
      this.need('expression', this.operand, () => this.SUBRULE2(this.signed));
    });
  });

  readonly signed: Rule = this.RULE('signed', () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        {
          ALT: () => {
            this.CONSUME(S.Minus);
            this.need('expression', this.operand, () =>
              this.nested(() => this.SUBRULE(this.signed)),
            );
          },
        },
        { ALT: () => this.SUBRULE(this.postfix) },
      ],
    });
  });

  readonly postfix: Rule = this.RULE('postfix', () => {
    this.SUBRULE(this.primary);
    this.MANY(() =>
      this.OR([{ ALT: () => this.SUBRULE(this.field) }, { ALT: () => this.SUBRULE(this.entry) }]),
    );
  });

  readonly field: Rule = this.RULE('field', () => {
    this.CONSUME(S.Dot);
    this.needName(0);
  });

  readonly entry: Rule = this.RULE('entry', () => {
    const opening = this.CONSUME(S.LeftBracket);
    this.inZone('plain', () =>
      this.need('expression', this.operand, () =>
        this.nested(() => this.SUBRULE(this.arithmetic)),
      ),
    );
    this.close(S.RightBracket, 'closing-bracket', opening);
  });

  readonly primary: Rule = this.RULE('primary', () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.SUBRULE(this.number) },
        { ALT: () => this.CONSUME(DateLiteral) },
        { ALT: () => this.CONSUME(TextLiteral) },
        { ALT: () => this.CONSUME(K.Yes) },
        { ALT: () => this.CONSUME(K.No) },
        { ALT: () => this.CONSUME(K.FullPoints) },
        { ALT: () => this.CONSUME(K.Each) },
        { ALT: () => this.SUBRULE(this.choose) },
        { GATE: () => this.aggregateAhead(), ALT: () => this.SUBRULE(this.aggregate) },
        { ALT: () => this.SUBRULE(this.parenthesis) },
        { ALT: () => this.SUBRULE(this.list) },
        { ALT: () => this.SUBRULE(this.record) },
        { ALT: () => this.SUBRULE(this.reference) },
      ],
    });
  });

  readonly number: Rule = this.RULE('number', () => {
    this.CONSUME(NumberLiteral);
    this.OPTION({
      GATE: () => this.isAt(S.PercentSign, S.PerMilleSign) || this.unitAhead(),
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME(S.PercentSign) },
          { ALT: () => this.CONSUME(S.PerMilleSign) },
          { ALT: () => this.SUBRULE(this.unit) },
        ]),
    });
  });

  /** The word behind a number: `3 家`, `2 points`. */
  readonly unit: Rule = this.RULE('unit', () => {
    this.CONSUME(NameWord);
  });

  readonly reference: Rule = this.RULE('reference', () => {
    this.SUBRULE(this.name);
    this.OPTION({
      GATE: () => !this.beginsLine(),
      DEF: () => {
        const opening = this.CONSUME(S.LeftParenthesis);
        this.entries(S.RightParenthesis, 'closing-parenthesis', opening);
      },
    });
  });

  readonly parenthesis: Rule = this.RULE('parenthesis', () => {
    const opening = this.CONSUME(S.LeftParenthesis);
    this.inZone('plain', () =>
      this.need('expression', this.condition, () =>
        this.nested(() => this.SUBRULE(this.expression)),
      ),
    );
    this.close(S.RightParenthesis, 'closing-parenthesis', opening);
  });

  readonly list: Rule = this.RULE('list', () => {
    const opening = this.CONSUME(S.LeftBracket);
    this.entries(S.RightBracket, 'closing-bracket', opening);
  });

  readonly record: Rule = this.RULE('record', () => {
    const isField = () => this.pathThen(1, S.Equals);
    this.block('rows', this.LA(1), isField, () =>
      this.inZone('givens', () =>
        this.rows('given', isField, () => this.SUBRULE(this.recordField)),
      ),
    );
  });

  readonly recordField: Rule = this.RULE('recordField', () => {
    this.SUBRULE(this.name);
    this.needToken(0, S.Equals, 'equals');
    this.need('expression', this.operand, () => this.SUBRULE(this.arithmetic));
  });

  readonly choose: Rule = this.RULE('choose', () => {
    this.CONSUME(K.If);
    this.nested(() => {
      this.need('condition', this.condition, () => this.SUBRULE(this.expression));
      this.needToken(0, K.Then, 'then');
      this.need('expression', this.operand, () => this.SUBRULE(this.arithmetic));
      this.needToken(0, K.Else, 'else');
      this.need('expression', this.operand, () => this.SUBRULE2(this.arithmetic));
    });
  });

  readonly aggregate: Rule = this.RULE('aggregate', () => {
    this.OR([
      {
        ALT: () => {
          this.OR1(
            [K.SumOf, K.MeanOf, K.MinOf, K.MaxOf, K.CountOf].map((type) => ({
              ALT: () => this.CONSUME(type),
            })),
          );
          this.need('expression', this.operand, () =>
            this.nested(() => this.SUBRULE(this.arithmetic)),
          );
        },
      },
      {
        ALT: () => {
          this.OR2([K.AllOf, K.AnyOf].map((type) => ({ ALT: () => this.CONSUME(type) })));
          this.need('condition', this.condition, () =>
            this.nested(() => this.SUBRULE(this.negation)),
          );
        },
      },
    ]);
    this.OPTION(() => {
      this.CONSUME(K.Over);
      this.need('expression', this.operand, () => this.nested(() => this.SUBRULE(this.postfix)));
    });
    this.OPTION2(() => {
      this.CONSUME(K.Where);
      this.need('condition', this.condition, () =>
        this.nested(() => this.SUBRULE(this.disjunction)),
      );
    });
  });

  /** The entries of a list or the arguments of a call, to the closing bracket. */
  private entries(
    closing: typeof S.RightBracket,
    what: 'closing-bracket' | 'closing-parenthesis',
    opening: IToken,
  ): void {
    this.inZone('plain', () =>
      this.nested(() =>
        this.OPTION3({
          GATE: () => !this.isAt(closing),
          DEF: () => {
            this.need('expression', this.condition, () => this.subrule(8, this.expression));
            this.MANY(() => {
              this.CONSUME(S.Comma);
              this.need('expression', this.condition, () => this.subrule(9, this.expression));
            });
          },
        }),
      ),
    );
    this.close(closing, what, opening);
  }
}
