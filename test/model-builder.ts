// Small checked models by hand: expressions, inputs and frameworks without any text. Every node gets
// a span of its own, so that a test can say which place a message speaks of.
import { createInterpreter } from '../src/interpret/interpreter.ts';
import type { WorkedOut } from '../src/interpret/environment.ts';
import type {
  CohortView,
  Environment,
  Interpreter,
  Member,
  Problem,
} from '../src/interpret/interpreter.ts';
import { unknownInput } from '../src/interpret/unknown-input.ts';
import type {
  AggregateExpression,
  AggregateFunction,
  ArithmeticOperator,
  CohortExpression,
  ComparisonOperator,
  DecisionExpression,
  Expression,
  RankOrder,
  RankTies,
  TierMatch,
  TiersExpression,
} from '../src/model/expression.ts';
import type {
  Caps,
  Deduction,
  Framework,
  Group,
  Indicator,
  Input,
  Item,
  JudgedForm,
  JudgedInput,
  Let,
  Node,
  Option,
  Rule,
  ValueInput,
} from '../src/model/framework.ts';
import { parseDecimal } from '../src/number/decimal.ts';
import type { Rational } from '../src/number/rational.ts';
import { divide, rational } from '../src/number/rational.ts';
import type { RoundingMode } from '../src/number/rounding.ts';
import type { Span } from '../src/text/span.ts';
import type { Range } from '../src/types/range.ts';
import { between } from '../src/types/range.ts';
import type { Type } from '../src/types/type.ts';
import { BOOLEAN, INTEGER, NUMBER, TEXT } from '../src/types/type.ts';
import type { Value } from '../src/types/value.ts';
import { enumerationValue, numberValue } from '../src/types/value.ts';
import type { BuiltinName } from '../src/builtins/builtins.ts';

let place = 0;

/** A span that no other node has. */
export function nextSpan(): Span {
  place += 10;
  return { file: 'test.chi', start: place, end: place + 5 };
}

/** An exact figure from decimal text (`12.5`), a fraction (`1/3`) or a percentage (`2.5%`). */
export function q(text: string | number): Rational {
  const written = String(text);
  const [above = '', below] = written.replace('%', '').split('/');
  const figure = parseDecimal(above);
  const divisor = below === undefined ? rational(1) : parseDecimal(below);
  if (!figure || !divisor) throw new Error(`${written} is no figure`);
  return divide(divide(figure, divisor), rational(written.endsWith('%') ? 100 : 1));
}

/** `[0, 100]`, `(0, )`, `[1, 5]n` (whole numbers). */
export function r(text: string): Range {
  const match = /^([[(])\s*([^,\s]*)\s*,\s*([^\])\s]*)\s*([\])])(n?)$/.exec(text);
  if (!match) throw new Error(`${text} is no range`);
  const end = (figure: string, open: boolean) =>
    figure === '' ? undefined : { value: q(figure), open };
  const range = between(
    end(match[2] ?? '', match[1] === '('),
    end(match[3] ?? '', match[4] === ')'),
    match[5] === 'n',
  );
  if (!range) throw new Error(`${text} is empty`);
  return range;
}

/** A range as text, in the notation that `r` reads. */
export function showRange(range: Range): string {
  const show = (value: Rational | undefined) =>
    value ? (value.d === 1n ? `${value.n}` : `${value.n}/${value.d}`) : '';
  const low = `${!range.low || range.low.open ? '(' : '['}${show(range.low?.value)}`;
  const high = `${show(range.high?.value)}${!range.high || range.high.open ? ')' : ']'}`;
  return `${low}, ${high}${range.integer ? 'n' : ''}`;
}

type Operand = Expression | string | number;

const made = <E extends object>(type: Type, rest: E) => ({ ...rest, type, span: nextSpan() });

/** A numeric literal; expressions pass through. */
export function num(value: Operand): Expression {
  if (typeof value === 'object') return value;
  const figure = q(value);
  return made(figure.d === 1n ? INTEGER : NUMBER, {
    kind: 'constant',
    value: numberValue(figure),
    text: String(value),
  } as const);
}

