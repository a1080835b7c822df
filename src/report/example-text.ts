// Worked cases as examples in the language of rulesets: as blocks to be put into the part that they speak of,
// or as a ruleset of their own that amends the one they are of, states each score as an output, and is run
// by `biaochi test`. Each is marked for a person to confirm.
import { keywords } from '../../grammar/keywords.ts';
import { spellText } from '../../grammar/literals.ts';
import type { Branch, Threshold } from '../analyze/coverage/branch.ts';
import type { Cases, Why, WorkedCase } from '../analyze/coverage/cases.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { ExampleGiven, Framework, Input } from '../model/framework.ts';
import { constantOf } from '../model/expression.ts';
import type { Expression } from '../model/expression.ts';
import { formatExact } from '../number/decimal.ts';
import { showFigure } from '../prove/show.ts';
import { spellName } from '../syntax/print-spelling.ts';
import { pointOf } from '../types/range.ts';
import type { Type } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import { coverageWords } from './coverage-words.ts';
import type { Sources } from './diagnostics.ts';
import { position } from './diagnostics.ts';
import { expressionText } from './expression.ts';
import { figureText } from './figure.ts';

const WORDS = {
  en: {
    confirm: 'please confirm',
    below: 'just below',
    at: 'exactly',
    above: 'just above',
    between: ' ',
    score: (name: string) => `score of ${name}`,
    title: (name: string) => `${name} – examples`,
    head: [
      'Written by biaochi examples: every score is what the ruleset gives.',
      'Whether it is what the document means is for a person to confirm.',
    ],
    notFound: 'No case was found for:',
  },
  zh: {
    confirm: '请核对',
    below: '略低于',
    at: '正好',
    above: '略高于',
    between: '',
    score: (name: string) => `${name}得分`,
    title: (name: string) => `${name}（示例）`,
    head: [
      '由 biaochi examples 写出：各示例的得分是现行规则算出来的，',
      '是否合乎原文，请逐条核对。',
    ],
    notFound: '没有找到相应情形的：',
  },
} as const;

/** How examples are written. */
export interface ExampleSettings {
  readonly framework: Framework;
  readonly sources: Sources;
  readonly language: Language;
}

/** Blocks to put into the parts, each part's under its path. */
export function exampleBlocks({ cases, notFound }: Cases, settings: ExampleSettings): string[] {
  const byPlace = placesOf(cases);
  return [
    ...[...byPlace].flatMap(([place, inside]) => [
      `// ${place === '' ? keywords.Total[settings.language][0] : place}`,
      ...inside.map((each) => exampleLine(each, settings, undefined)),
      '',
    ]),
    ...notFoundLines(notFound, settings),
  ];
}

/** A ruleset that amends another and holds the examples. */
export function exampleRuleset(
  { cases, notFound }: Cases,
  parent: string,
  settings: ExampleSettings,
): string {
  const { framework, language } = settings;
  const words = WORDS[language];
  const word = (id: keyof typeof keywords) => keywords[id][language][0];
  const { period } = framework;
  const year = /^\d+$/.test(period) ? period : spellText(period);
  const head = [
    word('Ruleset'),
    spellName(words.title(framework.name)),
    ...(period === '' ? [] : [word('For'), year]),
    word('Amends'),
    spellText(parent),
    '{',
  ].join(' ');
  const taken = new Set([
    ...framework.inputs.map(({ name }) => name),
    ...framework.options.map(({ name }) => name),
    ...[...framework.lets.values()].map(({ name }) => name),
    ...framework.outputs.map(({ name }) => name),
  ]);
  const body = [...placesOf(cases)].flatMap(([, inside]) => {
    const path = inside[0]?.place ?? [];
    if (path.length === 0)
      return ['', ...inside.map((each) => exampleLine(each, settings, undefined))];
    const output = freeName(path, taken, words.score);
    taken.add(output);
    const read = path.map(spellName).join(' / ');
    const declared = `${word('Output')} ${spellName(output)} = ${word('ScoreOf')} (${read})`;
    return ['', declared, ...inside.map((each) => exampleLine(each, settings, output))];
  });
  const lines = [...body, ...['', ...notFoundLines(notFound, settings)]];
  return [
    ...words.head.map((line) => `// ${line}`),
    head,
    ...lines
      .map((line) => (line === '' ? '' : `  ${line}`))
      .slice(1, lines.at(-1) === '' ? -1 : undefined),
    '}',
    '',
  ].join('\n');
}

function placesOf(cases: readonly WorkedCase[]): ReadonlyMap<string, readonly WorkedCase[]> {
  const byPlace = new Map<string, WorkedCase[]>();
  for (const each of cases) {
    const place = each.place.join(' / ');
    byPlace.set(place, [...(byPlace.get(place) ?? []), each]);
  }
  return byPlace;
}

