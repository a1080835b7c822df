// Vetoes, exemptions, ceilings on the grade, `not applicable` and cross-checks: statements that may
// stand deep in the tree and reach what lies around them.
import type { Check, NotApplicable } from '../model/framework.ts';
import type { Expression } from '../model/expression.ts';
import { formatExact } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { Span } from '../text/span.ts';
import type * as Syntax from '../syntax/tree.ts';
import { numberValue } from '../types/value.ts';
import type { Building, Level } from './building.ts';
import { figureIn } from './declared-range.ts';
import { appendFix, renameFix } from './suggest.ts';
import { nearest } from '../text/nearest.ts';
import type { MergedStatement } from './merged.ts';
import type { Typing } from './typing.ts';
import { isNumeric, mistake, typeCondition, typeScore } from './typing.ts';

/** Attaches the strikes of a body to what they reach, and gathers its checks. */
export function buildStrikes(
  building: Building,
  level: Level,
  statements: readonly MergedStatement[],
): void {
  for (const { statement } of statements)
    switch (statement.kind) {
      case 'veto':
        if (statement.ceiling) buildCeiling(building, level, statement, statement.ceiling);
        else buildVeto(building, level, statement);
        break;
      case 'exempt': {
        const condition = typeCondition(level.typing, statement.condition);
        const { about, span } = statement;
        const reached = reach(building, level, statement.reach, about.span);
        reached?.exemptions.push({ about: about.text, condition, declaredIn: level.path, span });
        break;
      }
      case 'check':
        building.gathered.checks.push(buildCheck(level, statement));
        break;
      default:
        break;
    }
}

function buildVeto(building: Building, level: Level, veto: Syntax.VetoNode): void {
  const { about, span } = veto;
  const condition = typeCondition(level.typing, veto.condition);
  const reached = reach(building, level, veto.reach, about.span);
  if (!veto.score) {
    building.report.leaveOut();
    return;
  }
  const score = typeScore(level.typing, veto.score);
  reached?.vetoes.push({ about: about.text, condition, score, declaredIn: level.path, span });
}

/** What a strike hits: where it stands, or the nearest of the named kind around it. */
function reach(
  { report }: Building,
  level: Level,
  named: Syntax.Reach | undefined,
  span: Span,
): Level | undefined {
  if (named === undefined) return level;
  const place = named === 'total' ? 'ruleset' : named;
  for (let at: Level | undefined = level; at; at = at.above) if (at.place === place) return at;
  report.say('reach-not-enclosing', span, { reach: place });
  return undefined;
}

function buildCeiling(
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
    declaredIn: level.path,
    span,
  });
}

/** `not applicable when …`, of which a body has one at most. */
export function buildNotApplicable(
  typing: Typing,
  statements: readonly MergedStatement[],
  around: Span,
): NotApplicable | undefined {
  const [node] = statements.flatMap(({ statement }) =>
    statement.kind === 'not-applicable' ? [statement] : [],
  );
  if (!node) return undefined;
  const { policy, span } = node;
  const condition = typeCondition(typing, node.condition);
  const award = node.award && typeScore(typing, node.award);
  if (policy !== undefined) return { condition, policy, award, span };
  if (typing.report.misread(around)) {
    typing.report.leaveOut();
    return undefined;
  }
  const policies = [
    ['redistribute within group', '组内分摊'],
    ['redistribute over all', '全体分摊'],
    ['award in full', '按满分计'],
  ] as const;
  const choices = policies.map(([en, zh]) => ({
    ...appendFix(node.condition.span, ` ${en}`),
    title: { en, zh },
  }));
  typing.report.say('policy-missing', node.condition.span, {}, { choices });
  return undefined;
}

function buildCheck({ typing, path }: Level, node: Syntax.CheckNode): Check {
  const condition = typeCondition(typing, node.condition);
  const tolerance = node.tolerance && toleranceOf(typing, node.tolerance, condition);
  return { name: node.name.text, condition, tolerance, path, span: node.span };
}

// A plain figure is read in the unit of the left side, as it is beside a declaration.
function toleranceOf(
  typing: Typing,
  written: Syntax.Expression,
  condition: Expression,
): Expression | undefined {
  const typed = typing.type(written);
  if (condition.type.kind === 'error') return undefined;
  if (
    condition.kind !== 'compare' ||
    condition.operator !== '=' ||
    condition.left.type.kind !== 'number'
  ) {
    typing.report.say('tolerance-without-equality', typed.span, {});
    return undefined;
  }
  if (!isNumeric(typing, typed)) return mistake(typed.span);
  const figure = figureIn(typing, typed, condition.left.type.unit, 'tolerance');
  if (figure === undefined) return mistake(typed.span);
  if (Q.signOf(figure) < 0) typing.report.say('tolerance-negative', typed.span, {});
  const text = typed.kind === 'constant' ? typed.text : formatExact(figure);
  return {
    kind: 'constant',
    type: condition.left.type,
    value: numberValue(figure),
    text,
    span: typed.span,
  };
}
