// Workbooks to rows of texts and back; the one place that knows the library for them. Figures keep the
// digits that the workbook shows people: a cell in percent becomes `15.4%`, a date `2024-06-30`.
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Cell, CellValue } from 'hucre/xlsx';
import { columnLetters } from './columns.ts';

/** Rows of texts, and the cells that could not be read. */
export interface WorkbookRows {
  readonly rows: readonly (readonly string[])[];
  /** Formulas whose result was not kept. */
  readonly unread: readonly string[];
}

const MOST_ROWS = 5000;
const MOST_COLUMNS = 1000;

/** The first sheet; undefined where the bytes are no workbook. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookRows | undefined> {
  try {
    const { sheets } = await readXlsx(bytes, { sheets: [0], readStyles: true, maxRows: MOST_ROWS });
    const [sheet] = sheets;
    if (!sheet) return undefined;
    const unread: string[] = [];
    const rows = sheet.rows.map((row, y) =>
      row.slice(0, MOST_COLUMNS).map((value, x) => {
        const cell = sheet.cells?.get(`${y},${x}`);
        if (cell?.formula !== undefined && value === null)
          unread.push(columnLetters(x) + String(y + 1));
        return cellText(value, cell);
      }),
    );
    return { rows, unread };
  } catch {
    return undefined;
  }
}

function cellText(value: CellValue, cell: Cell | undefined): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return value ? '是' : '否';
    case 'number':
      return figureText(value, cell?.style?.numFmt ?? '');
    default:
      return '';
  }
}

// A workbook keeps doubles, of which fifteen digits are what somebody typed.
const DIGITS = 15;

function figureText(value: number, format: string): string {
  if (!format.includes('%')) return plainFigure(value);
  return `${plainFigure(Number((value * 100).toPrecision(DIGITS)))}%`;
}

/** Decimal text without an exponent. */
function plainFigure(value: number): string {
  const text = String(Number(value.toPrecision(DIGITS)));
  if (!text.includes('e')) return text;
  const fixed = value.toFixed(20).replace(/\.?0+$/, '');
  return value >= 1e21 ? BigInt(Math.round(value)).toString() : fixed;
}

/** A workbook with one sheet; every cell a text, or a figure where it is written as one. */
export async function writeWorkbook(
  name: string,
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name, rows: rows.map((row) => row.map(cellValue)) }] });
}

const PLAIN_FIGURE = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

// Only what comes back as the same text: a trailing zero or a sixteenth digit stays text.
function cellValue(text: string): CellValue {
  if (text === '') return null;
  const isFigure = PLAIN_FIGURE.test(text) && plainFigure(Number(text)) === text;
  return isFigure ? Number(text) : text;
}