function freeName(
  path: readonly string[],
  taken: ReadonlySet<string>,
  named: (name: string) => string,
): string {
  for (let count = 1; count <= path.length; count++) {
    const name = named(path.slice(-count).join(' '));
    if (!taken.has(name)) return name;
  }
  let number = 2;
  while (taken.has(named(`${path.join(' ')} ${number}`))) number++;
  return named(`${path.join(' ')} ${number}`);
}

function exampleLine(
  { why, givens, score }: WorkedCase,
  settings: ExampleSettings,
  output: string | undefined,
): string {
  const { language } = settings;
  const given = [...givens].map(
    ([name, each]) => `${givenName(name)} = ${givenText(name, each, settings)}`,
  );
  const stated = output === undefined ? '' : `${spellName(output)} = `;
  const [example, gives] = [keywords.Example[language][0], keywords.Gives[language][0]];
  return `${example} ${spellText(reasonText(why, settings))} { ${given.join('; ')} } ${gives} ${stated}${formatExact(score)} // ${WORDS[language].confirm}`;
}

// A judged item goes by its path where its name alone is not unique.
function givenName(name: string): string {
  return name.split(' / ').map(spellName).join(' / ');
}

function givenText(name: string, given: ExampleGiven, settings: ExampleSettings): string {
  const { framework, language } = settings;
  const yes = keywords.Yes[language][0];
  const no = keywords.No[language][0];
  switch (given.kind) {
    case 'value': {
      const input = framework.inputs.find((each) => each.name === name);
      return valueText(given.value, typeOf(input), language);
    }
    case 'award':
      return formatExact(given.points);
    case 'choice':
      return given.points ? formatExact(given.points) : spellName(given.choice);
    case 'entries': {
      const entries = [...given.met].map(([entry, met]) => {
        const text = typeof met === 'boolean' ? (met ? yes : no) : formatExact(met);
        return `${spellName(entry)} = ${text}`;
      });
      return `{ ${entries.join(', ')} }`;
    }
    case 'option': {
      const option = framework.options.find((each) => each.name === name);
      if (option?.kind === 'boolean') return given.choice === 'yes' ? yes : no;
      return spellName(given.choice);
    }
    default:
      return given satisfies never;
  }
}

function typeOf(input: Input | undefined): Type {
  return input?.kind === 'value' ? input.type : { kind: 'error' };
}

function valueText(value: Value, type: Type, language: Language): string {
  switch (value.kind) {
    case 'number':
    case 'date': {
      const figure = pointOf(value.range);
      return figure ? showFigure(figure, type) : '';
    }
    case 'boolean':
      return keywords[value.canBeTrue ? 'Yes' : 'No'][language][0];
    case 'enumeration':
      return spellName([...value.possible][0] ?? '');
    case 'text':
      return spellText(value.text ?? '');
    case 'target':
      return spellText(value.target?.text ?? '');
    case 'actual':
      return spellText(value.actual?.text ?? '');
    case 'list': {
      const of = type.kind === 'list' ? type.of : type;
      return `[${value.entries.map((entry) => valueText(entry, of, language)).join(', ')}]`;
    }
    case 'record': {
      const fields = [...value.fields].map(([name, field]) => {
        const of = type.kind === 'record' ? (type.fields.get(name) ?? type) : type;
        return `${spellName(name)} = ${valueText(field, of, language)}`;
      });
      return `{ ${fields.join(', ')} }`;
    }
    default:
      return value satisfies never;
  }
}

/** What the example is there for. */
function reasonText(why: Why, settings: ExampleSettings): string {
  const { language } = settings;
  if (why.kind === 'branch') return branchReason(why.branch, settings);
  const { left, right } = why.threshold;
  const words = WORDS[language];
  const [what, limit] = [sideText(left, settings), sideText(right, settings)];
  return clean(`${what}${words.between}${words[why.side]} ${limit}`);
}

const LONGEST = 24;

function sideText(expression: Expression, { framework, language }: ExampleSettings): string {
  const constant = constantOf(expression);
  if (constant && expression.type.kind === 'number')
    return figureText(constant, expression.type.unit, language);
  if (constant) return showFigure(constant, expression.type);
  const text = expressionText(expression, { language, lets: framework.lets });
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function branchReason(
  { kind, number, name, place }: Branch,
  { language }: ExampleSettings,
): string {
  const what = coverageWords[language].kind[kind](number);
  const of = name ?? place.at(-1) ?? keywords.Total[language][0];
  return clean([of, what].join(language === 'zh' ? '：' : ': '));
}

// A text stands on one line.
function clean(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/["“”]/g, '').trim();
}

function notFoundLines(notFound: readonly Why[], settings: ExampleSettings): string[] {
  if (notFound.length === 0) return [];
  const { language, sources } = settings;
  const spanOf = (why: Why): (Threshold | Branch)['span'] =>
    why.kind === 'branch' ? why.branch.span : why.threshold.span;
  return [
    `// ${WORDS[language].notFound}`,
    ...notFound.map((why) => `//   ${position(spanOf(why), sources)} ${reasonText(why, settings)}`),
  ];
}
