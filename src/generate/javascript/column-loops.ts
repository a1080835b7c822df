// Columns scored in loops of JavaScript: the statements of the fast body over typed arrays, block by block, one
// score after the other, so that each loop reads few columns and those are at hand.
import type { Input } from '../../model/framework.ts';
import type { ColumnKind } from '../plan/column-kinds.ts';
import type { FigureRead } from '../plan/fast-plan.ts';
import { columnOf, hasGrades } from './column-inputs.ts';
import { property } from './exact-expression.ts';
import { indent } from './lines.ts';
import type { FastBody } from './fast-body.ts';
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

/** So many rows are scored at a time: their columns fit into the cache. */
const BLOCK = 512;

/** The loops, and the function that scores a row by itself; without a body, that alone. */
export function loopsText(
  body: FastBody | undefined,
  writer: Writer,
  sources: readonly LoopSource[],
  results: readonly ResultColumn[],
): string {
  const { typed } = writer;
  return [
    `function scoreInLoops(columns${typed(': Columns')}, into${typed(': ColumnResult')}, from${typed(': number')}, to${typed(': number')})${typed(': void')} {`,
    ...(body
      ? [
          ...sources.map(
            ({ variable, name }) => `  const ${variable}_列 = ${property('columns', name)};`,
          ),
          ...results.map(({ variable, place }) => `  const ${variable}_列 = ${place};`),
          ...indent(blockLines(body, writer, sources, results)),
        ]
      : ['  for (let row = from; row < to; row++) scoreSlowly(columns, into, row);']),
    '}',
    '',
    ...slowLines(writer, results),
  ].join('\n');
}

// Rows with figures that are finer, larger or not known, or too near a tie for the kernel.
function slowLines(writer: Writer, results: readonly ResultColumn[]): readonly string[] {
  const { framework, typed, use } = writer;
  const total = results.find(({ place }) => place === 'into.total');
  const words = writer.words(framework.grades.map(({ name }) => name));
  const hasScores = framework.children.length > 0;
  const whole = (column: string, score: string) =>
    `${use('storeScore')}(${column}, row, ${score});`;
  return [
    `function scoreSlowly(columns${typed(': Columns')}, into${typed(': ColumnResult')}, row${typed(': number')})${typed(': void')} {`,
    `  const { scores, ${total ? 'total, ' : ''}${hasGrades(writer) ? 'grade, ' : ''}undecided } = into;`,
    '  try {',
    '    const result = evaluate(inputAt(columns, row));',
    ...(hasScores
      ? [
          `    for (const [name] of columnArrays.scores) ${whole('scores[name]', 'result.scores[name]')}`,
        ]
      : []),
    ...(total ? [`    ${whole('total', 'result.total')}`] : []),
    ...(hasGrades(writer)
      ? [`    grade[row] = result.grade === undefined ? 255 : ${words}.indexOf(result.grade);`]
      : []),
    '  } catch (error) {',
    "    undecided[row] = error instanceof Error && error.name === 'Undecided' ? 1 : 2;",
    ...(hasScores
      ? [
          `    for (const [name] of columnArrays.scores) scores[name][row] = ${use('noScore')}(scores[name]);`,
        ]
      : []),
    ...(total ? [`    total[row] = ${use('noScore')}(total);`] : []),
    ...(hasGrades(writer) ? ['    grade[row] = 255;'] : []),
    '  }',
    '}',
  ];
}

