// The fast body as JavaScript: straight statements over doubles, the same in `evaluate` and in the loop of
// `evaluateColumns`, each score with a comment that says why it is exact.
import type { Input, Node } from '../../model/framework.ts';
import { formatExact } from '../../number/decimal.ts';
import type { Rational } from '../../number/rational.ts';
import { isRanking } from '../../types/type.ts';
import type { FastPlan, FastScore } from '../plan/fast-plan.ts';
import type { FastGrade } from '../plan/fast-grade.ts';
import { fastGrade } from '../plan/fast-grade.ts';
import { constantForm } from '../plan/form.ts';
import { figureForm } from '../plan/fast-expression.ts';
import { truthOf, wordOf } from '../plan/fast-truth.ts';
import type { Grids } from '../plan/grid.ts';
import { resultNames } from '../plan/names.ts';
import { stepsPerUnit } from '../plan/steps.ts';
import { multiplyForms } from '../plan/form.ts';
import { DOUBLES, bare, wholeText } from '../plan/whole.ts';
import { property } from './exact-expression.ts';
import { indent } from './lines.ts';
import { line } from './exact-score.ts';
import { typeText } from './input-types.ts';
import type { Writer } from './writer.ts';

/** The statements that score one department, and the names of what they give. */
export interface FastBody {
  readonly lines: readonly string[];
  /** Further statements, for the outputs. */
  readonly outputLines: readonly string[];
  /** Under which conditions the statements hold, by the variable that each is about. */
  readonly guards: ReadonlyMap<string, string>;
  /** The text of each score and output, by node or name. */
  readonly scores: ReadonlyMap<Node | undefined, string>;
  /** How it is found; undefined in fractions, and where there is none. */
  readonly grade: FastGrade | undefined;
  readonly graded: boolean;
  readonly outputs: ReadonlyMap<string, string>;
  /** Functions that the statements call. */
  readonly functions: readonly string[];
}

const MARK = '// outputs';

/** Writes the fast body; `slow` is what it calls where only fractions will do. */
export function fastBody(plan: FastPlan, writer: Writer, grids: Grids): FastBody {
  const { framework } = writer;
  const names = resultNames(framework);
  const lines: string[] = [];
  const functions: string[] = [];
  const scores = new Map<Node | undefined, string>();
  for (const score of plan.scores) {
    const { node, variable } = score;
    const path = node ? property('slow().scores', names.get(node) ?? '') : 'slow().total';
    const isWhole = grids.isWhole(node);
    const exact = () => fractionText(path, isWhole, grids.step, writer);
    lines.push('', ...headingOf(score), ...score.statements);
    lines.push(
      `const ${variable}${isWhole ? writer.typed(': number') : ''} = ${valueText(score, exact, grids.step, writer)};`,
    );
    if (score.value.kind === 'steps' && score.value.again)
      functions.push(againText(score, plan, writer));
    scores.set(node, variable);
  }
  const graded = framework.scored && framework.grades.length > 0;
  const grade = graded ? fastGrade(plan) : undefined;
  if (graded)
    lines.push(
      '',
      '// 等级',
      ...(grade?.statements ?? []),
      `const grade${writer.typed(': string | undefined')} = ${gradeText(grade, writer)};`,
    );
  const outputs = new Map<string, string>();
  const outputLines: string[] = [];
  for (const output of framework.outputs) {
    const text = outputText(output.name, plan, writer);
    outputLines.push('', `// 输出 ${line(output.name)}`, ...plan.further.splice(0));
    const name = writer.names.lets.get(output.id) ?? '';
    outputLines.push(`const ${name} = ${text};`);
    outputs.set(output.name, name);
  }
  const all = tidied(
    [...lines, MARK, ...outputLines],
    [...scores.values(), ...outputs.values(), 'grade'],
  );
  if (all.some((each) => each.includes('HALF_ULP'))) writer.use('HALF_ULP');
  return {
    lines: all.slice(0, all.indexOf(MARK)),
    outputLines: all.slice(all.indexOf(MARK) + 1),
    guards: guardsOf(plan),
    scores,
    grade,
    graded,
    outputs,
    functions,
  };
}

