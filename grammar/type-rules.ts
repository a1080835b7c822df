// The grammar of types and of the bounds that go with them.
import type { IToken, TokenType } from 'chevrotain';
import { ExpressionRules } from './expression-rules.ts';
import { isNameWord, isPlainName, isStatementKeyword, onSameLine } from './token-roles.ts';
import { keywords } from './keywords.ts';
import type { Rule } from './recovery.ts';
import {
  Identifier,
  NumberLiteral,
  QuotedName,
  TextLiteral,
  endOf,
  keywordTokens as K,
  symbolTokens as S,
} from './tokens.ts';

const SIMPLE_TYPES = [
  K.Number,
  K.Integer,
  K.Percent,
  K.Points,
  K.YesOrNo,
  K.Date,
  K.TextType,
  K.Target,
  K.Actual,
] as const;
const MEASURED_TYPES = [K.MoneyIn, K.CountOf, K.NumberIn] as const;
const TYPE_STARTS = [
  ...SIMPLE_TYPES,
  ...MEASURED_TYPES,
  K.OneOf,
  K.ListOf,
  S.LeftBrace,
  Identifier,
  QuotedName,
] as const;

/** First words of types that say in what they are counted. */
const SHORT_PHRASES: ReadonlyMap<string, 'MoneyIn' | 'CountOf' | 'NumberIn'> = new Map([
  ['money', 'MoneyIn'],
  ['count', 'CountOf'],
  ['number', 'NumberIn'],
]);

const LIMITS = [K.AtLeast, K.Above, K.AtMost, K.Below] as const;

