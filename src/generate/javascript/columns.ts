// `evaluateColumns`: which columns there are, and what scores them: the kernel in WebAssembly where it runs,
// loops over typed arrays otherwise. Rows that those do not fit are put together as an input and scored as
// `evaluate` scores them; what cannot be scored is marked, never guessed.
import type { Node } from '../../model/framework.ts';
import type { ColumnKind } from '../plan/column-kinds.ts';
import { scoreKind } from '../plan/column-kinds.ts';
import { NO_GRADE } from '../plan/fast-grade.ts';
import type { FastPlan } from '../plan/fast-plan.ts';
import { MOST_SCORE } from '../plan/fast-plan.ts';
import type { Grids } from '../plan/grid.ts';
import { resultNames } from '../plan/names.ts';
import type { Assemble } from '../wasm/assemble.ts';
import type { KernelColumn } from '../wasm/kernel.ts';
import { kernelText } from '../wasm/kernel.ts';
import type { TypedColumn } from './column-inputs.ts';
import { columnOf, hasGrades, inputAtText, typedColumns, valueColumns } from './column-inputs.ts';
import { loopsText } from './column-loops.ts';
import { key, property } from './exact-expression.ts';
import type { FastBody } from './fast-body.ts';
import type { LoopSource, ResultColumn } from './score-loops.ts';
import type { Writer } from './writer.ts';

/** The functions and, in TypeScript, their types. */
export function columnsText(
  plan: FastPlan,
  body: FastBody,
  writer: Writer,
  grids: Grids,
  assemble: Assemble | undefined,
): readonly string[] {
  const shape = shapeOf(plan, body, writer, grids);
  const { results, isSlow, sources, read, columns } = shape;
  const kernel = assemble && !isSlow ? kernelCode(plan, body, read, results, assemble) : undefined;
  return [
    ...(writer.language === 'ts' ? [typesText(writer, shape)] : []),
    arraysText(writer, columns, results),
    ...(kernel === undefined ? [] : [kernelConstant(writer, kernel, read.length)]),
    memoryText(writer, kernel !== undefined, columns, read.length, results),
    evaluateText(writer, kernel !== undefined, read.length, results),
    loopsText(isSlow ? undefined : body, writer, sources, results),
    inputAtText(writer),
  ];
}

/** The types alone, and what the functions are declared as. */
export function columnDeclarations(
  plan: FastPlan,
  body: FastBody,
  writer: Writer,
  grids: Grids,
): readonly string[] {
  return [typesText(writer, shapeOf(plan, body, writer, grids)), COLUMN_FUNCTIONS];
}

const COLUMN_FUNCTIONS = `/** The typed array of each column; figures that are not whole or not so small are given in a Float64Array. */
export declare const columnArrays: {
  readonly inputs: readonly (readonly [string, string])[];
  readonly scores: readonly (readonly [string, string])[];
};
/** Arrays for so many rows, for inputs and for results; with WebAssembly they stand in its memory, and nothing is copied. */
export declare function columnsMemory(rows: number): { readonly columns: Columns; readonly into: ColumnResult };
/**
 * Scores departments that stand in columns, each row by itself: all, or those from one row to before another,
 * so that threads may share them.
 */
export declare function evaluateColumns(
  columns: Columns,
  rows: number,
  into?: ColumnResult,
  range?: { readonly from?: number; readonly to?: number },
): ColumnResult;`;

/** Which columns are read and written, in their order. */
interface Shape {
  readonly results: readonly ResultColumn[];
  /** Where a score takes fractions in every row, so does the row. */
  readonly isSlow: boolean;
  readonly sources: readonly LoopSource[];
  readonly read: readonly TypedColumn[];
  /** What is read before what is only kept. */
  readonly columns: readonly TypedColumn[];
}

function shapeOf(plan: FastPlan, body: FastBody, writer: Writer, grids: Grids): Shape {
  const isSlow = body.lines.some((each) => each.includes('slow()'));
  const sources = isSlow ? [] : sourcesOf(plan);
  const all = typedColumns(writer);
  const read = sources.flatMap(({ name }) => all.find((column) => column.name === name) ?? []);
  const columns = [...read, ...all.filter((column) => !read.includes(column))];
  return { results: resultColumns(plan, body, writer, grids), isSlow, sources, read, columns };
}