export const word = (value: string, values: readonly string[] = [value]): Expression =>
  made({ kind: 'enumeration', values }, {
    kind: 'constant',
    value: enumerationValue(value),
    text: value,
  } as const);
export const textOf = (text: string): Expression =>
  made(TEXT, { kind: 'constant', value: { kind: 'text', text }, text } as const);
export const ref = (name: string, type: Type = NUMBER): Expression =>
  made(type, { kind: 'input', name } as const);
export const optionRef = (name: string, values?: readonly string[]): Expression =>
  made(values ? { kind: 'enumeration', values } : BOOLEAN, { kind: 'option', name } as const);
export const letRef = (name: string, type: Type = NUMBER): Expression =>
  made(type, { kind: 'let', id: name, name } as const);
export const each = (type: Type = NUMBER): Expression => made(type, { kind: 'each' } as const);
export const field = (of: Expression, name: string, type: Type = NUMBER): Expression =>
  made(type, { kind: 'field', of, field: name } as const);
export const entry = (of: Expression, index: number, type: Type = NUMBER): Expression =>
  made(type, { kind: 'entry', of, index } as const);

const arithmetic =
  (operator: ArithmeticOperator) =>
  (left: Operand, right: Operand): Expression =>
    made(NUMBER, { kind: 'arithmetic', operator, left: num(left), right: num(right) } as const);
export const add = arithmetic('+');
export const sub = arithmetic('-');
export const mul = arithmetic('*');
export const div = arithmetic('/');
export const neg = (operand: Operand): Expression =>
  made(NUMBER, { kind: 'negate', operand: num(operand) } as const);

export const compare =
  (operator: ComparisonOperator) =>
  (left: Operand, right: Operand): Expression =>
    made(BOOLEAN, { kind: 'compare', operator, left: num(left), right: num(right) } as const);
export const lt = compare('<');
export const le = compare('<=');
export const gt = compare('>');
export const ge = compare('>=');
export const eq = compare('=');
export const ne = compare('!=');
export const and = (left: Expression, right: Expression): Expression =>
  made(BOOLEAN, { kind: 'logic', operator: 'and', left, right } as const);
export const or = (left: Expression, right: Expression): Expression =>
  made(BOOLEAN, { kind: 'logic', operator: 'or', left, right } as const);
export const not = (operand: Expression): Expression =>
  made(BOOLEAN, { kind: 'not', operand } as const);
export const among = (of: Expression, ...values: Operand[]): Expression =>
  made(BOOLEAN, { kind: 'member', of, among: values.map(num) } as const);
export const call = (builtin: BuiltinName, ...values: Operand[]): Expression =>
  made(NUMBER, { kind: 'call', builtin, arguments: values.map(num) } as const);
export const rounded = (
  operand: Operand,
  step: string | number,
  mode: RoundingMode = 'half-up',
): Expression =>
  made(NUMBER, {
    kind: 'round',
    operand: num(operand),
    rounding: { step: q(step), mode },
  } as const);

const resultType = (name: AggregateFunction): Type =>
  name === 'all' || name === 'any' ? BOOLEAN : name === 'count' ? INTEGER : NUMBER;
export const aggregate = (
  name: AggregateFunction,
  over: Expression,
  of?: Expression,
  where?: Expression,
  more: Pick<AggregateExpression, 'without' | 'at'> = {},
): Expression =>
  made(resultType(name), { kind: 'aggregate', function: name, of, over, where, ...more } as const);
/** `without highest H without lowest L` */
export const without = (
  highest: Operand,
  lowest: Operand,
): Pick<AggregateExpression, 'without'> => ({
  without: { highest: num(highest), lowest: num(lowest) },
});
export const quantileAt = (
  share: string,
  reading: 'interpolated' | 'nearest',
): Pick<AggregateExpression, 'at'> => ({ at: { share: num(share), reading } });

