// Conditions on grades, each looked at for totals of the grades that it can decide: one that holds for
// all of them says nothing, and one that holds for none keeps its grade from everyone.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Interpreter } from '../interpret/interpreter.ts';
import type { Expression } from '../model/expression.ts';
import type { Framework, Grade } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import { SCORE } from '../types/type.ts';
import { numberValue } from '../types/value.ts';
import { problemFindings } from './score-range.ts';
import type { Finding, Study } from './study.ts';
import { tableFindings } from './tables.ts';
import type { Unit } from './unit.ts';

/** The proofs of the framework's conditions on grades. */
export function gradeConditionUnits({ grades }: Framework): Unit[] {
  return grades.flatMap((grade, place): Unit[] => {
    const { condition } = grade;
    if (!condition) return [];
    return [
      {
        about: ['grade', place, grades],
        restsOnAll: true,
        expressions: [condition],
        prove: (study) => conditionFindings(study, grades, place, condition),
      },
    ];
  });
}

function conditionFindings(
  study: Study,
  grades: readonly Grade[],
  place: number,
  condition: Expression,
): Finding[] {
  const grade = grades[place];
  const problems = study.problemsOf(() => study.interpreter.truth(condition));
  if (grade === undefined || problems.length > 0)
    return problemFindings(study, problems, condition);
  const found = tableFindings(study, condition, study.interpreter);
  // A total that no department can have is another finding.
  const deciding = withTotalsFor(study.interpreter, grades, place);
  if (deciding === undefined) return found;
  const truth = deciding.truth(condition);
  if (truth.canBeTrue && truth.canBeFalse) return found;
  const code = truth.canBeTrue ? 'condition-always-holds' : 'condition-never-holds';
  const { span } = condition;
  const key = `${code} ${span.file} ${span.start}`;
  const facts = { role: 'grade', name: grade.name } as const;
  return [...found, { key, quantifier: 'every', say: () => diagnose(code, span, facts) }];
}

// Its own totals and, where better grades have conditions too, those that may fall to it.
function withTotalsFor(
  interpreter: Interpreter,
  grades: readonly Grade[],
  place: number,
): Interpreter | undefined {
  let top = place;
  while (grades[top - 1]?.condition !== undefined) top -= 1;
  const [grade, better] = [grades[place], grades[top - 1]];
  const low = grade && interpreter.assuming(reaches(grade), true);
  return better && low ? low.assuming(reaches(better), false) : low;
}

/** `total score >= 90`, or `>` where the bound belongs to the next grade. */
function reaches({ from, exclusive, span }: Grade): Expression {
  const limit = { kind: 'constant', value: numberValue(from), text: formatExact(from) } as const;
  return {
    kind: 'compare',
    operator: exclusive ? '>' : '>=',
    left: { kind: 'score', path: 'total', type: SCORE, span },
    right: { ...limit, type: SCORE, span },
    type: { kind: 'boolean' },
    span,
  };
}
