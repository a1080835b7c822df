// Outputs of the total that fall while the total grows: a better department would get less. Looked for
// at and around every figure that the rule speaks of; what is found is certain.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Given } from '../diagnostics/coverage-facts.ts';
import { createInterpreter } from '../interpret/interpreter.ts';
import { within } from '../model/expression-parts.ts';
import type { Expression } from '../model/expression.ts';
import type { Framework, Let, Output } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { contains, point, pointOf } from '../types/range.ts';
import type { Range } from '../types/range.ts';
import { isRanking } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import { candidatesFor } from './candidates.ts';
import { readingOf } from './reading.ts';
import type { Reading } from './reading.ts';
import { showValue } from './show.ts';
import type { Finding, Study } from './study.ts';

/** An output at two totals, the second of them higher. */
interface Fall {
  readonly totals: readonly [Rational, Rational];
  readonly values: readonly [Value, Value];
}

/** A warning with the two totals, where the output is found to fall. */
export function orderFindings(study: Study, output: Output): Finding[] {
  const { framework } = study;
  const { value, name } = output;
  const { type } = value;
  if (type.kind !== 'number' && !isRanking(type)) return [];
  if (!readsTotal(value, framework.lets)) return [];
  const reading = readingOf([value], withoutRules(framework));
  // Where departments are compared, the totals of the others decide too.
  if (reading.comparesDepartments) return [];
  const range = study.environment.score?.('total').range;
  const totals = range ? totalsToTry(range, reading, framework) : [];
  for (const givens of cases(study, reading)) {
    const fall = fallAmong(totals, type, (total) => valueAt(study, givens, total, value));
    if (fall === undefined) continue;
    const [before, after] = fall.values.map((each) => showValue(each, type));
    const [lower, higher] = fall.totals.map((each) => formatExact(each));
    if (!before || !after || lower === undefined || higher === undefined) return [];
    const witness = shown(study, givens);
    const facts = { name, lower, higher, before, after, witness };
    const { span } = output;
    return [
      {
        key: `falls ${span.file} ${span.start}`,
        quantifier: 'some',
        say: (under) => diagnose('output-not-monotone', span, { ...facts, under }),
      },
    ];
  }
  return [];
}

function readsTotal(expression: Expression, lets: ReadonlyMap<string, Let>): boolean {
  for (const part of within(expression)) {
    if (part.kind === 'grade' || (part.kind === 'score' && part.path === 'total')) return true;
    const definition = part.kind === 'let' ? lets.get(part.id) : undefined;
    if (definition && readsTotal(definition.value, lets)) return true;
  }
  return false;
}

// The total is varied by itself here, whatever it is made of.
function withoutRules(framework: Framework): Framework {
  const caps = { atLeast: undefined, atMost: undefined, uncapped: true };
  const none = { children: [], vetoes: [], exemptions: [], checks: [] };
  const onGrades = { ceilings: [], gradeDowns: [] };
  const grades = framework.grades.map((grade) => ({ ...grade, condition: undefined }));
  return { ...framework, ...none, ...onGrades, grades, totalCaps: caps, combine: undefined };
}

// Each figure, just below and just above it, and what lies between: as points and as shares of 100.
function totalsToTry(
  range: Range,
  { figures }: Reading,
  { grades, roundings }: Framework,
): Rational[] {
  const step = (roundings.total ?? roundings.indicators)?.step ?? Q.rational(1, 100);
  const bands = grades.map(({ from }) => from);
  const bounds = [range.low, range.high].flatMap((end) => (end ? [end.value] : []));
  const found = new Map<string, Rational>();
  const add = (total: Rational) => {
    if (contains(range, total)) found.set(`${total.n}/${total.d}`, total);
  };
  const marks = [
    ...bands,
    ...figures,
    ...figures.map((figure) => Q.multiply(figure, Q.HUNDRED)),
    ...bounds,
  ];
  for (const mark of marks)
    for (const total of [Q.subtract(mark, step), mark, Q.add(mark, step)]) add(total);
  const sorted = [...found.values()].sort(Q.compare);
  sorted.forEach((total, place) => {
    const next = sorted[place + 1];
    const middle = next && Q.multiply(Q.add(total, next), Q.rational(1, 2));
    if (middle) add(Q.multiply(Q.floor(Q.divide(middle, step)), step));
  });
  return [...found.values()].sort(Q.compare);
}

const MOST_VALUES = 4;
const MOST_CASES = 64;

// The inputs that the output reads beside the total, through a few of their values.
function cases(study: Study, reading: Reading): ReadonlyMap<string, Value>[] {
  let found: ReadonlyMap<string, Value>[] = [new Map()];
  for (const name of reading.inputs) {
    const input = study.inputs.get(name);
    if (!input) continue;
    const values = candidatesFor(input, reading).slice(0, MOST_VALUES);
    found = found
      .flatMap((givens) => values.map((value) => new Map(givens).set(name, value)))
      .slice(0, MOST_CASES);
  }
  return found;
}

function valueAt(
  study: Study,
  givens: ReadonlyMap<string, Value>,
  total: Rational,
  value: Expression,
): Value | undefined {
  const { environment } = study;
  let problems = 0;
  const interpreter = createInterpreter({
    ...environment,
    input: (name) => givens.get(name) ?? environment.input(name),
    score: (of) => {
      if (of === 'total') return { range: point(total), reads: new Set() };
      const reading = environment.score?.(of);
      if (reading === undefined) throw new Error('a study knows every score');
      return reading;
    },
    grade: () => ({ grades: new Set(gradeAt(study.framework, total)), reads: new Set() }),
    onProblem: () => problems++,
  });
  const found = interpreter.value(value);
  return problems === 0 ? found : undefined;
}

// The grade by the bands alone: conditions and ceilings would only lower some of them.
function gradeAt({ grades }: Framework, total: Rational): string[] {
  const grade = grades.find(({ from, exclusive }) => {
    const order = Q.compare(total, from);
    return order > 0 || (order === 0 && !exclusive);
  });
  return grade ? [grade.name] : grades.slice(-1).map(({ name }) => name);
}

function fallAmong(
  totals: readonly Rational[],
  type: Expression['type'],
  valueOf: (total: Rational) => Value | undefined,
): Fall | undefined {
  let before: { readonly total: Rational; readonly value: Value } | undefined;
  for (const total of totals) {
    const value = valueOf(total);
    if (value === undefined) continue;
    if (before && isLess(value, before.value, type))
      return { totals: [before.total, total], values: [before.value, value] };
    before = { total, value };
  }
  return undefined;
}

function isLess(a: Value, b: Value, type: Expression['type']): boolean {
  if (a.kind === 'number' && b.kind === 'number') {
    const [left, right] = [pointOf(a.range), pointOf(b.range)];
    return left !== undefined && right !== undefined && Q.compare(left, right) < 0;
  }
  if (a.kind !== 'enumeration' || b.kind !== 'enumeration' || !isRanking(type)) return false;
  const places = [a, b].map(({ possible }) =>
    possible.size === 1 ? type.values.indexOf([...possible][0] ?? '') : undefined,
  );
  const [left, right] = places;
  return left !== undefined && right !== undefined && left > right;
}

function shown({ inputs }: Study, givens: ReadonlyMap<string, Value>): Given[] {
  return [...givens].flatMap(([name, value]) => {
    const input = inputs.get(name);
    return input?.kind === 'value' ? [{ name, value: showValue(value, input.type) }] : [];
  });
}
