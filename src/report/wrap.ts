// Breaks text into lines of a given display width. Chinese characters count as two columns and may
// be parted anywhere except before closing and after opening punctuation; words and figures stay
// whole unless they alone are wider than the line.
import stringWidth from 'string-width';

// Segmenting takes the square of a text's length, so long texts are taken in blocks of whole code
// points. A mark that falls on the edge of a block is at worst shown one column off.
const BLOCK = 500;

function* blocksOf(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const isPair = (text.codePointAt(start + BLOCK - 1) ?? 0) > 0xffff;
    const end = start + BLOCK + (isPair ? 1 : 0);
    yield text.slice(start, end);
    start = end;
  }
}

/** How many terminal columns the text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const block of blocksOf(text)) width += stringWidth(block);
  return width;
}

/** The text without control characters: what comes from a file must not steer the terminal. */
export function printable(text: string): string {
  return text
    .replace(/[^\S\n]/gu, ' ')
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, (mark) => (mark === '\n' ? mark : '·'));
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const NEVER_FIRST = /^[，。；：、！？）》】」』”’％%…·,.;:!?)\]}]/u;
const NEVER_LAST = /[（《【「『“‘([{≥≤＞＜><≈]$/u;

/** The text in lines no wider than `width` (at least one line). Line breaks in the text are kept. */
export function wrap(text: string, width: number): string[] {
  return printable(text)
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph, Math.max(2, width)));
}

function wrapParagraph(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (widthOf(line) + widthOf(piece.trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    const parts = widthOf(piece.trimEnd()) <= width ? [piece] : cut(piece, width);
    lines.push(...parts.slice(0, -1));
    line = (parts.at(-1) ?? '').trimStart();
  }
  lines.push(line.trimEnd());
  return lines;
}

// The text in pieces that must not be parted; a piece carries the space that follows it.
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let before = '';
  for (const segment of segmentsOf(text)) {
    if (piece !== '' && mayPart(before, segment)) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
    before = segment;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}

function* segmentsOf(text: string): Generator<string> {
  for (const block of blocksOf(text))
    for (const { segment } of graphemes.segment(block)) yield segment;
}

function mayPart(before: string, after: string): boolean {
  if (after === ' ' || NEVER_FIRST.test(after) || NEVER_LAST.test(before)) return false;
  return before === ' ' || widthOf(before) === 2 || widthOf(after) === 2;
}

function cut(piece: string, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const segment of segmentsOf(piece)) {
    if (part !== '' && widthOf(part) + widthOf(segment) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}
