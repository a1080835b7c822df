// A source text with its name and a line index. Knows nothing of the language.
import type { Place, Span } from './span.ts';

/** A named text. `file` is whatever the host calls it: a path, a URL, an editor's document name. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** The offset at which each line starts. */
  readonly lineStarts: readonly number[];
}

/** Makes a source from its name and text; line ends may be LF, CRLF or CR. */
export function createSource(file: string, text: string): Source {
  const lineStarts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) lineStarts.push(match.index + match[0].length);
  return { file, text, lineStarts };
}

/** Where an offset is, for people: one-based line and column, columns counted in code points. */
export function placeOf(source: Source, offset: number): Place {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const start = source.lineStarts[low] ?? 0;
  return { line: low + 1, column: [...source.text.slice(start, offset)].length + 1 };
}

/** The text of one line (one-based), without its line end. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1] ?? source.text.length;
  const end = source.lineStarts[line] ?? source.text.length;
  return source.text.slice(start, end).replace(/[\r\n]+$/, '');
}

/** The text that a span covers. */
export function textOf(source: Source, span: Span): string {
  return source.text.slice(span.start, span.end);
}
