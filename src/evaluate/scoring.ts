// The state of scoring one department: its data, an interpreter over it, and a note of which inputs
// were looked at while something was scored, its own and those of departments it is compared with.
import { createInterpreter } from '../interpret/interpreter.ts';
import type { ScoreReading } from '../interpret/environment.ts';
import type { CohortView, Environment, Interpreter } from '../interpret/interpreter.ts';
import type { Expression, ScoreName } from '../model/expression.ts';
import type { Framework, Let } from '../model/framework.ts';
import { isOfOther, readIn, readOfOther } from '../model/reads.ts';
import type { Certainty, Operands, RefusedAward } from '../model/sheet.ts';
import { isSingle } from '../types/enclosure.ts';
import type { Value } from '../types/value.ts';
import { isKnown } from '../types/value.ts';
import type { Cohort, Prepared } from './cohort.ts';
import type { Data, Footing } from './data.ts';
import type { EarnedGrades } from './earned-grades.ts';
import { earnedGrades } from './earned-grades.ts';
import { decidingTotal } from './missing.ts';
import type { References } from './operands.ts';
import { operandsOf } from './operands.ts';
import type { Scores } from './scores.ts';

export interface Scoring {
  readonly framework: Framework;
  readonly data: Data;
  readonly interpreter: Interpreter;
  /** What the interpreter looks things up in; for other departments to look into this one. */
  readonly environment: Environment;
  readonly references: References;
  /** Whether the steps on the way are wanted. */
  readonly isTraced: boolean;
  /** Awards that lie outside the rows of their tables, by input; found while scoring. */
  readonly refused: Map<string, RefusedAward>;
  readonly compared: Compared;
  /** The scores of the parts and of the whole, each worked out when it is first asked for. */
  readonly scores: () => Scores;
  /** The grades that the total earns. */
  readonly earned: () => EarnedGrades;
  /** An input's value; this counts as looking at it. */
  readonly read: (name: string) => Value;
  /** Does `act` and notes in `reads` every input that it looks at. */
  readonly noting: <Result>(reads: Set<string>, act: () => Result) => Result;
  /** Does `act` without anybody noting what it looks at. */
  readonly unnoted: <Result>(act: () => Result) => Result;
  /** What an input that was looked at is worth as evidence, this department's or another's. */
  readonly footing: (read: string) => Footing | undefined;
  /** Whether something of an input that was looked at is open. */
  readonly isOpen: (read: string) => boolean;
  /** What the expressions name, for the trace; this does not count as looking at an input. */
  readonly operands: (expressions: readonly Expression[]) => Operands;
  /** The value of an expression, for the trace; nor does this. */
  readonly show: (expression: Expression) => Value;
  /** The same for an intermediate result. */
  readonly showLet: (named: Let) => Value;
  /** The same for departments of which the condition holds, or does not, where that is open. */
  readonly assuming: (condition: Expression, outcome: boolean) => Scoring;
  /** A scoring of its own in which inputs that are open have these values. */
  readonly supposing: (inputs: ReadonlyMap<string, Value>) => Scoring;
}

/** The department among those it is compared with. */
interface Compared {
  readonly name: string;
  readonly cohort: Cohort;
  /** Whether a rule has compared it so far. */
  readonly happened: () => boolean;
}

