// Random well-typed expressions over a fixed set of inputs, and random departments that complete
// them: what the properties of the interpreter and of the prover are checked on.
import fc from 'fast-check';
import type {
  AggregateExpression,
  AggregateFunction,
  ComparisonOperator,
  DecisionExpression,
  Expression,
  RankOrder,
  RankTies,
} from '../../src/model/expression.ts';
import type { Input, Let } from '../../src/model/framework.ts';
import type { Type } from '../../src/types/type.ts';
import { BOOLEAN, INTEGER, NUMBER } from '../../src/types/type.ts';
import type { Value } from '../../src/types/value.ts';
import { FALSE, TRUE, enumerationValue, numberValue } from '../../src/types/value.ts';
import {
  add,
  aggregate,
  among,
  and,
  call,
  cohort,
  compare,
  div,
  each,
  entry,
  eq,
  field,
  input,
  letOf,
  letRef,
  mul,
  neg,
  not,
  num,
  or,
  own,
  q,
  quantileAt,
  r,
  rank,
  ref,
  rounded,
  sub,
  tiers,
  when,
  without,
  word,
} from '../model-builder.ts';

const GRADES: Type = { kind: 'enumeration', values: ['优', '良', '差'] };
const RECORD: Type = {
  kind: 'record',
  fields: new Map([
    ['数', NUMBER],
    ['真', BOOLEAN],
  ]),
};
const EXACT: Type = { kind: 'list', of: NUMBER, least: 2, most: 2 };
const LOOSE: Type = { kind: 'list', of: NUMBER, least: 0, most: undefined };
const RECORDS: Type = { kind: 'list', of: RECORD, least: 1, most: undefined };

/** The inputs that random expressions read. */
export const inputs: readonly Input[] = [
  input('a', '[0, )'),
  input('b', '(0, 10]'),
  input('c', '[-3, 4)'),
  input('n', '[0, 6]n', INTEGER),
  input('p', '(, )', BOOLEAN),
  input('g', '(, )', GRADES),
  input('exact', '[0, 5]', EXACT),
  input('loose', '[-1, 3]', LOOSE),
  { ...input('records', '(, )', RECORDS), fieldRanges: new Map([['数', r('[0, 2]')]]) },
];

const smallFigure = fc.constantFrom('0', '1', '2', '3', '-1', '1/2', '2.5', '1/3', '10');
const operator = fc.constantFrom<ComparisonOperator>('=', '!=', '<', '<=', '>', '>=');

// Not an interface: fast-check wants a type whose keys are all known.
type Expressions = Record<
  'number' | 'truth' | 'inEntry' | 'inRecord' | 'recordTruth' | 'ofMember' | 'memberTruth',
  Expression
>;

// Aggregates over the departments of a cohort, and places in it.
function comparisons(tie: fc.LetrecTypedTie<Expressions>): fc.Arbitrary<Expression>[] {
  const whose = fc.constantFrom<'all' | 'others'>('all', 'others').map(cohort);
  const filter = fc.option(tie('memberTruth'), { nil: undefined });
  return [
    fc
      .tuple(ordering, tie('ofMember'), whose, filter)
      .map(([[name, more], of, over, where]) => aggregate(name, over, of, where, more)),
    fc
      .tuple(fc.constantFrom('min', 'max', 'mean'), tie('ofMember'))
      .map(([name, of]) => aggregate(name as 'min', cohort(), of)),
    fc.tuple(whose, filter).map(([over, where]) => aggregate('count', over, undefined, where)),
    fc
      .tuple(
        tie('ofMember'),
        fc.constantFrom<RankOrder>('highest', 'lowest'),
        fc.constantFrom<RankTies>('best', 'worst', 'average', 'dense'),
        filter,
      )
      .map(([of, order, ties, where]) => rank(of, order, ties, where)),
  ];
}

const cutNumber = fc.oneof(
  fc.constantFrom(0, 1, 2).map(num),
  fc.constant(null).map(() => ref('n', INTEGER)),
);
const cuts = fc.tuple(cutNumber, cutNumber).map(([highest, lowest]) => without(highest, lowest));
const places = fc
  .tuple(fc.constantFrom('0', '25%', '1/2', '90%', '1'), fc.constantFrom('interpolated', 'nearest'))
  .map(([share, reading]) => quantileAt(share, reading as 'nearest'));
