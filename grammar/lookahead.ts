// What the parser may find out by looking ahead: is this word a name or a keyword here, is that word
// a unit or the head of the next row. Newlines carry no meaning in the language but for two rules
// that make these questions answerable: a unit stands on its number's line, and a keyword that
// begins a line where a name was due is a keyword.
import { CstParser, EOF } from 'chevrotain';
import type { IOrAlt, TokenType } from 'chevrotain';
import { CLOSING, OPENING } from './brackets.ts';
import {
  aggregateTokens,
  comparisonOperators,
  isNameWord,
  isPlainName,
  isStatementKeyword,
  onSameLine,
  roleOf,
} from './token-roles.ts';
import { resembles } from './suggestions.ts';
import {
  DateLiteral,
  Identifier,
  NumberLiteral,
  QuotedName,
  TextLiteral,
  allTokens,
  keywordTokens as K,
  symbolTokens as S,
} from './tokens.ts';

/**
 * What may follow the expression being read. In `rows` the next row may begin with names and a
 * colon, in `givens` with a path and an equals sign, in `grades` with a name and `from`, in
 * `entries` with a name and a number. In a `set` each entry may stand on a line of its own.
 * Elsewhere (`plain`) nothing begins with a name.
 */
export type Zone = 'plain' | 'set' | 'rows' | 'givens' | 'grades' | 'entries';

/** Far enough for any row's head, and a bound on the work at each token. */
const HORIZON = 48;

const OPERANDS: ReadonlySet<TokenType> = new Set([
  NumberLiteral,
  DateLiteral,
  TextLiteral,
  K.Yes,
  K.No,
  K.If,
  S.LeftParenthesis,
  S.LeftBracket,
  S.Minus,
]);
/** Keywords that are values by themselves. */
const VALUE_WORDS: ReadonlySet<TokenType> = new Set([
  K.FullPoints,
  K.Each,
  K.Standing,
  K.TotalScore,
  K.TotalGrade,
  K.ScoresOfParts,
  K.RatesOfParts,
]);
/** The ones of them that a department may have of its own. */
const OWN_WORDS: ReadonlySet<TokenType> = new Set([K.Each, K.TotalScore, K.TotalGrade]);
/** After these a record literal may stand, and `{` opens no block. */
const BEFORE_RECORD: ReadonlySet<TokenType> = new Set([
  S.Equals,
  S.LeftBracket,
  S.Comma,
  S.LeftParenthesis,
]);
/** After these a name on the next line still belongs to the list or path. */
const BEFORE_NAME: ReadonlySet<TokenType> = new Set([
  S.Comma,
  S.Slash,
  S.Dot,
  S.LeftBrace,
  S.LeftParenthesis,
]);
const OPERATORS: ReadonlySet<TokenType> = new Set([
  ...comparisonOperators,
  S.Plus,
  S.Minus,
  S.Times,
  S.Slash,
  S.LeftParenthesis,
  S.LeftBracket,
  K.And,
  K.Or,
]);
/** After these a value of a row is due. */
const BEFORE_VALUE: ReadonlySet<TokenType> = new Set([...OPERATORS, S.Colon, S.Ellipsis]);
const OPERATOR_WORDS: ReadonlySet<TokenType> = new Set([
  K.And,
  K.Or,
  K.Then,
  K.Else,
  K.Where,
  K.Over,
  K.In,
]);

const ENDS_EXPRESSION: ReadonlySet<TokenType> = new Set([
  S.Colon,
  S.Semicolon,
  S.LeftBrace,
  K.When,
  K.Otherwise,
  K.OtherwiseWhen,
  EOF,
]);

const ROW_GOES_ON: ReadonlySet<TokenType> = new Set([S.Colon, S.Ellipsis, S.Comma]);
const UNIT_SIGNS: ReadonlySet<TokenType> = new Set([S.PercentSign, S.PerMilleSign, K.Points]);

