// `evaluateColumns`: the fast body in loops over typed arrays. Rows that it does not fit are put together
// as an input and scored as `evaluate` scores them; what cannot be scored is marked, never guessed.
import type { Input, Node } from '../../model/framework.ts';
import type { FastPlan } from '../plan/fast-plan.ts';
import type { Grids } from '../plan/grid.ts';
import { resultNames } from '../plan/names.ts';
import { columnOf, columnTypes, hasGrades, inputAtText } from './column-inputs.ts';
import { indent, key, property } from './exact-expression.ts';
import type { FastBody } from './fast-body.ts';
import type { Writer } from './writer.ts';

/** The function and, in TypeScript, its types. */
export function columnsText(
  plan: FastPlan,
  body: FastBody,
  writer: Writer,
  grids: Grids,
): readonly string[] {
  const types = writer.language === 'ts' ? [columnTypes(writer)] : [];
  return [...types, inputAtText(writer), loopText(plan, body, writer, grids)];
}

/** So many rows are scored at a time: their columns fit into the cache. */
const BLOCK = 512;

function loopText(plan: FastPlan, body: FastBody, writer: Writer, grids: Grids): string {
  const { framework, typed } = writer;
  const results = resultColumns(body, writer, grids);
  const scored = results.filter(({ name }) => name !== undefined);
  const objectText = scored.map(({ name, column }) => `${key(name ?? '')}: ${column}`).join(', ');
  // Where a score takes fractions in every row, so does the row.
  const isSlow = body.lines.some((each) => each.includes('slow()'));
  const sources = isSlow ? [] : sourceColumns(plan);
  writer.use('wholeOrNone');
  return [
    '/** Scores departments that stand in columns, each row by itself; into the columns of an earlier result, where one is given. */',
    `export function evaluateColumns(columns${typed(': Columns')}, rows${typed(': number')}, into${typed('?: ColumnResult')})${typed(': ColumnResult')} {`,
    ...indent([
      ...sources.map(
        ({ variable, column }) => `const ${variable}_列 = ${property('columns', column)};`,
      ),
      ...results.map(({ column, array, name, of }) => {
        const given = of === 'score' ? property('into?.scores', name ?? '') : `into?.${of}`;
        return `const ${column} = ${given} ?? new ${array}(rows);`;
      }),
      'const undecided = into?.undecided.fill(0) ?? new Uint8Array(rows);',
      `const scores = { ${objectText} };`,
    ]),
    ...indent(slowLines(writer, results)),
    ...indent(
      isSlow
        ? ['for (let row = 0; row < rows; row++) scoreSlowly(row);']
        : blockLines(body, writer, sources, results),
    ),
    '  return {',
    '    scores,',
    ...(framework.scored
      ? [`    total: ${results.find(({ of }) => of === 'total')?.column ?? ''},`]
      : []),
    ...(hasGrades(writer) ? ['    grade: grade_列,'] : []),
    '    undecided,',
    '  };',
    '}',
  ].join('\n');
}

/** A column that is written. */
interface ResultColumn {
  readonly of: 'score' | 'total' | 'grade';
  /** Of a score in the result. */
  readonly name: string | undefined;
  readonly variable: string;
  readonly column: string;
  readonly array: 'Float64Array' | 'Uint8Array';
  /** What is stored, given the variable. */
  readonly stored: string;
}

function resultColumns(body: FastBody, writer: Writer, grids: Grids): readonly ResultColumn[] {
  const { framework } = writer;
  const figures = (node: Node | undefined, name: string | undefined): ResultColumn => {
    const variable = body.scores.get(node) ?? '';
    const stored = grids.isWhole(node) ? variable : `wholeOrNone(${variable})`;
    const of = node ? 'score' : 'total';
    return { of, name, variable, column: `${variable}_列`, array: 'Float64Array', stored };
  };
  const codes = framework.grades.map(
    ({ name }, place) => `grade === ${JSON.stringify(name)} ? ${place} : `,
  );
  const grade: ResultColumn = {
    of: 'grade',
    name: undefined,
    variable: 'grade',
    column: 'grade_列',
    array: 'Uint8Array',
    stored: `${codes.join('')}255`,
  };
  return [
    ...[...resultNames(framework)].map(([node, name]) => figures(node, name)),
    ...(framework.scored ? [figures(undefined, undefined)] : []),
    ...(hasGrades(writer) ? [grade] : []),
  ];
}

/** A column that is read into a variable. */
interface SourceColumn {
  readonly variable: string;
  readonly column: string;
  readonly input: Input;
}

