// A framework as one query over a table of departments: the columns that it reads, checked and scaled,
// the steps that score them, and what it gives, with a flag wherever something is not known.
import type { SqlConstruct } from '../../diagnostics/generating-messages.ts';
import type { Framework, Input, Node } from '../../model/framework.ts';
import type { Span } from '../../text/span.ts';
import { divide, rational } from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { notationOf } from '../../input/figure-notation.ts';
import { varies } from '../javascript/exact-scoring.ts';
import { resultNames } from '../plan/names.ts';
import { nodesOf } from '../plan/places.ts';
import type { Dialect, DialectName, Setting } from './dialects.ts';
import { DIALECTS, literal, quoted } from './dialects.ts';
import type { Figure } from './figure.ts';
import { gradeNodes } from './grade.ts';
import type { ColumnSheet, TableColumn } from './input-columns.ts';
import type { InputForm } from './input-form.ts';
import { inputMeaning } from './inputs.ts';
import type { Scope } from './meaning.ts';
import { NOTHING, meaningOf, truthOf } from './meaning.ts';
import { createNames } from './naming.ts';
import { givenFigure } from './outputs.ts';
import type { Given } from './outputs.ts';
import { scoresOf } from './scores.ts';
import { sharesOf } from './shares.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { createSheet, joinTruths, tellingAll, truthNode } from './sheet.ts';
import { MOST_CHARACTERS, stageTexts, stagesOf } from './stages.ts';

/** A column of the result. */
export interface ResultColumn {
  readonly name: string;
  readonly of:
    | { readonly kind: 'key' }
    | { readonly kind: 'score'; readonly node: Node }
    | { readonly kind: 'total' }
    | { readonly kind: 'grade' }
    | { readonly kind: 'output'; readonly name: string }
    | { readonly kind: 'undecided' }
    | { readonly kind: 'reason' };
  /** What a figure is written as: a decimal, or one of two columns whose quotient it is. */
  readonly side: 'value' | 'above' | 'below';
}

/** A query, the table that it reads, and what it gives. */
export interface Query {
  readonly kind: 'query';
  readonly ddl: string;
  readonly query: string;
  readonly inputs: readonly TableColumn[];
  readonly columns: readonly ResultColumn[];
  /** What the session must have set, because the query has many steps. */
  readonly setting: Setting | undefined;
}

/** What SQL cannot say of a framework, and where it stands. */
export interface Refused {
  readonly kind: 'refused';
  readonly reasons: readonly { readonly construct: SqlConstruct; readonly span: Span }[];
}

/** How the table of departments is called, and the column that tells them apart. */
export const TABLE = 'inputs';
export const KEY = 'department';

/** The query that scores every department of a table. */
export function sqlOf(
  framework: Framework,
  dialectName: DialectName,
  form: InputForm = 'decimals',
): Query | Refused {
  const dialect = DIALECTS[dialectName];
  const sheet = createSheet(dialect, form === 'steps' ? 'big' : 'double');
  const names = createNames(dialect);
  const inputNames = [KEY, ...framework.inputs.map(({ name }) => name)];
  inputNames.forEach((name) => names.take(name));
  const inputs: ColumnSheet = { sheet, names, form, columns: [] };
  const reasons: Refused['reasons'][number][] = [];
  const scope = scopeOf(framework, inputs, reasons);
  const results = resultsOf(framework, scope);
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const nodes = results.flatMap(({ given }) => nodesIn(given));
  const unknown = unknownNode(sheet, results);
  const { stages, isLong, text } = stagesOf(sheet, [...nodes, unknown], (words) =>
    names.fresh(words),
  );
  if (isLong) return tooLong(framework);
  const q = (name: string) => quoted(name, dialect);
  const scaled = `scaled AS (\n${checkedText(inputs.columns, dialect)}\n)`;
  const { texts, last } = stageTexts(stages, 'scaled', dialect);
  const outNames = createNames(dialect);
  const columns: ResultColumn[] = [
    { name: outNames.fresh(KEY), of: { kind: 'key' }, side: 'value' },
  ];
  const lines = [q(KEY)];
  for (const { name, of, given } of results)
    for (const { suffix, side, text: value } of givenTexts(given, dialect.types, text)) {
      const column = outNames.fresh(`${name}${suffix}`);
      columns.push({ name: column, of, side });
      lines.push(`${value} AS ${q(column)}`);
    }
  const flag = text(unknown);
  columns.push({ name: outNames.fresh('undecided'), of: { kind: 'undecided' }, side: 'value' });
  columns.push({
    name: outNames.fresh('undecided_because'),
    of: { kind: 'reason' },
    side: 'value',
  });
  lines.push(`${flag} AS undecided`);
  lines.push(
    `CASE WHEN ${flag} THEN ${reasonText(inputs.columns, sheet)} END AS undecided_because`,
  );
  const query = [
    `WITH ${[scaled, ...texts].join(',\n')}`,
    `SELECT\n${lines.map((line) => `  ${line}`).join(',\n')}`,
    `FROM ${last}`,
  ].join('\n');
  if (query.length > MOST_CHARACTERS) return tooLong(framework);
  return {
    kind: 'query',
    ddl: ddlText(inputs.columns, dialect),
    query,
    inputs: inputs.columns,
    columns,
    setting: dialect.settingFor(stages.length),
  };
}

