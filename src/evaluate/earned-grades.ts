// The grades that a department may have: what its total, the conditions on grades and what strikes
// the grade leave. Worked out when first asked for, by the sheet or by an output.
import type { ForgoneGrade, ScoreSheet } from '../model/sheet.ts';
import { forgoneGrades, gradeConditions } from './grade-conditions.ts';
import type { GradeStrikes } from './grade-strikes.ts';
import { gradeStrikesOn } from './grade-strikes.ts';
import { gradesOf } from './grade.ts';
import type { Scoring } from './scoring.ts';

/** The grades with what decided them. */
export interface EarnedGrades {
  /** Best first; empty without grades. */
  readonly grades: readonly string[];
  readonly conditions: ScoreSheet['gradeConditions'];
  readonly forgone: readonly ForgoneGrade[];
  /** Ceilings and downgrades that hold or may hold. */
  readonly strikes: GradeStrikes;
  /** Names of all inputs that were looked at, those of the total aside. */
  readonly reads: ReadonlySet<string>;
}

/** What the department's total earns. */
export function earnedGrades(scoring: Scoring): EarnedGrades {
  const { framework } = scoring;
  const total = scoring.scores().total().score;
  const reads = new Set<string>();
  return scoring.noting(reads, () => {
    const strikes = gradeStrikesOn(scoring);
    const conditions = gradeConditions(scoring);
    return {
      grades: gradesOf(framework, total, strikes, conditions),
      conditions,
      forgone: forgoneGrades(scoring, total, conditions),
      strikes,
      reads,
    };
  });
}