// Small sums of whole scores speak for themselves.
function headingOf({ node, statements, value, bits }: FastScore): readonly string[] {
  const reason = reasonOf(value, bits);
  const isSum = node?.kind === 'group' && statements.length === 0 && bits <= 31;
  if (isSum && value.kind === 'steps' && value.flags.length === 0) return [];
  return [`// ${node ? `${formatExact(node.points)} 分: ` : ''}${reason}`];
}

function reasonOf(value: FastScore['value'], bits: number): string {
  switch (value.kind) {
    case 'fraction':
      return 'in fractions';
    case 'quotient':
    case 'steps':
      if (value.flags.length === 0) return bits > 1 ? `whole, below 2^${bits}` : 'whole';
      return 'doubles within a bound, BigInts beside a tie';
    default:
      return value satisfies never;
  }
}

function fractionText(
  call: string,
  isWhole: boolean,
  step: Rational,
  { use, constant }: Writer,
): string {
  const steps = `${use('stepped')}(${call}(), ${constant(step)})`;
  return isWhole ? `${use('wholeSteps')}(${steps})` : steps;
}

function valueText(
  { value }: FastScore,
  exact: () => string,
  step: Rational,
  writer: Writer,
): string {
  switch (value.kind) {
    case 'fraction':
      return exact();
    case 'quotient': {
      const text = `${writer.use('quotientSteps')}(${value.above}, ${value.below}, ${writer.constant(step)})`;
      return value.flags.length === 0 ? text : `${value.flags.join(' || ')} ? ${exact()} : ${text}`;
    }
    case 'steps': {
      if (value.flags.length === 0) return value.text;
      const again = value.again
        ? `${value.again.name}(${value.again.parameters.join(', ')})`
        : exact();
      return `${value.flags.join(' || ')} ? ${again} : ${value.text}`;
    }
    default:
      return value satisfies never;
  }
}

function againText({ value }: FastScore, plan: FastPlan, { typed, language }: Writer): string {
  const isTyped = language === 'ts';
  if (value.kind !== 'steps' || !value.again) return '';
  const { name, parameters, statements, result, alike } = value.again;
  const typeOf = (parameter: string) => {
    const input = plan.plain.get(parameter);
    return input?.kind === 'value' ? `: ${typeText(input.type)}` : ': number';
  };
  const typedParameters = parameters.map((parameter) => `${parameter}${typed(typeOf(parameter))}`);
  return [
    `function ${name}(${typedParameters.join(', ')})${typed(': number')} {`,
    ...(alike
      ? [
          `  if (${alike.condition}) {`,
          '    // Over one denominator doubles are exact.',
          ...indent(
            indent(tidied([...alike.statements, `const result = ${alike.result};`], ['result'])),
          ),
          '    return result;',
          '  }',
        ]
      : []),
    ...indent(
      togetherWide(tidied([...statements, `const result = ${result};`], ['result']), isTyped),
    ),
    '  return Number(result);',
    '}',
  ].join('\n');
}

// Parameters become BigInts in one line; of that TypeScript would not know how many there are.
function togetherWide(lines: readonly string[], isTyped: boolean): readonly string[] {
  const wide = lines.flatMap((each) => {
    const [, name, from] = /^const (\S+) = BigInt\((\S+)\);$/u.exec(each) ?? [];
    return name !== undefined && from !== undefined ? [{ each, name, from }] : [];
  });
  if (isTyped || wide.length < 2) return lines;
  const names = wide.map(({ name }) => name).join(', ');
  return [
    `const [${names}] = [${wide.map(({ from }) => from).join(', ')}].map(BigInt);`,
    ...lines.filter((line) => !wide.some(({ each }) => each === line)),
  ];
}

