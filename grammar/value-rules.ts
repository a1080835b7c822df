// The grammar of values that are tables: decisions, row by row, and tiers.
import type { TokenType } from 'chevrotain';
import { comparisonOperators } from './token-roles.ts';
import type { Rule } from './recovery.ts';
import { placeOf } from './recovery.ts';
import { suggestKeyword } from './suggestions.ts';
import { NumberLiteral, keywordTokens as K, symbolTokens as S } from './tokens.ts';
import { TypeRules } from './type-rules.ts';

const ROW_WORDS = [K.When, K.OtherwiseWhen, K.Otherwise] as const;
const TABLE_WORDS = [K.TiersOf, K.InterpolateOf] as const;
const TABLE_STARTS: readonly TokenType[] = TABLE_WORDS;

export abstract class ValueRules extends TypeRules {
  /** What a `let`, `set` or `score` gives: an expression, a decision or a tier table. */
  readonly value: Rule = this.RULE('value', () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.SUBRULE(this.decision) },
        { ALT: () => this.SUBRULE(this.tiers) },
        { ALT: () => this.SUBRULE(this.expression) },
      ],
    });
  });

  protected needValue(occurrence: number): boolean {
    return this.need('value', this.valueAhead, () => this.subrule(occurrence, this.value));
  }

  /** The value of a definition or an output, behind which no rounding can stand. */
  protected needDefinition(): void {
    const first = this.LA(1);
    const isTable = this.isAt(K.When, ...TABLE_WORDS);
    this.flagged('takesNoRounding', true, () => {
      this.needValue(0);
      if (isTable) this.refuseRounding(first, 'table');
    });
  }

  readonly decision: Rule = this.RULE('decision', () => {
    this.SUBRULE(this.decisionRow);
    this.MANY({
      GATE: () => this.rowWordAhead(K.When, K.OtherwiseWhen),
      DEF: () => {
        this.MANY1(() => this.SUBRULE(this.separator));
        this.SUBRULE1(this.laterRow);
      },
    });
    this.OPTION({
      GATE: () => this.rowWordAhead(K.Otherwise),
      DEF: () => {
        this.MANY2(() => this.SUBRULE2(this.separator));
        this.SUBRULE(this.lastRow);
      },
    });
  });

  /** A row's first word, after separators and what a mistake has left of the row before. */
  private rowWordAhead(...types: readonly TokenType[]): boolean {
    this.passLooseRow();
    this.skipRestOfRow(...ROW_WORDS);
    this.mendOtherwise();
    let ahead = 1;
    while (this.typeAt(ahead) === S.Semicolon || this.typeAt(ahead) === S.Comma) ahead++;
    return types.includes(this.typeAt(ahead));
  }

  /** `othewise : 0`: reported, and read as the word that was meant. */
  private mendOtherwise(isInTable?: boolean): void {
    if (this.RECORDING_PHASE || !this.isMisspeltOtherwise(isInTable)) return;
    const token = this.LA(1);
    const { image: word } = token;
    const meant = suggestKeyword([word]);
    this.complain({ kind: 'unknown-statement', ...placeOf(token), word, meant });
    this.readAs(token, 'Otherwise');
  }

  readonly decisionRow: Rule = this.RULE('decisionRow', () => {
    this.CONSUME(K.When);
    this.rowCondition();
  });

  readonly laterRow: Rule = this.RULE('laterRow', () => {
    this.startRow();
    this.OR([{ ALT: () => this.CONSUME(K.When) }, { ALT: () => this.CONSUME(K.OtherwiseWhen) }]);
    this.rowCondition();
  });

  readonly lastRow: Rule = this.RULE('lastRow', () => {
    this.startRow();
    this.CONSUME(K.Otherwise);
    this.needMarked(0, S.Colon, 'colon', () => this.needLastValue());
  });

  private rowCondition(): void {
    this.flagged('endsInColon', true, () =>
      this.needPlain('condition', () => this.SUBRULE(this.expression)),
    );
    this.needMarked(0, S.Colon, 'colon', () => this.needRowValue());
  }

  private readonly rowValueAhead = (from = 1): boolean =>
    this.operand(from) || TABLE_STARTS.includes(this.typeAt(from));

  private needRowValue(): void {
    this.need('value', this.rowValueAhead, () => this.SUBRULE7(this.rowValue));
  }

  /** What a row gives: figures, or a table in braces. */
  readonly rowValue: Rule = this.RULE('rowValue', () => {
    const first = this.LA(1);
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.inZone('plain', () => this.nested(() => this.SUBRULE(this.tiers))) },
        { ALT: () => this.needSpan('value') },
      ],
    });
    this.refuseRounding(first, 'row');
  });

  /** After `otherwise :` no row follows, so that a decision may stand there as it is. */
  private needLastValue(): void {
    const isAhead = (from = 1) => this.typeAt(from) === K.When || this.rowValueAhead(from);
    this.need('value', isAhead, () =>
      this.OR8({
        IGNORE_AMBIGUITIES: true,
        DEF: [
          { ALT: () => this.nested(() => this.SUBRULE8(this.decision)) },
          { ALT: () => this.SUBRULE8(this.rowValue) },
        ],
      }),
    );
  }

  /** A figure, or two with `..` between them: what a row of `judged` leaves to the assessor. */
  protected needSpan(what: 'value' | 'points'): void {
    this.need(what, this.operand, () => this.subrule(4, this.arithmetic));
    this.OPTION5(() => {
      this.CONSUME5(S.Ellipsis);
      this.need(what, this.operand, () => this.subrule(5, this.arithmetic));
    });
  }

  readonly tiers: Rule = this.RULE('tiers', () => {
    const head = this.LA(1);
    this.OR(this.tokensOf(TABLE_WORDS));
    this.need('expression', this.operand, () => this.SUBRULE(this.arithmetic));
    const isRow = () => {
      this.mendOtherwise(true);
      this.mendLimitRow();
      return this.tierRowAhead();
    };
    const isInside = () => this.isAt(K.Otherwise, NumberLiteral, ...comparisonOperators);
    const outer = this.rowsOfWords;
    this.block('rows', head, isInside, () => {
      this.rowsOfWords = this.namesThen(1, S.Colon);
      this.rows('tier-row', isRow, () => this.SUBRULE(this.tierRow));
    });
    this.rowsOfWords = outer;
  });

  private tierRowAhead(): boolean {
    return this.isAt(K.Otherwise, ...comparisonOperators) || this.operandAhead();
  }

  readonly tierRow: Rule = this.RULE('tierRow', () => {
    const first = this.LA(1);
    const isLast = this.isAt(K.Otherwise);
    this.mendInterval();
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.SUBRULE(this.tierBounds) },
        { ALT: () => this.CONSUME(K.Otherwise) },
        { ALT: () => this.SUBRULE(this.tierValues) },
      ],
    });
    this.passRowHead(first);
    this.needToken(0, S.Colon, 'colon');
    this.inZone('rows', () =>
      this.flagged('takesNoRounding', true, () => {
        if (this.RECORDING_PHASE || isLast) this.needLastValue();
        else this.needRowValue();
      }),
    );
  });

  readonly tierBounds: Rule = this.RULE('tierBounds', () => {
    this.SUBRULE(this.tierBound);
    this.MANY(() => {
      this.CONSUME(K.And);
      this.needOneOf('comparison', comparisonOperators, () => this.SUBRULE1(this.tierBound));
    });
  });

  readonly tierBound: Rule = this.RULE('tierBound', () => {
    this.SUBRULE(this.comparisonOperator);
    this.need('expression', this.operand, () => this.SUBRULE(this.arithmetic));
  });

  readonly tierValues: Rule = this.RULE('tierValues', () => {
    this.SUBRULE(this.arithmetic);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(S.Ellipsis);
          this.need('expression', this.operand, () => this.SUBRULE1(this.arithmetic));
        },
      },
      {
        ALT: () =>
          this.MANY(() => {
            this.CONSUME(S.Comma);
            this.need('expression', this.operand, () => this.SUBRULE2(this.arithmetic));
          }),
      },
    ]);
  });
}