function resultColumns(
  plan: FastPlan,
  body: FastBody,
  writer: Writer,
  grids: Grids,
): readonly ResultColumn[] {
  const { framework } = writer;
  const most = new Map(plan.scores.map((score) => [score.node, score.most]));
  const figures = (node: Node | undefined, name: string | undefined): ResultColumn => {
    const variable = body.scores.get(node) ?? '';
    const isWhole = grids.isWhole(node);
    const stored = isWhole ? variable : `${writer.use('wholeOrNone')}(${variable})`;
    const place = name === undefined ? 'into.total' : property('into.scores', name);
    const largest = most.get(node) ?? MOST_SCORE;
    const array = isWhole ? scoreKind(largest) : 'Float64Array';
    const isWithin = !isWhole || largest < 2n ** 31n;
    return { name, variable, place, array, isWithin, stored };
  };
  const grade: ResultColumn = {
    name: undefined,
    variable: 'grade',
    place: 'into.grade',
    array: 'Uint8Array',
    isWithin: true,
    stored: body.grade?.place ?? String(NO_GRADE),
  };
  return [
    ...[...resultNames(framework)].map(([node, name]) => figures(node, name)),
    ...(framework.scored ? [figures(undefined, undefined)] : []),
    ...(hasGrades(writer) ? [grade] : []),
  ];
}

function sourcesOf(plan: FastPlan): readonly LoopSource[] {
  return [
    ...plan.figures.map((read) => {
      const { input, entry, variable } = read;
      return {
        variable,
        read,
        input,
        name: entry === undefined ? input.name : `${input.name}[${entry}]`,
      };
    }),
    ...[...plan.plain].map(([variable, input]) => ({
      variable,
      read: undefined,
      input,
      name: input.name,
    })),
  ];
}

function kernelCode(
  plan: FastPlan,
  body: FastBody,
  read: readonly TypedColumn[],
  results: readonly ResultColumn[],
  assemble: Assemble,
): string | undefined {
  const sources = sourcesOf(plan);
  const columns: readonly KernelColumn[] = [
    ...read.map(({ name, array }) => {
      const source = sources.find((each) => each.name === name);
      return { variable: source?.variable ?? '', kind: array, isWithin: true };
    }),
    ...results.map(({ variable, array, isWithin }) => ({ variable, kind: array, isWithin })),
  ];
  const words = new Map(
    sources.flatMap(({ variable, input }) => {
      const column = columnOf(input);
      return column.kind === 'codes' && column.words !== 'truths' ? [[variable, column.words]] : [];
    }),
  );
  const text = kernelText({ plan, words, grade: body.grade, columns });
  return text === undefined ? undefined : assemble(text);
}

function kindsText(columns: readonly { readonly name: string; readonly array: ColumnKind }[]) {
  return columns.map(({ name, array }) => `    [${JSON.stringify(name)}, '${array}'],`);
}

function scoresOf(results: readonly ResultColumn[]): readonly TypedColumn[] {
  return results.flatMap(({ name, array }) => (name === undefined ? [] : [{ name, array }]));
}

function totalOf(results: readonly ResultColumn[]): ResultColumn | undefined {
  return results.find(({ place }) => place === 'into.total');
}

function arraysText(
  { typed }: Writer,
  columns: readonly TypedColumn[],
  results: readonly ResultColumn[],
): string {
  return [
    '/** The typed array of each column; figures that are not whole or not so small are given in a Float64Array. */',
    'export const columnArrays = {',
    ...listLines('inputs', kindsText(columns), typed),
    ...listLines('scores', kindsText(scoresOf(results)), typed),
    ...results
      .filter(({ name }) => name === undefined)
      .map(({ place, array }) => `  ${place.slice('into.'.length)}: '${array}',`),
    `}${typed(' as const')};`,
  ].join('\n');
}

// Of an empty list the compiler would not know what its entries are.
function listLines(
  name: string,
  entries: readonly string[],
  typed: Writer['typed'],
): readonly string[] {
  return entries.length === 0
    ? [`  ${name}: []${typed(" as readonly (readonly [never, 'Float64Array'])[]")},`]
    : [`  ${name}: [`, ...entries, '  ],'];
}

function kernelConstant(writer: Writer, code: string, reads: number): string {
  const { use, typed } = writer;
  const [hasTotal, hasGrade] = [writer.framework.scored, hasGrades(writer)];
  return [
    '// The same scores in WebAssembly, two rows at a time.',
    `const KERNEL${typed(`: ${use('Kernel')}`)} = {`,
    `  code: '${code}',`,
    `  reads: columnArrays.inputs.slice(0, ${reads}).map(([, kind]) => kind),`,
    '  writes: [',
    '    ...columnArrays.scores.map(([, kind]) => kind),',
    ...(hasTotal ? ['    columnArrays.total,'] : []),
    ...(hasGrade ? ["    'Uint8Array',"] : []),
    '  ],',
    '};',
  ].join('\n');
}

