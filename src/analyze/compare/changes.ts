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
  Group,
  Indicator,
  Input,
  Item,
  JudgedForm,
  Node,
  NotApplicable,
  Priority,
  Rule,
  StepReading,
  Veto,
} from '../../model/framework.ts';
import { ruleExpression } from '../../interpret/rule-expression.ts';
import { formatExact } from '../../number/decimal.ts';
import type { Rational } from '../../number/rational.ts';
import { equal } from '../../number/rational.ts';
import type { Rounding } from '../../number/rounding.ts';
import type { ExpressionChange } from './expression-changes.ts';
import type { Forms } from './expression-changes.ts';
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
  | 'award'
  | 'grade-ceiling'
  | 'grade-down'
  | 'output'
  | 'deduction'
  | 'deduction-amount'
  | 'deduction-condition'
  | 'deduction-most'
  | 'deduction-count'
  | 'deduction-step'
  | 'deduction-subject'
  | 'deduction-limit';

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
      /** Of strikes: what they say of themselves. */
      readonly about?: string | undefined;
    } & ExpressionChange)
  | {
      readonly kind: 'reading';
      readonly part: string;
      readonly before: StepReading;
      readonly after: StepReading;
    }
  | {
      readonly kind: 'priority';
      readonly part: string;
      readonly about: string;
      readonly before: Priority;
      readonly after: Priority;
    }
  | {
      readonly kind: 'policy';
      readonly part: string;
      readonly before: NotApplicable['policy'];
      readonly after: NotApplicable['policy'];
    }
  | {
      readonly kind: 'standing';
      readonly part: string;
      readonly before: Group['standing'];
      readonly after: Group['standing'];
    }
  | { readonly kind: 'pool'; readonly part: string }
  | { readonly kind: 'check'; readonly name: string; readonly is: 'added' | 'removed' | 'changed' }
  /** An input of both frameworks of which each takes something else. */
  | { readonly kind: 'input'; readonly before: Input; readonly after: Input }
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
      readonly before: Choice | undefined;
      readonly after: Choice | undefined;
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

