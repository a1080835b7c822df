// The grammar of values that are tables: decisions, row by row, and tiers.
import type { IToken, TokenType } from 'chevrotain';
import { CLOSING } from './brackets.ts';
import { comparisonOperators, onSameLine } from './token-roles.ts';
import type { Rule } from './recovery.ts';
import { placeOf } from './recovery.ts';
import { suggestKeyword } from './suggestions.ts';
import { symbols } from './symbols.ts';
import { NumberLiteral, keywordTokens as K, symbolTokens as S } from './tokens.ts';
import { TypeRules } from './type-rules.ts';

const ROW_WORDS = [K.When, K.OtherwiseWhen, K.Otherwise] as const;
const TABLE_WORDS = [K.TiersOf, K.InterpolateOf] as const;
/** How far ahead on its line the colon of a condition is looked for. */
const LONGEST_CONDITION = 40;
const LIMIT_SIGNS: ReadonlyMap<TokenType, 'GreaterOrEqual' | 'LessOrEqual' | 'Greater' | 'Less'> =
  new Map([
    [K.AtLeast, 'GreaterOrEqual'],
    [K.AtMost, 'LessOrEqual'],
    [K.Above, 'Greater'],
    [K.Below, 'Less'],
  ]);

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
    this.skipRestOfRow(...ROW_WORDS);
    this.mendOtherwise();
    let ahead = 1;
    while (this.typeAt(ahead) === S.Semicolon || this.typeAt(ahead) === S.Comma) ahead++;
    return types.includes(this.typeAt(ahead));
  }

  /** `othewise : 0`: reported, and read as the word that was meant. */
  private mendOtherwise(): void {
    if (this.RECORDING_PHASE || !this.isMisspeltOtherwise()) return;
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
    this.needMarked(0, S.Colon, 'colon', () => this.needSpan('value'));
  });

  private rowCondition(): void {
    this.passLimitWords();
    this.need('condition', this.condition, () => this.SUBRULE(this.expression));
    this.needMarked(0, S.Colon, 'colon', () => this.needSpan('value'));
  }

  /** `当 率 不低于 90% : 1`: the words of limits, reported and read as the signs that are meant. */
  private passLimitWords(): void {
    if (this.RECORDING_PHASE) return;
    const found: IToken[] = [];
    for (let ahead = 1; ahead <= LONGEST_CONDITION; ahead++) {
      const token = this.LA(ahead);
      if (!onSameLine(this.LA(0), token) || CLOSING.has(token.tokenType)) return;
      if (token.tokenType === S.Colon) break;
      if (LIMIT_SIGNS.has(token.tokenType)) found.push(token);
    }
    for (const token of found) this.readAsSign(token);
  }

  private readAsSign(token: IToken): void {
    const sign = LIMIT_SIGNS.get(token.tokenType);
    if (sign === undefined) return;
    const [meant] = symbols[sign];
    this.problems.push({
      kind: 'foreign-operator',
      ...placeOf(token),
      written: token.image,
      meant,
    });
    const type = S[sign];
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx ?? token.tokenTypeIdx;
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
    this.OR(TABLE_WORDS.map((type) => ({ ALT: () => this.CONSUME(type) })));
    this.need('expression', this.operand, () => this.SUBRULE(this.arithmetic));
    const isRow = () => {
      this.mendOtherwise();
      return this.tierRowAhead();
    };
    const isInside = () => this.isAt(K.Otherwise, NumberLiteral, ...comparisonOperators);
    this.block('rows', head, isInside, () =>
      this.rows('tier-row', isRow, () => this.SUBRULE(this.tierRow)),
    );
  });

  private tierRowAhead(): boolean {
    if (!this.RECORDING_PHASE && LIMIT_SIGNS.has(this.typeAt(1))) this.readAsSign(this.LA(1));
    return this.isAt(K.Otherwise, ...comparisonOperators) || this.operandAhead();
  }

  readonly tierRow: Rule = this.RULE('tierRow', () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.SUBRULE(this.tierBounds) },
        { ALT: () => this.CONSUME(K.Otherwise) },
        { ALT: () => this.SUBRULE(this.tierValues) },
      ],
    });
    this.needToken(0, S.Colon, 'colon');
    this.inZone('rows', () => this.needSpan('value'));
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
