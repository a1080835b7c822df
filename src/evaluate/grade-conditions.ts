// The conditions on grades for one department: whether each holds, and for those that keep a better
// grade from a department whose total reaches it, why.
import type { ForgoneGrade } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import type { GradeConditions } from './grade.ts';
import { placesReached } from './grade.ts';
import type { Scoring } from './scoring.ts';

/** Whether the condition of each grade holds; `scoring` must know the total. */
export function gradeConditions(scoring: Scoring): GradeConditions {
  return scoring.framework.grades.map(
    ({ condition }) => condition && scoring.interpreter.truth(condition),
  );
}

/** Grades that the department would have had but for their condition, best first. */
export function forgoneGrades(
  scoring: Scoring,
  total: Range,
  conditions: GradeConditions,
): ForgoneGrade[] {
  const { grades } = scoring.framework;
  if (grades.every(({ condition }) => condition === undefined)) return [];
  const [best = grades.length] = placesReached(scoring.framework, total);
  const forgone: ForgoneGrade[] = [];
  for (let place = best; place < grades.length; place++) {
    const [grade, truth] = [grades[place], conditions[place]];
    if (!grade?.condition || truth === undefined) break;
    if (truth.canBeFalse)
      forgone.push({
        grade,
        condition: grade.condition,
        certainty: truth.canBeTrue ? 'possible' : 'certain',
        operands: scoring.operands([grade.condition]),
      });
    if (!truth.canBeFalse) break;
  }
  return forgone;
}
