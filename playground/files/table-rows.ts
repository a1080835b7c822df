// A table of texts with a row per department ↔ departments' files. A cell's text is kept as it is, so
// that no figure loses a decimal; an empty cell says that the value is not known.
import type { Framework, Input } from '../../src/model/framework.ts';
import { nearest } from '../../src/text/nearest.ts';
import type { JsonValue } from '../protocol.ts';
import type { Column } from './columns.ts';
import { columnOf } from './columns.ts';
import type { Entries } from './table-shape.ts';
import { shapeOf } from './table-shape.ts';
import { tableWords } from './table-words.ts';

/** A department of a table, with the place of the cell that each input was read from. */
export interface TableDepartment {
  readonly name: string;
  readonly data: Readonly<Record<string, JsonValue>>;
  /** `C3`, by input. */
  readonly cells: ReadonlyMap<string, string>;
  /** From 1, as a spreadsheet counts. */
  readonly row: number;
}

export type ReadTable =
  | {
      readonly kind: 'table';
      readonly departments: readonly TableDepartment[];
      readonly notes: readonly string[];
    }
  | { readonly kind: 'refused'; readonly messages: readonly string[] };

/** Reads rows of texts; headings may stand below titles, or beneath one another in the first column. */
export function readTable(
  rows: readonly (readonly string[])[],
  framework: Framework,
  language: 'en' | 'zh',
): ReadTable {
  const words = tableWords[language];
  const shape = shapeOf(rows, framework, words);
  if (!shape) return { kind: 'refused', messages: [words.empty] };
  const columns = shape.headings.map(({ text }) => columnOf(text, framework));
  const notes: string[] = [...shape.notes];
  const names = framework.inputs.map(({ name }) => name);
  const seen = new Map<string, string>();
  shape.headings.forEach(({ text, cell }, place) => {
    if (text === '') return;
    const column = columns[place];
    const before = seen.get(column?.heading ?? text);
    if (before !== undefined) notes.push(words.twice(text, cell, before));
    else seen.set(column?.heading ?? text, cell);
    if (!column) notes.push(words.unknownColumn(text.slice(0, 60), cell, nearest(text, names)));
  });
  if (!columns.some((column) => column && column.kind !== 'year' && column.kind !== 'department'))
    return { kind: 'refused', messages: [words.noInputs(names.slice(0, 3)), ...notes.slice(0, 5)] };
  const blanks: string[] = [];
  const departments = shape.records.flatMap((record): TableDepartment[] => {
    const department = departmentOf(record, columns, framework, words.unnamed, blanks);
    if (!SUMS.has(department.name.replace(/\s/g, ''))) return [department];
    notes.push(words.sumLeftOut(department.name, record.place));
    return [];
  });
  if (departments.length === 0) return { kind: 'refused', messages: [words.noRows] };
  if (blanks.length > 0) notes.push(words.blanks(blanks));
  return { kind: 'table', departments, notes };
}

/** Names of lines that add up or average others and are no department. */
const SUMS = new Set(['合计', '总计', '小计', '平均', '平均值', '平均数']);

/** What people write where there is nothing to write. */
const BLANK = /^(?:[-－—–/／]{1,3}|N\/A)$/i;

function departmentOf(
  { cells, place: row }: Entries,
  columns: readonly (Column | undefined)[],
  { period }: Framework,
  unnamed: (row: number) => string,
  blanks: string[],
): TableDepartment {
  let name = '';
  let year = period;
  const parts = new Map<Input, Part>();
  const places = new Map<string, string>();
  const seen = new Set<string>();
  columns.forEach((column, place) => {
    const { text: whole, cell } = cells[place] ?? { text: '', cell: '' };
    if (!column || seen.has(column.heading)) return;
    seen.add(column.heading);
    const isBlank = BLANK.test(whole) && (column.kind === 'value' || column.kind === 'entry');
    if (isBlank) blanks.push(cell);
    const text = isBlank ? '' : whole;
    if (column.kind === 'department') name = text;
    else if (column.kind === 'year') year = text === '' ? year : text;
    else {
      const part = parts.get(column.input) ?? {
        value: '',
        entries: new Map(),
        evidence: new Map(),
      };
      parts.set(column.input, part);
      if (column.kind === 'evidence') {
        if (text !== '') part.evidence.set(column.part, text);
        return;
      }
      if (!places.has(column.input.name)) places.set(column.input.name, cell);
      const figure = withUnit(text, column.unit);
      if (column.kind === 'value') part.value = figure;
      else part.entries.set(column.entry, figure);
    }
  });
  const inputs = [...parts].map(([input, part]) => [input.name, valueOf(input, part)] as const);
  const department = name === '' ? unnamed(row) : name;
  return {
    name: department,
    // `fromEntries` defines properties, so a name like `__proto__` is one like any other.
    data: { department, year, inputs: Object.fromEntries(inputs) },
    cells: places,
    row,
  };
}

// A bare figure beneath `调整率（%）` is so many per cent.
function withUnit(text: string, unit: string | undefined): string {
  const figure = plainValue(text);
  return unit !== undefined && typeof figure === 'string' && /^-?\d+(?:\.\d+)?$/.test(figure)
    ? figure + unit
    : text;
}

interface Part {
  value: string;
  readonly entries: Map<number | string, string>;
  readonly evidence: Map<string, string>;
}

function valueOf(input: Input, { value, entries, evidence }: Part): JsonValue {
  const own = entries.size > 0 ? entriesOf(input, entries) : plainValue(value);
  if (evidence.size === 0 && !(input.kind === 'judged' && entries.size > 0)) return own;
  const key =
    input.kind === 'value'
      ? 'value'
      : entries.size > 0 && own !== null
        ? 'entries'
        : input.form.kind === 'choice'
          ? 'choice'
          : 'award';
  if (own === null && evidence.size === 0) return null;
  return { [key]: own, ...Object.fromEntries(evidence) };
}

function entriesOf(input: Input, entries: ReadonlyMap<number | string, string>): JsonValue {
  const values = [...entries].map(([place, text]) => [place, entryValue(input, text)] as const);
  if (values.every(([, value]) => value === null)) return null;
  if (input.kind === 'value' && input.type.kind === 'list') {
    const length = Math.max(...values.map(([place]) => Number(place) + 1));
    const byPlace = new Map(values);
    return Array.from({ length }, (_, place) => byPlace.get(place) ?? null);
  }
  return Object.fromEntries(values.map(([place, value]) => [String(place), value]));
}

const YES = new Set(['是', 'yes', 'true', '√', '✓', '有']);
const NO = new Set(['否', 'no', 'false', '×', '✗', '无']);

function entryValue(input: Input, text: string): JsonValue {
  const plain = plainValue(text);
  if (input.kind !== 'judged' || typeof plain !== 'string') return plain;
  if (YES.has(plain.toLowerCase())) return true;
  return NO.has(plain.toLowerCase()) ? false : plain;
}

const THOUSANDS = /^-?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?(?!\d)/;

/** A cell's text as data: empty is unknown, a list or a table in brackets is one, the rest stays text. */
export function plainValue(text: string): JsonValue {
  if (text === '') return null;
  if (THOUSANDS.test(text)) return text.replace(/[,，]/g, '');
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
