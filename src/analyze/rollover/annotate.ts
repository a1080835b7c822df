// The lines of a flattened ruleset with the places that they are from as comments behind them, and a text
// without such comments: a copy that was edited says nothing by them.
import { lex } from '../../../grammar/lexer.ts';
import { widthOf } from '../../syntax/print-page.ts';
import { createSource } from '../../text/source.ts';
import type { Source } from '../../text/source.ts';
import type { LineOrigin, SetLine } from './set-text.ts';

/** What such a comment begins with. */
const MARK = '// ← ';

/** Room for the text; longer lines push their comment to the right. */
const COLUMN = 72;

/** The text with the origin of every line behind it. */
export function annotated(lines: readonly SetLine[]): string {
  let insideBlock = false;
  const shown = lines.map(({ text, origins }) => {
    const wasInside = insideBlock;
    insideBlock = isInsideBlock(text, insideBlock);
    // Nothing can be put behind a line that ends within a block comment.
    if (origins.length === 0 || insideBlock || wasInside) return text;
    return `${text}${' '.repeat(Math.max(1, COLUMN - widthOf(text)))}${MARK}${originsText(origins)}`;
  });
  return `${shown.join('\n')}\n`;
}

/** `common.chi:12, 2024.chi:6`; lines that follow each other are one range. */
export function originsText(origins: readonly LineOrigin[]): string {
  const ranges: { file: string; from: number; to: number }[] = [];
  for (const { file, line } of origins) {
    const last = ranges.at(-1);
    if (last?.file === file && line === last.to + 1) last.to = line;
    else ranges.push({ file, from: line, to: line });
  }
  return ranges
    .map(({ file, from, to }) => (from === to ? `${file}:${from}` : `${file}:${from}–${to}`))
    .join(', ');
}

/** A text with blanks where such comments stood, so that every place stays what it was. */
export function withoutMargin(source: Source): Source {
  let { text } = source;
  for (const { start, end } of lex(source.text).comments) {
    // Behind a comment it has become the end of that.
    const at = source.text.slice(start, end).lastIndexOf(MARK);
    if (at >= 0) text = text.slice(0, start + at) + ' '.repeat(end - start - at) + text.slice(end);
  }
  return createSource(source.file, text);
}

// A block comment ends at its first closing mark, whatever else stands in it.
function isInsideBlock(line: string, before: boolean): boolean {
  let inside = before;
  let rest = line;
  for (;;) {
    const mark = inside ? /\*\// : /"(?:[^"\\]|\\.)*"|“[^”]*”|\/\*|\/\/.*/;
    const found = mark.exec(rest);
    if (!found) return inside;
    if (found[0] === '*/') inside = false;
    else if (found[0] === '/*') inside = true;
    rest = rest.slice(found.index + found[0].length);
  }
}