/** The part of the parser that only looks. */
export abstract class LookingParser extends CstParser {
  protected zone: Zone = 'plain';
  /** The words that the text declares as choices. */
  protected choices: ReadonlySet<string> = new Set();
  /** The text amends another one, whose choices are out of sight. */
  protected hasParent = false;
  /** The rows of the table being read begin with words. */
  protected rowsOfWords = false;

  protected constructor(settings: { readonly skipValidations: boolean }) {
    super([...allTokens], {
      maxLookahead: 1,
      recoveryEnabled: false,
      nodeLocationTracking: 'onlyOffset',
      skipValidations: settings.skipValidations,
    });
  }

  private readonly choicesOf = new Map<readonly TokenType[], IOrAlt<unknown>[]>();

  /** One token of some types, as alternatives that are made once. */
  protected tokensOf(types: readonly TokenType[]): IOrAlt<unknown>[] {
    let known = this.choicesOf.get(types);
    if (known === undefined) {
      known = types.map((type) => ({ ALT: () => this.CONSUME(type) }));
      this.choicesOf.set(types, known);
    }
    return known;
  }

  /** The type of the token `ahead` places from here; 1 is the next. */
  protected typeAt(ahead: number): TokenType {
    return this.LA(ahead).tokenType;
  }

  protected isAt(...types: readonly TokenType[]): boolean {
    return types.includes(this.typeAt(1));
  }

  /** The token is the first on its line. */
  protected beginsLine(ahead = 1): boolean {
    return !onSameLine(this.LA(ahead - 1), this.LA(ahead));
  }

  /** How many tokens of the same expression stand before one of this type; 0 where it does not come. */
  protected placesTo(type: TokenType): number {
    let depth = 0;
    for (let ahead = 1; ahead <= HORIZON; ahead++) {
      const next = this.typeAt(ahead);
      if (next === type && depth === 0) return ahead - 1;
      if (OPENING.has(next)) depth++;
      if (CLOSING.has(next)) depth--;
      if (depth < 0 || ENDS_EXPRESSION.has(next)) return 0;
    }
    return 0;
  }

  /** How many tokens stand before a colon that ends a row's head, from a place on; 0 for none. */
  protected rowHeadAhead(from: number): number {
    for (let ahead = from; ahead < from + HORIZON; ahead++) {
      const token = this.LA(ahead);
      if (token.tokenType === S.Colon) return ahead - from;
      if (ENDS_EXPRESSION.has(token.tokenType) || token.tokenType === TextLiteral) return 0;
      if (token.tokenType === S.RightBrace) return 0;
      if (isStatementKeyword(token) && !onSameLine(this.LA(ahead - 1), token)) return 0;
      if (isStatementKeyword(token) && token.tokenType !== K.Points) return 0;
    }
    return 0;
  }

  /** Reads with another zone, and comes back to the present one. */
  protected inZone(zone: Zone, read: () => void): void {
    const outer = this.zone;
    this.zone = zone;
    read();
    this.zone = outer;
  }

  /** A name where only a name can stand. */
  protected nameAhead(): boolean {
    const token = this.LA(1);
    // `others = […]` on a line of its own: a word that is a value begins no statement.
    if (isPlainName(token) || (isNameWord(token) && roleOf(token) === 'value')) return true;
    if (!isNameWord(token) || (this.beginsLine() && !BEFORE_NAME.has(this.typeAt(0)))) return false;
    // `add indicator to A`: a keyword before a name is at its own work.
    return !isPlainName(this.LA(2)) || !onSameLine(token, this.LA(2));
  }

  /** `a, b, c` and then one of the types: the head of a row. */
  protected namesThen(from: number, ...ends: readonly TokenType[]): boolean {
    return this.wordsThen(from, S.Comma, ends);
  }

  /** `a / b / c` and then one of the types. */
  protected pathThen(from: number, ...ends: readonly TokenType[]): boolean {
    return this.wordsThen(from, S.Slash, ends);
  }

  private wordsThen(from: number, separator: TokenType, ends: readonly TokenType[]): boolean {
    for (let ahead = from; ahead < from + HORIZON; ahead += 2) {
      if (!isNameWord(this.LA(ahead))) return false;
      if (ends.includes(this.typeAt(ahead + 1))) return true;
      if (this.typeAt(ahead + 1) !== separator) return false;
    }
    return false;
  }