/** What differs in two indicators themselves. */
export function indicatorChanges(
  [before, after]: readonly [Framework, Framework],
  [one, other]: readonly [Indicator, Indicator],
): readonly Change[] {
  const same = createForms(before, after);
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
export function nodeChanges(same: Forms, one: Node, other: Node): Change[] {
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
    ...between('award', one.notApplicable?.award, other.notApplicable?.award),
    ...(one.notApplicable &&
    other.notApplicable &&
    one.notApplicable.policy !== other.notApplicable.policy
      ? [
          {
            kind: 'policy',
            part,
            before: one.notApplicable.policy,
            after: other.notApplicable.policy,
          } as const,
        ]
      : []),
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

function itemChanges(same: Forms, one: Item, other: Item): Change[] {
  const part = other.name;
  return [
    ...(one.implicit ? [] : pointsChange(part, one.points, other.points)),
    ...(one.implicit ? [] : capsChanges(same, part, one.caps, other.caps)),
    ...(one.implicit ? [] : strikeChanges(same, part, one, other)),
    ...(one.implicit
      ? []
      : expressionChanges(same, one.applies?.condition, other.applies?.condition).map(
          (change): Change => ({ kind: 'expression', part, aspect: 'applies', ...change }),
        )),
    ...ruleChanges(same, part, one, other).filter((change) => !isFullPoints(change, one, other)),
  ];
}

// `full points` changes with the points, which are said already.
function isFullPoints(change: Change, one: Item, other: Item): boolean {
  if (change.kind !== 'expression') return false;
  const isFull = (expression: Expression | undefined, { points }: Item) =>
    expression?.kind === 'constant' && expression.text === formatExact(points);
  return isFull(change.before, one) && isFull(change.after, other);
}

function ruleChanges(same: Forms, part: string, one: Item, other: Item): Change[] {
  const [a, b]: [Rule, Rule] = [one.rule, other.rule];
  if (a.kind === 'judged' && b.kind === 'judged')
    return judgedChanges(same, part, a.input.form, b.input.form);
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

function deductionChanges(same: Forms, part: string, one: Deduction, other: Deduction): Change[] {
  const [before, after] = [figuresOf(one), figuresOf(other)];
  const aspects = new Set([...before.keys(), ...after.keys()]);
  const changes = [...aspects].flatMap((aspect) =>
    expressionChanges(same, before.get(aspect), after.get(aspect)).map((change): Change => ({
      kind: 'expression',
      part,
      aspect,
      ...change,
    })),
  );
  if (one.kind !== 'step' || other.kind !== 'step') return changes;
  if (one.reading !== other.reading)
    changes.push({ kind: 'reading', part, before: one.reading, after: other.reading });
  if (one.side !== other.side && changes.length === 0)
    changes.push({
      kind: 'expression',
      part,
      aspect: 'deduction-limit',
      before: one.limit,
      after: other.limit,
      row: undefined,
    });
  return changes;
}

function figuresOf(deduction: Deduction): ReadonlyMap<Aspect, Expression> {
  const all: readonly (readonly [Aspect, Expression | undefined])[] = [
    ['deduction-amount', deduction.amount],
    ['deduction-condition', deduction.condition],
    ['deduction-most', deduction.atMost],
    ...(deduction.kind === 'each'
      ? ([['deduction-count', deduction.count]] as const)
      : ([
          ['deduction-step', deduction.step],
          ['deduction-subject', deduction.subject],
          ['deduction-limit', deduction.limit],
        ] as const)),
  ];
  return new Map(
    all.flatMap(([aspect, expression]) => (expression ? [[aspect, expression] as const] : [])),
  );
}

function judgedChanges(same: Forms, part: string, one: JudgedForm, other: JudgedForm): Change[] {
  if (one.kind === 'banded' && other.kind === 'banded')
    return [
      ...expressionChanges(same, one.least, other.least),
      ...expressionChanges(same, one.most, other.most),
    ].map((change) => ({ kind: 'expression', part, aspect: 'rule', ...change }));
  const [before, after] = [entriesOf(one), entriesOf(other)];
  if (before === undefined || after === undefined || one.kind !== other.kind)
    return one.kind === other.kind
      ? []
      : [{ kind: 'judged', part, entry: undefined, before: undefined, after: undefined }];
  const names = new Set([...after.keys(), ...before.keys()]);
  return [...names].flatMap((entry): Change[] => {
    const [choice, now] = [before.get(entry), after.get(entry)];
    return choice && now && sameChoice(choice, now)
      ? []
      : [{ kind: 'judged', part, entry, before: choice, after: now }];
  });
}

function sameChoice(one: Choice, other: Choice): boolean {
  const [least, now] = [one.least ?? one.points, other.least ?? other.points];
  return equal(one.points, other.points) && equal(least, now);
}

function entriesOf(form: JudgedForm): ReadonlyMap<string, Choice> | undefined {
  const list = (choices: readonly Choice[]) =>
    new Map(choices.map((choice) => [choice.name, choice]));
  if (form.kind === 'choice') return list(form.choices);
  return form.kind === 'checklist' ? list(form.entries) : undefined;
}

/** Points that are others. */
export function pointsChange(part: string, before: Rational, after: Rational): Change[] {
  return equal(before, after) ? [] : [{ kind: 'points', part, before, after }];
}

/** Limits that are others. */
export function capsChanges(same: Forms, part: string, one: Caps, other: Caps): Change[] {
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

/** Where strikes stand. */
export interface Struck {
  readonly vetoes: readonly Veto[];
  readonly exemptions: readonly Exemption[];
}

/** Strikes that are others. They go by what they say of themselves; one that says something else is another. */
export function strikeChanges(same: Forms, part: string, one: Struck, other: Struck): Change[] {
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
      const said = changes.map((change): Change => ({
        kind: 'expression',
        part,
        aspect,
        about,
        ...change,
      }));
      if (a && b && a.priority !== b.priority)
        said.push({ kind: 'priority', part, about, before: a.priority, after: b.priority });
      return said;
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
