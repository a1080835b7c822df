// Blocks, and the statements and rows in them: where one ends when its braces do not say so, and how
// to find the next statement after one that cannot be read. Indentation is asked only when the
// braces of the text do not add up.
import type { IToken, TokenType } from 'chevrotain';
import { CLOSING, OPENING, countBraces } from './brackets.ts';
import { beginsStatement, isNameWord, isStatementKeyword, onSameLine } from './lookahead.ts';
import type { Expectation } from './problems.ts';
import type { Rule } from './recovery.ts';
import { RecoveringParser, placeOf } from './recovery.ts';
import { suggestStatement } from './suggestions.ts';
import { NumberLiteral, endOf, keywordTokens as K, symbolTokens as S } from './tokens.ts';

interface Block {
  /** The first word of what the block belongs to. */
  readonly head: IToken;
  readonly kind: 'ruleset' | 'group' | 'indicator' | 'item' | 'rows';
  /** The column where the head's line begins. */
  readonly indent: number;
  /** The column of the first statement inside that began a line. */
  inner: number | undefined;
}

const SEPARATORS: readonly TokenType[] = [S.Semicolon, S.Comma];
const NEVER_IN_INDICATORS: ReadonlySet<TokenType> = new Set([
  K.Group,
  K.Bonus,
  K.Penalty,
  K.Indicator,
]);

export abstract class BlockParser extends RecoveringParser {
  private blocks: Block[] = [];
  private missingBraces = 0;
  private swallowedBraces = 0;
  /** Blocks without an opening brace that was reported: their closing ones are no news. */
  private unopened = 0;
  private endReported = false;
  private lineIndents: ReadonlyMap<number, number> = new Map();
  /** The last token of the last statement that could not be read. */
  private skippedLast: IToken | undefined;
  /** The misspelt keyword that was last read as the one meant. */
  private mended: IToken | undefined;

  protected override prepare(tokens: readonly IToken[], isCutShort: boolean): void {
    super.prepare(tokens, isCutShort);
    const { missing, swallowed } = countBraces(tokens);
    this.blocks = [];
    this.missingBraces = missing;
    this.swallowedBraces = isCutShort ? missing : swallowed;
    this.endReported = false;
    this.unopened = 0;
    this.skippedLast = undefined;
    this.mended = undefined;
    const indents = new Map<number, number>();
    for (const { startLine = 0, startColumn = 1 } of tokens) {
      if (!indents.has(startLine)) indents.set(startLine, startColumn);
    }
    this.lineIndents = indents;
  }

  /** Reads `{ … }`. Should the brace be missing, `isInside` says if what is ahead must be inside. */
  protected block(
    kind: Block['kind'],
    head: IToken,
    isInside: () => boolean,
    read: () => void,
  ): void {
    if (!this.RECORDING_PHASE && this.isAt(S.LeftBrace) && this.isTooDeep()) return;
    if (!this.needToken(9, S.LeftBrace, 'opening-brace') && !this.findInside(isInside)) return;
    const indent = this.indentOf(head);
    this.blocks.push({ head, kind, indent, inner: undefined });
    const outer = this.troubled;
    this.troubled = false;
    this.passDoubledBrace();
    this.depth++;
    read();
    this.depth--;
    this.troubled = outer;
    if (this.RECORDING_PHASE || (this.isAt(S.RightBrace) && !this.closesOuterBlock())) {
      this.consume(9, S.RightBrace);
    } else this.reportMissingBrace();
    this.blocks.pop();
  }

  /** `{ {`: nothing inside a block begins with a brace. */
  private passDoubledBrace(): void {
    if (this.RECORDING_PHASE || this.missingBraces <= 0 || !this.isAt(S.LeftBrace)) return;
    this.skipStray(1);
    this.missingBraces--;
    this.troubled = false;
  }

  /** `} }` where something else must follow the first. */
  protected passDoubledClosing(next: TokenType): void {
    if (this.RECORDING_PHASE || !this.isAt(S.RightBrace) || this.typeAt(2) !== next) return;
    if (this.missingBraces >= 0) return;
    this.skipStray(1);
    this.missingBraces++;
  }

  /** The column where a token's line begins. */
  protected indentOf(token: IToken): number {
    return this.lineIndents.get(token.startLine ?? 0) ?? 1;
  }

