// Lines and indentation. A block stays on one line if it was written on one and fits; otherwise each
// statement or row gets a line. A line that the writer broke inside a statement stays broken.
import type { TokenType } from 'chevrotain';
import { endOf, keywordTokens as K, symbolTokens as S } from '../../grammar/tokens.ts';
import type { Source } from '../text/source.ts';
import type { DecisionMark, Mark } from './print-marks.ts';
import type { Page } from './print-page.ts';
import { LINE_WIDTH, breakLine, createPage, textOfPage, write } from './print-page.ts';
import type { PrintToken } from './print-spacing.ts';
import { gap, mayBreak } from './print-spacing.ts';
import type { Comment } from './tree.ts';

const ROW_GAP = '   ';

/** A token with its place in the structure. */
export interface LayoutToken extends PrintToken {
  /** What begins here. */
  readonly mark: Mark | undefined;
  /** The first row of a decision, which follows on what it is the value of. */
  readonly beginsDecision: boolean;
  /** A comma or semicolon between rows or statements, which a line end can replace. */
  readonly isSeparator: boolean;
  /** The index of the closing brace, of an opening one. */
  readonly closedBy: number | undefined;
  /** The brace opens a body of statements. */
  readonly opensBody: boolean;
}

export interface Layout {
  readonly source: Source;
  readonly tokens: readonly LayoutToken[];
  readonly comments: readonly Comment[];
  readonly decisions: ReadonlyMap<number, DecisionMark>;
}

/** A block or decision that is open at some point. */
interface Frame {
  readonly isFlat: boolean;
  readonly indent: number;
  /** Where a decision ends; a block ends at its brace. */
  readonly end: number | undefined;
}

interface State {
  readonly layout: Layout;
  readonly page: Page;
  readonly frames: Frame[];
  nextComment: number;
  previous: LayoutToken | undefined;
  /** A separator stood after the previous token. */
  isSeparated: boolean;
  /** Where the last token or comment ended in the source. */
  end: number;
  /** What was written last opens a block, so that no blank line follows. */
  isOpening: boolean;
  /** What was written last is a comment to the end of the line. */
  mustBreak: boolean;
}

/** The text of a layout. */
export function layOut(layout: Layout): string {
  const state: State = {
    layout,
    page: createPage(),
    frames: [],
    nextComment: 0,
    previous: undefined,
    isSeparated: false,
    end: 0,
    isOpening: true,
    mustBreak: false,
  };
  layout.tokens.forEach((token, index) => {
    const { startOffset } = token.token;
    while ((state.frames.at(-1)?.end ?? Infinity) <= startOffset) state.frames.pop();
    placeCommentsBefore(state, startOffset, token);
    if (token.isSeparator) placeSeparator(state, token, index);
    else placeToken(state, token, index);
  });
  state.frames.length = 0;
  placeCommentsBefore(state, Infinity, undefined);
  return textOfPage(state.page);
}

function indentOf(state: State): number {
  return state.frames.at(-1)?.indent ?? 0;
}

function isFlat(state: State): boolean {
  return state.frames.at(-1)?.isFlat ?? false;
}

/** How many line ends the writer put before an offset. */
function lineEndsBefore(state: State, start: number): number {
  return state.layout.source.text.slice(state.end, start).match(/\r\n|[\r\n]/g)?.length ?? 0;
}

/** Begins a line for a statement, row or comment; a blank line before it is kept, several are one. */
function beginLine(state: State, depth: number, start: number): void {
  breakLine(state.page, depth, !state.isOpening && lineEndsBefore(state, start) > 1);
}

/** Goes on with a statement on the next line. */
function continueLine(state: State): void {
  breakLine(state.page, indentOf(state) + 1, false);
}

function placeCommentsBefore(state: State, start: number, next: LayoutToken | undefined): void {
  const { comments } = state.layout;
  const continues =
    next !== undefined &&
    next.mark === undefined &&
    !next.isSeparator &&
    next.token.tokenType !== S.RightBrace &&
    state.previous !== undefined;
  for (
    let comment = comments[state.nextComment];
    comment !== undefined && comment.span.start < start;
    comment = comments[state.nextComment]
  ) {
    const isFirst = lineEndsBefore(state, comment.span.start) > 0 || state.page.isEmpty;
    if (isFirst || state.mustBreak)
      beginLine(state, indentOf(state) + (continues ? 1 : 0), comment.span.start);
    else write(state.page, ' ');
    write(state.page, comment.text.replace(/\r\n?/g, '\n').trimEnd());
    state.nextComment++;
    state.end = comment.span.end;
    state.isOpening = false;
    state.mustBreak = !comment.text.startsWith('/*');
  }
}

/** These would be read on as part of what stands before them if nothing stood between. */
const CONTINUES: ReadonlySet<TokenType> = new Set([
  S.Minus,
  S.LeftParenthesis,
  S.LeftBracket,
  K.RoundedTo,
  K.AtLeast,
  K.AtMost,
  K.Uncapped,
]);

const TABLES: ReadonlySet<TokenType> = new Set([K.TiersOf, K.InterpolateOf]);

