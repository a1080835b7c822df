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
import { buildCeiling, buildGradeDown, priorityOf } from './build-grade-strikes.ts';
import { figureIn } from './declared-range.ts';
import { appendFix } from './suggest.ts';
import type { MergedStatement } from './merged.ts';
import type { Typing } from './typing.ts';
import { isNumeric, mistake, typeCondition, typeScore } from './typing.ts';

/** Attaches the strikes of a body to what they reach, and gathers its checks. */
export function buildStrikes(
  building: Building,
  level: Level,
  statements: readonly MergedStatement[],
): void {
  for (const { statement, generation } of statements)
    switch (statement.kind) {
      case 'veto': {
        const inherited = generation < building.newest;
        if (statement.ceiling) buildCeiling(building, level, statement, statement.ceiling);
        else if (statement.down) buildGradeDown(building, level, statement, statement.down);
        else buildVeto(building, level, statement, inherited);
        break;
      }
      case 'exempt': {
        const inherited = generation < building.newest;
        const condition = typeCondition(level.typing, statement.condition);
        const priority = priorityOf(level.typing, statement.priority);
        const { about, span } = statement;
        const base = { about: about.text, condition, priority, declaredIn: level.path, span };
        strikeAt(building, level, { ...statement, inherited }, (reached) => {
          reached.exemptions.push(base);
        });
        break;
      }
      case 'check':
        building.gathered.checks.push(buildCheck(level, statement));
        break;
      default:
        break;
    }
}

function buildVeto(
  building: Building,
  level: Level,
  veto: Syntax.VetoNode,
  inherited: boolean,
): void {
  const { typing, path } = level;
  const { about, span } = veto;
  const condition = typeCondition(typing, veto.condition);
  const priority = priorityOf(typing, veto.priority);
  const score =
    veto.score && typeScore(typing.within({ ...typing.scope, inVeto: true }), veto.score);
  if (!score) building.report.leaveOut();
  strikeAt(building, level, { ...veto, inherited }, (reached) => {
    if (!score) return;
    reached.vetoes.push({ about: about.text, condition, score, priority, declaredIn: path, span });
  });
}

/** Finds what a strike hits: the part it names, or the nearest one around it of the named kind. */
function strikeAt(
  { report, gathered }: Building,
  level: Level,
  strike: {
    readonly on: Syntax.Path | undefined;
    readonly reach: Syntax.Reach | undefined;
    readonly about: Syntax.TextLiteral;
    readonly inherited: boolean;
  },
  hit: (level: Level) => void,
): void {
  if (strike.on) {
    gathered.aims.push({ path: strike.on, inherited: strike.inherited, strike: hit });
    return;
  }
  if (strike.reach === undefined) {
    hit(level);
    return;
  }
  const place = strike.reach === 'total' ? 'ruleset' : strike.reach;
  for (let at: Level | undefined = level; at; at = at.above) {
    if (at.place !== place) continue;
    hit(at);
    return;
  }
  report.say('reach-not-enclosing', strike.about.span, { reach: place });
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