  /** The text has more closing braces than opening ones. */
  protected lacksOpeningBrace(): boolean {
    return this.missingBraces < 0;
  }

  /** After a missing opening brace: whether the closing one is there, and where the inside begins. */
  private findInside(isInside: () => boolean): boolean {
    if (this.missingBraces >= 0) return false;
    const isBrace = () => this.isAt(S.LeftBrace, S.RightBrace);
    while (!this.atEnd() && !this.beginsLine() && !isBrace() && !isInside()) this.SKIP_TOKEN();
    const isFound = isInside();
    if (isFound) this.missingBraces++;
    else this.unopened++;
    return isFound;
  }

  private reportMissingBrace(): void {
    this.missingBraces--;
    if (this.swallowedBraces > 0) {
      this.swallowedBraces--;
      return;
    }
    // What was skipped last may be what was typed for the brace, and has been reported.
    if (this.endReported || this.LA(0) === this.skippedLast) return;
    // At the end of the text, one mistake has left every block around open.
    const open = this.atEnd() ? [...this.blocks].reverse() : this.blocks.slice(-1);
    this.endReported = this.atEnd();
    const opened = open.map(({ head }) => placeOf(head));
    this.problems.push({ kind: 'missing-closing-brace', ...this.here(), opened });
    this.troubled = true;
  }

  /** A closing brace further out than this block's own line closes a block around it. */
  private closesOuterBlock(): boolean {
    const block = this.blocks.at(-1);
    const column = this.LA(1).startColumn ?? 1;
    if (this.missingBraces <= 0 || !block || !this.beginsLine()) return false;
    return column < block.indent && this.blocks.some(({ indent }) => indent === column);
  }

  /** A closing brace too many: further in than this block's own line, or with statements after it. */
  private closesNothing(): boolean {
    const block = this.blocks.at(-1);
    if (this.missingBraces >= 0 || !block) return false;
    if (block.kind === 'ruleset' && beginsStatement(this.LA(2))) return true;
    return this.beginsLine() && (this.LA(1).startColumn ?? 1) > block.indent;
  }

  /** A statement that cannot stand in this block shows that the block was to end before it. */
  private standsOutside(): boolean {
    const block = this.blocks.at(-1);
    if (this.missingBraces <= 0 || !block || block.kind === 'ruleset') return false;
    if (this.beginsLine() && this.isIndented(block)) {
      return (this.LA(1).startColumn ?? 1) <= block.indent;
    }
    const type = this.typeAt(1);
    if (NEVER_IN_INDICATORS.has(type)) return block.kind === 'indicator' || block.kind === 'item';
    return type === K.Item && block.kind === 'item';
  }

  /** Whether the writer indents: seen in the block itself or, while it is empty, around it. */
  private isIndented(block: Block): boolean {
    if (block.inner !== undefined) return block.inner > block.indent;
    const outer = this.blocks.at(-2);
    return outer?.inner !== undefined && outer.inner > outer.indent;
  }

  /** Whether another statement follows in this block; what is none is reported and skipped. */
  protected moreStatements(): boolean {
    for (;;) {
      if (this.atEnd()) return false;
      if (SEPARATORS.includes(this.typeAt(1))) return true;
      if (this.isAt(S.RightBrace)) {
        if (!this.closesNothing()) return false;
        if (this.unopened === 0) {
          this.problems.push({ kind: 'unmatched-closing-brace', ...placeOf(this.LA(1)) });
        } else this.unopened--;
        this.missingBraces++;
        this.SKIP_TOKEN();
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
        meant: undefined,
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
    while (brace < 12 && this.typeAt(brace) !== S.LeftBrace && onSameLine(first, this.LA(brace))) brace++;
    if (this.typeAt(brace) !== S.LeftBrace) return false;
    const id = this.nodeThatFits(this.typeAt(brace + 1));
    if (id === undefined) return false;
    const place = placeOf(first);
    if (named) this.complain({ kind: 'unknown-statement', ...place, word: first.image, meant: undefined });
    else this.complain({ kind: 'expected', ...place, what: 'node', found: first.image, opened: undefined });
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
      DEF: () =>
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
        }),
    });
  }

  /** `;` or `,`, which mean nothing between statements and rows. */
  abstract readonly separator: Rule;

  private moreRows(
    what: Expectation,
    isRow: () => boolean,
    after: readonly TokenType[],
  ): boolean {
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