const figureNames = fc.constantFrom('sum', 'mean', 'min', 'max', 'median', 'product', 'variance');
/** Functions that go by the order of the figures, and what some are left out of. */
const ordering = fc.oneof(
  fc.tuple(figureNames, fc.option(cuts, { nil: {} })),
  fc.tuple(
    fc.constant('quantile'),
    fc.tuple(fc.option(cuts, { nil: {} }), places).map(([cut, at]) => ({ ...cut, ...at })),
  ),
) as fc.Arbitrary<[AggregateFunction, Pick<AggregateExpression, 'without' | 'at'>]>;

function arbitraries(lets: readonly string[], comparing = false) {
  const twice =
    <T>(make: (x: Expression, y: Expression) => T) =>
    (parts: readonly [Expression, Expression]) =>
      make(...parts);
  const compares = (tie: fc.LetrecTypedTie<Expressions>, of: keyof Expressions) =>
    fc.tuple(operator, tie(of), tie(of)).map(([how, x, y]) => compare(how)(x, y));
  const sums = (tie: fc.LetrecTypedTie<Expressions>, of: keyof Expressions) => {
    const pair = fc.tuple(tie(of), tie(of));
    return [pair.map(twice(add)), pair.map(twice(sub)), pair.map(twice(mul)), pair.map(twice(div))];
  };
  return fc.letrec<Expressions>((tie) => ({
    number: fc.oneof(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('a', 'b', 'c').map((name) => ref(name)),
      fc.constant(null).map(() => ref('n', INTEGER)),
      smallFigure.map(num),
      fc.constantFrom(1, 2).map((index) => entry(ref('exact', EXACT), index)),
      ...(lets.length > 0 ? [fc.constantFrom(...lets).map((name) => letRef(name))] : []),
      ...sums(tie, 'number'),
      ...sums(tie, 'number'),
      tie('number').map(neg),
      fc
        .tuple(fc.constantFrom('min', 'max'), tie('number'), tie('number'))
        .map(([name, x, y]) => call(name as 'min', x, y)),
      fc
        .tuple(fc.constantFrom('abs', 'floor', 'ceiling'), tie('number'))
        .map(([name, x]) => call(name as 'abs', x)),
      fc
        .tuple(
          tie('number'),
          fc.constantFrom('1', '0.1', '1/3'),
          fc.constantFrom('half-up', 'half-even', 'up', 'down'),
        )
        .map(([x, step, mode]) => rounded(x, step, mode as 'up')),
      fc.tuple(tie('truth'), tie('number'), tie('number')).map(([c, x, y]) => when([[c, x]], y)),
      fc
        .tuple(tie('truth'), tie('number'), tie('truth'), tie('number'), tie('number'))
        .map(([c, x, d, y, z]) =>
          when(
            [
              [c, x],
              [d, y],
            ],
            z,
          ),
        ),
      fc.tuple(tie('number'), tie('number'), tie('number'), tie('number')).map(([s, x, y, z]) =>
        tiers(
          s,
          [
            ['>= 3', x],
            ['1..2', y],
          ],
          z,
        ),
      ),
      fc
        .tuple(tie('number'), tie('number'))
        .map(([x, y]) => tiers(ref('g', GRADES), [['优,良', x]], y)),
      fc
        .tuple(
          fc.constantFrom('sum', 'mean', 'min', 'max', 'count'),
          tie('inEntry'),
          fc.constantFrom('exact', 'loose'),
        )
        .map(([name, of, list]) =>
          aggregate(name as 'sum', ref(list, list === 'exact' ? EXACT : LOOSE), of),
        ),
      fc
        .tuple(
          fc.constantFrom('sum', 'mean', 'min', 'max', 'count'),
          tie('inRecord'),
          tie('recordTruth'),
        )
        .map(([name, of, where]) => aggregate(name as 'sum', ref('records', RECORDS), of, where)),
      fc
        .tuple(ordering, tie('inEntry'), fc.constantFrom('exact', 'loose'))
        .map(([[name, more], of, list]) =>
          aggregate(name, ref(list, list === 'exact' ? EXACT : LOOSE), of, undefined, more),
        ),
      fc
        .tuple(ordering, tie('inRecord'), tie('recordTruth'))
        .map(([[name, more], of, where]) =>
          aggregate(name, ref('records', RECORDS), of, where, more),
        ),
      ...(comparing ? comparisons(tie) : []),
    ),
    ofMember: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc.constantFrom('a', 'b', 'c').map((name) => ref(name)),
      fc.constantFrom('a', 'b', 'c').map((name) => ref(name)),
      smallFigure.map(num),
      fc.constantFrom('a', 'b', 'c').map((name) => own(ref(name))),
      ...(lets.length > 0 ? [fc.constantFrom(...lets).map((name) => letRef(name))] : []),
      ...sums(tie, 'ofMember'),
    ),
    memberTruth: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc.constant(null).map(() => ref('p', BOOLEAN)),
      fc.constant(null).map(() => eq(ref('g', GRADES), own(ref('g', GRADES)))),
      compares(tie, 'ofMember'),
      fc.tuple(tie('memberTruth'), tie('memberTruth')).map(twice(and)),
    ),
    inEntry: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc.constant(null).map(() => each()),
      smallFigure.map(num),
      fc.constantFrom('a', 'b').map((name) => ref(name)),
      ...sums(tie, 'inEntry'),
    ),
    inRecord: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc.constant(null).map(() => field(each(RECORD), '数')),
      smallFigure.map(num),
      fc.constantFrom('a', 'b').map((name) => ref(name)),
      ...sums(tie, 'inRecord'),
    ),
    recordTruth: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc.constant(null).map(() => field(each(RECORD), '真', BOOLEAN)),
      compares(tie, 'inRecord'),
      fc.tuple(tie('recordTruth'), tie('recordTruth')).map(twice(and)),
    ),
    truth: fc.oneof(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      fc.constant(null).map(() => ref('p', BOOLEAN)),
      compares(tie, 'number'),
      compares(tie, 'number'),
      fc
        .constantFrom('优', '良', '差')
        .map((grade) => eq(ref('g', GRADES), word(grade, ['优', '良', '差']))),
      tie('number').map((x) => among(x, 1, 2)),
      fc.tuple(tie('truth'), tie('truth')).map(twice(and)),
      fc.tuple(tie('truth'), tie('truth')).map(twice(or)),
      tie('truth').map(not),
      tie('recordTruth').map((of) => aggregate('any', ref('records', RECORDS), of)),
      tie('recordTruth').map((of) => aggregate('all', ref('records', RECORDS), of)),
    ),
  }));
}