/** Leaves a separator out where a line end does its work, and keeps the one that is needed. */
function placeSeparator(state: State, separator: LayoutToken, index: number): void {
  const next = state.layout.tokens[index + 1];
  if (next && !next.isSeparator && !isFlat(state)) {
    const type = next.token.tokenType;
    const isNeeded =
      CONTINUES.has(type) ||
      (type === K.When && next.mark === 'statement') ||
      // A table behind it would be the one that the assessor chooses from.
      (state.previous?.token.tokenType === K.Judged && TABLES.has(type));
    if (isNeeded && !state.mustBreak) write(state.page, ';');
    else if (isNeeded) {
      continueLine(state);
      write(state.page, ';');
    }
  }
  state.isSeparated = true;
  state.end = endOf(separator.token);
  state.isOpening = false;
}

function placeToken(state: State, token: LayoutToken, index: number): void {
  const { startOffset, tokenType } = token.token;
  const decision = state.layout.decisions.get(startOffset);
  if (decision?.isStatement === false) openDecision(state, decision, index);
  if (tokenType === S.RightBrace) closeBlock(state, token);
  else placeAfter(state, token);
  if (decision?.isStatement === true) openDecision(state, decision, index);

  const blockIsFlat = tokenType === S.LeftBrace && isFlatBlock(state, token, index);
  write(state.page, token.spelling, token.width);
  if (tokenType === S.LeftBrace) {
    state.frames.push({ isFlat: blockIsFlat, indent: indentOf(state) + 1, end: undefined });
  }
  state.previous = token;
  state.isSeparated = false;
  state.end = endOf(token.token);
  state.isOpening = tokenType === S.LeftBrace;
  state.mustBreak = false;
}

function closeBlock(state: State, brace: LayoutToken): void {
  const block = state.frames.pop();
  if (block?.isFlat === false || state.mustBreak) breakLine(state.page, indentOf(state), false);
  else if (state.previous) write(state.page, gap(state.previous, brace));
}

/** Puts what belongs between the previous token and the next: a line end, a space, or nothing. */
function placeAfter(state: State, token: LayoutToken): void {
  const { previous, page } = state;
  const { startOffset } = token.token;
  if (token.mark !== undefined && !isFlat(state)) beginLine(state, indentOf(state), startOffset);
  else if (previous === undefined || state.mustBreak) continueLine(state);
  else if (!isFlat(state) && lineEndsBefore(state, startOffset) > 0 && mayBreak(previous, token)) {
    continueLine(state);
  } else if (!page.isEmpty) write(page, flatGap(previous, token, state.isSeparated));
}

/** What stands between two tokens of a block that is written on one line. */
function flatGap(left: LayoutToken, right: LayoutToken, isSeparated: boolean): string {
  const isFirst = right.mark === undefined || right.beginsDecision;
  if (isFirst || left.token.tokenType === S.LeftBrace) return gap(left, right);
  if (right.mark === 'entry') return isSeparated ? ', ' : ' ';
  return isSeparated ? '; ' : ROW_GAP;
}

function openDecision(state: State, decision: DecisionMark, index: number): void {
  const indent = indentOf(state) + (decision.isStatement ? 0 : 1);
  state.frames.push({ isFlat: fits(state, index, decision.end), indent, end: decision.end });
}

/** A block on one line: written on one, and with at most one statement if it holds statements. */
function isFlatBlock(state: State, opening: LayoutToken, index: number): boolean {
  const { tokens, comments } = state.layout;
  const { closedBy } = opening;
  const closing = closedBy === undefined ? undefined : tokens[closedBy];
  if (closedBy === undefined || closing === undefined) return false;
  const comment = comments[state.nextComment];
  const hasComment = comment !== undefined && comment.span.start < closing.token.startOffset;
  if (closedBy === index + 1 && !hasComment) return true;
  if (!fits(state, index, endOf(closing.token))) return false;
  if (!opening.opensBody || state.frames.length === 0) return !opening.opensBody;
  const inside = tokens.slice(index + 1, closedBy);
  const statements = inside.filter(({ mark }) => mark === 'statement');
  return statements.length <= 1 && !inside.some(({ opensBody }) => opensBody);
}

/** Whether the tokens up to an offset were written on one line and fit on the present one. */
function fits(state: State, from: number, end: number): boolean {
  const { tokens, source } = state.layout;
  const start = tokens[from]?.token.startOffset ?? end;
  if (/[\r\n]/.test(source.text.slice(start, end))) return false;
  if (isFlat(state)) return true;
  let width = state.page.width;
  let left = state.previous;
  let isSeparated = state.isSeparated;
  for (let at = from; at < tokens.length && width <= LINE_WIDTH; at++) {
    const right = tokens[at];
    if (!right || right.token.startOffset >= end) break;
    if (!right.isSeparator) {
      width += (left ? flatGap(left, right, isSeparated).length : 0) + right.width;
      left = right;
    }
    isSeparated = right.isSeparator;
  }
  return width <= LINE_WIDTH;
}
