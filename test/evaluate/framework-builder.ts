// Rules that strike scores, and frameworks whose inputs are collected from their rules.
import type { Expression } from '../../src/model/expression.ts';
import type {
  Check,
  Exemption,
  Framework,
  GradeCeiling,
  Input,
  Item,
  JudgedForm,
  Let,
  Node,
  NotApplicable,
  Rule,
  Veto,
} from '../../src/model/framework.ts';
import { indicatorsOf } from '../../src/model/framework.ts';
import type { RoundingMode } from '../../src/number/rounding.ts';
import { equal } from '../../src/number/rational.ts';
import type { Range } from '../../src/types/range.ts';
import type { Value } from '../../src/types/value.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { framework, item, judgedInput, nextSpan, num, q } from '../model-builder.ts';

export function veto(about: string, condition: Expression, score: string | number = 0): Veto {
  return {
    about,
    condition,
    score: num(score),
    priority: undefined,
    declaredIn: [],
    span: nextSpan(),
  };
}

export function exemption(about: string, condition: Expression): Exemption {
  return { about, condition, priority: undefined, declaredIn: [], span: nextSpan() };
}

export function ceiling(grade: string, condition: Expression): GradeCeiling {
  return {
    about: `至多${grade}`,
    condition,
    grade,
    priority: undefined,
    declaredIn: [],
    span: nextSpan(),
  };
}

export function notApplicable(
  condition: Expression,
  policy: NotApplicable['policy'] = 'within-group',
): NotApplicable {
  return { condition, policy, award: undefined, span: nextSpan() };
}

export function check(name: string, condition: Expression, tolerance?: string | number): Check {
  return {
    name,
    condition,
    tolerance: tolerance === undefined ? undefined : num(tolerance),
    path: [],
    span: nextSpan(),
  };
}

export function rounding(step: string, mode: RoundingMode = 'half-up') {
  return { step: q(step), mode };
}

export function judged(name: string, points: string | number, form?: JudgedForm): Rule {
  return { kind: 'judged', input: judgedInput(name, points, form), span: nextSpan() };
}

export function judgedItem(name: string, points: string | number, form?: JudgedForm): Item {
  return item(name, points, judged(name, points, form));
}

/** A framework over these inputs and the judged ones that its rules bring along. */
export function build(
  children: readonly Node[],
  inputs: readonly Input[],
  more: Partial<Framework> & { readonly named?: readonly Let[] } = {},
): Framework {
  const judgedInputs = indicatorsOf(children).flatMap((indicator) =>
    indicator.items.flatMap(({ rule }) => (rule.kind === 'judged' ? [rule.input] : [])),
  );
  const { named = [], ...rest } = more;
  return framework(children, {
    inputs: [...inputs, ...judgedInputs],
    lets: new Map(named.map((each) => [each.id, each])),
    ...rest,
  });
}

export const GRADES: Framework['grades'] = [
  { name: '优', from: q(90), exclusive: false, condition: undefined, span: nextSpan() },
  { name: '良', from: q(80), exclusive: false, condition: undefined, span: nextSpan() },
  { name: '中', from: q(60), exclusive: false, condition: undefined, span: nextSpan() },
  { name: '差', from: q(0), exclusive: false, condition: undefined, span: nextSpan() },
];

/** `1.15` for a known score, `[0, 2)` for a range. */
export function show(score: Range | Value): string {
  if ('kind' in score && score.kind !== 'number') throw new Error('a number was expected here');
  const { low, high } = 'kind' in score ? score.range : score;
  if (low && high && !low.open && !high.open && equal(low.value, high.value))
    return formatExact(low.value);
  const left = low ? `${low.open ? '(' : '['}${formatExact(low.value)}` : '(';
  return `${left}, ${high ? `${formatExact(high.value)}${high.open ? ')' : ']'}` : ')'}`;
}