  /** `标准[2]` and then the type: a row whose bound is an entry of a list. */
  private entryThen(from: number, end: TokenType): boolean {
    if (!isNameWord(this.LA(from)) || this.typeAt(from + 1) !== S.LeftBracket) return false;
    const closing = this.typeAt(from + 2) === NumberLiteral ? from + 3 : from + 2;
    return this.typeAt(closing) === S.RightBracket && this.typeAt(closing + 1) === end;
  }

  /** The word at `from` begins the next row rather than continuing this expression. */
  private beginsNextRow(from: number): boolean {
    switch (this.zone) {
      case 'plain':
      case 'set':
        return false;
      case 'rows':
        if (this.namesThen(from, S.Colon) || this.entryThen(from, S.Colon)) return true;
        // `A..B` begins a row, except where a value is due.
        return this.typeAt(from + 1) === S.Ellipsis && !BEFORE_VALUE.has(this.typeAt(from - 1));
      case 'givens':
        return this.pathThen(from, S.Equals);
      case 'grades':
        return [K.From, K.Above].includes(this.typeAt(from + 1));
      case 'entries':
        return this.typeAt(from + 1) === NumberLiteral;
      default:
        return this.zone satisfies never;
    }
  }

  /** `-5% : 3` and `-5%..5% : 6` are the next row, not a subtraction. */
  protected minusBeginsRow(): boolean {
    if (this.zone !== 'rows' || !this.isAt(S.Minus)) return false;
    let ahead = this.figureEnd(1);
    if (ahead === 0) return false;
    if (this.beginsLine()) return ROW_GOES_ON.has(this.typeAt(ahead));
    const last = this.LA(ahead - 1);
    const unit = isPlainName(last) ? last.image : undefined;
    // `10 - 2..10` is a stretch of points, and in `10 - 2 乙 : 3` the next row is 乙: only a colon
    // behind all of it shows a row.
    if (this.typeAt(ahead) === S.Colon) return unit === undefined;
    while (this.typeAt(ahead) === S.Ellipsis || this.typeAt(ahead) === S.Comma) {
      ahead = this.figureEnd(ahead + 1);
      if (ahead === 0) return false;
    }
    const end = this.LA(ahead - 1);
    const isUnit = !isPlainName(end) || end.image === unit;
    return isUnit && this.typeAt(ahead) === S.Colon;
  }

  /** The place behind a figure with its sign and unit; 0 where none stands. */
  private figureEnd(from: number): number {
    const at = this.typeAt(from) === S.Minus ? from + 1 : from;
    if (this.typeAt(at) !== NumberLiteral) return 0;
    const measure = this.LA(at + 1);
    return UNIT_SIGNS.has(measure.tokenType) || isPlainName(measure) ? at + 2 : at + 1;
  }

  /** The unit of the number just read. */
  protected unitAhead(): boolean {
    const token = this.LA(1);
    if (!onSameLine(this.LA(0), token)) return false;
    if (token.tokenType === K.Points) {
      if (token.image === '分值') return false;
      // `: 10 分 迟报 = 1 : 5` lacks the word of its next row; no amendment goes on with a colon.
      if (this.zone === 'plain' || this.zone === 'set')
        return !this.pathThen(2, S.Equals) || this.rowHeadAhead(2) > 0;
      if (this.zone === 'givens') return this.typeAt(2) !== S.Equals;
      return this.typeAt(2) !== S.Colon;
    }
    return isPlainName(token) && !this.beginsNextRow(1) && !this.isMisspeltOtherwise();
  }

  /** `othewise :` on the line of the row before it; a declared choice is what it is. */
  protected isMisspeltOtherwise(isInTable = this.zone === 'rows'): boolean {
    const token = this.LA(1);
    if (token.tokenType !== Identifier || this.typeAt(2) !== S.Colon) return false;
    if (!resembles(token.image, 'Otherwise')) return false;
    return !isInTable || !this.isChoice(token.image);
  }

