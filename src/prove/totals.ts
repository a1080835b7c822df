// Indicators, groups and the total must stay within their points as items must, and the grades must
// fit the totals that come out.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Expression } from '../model/expression.ts';
import type { Caps, Framework, Group, Node, NotMonotone } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Span } from '../text/span.ts';
import { roundRange } from '../types/range.ts';
import { gradeFindings } from './grades.ts';
import type { Combining } from './combining.ts';
import { combiningFindings, ruleFindings } from './combining.ts';
import { deadPartFindings } from './dead-parts.ts';
import { combinedCourse } from './monotone.ts';
import { expressionsOfFramework, expressionsOfNode } from './reading.ts';
import { limitFindings, outside } from './score-range.ts';
import type { Finding, Study } from './study.ts';
import { tableFindings } from './tables.ts';
import {
  capsOf,
  givesPointsAway,
  nodeRange,
  scalesScores,
  someRuleLeaves,
  totalRange,
} from './sums.ts';
import type { Unit } from './unit.ts';

/** The proof of one indicator's or group's sum. */
export function sumUnit(node: Node): Unit {
  return {
    about: ['sum'],
    part: node,
    expressions: expressionsOfNode(node),
    prove: (study) => {
      // The rule of an item that stands for its indicator has been looked at already.
      if (node.kind === 'indicator' && node.items[0]?.implicit === true) return [];
      // A bonus or penalty must say its limit, whether or not it can be reached.
      const must = node.kind === 'group' && node.standing !== 'counted';
      if (node.combine) {
        const applying = whereApplying(study, node);
        const combining = { ...node, node, rule: node.combine, isIdleLimitMeant: must };
        return applying ? combinedFindings(applying, combining, node.notMonotone) : [];
      }
      const { sum, limited, limits } = nodeRange(study, node);
      const leaving = outside(limited, node.points, node.caps);
      // Parts that add up to something else have been said to.
      if (leaving?.side === 'above' && !partsAddUp(node)) return [];
      // What holds where it applies says nothing of its limits elsewhere.
      const isPlain = !node.applies && !node.notApplicable && study.assumed.length === 0;
      const mayRoundUp = node.kind === 'group' && node.pool?.redistribute === true;
      if (leaving === undefined) {
        const isSure = !must && !mayRoundUp;
        const idle = isSure ? limitFindings(study, node, sum, isPlain ? limits : undefined) : [];
        return idle.length > 0 && someRuleLeaves(study, [node]) ? [] : idle;
      }
      return [leavingFinding(node.name, node.points, leaving, partsBeyond(node), node.nameSpan)];
    },
  };
}

// A score that leaves its points is not said to turn, too.
function combinedFindings(
  study: Study,
  combining: Combining,
  notMonotone: NotMonotone | undefined,
): Finding[] {
  const found = combiningFindings(study, combining);
  const isWrong = found.some(({ say }) => say([], []).severity === 'error');
  if (isWrong) return found;
  return [
    ...found,
    ...deadPartFindings(study, combining.node, combining.rule),
    ...combinedCourse(study, combining, notMonotone),
  ];
}

// Departments that have the part and to which it applies.
function whereApplying(study: Study, { applies, notApplicable }: Node): Study | undefined {
  const existing = applies ? study.assuming(applies.condition, true) : study;
  return notApplicable ? existing?.assuming(notApplicable.condition, false) : existing;
}

/** Whether the parts that always exist add up; those of which some exist are proved case by case. */
function addsUp(
  points: Rational,
  parts: readonly (Pick<Node, 'points' | 'applies'> & Partial<Pick<Group, 'standing'>>)[],
): boolean {
  if (parts.some(({ applies }) => applies !== undefined)) return true;
  const counted = parts.filter(({ standing = 'counted' }) => standing === 'counted');
  return Q.equal(Q.sum(counted.map((part) => part.points)), points);
}

function partsAddUp(node: Node): boolean {
  if (node.kind === 'indicator') return addsUp(node.points, node.items);
  return node.pool !== undefined || addsUp(node.points, node.children);
}

/** The proof of the total and its grades. */
export function totalUnit(framework: Framework): Unit {
  const expressions: readonly Expression[] = expressionsOfFramework(framework);
  return {
    about: ['total'],
    restsOnAll: true,
    expressions,
    prove: (study) => {
      const { score } = totalRange(study);
      const { total } = framework.roundings;
      return [
        ...totalFindings(study),
        ...gradeFindings(framework, total ? roundRange(score, total) : score),
      ];
    },
  };
}

