// Places in source text. A span names a file and two offsets (UTF-16 code units); lines and columns
// are computed from the text only when someone must read them.

/** A half-open range `[start, end)` of UTF-16 offsets in the file called `file`. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A one-based line and a one-based column, counted in code points as an editor shows them. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The smallest span that holds both; they must lie in the same file. */
export function joinSpans(a: Span, b: Span): Span {
  return { file: a.file, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
