// The grades that a department may have: what its total, the conditions on grades and the ceilings
// leave. Worked out when first asked for, by the sheet or by an output.
import type { Certainty, ForgoneGrade, ScoreSheet } from '../model/sheet.ts';
import type { GradeCeiling } from '../model/framework.ts';
import { forgoneGrades, gradeConditions } from './grade-conditions.ts';
import { gradesOf } from './grade.ts';
import type { Scoring } from './scoring.ts';
import { certaintyOf } from './scoring.ts';

/** The grades with what decided them. */
export interface EarnedGrades {
  /** Best first; empty without grades. */
  readonly grades: readonly string[];
  readonly conditions: ScoreSheet['gradeConditions'];
  readonly forgone: readonly ForgoneGrade[];
  readonly ceilings: readonly { readonly ceiling: GradeCeiling; readonly certainty: Certainty }[];
  /** Names of all inputs that were looked at, those of the total aside. */
  readonly reads: ReadonlySet<string>;
}

/** What the department's total earns. */
export function earnedGrades(scoring: Scoring): EarnedGrades {
  const { framework } = scoring;
  const total = scoring.scores.total().score;
  const reads = new Set<string>();
  return scoring.noting(reads, () => {
    const ceilings = framework.ceilings.flatMap((ceiling) => {
      const certainty = certaintyOf(scoring, ceiling.condition);
      return certainty ? [{ ceiling, certainty }] : [];
    });
    const conditions = gradeConditions(scoring);
    return {
      grades: gradesOf(framework, total, ceilings, conditions),
      conditions,
      forgone: forgoneGrades(scoring, total, conditions),
      ceilings,
      reads,
    };
  });
}
