// How inputs and results stand in columns: typed arrays for figures, codes for truths and words, a column
// for each entry of a list of fixed length.
import type { Input } from '../../model/framework.ts';
import type { Type } from '../../types/type.ts';
import type { ColumnKind } from '../plan/column-kinds.ts';
import { columnKind } from '../plan/column-kinds.ts';
import { limitsOf } from '../plan/fast-plan.ts';
import { inputsRead } from './exact-scoring.ts';
import { key, property } from './exact-expression.ts';
import { typeText } from './input-types.ts';
import type { Writer } from './writer.ts';

/** How an input stands in columns. */
type Column =
  | { readonly kind: 'figures'; readonly name: string; readonly array: ColumnKind }
  | { readonly kind: 'codes'; readonly name: string; readonly words: readonly string[] | 'truths' }
  /** A list of fixed length: a column for each entry. */
  | { readonly kind: 'entries'; readonly names: readonly string[]; readonly array: ColumnKind }
  | { readonly kind: 'values'; readonly name: string };

/** A column of figures or codes. */
export interface TypedColumn {
  readonly name: string;
  readonly array: ColumnKind;
}

/** Where the figures, truths and words of an input stand. */
export function columnOf(input: Input): Column {
  const { name } = input;
  if (input.kind === 'judged')
    return { kind: 'figures', name, array: columnKind(limitsOf(input, undefined)) };
  const { type } = input;
  if (isFigure(type)) return { kind: 'figures', name, array: columnKind(limitsOf(input, type)) };
  if (type.kind === 'boolean') return { kind: 'codes', name, words: 'truths' };
  if (type.kind === 'enumeration') return { kind: 'codes', name, words: type.values };
  if (type.kind === 'list' && type.most === type.least && isFigure(type.of))
    return {
      kind: 'entries',
      names: Array.from({ length: type.least }, (_, at) => `${name}[${at + 1}]`),
      array: columnKind(limitsOf(input, type.of)),
    };
  return { kind: 'values', name };
}

function isFigure({ kind }: Type): boolean {
  return kind === 'number' || kind === 'date';
}

function readInputs({ framework }: Writer): readonly Input[] {
  const read = inputsRead(framework);
  return framework.inputs.filter(({ name }) => read.has(name));
}

/** The columns of figures and codes that scoring may read. */
export function typedColumns(writer: Writer): readonly TypedColumn[] {
  return readInputs(writer).flatMap((input) => {
    const column = columnOf(input);
    switch (column.kind) {
      case 'figures':
        return [{ name: column.name, array: column.array }];
      case 'codes':
        return [{ name: column.name, array: 'Uint8Array' as const }];
      case 'entries':
        return column.names.map((name) => ({ name, array: column.array }));
      case 'values':
        return [];
      default:
        return column satisfies never;
    }
  });
}

/** The columns of values of any other kind, with the types of their entries. */
export function valueColumns(writer: Writer): readonly (readonly [name: string, type: string])[] {
  return readInputs(writer).flatMap((input) => {
    const column = columnOf(input);
    if (column.kind !== 'values') return [];
    return [[column.name, input.kind === 'value' ? typeText(input.type) : 'Figure'] as const];
  });
}

/** Whether scores lead to a grade. */
export function hasGrades({ framework }: Writer): boolean {
  return framework.scored && framework.grades.length > 0;
}

/** The function that puts one row together as an input. */
export function inputAtText(writer: Writer): string {
  const { typed } = writer;
  const known = (name: string) => `${writer.use('figureIn')}(${property('columns', name)}, row)`;
  const entries = readInputs(writer).map((input) => {
    const column = columnOf(input);
    const at = (name: string) => `${property('columns', name)}[row]`;
    switch (column.kind) {
      case 'figures':
        return `    ${key(column.name)}: ${known(column.name)},`;
      case 'codes': {
        const words = column.words === 'truths' ? '[false, true]' : writer.words(column.words);
        return `    ${key(column.name)}: ${words}[${at(column.name)}${typed(' as number')}],`;
      }
      case 'entries':
        return `    ${key(input.name)}: [${column.names.map(known).join(', ')}],`;
      case 'values':
        return `    ${key(column.name)}: ${at(column.name)},`;
      default:
        return column satisfies never;
    }
  });
  return [
    '// One row as an input.',
    `function inputAt(columns${typed(': Columns')}, row${typed(': number')})${typed(': Input')} {`,
    '  return {',
    ...entries,
    `  }${typed(' as Input')};`,
    '}',
  ].join('\n');
}