function tooLong({ nameSpan }: Framework): Refused {
  return { kind: 'refused', reasons: [{ construct: 'length', span: nameSpan }] };
}

// Every column of the table beside the one that was checked and counted. A database that knows what its columns
// hold is asked for the rows that fit in all of them first, for which nothing needs to be checked one by one.
function checkedText(columns: readonly TableColumn[], dialect: Dialect): string {
  const q = (name: string) => quoted(name, dialect);
  const select = (textOf: (column: TableColumn) => string) =>
    [
      `  SELECT ${[KEY, ...columns.map(({ name }) => name)].map(q).join(', ')},`,
      columns.map((column) => `    ${textOf(column)} AS ${q(column.scaled)}`).join(',\n'),
      `  FROM ${TABLE}`,
    ].join('\n');
  const all = select(({ text }) => text);
  const conditions = columns.flatMap(({ fitting }) => fitting?.when ?? []);
  if (!dialect.holds || conditions.length === 0)
    return dialect.fence === '' ? all : `${all}\n  ${dialect.fence}`;
  const fits = conditions.join('\n    AND ');
  const plain = select(({ text, fitting }) => fitting?.text ?? text);
  return `${plain}\n  WHERE ${fits}\n  UNION ALL\n${all}\n  WHERE (${fits}) IS NOT TRUE`;
}

function ddlText(columns: readonly TableColumn[], dialect: Dialect): string {
  const lines = [
    { text: `${quoted(KEY, dialect)} ${dialect.types.words}`, about: '' },
    ...columns.map(({ name, type, about, form, fitting }) => {
      const isChecked = form === 'steps' && dialect.hasChecks && fitting !== undefined;
      const check = isChecked ? ` CHECK (${fitting.when})` : '';
      return { text: `${quoted(name, dialect)} ${type}${check}`, about };
    }),
  ];
  const texts = lines.map(({ text, about }, at) => {
    const comma = at === lines.length - 1 ? '' : ',';
    return `  ${text}${comma}${about === '' ? '' : ` -- ${about.replace(/\s+/gu, ' ')}`}`;
  });
  return `CREATE TABLE ${TABLE} (\n${texts.join('\n')}\n)${dialect.afterTable}`;
}

function scopeOf(
  framework: Framework,
  context: ColumnSheet,
  reasons: Refused['reasons'][number][],
): Scope {
  const { sheet } = context;
  const meaning = (input: Input) => sheet.once('input', input, () => inputMeaning(input, context));
  const inputs = new Map(framework.inputs.map((input) => [input.name, input]));
  const changes = varies(framework);
  let shares: ReturnType<typeof sharesOf> | undefined;
  const scores = scoresOf({
    framework,
    sheet,
    scope: () => scope,
    shares: changes
      ? () =>
          (shares ??= sharesOf(framework, {
            sheet,
            exists: (place) =>
              place.applies
                ? truthOf(place.applies.condition, scope)
                : joinTruths(sheet, 'and', []),
            isOut: (node) =>
              node.notApplicable
                ? truthOf(node.notApplicable.condition, scope)
                : joinTruths(sheet, 'or', []),
            isChosen: (pool, part) => chosenTruth(pool, part),
          }))
      : undefined,
  });
  const chosenTruth = (pool: Node, part: Node): SqlNode => {
    const name = pool.kind === 'group' ? pool.pool?.inputName : undefined;
    const input = name === undefined ? undefined : inputs.get(name);
    const list = input && meaning(input);
    const field = list?.kind === 'record' ? list.fields.get(part.name) : undefined;
    return field?.kind === 'truth' ? field.node : joinTruths(sheet, 'or', []);
  };
  const scope: Scope = {
    framework,
    sheet,
    input: (name) => {
      const input = inputs.get(name);
      return input && meaning(input);
    },
    score: (of) => scores.of(of),
    parts: (of, path) => scores.parts(of, path),
    grade: () => gradeNodes(scope).word,
    standing: undefined,
    each: undefined,
    lets: new Map(),
    refuse: (expression, construct) => {
      reasons.push({ construct, span: expression.span });
      return NOTHING;
    },
  };
  return scope;
}

type GivenResult =
  Given | { readonly kind: 'plain'; readonly node: SqlNode; readonly told: readonly SqlNode[] };

