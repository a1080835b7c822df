// How the parser gets over mistakes. No rule ever throws: what is required is looked for first, and
// when it is not there it is reported and left out, so the tree keeps the rest. A statement or row
// reports its first mistake only; whatever that leaves lying about is skipped in silence.
import type { CstNode, IToken, ParserMethod, TokenType } from 'chevrotain';
import { isAfterStray, isUnterminated } from './lexer.ts';
import { LookingParser } from './lookahead.ts';
import { isNameWord, isPlainName, isStatementKeyword, onSameLine } from './token-roles.ts';
import { CLOSING, partnersOf } from './brackets.ts';
import type { KeywordId } from './keywords.ts';
import type { Expectation, Place, Problem } from './problems.ts';
import { Identifier, NumberLiteral, endOf, keywordTokens, symbolTokens as S } from './tokens.ts';

export type Rule = ParserMethod<[], CstNode>;

/** Deeper than any framework goes, and well within any stack. */
const NESTING_LIMIT = 64;

/** How far ahead on its line a missing token is looked for. */
const REACH = 12;

/** One of these too many before something required is passed over. */
const STRAY: ReadonlySet<TokenType> = new Set([
  S.Equals,
  S.Plus,
  S.Times,
  S.Slash,
  S.Dot,
  S.PercentSign,
]);

const DECLARING_SIGNS: ReadonlySet<TokenType> = new Set([
  S.Colon,
  S.Equals,
  S.Comma,
  S.LeftParenthesis,
]);

/** The parser with its means of getting over mistakes inside a statement. */
export abstract class RecoveringParser extends LookingParser {
  protected problems: Problem[] = [];
  /** The statement or row being read has reported a mistake already. */
  protected troubled = false;
  protected depth = 0;
  protected partners: ReadonlyMap<IToken, IToken> = new Map();
  private deepReported = false;

  /** Forgets the last text and looks the new one over. */
  protected prepare(tokens: readonly IToken[]): void {
    this.problems = [];
    this.troubled = false;
    this.depth = 0;
    this.zone = 'plain';
    this.deepReported = false;
    this.partners = partnersOf(tokens);
    this.choices = choicesIn(tokens);
    this.hasParent = tokens.some(({ tokenType }) => tokenType === keywordTokens.Amends);
    this.rowsOfWords = false;
  }

  /** Reports a problem unless this statement has one, or the lexer reported one at this place. */
  protected complain(problem: Problem): void {
    const known = this.troubled || isUnterminated(this.LA(0)) || isAfterStray(this.LA(1));
    if (!known) this.problems.push(problem);
    this.troubled = true;
  }

  /** Reports that something else was due next, at the place where a reader would look for it. */
  protected expect(what: Expectation, opening?: IToken): void {
    const next = this.LA(1);
    const visible = !this.atEnd() && (onSameLine(this.LA(0), next) || this.atStart());
    const place = visible ? placeOf(next) : this.here();
    const found = visible ? next.image : '';
    this.complain({ kind: 'expected', ...place, what, found, opened: opening && placeOf(opening) });
  }

  /** The empty place behind the last token read. */
  protected here(): Place {
    const at = this.atStart() ? 0 : endOf(this.LA(0));
    return { start: at, end: at };
  }

  protected atStart(): boolean {
    return Number.isNaN(this.LA(0).startOffset);
  }

  protected atEnd(): boolean {
    return Number.isNaN(this.LA(1).startOffset);
  }

  /** Reads something required if it is there; otherwise reports it. */
  protected need(
    what: Expectation,
    isAhead: (from?: number) => boolean,
    read: () => void,
  ): boolean {
    if (this.RECORDING_PHASE || isAhead()) {
      read();
      return true;
    }
    const stray = this.LA(1);
    const between = onSameLine(this.LA(0), stray) && onSameLine(stray, this.LA(2));
    if ((STRAY.has(stray.tokenType) || this.isTableMark(what)) && between && isAhead(2)) {
      this.skipStray(1);
      read();
      return true;
    }
    this.expect(what);
    return false;
  }

  /** `指标：执行率，10 分`: marks that a table has between the word, the name and the points. */
  private isTableMark(what: Expectation): boolean {
    const before = this.LA(0);
    const isHead = isStatementKeyword(before) || before.tokenType === keywordTokens.Ruleset;
    if (this.typeAt(1) !== S.Colon && this.typeAt(1) !== S.Comma) return false;
    return what === 'points' || (isHead && this.typeAt(1) === S.Colon);
  }

  /** Reads a required part that begins with any of some tokens. */
  protected needOneOf(what: Expectation, types: readonly TokenType[], read: () => void): boolean {
    return this.need(what, (from = 1) => types.includes(this.typeAt(from)), read);
  }

  /** Reads a required token; words in the way on the same line are reported and passed over. */
  protected needToken(occurrence: number, type: TokenType, what: Expectation): boolean {
    if (!this.RECORDING_PHASE && this.typeAt(1) !== type) {
      if (type === S.Colon && this.isCommaForColon()) {
        const { image: written } = this.LA(1);
        this.complain({ kind: 'foreign-operator', ...placeOf(this.LA(1)), written, meant: ':' });
        this.SKIP_TOKEN();
        return true;
      }
      const inTheWay = this.strayBefore(type);
      if (inTheWay === 0) {
        this.expect(what);
        return false;
      }
      this.skipStray(inTheWay);
    }
    this.consume(occurrence, type);
    return true;
  }

  /** `当 率 >= 95%，10 分`: what the colon would introduce stands behind a comma. */
  private isCommaForColon(): boolean {
    const [before, comma, after] = [this.LA(0), this.LA(1), this.LA(2)];
    if (comma.tokenType !== S.Comma || !onSameLine(before, after)) return false;
    return after.tokenType === NumberLiteral || after.tokenType === keywordTokens.FullPoints;
  }

