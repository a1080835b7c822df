// A framework and new points for parts of it → the framework with those points. A part keeps its share:
// whoever has 4.2 of 6 points has 5.6 of 8. What its rule, its limits and what strikes it state in points
// is multiplied by new over old points, exactly, before the part's own rounding, as the language does
// where points are moved.
import { mapParts } from '../../interpret/map-parts.ts';
import type { Expression } from '../../model/expression.ts';
import type { Caps, Framework, Group, Indicator, Node, Veto } from '../../model/framework.ts';
import { placeKey } from '../../model/score-uses.ts';
import type { Rational } from '../../number/rational.ts';
import * as Q from '../../number/rational.ts';
import type { Span } from '../../text/span.ts';
import { NUMBER, SCORE } from '../../types/type.ts';
import { numberValue } from '../../types/value.ts';
import { formatExact } from '../../number/decimal.ts';

/** New points of parts, by `placeKey`. */
export type Weights = ReadonlyMap<string, Rational>;

/** The framework with these points; groups around a part that changes take the difference. */
export function reweigh(framework: Framework, weights: Weights): Framework {
  const children = framework.children.map((node) => reweighed(node, weights));
  // Prepared frameworks are remembered by identity, and the hash is that of the text.
  return { ...framework, children };
}

/** A part with these points of its own, or with what parts inside of it have gained. */
export function reweighed(node: Node, weights: Weights): Node {
  const points = weights.get(placeKey(node.path));
  if (points !== undefined) return Q.equal(points, node.points) ? node : scaledPart(node, points);
  if (node.kind === 'indicator') return node;
  const children = node.children.map((child) => reweighed(child, weights));
  if (children.every((child, place) => child === node.children[place])) return node;
  const gained = Q.subtract(sumOfPoints(children), sumOfPoints(node.children));
  const whole = Q.add(node.points, gained);
  return { ...scaledFrame(node, whole), children };
}

function sumOfPoints(nodes: readonly Node[]): Rational {
  return Q.sum(nodes.map(({ points }) => points));
}

// The score of an indicator is a figure of its items before anything else happens to it, so that a rule
// over them is where it can be scaled whatever they are.
function scaledPart(node: Node, points: Rational): Node {
  const factor = Q.divide(points, node.points);
  const framed = scaledFrame(node, points);
  const combine = times(node.combine ?? sumOfParts(node), factor);
  return { ...framed, combine };
}

/** New points, and with them what limits and strikes state; the rule and the parts stay. */
function scaledFrame<Part extends Group | Indicator>(node: Part, points: Rational): Part {
  if (Q.signOf(node.points) === 0 || Q.equal(points, node.points)) return { ...node, points };
  const factor = Q.divide(points, node.points);
  const { notApplicable } = node;
  return {
    ...node,
    points,
    caps: scaledCaps(node.caps, factor),
    vetoes: node.vetoes.map((veto) => scaledVeto(veto, factor)),
    notApplicable: notApplicable && {
      ...notApplicable,
      award: notApplicable.award && times(notApplicable.award, factor),
    },
  };
}

function scaledCaps({ atLeast, atMost, uncapped }: Caps, factor: Rational): Caps {
  return {
    atLeast: atLeast && times(atLeast, factor),
    atMost: atMost && times(atMost, factor),
    uncapped,
  };
}

// What a veto makes of the score that stands, on the scale that it was written for.
function scaledVeto(veto: Veto, factor: Rational): Veto {
  const back = Q.divide(Q.ONE, factor);
  const onOldScale = (part: Expression): Expression =>
    part.kind === 'standing' ? times(part, back) : mapParts(part, onOldScale);
  return { ...veto, score: times(onOldScale(veto.score), factor) };
}

function sumOfParts({ path, span }: Node): Expression {
  const list = { kind: 'list', of: SCORE, least: 0, most: undefined } as const;
  return {
    kind: 'aggregate',
    function: 'sum',
    of: undefined,
    over: { kind: 'parts', of: 'scores', path, type: list, span },
    where: undefined,
    type: SCORE,
    span,
  };
}

function times(score: Expression, factor: Rational): Expression {
  const { span } = score;
  const right = constant(factor, span);
  return { kind: 'arithmetic', operator: '*', left: score, right, type: SCORE, span };
}

function constant(value: Rational, span: Span): Expression {
  return {
    kind: 'constant',
    value: numberValue(value),
    text: formatExact(value),
    type: NUMBER,
    span,
  };
}
