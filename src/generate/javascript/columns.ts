// `evaluateColumns`: the fast body in a loop over typed arrays. Rows that it does not fit are put together
// as an input and scored as `evaluate` scores them; what cannot be scored is marked, never guessed.
import type { Input } from '../../model/framework.ts';
import type { Type } from '../../types/type.ts';
import type { FastPlan } from '../plan/fast-plan.ts';
import type { Grids } from '../plan/grid.ts';
import { resultNames } from '../plan/names.ts';
import { inputsRead } from './exact-scoring.ts';
import { indent, key, property } from './exact-expression.ts';
import type { FastBody } from './fast-body.ts';
import { typeText } from './input-types.ts';
import type { Writer } from './writer.ts';

/** How an input stands in columns. */
type Column =
  | { readonly kind: 'figures'; readonly name: string }
  | { readonly kind: 'codes'; readonly name: string; readonly words: readonly string[] | 'truths' }
  /** A list of fixed length: a column for each entry. */
  | { readonly kind: 'entries'; readonly names: readonly string[] }
  | { readonly kind: 'values'; readonly name: string };

function columnOf(input: Input): Column {
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

function readInputs({ framework }: Writer): readonly Input[] {
  const read = inputsRead(framework);
  return framework.inputs.filter(({ name }) => read.has(name));
}

function columnTypes(writer: Writer): string {
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

function hasGrades({ framework }: Writer): boolean {
  return framework.scored && framework.grades.length > 0;
}

function inputAtText(writer: Writer): string {
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

function loopText(plan: FastPlan, body: FastBody, writer: Writer, grids: Grids): string {
  const { framework, typed } = writer;
  const names = [...resultNames(framework)];
  const grades = framework.grades.map(({ name }) => name);
  const hasGrade = hasGrades(writer);
  const columnNames = new Map([
    ...plan.figures.map(
      ({ input, entry, variable }) =>
        [variable, entry === undefined ? input.name : `${input.name}[${entry}]`] as const,
    ),
    ...[...plan.plain].map(([variable, { name }]) => [variable, name] as const),
  ]);
  const sources = [...columnNames].map(
    ([variable, name]) => `const ${variable}_列 = ${property('columns', name)};`,
  );
  const reads = [...columnNames].map(([variable]) => {
    const input = plan.plain.get(variable);
    const column = input && columnOf(input);
    const at = `${variable}_列[row]`;
    if (column?.kind !== 'codes') return `const ${variable} = ${at}${typed(' as number')};`;
    const words = column.words === 'truths' ? '[false, true]' : writer.words(column.words);
    return column.words === 'truths'
      ? `const ${variable} = ${at} === 1 ? true : ${at} === 0 ? false : undefined;`
      : `const ${variable} = ${words}[${at}${typed(' as number')}];`;
  });
  const targets = [
    ...names.map(([node]) => `const ${body.scores.get(node) ?? ''}_列 = new Float64Array(rows);`),
    ...(framework.scored
      ? [`const ${body.scores.get(undefined) ?? ''}_列 = new Float64Array(rows);`]
      : []),
    ...(hasGrade ? ['const grade_列 = new Uint8Array(rows);'] : []),
    'const undecided = new Uint8Array(rows);',
  ];
  const store = (score: (name: string) => string, total: string, grade: string) => [
    ...names.map(([node, name]) => `${body.scores.get(node) ?? ''}_列[row] = ${score(name)};`),
    ...(framework.scored ? [`${body.scores.get(undefined) ?? ''}_列[row] = ${total};`] : []),
    ...(hasGrade ? [`grade_列[row] = ${grade};`] : []),
  ];
  const scoreNames = new Map(names.map(([node, name]) => [name, body.scores.get(node) ?? '']));
  const wholeOr = (name: string, isWhole: boolean) => (isWhole ? name : `wholeOrNone(${name})`);
  const isWholeName = new Map(names.map(([node, name]) => [name, grids.isWhole(node)]));
  const gradeCodes = grades
    .map((name, place) => `grade === ${JSON.stringify(name)} ? ${place} : `)
    .join('');
  const fast = store(
    (name) => wholeOr(scoreNames.get(name) ?? '', isWholeName.get(name) === true),
    wholeOr(body.scores.get(undefined) ?? '', grids.isWhole(undefined)),
    `${gradeCodes}255`,
  );
  writer.use('wholeOrNone');
  // Where a score takes fractions in every row, so does the row.
  const isSlow = body.lines.some((each) => each.includes('slow()'));
  const total = `${body.scores.get(undefined) ?? ''}_列`;
  const loop = isSlow
    ? ['scoreSlowly(row);']
    : [
        ...reads,
        `const fits = ${body.guard.replaceAll('\n', '\n  ')};`,
        'if (!fits) {',
        '  scoreSlowly(row);',
        '  continue;',
        '}',
        ...bodyLines(body),
        '',
        ...fast,
      ];
  return [
    '/** Scores departments that stand in columns; each row by itself. */',
    `export function evaluateColumns(columns${typed(': Columns')}, rows${typed(': number')})${typed(': ColumnResult')} {`,
    ...indent([...(isSlow ? [] : sources), ...targets]),
    `  const scores = { ${names.map(([node, name]) => `${key(name)}: ${body.scores.get(node) ?? ''}_列`).join(', ')} };`,
    `  const NAMES = Object.keys(scores)${typed(' as (keyof typeof scores)[]')};`,
    '  // Rows with figures that are finer, larger or not known.',
    `  const scoreSlowly = (row${typed(': number')})${typed(': void')} => {`,
    '    try {',
    '      const result = resultOf(scoring(checked(inputAt(columns, row)), CHOSEN));',
    `      for (const name of NAMES) scores[name][row] = wholeOrNone(result.scores[name]);`,
    ...(framework.scored ? [`      ${total}[row] = wholeOrNone(result.total);`] : []),
    ...(hasGrade
      ? [
          `      grade_列[row] = result.grade === undefined ? 255 : ${writer.words(grades)}.indexOf(result.grade);`,
        ]
      : []),
    '    } catch (error) {',
    "      undecided[row] = error instanceof Error && error.name === 'Undecided' ? 1 : 2;",
    '      for (const name of NAMES) scores[name][row] = NaN;',
    ...(framework.scored ? [`      ${total}[row] = NaN;`] : []),
    ...(hasGrade ? ['      grade_列[row] = 255;'] : []),
    '    }',
    '  };',
    '  for (let row = 0; row < rows; row++) {',
    ...indent(indent(loop)),
    '  }',
    '  return {',
    '    scores,',
    ...(framework.scored ? [`    total: ${body.scores.get(undefined) ?? ''}_列,`] : []),
    ...(hasGrade ? ['    grade: grade_列,'] : []),
    '    undecided,',
    '  };',
    '}',
  ].join('\n');
}

// The comments stand in `evaluate`.
function bodyLines({ lines }: FastBody): readonly string[] {
  return lines.filter((each) => !each.startsWith('//') && each !== '');
}
