// The function that scores one department exactly: inputs, definitions, parts, total, grade and outputs,
// each a function that works itself out once and asks the others, in whatever order.
import type { Expression } from '../../model/expression.ts';
import type { Framework, Node } from '../../model/framework.ts';
import { isPool } from '../../model/pool.ts';
import { placeKey } from '../../model/score-uses.ts';
import type { Type } from '../../types/type.ts';
import { letsUsed, partsWithin } from '../plan/expressions.ts';
import { resultNames } from '../plan/names.ts';
import { once } from '../plan/once.ts';
import { nodesOf, placesOf } from '../plan/places.ts';
import { gradeLines } from './exact-grade.ts';
import type { Scope } from './exact-expression.ts';
import { entryText, expressionText, key } from './exact-expression.ts';
import { filled, indent } from './lines.ts';
import { bodyLines } from './exact-rows.ts';
import type { Definition, Places } from './exact-place.ts';
import { inlineRule, itemDefinition, nodeDefinition, ownTable } from './exact-place.ts';
import { partLists, shareDefinitions } from './exact-parts.ts';
import { limitedText, line, roundedText, struckLines } from './exact-score.ts';
import { typeText } from './input-types.ts';
import type { Writer } from './writer.ts';

/** Whether rules compare departments with each other. */
export const comparesOthers = once((framework: Framework): boolean =>
  partsWithin(framework).some(({ kind }) => kind === 'cohort' || kind === 'rank'),
);

/** Whether parts may be out or may not exist. */
export function varies({ children }: Pick<Framework, 'children'>): boolean {
  return placesOf({ children }).some(
    (place) =>
      place.applies !== undefined ||
      (!('rule' in place) && (place.notApplicable !== undefined || isPool(place))),
  );
}

/** The text of `scoring`, which gives a department's scores as functions. */
export function scoringText(writer: Writer): string {
  const { framework, names, typed } = writer;
  const members = new Map<
    Expression,
    { readonly name: string; readonly body: readonly string[] }
  >();
  const scope: Scope = {
    writer,
    each: undefined,
    asker: undefined,
    standing: undefined,
    depth: 0,
    member: (expression) => {
      const known = members.get(expression);
      if (known) return known.name;
      const name = names.fresh('of_member');
      members.set(expression, { name, body: [] });
      const inside: Scope = { ...scope, asker: 'asker' };
      members.set(expression, { name, body: bodyLines(expression, inside) });
      return name;
    },
  };
  const asked = partsWithin(framework).flatMap((part) =>
    part.kind === 'score' ? [placeKey(part.path)] : [],
  );
  const places: Places = { scope, varies: varies(framework), asked: new Set(asked) };
  const compares = comparesOthers(framework);
  const definitions = compares ? definitionsOf(places) : withoutSteps(definitionsOf(places));
  const lines = [
    ...definitions.flatMap((definition) => definitionLines(definition, writer)),
    ...(places.varies ? shareLines(writer) : []),
  ];
  const result = resultLines(writer);
  const returned = compares
    ? [
        ...[...members.values()].flatMap(({ name, body }) => [
          `const ${name} = (asker${typed(': Scoring')}) => {`,
          ...indent(body),
          '};',
        ]),
        `const self${typed(': Scoring')} = {`,
        ...[...members.values()].map(({ name }) => `  ${name},`),
        ...result,
        '};',
        'return self;',
      ]
    : ['return {', ...result, '};'];
  const cohort = compares ? `, cohort${typed('?: () => readonly Scoring[]')}` : '';
  const scoringType =
    compares && writer.language === 'ts' ? scoringTypeLines(writer, [...members]) : [];
  return [
    ...scoringType,
    '/** One department in exact fractions; each figure is worked out when it is first asked for. */',
    `function scoring(input${typed(`: ${writer.use('ExactInput')}<Input>`)}, options${typed(': Options')}${cohort})${compares ? typed(': Scoring') : ''} {`,
    ...indent(lines),
    ...(compares ? indent(cohortLines(writer)) : []),
    ...indent(returned),
    '}',
  ].join('\n');
}

function shareLines({ use, typed }: Writer): string[] {
  const share = `${use('given')}(shares().get(key), key)`;
  return [`const shareOf = (key${typed(': string')})${typed(`: ${use('Share')}`)} => ${share};`];
}