function totalFindings(study: Study): Finding[] {
  const { framework } = study;
  const { name, nameSpan, total: points, totalCaps: caps, combine: rule } = framework;
  const outer = framework.children.filter(
    (node) => node.kind === 'group' && node.standing !== 'counted',
  );
  if (rule && outer.length === 0) {
    const combining = { name, nameSpan, points, caps, rule, node: undefined };
    return combinedFindings(
      study,
      { ...combining, isIdleLimitMeant: false },
      framework.notMonotone,
    );
  }
  const { sum, limited } = totalRange(study);
  // Rounding after scores were scaled is not part of the sum, and may need the limit.
  const beyond = scalesScores(framework)
    ? []
    : limitFindings(study, { name, nameSpan, points, caps }, sum);
  const idle = beyond.length > 0 && someRuleLeaves(study, framework.children) ? [] : beyond;
  const causes = outer.length > 0 ? outer : framework.children;
  const leaving = outside(limited, points, caps);
  const isSaid = leaving?.side === 'above' && !rule && !addsUp(points, framework.children);
  const found =
    leaving === undefined || isSaid
      ? []
      : [
          leavingFinding(
            name,
            points,
            leaving,
            causes.map((node) => node.name),
            nameSpan,
          ),
        ];
  if (rule === undefined) return [...found, ...idle];
  const ofRule = ruleFindings(study, undefined, rule);
  if (ofRule.length > 0) return [...ofRule, ...found, ...idle];
  const combining = { name, nameSpan, points, caps, rule, node: undefined, isIdleLimitMeant: true };
  return [
    ...tableFindings(study, rule, study.interpreter),
    ...found,
    ...idle,
    ...deadPartFindings(study, undefined, rule),
    ...combinedCourse(study, combining, framework.notMonotone),
  ];
}

/** Rounding after points were moved may carry the total past its points by parts of a step. */
export function movedRoundings(framework: Framework): Diagnostic[] {
  const { totalCaps, roundings, total } = framework;
  const rounds = roundings.indicators !== undefined || roundings.groups !== undefined;
  if (!rounds || !scalesUnproved(framework) || totalCaps.atMost || totalCaps.uncapped) return [];
  return [diagnose('rounding-may-exceed-total', framework.nameSpan, { total: formatExact(total) })];
}

// What a rule combines is proved with its roundings; sums are not.
function scalesUnproved({ combine, children }: Framework): boolean {
  const inside = (nodes: readonly Node[]): boolean =>
    nodes.some(
      (node) =>
        node.kind === 'group' &&
        (node.combine
          ? inside(node.children)
          : node.pool?.redistribute === true || moves(node.children)),
    );
  const moves = (nodes: readonly Node[]): boolean => nodes.some(mayGo) || inside(nodes);
  return combine ? inside(children) : moves(children);
}

function mayGo(node: Node): boolean {
  if (givesPointsAway(node)) return true;
  if (node.kind === 'indicator') return false;
  // With some parts absent and all the others out, a group is out as a whole.
  const { children } = node;
  return children.some(mayGo) && children.every((child) => child.applies ?? mayGo(child));
}

function partsBeyond(node: Node): string[] {
  const limited = ({ atLeast, atMost, uncapped }: Caps) =>
    uncapped || atLeast !== undefined || atMost !== undefined;
  const parts =
    node.kind === 'group'
      ? node.children.map((child) => ({ name: child.name, caps: capsOf(child) }))
      : node.items;
  const named = parts.filter((part) => limited(part.caps));
  return (named.length > 0 ? named : parts).map((part) => part.name);
}

function leavingFinding(
  name: string,
  points: Rational,
  leaving: NonNullable<ReturnType<typeof outside>>,
  causes: readonly string[],
  span: Span,
): Finding {
  const facts = {
    name,
    points: formatExact(points),
    ...leaving,
    causes,
    witness: undefined,
    score: undefined,
  };
  return {
    key: `range ${name} ${span.file} ${span.start}`,
    quantifier: 'some',
    say: (under) => diagnose('score-leaves-range', span, { ...facts, under }),
  };
}