const MEMBERS: Type = {
  kind: 'list',
  of: { kind: 'record', fields: new Map() },
  least: 0,
  most: undefined,
};
export const cohort = (of: 'all' | 'others' = 'all'): CohortExpression =>
  made(MEMBERS, { kind: 'cohort', of } as const);
export const own = (operand: Expression): Expression =>
  made(operand.type, { kind: 'own', operand } as const);
export const rank = (
  of: Expression,
  order: RankOrder,
  ties: RankTies,
  where?: Expression,
): Expression =>
  made(ties === 'average' ? NUMBER : INTEGER, { kind: 'rank', of, where, order, ties } as const);

type Row = readonly [Expression, Operand] | readonly [Expression, Operand, 'afterEarlier'];

export function when(
  rows: readonly Row[],
  otherwise?: Operand,
  type: Type = NUMBER,
): DecisionExpression {
  return made(type, {
    kind: 'decision',
    rows: rows.map(([condition, value, order]) => ({
      condition,
      value: num(value),
      afterEarlier: order !== undefined,
      span: nextSpan(),
    })),
    otherwise: otherwise === undefined ? undefined : num(otherwise),
  } as const);
}

/** `>= 90%`, `>= 75% and < 90%`, `2.5%..10%`; anything else is a list of values. */
function match(text: string): TierMatch {
  const bounds = text.split(' and ').map((part) => /^(<=|>=|<|>|=|!=)\s*(\S+)$/.exec(part.trim()));
  if (bounds.every((bound) => bound !== null))
    return {
      kind: 'bounds',
      bounds: bounds.map((bound) => ({
        operator: bound[1] as ComparisonOperator,
        limit: num(bound[2] ?? ''),
      })),
    };
  const [low, high] = text.split('..');
  if (low !== undefined && high !== undefined)
    return {
      kind: 'bounds',
      bounds: [
        { operator: '>=', limit: num(low) },
        { operator: '<=', limit: num(high) },
      ],
    };
  return { kind: 'values', values: text.split(',').map((value) => word(value.trim())) };
}

export function tiers(
  subject: Expression,
  rows: readonly (readonly [string | TierMatch, Operand])[],
  otherwise?: Operand,
  type: Type = NUMBER,
): TiersExpression {
  return made(type, {
    kind: 'tiers',
    subject,
    rows: rows.map(([how, value]) => ({
      match: typeof how === 'string' ? match(how) : how,
      value: num(value),
      span: nextSpan(),
    })),
    otherwise: otherwise === undefined ? undefined : num(otherwise),
  } as const);
}

// ---- inputs, lets and interpreters

export function input(
  name: string,
  range: string | Range = '(, )',
  type: Type = NUMBER,
): ValueInput {
  return {
    kind: 'value',
    name,
    about: undefined,
    type,
    range: typeof range === 'string' ? r(range) : range,
    fieldRanges: new Map(),
    default: undefined,
    origins: [],
    span: nextSpan(),
  };
}

export function judgedInput(
  name: string,
  points: string | number,
  form: JudgedForm = { kind: 'free' },
): JudgedInput {
  return { kind: 'judged', name, about: undefined, points: q(points), form, span: nextSpan() };
}

export function letOf(name: string, value: Expression): Let {
  return { id: name, name, about: undefined, scope: [], value, origins: [], span: nextSpan() };
}

export function optionOf(
  name: string,
  chosen: string,
  values: readonly string[] = ['yes', 'no'],
): Option {
  const kind = values.includes('yes') ? 'boolean' : 'enumeration';
  return { name, about: undefined, values, kind, chosen, origins: [] };
}

export interface Knowledge {
  readonly inputs?: readonly Input[];
  readonly values?: Readonly<Record<string, Value>>;
  readonly lets?: readonly Let[];
  readonly options?: Readonly<Record<string, Value>>;
  readonly onProblem?: (problem: Problem) => void;
  readonly onRead?: (name: string) => void;
}

/** An interpreter over some inputs, unknown except where `values` says otherwise. */
export function interpreterOver(knowledge: Knowledge): Interpreter {
  return createInterpreter(environmentOver(knowledge));
}

