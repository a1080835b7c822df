// A file that a person brings to departments' files of a project: JSON with one department or several,
// CSV or a workbook with a row for each. Nothing in the file is run, and nothing of it is lost silently.
import Papa from 'papaparse';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import type { Language } from '../../src/diagnostics/diagnose.ts';
import { entryOf } from '../../src/input/document.ts';
import type { DocumentNode } from '../../src/input/document.ts';
import { createDepartmentReader } from '../../src/input/read-department.ts';
import { readDocument } from '../../src/input/read-document.ts';
import type { Framework } from '../../src/model/framework.ts';
import { createSource } from '../../src/text/source.ts';
import type { ImportView, Refused } from '../answers.ts';
import type { DepartmentFile, JsonValue } from '../protocol.ts';
import { written } from './json-edit.ts';
import { fileName } from './paths.ts';
import type { TableDepartment } from './table-rows.ts';
import { readTable } from './table-rows.ts';
import { tableWords } from './table-words.ts';
import { readWorkbook } from './workbook.ts';

/** Larger files are nobody's table of departments. */
const LARGEST = 20_000_000;
const SHOWN_LARGEST = '20 MB';

/** What a name of a file may be as long as. */
const LONGEST_NAME = 80;

/** Reads a file for one framework. */
export async function importFile(
  name: string,
  content: string | Uint8Array,
  framework: Framework,
  language: Language,
): Promise<ImportView | Refused> {
  const words = tableWords[language];
  if (content.length > LARGEST) return refusal([words.tooLarge(SHOWN_LARGEST)]);
  const ending = /\.([a-z]+)$/i.exec(name.slice(-20))?.[1]?.toLowerCase();
  if (ending === 'xlsx') {
    const workbook = typeof content === 'string' ? undefined : await readWorkbook(content);
    if (!workbook) return refusal([words.notWorkbook]);
    return importTable(workbook.rows, framework, language, workbook.unread.map(words.formula));
  }
  const text = typeof content === 'string' ? content : decoded(content);
  if (text === undefined) return refusal([words.notText]);
  if (ending === 'csv' || ending === 'txt') {
    const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false });
    return importTable(data, framework, language, []);
  }
  if (ending === 'json' || ending === 'yaml' || ending === 'yml')
    return importDocument(name, text, language);
  return refusal([words.unknownKind(fileName(name).slice(0, LONGEST_NAME))]);
}

function refusal(messages: readonly string[]): Refused {
  return { kind: 'refused', messages, problems: [] };
}

// Excel in Chinese writes CSV in GBK unless it is told otherwise.
function decoded(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  return undefined;
}

function importDocument(name: string, text: string, language: Language): ImportView | Refused {
  const source = createSource(fileName(name), text);
  const { root, diagnostics } = readDocument(source);
  if (root === undefined) {
    const [first] = diagnostics;
    return refusal([tableWords[language].notJson(first ? sentence(first, language) : '')]);
  }
  const own = safeName(fileName(name).replace(/\.[a-z]+$/i, ''));
  if (root.kind !== 'list')
    return {
      kind: 'imported',
      departments: [{ path: `departments/${own}${endingOf(name)}`, text }],
      notes: [],
    };
  // Each of a list as a file of its own, its text as it stands.
  const taken = new Set<string>();
  const departments = root.entries.map((entry, index) => ({
    path: freePath(nameIn(entry) ?? `${own}-${index + 1}`, taken),
    text: `${text.slice(entry.span.start, entry.span.end)}\n`,
  }));
  return { kind: 'imported', departments, notes: [] };
}

function endingOf(name: string): string {
  return /\.ya?ml$/i.test(name) ? '.yaml' : '.json';
}

function nameIn(node: DocumentNode): string | undefined {
  const name = entryOf(node, 'department');
  return name?.kind === 'text' && name.text.trim() !== '' ? name.text : undefined;
}

function importTable(
  rows: readonly (readonly string[])[],
  framework: Framework,
  language: Language,
  before: readonly string[],
): ImportView | Refused {
  const table = readTable(rows, framework, language);
  if (table.kind === 'refused') return refusal([...table.messages, ...before]);
  const read = createDepartmentReader(framework);
  const taken = new Set<string>();
  const notes = [...before, ...table.notes];
  const departments = table.departments.map((department): DepartmentFile => {
    const path = freePath(department.name, taken);
    const text = departmentText(department.data);
    const source = createSource(path, text);
    const { root } = readDocument(source);
    for (const diagnostic of read(source).diagnostics)
      if (diagnostic.severity === 'error')
        notes.push(placed(diagnostic, root, department, language));
    return { path, text };
  });
  return { kind: 'imported', departments, notes };
}

// What is wrong with a value, at the cell that it came from.
function placed(
  diagnostic: Diagnostic,
  root: DocumentNode | undefined,
  { cells, name, row }: TableDepartment,
  language: Language,
): string {
  const words = tableWords[language];
  const message = sentence(diagnostic, language);
  const inputs = entryOf(root, 'inputs');
  const { start, end } = diagnostic.span;
  const entries = inputs?.kind === 'object' ? [...inputs.entries.values()] : [];
  const entry = entries.find(
    ({ nameSpan, value }) => start < value.span.end && end > nameSpan.start,
  );
  const cell = entry && cells.get(entry.name);
  return cell === undefined ? words.atRow(row, name, message) : words.atCell(cell, name, message);
}

/** A department as the text of its file, an input a line. */
export function departmentText(data: { readonly [name: string]: JsonValue }): string {
  const lines = Object.entries(data).map(([name, value]) => {
    if (name !== 'inputs' || typeof value !== 'object' || value === null || Array.isArray(value))
      return `  ${JSON.stringify(name)}: ${written(value, '  ')}`;
    const inputs = Object.entries(value as { readonly [name: string]: JsonValue });
    const inner = inputs.map(
      ([input, given]) => `    ${JSON.stringify(input)}: ${written(given, '    ')}`,
    );
    return `  "inputs": {\n${inner.join(',\n')}\n  }`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** A path for a department's file that no other has. */
function freePath(name: string, taken: Set<string>): string {
  const base = safeName(name);
  let path = `departments/${base}.json`;
  for (let count = 2; taken.has(path); count++) path = `departments/${base}-${count}.json`;
  taken.add(path);
  return path;
}

/** A name as that of a file: no folders, no control characters, not too long. */
export function safeName(name: string): string {
  const plain = name
    .slice(0, 4 * LONGEST_NAME)
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- they are what is taken out
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/^[.\s]+/, '');
  const cut = [...plain].slice(0, LONGEST_NAME).join('').trim();
  return cut === '' ? 'department' : cut;
}
