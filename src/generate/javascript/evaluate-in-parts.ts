// `evaluate` for rulesets so long that engines would only interpret it: functions that hold some inputs each against
// their limits, a function for each score that reads inputs, and in `evaluate` what follows from those.
import type { FastPlan } from '../plan/fast-plan.ts';
import { resultNames } from '../plan/names.ts';
import type { EvaluateLines } from './evaluate.ts';
import { entryText } from './exact-expression.ts';
import type { FastBody } from './fast-body.ts';
import { filled, indent } from './lines.ts';
import { inputReads } from './read-inputs.ts';
import type { Needed } from './statements.ts';
import { inOrder, neededFor, spanTitle, statementsOf, together } from './statements.ts';
import type { Writer } from './writer.ts';

/** So many inputs are held against their limits by one function. */
const MOST_INPUTS = 40;

/** A function, and how it is called. */
interface Part {
  readonly call: string;
  readonly lines: readonly string[];
}

/** What stands in `evaluate`, and the functions that it calls. */
export function evaluateInParts(plan: FastPlan, body: FastBody, writer: Writer): EvaluateLines {
  const { framework } = writer;
  const total = body.scores.get(undefined) ?? '';
  const names = resultNames(framework);
  const variables = [...names.keys()].map((node) => body.scores.get(node) ?? '');
  const statements = statementsOf([...body.lines, ...body.outputLines]);
  const given = new Set([...body.guards.keys(), ...variables]);
  const needed = (wanted: string) => neededFor(wanted, statements, (name) => given.has(name));
  const checks = together([...body.guards.keys()], MOST_INPUTS, (name) => [name]).map((some) =>
    checkOf(some, plan, body, writer),
  );
  const scores = variables
    .map((variable) => ({ variable, ...needed(variable) }))
    .sort((a, b) => placeOf(a) - placeOf(b));
  const last = [
    ...(framework.scored ? [total] : []),
    ...(body.graded ? ['grade'] : []),
    ...body.outputs.values(),
  ].map(needed);
  const readAtLast = new Set(last.flatMap(({ read }) => read));
  const { names: taken, entries } = inputReads(plan, writer, (name) => readAtLast.has(name), true);
  const functions: Part[] = [...checks];
  const worked = scores.flatMap((score) => {
    if (!score.read.some((name) => body.guards.has(name))) return linesOf([score]);
    const part = scoreOf(score.variable, score, plan, body, writer);
    functions.push(part);
    return [`const ${score.variable} = ${part.call};`];
  });
  return {
    guards: [
      '// Chosen readings, and whatever is finer, larger or not known, are scored in fractions.',
      `if (${['options !== undefined', ...checks.map(({ call }) => `!${call}`)].join(' ||\n  ')}) return inFractions(input, options);`,
    ],
    statements: [...worked, ...taken, ...entries, ...linesOf(last)],
    scores: [
      'scores: {',
      ...indent(
        filled([...names].map(([node, name]) => entryText(name, body.scores.get(node) ?? ''))),
      ),
      '},',
    ],
    total,
    functions: functions.flatMap(({ lines }) => [...lines, '']),
  };
}

function placeOf({ statements }: Needed): number {
  return statements.at(-1)?.at ?? 0;
}

function checkOf(
  variables: readonly string[],
  plan: FastPlan,
  body: FastBody,
  writer: Writer,
): Part {
  const { names, typed } = writer;
  const {
    names: taken,
    lengths,
    entries,
  } = inputReads(plan, writer, (name) => variables.includes(name));
  const name = names.fresh(`${spanTitle(variables)}_在限内`);
  const guards = variables.map((variable) => body.guards.get(variable) ?? '');
  return {
    call: `${name}(input)`,
    lines: [
      `function ${name}(input${typed(': Input')})${typed(': boolean')} {`,
      ...indent(taken),
      ...(lengths.length > 0 ? [`  if (${lengths.join(' || ')}) return false;`] : []),
      ...indent(entries),
      `  return ${guards.join(' &&\n    ')};`,
      '}',
    ],
  };
}

// The inputs that it reads were held against their limits before.
function scoreOf(
  variable: string,
  score: Needed,
  plan: FastPlan,
  body: FastBody,
  writer: Writer,
): Part {
  const { typed } = writer;
  const { names, entries } = inputReads(plan, writer, (name) => score.read.includes(name), true);
  const lines = linesOf([score]);
  const others = score.read.filter((name) => !body.guards.has(name));
  const slow = lines.some((each) => each.includes('slow()'));
  const parameters = [
    `input${typed(': Input')}`,
    ...others.map((name) => `${name}${typed(': number')}`),
    ...(slow ? [`slow${typed(': () => ReturnType<typeof scoring>')}`] : []),
  ];
  const name = writer.names.fresh(`${variable}_算`);
  return {
    call: `${name}(${['input', ...others, ...(slow ? ['slow'] : [])].join(', ')})`,
    lines: [
      `function ${name}(${parameters.join(', ')}) {`,
      ...indent(names),
      ...indent(entries),
      ...indent(lines),
      `  return ${variable};`,
      '}',
    ],
  };
}

function linesOf(needed: readonly Needed[]): readonly string[] {
  return inOrder(needed).flatMap(({ heading, text }) => [...heading, text]);
}
