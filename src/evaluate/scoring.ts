// The state of scoring one department: its data, an interpreter over it, and a note of which inputs
// were looked at while something was scored.
import { createInterpreter } from '../interpret/interpreter.ts';
import type { Interpreter } from '../interpret/interpreter.ts';
import type { Expression } from '../model/expression.ts';
import type { Framework } from '../model/framework.ts';
import type { Certainty, Operands } from '../model/sheet.ts';
import type { Value } from '../types/value.ts';
import type { Data } from './data.ts';
import type { EarnedGrades } from './earned-grades.ts';
import { earnedGrades } from './earned-grades.ts';
import type { References } from './operands.ts';
import { operandsOf } from './operands.ts';
import type { Scores } from './scores.ts';

export interface Scoring {
  readonly framework: Framework;
  readonly data: Data;
  readonly interpreter: Interpreter;
  readonly references: References;
  /** The scores of the parts and of the whole, each worked out when it is first asked for. */
  readonly scores: Scores;
  /** The grades that the total earns. */
  readonly earned: EarnedGrades;
  /** An input's value; this counts as looking at it. */
  readonly read: (name: string) => Value;
  /** Does `act` and notes in `reads` every input that it looks at. */
  readonly noting: <Result>(reads: Set<string>, act: () => Result) => Result;
  /** What the expressions name, for the trace; this does not count as looking at an input. */
  readonly operands: (expressions: readonly Expression[]) => Operands;
  /** The value of an expression, for the trace; nor does this. */
  readonly show: (expression: Expression) => Value;
}

/** `scoresIn` says how the parts are scored, which asks the interpreter of this very scoring. */
export function createScoring(
  framework: Framework,
  data: Data,
  references: References,
  scoresIn: (scoring: Scoring) => Scores,
): Scoring {
  let noted: Set<string> | undefined;
  const noting = <Result>(reads: Set<string> | undefined, act: () => Result): Result => {
    const outer = noted;
    noted = reads;
    try {
      return act();
    } finally {
      noted = outer;
    }
  };
  const interpreter = createInterpreter({
    input: data.value,
    option: data.option,
    lets: framework.lets,
    score: (of) => scoring.scores.score(of),
    parts: (path) => scoring.scores.parts(path),
    grade: () => {
      const { grades, reads } = scoring.earned;
      return {
        grades: new Set(grades),
        reads: new Set([...scoring.scores.total().reads, ...reads]),
      };
    },
    onRead: (name) => noted?.add(name),
  });
  let scores: Scores | undefined;
  let earned: EarnedGrades | undefined;
  const scoring: Scoring = {
    framework,
    data,
    interpreter,
    references,
    get scores() {
      scores ??= scoresIn(scoring);
      return scores;
    },
    get earned() {
      earned ??= earnedGrades(scoring);
      return earned;
    },
    read: (name) => {
      noted?.add(name);
      return data.value(name);
    },
    noting,
    operands: (expressions) =>
      noting(undefined, () =>
        operandsOf(expressions, references, (each) => interpreter.value(each)),
      ),
    show: (expression) => noting(undefined, () => interpreter.value(expression)),
  };
  return scoring;
}

/** Whether a condition holds: `certain`, `possible`, or undefined where it certainly does not. */
export function certaintyOf(scoring: Scoring, condition: Expression): Certainty | undefined {
  const truth = scoring.interpreter.truth(condition);
  if (!truth.canBeTrue) return undefined;
  return truth.canBeFalse ? 'possible' : 'certain';
}
