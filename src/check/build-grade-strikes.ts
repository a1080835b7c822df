// Strikes on the grade: ceilings and downgrades; and the priority that any strike may state.
import type { Priority } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import { pointOf } from '../types/range.ts';
import { isCount } from '../types/unit.ts';
import type { Building, Level } from './building.ts';
import { nearest } from '../text/nearest.ts';
import { renameFix } from './suggest.ts';
import type { Typing } from './typing.ts';
import { isNumeric, typeCondition } from './typing.ts';

/** `veto grade at most 中 "…" when C` */
export function buildCeiling(
  building: Building,
  level: Level,
  veto: Syntax.VetoNode,
  grade: Syntax.Name,
): void {
  const { report, grades, gathered } = building;
  const condition = typeCondition(level.typing, veto.condition);
  if (grade.text === '') report.leaveOut();
  else if (!grades) report.say('grades-missing', grade.span, {});
  else if (!grades.includes(grade.text)) {
    const suggestion = nearest(grade.text, grades);
    const fix = renameFix(grade.span, suggestion);
    report.say('unknown-grade', grade.span, { name: grade.text, suggestion }, { fix });
  }
  const { about, span } = veto;
  gathered.ceilings.push({
    about: about.text,
    condition,
    grade: grade.text,
    priority: priorityOf(level.typing, veto.priority),
    declaredIn: level.path,
    span,
  });
}

/** `veto grade down 1 "…" when C` */
export function buildGradeDown(
  building: Building,
  level: Level,
  veto: Syntax.VetoNode,
  written: Syntax.Expression,
): void {
  const { report, grades, gathered } = building;
  const { typing, path } = level;
  const condition = typeCondition(typing, veto.condition);
  if (!grades) report.say('grades-missing', veto.about.span, {});
  const bands = typing.type(written);
  if (isNumeric(typing, bands) && bands.type.kind === 'number') {
    const value = typing.constant(bands);
    const figure = value?.kind === 'number' ? pointOf(value.range) : undefined;
    const counts = bands.type.integer && bands.type.unit.dimensions.size > 0;
    const whole = figure
      ? Q.isInteger(figure) && Q.signOf(figure) > 0
      : counts && isCount(bands.type.unit);
    if (!whole) report.say('grade-down-not-whole', bands.span, {});
  }
  const { about, span } = veto;
  gathered.gradeDowns.push({
    about: about.text,
    condition,
    bands,
    priority: priorityOf(typing, veto.priority),
    declaredIn: path,
    span,
  });
}

/** The whole number behind `priority`; undefined without one, or after saying that it is none. */
export function priorityOf(typing: Typing, written: Syntax.Expression | undefined): Priority {
  if (!written) return undefined;
  const typed = typing.type(written);
  if (typed.type.kind === 'error') return undefined;
  const value = typing.constant(typed);
  const figure = value?.kind === 'number' ? pointOf(value.range) : undefined;
  if (figure && Q.isInteger(figure) && Q.signOf(figure) > 0 && figure.n < 1_000_000n)
    return Number(figure.n);
  typing.report.say('priority-not-whole', typed.span, {});
  return undefined;
}