function blockLines(
  body: FastBody,
  writer: Writer,
  sources: readonly LoopSource[],
  results: readonly ResultColumn[],
): readonly string[] {
  const { typed } = writer;
  const statements = new Map<string, string>();
  for (const each of body.lines) {
    const [, name] = /^const ([\p{ID_Continue}$]+)/u.exec(each) ?? [];
    if (name === undefined) continue;
    statements.set(name, withoutFractions(each, writer));
  }
  // In columns the grade is its place.
  const grade = results.find(({ variable }) => variable === 'grade');
  if (grade) statements.set('grade', `const grade = ${grade.stored};`);
  const reads = new Map([
    ...sources.map((source) => [source.variable, readText(source, writer)] as const),
    ...results.map(
      ({ variable }) =>
        [variable, `const ${variable} = ${variable}_列[row]${typed(' as number')};`] as const,
    ),
  ]);
  const order = [...statements.keys()];
  const inOrder = [...results].sort(
    (a, b) => order.indexOf(a.variable) - order.indexOf(b.variable),
  );
  const loopFor = (wanted: string, store: readonly string[]): readonly string[] => {
    const lines = [...neededLines(wanted, statements, reads), ...store];
    return ['for (let row = first; row < last; row++) {', ...indent(lines), '}'];
  };
  const guardLines = inGroups(sources).flatMap((group) => [
    'for (let row = first; row < last; row++) {',
    ...group.map(
      ({ variable }) => `  const ${variable} = ${variable}_列[row]${typed(' as number')};`,
    ),
    `  if (!(${group.map((source) => guardText(source)).join(' &&\n    ')})) fits[row - first] = 0;`,
    '}',
  ]);
  return [
    `const fits = new Uint8Array(${BLOCK});`,
    `for (let first = from; first < to; first += ${BLOCK}) {`,
    `  const last = Math.min(first + ${BLOCK}, to);`,
    '  fits.fill(1);',
    ...indent(guardLines),
    ...inOrder.flatMap(({ variable, stored, isWithin }) => [
      '',
      ...indent(
        loopFor(variable, [
          `${variable}_列[row] = ${variable === 'grade' ? 'grade' : stored};`,
          ...(isWithin ? [] : [`if (${variable}_列[row] !== ${variable}) fits[row - first] = 0;`]),
        ]),
      ),
    ]),
    '  for (let row = first; row < last; row++)',
    '    if (fits[row - first] === 0) scoreSlowly(columns, into, row);',
    '}',
  ];
}

// What lies between two steps stands in no column.
function withoutFractions(line: string, { use }: Writer): string {
  if (!line.includes('quotientSteps(')) return line;
  const whole = use('wholeQuotient');
  return line.replaceAll('quotientSteps(', `${whole}(`).replaceAll(/, figure_[\d_]+\)/gu, ')');
}

// What a narrow array holds is whole, and codes are none of the first few only where not known.
function guardText({ variable, read, input }: LoopSource): string {
  if (read)
    return `${variable} >= ${read.low} && ${variable} <= ${read.high} && Number.isInteger(${variable})`;
  const column = columnOf(input);
  const count = column.kind === 'codes' && column.words !== 'truths' ? column.words.length : 2;
  return `${variable} < ${count}`;
}

// A few columns for each loop: more would not stay in registers.
function inGroups<One>(all: readonly One[]): readonly (readonly One[])[] {
  const size = 6;
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}

function readText({ variable, input }: LoopSource, { typed, words }: Writer): string {
  const column = columnOf(input);
  const at = `${variable}_列[row]`;
  if (column.kind !== 'codes') return `const ${variable} = ${at}${typed(' as number')};`;
  if (column.words === 'truths') return `const ${variable} = ${at} === 1;`;
  return `const ${variable} = ${words(column.words)}[${at}${typed(' as number')}];`;
}

// What a score needs, in order: columns that it reads, and statements before its own.
function neededLines(
  wanted: string,
  statements: ReadonlyMap<string, string>,
  reads: ReadonlyMap<string, string>,
): readonly string[] {
  const needed = new Set<string>();
  const visit = (name: string): void => {
    if (needed.has(name)) return;
    const line = name === wanted ? statements.get(name) : (reads.get(name) ?? statements.get(name));
    if (line === undefined) return;
    const [, rest = ''] = /^const [\p{ID_Continue}$]+(.*)$/su.exec(line) ?? [];
    needed.add(name);
    if (name !== wanted && reads.has(name)) return;
    for (const word of rest.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? []) visit(word);
  };
  visit(wanted);
  const order = [...statements.keys()];
  const read = [...needed].filter((name) => name !== wanted && reads.has(name));
  const worked = [...needed]
    .filter((name) => !read.includes(name))
    .sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return [
    ...read.map((name) => reads.get(name) ?? ''),
    // A row that does not fit is scored again anyway, and BigInts refuse what is not whole.
    ...worked.map((name) =>
      (statements.get(name) ?? '').replace(
        / = (near[^?]*) \? /u,
        ' = fits[row - first] === 1 && ($1) ? ',
      ),
    ),
  ];
}