function memoryText(
  writer: Writer,
  hasKernel: boolean,
  columns: readonly TypedColumn[],
  reads: number,
  results: readonly ResultColumn[],
): string {
  const { typed, use } = writer;
  const scores = scoresOf(results).length;
  const rest = columns.length - reads;
  const values = valueColumns(writer).map(([name]) => `      ${key(name)}: new Array(rows),`);
  const total = totalOf(results);
  return [
    ...(hasKernel
      ? [
          '/** Whether this machine scores columns in WebAssembly; otherwise loops do it, with the same results. */',
          `export function usesWebAssembly()${typed(': boolean')} {`,
          `  return ${use('runsKernel')}(KERNEL);`,
          '}',
          '',
        ]
      : []),
    '/** Arrays for so many rows, for inputs and for results; with WebAssembly they stand in its memory, and nothing is copied. */',
    `export function columnsMemory(rows${typed(': number')})${typed(': { readonly columns: Columns; readonly into: ColumnResult }')} {`,
    hasKernel
      ? `  const arrays = ${use('kernelArrays')}(KERNEL, rows);`
      : `  const arrays = [${[...columns.slice(0, reads), ...results].map(({ array }) => `new ${array}(rows)`).join(', ')}]${typed(`${use('Column')}[]`).replace(/^(?=.)/, ' as ')};`,
    ...(rest > 0
      ? [
          `  const further = columnArrays.inputs.slice(${reads}).map(([, kind]) => ${use('newColumn')}(kind, rows));`,
        ]
      : []),
    `  const inputs = [...arrays.slice(0, ${reads})${rest > 0 ? ', ...further' : ''}];`,
    `  const results = arrays.slice(${reads});`,
    '  return {',
    '    columns: {',
    '      ...Object.fromEntries(columnArrays.inputs.map(([name], at) => [name, inputs[at]])),',
    ...values,
    `    }${typed(' as unknown as Columns')},`,
    '    into: {',
    '      scores: Object.fromEntries(columnArrays.scores.map(([name], at) => [name, results[at]])),',
    ...(total ? [`      total: results[${scores}],`] : []),
    ...(hasGrades(writer) ? [`      grade: results[${scores + 1}],`] : []),
    '      undecided: new Uint8Array(rows),',
    `    }${typed(' as unknown as ColumnResult')},`,
    '  };',
    '}',
  ].join('\n');
}

function evaluateText(
  writer: Writer,
  hasKernel: boolean,
  reads: number,
  results: readonly ResultColumn[],
): string {
  const { typed, use } = writer;
  const others = [
    ...(totalOf(results) ? ['into.total'] : []),
    ...(hasGrades(writer) ? ['into.grade'] : []),
  ];
  return [
    '/**',
    ' * Scores departments that stand in columns, each row by itself: all, or those from one row to before another,',
    ' * so that threads may share them.',
    ' */',
    'export function evaluateColumns(',
    `  columns${typed(': Columns')},`,
    `  rows${typed(': number')},`,
    `  into${typed(': ColumnResult')} = ${use('newResult')}(columnArrays, rows)${typed(' as unknown as ColumnResult')},`,
    `  { from = 0, to = rows }${typed(': { readonly from?: number; readonly to?: number }')} = {},`,
    `)${typed(': ColumnResult')} {`,
    `  const all${typed(`: readonly ${use('Column')}[]`)} = [`,
    `    ...columnArrays.inputs.map(([name]) => columns[name]),`,
    '    ...columnArrays.scores.map(([name]) => into.scores[name]),',
    ...others.map((each) => `    ${each},`),
    '    into.undecided,',
    '  ];',
    `  ${use('checkRows')}(all, from, to);`,
    '  into.undecided.fill(0, from, to);',
    ...(hasKernel
      ? [
          `  const kernel = [...all.slice(0, ${reads}), ...all.slice(columnArrays.inputs.length, -1)];`,
          `  const next = ${use('scoreInMemory')}(KERNEL, kernel, from, to, (row) => scoreSlowly(columns, into, row));`,
          '  scoreInLoops(columns, into, next, to);',
        ]
      : ['  scoreInLoops(columns, into, from, to);']),
    '  return into;',
    '}',
  ].join('\n');
}

function typesText(writer: Writer, { columns, results }: Shape): string {
  const { framework } = writer;
  const either = (array: ColumnKind) =>
    array === 'Float64Array' || array === 'Uint8Array' ? array : `${array} | Float64Array`;
  return [
    '/** Figures in whole steps, truths 0 or 1, words by their place; where not known NaN, or in narrower arrays -2147483648, -32768, 65535 or 255. */',
    'export interface Columns {',
    ...columns.map(({ name, array }) => `  readonly ${key(name)}: ${either(array)};`),
    ...valueColumns(writer).map(
      ([name, type]) => `  readonly ${key(name)}: readonly (${type} | undefined)[];`,
    ),
    '}',
    '',
    '/** Scores in whole steps. Where `undecided` is not 0 there are none: NaN, or the lowest number of a narrower array. */',
    'export interface ColumnResult {',
    '  readonly scores: {',
    ...scoresOf(results).map(({ name, array }) => `    readonly ${key(name)}: ${array};`),
    '  };',
    ...(framework.scored ? [`  readonly total: ${totalOf(results)?.array ?? ''};`] : []),
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
