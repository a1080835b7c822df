// What a module exports beside its metadata: the types of input and result, decoding, scoring and
// writing scores out.
import type { Language as Messages } from '../../diagnostics/diagnose.ts';
import type { Framework } from '../../model/framework.ts';
import type { Grids } from '../plan/grid.ts';
import { resultNames } from '../plan/names.ts';
import { stepsPerUnit } from '../plan/steps.ts';
import { comparesOthers, inputsRead } from './exact-scoring.ts';
import { key, property } from './exact-expression.ts';
import { readersOf } from './input-specs.ts';
import { inputTypeLines, optionTypeLines, typeText } from './input-types.ts';
import { sentenceLines } from './sentences.ts';
import type { Writer } from './writer.ts';

/** The exported types and functions. */
export function interfaceText(
  writer: Writer,
  grids: Grids,
  messages: Messages,
  fast: readonly string[] | undefined,
): string {
  const compares = comparesOthers(writer.framework);
  const types = writer.language === 'ts' ? [typesText(writer, grids)] : [];
  return [
    ...types,
    decodeText(writer, messages),
    ...resultText(writer, grids, compares, fast),
  ].join('\n\n');
}

/** The types of input, options and result. */
export function typesText(writer: Writer, grids: Grids): string {
  const { framework, use } = writer;
  const figure = use('Figure');
  const scores = [...resultNames(framework)].map(
    ([node, name]) => `    readonly ${key(name)}: ${grids.isWhole(node) ? 'number' : figure};`,
  );
  const grades = framework.grades.map(({ name }) => JSON.stringify(name)).join(' | ');
  return [
    '/** What a department gives. Figures are whole numbers of their step, or fractions in base units. */',
    'export interface Input {',
    ...inputTypeLines(framework, inputsRead(framework)),
    '}',
    '',
    '/** The readings that a ruleset leaves open; left out, they are as the ruleset chooses them. */',
    'export interface Options {',
    ...optionTypeLines(framework),
    '}',
    '',
    '/** Scores in whole steps of `metadata.scoreStep`; a score between two steps is a fraction. */',
    'export interface Result {',
    '  readonly scores: {',
    ...scores,
    '  };',
    ...(framework.scored
      ? [`  readonly total: ${grids.isWhole(undefined) ? 'number' : figure};`]
      : []),
    ...(hasGrades(framework) ? [`  readonly grade: ${grades} | undefined;`] : []),
    '  readonly outputs: {',
    ...framework.outputs.map(
      ({ name, value }) => `    readonly ${key(name)}: ${typeText(value.type)};`,
    ),
    '  };',
    '}',
    '',
    '/** What is wrong with a part of the inputs. */',
    `export type DecodeError = ${use('InputError')};`,
    '',
    'export type Decoded =',
    '  /** `missing` are inputs that scores may need and of which something is not known. */',
    '  | { readonly ok: true; readonly input: Input; readonly missing: readonly string[] }',
    '  | { readonly ok: false; readonly errors: readonly DecodeError[] };',
  ].join('\n');
}

function hasGrades({ scored, grades }: Framework): boolean {
  return scored && grades.length > 0;
}

function decodeText({ framework, language, use, typed }: Writer, messages: Messages): string {
  const readers = [...readersOf(framework)].map(([kind, piece]) => `${kind}: ${use(piece)}`);
  const isTyped = language === 'ts';
  return [
    '// How inputs are read, and what is said where they cannot be.',
    `const READERS${isTyped ? `: ${use('Readers')}` : ''} = { ${readers.join(', ')} };`,
    `const SENTENCES${isTyped ? `: ${use('Sentences')}` : ''} = {`,
    ...sentenceLines(messages),
    '};',
    '',
    '/** Checks and decodes the `inputs` of a department file. */',
    `export function decode(inputs${typed(': unknown')})${typed(': Decoded')} {`,
    `  const { input, missing, errors } = ${use('decodeInputs')}(inputs, INPUTS, READERS, SENTENCES);`,
    `  return errors.length > 0 ? { ok: false, errors } : { ok: true, input${typed(': input as Input')}, missing };`,
    '}',
  ].join('\n');
}

function resultText(
  writer: Writer,
  grids: Grids,
  compares: boolean,
  fast: readonly string[] | undefined,
): string[] {
  const { framework, language, use, typed } = writer;
  const step = writer.constant(grids.step);
  const stepped = (call: string) => `${use('stepped')}(${call}, ${step})`;
  const outputs = framework.outputs.map(({ name, value }) => {
    const call = `${property('scored.outputs', name)}()`;
    if (value.type.kind !== 'number' && value.type.kind !== 'date')
      return `      ${key(name)}: ${call},`;
    const unit = writer.constant({ n: 1n, d: stepsPerUnit(value.type) });
    return `      ${key(name)}: ${use('stepped')}(${call}, ${unit}),`;
  });
  const scoringType = compares ? 'Scoring' : 'ReturnType<typeof scoring>';
  const resultOf = [
    `function resultOf(scored${typed(`: ${scoringType}`)})${typed(': Result')} {`,
    '  return {',
    ...(framework.children.length === 0
      ? ['    scores: {},']
      : [
          '    scores: Object.fromEntries(',
          `      Object.entries(scored.scores).map(([name, score]) => [name, ${stepped('score()')}]),`,
          '    ),',
        ]),
    ...(framework.scored ? [`    total: ${stepped('scored.total()')},`] : []),
    ...(hasGrades(framework) ? ['    grade: scored.grade(),'] : []),
    ...(outputs.length === 0 ? ['    outputs: {},'] : ['    outputs: {', ...outputs, '    },']),
    `  }${typed(' as unknown as Result')};`,
    '}',
  ];
  const check = [
    '// Rules are proved for what is declared; anything else is refused.',
    `function checked(input${typed(': Input')})${language === 'ts' ? `: ${use('ExactInput')}<Input>` : ''} {`,
    `  return ${use('exactInput')}(input, INPUTS);`,
    '}',
  ];
  const evaluate = compares
    ? [
        '/** Scores departments that are compared with each other. */',
        `export function evaluateTogether(inputs${typed(': readonly Input[]')}, options${typed(': Partial<Options>')} = {})${typed(': Result[]')} {`,
        `  const all${typed(': readonly Scoring[]')} = inputs.map((input) => scoring(checked(input), { ...CHOSEN, ...options }, () => all));`,
        '  return all.map(resultOf);',
        '}',
      ]
    : [
        '/** Scores one department; throws `Undecided` where something that counts is not known. */',
        `export function evaluate(input${typed(': Input')}, options${typed(': Partial<Options>')} = {})${typed(': Result')} {`,
        `  return ${use('namingMissing')}(input, INPUTS, () => resultOf(scoring(checked(input), { ...CHOSEN, ...options })));`,
        '}',
      ];
  const format = [
    '/** A score as decimal text, or as a fraction where no decimal ends. */',
    `export function format(score${typed(`: ${use('Figure')}`)})${typed(': string')} {`,
    `  return ${use('formatSteps')}(score, ${step});`,
    '}',
  ];
  return [
    ...(fast ?? [evaluate.join('\n')]),
    ...[format, resultOf, check].map((lines) => lines.join('\n')),
  ];
}
