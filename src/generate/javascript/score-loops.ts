// The fast body over columns: functions of one loop each, which work out a few scores that follow upon each other
// for all rows of a block. However many indicators there are, no loop reads more columns than stay at hand, and no
// function grows beyond the size from which engines only interpret.
import type { Input } from '../../model/framework.ts';
import type { ColumnKind } from '../plan/column-kinds.ts';
import type { FigureRead } from '../plan/fast-plan.ts';
import { columnOf } from './column-inputs.ts';
import { property } from './exact-expression.ts';
import { indent } from './lines.ts';
import type { FastBody } from './fast-body.ts';
import type { Needed } from './statements.ts';
import { inOrder, neededFor, spanTitle, statementsOf, together } from './statements.ts';
import type { Writer } from './writer.ts';

/** A column that is written. */
export interface ResultColumn {
  /** Of a score in the result. */
  readonly name: string | undefined;
  readonly variable: string;
  readonly place: string;
  readonly array: ColumnKind;
  /** Whether its array is shown to hold it. */
  readonly isWithin: boolean;
  /** What is stored, given the variable. */
  readonly stored: string;
}

/** A column that is read into a variable. */
export interface LoopSource {
  readonly variable: string;
  readonly name: string;
  /** Of a figure. */
  readonly read: FigureRead | undefined;
  readonly input: Input;
}

/** A function of columns, result, marks of the rows that fit, and the rows of a block. */
export interface ScoreLoop {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A score, and what leads to it from columns. */
interface Score extends Needed {
  readonly result: ResultColumn;
}

/** What the array is called from which, or into which, a variable goes. */
type ColumnName = (variable: string) => string;

/** Columns of one loop. With fewer, loops cost more than what they do; of more, not all stay in registers. */
const MOST_COLUMNS = 12;

/** The functions, in the order in which they are called. */
export function scoreLoops(
  body: FastBody,
  writer: Writer,
  sources: readonly LoopSource[],
  results: readonly ResultColumn[],
): readonly ScoreLoop[] {
  const unguarded = new Set(sources);
  // Something of the ruleset may be called like the column of something else.
  const columnNames = new Map(
    [...sources, ...results].map(({ variable }) => [
      variable,
      writer.names.fresh(`${variable}_列`),
    ]),
  );
  const columnName: ColumnName = (variable) => columnNames.get(variable) ?? '';
  const bundles = together(
    scoresOf(body, writer, sources, results),
    MOST_COLUMNS,
    ({ read, result }) => [...read, result.variable],
  );
  const loops = bundles.map((bundle) => {
    const read = new Set(bundle.flatMap((score) => score.read));
    const columns = sources.filter(({ variable }) => read.has(variable));
    // What was read before was held against its limits there.
    const guarded = columns.filter((source) => unguarded.delete(source));
    const earlier = results.filter(
      (result) => read.has(result.variable) && !bundle.some((score) => score.result === result),
    );
    return loopOf(bundle, columns, guarded, earlier, columnName, writer);
  });
  // What only outputs read.
  const others = [...unguarded];
  return others.length === 0
    ? loops
    : [...loops, loopOf([], others, others, [], columnName, writer)];
}

function scoresOf(
  body: FastBody,
  writer: Writer,
  sources: readonly LoopSource[],
  results: readonly ResultColumn[],
): readonly Score[] {
  // In columns the grade is its place.
  const grades = results.filter(({ variable }) => variable === 'grade');
  const lines = [...body.lines, ...grades.map(({ stored }) => `const grade = ${stored};`)];
  const statements = statementsOf(lines.map((each) => withoutFractions(each, writer)));
  const given = new Set([...sources, ...results].map(({ variable }) => variable));
  const order = [...statements.keys()];
  return [...results]
    .sort((a, b) => order.indexOf(a.variable) - order.indexOf(b.variable))
    .map((result) => ({
      result,
      ...neededFor(result.variable, statements, (name) => given.has(name)),
    }));
}

// What lies between two steps stands in no column.
function withoutFractions(line: string, { use }: Writer): string {
  if (!line.includes('quotientSteps(')) return line;
  const whole = use('wholeQuotient');
  return line.replaceAll('quotientSteps(', `${whole}(`).replaceAll(/, figure_[\d_]+\)/gu, ')');
}

function loopOf(
  bundle: readonly Score[],
  columns: readonly LoopSource[],
  guarded: readonly LoopSource[],
  earlier: readonly ResultColumn[],
  columnName: ColumnName,
  { names, typed, words }: Writer,
): ScoreLoop {
  const scored = bundle.map(({ result }) => result);
  const name = names.fresh(
    `${spanTitle(scored.map(({ name, variable }) => name ?? variable))}_逐行`,
  );
  return {
    name,
    lines: [
      `function ${name}(columns${typed(': Columns')}, into${typed(': ColumnResult')}, fits${typed(': Uint8Array')}, first${typed(': number')}, last${typed(': number')})${typed(': void')} {`,
      ...columns.map(
        ({ variable, name }) => `  const ${columnName(variable)} = ${property('columns', name)};`,
      ),
      ...[...earlier, ...scored].map(
        ({ variable, place }) => `  const ${columnName(variable)} = ${place};`,
      ),
      '  for (let row = first; row < last; row++) {',
      ...indent(
        indent([
          ...columns.map((source) => readText(source, columnName(source.variable), typed, words)),
          ...earlier.map(
            ({ variable }) =>
              `const ${variable} = ${columnName(variable)}[row]${typed(' as number')};`,
          ),
          ...(guarded.length > 0
            ? [
                `if (!(${guarded.map((source) => guardText(source, columnName(source.variable), typed)).join(' &&\n  ')})) fits[row - first] = 0;`,
              ]
            : []),
          ...inOrder(bundle).map(({ text }) => ofRowsThatFit(text)),
          ...scored.flatMap((result) => storeLines(result, columnName(result.variable))),
        ]),
      ),
      '  }',
      '}',
    ],
  };
}

function readText(
  { variable, input }: LoopSource,
  array: string,
  typed: Writer['typed'],
  words: Writer['words'],
): string {
  const column = columnOf(input);
  const at = `${array}[row]`;
  if (column.kind !== 'codes') return `const ${variable} = ${at}${typed(' as number')};`;
  if (column.words === 'truths') return `const ${variable} = ${at} === 1;`;
  return `const ${variable} = ${words(column.words)}[${at}${typed(' as number')}];`;
}

// What a narrow array holds is whole, and codes are none of the first few only where not known.
function guardText(
  { variable, read, input }: LoopSource,
  array: string,
  typed: Writer['typed'],
): string {
  if (read)
    return `${variable} >= ${read.low} && ${variable} <= ${read.high} && Number.isInteger(${variable})`;
  const column = columnOf(input);
  const count = column.kind === 'codes' && column.words !== 'truths' ? column.words.length : 2;
  const code = `${array}[row]`;
  return `${typed('(')}${code}${typed(' as number)')} < ${count}`;
}

// A row that does not fit is scored again anyway, and BigInts refuse what is not whole.
function ofRowsThatFit(statement: string): string {
  return statement.replace(/ = (near[^?]*) \? /u, ' = fits[row - first] === 1 && ($1) ? ');
}

function storeLines(
  { variable, stored, isWithin }: ResultColumn,
  array: string,
): readonly string[] {
  return [
    `${array}[row] = ${variable === 'grade' ? 'grade' : stored};`,
    ...(isWithin ? [] : [`if (${array}[row] !== ${variable}) fits[row - first] = 0;`]),
  ];
}
