// Statements and rows: which word begins the next one, and how to find it after one that cannot be
// read. A misspelt first word is read as the one that was meant, so that what follows is not lost.
import type { IToken, TokenType } from 'chevrotain';
import { BlockParser } from './block-recovery.ts';
import { CLOSING, OPENING } from './brackets.ts';
import type { Expectation } from './problems.ts';
import type { Rule } from './recovery.ts';
import { placeOf } from './recovery.ts';
import { suggestStatement } from './suggestions.ts';
import { beginsStatement, isNameWord, isStatementKeyword, onSameLine } from './token-roles.ts';
import { NumberLiteral, endOf, keywordTokens as K, symbolTokens as S } from './tokens.ts';

const SEPARATORS: readonly TokenType[] = [S.Semicolon, S.Comma];
/** How far a node's brace may stand from its first word. */
const REACH = 12;

export abstract class StatementParser extends BlockParser {
  /** The misspelt keyword that was last read as the one meant. */
  private mended: IToken | undefined;

  /** Whether another statement follows in this block; what is none is reported and skipped. */
  protected moreStatements(): boolean {
    for (;;) {
      if (this.atEnd()) return false;
      if (SEPARATORS.includes(this.typeAt(1))) return true;
      if (this.isAt(S.RightBrace)) {
        if (!this.closesNothing()) return false;
        this.passUnmatchedBrace();
      } else if (this.statementAhead()) {
        if (this.standsOutside()) return false;
        const block = this.blocks.at(-1);
        if (block && this.beginsLine()) block.inner ??= this.LA(1).startColumn;
        return true;
      } else this.skipStatement();
    }
  }

  /** A word that begins a statement; after a mistake, only one that certainly does. */
  private statementAhead(): boolean {
    if (!beginsStatement(this.LA(1))) return false;
    if (!this.troubled || this.beginsLine()) return true;
    if (SEPARATORS.includes(this.typeAt(0)) || CLOSING.has(this.typeAt(0))) return true;
    return isStatementKeyword(this.LA(1)) && isNameWord(this.LA(2));
  }

  /** Reads one statement. Its mistakes are its own; a misspelt keyword was one already. */
  protected statementAfresh(read: () => void): void {
    this.troubled = this.LA(1) === this.mended;
    this.mended = undefined;
    read();
  }

  private skipStatement(): void {
    const first = this.LA(1);
    if (this.startsAnew()) this.troubled = false;
    if (!this.troubled && isNameWord(first)) {
      if (this.mendKeyword() || this.assumeNode()) return;
      this.complain({
        kind: 'unknown-statement',
        ...placeOf(first),
        word: first.image,
        // `每发现一次扣 2 分`: the sentence of a table.
        meant: /^每.*[扣减]/.test(first.image) ? '扣 … 每 …' : undefined,
      });
    } else {
      let count = 1;
      while (count < 8 && this.isRestOfLine(count + 1, first)) count++;
      const text = this.imagesAhead(count);
      const end = endOf(this.LA(count));
      this.complain({ kind: 'unexpected', start: first.startOffset, end, text });
    }
    do this.skipOne();
    while (
      !this.atEnd() &&
      !this.isAt(S.RightBrace, ...SEPARATORS) &&
      !this.statementAhead() &&
      !this.startsAnew()
    );
    this.skippedLast = this.LA(0);
  }

  /** A word that stands where statements begin in this block, or after a closed one. */
  private startsAnew(): boolean {
    if (!isNameWord(this.LA(1)) || !this.beginsLine()) return false;
    return this.typeAt(0) === S.RightBrace || this.LA(1).startColumn === this.blocks.at(-1)?.inner;
  }

  private isRestOfLine(ahead: number, first: IToken): boolean {
    const token = this.LA(ahead);
    if (!onSameLine(first, token) || beginsStatement(token)) return false;
    return !OPENING.has(token.tokenType) && !CLOSING.has(token.tokenType);
  }

