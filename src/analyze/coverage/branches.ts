// A framework's branches and thresholds: those of every rule, limit, strike and condition, with the part
// that they decide.
import {
  deductionExpression,
  readsStanding,
  ruleExpression,
  stopsAtZero,
} from '../../interpret/rule-expression.ts';
import { itemExpression } from '../../interpret/struck-expression.ts';
import type { ArithmeticOperator, ComparisonOperator, Expression } from '../../model/expression.ts';
import { within } from '../../model/expression-parts.ts';
import type {
  AppliesWhen,
  Caps,
  Exemption,
  Framework,
  Item,
  JudgedInput,
  Node,
  Veto,
} from '../../model/framework.ts';
import type { Rational } from '../../number/rational.ts';
import * as Q from '../../number/rational.ts';
import type { Span } from '../../text/span.ts';
import { SCORE } from '../../types/type.ts';
import { numberValue } from '../../types/value.ts';
import type { Branch, BranchKind, BranchTest, Branches, Guard, Threshold } from './branch.ts';
import type { Finder } from './walk.ts';
import { walk } from './walk.ts';

// More ways of coming to one row than these say nothing new.
const MOST_WAYS = 8;

/** The part whose branches are looked for. */
interface Place {
  readonly path: readonly string[];
  /** The indicator or group that it is of: a definition that several items read is looked at once. */
  readonly holder: readonly string[];
  readonly output: string | undefined;
}

interface Gathering {
  readonly framework: Framework;
  readonly finder: (place: Place) => Finder;
  readonly note: (place: Place, found: Noted) => void;
}

interface Noted {
  readonly kind: BranchKind;
  readonly span: Span;
  readonly number?: number | undefined;
  readonly name?: string;
  readonly test: BranchTest;
}

/** Everything in a framework that coverage counts. */
export function branchesOf(framework: Framework): Branches {
  const branches = new Map<string, Branch>();
  const thresholds = new Map<string, Threshold>();
  const notFollowed = new Map<string, Span>();
  const note = (
    { path, holder, output }: Place,
    { kind, span, number, name, test }: Noted,
  ): void => {
    const where = JSON.stringify([
      holder,
      output,
      kind,
      span.file,
      span.start,
      span.end,
      number,
      name,
    ]);
    const before = branches.get(where);
    const both =
      before?.test.kind === 'ways' && test.kind === 'ways'
        ? { kind: 'ways' as const, ways: [...before.test.ways, ...test.ways].slice(0, MOST_WAYS) }
        : test;
    branches.set(where, {
      key: where,
      kind,
      place: before?.place ?? path,
      output,
      span,
      number,
      name,
      test: both,
    });
  };
  const finder = (place: Place): Finder => ({
    lets: framework.lets,
    branch: ({ guards, ...found }) => {
      // What a veto strikes is known only where it strikes.
      if (guards.some(({ condition }) => readsStanding(condition))) {
        notFollowed.set(`${found.span.file} ${found.span.start}`, found.span);
        return;
      }
      note(place, { ...found, test: { kind: 'ways', ways: [guards] } });
    },
    threshold: ({ span, left, right, guards }) => {
      // What asks for scores has no inputs of its own to be set.
      if (readsScores(left) || readsScores(right)) return;
      const key = JSON.stringify([place.holder, place.output, shapeOf(left), shapeOf(right)]);
      if (place.output === undefined && !thresholds.has(key))
        thresholds.set(key, { key, place: place.path, span, left, right, guards });
    },
    notFollowed: (span) => {
      notFollowed.set(`${span.file} ${span.start}`, span);
    },
  });
  const gathering = { framework, finder, note };
  for (const node of framework.children) ofNode(node, gathering);
  ofWhole(gathering);
  return {
    branches: [...branches.values()],
    thresholds: [...thresholds.values()],
    notFollowed: [...notFollowed.values()],
  };
}

function ofNode(node: Node, gathering: Gathering): void {
  const place = { path: node.path, holder: node.path, output: undefined };
  ofExistence(node, place, gathering);
  if (node.kind === 'group') for (const child of node.children) ofNode(child, gathering);
  else for (const item of node.items) ofItem(item, gathering);
  const finder = gathering.finder(place);
  if (node.combine) walk(node.combine, [], finder);
  ofStrikes(node, place, gathering);
  const sum = node.combine ?? sumOfParts(node, gathering.framework);
  if (sum) ofCaps(node.caps, sum, place, gathering);
}

