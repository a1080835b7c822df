// `evaluateColumns` of a module that scores one department at a time: small, for any ruleset in which
// departments are not compared. `columns.js` has the fast one where a ruleset allows it.
import { resultNames } from '../plan/names.ts';
import { NO_GRADE } from '../plan/fast-grade.ts';
import { hasGrades, typedColumns, valueColumns } from './column-inputs.ts';
import { key } from './exact-expression.ts';
import type { Writer } from './writer.ts';

/** The function and, in TypeScript, its types. */
export function rowColumnsText(writer: Writer): readonly string[] {
  const { typed, use } = writer;
  return [
    ...(writer.language === 'ts' ? [typesText(writer)] : []),
    [
      ABOUT,
      `export function evaluateColumns(columns${typed(': Columns')}, rows${typed(': number')})${typed(': ColumnResult')} {`,
      `  return ${use('scoreRows')}(columns, rows, metadata, evaluate)${typed(' as unknown as ColumnResult')};`,
      '}',
    ].join('\n'),
  ];
}

/** The types, and what the function is declared as. */
export function rowColumnDeclarations(writer: Writer): readonly string[] {
  return [
    typesText(writer),
    `${ABOUT}\nexport declare function evaluateColumns(columns: Columns, rows: number): ColumnResult;`,
  ];
}

const ABOUT = '/** Scores departments that stand in columns, each row by itself. */';

function typesText(writer: Writer): string {
  const { framework } = writer;
  return [
    '/** Figures in whole steps, truths 0 or 1, words by their place; where not known NaN, or in narrower arrays -2147483648, -32768, 65535 or 255. */',
    'export interface Columns {',
    ...typedColumns(writer).map(({ name }) => `  readonly ${key(name)}: ArrayLike<number>;`),
    ...valueColumns(writer).map(
      ([name, type]) => `  readonly ${key(name)}: readonly (${type} | undefined)[];`,
    ),
    '}',
    '',
    '/** Scores in whole steps; NaN where there is none, or one between two steps. */',
    'export interface ColumnResult {',
    '  readonly scores: {',
    ...[...resultNames(framework).values()].map(
      (name) => `    readonly ${key(name)}: Float64Array;`,
    ),
    '  };',
    ...(framework.scored ? ['  readonly total: Float64Array;'] : []),
    ...(hasGrades(writer)
      ? [
          `  /** The place of the grade in \`metadata.grades\`; ${NO_GRADE} where there is none. */`,
          '  readonly grade: Uint8Array;',
        ]
      : []),
    '  /** 0: scored; 1: something that counts is not known; 2: refused, as outside of what is declared. */',
    '  readonly undecided: Uint8Array;',
    '}',
  ].join('\n');
}