interface Result {
  readonly name: string;
  readonly of: ResultColumn['of'];
  readonly given: GivenResult;
}

function resultsOf(framework: Framework, scope: Scope): Result[] {
  const { sheet } = scope;
  const one = rational(1);
  const figure = (
    name: string,
    of: ResultColumn['of'],
    value: Figure,
    by: Rational = one,
  ): Result => ({
    name,
    of,
    given: givenFigure(sheet, value, by),
  });
  const plain = (
    name: string,
    of: ResultColumn['of'],
    node: SqlNode,
    told: readonly SqlNode[],
  ): Result => ({ name, of, given: { kind: 'plain', node, told } });
  const names = resultNames(framework);
  const results = nodesOf(framework).map((node) =>
    figure(names.get(node) ?? node.name, { kind: 'score', node }, scope.score(node.path)),
  );
  if (framework.scored) results.push(figure('总得分', { kind: 'total' }, scope.score('total')));
  if (framework.scored && framework.grades.length > 0) {
    const { word, told } = gradeNodes(scope);
    results.push(plain('等级', { kind: 'grade' }, word, told));
  }
  for (const { name, value } of framework.outputs) {
    const of = { kind: 'output', name } as const;
    const meaning = sheet.about(name, () => meaningOf(value, scope));
    if (meaning.kind === 'figure') {
      const unit = value.type.kind === 'number' ? value.type.unit : undefined;
      const { scale } = unit && notationOf(unit).label !== '' ? unit : { scale: one };
      results.push(figure(name, of, meaning.figure, divide(one, scale)));
    } else if (meaning.kind === 'truth' || meaning.kind === 'word')
      results.push(plain(name, of, meaning.node, [meaning.node]));
    else scope.refuse(value, 'list');
  }
  return results;
}

function nodesIn(given: GivenResult): readonly SqlNode[] {
  switch (given.kind) {
    case 'plain':
    case 'decimal':
      return [given.node];
    case 'fraction':
      return [given.above, given.below];
    case 'unknown':
      return [];
    default:
      return given satisfies never;
  }
}

// Where any of the results is unknown; a total tells it of all that it is made of.
function unknownNode(sheet: Sheet, results: readonly Result[]): SqlNode {
  const isUnknown = results.some(({ given }) => given.kind === 'unknown');
  const told = tellingAll(
    results.flatMap(({ given }) => (given.kind === 'plain' ? given.told : nodesIn(given))),
  );
  const unknown = joinTruths(sheet, 'or', [
    truthNode(sheet, isUnknown),
    ...told.map((node) => sheet.make('is null', 'truth', [node])),
  ]);
  sheet.call(unknown, 'undecided');
  return unknown;
}

interface GivenText {
  readonly suffix: string;
  readonly side: ResultColumn['side'];
  readonly text: string;
}

const MOST_IN_INTEGER = 10n ** 9n;

function givenTexts(
  given: GivenResult,
  types: (typeof DIALECTS)[DialectName]['types'],
  text: (node: SqlNode) => string,
): readonly GivenText[] {
  switch (given.kind) {
    case 'plain':
      return [{ suffix: '', side: 'value', text: text(given.node) }];
    case 'unknown':
      return [{ suffix: '', side: 'value', text: `CAST(NULL AS ${types.wide})` }];
    case 'fraction':
      return [
        { suffix: '_分子', side: 'above', text: text(given.above) },
        { suffix: '_分母', side: 'below', text: text(given.below) },
      ];
    case 'decimal': {
      const whole = `CAST(${text(given.node)} AS ${given.peak < MOST_IN_INTEGER ? 'INTEGER' : types.big})`;
      const step = `0.${'1'.padStart(given.digits, '0')}`;
      return [
        { suffix: '', side: 'value', text: given.digits === 0 ? whole : `${whole} * ${step}` },
      ];
    }
    default:
      return given satisfies never;
  }
}

// What each column that is read lacks, in words.
function reasonText(columns: readonly TableColumn[], { dialect }: Sheet): string {
  const q = (name: string) => quoted(name, dialect);
  const say = (text: string) => literal(text, dialect);
  const rows = columns.map(({ name, scaled, wanted }) => {
    const missing = say(`${name}: missing`);
    const refused =
      wanted === '' ? '' : ` WHEN ${q(scaled)} IS NULL THEN ${say(`${name}: not ${wanted}`)}`;
    return `CASE WHEN ${q(name)} IS NULL AND ${q(scaled)} IS NULL THEN ${missing}${refused} END`;
  });
  const joined = `concat_ws('; ', ${rows.join(',\n    ')})`;
  const nearer = say('nearer to a tie than the whole numbers of this database can tell');
  return rows.length === 0 ? nearer : `COALESCE(NULLIF(${joined}, ''), ${nearer})`;
}
