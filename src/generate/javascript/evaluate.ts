// `evaluate` over the fast body: one function that reads a department and works out all scores, as long as engines
// compile functions of that length; beyond it, functions for a few scores each that `evaluate` calls.
import type { FastPlan } from '../plan/fast-plan.ts';
import { resultNames } from '../plan/names.ts';
import { evaluateInParts } from './evaluate-in-parts.ts';
import { entryText } from './exact-expression.ts';
import type { FastBody } from './fast-body.ts';
import { filled, indent } from './lines.ts';
import { inputReads } from './read-inputs.ts';
import type { Writer } from './writer.ts';

/** What stands in `evaluate`, and beside it. */
export interface EvaluateLines {
  /** Leaves everything that doubles do not fit to fractions. */
  readonly guards: readonly string[];
  readonly statements: readonly string[];
  /** The scores in its result. */
  readonly scores: readonly string[];
  readonly total: string;
  /** Functions that it calls. */
  readonly functions: readonly string[];
}

/** Half of the statements from which V8 only interprets a function, which are about 1,900. */
const MOST_STATEMENTS = 1000;

/** `evaluate`, and what scores departments that doubles do not fit. */
export function evaluateText(plan: FastPlan, body: FastBody, writer: Writer): string {
  const { framework, typed, use } = writer;
  const isLong = body.lines.length + body.guards.size > MOST_STATEMENTS;
  const lines = isLong ? evaluateInParts(plan, body, writer) : evaluateInOne(plan, body, writer);
  const usesSlow = [...body.lines, ...body.outputLines].some((each) => each.includes('slow()'));
  return [
    '/** Scores one department; throws `Undecided` where something that counts is not known. What holds counts 1 in `+(…)`. */',
    `export function evaluate(input${typed(': Input')}, options${typed('?: Partial<Options>')})${typed(': Result')} {`,
    ...indent(lines.guards),
    ...(usesSlow ? [`  const slow = ${use('once')}(() => scoring(checked(input), CHOSEN));`] : []),
    ...indent(lines.statements),
    '',
    '  return {',
    ...indent(indent(lines.scores)),
    ...(framework.scored ? [`    total: ${lines.total},`] : []),
    ...(body.graded ? ['    grade,'] : []),
    ...(body.outputs.size === 0
      ? ['    outputs: NO_OUTPUTS,']
      : [
          '    outputs: {',
          ...[...body.outputs].map(([name, text]) => `      ${entryText(name, text)},`),
          '    },',
        ]),
    `  }${typed(' as Result')};`,
    '}',
    '',
    ...lines.functions,
    ...(body.outputs.size === 0 ? ['const NO_OUTPUTS = Object.freeze({});', ''] : []),
    `function inFractions(input${typed(': Input')}, options${typed('?: Partial<Options>')})${typed(': Result')} {`,
    `  return ${use('namingMissing')}(input, INPUTS, () => resultOf(scoring(checked(input), { ...CHOSEN, ...options })));`,
    '}',
  ].join('\n');
}

function evaluateInOne(plan: FastPlan, body: FastBody, writer: Writer): EvaluateLines {
  const reads = inputReads(plan, writer, () => true);
  const { lines, originalOf } = withoutCopies(body.lines, new Set(writer.names.scores.values()));
  const originalFor = (variable: string | undefined) => originalOf(variable ?? '');
  const inFractions = 'return inFractions(input, options);';
  return {
    guards: [
      ...reads.names,
      '// Chosen readings, and whatever is finer, larger or not known, are scored in fractions.',
      `if (${['options !== undefined', ...reads.lengths].join(' || ')}) ${inFractions}`,
      ...reads.entries,
      ...(body.guards.size > 0
        ? [`if (!(${[...body.guards.values()].join(' &&\n  ')})) ${inFractions}`]
        : []),
    ],
    statements: [...lines, ...body.outputLines.map((each) => inOriginals(each, originalOf))],
    scores: [
      'scores: {',
      ...indent(
        filled(
          [...resultNames(writer.framework)].map(([node, name]) =>
            entryText(name, originalFor(body.scores.get(node))),
          ),
        ),
      ),
      '},',
    ],
    total: originalFor(body.scores.get(undefined)),
    functions: [],
  };
}

// Without scores that are awarded as they stand, or that are those of their only part.
function withoutCopies(
  all: readonly string[],
  scores: ReadonlySet<string>,
): {
  readonly lines: readonly string[];
  readonly originalOf: (name: string) => string;
} {
  const originals = new Map<string, string>();
  const originalOf = (name: string) => originals.get(name) ?? name;
  const lines: string[] = [];
  for (const each of all) {
    const line = inOriginals(each, originalOf);
    const [, copy, original] = COPY.exec(line) ?? [];
    if (copy === undefined || original === undefined || !scores.has(copy)) {
      lines.push(line);
      continue;
    }
    originals.set(copy, original);
    // With its heading.
    lines.length = lines.lastIndexOf('');
  }
  return { lines, originalOf };
}

const COPY =
  /^const ([\p{ID_Start}$][\p{ID_Continue}$]*)(?:: number)? = ([\p{ID_Start}$][\p{ID_Continue}$]*);$/u;

function inOriginals(line: string, originalOf: (name: string) => string): string {
  return line.startsWith('//')
    ? line
    : line.replace(NAME_OR_TEXT, (found) => (found.startsWith('"') ? found : originalOf(found)));
}

/** Texts and properties are no names of scores, even where they read the same. */
const NAME_OR_TEXT =
  /"(?:[^"\\]|\\.)*"|(?<![.\p{ID_Continue}$])[\p{ID_Start}$][\p{ID_Continue}$]*/gu;
