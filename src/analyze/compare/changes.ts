// What is written differently in two frameworks, place by place: points, figures, limits, roundings,
// strikes, what is judged, definitions and options. Says what changed, not yet what it does to scores.
import type { Expression } from '../../model/expression.ts';
import type {
  Caps,
  Choice,
  Deduction,
  Exemption,
  Framework,
  Grade,
  Indicator,
  Item,
  JudgedForm,
  Let,
  Node,
  Option,
  Rule,
  Veto,
} from '../../model/framework.ts';
import { ruleExpression } from '../../interpret/rule-expression.ts';
import type { Rational } from '../../number/rational.ts';
import { equal } from '../../number/rational.ts';
import type { Rounding } from '../../number/rounding.ts';
import type { ExpressionChange } from './expression-changes.ts';
import { createForms, expressionChanges } from './expression-changes.ts';
import { matchItems } from './matching.ts';

/** Where in a rule something stands. */
export type Aspect =
  | 'rule'
  | 'at-least'
  | 'at-most'
  | 'veto'
  | 'exemption'
  | 'applies'
  | 'not-applicable'
  | 'combine'
  | 'deduction';

/** One thing that is written differently. Undefined stands for nothing in that place. */
export type Change =
  | {
      readonly kind: 'points';
      readonly part: string;
      readonly before: Rational;
      readonly after: Rational;
    }
  | { readonly kind: 'part'; readonly part: string; readonly is: 'added' | 'removed' }
  | { readonly kind: 'renamed'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'moved';
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  | ({
      readonly kind: 'expression';
      readonly part: string;
      readonly aspect: Aspect;
    } & ExpressionChange)
  | { readonly kind: 'uncapped'; readonly part: string; readonly after: boolean }
  | {
      readonly kind: 'rounding';
      readonly part: string;
      readonly before: Rounding | undefined;
      readonly after: Rounding | undefined;
    }
  | {
      readonly kind: 'judged';
      readonly part: string;
      /** The entry or choice; undefined where the way of judging is another one. */
      readonly entry: string | undefined;
      readonly before: Rational | undefined;
      readonly after: Rational | undefined;
    }
  | {
      readonly kind: 'option';
      readonly name: string;
      readonly before: string | undefined;
      readonly after: string | undefined;
    }
  | ({ readonly kind: 'definition'; readonly name: string } & ExpressionChange)
  | {
      readonly kind: 'grade';
      readonly name: string;
      readonly before: Grade | undefined;
      readonly after: Grade | undefined;
    };

type SameForm = (before: Expression, after: Expression) => boolean;

/** What differs in two indicators themselves. */
export function indicatorChanges(
  [before, after]: readonly [Framework, Framework],
  [one, other]: readonly [Indicator, Indicator],
): readonly Change[] {
  const same = createForms();
  const part = other.name;
  return [
    ...placeChanges(one, other),
    ...nodeChanges(same, one, other),
    ...roundingChange(
      part,
      one.rounding ?? before.roundings.indicators,
      other.rounding ?? after.roundings.indicators,
    ),
    ...matchItems(one, other).flatMap(({ before: item, after: partner }): readonly Change[] => {
      if (item === undefined || partner === undefined)
        return [
          { kind: 'part', part: (partner ?? item)?.name ?? '', is: partner ? 'added' : 'removed' },
        ];
      const roundings = [item, partner].map(
        ({ rounding, implicit }, at) =>
          rounding ?? (implicit ? undefined : [before, after][at]?.roundings.items),
      );
      return [
        ...itemChanges(same, item, partner),
        ...roundingChange(partner.name, roundings[0], roundings[1]),
      ];
    }),
  ];
}

/** What differs in two groups themselves, not in their parts. */
export function nodeChanges(same: SameForm, one: Node, other: Node): Change[] {
  const part = other.name;
  const between = (aspect: Aspect, a: Expression | undefined, b: Expression | undefined) =>
    expressionChanges(same, a, b).map((change): Change => ({
      kind: 'expression',
      part,
      aspect,
      ...change,
    }));
  return [
    ...pointsChange(part, one.points, other.points),
    ...capsChanges(same, part, one.caps, other.caps),
    ...strikeChanges(same, part, one, other),
    ...between('combine', one.combine, other.combine),
    ...between('applies', one.applies?.condition, other.applies?.condition),
    ...between('not-applicable', one.notApplicable?.condition, other.notApplicable?.condition),
  ];
}

/** Names and places that are others. */
export function placeChanges(one: Node, other: Node): Change[] {
  const renamed: Change[] =
    one.name === other.name ? [] : [{ kind: 'renamed', before: one.name, after: other.name }];
  const [before, after] = [one.path.slice(0, -1), other.path.slice(0, -1)];
  const isMoved = JSON.stringify(before) !== JSON.stringify(after);
  return isMoved ? [...renamed, { kind: 'moved', before, after }] : renamed;
}

function itemChanges(same: SameForm, one: Item, other: Item): Change[] {
  const part = other.name;
  return [
    ...(one.implicit ? [] : pointsChange(part, one.points, other.points)),
    ...(one.implicit ? [] : capsChanges(same, part, one.caps, other.caps)),
    ...(one.implicit ? [] : strikeChanges(same, part, one, other)),
    ...ruleChanges(same, part, one, other),
  ];
}

function ruleChanges(same: SameForm, part: string, one: Item, other: Item): Change[] {
  const [a, b]: [Rule, Rule] = [one.rule, other.rule];
  if (a.kind === 'judged' && b.kind === 'judged')
    return judgedChanges(part, a.input.form, b.input.form);
  if (a.kind === 'deduct' && b.kind === 'deduct' && a.deductions.length === b.deductions.length)
    return a.deductions.flatMap((deduction, at) => {
      const partner = b.deductions[at];
      return partner ? deductionChanges(same, part, deduction, partner) : [];
    });
  return expressionChanges(same, ruleExpression(one), ruleExpression(other)).map((change) => ({
    kind: 'expression',
    part,
    aspect: 'rule',
    ...change,
  }));
}

function deductionChanges(
  same: SameForm,
  part: string,
  one: Deduction,
  other: Deduction,
): Change[] {
  const figures = (deduction: Deduction): (Expression | undefined)[] => [
    deduction.amount,
    deduction.condition,
    deduction.atMost,
    ...(deduction.kind === 'each'
      ? [deduction.count]
      : [deduction.step, deduction.subject, deduction.limit]),
  ];
  const [before, after] = [figures(one), figures(other)];
  return Array.from({ length: Math.max(before.length, after.length) }, (_, at) =>
    expressionChanges(same, before[at], after[at]),
  )
    .flat()
    .map((change) => ({ kind: 'expression', part, aspect: 'deduction', ...change }));
}

function judgedChanges(part: string, one: JudgedForm, other: JudgedForm): Change[] {
  const [before, after] = [entriesOf(one), entriesOf(other)];
  if (before === undefined || after === undefined || one.kind !== other.kind)
    return one.kind === other.kind
      ? []
      : [{ kind: 'judged', part, entry: undefined, before: undefined, after: undefined }];
  const names = new Set([...after.keys(), ...before.keys()]);
  return [...names].flatMap((entry): Change[] => {
    const [points, now] = [before.get(entry), after.get(entry)];
    return points && now && equal(points, now)
      ? []
      : [{ kind: 'judged', part, entry, before: points, after: now }];
  });
}

function entriesOf(form: JudgedForm): ReadonlyMap<string, Rational> | undefined {
  const list = (choices: readonly Choice[]) =>
    new Map(choices.map(({ name, points }) => [name, points]));
  if (form.kind === 'choice') return list(form.choices);
  return form.kind === 'checklist' ? list(form.entries) : undefined;
}

function pointsChange(part: string, before: Rational, after: Rational): Change[] {
  return equal(before, after) ? [] : [{ kind: 'points', part, before, after }];
}

function capsChanges(same: SameForm, part: string, one: Caps, other: Caps): Change[] {
  const between = (aspect: Aspect, before: Expression | undefined, after: Expression | undefined) =>
    expressionChanges(same, before, after).map((change): Change => ({
      kind: 'expression',
      part,
      aspect,
      ...change,
    }));
  return [
    ...between('at-least', one.atLeast, other.atLeast),
    ...between('at-most', one.atMost, other.atMost),
    ...(one.uncapped === other.uncapped
      ? []
      : [{ kind: 'uncapped', part, after: other.uncapped } as const]),
  ];
}

interface Struck {
  readonly vetoes: readonly Veto[];
  readonly exemptions: readonly Exemption[];
}

// Strikes go by what they say of themselves; one that says something else is another one.
function strikeChanges(same: SameForm, part: string, one: Struck, other: Struck): Change[] {
  const between = (
    aspect: Aspect,
    before: readonly (Veto | Exemption)[],
    after: readonly (Veto | Exemption)[],
  ): Change[] => {
    const abouts = new Set([...after, ...before].map(({ about }) => about));
    return [...abouts].flatMap((about) => {
      const [a, b] = [before, after].map((strikes) => strikes.find((each) => each.about === about));
      const scores = expressionChanges(same, scoreOf(a), scoreOf(b));
      const conditions = expressionChanges(same, a?.condition, b?.condition);
      const changes = a && b ? [...conditions, ...scores] : conditions;
      return changes.map((change): Change => ({ kind: 'expression', part, aspect, ...change }));
    });
  };
  return [
    ...between('veto', one.vetoes, other.vetoes),
    ...between('exemption', one.exemptions, other.exemptions),
  ];
}

function scoreOf(strike: Veto | Exemption | undefined): Expression | undefined {
  return strike && 'score' in strike ? strike.score : undefined;
}

/** A rounding that is another one. */
export function roundingChange(
  part: string,
  before: Rounding | undefined,
  after: Rounding | undefined,
): Change[] {
  const isSame =
    before === undefined || after === undefined
      ? before === after
      : equal(before.step, after.step) && before.mode === after.mode;
  return isSame ? [] : [{ kind: 'rounding', part, before, after }];
}

/** Options of both frameworks that are set otherwise. */
export function optionChanges(before: readonly Option[], after: readonly Option[]): Change[] {
  const chosen = (options: readonly Option[]) =>
    new Map(options.map((option) => [option.name, option.chosen]));
  const [one, other] = [chosen(before), chosen(after)];
  return [...new Set([...other.keys(), ...one.keys()])].flatMap((name): Change[] => {
    const [from, to] = [one.get(name), other.get(name)];
    return from === to ? [] : [{ kind: 'option', name, before: from, after: to }];
  });
}

/** Definitions that both frameworks have and that say something else. */
export function definitionChanges(
  before: ReadonlyMap<string, Let>,
  after: ReadonlyMap<string, Let>,
): ReadonlyMap<string, readonly Change[]> {
  const same = createForms();
  const found = new Map<string, readonly Change[]>();
  for (const [id, { name, value }] of after) {
    const earlier = before.get(id);
    if (earlier === undefined) continue;
    const changes = expressionChanges(same, earlier.value, value);
    if (changes.length > 0)
      found.set(
        id,
        changes.map((change) => ({ kind: 'definition', name, ...change })),
      );
  }
  return found;
}

/** Grades that are other bands. */
export function gradeChanges(before: readonly Grade[], after: readonly Grade[]): Change[] {
  const same = createForms();
  const names = new Set([...after, ...before].map(({ name }) => name));
  return [...names].flatMap((name): Change[] => {
    const [one, other] = [before, after].map((grades) => grades.find((each) => each.name === name));
    const isSame =
      one &&
      other &&
      equal(one.from, other.from) &&
      one.exclusive === other.exclusive &&
      expressionChanges(same, one.condition, other.condition).length === 0;
    return isSame ? [] : [{ kind: 'grade', name, before: one, after: other }];
  });
}
