// Blocks: where one ends when its braces do not say so. Indentation is asked only when the braces of
// the text do not add up.
import type { IToken, TokenType } from 'chevrotain';
import { countBraces } from './brackets.ts';
import { RecoveringParser, placeOf } from './recovery.ts';
import { beginsStatement } from './token-roles.ts';
import { keywordTokens as K, symbolTokens as S } from './tokens.ts';

interface Block {
  /** The first word of what the block belongs to. */
  readonly head: IToken;
  readonly kind: 'ruleset' | 'group' | 'indicator' | 'item' | 'rows';
  /** The column where the head's line begins. */
  readonly indent: number;
  /** The column of the first statement inside that began a line. */
  inner: number | undefined;
}

const NEVER_IN_INDICATORS: ReadonlySet<TokenType> = new Set([
  K.Group,
  K.Bonus,
  K.Penalty,
  K.Indicator,
]);

export abstract class BlockParser extends RecoveringParser {
  protected blocks: Block[] = [];
  private missingBraces = 0;
  private swallowedBraces = 0;
  /** Blocks without an opening brace that was reported: their closing ones are no news. */
  private unopened = 0;
  private endReported = false;
  private lineIndents: ReadonlyMap<number, number> = new Map();
  /** The last token of the last statement that could not be read. */
  protected skippedLast: IToken | undefined;

  /**
   * Looks over the blocks of a new text. One that is cut short by a comment that never ends lacks
   * the braces that the comment swallowed.
   */
  protected prepareBlocks(tokens: readonly IToken[], isCutShort: boolean): void {
    const { missing, swallowed } = countBraces(tokens);
    this.blocks = [];
    this.missingBraces = missing;
    this.swallowedBraces = isCutShort ? missing : swallowed;
    this.endReported = false;
    this.unopened = 0;
    this.skippedLast = undefined;
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

  /** Reports a closing brace too many, unless it belongs to a block that was reported. */
  protected passUnmatchedBrace(): void {
    if (this.unopened > 0) this.unopened--;
    else this.problems.push({ kind: 'unmatched-closing-brace', ...placeOf(this.LA(1)) });
    this.missingBraces++;
    this.SKIP_TOKEN();
  }

  /** A closing brace too many: further in than this block's own line, or with statements after it. */
  protected closesNothing(): boolean {
    const block = this.blocks.at(-1);
    if (this.missingBraces >= 0 || !block) return false;
    if (block.kind === 'ruleset' && beginsStatement(this.LA(2))) return true;
    return this.beginsLine() && (this.LA(1).startColumn ?? 1) > block.indent;
  }

  /** A statement that cannot stand in this block shows that the block was to end before it. */
  protected standsOutside(): boolean {
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
}
