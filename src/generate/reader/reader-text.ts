// A framework as the text of its reader: the inputs as data, the functions that are exported, and the
// reading of bytes that every reader brings along.
import type { Framework } from '../../model/framework.ts';
import { key } from '../javascript/exact-expression.ts';
import { embed } from '../javascript/embed.ts';
import { literal } from '../javascript/literal.ts';
import { fieldsOf } from './fields.ts';
import type { Field } from './runtime/reading.ts';
import runtime from './runtime.json' with { type: 'json' };

const PIECES = new Map(Object.entries(runtime));

/** The text of a reader, which imports `columns.js`. */
export function readerText(framework: Framework, head: string): string {
  const units = new Map<string, string>();
  const fields = fieldsOf(framework).map((field) => `  ${fieldText(field, units)},`);
  const sections = [
    `// ${head}`,
    "import { decode, evaluate, evaluateColumns, metadata } from './columns.js';",
    ...(units.size > 0 ? [unitLines(units).join('\n')] : []),
    [
      '/** Every input: the columns that it fills, and what is usual for it, in whole steps. */',
      'const FIELDS = [',
      ...fields,
      '];',
    ].join('\n'),
    ENTRY,
    '// What every reader brings along.',
    ...embed(['readDepartments', 'readTable', 'scoredRows'], 'js', false, PIECES),
  ];
  return `${sections.join('\n\n')}\n`;
}

const ENTRY = `/** Reads departments from JSON: a list, one in each line, or a cohort file. */
export function readJson(bytes, options = {}) {
  return readDepartments(bytes, FIELDS, decode, options);
}

/** Reads departments from JSON and scores them. */
export function scoreJson(bytes, options = {}) {
  return scoredRows(readJson(bytes, options), SCORERS);
}

/** Reads departments from CSV, whose first row names the inputs. */
export function readCsv(bytes, options = {}) {
  return readTable(bytes, FIELDS, decode, options);
}

/** Reads departments from CSV and scores them. */
export function scoreCsv(bytes, options = {}) {
  return scoredRows(readCsv(bytes, options), SCORERS);
}

const SCORERS = { evaluate, evaluateColumns, grades: metadata.grades.map(({ name }) => name) };`;

// Units that several inputs share are written once.
function fieldText({ units, ...field }: Field, all: Map<string, string>): string {
  const text = literal(field);
  if (units === undefined) return text;
  const unitsText = literal(units);
  const name = all.get(unitsText) ?? `UNITS_${all.size + 1}`;
  all.set(unitsText, name);
  return text.replace(/ \}$/u, `, ${key('units')}: ${name} }`);
}

function unitLines(units: ReadonlyMap<string, string>): readonly string[] {
  return [
    '// What may stand behind a figure, and how many steps one of it makes.',
    ...[...units].map(([text, name]) => `const ${name} = ${text};`),
  ];
}
