// The grammar of operands: numbers with their units, names and calls, lists and records, fields and
// entries, and everything else an expression is made of.
import type { CstNode, IOrAlt, IToken } from 'chevrotain';
import { AggregateRules } from './aggregate-rules.ts';
import { isUnterminated } from './lexer.ts';
import { meaningOfText } from './literals.ts';
import type { Rule } from './recovery.ts';
import { isPlainName } from './token-roles.ts';
import { placeOf } from './recovery.ts';
import {
  DateLiteral,
  NameWord,
  NumberLiteral,
  QuotedName,
  TextLiteral,
  keywordTokens as K,
  symbolTokens as S,
} from './tokens.ts';

const SEPARATORS = [S.Semicolon, S.Comma] as const;

export abstract class OperandRules extends AggregateRules {
  abstract readonly expression: Rule;
  abstract readonly value: Rule;
  abstract readonly tiers: Rule;
  protected readonly valueAhead = (from = 1): boolean =>
    this.condition(from) || [K.When, K.TiersOf, K.InterpolateOf].includes(this.typeAt(from));

  readonly name: Rule = this.RULE('name', () => {
    this.CONSUME(NameWord);
  });

  protected needName(occurrence: number): boolean {
    this.passTextQuotes();
    return this.need(
      'name',
      (from = 1) => (from === 1 ? this.nameAhead() : isPlainName(this.LA(from))),
      () => this.subrule(occurrence, this.name),
    );
  }

  /** A text where only a name can stand: reported, and read as the name. */
  private passTextQuotes(): void {
    if (this.RECORDING_PHASE || !this.isAt(TextLiteral)) return;
    const token = this.LA(1);
    const name = meaningOfText(token.image);
    if (name.trim() === '' || isUnterminated(token)) return;
    this.complain({ kind: 'name-in-text-quotes', ...placeOf(token), name });
    token.tokenType = QuotedName;
    token.tokenTypeIdx = QuotedName.tokenTypeIdx ?? token.tokenTypeIdx;
  }

  readonly path: Rule = this.RULE('path', () => {
    this.needName(0);
    this.MANY(() => {
      this.CONSUME(S.Slash);
      this.needName(1);
    });
  });

  protected needPath(occurrence: number): boolean {
    return this.need(
      'path',
      () => this.nameAhead(),
      () => this.subrule(occurrence, this.path),
    );
  }

  readonly separator: Rule = this.RULE('separator', () => {
    this.OR(this.tokensOf(SEPARATORS));
  });

  private readonly behindOperand: IOrAlt<CstNode>[] = [
    { ALT: () => this.SUBRULE(this.field) },
    { ALT: () => this.SUBRULE(this.entry) },
  ];

  readonly postfix: Rule = this.RULE('postfix', () => {
    this.SUBRULE(this.primary);
    this.MANY({
      GATE: () => !this.intervalAhead(),
      DEF: () => this.OR(this.behindOperand),
    });
    this.passStrayUnit();
  });

  readonly field: Rule = this.RULE('field', () => {
    this.CONSUME(S.Dot);
    this.needName(0);
  });

  readonly entry: Rule = this.RULE('entry', () => {
    const opening = this.CONSUME(S.LeftBracket);
    this.inZone('plain', () =>
      this.need('expression', this.operand, () => this.nested(() => this.SUBRULE(this.arithmetic))),
    );
    this.close(S.RightBracket, 'closing-bracket', opening);
  });

  private readonly operands: IOrAlt<unknown>[] = [
    { ALT: () => this.SUBRULE(this.number) },
    { ALT: () => this.CONSUME(DateLiteral) },
    { ALT: () => this.CONSUME(TextLiteral) },
    { ALT: () => this.CONSUME(K.Yes) },
    { ALT: () => this.CONSUME(K.No) },
    { ALT: () => this.CONSUME(K.FullPoints) },
    { ALT: () => this.CONSUME(K.Each) },
    { ALT: () => this.CONSUME(K.Standing) },
    { ALT: () => this.CONSUME(K.TotalScore) },
    { ALT: () => this.CONSUME(K.TotalGrade) },
    { ALT: () => this.SUBRULE(this.parts) },
    { GATE: () => this.scoreOfAhead(), ALT: () => this.SUBRULE(this.scoreOf) },
    { ALT: () => this.SUBRULE(this.choose) },
    { GATE: () => this.ownAhead(), ALT: () => this.SUBRULE(this.own) },
    { GATE: () => this.cohortAhead(), ALT: () => this.SUBRULE(this.cohort) },
    { GATE: () => this.aggregateAhead(), ALT: () => this.SUBRULE(this.rank) },
    { GATE: () => this.aggregateAhead(), ALT: () => this.SUBRULE(this.aggregate) },
    { ALT: () => this.SUBRULE(this.parenthesis) },
    { ALT: () => this.SUBRULE(this.list) },
    { ALT: () => this.SUBRULE(this.record) },
    { ALT: () => this.SUBRULE(this.reference) },
  ];