  /** Reads a misspelt keyword as the one that was meant, and reports it. */
  private mendKeyword(): boolean {
    const first = this.LA(1);
    const words = [1, 2, 3, 4].map((ahead) => this.LA(ahead));
    const line = words.filter((token) => onSameLine(token, first)).map(({ image }) => image);
    const suggestion = suggestStatement(line);
    if (suggestion === undefined) return false;
    const { id, spelling, rest, words: count } = suggestion;
    const place = { start: first.startOffset, end: endOf(this.LA(count)) };
    const meant = rest === '' ? spelling : `${spelling} ${rest}`;
    const word = this.imagesAhead(count);
    this.complain({ kind: 'unknown-statement', ...place, word, meant });
    this.troubled = false;
    for (let skipped = 1; skipped < count; skipped++) this.SKIP_TOKEN();
    const token = this.LA(1);
    this.readAs(token, id);
    this.mended = token;
    return true;
  }

  /** A name, points and a block without the word that says what it is: read as what fits there. */
  private assumeNode(): boolean {
    const first = this.LA(1);
    const named = isNameWord(this.LA(2));
    if (this.typeAt(named ? 3 : 2) !== NumberLiteral) return false;
    let brace = 3;
    while (brace < REACH && this.typeAt(brace) !== S.LeftBrace && onSameLine(first, this.LA(brace)))
      brace++;
    if (this.typeAt(brace) !== S.LeftBrace) return false;
    const id = this.nodeThatFits(this.typeAt(brace + 1));
    if (id === undefined) return false;
    const place = placeOf(first);
    if (named)
      this.complain({ kind: 'unknown-statement', ...place, word: first.image, meant: undefined });
    else
      this.complain({
        kind: 'expected',
        ...place,
        what: 'node',
        found: first.image,
        opened: undefined,
      });
    this.troubled = false;
    this.readAs(first, id);
    this.mended = first;
    return true;
  }

  private nodeThatFits(inside: TokenType): 'Group' | 'Indicator' | 'Item' | undefined {
    switch (this.blocks.at(-1)?.kind) {
      case 'ruleset':
        return 'Group';
      case 'group':
        return inside === K.Group || inside === K.Indicator ? 'Group' : 'Indicator';
      case 'indicator':
        return 'Item';
      default:
        return undefined;
    }
  }

  /**
   * Reads the rows of a block, their mistakes their own; what is no row is reported and skipped,
   * up to a word that only comes after the block.
   */
  protected rows(
    what: Expectation,
    isRow: () => boolean,
    row: () => void,
    ...after: readonly TokenType[]
  ): void {
    this.many(9, {
      GATE: () => this.moreRows(what, isRow, after),
      DEF: () => {
        this.or(9, {
          IGNORE_AMBIGUITIES: true,
          DEF: [
            { ALT: () => this.subrule(9, this.separator) },
            {
              ALT: () => {
                this.startRow();
                row();
              },
            },
          ],
        });
      },
    });
  }

  /** `;` or `,`, which mean nothing between statements and rows. */
  abstract readonly separator: Rule;

  private moreRows(what: Expectation, isRow: () => boolean, after: readonly TokenType[]): boolean {
    for (;;) {
      if (this.atEnd() || this.isAt(S.RightBrace, ...after)) return false;
      if (this.isAt(...SEPARATORS) || isRow()) return true;
      if (isStatementKeyword(this.LA(1)) && this.beginsLine()) return false;
      this.expect(what);
      const ends = [S.RightBrace, ...SEPARATORS, ...after];
      do this.skipOne();
      while (!this.atEnd() && !this.isAt(...ends) && !this.rowMayBegin(isRow));
    }
  }

  private rowMayBegin(isRow: () => boolean): boolean {
    return this.beginsLine() && (isRow() || isStatementKeyword(this.LA(1)));
  }

  /** Begins a row, whose mistakes are its own unless it stands right behind one with a mistake. */
  protected startRow(): void {
    const isApart = this.beginsLine() || SEPARATORS.includes(this.typeAt(0));
    if (isApart || this.typeAt(0) === S.LeftBrace) this.troubled = false;
  }

  /** After a mistake in a row without braces around it, skips what is left of its line. */
  protected skipRestOfRow(...next: readonly TokenType[]): void {
    if (!this.troubled || this.RECORDING_PHASE) return;
    const ends = [S.RightBrace, S.LeftBrace, ...SEPARATORS, ...next];
    while (!this.atEnd() && !this.beginsLine() && !this.isAt(...ends)) {
      if (isStatementKeyword(this.LA(1))) return;
      this.skipOne();
    }
  }
}