  private isChoice(word: string): boolean {
    return this.choices.has(word) || (this.hasParent && this.rowsOfWords);
  }

  /** Something that an arithmetic expression can begin with. */
  protected operandAhead(from = 1): boolean {
    const token = this.LA(from);
    if (OPERANDS.has(token.tokenType)) return true;
    if (token.tokenType === S.LeftBrace) return BEFORE_RECORD.has(this.typeAt(from - 1));
    if (isPlainName(token)) return !this.beginsNextRow(from);
    if (VALUE_WORDS.has(token.tokenType)) return true;
    if (this.aggregateAhead(from) || this.scoreOfAhead(from)) return true;
    if (this.ownAhead(from) || this.cohortAhead(from)) return true;
    return isNameWord(token) && !this.beginsNextRow(from) && this.keywordIsOperand(from);
  }

  /** An aggregate's word with something after it to aggregate. */
  protected aggregateAhead(from = 1): boolean {
    const token = this.LA(from);
    if (!aggregateTokens.includes(token.tokenType)) return false;
    return /\s/.test(token.image) || this.operandFollows(from + 1);
  }

  /** `own` with something after it that is the department's own. */
  protected ownAhead(from = 1): boolean {
    if (this.typeAt(from) !== K.Own) return false;
    const next = this.LA(from + 1);
    if (next.tokenType === S.LeftParenthesis || OWN_WORDS.has(next.tokenType)) return true;
    const isName = isPlainName(next) || roleOf(next) === 'type';
    if (isName) return onSameLine(this.LA(from), next);
    return this.aggregateAhead(from + 1) || this.scoreOfAhead(from + 1);
  }

  /** The word for the departments scored together, where an aggregate looks for what to aggregate. */
  protected cohortAhead(from = 1): boolean {
    const before = this.typeAt(from - 1);
    const isWord = this.typeAt(from) === K.Cohort || this.typeAt(from) === K.Others;
    return isWord && (before === K.Over || aggregateTokens.includes(before));
  }

  /** `score of` with a name or a path after it. */
  protected scoreOfAhead(from = 1): boolean {
    const token = this.LA(from);
    if (token.tokenType !== K.ScoreOf) return false;
    if (/\s/.test(token.image)) return true;
    const next = this.LA(from + 1);
    return isNameWord(next) || next.tokenType === S.LeftParenthesis;
  }

  private operandFollows(from: number): boolean {
    const token = this.LA(from);
    const type = token.tokenType;
    if (OPERANDS.has(type) || isNameWord(token)) return true;
    if (type === K.Not || type === K.ScoreOf) return true;
    return VALUE_WORDS.has(type) || aggregateTokens.includes(type);
  }

  /** A soft keyword where an operand is due: a name, unless what follows shows it at its own work. */
  private keywordIsOperand(from: number): boolean {
    const token = this.LA(from);
    const next = this.LA(from + 1);
    const role = roleOf(token);
    if (role === 'type') return true;
    const atLineStart = this.beginsLine(from) && this.zone !== 'set';
    const apart = !onSameLine(token, next);
    if (atLineStart && isStatementKeyword(token) && (apart || next.tokenType === S.RightBrace))
      return false;
    switch (next.tokenType) {
      case TextLiteral:
      case S.LeftParenthesis:
        return false;
      case S.LeftBrace:
        return !atLineStart;
      case NumberLiteral:
      case DateLiteral:
      case Identifier:
      case QuotedName:
      case K.Yes:
      case K.No:
      case K.If:
      case K.Not:
        return apart;
      case S.Minus:
      case S.LeftBracket:
        return OPERATORS.has(this.typeAt(from - 1)) || (role === 'statement' && !atLineStart);
    }
    const nextRole = roleOf(next);
    if (nextRole === undefined || apart || OPERATOR_WORDS.has(next.tokenType)) return true;
    return nextRole === 'clause' && !(atLineStart && isStatementKeyword(token));
  }
}
