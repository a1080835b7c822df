// How inputs and results stand in columns: typed arrays for figures, codes for truths and words, a column
// for each entry of a list of fixed length.
import type { Input } from '../../model/framework.ts';
import type { Type } from '../../types/type.ts';
import { resultNames } from '../plan/names.ts';
import { inputsRead } from './exact-scoring.ts';
import { key, property } from './exact-expression.ts';
import { typeText } from './input-types.ts';
import type { Writer } from './writer.ts';

/** How an input stands in columns. */
type Column =
  | { readonly kind: 'figures'; readonly name: string }
  | { readonly kind: 'codes'; readonly name: string; readonly words: readonly string[] | 'truths' }
  /** A list of fixed length: a column for each entry. */
  | { readonly kind: 'entries'; readonly names: readonly string[] }
  | { readonly kind: 'values'; readonly name: string };

/** Where the figures, truths and words of an input stand. */
export function columnOf(input: Input): Column {
  const { name } = input;
  if (input.kind === 'judged') return { kind: 'figures', name };
  const { type } = input;
  if (isFigure(type)) return { kind: 'figures', name };
  if (type.kind === 'boolean') return { kind: 'codes', name, words: 'truths' };
  if (type.kind === 'enumeration') return { kind: 'codes', name, words: type.values };
  if (type.kind === 'list' && type.most === type.least && isFigure(type.of))
    return {
      kind: 'entries',
      names: Array.from({ length: type.least }, (_, at) => `${name}[${at + 1}]`),
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

/** The types of what is read and written. */
export function columnTypes(writer: Writer): string {
  const { framework } = writer;
  const columns = readInputs(writer).flatMap((input) => {
    const column = columnOf(input);
    switch (column.kind) {
      case 'figures':
        return [`  readonly ${key(column.name)}: Float64Array;`];
      case 'codes':
        return [`  readonly ${key(column.name)}: Uint8Array;`];
      case 'entries':
        return column.names.map((name) => `  readonly ${key(name)}: Float64Array;`);
      case 'values': {
        const type = input.kind === 'value' ? typeText(input.type) : 'Figure';
        return [`  readonly ${key(column.name)}: readonly (${type} | undefined)[];`];
      }
      default:
        return column satisfies never;
    }
  });
  const scores = [...resultNames(framework).values()].map(
    (name) => `    readonly ${key(name)}: Float64Array;`,
  );
  return [
    '/** Figures in whole steps, NaN where not known; truths 0 or 1 and words by their place, else not known. */',
    'export interface Columns {',
    ...columns,
    '}',
    '',
    '/** Scores in whole steps; NaN where `undecided` is not 0, and for a score that lies between two steps. */',
    'export interface ColumnResult {',
    '  readonly scores: {',
    ...scores,
    '  };',
    ...(framework.scored ? ['  readonly total: Float64Array;'] : []),
    ...(hasGrades(writer)
      ? [
          '  /** The place of the grade in `metadata.grades`; 255 where there is none. */',
          '  readonly grade: Uint8Array;',
        ]
      : []),
    '  /** 0: scored; 1: something that counts is not known; 2: refused, as outside of what is declared. */',
    '  readonly undecided: Uint8Array;',
    '}',
  ].join('\n');
}

/** Whether scores lead to a grade. */
export function hasGrades({ framework }: Writer): boolean {
  return framework.scored && framework.grades.length > 0;
}

/** The function that puts one row together as an input. */
export function inputAtText(writer: Writer): string {
  const { typed } = writer;
  const entries = readInputs(writer).map((input) => {
    const column = columnOf(input);
    const at = (name: string) => `${property('columns', name)}[row]`;
    switch (column.kind) {
      case 'figures':
        return `    ${key(column.name)}: known(${at(column.name)}),`;
      case 'codes': {
        const words = column.words === 'truths' ? '[false, true]' : writer.words(column.words);
        return `    ${key(column.name)}: ${words}[${at(column.name)}${typed(' as number')}],`;
      }
      case 'entries':
        return `    ${key(input.name)}: [${column.names.map((name) => `known(${at(name)})`).join(', ')}],`;
      case 'values':
        return `    ${key(column.name)}: ${at(column.name)},`;
      default:
        return column satisfies never;
    }
  });
  return [
    `function known(figure${typed(': number | undefined')})${typed(': number | undefined')} {`,
    '  return Number.isNaN(figure) ? undefined : figure;',
    '}',
    '',
    '// One row as an input.',
    `function inputAt(columns${typed(': Columns')}, row${typed(': number')})${typed(': Input')} {`,
    '  return {',
    ...entries,
    `  }${typed(' as Input')};`,
    '}',
  ].join('\n');
}
