// The head of a framework: total, roundings of all scores, grades.
import type { Caps, Grade, Roundings } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import { SCORE } from '../types/type.ts';
import { NO_CAPS, buildCaps } from './build-caps.ts';
import type { MergedRuleset, MergedStatement } from './merged.ts';
import { readPoints } from './points.ts';
import { readRounding } from './type-operation.ts';
import type { Typing } from './typing.ts';
import { fixedScore, typeCondition } from './typing.ts';

export interface Total {
  readonly points: Q.Rational | undefined;
  readonly caps: Caps;
  readonly written: Syntax.Expression;
}

/** The total, which every ruleset states but one of outputs alone. */
export function buildTotal(
  typing: Typing,
  ruleset: MergedRuleset,
  statements: readonly MergedStatement[],
  scored: boolean,
): Total {
  const [total] = statements.flatMap(({ statement }) =>
    statement.kind === 'total' ? [statement] : [],
  );
  const { report } = typing;
  const { name } = ruleset.newest;
  if (!total) {
    if (report.misread(ruleset.newest.span)) report.leaveOut();
    else if (scored) report.say('total-missing', name.span, {});
    return { points: undefined, caps: NO_CAPS, written: { kind: 'missing', span: name.span } };
  }
  const points = readPoints(typing, total.points);
  return { points, caps: buildCaps(typing, total.caps, 'ruleset'), written: total.points };
}

/** The roundings that hold wherever a node does not say its own. */
export function buildRoundings(typing: Typing, statements: readonly MergedStatement[]): Roundings {
  const find = (of: Syntax.RoundingNode['of']) => {
    const [node] = statements.flatMap(({ statement }) =>
      statement.kind === 'rounding' && statement.of === of ? [statement] : [],
    );
    return (
      node && readRounding(typing, node.rounding, { kind: 'each', type: SCORE, span: node.span })
    );
  };
  return {
    items: find('items'),
    indicators: find('indicators'),
    groups: find('groups'),
    total: find('total'),
  };
}

/** The names of the grades, as ceilings may use them; undefined when the ruleset awards none. */
export function gradeNames(statements: readonly MergedStatement[]): string[] | undefined {
  const [node] = statements.flatMap(({ statement }) =>
    statement.kind === 'grades' ? [statement] : [],
  );
  return node?.grades.map((grade) => grade.name.text);
}

/** The grade bands from the best down, in whatever order they were written. */
export function buildGrades(
  typing: Typing,
  afterTotal: Typing,
  statements: readonly MergedStatement[],
): Grade[] {
  const { report } = typing;
  const nodes = statements.flatMap(({ statement }) =>
    statement.kind === 'grades' ? statement.grades : [],
  );
  const names = new Map<string, Syntax.Name>();
  const grades = nodes.flatMap(({ name, bound, exclusive, condition: written }) => {
    const earlier = names.get(name.text);
    if (name.text === '') report.leaveOut();
    else if (earlier) {
      const related = [{ span: earlier.span, note: { en: 'declared here', zh: '在这里声明' } }];
      report.say('duplicate-name', name.span, { name: name.text, inherited: false }, { related });
    }
    names.set(name.text, name);
    const from = fixedScore(typing, bound, 'grade');
    const condition = written && typeCondition(afterTotal, written);
    return from ? [{ name: name.text, from, exclusive, condition, span: name.span }] : [];
  });
  const sorted = grades.sort(
    (a, b) => Q.compare(b.from, a.from) || Number(b.exclusive) - Number(a.exclusive),
  );
  sorted.forEach((grade, index) => {
    const better = sorted[index - 1];
    if (!better || !Q.equal(better.from, grade.from) || better.exclusive !== grade.exclusive)
      return;
    const related = [{ span: better.span, note: { en: 'the same bound', zh: '相同的界限' } }];
    report.say(
      'grade-bounds-equal',
      grade.span,
      { name: grade.name, other: better.name },
      { related },
    );
  });
  const lowest = sorted.at(-1);
  if (lowest?.condition)
    report.say('lowest-grade-conditional', lowest.condition.span, { name: lowest.name });
  return sorted;
}