  readonly primary: Rule = this.RULE('primary', () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: this.operands,
    });
  });

  /** `score of A`; a longer path stands in parentheses, for a bare `/` divides. */
  readonly scoreOf: Rule = this.RULE('scoreOf', () => {
    this.CONSUME(K.ScoreOf);
    this.OR([
      {
        ALT: () => {
          const opening = this.CONSUME(S.LeftParenthesis);
          this.inZone('plain', () => this.needPath(0));
          this.close(S.RightParenthesis, 'closing-parenthesis', opening);
        },
      },
      { ALT: () => this.needName(0) },
    ]);
  });

  readonly number: Rule = this.RULE('number', () => {
    this.CONSUME(NumberLiteral);
    this.mendPercentagePoint();
    this.OPTION({
      GATE: () => this.isAt(S.PercentSign, S.PerMilleSign) || this.unitAhead(),
      DEF: () => {
        this.OR([
          { ALT: () => this.CONSUME(S.PercentSign) },
          { ALT: () => this.CONSUME(S.PerMilleSign) },
          { ALT: () => this.SUBRULE(this.unit) },
        ]);
      },
    });
  });

  /** The word behind a number: `3 家`, `2 points`. */
  readonly unit: Rule = this.RULE('unit', () => {
    this.CONSUME(NameWord);
  });

  readonly reference: Rule = this.RULE('reference', () => {
    this.SUBRULE(this.name);
    this.OPTION({
      GATE: () => !this.beginsLine() && !this.intervalAhead(),
      DEF: () => {
        const opening = this.CONSUME(S.LeftParenthesis);
        this.entries(S.RightParenthesis, 'closing-parenthesis', opening);
      },
    });
  });

  /** `X points`: only figures carry a unit. */
  private passStrayUnit(): void {
    if (this.RECORDING_PHASE || !this.isAt(K.Points) || this.beginsLine()) return;
    if (!this.pathThen(2, S.Equals) && !this.namesThen(1, S.Colon)) this.skipStray(1);
  }

  readonly parenthesis: Rule = this.RULE('parenthesis', () => {
    const opening = this.CONSUME(S.LeftParenthesis);
    // A table may stand here too, so that it can be a factor or an amount.
    this.inZone('plain', () =>
      this.flagged('takesNoRounding', true, () =>
        this.need('expression', this.valueAhead, () => this.nested(() => this.SUBRULE(this.value))),
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
    this.needMarked(0, S.Equals, 'equals', () =>
      this.need('expression', this.operand, () => this.SUBRULE(this.arithmetic)),
    );
  });

  readonly choose: Rule = this.RULE('choose', () => {
    this.CONSUME(K.If);
    this.nested(() => {
      this.needPlain('condition', () => this.SUBRULE(this.expression));
      this.needToken(0, K.Then, 'then');
      this.need('expression', this.operand, () => this.SUBRULE(this.arithmetic));
      this.needToken(0, K.Else, 'else');
      this.need('expression', this.operand, () => this.SUBRULE2(this.arithmetic));
    });
  });

  private readonly argumentAhead = (from = 1): boolean =>
    this.condition(from) || [K.TiersOf, K.InterpolateOf].includes(this.typeAt(from));

  /** An argument or an entry; a table in braces needs no parentheses of its own. */
  readonly argument: Rule = this.RULE('argument', () => {
    this.OR({ IGNORE_AMBIGUITIES: true, DEF: this.argumentKinds });
  });

  private readonly argumentKinds: IOrAlt<CstNode>[] = [
    { ALT: () => this.SUBRULE(this.tiers) },
    { ALT: () => this.SUBRULE(this.expression) },
  ];

  /** The entries of a list or the arguments of a call, to the closing bracket. */
  private entries(
    closing: typeof S.RightBracket,
    what: 'closing-bracket' | 'closing-parenthesis',
    opening: IToken,
  ): void {
    // The rows of a decision take commas between them, so where it ended nobody could tell.
    if (!this.RECORDING_PHASE && this.isAt(K.When)) this.expect('expression');
    this.inZone('plain', () =>
      this.nested(() =>
        this.OPTION3({
          GATE: () => !this.isAt(closing),
          DEF: () => {
            this.need('expression', this.argumentAhead, () => this.subrule(8, this.argument));
            this.MANY(() => {
              this.CONSUME(S.Comma);
              this.need('expression', this.argumentAhead, () => this.subrule(9, this.argument));
            });
          },
        }),
      ),
    );
    this.close(closing, what, opening);
  }
}