// In TypeScript the functions that departments ask each other need their types said.
function scoringTypeLines(
  writer: Writer,
  members: readonly (readonly [Expression, { readonly name: string }])[],
): string[] {
  const { framework } = writer;
  const figure = writer.use('Rational');
  return [
    'interface Scoring {',
    ...members.map(
      ([{ type }, { name }]) =>
        `  readonly ${name}: (asker: Scoring) => ${valueType(type, figure)};`,
    ),
    '  readonly scores: {',
    ...[...resultNames(framework).values()].map(
      (name) => `    readonly ${key(name)}: () => ${figure};`,
    ),
    '  };',
    ...(framework.scored ? [`  readonly total: () => ${figure};`] : []),
    ...(framework.scored && framework.grades.length > 0
      ? ['  readonly grade: () => string | undefined;']
      : []),
    '  readonly outputs: {',
    ...framework.outputs.map(
      ({ name, value }) => `    readonly ${key(name)}: () => ${valueType(value.type, figure)};`,
    ),
    '  };',
    '}',
    '',
  ];
}

function cohortLines(writer: Writer): string[] {
  const { typed, use } = writer;
  const all = `${use('given')}(cohort, 'the departments to compare with')()`;
  return [
    `const everyone = ()${typed(': readonly Scoring[]')} => ${all};`,
    `const others = ()${typed(': readonly Scoring[]')} => everyone().filter((each) => each !== self);`,
  ];
}

function definitionLines(
  { name, about, type, body, result }: Definition,
  writer: Writer,
): string[] {
  const once = `${writer.use('once')}${writer.typed(`<${type}>`)}(`;
  // A group is called what it says.
  const heading = about === '' ? [] : about === result ? [''] : ['', `// ${about}`];
  const [only = '', more] = body;
  if (more === undefined && only.startsWith('return ') && !only.includes('\n'))
    return [...heading, `const ${name} = ${once}() => ${only.slice('return '.length, -1)});`];
  return [...heading, `const ${name} = ${once}() => {`, ...indent(body), '});'];
}

// Without definitions that one other reads, and that are as short as their names.
function withoutSteps(definitions: readonly Definition[]): readonly Definition[] {
  const all = new Map(definitions.map((definition) => [definition.name, definition]));
  const readers = new Map<string, string[]>();
  for (const { name, body } of definitions)
    for (const called of callsIn(body)) {
      const known = readers.get(called);
      if (known) known.push(name);
      else readers.set(called, [name]);
    }
  for (const { name } of definitions) {
    // As it is by now: other steps may have become part of it.
    const { result, about, body = [] } = all.get(name) ?? {};
    const [only = '', more] = body;
    const text = only.slice('return '.length, -1);
    const inPlace = OPERATOR.test(text) ? `(${text})` : text;
    const isStep =
      result === undefined && about === '' && more === undefined && only.startsWith('return ');
    if (!isStep || text.length > MOST_STEP) continue;
    const [by = '', second] = readers.get(name) ?? [];
    const reader = all.get(by);
    if (second !== undefined || !reader) continue;
    const call = new RegExp(`(?<![\\p{ID_Continue}$])${name.replaceAll('$', '\\$')}\\(\\)`, 'gu');
    all.set(by, { ...reader, body: reader.body.map((each) => each.replace(call, () => inPlace)) });
    all.delete(name);
    for (const called of callsIn(body)) {
      const known = readers.get(called) ?? [];
      readers.set(
        called,
        known.map((each) => (each === name ? by : each)),
      );
    }
  }
  return [...all.values()];
}

const CALL = /(?<![\p{ID_Continue}$])([\p{ID_Continue}$]+)\(\)/gu;

// The names of what is called without arguments, each as often as it is.
function callsIn(body: readonly string[]): readonly string[] {
  return Array.from(body.join('\n').matchAll(CALL), ([, name = '']) => name);
}

const MOST_STEP = 100;

/** What binds less than the parts of a call. */
const OPERATOR = /\s(?:[?:<>+*/-]|[|&=!<>]{2,3}|in)\s/;