/** What that interpreter looks things up in; departments that are compared have one each. */
export function environmentOver(knowledge: Knowledge): Environment {
  const unknown = new Map(
    (knowledge.inputs ?? []).map((known) => [known.name, unknownInput(known)]),
  );
  const values = new Map(Object.entries(knowledge.values ?? {}));
  const options = new Map(Object.entries(knowledge.options ?? {}));
  const need = (value: Value | undefined, name: string): Value => {
    if (value === undefined) throw new Error(`the test declares no ${name}`);
    return value;
  };
  return {
    input: (name) => need(values.get(name) ?? unknown.get(name), name),
    option: (name) => need(options.get(name), name),
    lets: new Map((knowledge.lets ?? []).map((definition) => [definition.id, definition])),
    ...(knowledge.onProblem && { onProblem: knowledge.onProblem }),
    ...(knowledge.onRead && { onRead: knowledge.onRead }),
  };
}

/** An interpreter for the first of some departments that are compared, and for any further one. */
export function interpreterAmong(
  departments: readonly Knowledge[],
  further?: Knowledge,
): Interpreter {
  const member = (knowledge: Knowledge, name: string): Member => ({
    name,
    environment: { ...environmentOver(knowledge), cohort: () => viewOf(name) },
  });
  const members = departments.map((knowledge, index) => member(knowledge, String(index)));
  const unknown = further && member(further, 'further');
  const workedOut = new Map<Expression, WorkedOut>();
  const viewOf = (name: string): CohortView => {
    const own = members.find((one) => one.name === name) ?? unknown;
    if (own === undefined) throw new Error(`there is no department ${name}`);
    const others = members.filter((one) => one !== own);
    return { own, others, further: unknown, workedOut };
  };
  return createInterpreter(viewOf('0').own.environment);
}

// ---- frameworks

const NO_CAPS: Caps = { atLeast: undefined, atMost: undefined, uncapped: false };

export const formula = (value: Operand): Rule => ({
  kind: 'formula',
  value: num(value),
  span: nextSpan(),
});
export const deduct = (...deductions: readonly Deduction[]): Rule => ({
  kind: 'deduct',
  deductions,
  span: nextSpan(),
});

const nodeBase = {
  applies: undefined,
  about: undefined,
  source: undefined,
  rounding: undefined,
  vetoes: [],
  exemptions: [],
  notMonotone: undefined,
  origins: [],
};

export function item(
  name: string,
  points: string | number,
  rule: Rule,
  more: Partial<Item> = {},
): Item {
  return {
    ...nodeBase,
    name,
    path: [name],
    implicit: false,
    points: q(points),
    rule,
    caps: NO_CAPS,
    span: nextSpan(),
    nameSpan: nextSpan(),
    ...more,
  };
}

/** An indicator from its items, or from one rule that stands directly in it. */
export function indicator(
  name: string,
  points: string | number,
  parts: readonly Item[] | Rule,
  more: Partial<Indicator> = {},
): Indicator {
  const items = 'kind' in parts ? [item(name, points, parts, { implicit: true })] : parts;
  return {
    ...nodeBase,
    kind: 'indicator',
    name,
    path: [name],
    points: q(points),
    caps: NO_CAPS,
    notApplicable: undefined,
    combine: undefined,
    span: nextSpan(),
    nameSpan: nextSpan(),
    items,
    ...more,
  };
}

export function group(
  name: string,
  points: string | number,
  children: readonly Node[],
  more: Partial<Group> = {},
): Group {
  return {
    ...nodeBase,
    kind: 'group',
    standing: 'counted',
    pool: undefined,
    name,
    path: [name],
    points: q(points),
    caps: NO_CAPS,
    notApplicable: undefined,
    combine: undefined,
    span: nextSpan(),
    nameSpan: nextSpan(),
    children,
    ...more,
  };
}