/** `scoresIn` says how the parts are scored, which asks the interpreter of this very scoring. */
export function createScoring(
  prepared: Pick<Prepared, 'framework' | 'references' | 'isTraced'>,
  data: Data,
  { name, cohort }: { readonly name: string; readonly cohort: Cohort },
  scoresIn: (scoring: Scoring) => Scores,
): Scoring {
  const { framework, references, isTraced } = prepared;
  let noted: Set<string> | undefined;
  let hasCompared = false;
  const noting = <Result>(reads: Set<string> | undefined, act: () => Result): Result => {
    const outer = noted;
    noted = reads;
    try {
      return act();
    } finally {
      noted = outer;
    }
  };
  const unnoted = <Result>(act: () => Result): Result => noting(undefined, act);
  const environment: Environment = {
    input: data.value,
    option: data.option,
    lets: framework.lets,
    score: (of) => restingOn(scoring, of),
    parts: (path) => scoring.scores().parts(path),
    grade: () => {
      const { grades, reads } = scoring.earned();
      return {
        grades: new Set(grades),
        reads: new Set([...scoring.scores().total().reads, ...reads]),
      };
    },
    onRead: (input) => noted?.add(input),
    onReadOf: (member, input) => {
      if (noted === undefined) return;
      if (member === name) noted.add(input);
      // Plain figures of others neither leave anything open nor weaken what rests on them.
      else if (cohort.dataOf(member).footing(input) !== 'given')
        noted.add(readOfOther(member, input));
    },
    isTold: (input) => data.footing(input) !== 'given',
    isOpen: (input, whose) =>
      whose === undefined ? data.isOpen(input) : scoring.isOpen(readOfOther(whose, input)),
    cohort: () => {
      hasCompared = true;
      return cohort.viewOf(name);
    },
  };
  const refused = new Map<string, RefusedAward>();
  let scores: Scores | undefined;
  let earned: EarnedGrades | undefined;
  const over = (interpreter: Interpreter): Scoring => {
    const operand = (expression: Expression): Value => {
      if (expression.kind === 'let')
        return interpreter.remembered(expression.id) ?? interpreter.value(expression);
      // What is known is what was given, whatever else has been assumed.
      if (expression.kind === 'input' && !data.isOpen(expression.name))
        return data.value(expression.name);
      return interpreter.value(expression);
    };
    return {
      framework,
      data,
      interpreter,
      environment,
      references,
      isTraced,
      compared: { name, cohort, happened: () => hasCompared },
      refused,
      scores: () => (scores ??= scoresIn(scoring)),
      earned: () => (earned ??= earnedGrades(scoring)),
      read: (input) => {
        noted?.add(input);
        return data.value(input);
      },
      noting,
      unnoted,
      footing: (read) => {
        if (!isOfOther(read)) return data.footing(read);
        const { input, department } = readIn(read);
        return (department === undefined ? data : cohort.dataOf(department)).footing(input);
      },
      isOpen: (read) => {
        if (!isOfOther(read)) return data.isOpen(read);
        const { input, department } = readIn(read);
        return (department === undefined ? data : cohort.dataOf(department)).isOpen(input);
      },
      operands: (expressions) => {
        if (!isTraced) return NO_OPERANDS;
        const { named } = references.shown(expressions);
        return named.length === 0 ? NO_OPERANDS : unnoted(() => operandsOf(named, operand));
      },
      show: (expression) => unnoted(() => interpreter.value(expression)),
      showLet: (named) =>
        unnoted(
          // What has been worked out already is not worked out again.
          () =>
            interpreter.remembered(named.id) ??
            interpreter.outright(references.to(named)) ??
            interpreter.value(named.value),
        ),
      assuming: (condition, outcome) => {
        const narrowed = interpreter.assuming(condition, outcome);
        return narrowed ? over(narrowed) : over(interpreter);
      },
      supposing: (values) => {
        const supposed: Data = {
          ...data,
          value: (input) => values.get(input) ?? data.value(input),
          isOpen: (input) => {
            const supposition = values.get(input);
            return supposition ? !isKnown(supposition) : data.isOpen(input);
          },
          isUnsaid: (input) => !values.has(input) && data.isUnsaid(input),
        };
        // What was worked out for all of the cohort holds for this department as it is known.
        const viewOf = (of: string): CohortView => {
          const { own: seen, others, further } = cohort.viewOf(of);
          const self = of === name ? { name, environment: own.environment } : seen;
          return { own: self, others, further };
        };
        const among = { name, cohort: { ...cohort, viewOf, compared: new Map() } };
        const own: Scoring = createScoring(prepared, supposed, among, scoresIn);
        return own;
      },
    };
  };
  const scoring = over(createInterpreter(environment));
  return scoring;
}

// A score with what it rests on: not on what is missing without being able to change it.
function restingOn(scoring: Scoring, of: ScoreName): ScoreReading {
  const { range, reads } = scoring.scores().score(of);
  const open = [...reads].filter(scoring.isOpen);
  if (open.length === 0) return { range, reads };
  const deciding = isSingle(range) ? NOTHING : of === 'total' ? decidingOf(scoring, open) : reads;
  // Where nothing seems to decide what is open after all, everything may.
  if (deciding.size === 0 && !isSingle(range)) return { range, reads };
  return { range, reads: new Set([...reads].filter((e) => deciding.has(e) || !open.includes(e))) };
}

const NOTHING: ReadonlySet<string> = new Set();
const NO_OPERANDS: Operands = new Map();

function decidingOf(scoring: Scoring, open: readonly string[]): ReadonlySet<string> {
  const { framework } = scoring;
  const scores = scoring.scores();
  const nodes = framework.children.map((node) => ({
    scored: scores.scored(node),
    sheet: scores.sheet(node),
  }));
  return decidingTotal(scoring, nodes, scores.total(), open);
}

/** Whether a condition holds: `certain`, `possible`, or undefined where it certainly does not. */
export function certaintyOf(scoring: Scoring, condition: Expression): Certainty | undefined {
  const truth = scoring.interpreter.truth(condition);
  if (!truth.canBeTrue) return undefined;
  return truth.canBeFalse ? 'possible' : 'certain';
}
