// The page that the formatter writes on: finished lines, the line being written, and how wide it is.
// Widths are the same whichever language keywords are written in, so that converting a file back
// and forth gives the same lines.

const INDENT = '  ';
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;

/** Room for a line; Chinese characters take two columns. */
export const LINE_WIDTH = 120;

/** How many columns a text takes. */
export function widthOf(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}

export interface Page {
  readonly lines: string[];
  line: string;
  width: number;
  /** Nothing but the indentation stands on the line. */
  isEmpty: boolean;
}

export function createPage(): Page {
  return { lines: [], line: '', width: 0, isEmpty: true };
}

/** Ends the line, unless nothing stands on it, and indents the next. */
export function breakLine(page: Page, depth: number, isBlankBefore: boolean): void {
  if (!page.isEmpty) page.lines.push(page.line.trimEnd());
  if (isBlankBefore && page.lines.length > 0) page.lines.push('');
  page.line = INDENT.repeat(depth);
  page.width = page.line.length;
  page.isEmpty = true;
}

/** Writes on the line; `width` is given where it differs from the text's own. */
export function write(page: Page, text: string, width = widthOf(text)): void {
  page.line += text;
  page.width += width;
  page.isEmpty = false;
}

/** Everything written, ending in a line end. */
export function textOfPage(page: Page): string {
  return `${[...page.lines, page.line.trimEnd()].join('\n')}\n`;
}