export function framework(children: readonly Node[], more: Partial<Framework> = {}): Framework {
  const points = children.reduce((sum, child) => {
    const counts = child.kind === 'indicator' || child.standing === 'counted';
    return counts
      ? { n: sum.n * child.points.d + child.points.n * sum.d, d: sum.d * child.points.d }
      : sum;
  }, q(0));
  return {
    name: 'test',
    nameSpan: nextSpan(),
    period: '',
    about: undefined,
    source: undefined,
    scored: true,
    total: rational(points.n, points.d),
    totalCaps: NO_CAPS,
    roundings: { items: undefined, indicators: undefined, groups: undefined, total: undefined },
    grades: [],
    options: [],
    inputs: [],
    lets: new Map(),
    children,
    combine: undefined,
    vetoes: [],
    exemptions: [],
    ceilings: [],
    gradeDowns: [],
    notMonotone: undefined,
    outputs: [],
    checks: [],
    examples: [],
    openTerms: [],
    files: ['test.chi'],
    hash: '',
    ...more,
  };
}

function showExtra({ without: cut, at }: AggregateExpression): string {
  const parts = [
    cut?.highest && `without highest ${showExpression(cut.highest)}`,
    cut?.lowest && `without lowest ${showExpression(cut.lowest)}`,
    at && `at ${showExpression(at.share)} ${at.reading}`,
  ];
  return parts.map((part) => (part ? ` ${part}` : '')).join('');
}

/** An expression as text, for reading what a random test found. */
export function showExpression(expression: Expression): string {
  const show = showExpression;
  switch (expression.kind) {
    case 'constant':
      return expression.text;
    case 'input':
    case 'option':
    case 'let':
      return expression.name;
    case 'each':
      return 'each';
    case 'score':
      return expression.path === 'total' ? 'total' : `score(${expression.path.join('/')})`;
    case 'grade':
      return 'grade';
    case 'parts':
      return `${expression.of} of ${expression.path.join('/')}`;
    case 'field':
      return `${show(expression.of)}.${expression.field}`;
    case 'entry':
      return `${show(expression.of)}[${expression.index}]`;
    case 'negate':
      return `-(${show(expression.operand)})`;
    case 'not':
      return `not(${show(expression.operand)})`;
    case 'arithmetic':
    case 'compare':
    case 'logic':
      return `(${show(expression.left)} ${expression.operator} ${show(expression.right)})`;
    case 'member':
      return `(${show(expression.of)} in ${expression.among.map(show).join()})`;
    case 'call':
      return `${expression.builtin}(${expression.arguments.map(show).join(', ')})`;
    case 'cohort':
      return expression.of === 'all' ? 'cohort' : 'others';
    case 'own':
      return `own(${show(expression.operand)})`;
    case 'rank':
      return `rank(${show(expression.of)}${expression.where ? ` where ${show(expression.where)}` : ''}, ${expression.order} ${expression.ties})`;
    case 'aggregate':
      return `${expression.function}(${expression.of ? show(expression.of) : ''} over ${show(expression.over)}${expression.where ? ` where ${show(expression.where)}` : ''}${showExtra(expression)})`;
    case 'standing':
      return 'standing';
    case 'round':
      return `round(${show(expression.operand)}, ${expression.rounding.mode} ${expression.rounding.step.n}/${expression.rounding.step.d})`;
    case 'list':
      return `[${expression.entries.map(show).join()}]`;
    case 'record':
      return `{${[...expression.fields].map(([name, value]) => `${name} = ${show(value)}`).join()}}`;
    case 'decision':
      return `{${expression.rows.map((row) => `when ${show(row.condition)}: ${show(row.value)}`).join('; ')}; otherwise: ${expression.otherwise ? show(expression.otherwise) : '-'}}`;
    case 'tiers':
      return `tiers(${show(expression.subject)}){${expression.rows.map((row) => `${row.match.kind === 'values' ? row.match.values.map(show).join() : row.match.bounds.map((b) => b.operator + show(b.limit)).join('&')}: ${show(row.value)}`).join('; ')}; otherwise: ${expression.otherwise ? show(expression.otherwise) : '-'}}`;
    default:
      return expression satisfies never;
  }
}
