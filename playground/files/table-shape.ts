// A table as offices make them → headings and a record per department. Titles stand above the headings,
// headings have two rows with merged cells, departments stand beside one another instead of beneath: what
// is found is said with its cells, and what is left out is named.
import type { Framework } from '../../src/model/framework.ts';
import { columnLetters, columnOf } from './columns.ts';
import type { TableWords } from './table-words.ts';

/** A text with what a spreadsheet calls its cell. */
export interface Placed {
  readonly text: string;
  readonly cell: string;
}

/** The cells of one department, in the order of the headings. */
export interface Entries {
  readonly cells: readonly Placed[];
  /** From 1, of the row or column that it stands in. */
  readonly place: number;
}

export interface Shaped {
  readonly headings: readonly Placed[];
  readonly records: readonly Entries[];
  readonly notes: readonly string[];
}

/** Headings are looked for in no more rows or columns than these. */
const DEEPEST = 15;
const NOTHING: Placed = { text: '', cell: '' };

/** The shape of a table; undefined where every cell is empty. */
export function shapeOf(
  rows: readonly (readonly string[])[],
  framework: Framework,
  words: TableWords,
): Shaped | undefined {
  const grid = rows.map((row, y) =>
    row.map((text, x): Placed => ({ text: text.trim(), cell: columnLetters(x) + String(y + 1) })),
  );
  const upright = headOf(grid, framework);
  const turned = headOf(transposed(grid), framework);
  // Inputs beneath one another: two of them at least, and more than in any row.
  const isTurned = turned.known > 1 && turned.known > upright.known;
  const lines = isTurned ? transposed(grid) : grid;
  const found = isTurned ? turned : upright;
  const at = found.known > 0 ? found.line : grid.findIndex((line) => line.some(isFilled));
  const head = lines[at];
  if (!head) return undefined;
  const above = lines.slice(0, at);
  // Beside inputs that stand beneath one another, whatever is written in the corner heads the names.
  const corner =
    isTurned && !head.some(({ text }) => columnOf(text, framework)?.kind === 'department');
  const headings = head.map((own, place) => {
    if (corner && place === 0) return { text: 'department', cell: own.cell };
    if (isFilled(own)) return own;
    const higher = above.map((line) => line[place] ?? NOTHING).filter(isFilled);
    return higher.findLast(({ text }) => columnOf(text, framework)) ?? own;
  });
  const used = new Set(headings.map(({ cell }) => cell));
  const left = above.flat().filter((each) => isFilled(each) && !used.has(each.cell));
  const records = lines
    .slice(at + 1)
    .flatMap((cells, index): Entries[] =>
      cells.some(isFilled) ? [{ cells, place: at + index + 2 }] : [],
    );
  return {
    headings,
    records,
    notes: [
      ...(isTurned ? [words.turned] : []),
      ...left.map(({ text, cell }) => words.aboveHeadings(text.slice(0, 60), cell)),
    ],
  };
}

function isFilled({ text }: Placed): boolean {
  return text !== '';
}

// The line with the most headings that name something of the ruleset; inputs count before names.
function headOf(
  lines: readonly (readonly Placed[])[],
  framework: Framework,
): { readonly line: number; readonly known: number } {
  let best = { line: 0, known: 0 };
  lines.slice(0, DEEPEST).forEach((cells, line) => {
    const columns = cells.map(({ text }) => columnOf(text, framework));
    const known = columns.filter(
      (column) => column && column.kind !== 'department' && column.kind !== 'year',
    ).length;
    if (known > best.known) best = { line, known };
  });
  return best;
}

function transposed(lines: readonly (readonly Placed[])[]): readonly (readonly Placed[])[] {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return Array.from({ length: width }, (_, place) => lines.map((line) => line[place] ?? NOTHING));
}
