// Departments' files or their scores as a file to download: JSON, CSV that Excel opens with Chinese text
// intact, or a workbook. The table of departments has the headings that importing understands.
import type { Department } from '../../src/input/department.ts';
import { entryOf } from '../../src/input/document.ts';
import type { DocumentNode } from '../../src/input/document.ts';
import type { Framework, Input } from '../../src/model/framework.ts';
import type { Language } from '../../src/diagnostics/diagnose.ts';
import type { ExportView } from '../answers.ts';
import type { Column, EvidencePart } from './columns.ts';
import { evidenceColumn, valueColumns } from './columns.ts';
import { plainOf } from './json-edit.ts';
import { tableWords } from './table-words.ts';
import { writeWorkbook } from './workbook.ts';

/** A department with the document that it was read from. */
export interface ExportedDepartment {
  readonly name: string;
  readonly year: string;
  /** Its own entry `inputs`, with what is common to a cohort. */
  readonly inputs: DocumentNode | undefined;
  readonly department: Department | undefined;
}

const EVIDENCE: readonly EvidencePart[] = ['reason', 'award', 'source', 'status', 'note'];

/** The table of departments: headings, then a row for each. */
export function departmentRows(
  departments: readonly ExportedDepartment[],
  { inputs }: Framework,
  language: Language,
): string[][] {
  const words = tableWords[language];
  const columns = inputs.flatMap((input) => [
    ...valueColumnsFor(input, departments),
    ...EVIDENCE.filter((part) =>
      departments.some((each) => evidenceOf(input, entryOf(each.inputs, input.name), part) !== ''),
    ).map((part) => evidenceColumn(input, part, language)),
  ]);
  const rows = departments.map(({ name, year, inputs: given }) => [
    name,
    year,
    ...columns.map((column) => cellOf(column, given)),
  ]);
  return [[words.department, words.year, ...columns.map(({ heading }) => heading)], ...rows];
}

// A checklist that was awarded in all by some has one column; where all fill it in, one for each entry.
function valueColumnsFor(input: Input, departments: readonly ExportedDepartment[]): Column[] {
  const whole: Column = { kind: 'value', heading: input.name, input };
  if (input.kind !== 'judged' || input.form.kind !== 'checklist') return valueColumns(input);
  const isWhole = departments.some(({ inputs }) => {
    const node = entryOf(inputs, input.name);
    return node !== undefined && node.kind !== 'null' && !entryOf(node, 'entries');
  });
  return isWhole ? [whole] : valueColumns(input);
}

function cellOf(column: Column, inputs: DocumentNode | undefined): string {
  switch (column.kind) {
    case 'department':
    case 'year':
      return '';
    case 'evidence':
      return evidenceOf(column.input, entryOf(inputs, column.input.name), column.part);
    case 'value':
      return textOf(valueNode(column.input, entryOf(inputs, column.input.name)));
    case 'entry': {
      const value = valueNode(column.input, entryOf(inputs, column.input.name));
      if (value?.kind === 'list') return textOf(value.entries[Number(column.entry)]);
      return textOf(entryOf(value, String(column.entry)));
    }
    default:
      return column satisfies never;
  }
}

// The value without what stands beside it.
function valueNode(input: Input, node: DocumentNode | undefined): DocumentNode | undefined {
  if (node?.kind !== 'object') return node;
  if (input.kind === 'judged')
    return input.form.kind === 'checklist'
      ? (entryOf(node, 'entries') ?? entryOf(node, 'award'))
      : entryOf(node, input.form.kind === 'choice' ? 'choice' : 'award');
  const isPlain = input.type.kind === 'record' && !node.entries.has('value');
  return isPlain ? node : entryOf(node, 'value');
}

function evidenceOf(input: Input, node: DocumentNode | undefined, part: EvidencePart): string {
  if (node?.kind !== 'object') return '';
  if (input.kind === 'value' && input.type.kind === 'record' && !node.entries.has('value'))
    return '';
  if (part === 'award' && !(input.kind === 'judged' && input.form.kind === 'choice')) return '';
  return textOf(entryOf(node, part));
}

function textOf(node: DocumentNode | undefined): string {
  switch (node?.kind) {
    case undefined:
    case 'null':
      return '';
    case 'text':
      return node.text;
    case 'number':
      return node.written;
    case 'boolean':
      return node.value ? '是' : '否';
    case 'list':
    case 'object':
      return JSON.stringify(plainOf(node));
    default:
      return node satisfies never;
  }
}

/** Rows as a file of one format; the name is given without its ending. */
export async function tableFile(
  name: string,
  title: string,
  rows: readonly (readonly string[])[],
  format: 'csv' | 'xlsx',
): Promise<ExportView> {
  if (format === 'xlsx')
    return {
      kind: 'file',
      name: `${name}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: await writeWorkbook(title, rows),
    };
  return {
    kind: 'file',
    name: `${name}.csv`,
    type: 'text/csv;charset=utf-8',
    content: csvText(rows),
  };
}

// With the mark that tells Excel that the text is UTF-8. A cell that a spreadsheet would take for a
// formula is kept from being one by an apostrophe, unless it is a plain figure.
function csvText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(csvCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const isFormula = /^[=+@\t\r]/.test(text) || /^-(?![\d.])/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