function definitionsOf(places: Places): Definition[] {
  const { scope } = places;
  const { writer } = scope;
  const { framework, names } = writer;
  const figure = writer.use('Rational');
  const outputs = new Set(framework.outputs.map(({ id }) => id));
  const lets = letsUsed(framework).map((definition): Definition => ({
    name: names.lets.get(definition.id) ?? '',
    about: outputs.has(definition.id) ? `输出 ${line(definition.name)}` : '',
    type: valueType(definition.value.type, figure),
    body: bodyLines(definition.value, scope),
  }));
  const scored = nodesOf(framework).flatMap((node) => [
    nodeDefinition(places, node),
    ...(node.kind === 'group' || ownTable(places, node) ? [] : node.items).flatMap((item) =>
      inlineRule(places, item) ? [] : [itemDefinition(places, item)],
    ),
  ]);
  return [
    ...lets,
    ...(places.varies ? shareDefinitions(places) : []),
    ...partLists(places),
    ...scored,
    ...(framework.scored ? [totalDefinition(places)] : []),
    ...(framework.scored && framework.grades.length > 0
      ? [{ name: 'grade', about: '等级', type: 'string | undefined', body: gradeLines(scope) }]
      : []),
  ].map((definition) => ({
    ...definition,
    type: definition.type === 'Rational' ? figure : definition.type,
  }));
}

/** The names of the inputs that scores and outputs may read, whatever the options. */
export const inputsRead = once((framework: Framework): ReadonlySet<string> => {
  const read = new Set<string>();
  for (const part of partsWithin(framework)) if (part.kind === 'input') read.add(part.name);
  for (const place of placesOf(framework)) {
    if ('rule' in place) {
      if (place.rule.kind === 'judged') read.add(place.rule.input.name);
    } else if (isPool(place)) read.add(place.pool.inputName);
  }
  return read;
});

/** The TypeScript type of a value while it is worked out. */
function valueType(type: Type, figure: string): string {
  if (type.kind === 'number' || type.kind === 'date') return figure;
  if (type.kind === 'list' && (type.of.kind === 'number' || type.of.kind === 'date'))
    return `readonly (${figure} | undefined)[]`;
  return typeText(type);
}

function totalDefinition({ scope }: Places): Definition {
  const { writer } = scope;
  const { framework, names, use } = writer;
  const scoreOf = (node: Node) => `${names.exactScores.get(placeKey(node.path)) ?? ''}()`;
  const standing = (wanted: string) =>
    framework.children
      .filter((node) => (node.kind === 'group' ? node.standing : 'counted') === wanted)
      .map(scoreOf);
  const sum = (scores: readonly string[]) => `${use('total')}([${scores.join(', ')}])`;
  let raw = framework.combine ? expressionText(framework.combine, scope) : sum(standing('counted'));
  const [bonuses, penalties] = [standing('bonus'), standing('penalty')];
  if (bonuses.length > 0) raw = `${use('add')}(${raw}, ${sum(bonuses)})`;
  if (penalties.length > 0) raw = `${use('subtract')}(${raw}, ${sum(penalties)})`;
  const rounding = framework.roundings.total;
  const limited = roundedText(limitedText(raw, framework.totalCaps, scope), rounding, scope);
  const { vetoes, exemptions } = framework;
  const full = writer.figure(framework.total);
  return {
    name: names.exactScores.get(placeKey('total')) ?? '',
    about: '总得分',
    type: 'Rational',
    body: struckLines(limited, { vetoes, exemptions, full, rounding }, scope),
  };
}

function resultLines(writer: Writer): string[] {
  const { framework, names } = writer;
  const outputs = framework.outputs.map(
    ({ name, id }) => `    ${key(name)}: ${names.lets.get(id) ?? ''},`,
  );
  const scores = [...resultNames(framework)].map(([node, name]) =>
    entryText(name, names.exactScores.get(placeKey(node.path)) ?? ''),
  );
  return [
    ...(scores.length === 0
      ? ['  scores: {},']
      : ['  scores: {', ...filled(scores).map((each) => `    ${each}`), '  },']),
    ...(framework.scored ? [`  total: ${names.exactScores.get(placeKey('total')) ?? ''},`] : []),
    ...(framework.scored && framework.grades.length > 0 ? ['  grade,'] : []),
    ...(outputs.length === 0 ? ['  outputs: {},'] : ['  outputs: {', ...outputs, '  },']),
  ];
}
