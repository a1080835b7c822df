// What stands in a department beside its inputs: its name, and what a department's file may say further.
// Where the ruleset has an input of that name, it is the input.
import { utf8 } from './bytes.ts';
import type { Field, Mark } from './reading.ts';

const MARKS = {
  inputs: 'inputs',
  department: 'name',
  name: 'name',
  year: 'other',
  note: 'other',
  ruleset: 'other',
  $schema: 'other',
  reported: 'other',
  expected: 'other',
} as const;

export function marksOf(fields: readonly Field[]): readonly Mark[] {
  return Object.entries(MARKS)
    .filter(([name]) => !fields.some((field) => field.name === name))
    .map(([name, of], index) => ({ of, name, quoted: utf8(`"${name}"`), bit: 1 << index }));
}