/** A numeric expression and the lets that it may use, each using only earlier ones. */
export interface Model {
  readonly expression: Expression;
  readonly lets: readonly Let[];
}

export const models: fc.Arbitrary<Model> = fc
  .tuple(arbitraries([]).number, arbitraries(['x']).number, arbitraries(['x', 'y']).number)
  .map(([x, y, expression]) => ({ expression, lets: [letOf('x', x), letOf('y', y)] }));

/** The same, comparing departments. */
export const comparingModels: fc.Arbitrary<Model> = fc
  .tuple(
    arbitraries([], true).number,
    arbitraries(['x'], true).number,
    arbitraries(['x', 'y'], true).number,
  )
  .map(([x, y, expression]) => ({ expression, lets: [letOf('x', x), letOf('y', y)] }));

/** A decision list whose rows go in order. */
export const decisions: fc.Arbitrary<DecisionExpression> = fc
  .tuple(
    fc.array(fc.tuple(arbitraries([]).truth, arbitraries([]).number), {
      minLength: 1,
      maxLength: 4,
    }),
    arbitraries([]).number,
  )
  .map(([rows, otherwise]) =>
    when(
      rows.map(([condition, value]) => [condition, value, 'afterEarlier'] as const),
      otherwise,
    ),
  );

const figure = (...texts: string[]) =>
  fc.constantFrom(...texts).map((text) => numberValue(q(text)));
const record = fc
  .tuple(figure('0', '1/3', '1', '1.5', '2'), fc.boolean())
  .map(([n, flag]): Value => ({
    kind: 'record',
    fields: new Map<string, Value>([
      ['数', n],
      ['真', flag ? TRUE : FALSE],
    ]),
  }));
const list = (entries: readonly Value[]): Value => ({ kind: 'list', entries, further: undefined });

/** Known values for all inputs, within their declarations. */
export const departments: fc.Arbitrary<Readonly<Record<string, Value>>> = fc.record({
  a: figure('0', '1', '2', '5', '7/3', '100', '0.1'),
  b: figure('1/10', '1', '2.5', '10', '3'),
  c: figure('-3', '-1', '0', '1', '3.9', '2'),
  n: figure('0', '1', '2', '3', '6'),
  p: fc.constantFrom<Value>(TRUE, FALSE),
  g: fc.constantFrom('优', '良', '差').map(enumerationValue),
  exact: fc.tuple(figure('0', '1', '5'), figure('0', '2.5', '5')).map(list),
  loose: fc.array(figure('-1', '0', '1/3', '3'), { maxLength: 3 }).map(list),
  records: fc.array(record, { minLength: 1, maxLength: 3 }).map(list),
});

/** Which inputs a partial department leaves out. */
export const gaps = fc.subarray(inputs.map((known) => known.name));