function gradeText(grade: FastGrade | undefined, writer: Writer): string {
  if (!grade) return 'slow().grade()';
  const words = writer.framework.grades.map(({ name }) => name);
  // Without a question, or with more than the bands ask, by its place.
  if (grade.isStruck || !grade.place.includes('?')) return `${writer.words(words)}[${grade.place}]`;
  const rows = grade.bands.map((when, at) => `${when} ? ${JSON.stringify(words[at])} : `);
  return `${rows.join('')}undefined`;
}

function outputText(name: string, { scope }: FastPlan, writer: Writer): string {
  const output = writer.framework.outputs.find((each) => each.name === name);
  if (output === undefined) return '';
  const { value } = output;
  const slow = property('slow().outputs', name);
  switch (value.type.kind) {
    case 'number':
    case 'date': {
      const perUnit = stepsPerUnit(value.type);
      const step = writer.constant({ n: 1n, d: perUnit });
      const exact = `${writer.use('stepped')}(${slow}(), ${step})`;
      const form = figureForm(value, scope);
      const inSteps = form && multiplyForms(scope.sheet, form, constantForm({ n: perUnit, d: 1n }));
      if (inSteps?.kind !== 'ratio') return exact;
      const [above, below] = [wholeText(DOUBLES, inSteps.n), wholeText(DOUBLES, inSteps.d)];
      const text = `${writer.use('quotientSteps')}(${above}, ${below}, ${step})`;
      const flags = [...inSteps.flags];
      return flags.length === 0 ? text : `${flags.join(' || ')} ? ${exact} : ${text}`;
    }
    case 'boolean':
    case 'enumeration': {
      const found = value.type.kind === 'boolean' ? truthOf(value, scope) : wordOf(value, scope);
      if (!found || isRanking(value.type)) return `${slow}()`;
      const flags = [...found.flags];
      return flags.length === 0 ? found.text : `${flags.join(' || ')} ? ${slow}() : ${found.text}`;
    }
    default:
      return `${slow}()`;
  }
}

// Figures are whole numbers within the limits that the plan counts on, truths and words what they can be.
function guardsOf({ figures, plain }: FastPlan): ReadonlyMap<string, string> {
  const checks = figures.map(
    ({ variable, low, high }) =>
      [
        variable,
        // Symbols and the like cannot even be compared. A function for it would not be put in place so many times.
        `Number.isInteger(${variable}) && ${variable} >= ${low} && ${variable} <= ${high}`,
      ] as const,
  );
  const words = [...plain].map(
    ([variable, input]) => [variable, wordGuard(variable, input)] as const,
  );
  return new Map([...checks, ...words]);
}

function wordGuard(variable: string, input: Input): string {
  if (input.kind === 'value' && input.type.kind === 'boolean')
    return `typeof ${variable} === "boolean"`;
  const among = choices(input).map((choice) => `${variable} === ${choice}`);
  return `(${among.join(' || ')})`;
}

function choices(input: Input): readonly string[] {
  if (input.kind === 'judged') return [];
  const { type } = input;
  return type.kind === 'enumeration' ? type.values.map((word) => JSON.stringify(word)) : [];
}

// Without what nothing reads: ways that were tried and given up leave names behind.
function tidied(lines: readonly string[], wanted: readonly string[]): string[] {
  const read = new Set(wanted);
  const kept: string[] = [];
  for (const each of [...lines].reverse()) {
    const [, name, text = ''] =
      /^const ([\p{ID_Continue}$]+)(?:: [a-z |]+)? = ([^]*);$/u.exec(each) ?? [];
    if (name !== undefined && !read.has(name)) continue;
    for (const word of text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? []) read.add(word);
    kept.push(name === undefined ? each : each.replace(text, () => bare(text)));
  }
  return kept.reverse();
}
