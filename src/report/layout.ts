// Lays rows of cells out in columns of a fixed display width: wraps, aligns, and only then paints,
// so that colour never disturbs the alignment. Knows nothing of scores.
import type { Painter } from './paint.ts';
import { widthOf, wrap } from './wrap.ts';

export interface Column {
  readonly align: 'left' | 'right';
  readonly width: number;
}

export interface Cell {
  readonly text: string;
  readonly paint?: Painter | undefined;
}

const GAP = '  ';

/** The text filled up with spaces to `width`; wider text is left as it is. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const fill = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + fill : fill + text;
}

/** One row as as many lines as its tallest cell needs, without spaces at the line ends. */
export function layRow(cells: readonly Cell[], columns: readonly Column[]): string[] {
  const wrapped = columns.map((column, index) => wrap(cells[index]?.text ?? '', column.width));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const last = lastFilled(wrapped, line);
    const parts = columns.slice(0, last + 1).map((column, index) => {
      const text = wrapped[index]?.[line] ?? '';
      const paint = cells[index]?.paint;
      const padded =
        index === last && column.align === 'left' ? text : pad(text, column.width, column.align);
      return paint && text !== '' ? padded.replace(text, () => paint(text)) : padded;
    });
    return parts.join(GAP);
  });
}

function lastFilled(wrapped: readonly (readonly string[])[], line: number): number {
  return wrapped.reduce((last, lines, index) => ((lines[line] ?? '') === '' ? last : index), 0);
}

/** The width of the widest text, within limits. */
export function widest(texts: readonly string[], least: number, most: number): number {
  return Math.min(most, Math.max(least, ...texts.map(widthOf)));
}

/** How wide columns are together, gaps included. */
export function totalWidth(columns: readonly Column[]): number {
  return (
    columns.reduce((sum, column) => sum + column.width, 0) +
    GAP.length * Math.max(0, columns.length - 1)
  );
}

/** A horizontal rule. */
export function rule(width: number, mark: '─' | '━' = '─'): string {
  return mark.repeat(width);
}

/** A paragraph with its first line led by `lead` and further lines indented to match. */
export function hang(lead: string, text: string, width: number): string[] {
  const indent = ' '.repeat(widthOf(lead));
  return wrap(text, width - indent.length).map(
    (line, index) => (index === 0 ? lead : indent) + line,
  );
}

/** Rows of texts in left-aligned columns as wide as they need; the last column takes the rest. */
export function layList(
  rows: readonly (readonly string[])[],
  width: number,
  indent = '  ',
): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const most = Math.floor((width - indent.length) / Math.max(1, count - 0.5));
  const columns: Column[] = [];
  for (let index = 0; index < count; index++) {
    const texts = rows.map((row) => row[index] ?? '');
    const used = columns.length === 0 ? 0 : totalWidth(columns) + GAP.length;
    const rest = width - indent.length - used;
    columns.push({
      align: 'left',
      width: index === count - 1 ? Math.max(8, rest) : widest(texts, 1, most),
    });
  }
  return rows.flatMap((row) =>
    layRow(
      row.map((text) => ({ text })),
      columns,
    ).map((line) => indent + line),
  );
}