export abstract class TypeRules extends ExpressionRules {
  readonly bound: Rule = this.RULE('bound', () => {
    this.OR([
      {
        ALT: () => {
          this.OR1(this.tokensOf(LIMITS));
          this.need('number', this.operand, () => this.SUBRULE(this.arithmetic));
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.From);
          this.need('number', this.operand, () => this.SUBRULE1(this.arithmetic));
          this.needToken(0, K.To, 'to');
          this.need('number', this.operand, () => this.SUBRULE2(this.arithmetic));
        },
      },
    ]);
  });

  protected needType(occurrence: number): boolean {
    this.passShortPhrase();
    this.passSlashedTruth();
    return this.needOneOf('type', TYPE_STARTS, () =>
      this.nested(() => this.subrule(occurrence, this.type)),
    );
  }

  /** `money 万元`: reported, and read as `money in 万元`. */
  private passShortPhrase(): void {
    if (this.RECORDING_PHASE) return;
    const [word, unit] = [this.LA(1), this.LA(2)];
    const meant = SHORT_PHRASES.get(word.image);
    const isUnit = unit.tokenType === Identifier || unit.tokenType === QuotedName;
    if (meant === undefined || !isUnit || !onSameLine(word, unit)) return;
    // `height : number  weight : number`: the next field on the same line.
    if (this.namesThen(2, S.Colon)) return;
    // `number` is a type of its own: what follows it may be the next statement.
    if (word.tokenType !== Identifier && this.typeAt(3) === NumberLiteral) return;
    const [spelling] = keywords[meant].en;
    this.complain({
      kind: 'foreign-operator',
      start: word.startOffset,
      end: endOf(unit),
      written: `${word.image} ${unit.image}`,
      meant: `${spelling} ${unit.image}`,
    });
    this.readAs(word, meant);
    this.troubled = false;
  }

  /** `是/否`: reported, and read as `是或否`. Elsewhere it divides, which types refuse. */
  private passSlashedTruth(): void {
    if (this.RECORDING_PHASE) return;
    const [yes, no] = [this.LA(1), this.LA(3)];
    if (yes.tokenType !== K.Yes || this.typeAt(2) !== S.Slash || no.tokenType !== K.No) return;
    const isChinese = keywords.Yes.zh.some((word) => word === yes.image);
    const [meant] = isChinese ? keywords.YesOrNo.zh : keywords.YesOrNo.en;
    this.complain({
      kind: 'foreign-operator',
      start: yes.startOffset,
      end: endOf(no),
      written: `${yes.image}/${no.image}`,
      meant,
    });
    this.SKIP_TOKEN();
    this.SKIP_TOKEN();
    this.readAs(no, 'YesOrNo');
    this.troubled = false;
  }

  readonly type: Rule = this.RULE('type', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.simpleType) },
      { ALT: () => this.SUBRULE(this.measuredType) },
      { ALT: () => this.SUBRULE(this.enumeration) },
      { ALT: () => this.SUBRULE(this.listType) },
      { ALT: () => this.SUBRULE(this.recordType) },
      { ALT: () => this.CONSUME(Identifier) },
      { ALT: () => this.CONSUME(QuotedName) },
    ]);
  });

  readonly simpleType: Rule = this.RULE('simpleType', () => {
    this.OR(this.tokensOf(SIMPLE_TYPES));
  });

  readonly measuredType: Rule = this.RULE('measuredType', () => {
    this.OR(this.tokensOf(MEASURED_TYPES));
    const isBracketed = this.passUnitBracket();
    this.needOneOf('unit', [Identifier, QuotedName], () => this.SUBRULE(this.name));
    if (isBracketed) this.SKIP_TOKEN();
  });

  /** `金额（万元）`: reported, and read without the parentheses. */
  private passUnitBracket(): boolean {
    if (this.RECORDING_PHASE || !this.isAt(S.LeftParenthesis)) return false;
    const [opening, unit, closing] = [this.LA(1), this.LA(2), this.LA(3)];
    if (unit.tokenType !== Identifier || closing.tokenType !== S.RightParenthesis) return false;
    this.complain({
      kind: 'foreign-operator',
      start: opening.startOffset,
      end: endOf(closing),
      written: `${opening.image}${unit.image}${closing.image}`,
      meant: unit.image,
    });
    this.troubled = false;
    this.SKIP_TOKEN();
    return true;
  }

  readonly enumeration: Rule = this.RULE('enumeration', () => {
    const head = this.CONSUME(K.OneOf);
    const isName = () => this.listedNameAhead();
    this.block('rows', head, isName, () =>
      this.rows('list-of-names', isName, () => this.SUBRULE(this.ranking)),
    );
  });

  /** One name, or several from the best down: `A > B > C`. */
  readonly ranking: Rule = this.RULE('ranking', () => {
    this.SUBRULE(this.name);
    this.MANY(() => {
      this.CONSUME(S.Greater);
      this.needName(1);
    });
  });

  /** `{ A, B, C }` */
  protected nameList(head: IToken): void {
    const isName = () => this.listedNameAhead();
    this.block('rows', head, isName, () =>
      this.rows('list-of-names', isName, () => this.SUBRULE(this.name)),
    );
  }

  readonly listType: Rule = this.RULE('listType', () => {
    this.CONSUME(K.ListOf);
    this.OPTION(() =>
      this.OR([
        { ALT: () => this.CONSUME(NumberLiteral) },
        {
          ALT: () => {
            this.CONSUME(K.AtLeast);
            this.needToken(1, NumberLiteral, 'number');
          },
        },
      ]),
    );
    this.needType(0);
  });

  readonly recordType: Rule = this.RULE('recordType', () => {
    const isField = () => this.rowAhead(S.Colon);
    this.block('rows', this.LA(1), isField, () =>
      this.inZone('rows', () =>
        this.rows('field', isField, () => this.SUBRULE(this.fieldDeclaration)),
      ),
    );
  });

  readonly fieldDeclaration: Rule = this.RULE('fieldDeclaration', () => {
    this.SUBRULE(this.name);
    this.spacedName(S.Colon, S.Comma);
    this.MANY(() => {
      this.CONSUME(S.Comma);
      this.needName(1);
      this.spacedName(S.Colon, S.Comma);
    });
    this.needToken(0, S.Colon, 'colon');
    this.needType(0);
    this.MANY1(() => this.SUBRULE(this.bound));
    this.OPTION(() => this.CONSUME(TextLiteral));
  });

  /** A name and then one of the types: a row that names something. */
  protected rowAhead(...ends: readonly TokenType[]): boolean {
    return isPlainName(this.LA(1)) || this.namesThen(1, ...ends);
  }

  /** A name in a list of names, and not the statement after a list that never ended. */
  private listedNameAhead(): boolean {
    const token = this.LA(1);
    if (!isStatementKeyword(token) || !this.beginsLine()) return isNameWord(token);
    const ends = [S.Comma, S.Semicolon, S.RightBrace];
    return !onSameLine(token, this.LA(2)) || ends.includes(this.typeAt(2));
  }
}
