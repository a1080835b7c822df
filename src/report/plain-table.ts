// Headed columns of text, each as wide as it needs to be within limits; the first takes what room is left.
import type { Cell, Column } from './layout.ts';
import { layRow, rule, totalWidth, widest } from './layout.ts';
import type { TextSettings } from './text-settings.ts';

/** The head of a column. */
export interface Heading {
  readonly text: string;
  readonly align: Column['align'];
  /** The widest that it may become; without it as wide as its text. */
  readonly most?: number;
  /** The narrowest that it may become. */
  readonly least?: number;
}

/** Rows of texts below their headings, between rules. */
export function plainTable(
  headings: readonly Heading[],
  rows: readonly (readonly string[])[],
  { paint, width }: TextSettings,
): string[] {
  const titles = headings.map(({ text }) => text);
  const texts = (at: number) => [titles, ...rows].map((row) => row[at] ?? '');
  const others = headings.slice(1).map(({ align, least = 2, most = 24 }, at): Column => ({
    align,
    width: widest(texts(at + 1), least, most),
  }));
  const first = headings[0]?.least ?? 4;
  const room = Math.max(12, width - totalWidth(others) - 2);
  const columns: Column[] = [{ align: 'left', width: widest(texts(0), first, room) }, ...others];
  const line = rule(totalWidth(columns));
  const head: Cell[] = titles.map((text) => ({ text, paint: paint.strong }));
  const body = rows.flatMap((row) =>
    layRow(
      row.map((text) => ({ text })),
      columns,
    ),
  );
  return [line, ...layRow(head, columns), line, ...body, line];
}
