// The file that a clerk starts from: every input of a framework, not yet known, each with a note that
// says what it takes. It reads without error as it stands and scores as everything unknown.
import type { Language } from '../diagnostics/diagnose.ts';
import type { Framework, Input } from '../model/framework.ts';
import type { Type } from '../types/type.ts';
import { describeInput } from './describe-input.ts';
import type { Json } from './json-schema.ts';

const HEADINGS = {
  en: {
    department: 'Name of the department',
    year: 'Year',
    note: 'null means: not known. Fill in “value”, “award”, “choice” or “entries”; name the place in “source”.',
  },
  zh: {
    department: '部门名称',
    year: '年度',
    note: 'null 表示未知。请填写“value”“award”“choice”或“entries”，并在“source”中写明出处。',
  },
} as const;

/** JSON text of a department's file with all inputs open, notes in the given language. */
export function departmentTemplate(framework: Framework, language: Language): string {
  const { department, year, note } = HEADINGS[language];
  const inputs = framework.inputs.map((input) => [input.name, openInput(input, language)] as const);
  const template: Json = {
    department,
    year: framework.period === '' ? year : framework.period,
    ruleset: framework.name,
    note,
    inputs: Object.fromEntries(inputs),
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}

function openInput(input: Input, language: Language): Json {
  const beside = { source: null, note: describeInput(input, language) };
  if (input.kind === 'value') {
    if (input.type.kind === 'record' && input.type.fields.has('value')) return null;
    return { value: openValue(input.type), ...beside };
  }
  const { form } = input;
  switch (form.kind) {
    case 'free':
    case 'banded':
      return { award: null, reason: null, ...beside };
    case 'choice':
      return form.choices.some(({ least }) => least !== undefined)
        ? { choice: null, award: null, reason: null, ...beside }
        : { choice: null, ...beside };
    case 'checklist':
      return {
        entries: openEntries(form.entries.map(({ name }) => name)),
        reason: null,
        ...beside,
      };
    default:
      return form satisfies never;
  }
}

function openEntries(names: Iterable<string>): Json {
  return Object.fromEntries([...names].map((name) => [name, null]));
}

// Lists of a fixed length show their places; a longer list is begun by whoever has entries for it.
function openValue(type: Type): Json {
  if (type.kind === 'record') return openEntries(type.fields.keys());
  if (type.kind === 'list' && type.least === type.most)
    return Array.from({ length: type.least }, () => openValue(type.of));
  return null;
}