function ofExistence(
  node: { readonly applies: AppliesWhen | undefined } & Partial<Pick<Node, 'notApplicable'>>,
  place: Place,
  { finder, note }: Gathering,
): void {
  const { applies, notApplicable } = node;
  if (applies) {
    const { condition, span } = applies;
    walk(condition, [], finder(place));
    note(place, { kind: 'exists', span, test: holding(condition, true) });
    note(place, { kind: 'absent', span, test: holding(condition, false) });
  }
  if (!notApplicable) return;
  const { condition, span } = notApplicable;
  walk(condition, [], finder(place));
  note(place, { kind: 'not-applicable', span, test: holding(condition, true) });
}

function ofItem(item: Item, gathering: Gathering): void {
  const holder = item.implicit ? item.path : item.path.slice(0, -1);
  const place = { path: item.path, holder, output: undefined };
  const { note, finder } = gathering;
  if (!item.implicit) ofExistence(item, place, gathering);
  const { rule } = item;
  switch (rule.kind) {
    case 'formula':
      walk(rule.value, [], finder(place));
      break;
    case 'judged':
      ofFindings(rule.input, place, gathering);
      break;
    case 'deduct':
      for (const deduction of rule.deductions) {
        const { condition, atMost, amount, span } = deduction;
        const guards = condition ? [{ condition, outcome: true }] : [];
        if (condition) walk(condition, [], finder(place));
        walk(amount, guards, finder(place));
        if (deduction.kind === 'step') {
          walk(deduction.subject, guards, finder(place));
          finder(place).threshold({
            span,
            left: deduction.subject,
            right: deduction.limit,
            guards,
          });
        } else if (deduction.count) walk(deduction.count, guards, finder(place));
        const taken = deductionExpression(deduction);
        const nothing = constant(Q.ZERO, span);
        note(place, { kind: 'deduction', span, test: comparing(taken, '>', nothing) });
        note(place, { kind: 'no-deduction', span, test: comparing(taken, '=', nothing) });
        if (!atMost) continue;
        const unlimited = deductionExpression({ ...deduction, atMost: undefined });
        finder(place).threshold({ span, left: unlimited, right: atMost, guards });
        note(place, { kind: 'deduction-limit', span, test: comparing(unlimited, '>', atMost) });
      }
      if (stopsAtZero(item.caps)) {
        const left = ruleExpression({ ...item, caps: { ...item.caps, uncapped: true } });
        const nothing = constant(Q.ZERO, rule.span);
        note(place, { kind: 'floor', span: rule.span, test: comparing(left, '<', nothing) });
        finder(place).threshold({ span: rule.span, left, right: nothing, guards: [] });
      }
      break;
    default:
      rule satisfies never;
  }
  ofCaps(item.caps, ruleExpression(item), place, gathering);
  ofStrikes(item, place, gathering);
}

function ofFindings(input: JudgedInput, place: Place, { note, finder }: Gathering): void {
  const { form } = input;
  switch (form.kind) {
    case 'free':
      return;
    case 'choice':
      for (const { name, span } of form.choices)
        note(place, {
          kind: 'choice',
          span,
          name,
          test: { kind: 'choice', input: input.name, choice: name },
        });
      return;
    case 'checklist':
      for (const { name, span } of form.entries)
        for (const met of [true, false])
          note(place, {
            kind: met ? 'met' : 'unmet',
            span,
            name,
            test: { kind: 'entry', input: input.name, entry: name, met },
          });
      return;
    case 'banded':
      // Both sides of the band have the same rows.
      walk(form.most, [], finder(place));
      return;
    default:
      form satisfies never;
  }
}

function ofCaps(caps: Caps, score: Expression, place: Place, { note, finder }: Gathering): void {
  const { atLeast, atMost } = caps;
  const sides = [
    ['at-least', atLeast, '<'],
    ['at-most', atMost, '>'],
  ] as const;
  for (const [kind, limit, operator] of sides) {
    if (!limit) continue;
    walk(limit, [], finder(place));
    note(place, { kind, span: limit.span, test: comparing(score, operator, limit) });
    finder(place).threshold({ span: limit.span, left: score, right: limit, guards: [] });
  }
}

