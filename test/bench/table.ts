// Rows of figures as a Markdown table, padded so that it also reads well in a terminal.
import stringWidth from 'string-width';

/** Columns of figures end with a colon in Markdown's rule, as in `speed:`. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const names = heads.map((head) => head.replace(/:$/, ''));
  const right = heads.map((head) => head.endsWith(':'));
  const widths = names.map((name, at) =>
    Math.max(4, ...[name, ...rows.map((row) => row[at] ?? '')].map((cell) => stringWidth(cell))),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => padded(cell, widths[at] ?? 0, right[at] ?? false)).join(' | ')} |`;
  const rule = widths.map((width, at) => '-'.repeat(width - 1) + (right[at] ? ':' : '-'));
  return [line(names), line(rule), ...rows.map(line)].join('\n');
}

function padded(cell: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return right ? space + cell : cell + space;
}

/** A count as people read it: 12,345,678 to three leading digits. */
export function rounded(figure: number): string {
  if (!Number.isFinite(figure)) return '–';
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(figure) || 1)) - 2);
  return (Math.round(figure / unit) * unit).toLocaleString('en-US');
}

/** A ratio with as many digits as it deserves. */
export function ratio(figure: number): string {
  if (!Number.isFinite(figure)) return '–';
  return figure >= 0.1 ? figure.toFixed(2) : figure.toPrecision(2);
}