function sourceColumns(plan: FastPlan): readonly SourceColumn[] {
  return [
    ...plan.figures.map(({ input, entry, variable }) => {
      const column = entry === undefined ? input.name : `${input.name}[${entry}]`;
      return { variable, column, input };
    }),
    ...[...plan.plain].map(([variable, input]) => ({ variable, column: input.name, input })),
  ];
}

// Rows with figures that are finer, larger or not known.
function slowLines(writer: Writer, results: readonly ResultColumn[]): readonly string[] {
  const { framework, typed } = writer;
  const total = results.find(({ of }) => of === 'total')?.column ?? '';
  const grades = framework.grades.map(({ name }) => name);
  const hasScores = framework.children.length > 0;
  const after = (score: string, whole: string, grade: string) => [
    ...(hasScores ? [`for (const name of NAMES) scores[name][row] = ${score};`] : []),
    ...(framework.scored ? [`${total}[row] = ${whole};`] : []),
    ...(hasGrades(writer) ? [`grade_列[row] = ${grade};`] : []),
  ];
  const code = hasGrades(writer)
    ? `result.grade === undefined ? 255 : ${writer.words(grades)}.indexOf(result.grade)`
    : '';
  return [
    ...(hasScores
      ? [`const NAMES = Object.keys(scores)${typed(' as (keyof typeof scores)[]')};`]
      : []),
    `const scoreSlowly = (row${typed(': number')})${typed(': void')} => {`,
    '  try {',
    '    const result = resultOf(scoring(checked(inputAt(columns, row)), CHOSEN));',
    ...indent(indent(after('wholeOrNone(result.scores[name])', 'wholeOrNone(result.total)', code))),
    '  } catch (error) {',
    "    undecided[row] = error instanceof Error && error.name === 'Undecided' ? 1 : 2;",
    ...indent(indent(after('NaN', 'NaN', '255'))),
    '  }',
    '};',
  ];
}

// Block by block, one score after the other: each loop reads few columns, and those are at hand.
function blockLines(
  body: FastBody,
  writer: Writer,
  sources: readonly SourceColumn[],
  results: readonly ResultColumn[],
): readonly string[] {
  const { typed } = writer;
  const statements = new Map<string, string>();
  for (const each of body.lines) {
    const [, name] = /^const ([\p{ID_Continue}$]+)/u.exec(each) ?? [];
    if (name !== undefined) statements.set(name, each);
  }
  const reads = new Map([
    ...sources.map((source) => [source.variable, readText(source, writer)] as const),
    ...results.map(
      ({ variable, column }) =>
        [variable, `const ${variable} = ${column}[row]${typed(' as number')};`] as const,
    ),
  ]);
  const order = [...statements.keys()];
  const inOrder = [...results].sort(
    (a, b) => order.indexOf(a.variable) - order.indexOf(b.variable),
  );
  const loopFor = (wanted: string, store: string): readonly string[] => {
    const lines = neededLines(wanted, statements, reads);
    return ['for (let row = first; row < last; row++) {', ...indent(lines), `  ${store}`, '}'];
  };
  const guards = inGroups(
    sources.map(({ variable }, at) => ({ variable, guard: body.guards[at] ?? 'true' })),
  );
  const guardLines = guards.flatMap((group) => [
    'for (let row = first; row < last; row++) {',
    ...group.map(({ variable }) => `  ${reads.get(variable) ?? ''}`),
    `  if (!(${group.map(({ guard }) => guard).join(' &&\n    ')})) fits[row - first] = 0;`,
    '}',
  ]);
  return [
    `const fits = new Uint8Array(${BLOCK});`,
    `for (let first = 0; first < rows; first += ${BLOCK}) {`,
    `  const last = Math.min(first + ${BLOCK}, rows);`,
    '  fits.fill(1);',
    ...indent(guardLines),
    ...inOrder.flatMap(({ variable, column, stored }) => [
      '',
      ...indent(loopFor(variable, `${column}[row] = ${stored};`)),
    ]),
    '  for (let row = first; row < last; row++) if (fits[row - first] === 0) scoreSlowly(row);',
    '}',
  ];
}

// A few columns for each loop: more would not stay in registers.
function inGroups<One>(all: readonly One[]): readonly (readonly One[])[] {
  const size = 6;
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}

function readText({ variable, input }: SourceColumn, { typed, words }: Writer): string {
  const column = columnOf(input);
  const at = `${variable}_列[row]`;
  if (column.kind !== 'codes') return `const ${variable} = ${at}${typed(' as number')};`;
  if (column.words === 'truths')
    return `const ${variable} = ${at} === 1 ? true : ${at} === 0 ? false : undefined;`;
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