function ofStrikes(
  {
    vetoes,
    exemptions,
  }: { readonly vetoes: readonly Veto[]; readonly exemptions: readonly Exemption[] },
  place: Place,
  { note, finder }: Gathering,
): void {
  for (const { condition, score, about, span } of vetoes) {
    walk(condition, [], finder(place));
    walk(score, [{ condition, outcome: true }], finder(place));
    note(place, { kind: 'veto', span, name: about, test: holding(condition, true) });
  }
  for (const { condition, about, span } of exemptions) {
    walk(condition, [], finder(place));
    note(place, { kind: 'exemption', span, name: about, test: holding(condition, true) });
  }
}

function ofWhole(gathering: Gathering): void {
  const { framework, finder, note } = gathering;
  const place = { path: [], holder: [], output: undefined };
  const { combine, totalCaps, ceilings, gradeDowns, grades, outputs } = framework;
  if (combine) walk(combine, [], finder(place));
  ofStrikes(framework, place, gathering);
  const sum = combine ?? sumOfNodes(framework);
  if (sum) ofCaps(totalCaps, sum, place, gathering);
  for (const { condition, about, span } of ceilings) {
    walk(condition, [], finder(place));
    note(place, { kind: 'ceiling', span, name: about, test: holding(condition, true) });
  }
  for (const { condition, about, span } of gradeDowns) {
    walk(condition, [], finder(place));
    note(place, { kind: 'downgrade', span, name: about, test: holding(condition, true) });
  }
  for (const { name, span } of grades)
    note(place, { kind: 'grade', span, name, test: { kind: 'grade', grade: name } });
  for (const { name, value } of outputs)
    walk(value, [], finder({ path: [], holder: [], output: name }));
}

/** What the items of an indicator, or the parts of a group, come to before limits. */
function sumOfParts(node: Node, { roundings }: Framework): Expression | undefined {
  if (node.kind === 'group')
    return node.children.map(scoreOf).reduce<Expression | undefined>(plus, undefined);
  let sum: Expression | undefined;
  for (const item of node.items) {
    const rounding = item.rounding ?? (item.implicit ? undefined : roundings.items);
    const score = itemExpression(item, rounding, ruleExpression(item));
    if (!score) return undefined;
    sum = plus(sum, score);
  }
  return sum;
}

function sumOfNodes({ children }: Framework): Expression | undefined {
  let sum: Expression | undefined;
  for (const node of children) {
    const isTaken = node.kind === 'group' && node.standing === 'penalty';
    sum = isTaken && sum ? operate('-', sum, scoreOf(node)) : plus(sum, scoreOf(node));
  }
  return sum;
}

function scoreOf({ path, span }: Node): Expression {
  return { kind: 'score', path, type: SCORE, span };
}

function plus(left: Expression | undefined, right: Expression): Expression {
  return left ? operate('+', left, right) : right;
}

function operate(operator: ArithmeticOperator, left: Expression, right: Expression): Expression {
  return { kind: 'arithmetic', operator, left, right, type: SCORE, span: left.span };
}

function constant(value: Rational, span: Span): Expression {
  return { kind: 'constant', value: numberValue(value), text: '0', type: SCORE, span };
}

/** The comparison of two figures. */
export function comparison(
  left: Expression,
  operator: ComparisonOperator,
  right: Expression,
): Expression {
  return { kind: 'compare', operator, left, right, type: { kind: 'boolean' }, span: left.span };
}

function comparing(left: Expression, operator: ComparisonOperator, right: Expression): BranchTest {
  return holding(comparison(left, operator, right), true);
}

function holding(condition: Expression, outcome: boolean): BranchTest {
  const guard: Guard = { condition, outcome };
  return { kind: 'ways', ways: [[guard]] };
}

function readsScores(expression: Expression): boolean {
  for (const { kind } of within(expression))
    if (kind === 'score' || kind === 'parts' || kind === 'grade' || kind === 'standing')
      return true;
  return false;
}

// The same for what is written alike, wherever it stands.
function shapeOf(expression: Expression): unknown {
  const plain = (_: string, value: unknown): unknown => {
    if (typeof value === 'bigint') return String(value);
    return value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value;
  };
  const text = JSON.stringify(expression, (key, value: unknown) =>
    key === 'span' || key === 'expands' || key === 'text' ? undefined : plain(key, value),
  );
  return text;
}