  /** Reads a required token and what it introduces, which may be there even if the token is not. */
  protected needMarked(
    occurrence: number,
    type: TokenType,
    what: Expectation,
    read: () => void,
  ): void {
    const isMarked = this.needToken(occurrence, type, what);
    if (isMarked) read();
    else if (!this.beginsLine()) {
      // `>= 90% foo 1`: the word stands where the mark should.
      if (isPlainName(this.LA(1)) && this.typeAt(2) === NumberLiteral) this.SKIP_TOKEN();
      read();
    }
  }

  /** Reads the closing bracket of something, passing over what does not belong inside. */
  protected close(closing: TokenType, what: Expectation, opening: IToken): void {
    if (!this.RECORDING_PHASE && this.typeAt(1) !== closing) {
      const partner = this.partners.get(opening);
      const isAhead = partner !== undefined && partner.startOffset > this.LA(0).startOffset;
      if (!isAhead || !onSameLine(partner, this.LA(0))) {
        this.expect(what, opening);
        return;
      }
      let inTheWay = 0;
      while (this.LA(inTheWay + 1) !== partner) inTheWay++;
      this.skipStray(inTheWay);
    }
    this.consume(9, closing);
  }

  /** Reports and passes over what stands on this line before a token that may be left out. */
  protected clearWayTo(type: TokenType): void {
    if (this.RECORDING_PHASE) return;
    const inTheWay = this.strayBefore(type);
    if (inTheWay > 0) this.skipStray(inTheWay);
  }

  private strayBefore(type: TokenType): number {
    for (let ahead = 1; ahead <= REACH; ahead++) {
      const token = this.LA(ahead);
      if (!onSameLine(this.LA(ahead - 1), token)) return 0;
      if (token.tokenType === type) return ahead - 1;
      const beforeBlock = type === S.LeftBrace && !CLOSING.has(token.tokenType);
      if (!beforeBlock && token.tokenType !== Identifier) return 0;
      const isUnit =
        token.tokenType === keywordTokens.Points && !this.pathThen(ahead + 1, S.Equals);
      if (isStatementKeyword(token) && !isUnit) return 0;
    }
    return 0;
  }

  protected skipStray(count: number): void {
    const place = { start: this.LA(1).startOffset, end: endOf(this.LA(count)) };
    this.complain({ kind: 'unexpected', ...place, text: this.imagesAhead(count) });
    for (let skipped = 0; skipped < count; skipped++) this.SKIP_TOKEN();
  }

  protected imagesAhead(count: number): string {
    const images = Array.from({ length: Math.min(count, REACH) }, (_, at) => this.LA(at + 1).image);
    return images.join(' ');
  }

  /** A name of several words that should be in quotes: reported, and read as its first word. */
  protected spacedName(...ends: readonly TokenType[]): void {
    if (this.RECORDING_PHASE || this.atStart()) return;
    const first = this.LA(0);
    let words = 0;
    while (words < REACH && isNameWord(this.LA(words + 1))) words++;
    const hasIdentifier = Array.from({ length: words }, (_, at) => this.typeAt(at + 1)).includes(
      Identifier,
    );
    // Before a sign that belongs to the declaration, a keyword too is part of the name.
    const isSure = words > 0 && ends.every((end) => DECLARING_SIGNS.has(end));
    if ((!hasIdentifier && !isSure) || !onSameLine(first, this.LA(words + 1))) return;
    if (!ends.includes(this.typeAt(words + 1))) return;
    const place = { start: first.startOffset, end: endOf(this.LA(words)) };
    const name = `${first.image} ${this.imagesAhead(words)}`;
    if (!this.troubled) this.problems.push({ kind: 'spaced-name', ...place, name });
    for (let skipped = 0; skipped < words; skipped++) this.SKIP_TOKEN();
  }

  /** Reads something that may hold itself, unless that has gone too deep. */
  protected nested(read: () => void): void {
    if (!this.RECORDING_PHASE && this.isTooDeep()) return;
    this.depth++;
    read();
    this.depth--;
  }

  /** Reports and skips what is nested deeper than the limit; says so once for a text. */
  protected isTooDeep(): boolean {
    if (this.depth < NESTING_LIMIT) return false;
    const place = placeOf(this.LA(1));
    if (!this.deepReported) {
      this.problems.push({ kind: 'nesting-too-deep', ...place, limit: NESTING_LIMIT });
    }
    this.deepReported = true;
    this.troubled = true;
    this.skipOne();
    return true;
  }

  /** Takes a misspelt word for the keyword it was meant to be. */
  protected readAs(token: IToken, id: KeywordId): void {
    const type = keywordTokens[id];
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx ?? token.tokenTypeIdx;
  }

  /** Skips a token, and if it opens something, everything up to where that closes. */
  protected skipOne(): void {
    const partner = this.partners.get(this.LA(1));
    if (partner) while (this.LA(1) !== partner) this.SKIP_TOKEN();
    this.SKIP_TOKEN();
  }
}

/** The words between the braces of `one of { … }`. */
function choicesIn(tokens: readonly IToken[]): ReadonlySet<string> {
  const choices = new Set<string>();
  tokens.forEach((token, at) => {
    if (token.tokenType !== keywordTokens.OneOf) return;
    for (let inside = at + 2; inside < tokens.length; inside++) {
      const word = tokens[inside];
      if (word === undefined || CLOSING.has(word.tokenType)) return;
      if (isNameWord(word)) choices.add(word.image);
    }
  });
  return choices;
}

/** Where a token stands. */
export function placeOf(token: IToken): Place {
  return { start: token.startOffset, end: endOf(token) };
}
