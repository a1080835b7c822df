// Whole numbers without limit, for two rows at a time: limbs of 24 bits in doubles, the least first, so that
// products of limbs and their sums are exact. The statements that a plan writes over BigInts become these, with
// as many limbs as the bounds of their parameters ask for.
import type { Code, Statement } from '../plan/code.ts';
import type { Lanes, Scope } from './lanes.ts';
import { truth } from './lanes.ts';

/** A whole number between two bounds. All limbs but the last are from 0 to 2^24 - 1. */
interface Wide {
  readonly limbs: readonly string[];
  readonly low: bigint;
  readonly high: bigint;
}

type Value = { readonly kind: 'wide'; readonly wide: Wide } | Lanes;

/** Where statements go. */
export interface WideSheet extends Scope {
  /** Keeps what is worked out, and gives the text that reads it. */
  readonly keep: (text: string) => string;
  /** The bounds of a figure of the plan. */
  readonly bounds: (name: string) => { readonly low: bigint; readonly high: bigint };
  /** Leaves rows open where a truth does not hold. */
  readonly require: (text: string) => void;
}

const LIMB = 24n;
const BASE = 2 ** 24;
/** Sums of so many products of limbs are exact. */
const MOST_LIMBS = 16;
/** Quotients above are left open. */
const MOST_QUOTIENT = 2n ** 40n;

/** What a list of statements over BigInts gives, as doubles; undefined where it cannot be written so. */
export function wideResult(
  statements: readonly Statement[],
  result: Code,
  sheet: WideSheet,
): string | undefined {
  const values = new Map<string, Value>();
  const of = (code: Code): Value | undefined => valueOf(code, sheet, values, of);
  for (const { name, value } of statements) {
    const found = of(value);
    if (!found) return undefined;
    values.set(name, found.kind === 'wide' ? found : { ...found, text: sheet.keep(found.text) });
  }
  const found = of(result);
  return found?.kind === 'wide' ? approximate(found.wide, sheet) : undefined;
}

function valueOf(
  code: Code,
  sheet: WideSheet,
  values: ReadonlyMap<string, Value>,
  of: (code: Code) => Value | undefined,
): Value | undefined {
  const wideOf = (part: Code): Wide | undefined => {
    const found = of(part);
    return found?.kind === 'wide' ? found.wide : undefined;
  };
  switch (code.kind) {
    case 'number':
      return { kind: 'wide', wide: constantWide(BigInt(code.value), sheet) };
    case 'truth':
      return truth(sheet.constant(code.holds ? 1 : 0));
    case 'name':
      return values.get(code.name) ?? sheet.named(code.name);
    case 'word':
      return undefined;
    case 'negate': {
      const operand = wideOf(code.of);
      return operand && wideValue(sum(constantWide(0n, sheet), operand, 'sub', sheet));
    }
    case 'not': {
      const operand = of(code.of);
      return operand?.kind === 'truth' ? truth(`(v128.not ${operand.text})`) : undefined;
    }
    case 'arithmetic': {
      const [a, b] = code.sides.map(wideOf);
      if (!a || !b) return undefined;
      switch (code.operator) {
        case '+':
          return wideValue(sum(a, b, 'add', sheet));
        case '-':
          return wideValue(sum(a, b, 'sub', sheet));
        case '*':
          return wideValue(product(a, b, sheet));
        case '/':
          return wideValue(quotient(a, b, sheet));
        default:
          return undefined;
      }
    }
    case 'compare': {
      const [a, b] = code.sides.map(wideOf);
      return a && b && truth(comparison(code.operator, a, b, sheet));
    }
    case 'logic': {
      const [a, b] = code.sides.map(of);
      if (a?.kind !== 'truth' || b?.kind !== 'truth') return undefined;
      return truth(`(v128.${code.operator === '&&' ? 'and' : 'or'} ${a.text} ${b.text})`);
    }
    case 'choose': {
      const [when, then, otherwise] = [of(code.when), wideOf(code.then), wideOf(code.otherwise)];
      if (when?.kind !== 'truth' || !then || !otherwise) return undefined;
      return wideValue(chosen(sheet.keep(when.text), then, otherwise, sheet));
    }
    case 'call': {
      const [given] = code.given;
      if (code.name !== 'BigInt' || given?.kind !== 'name') return undefined;
      const from = sheet.named(given.name);
      if (from?.kind !== 'figure') return undefined;
      const { low, high } = sheet.bounds(given.name);
      return { kind: 'wide', wide: carried([from.text], low, high, sheet) };
    }
    default:
      return code satisfies never;
  }
}

function wideValue(wide: Wide | undefined): Value | undefined {
  return wide && { kind: 'wide', wide };
}

function limbsFor(low: bigint, high: bigint): number {
  const size = -low > high ? -low : high;
  return Math.max(1, Math.ceil(size.toString(2).length / Number(LIMB)));
}

function constantWide(value: bigint, { constant }: WideSheet): Wide {
  const limbs: string[] = [];
  let left = value;
  for (let count = limbsFor(value, value); count > 1; count--) {
    limbs.push(constant(Number(BigInt.asUintN(Number(LIMB), left))));
    left >>= LIMB;
  }
  return { limbs: [...limbs, constant(Number(left))], low: value, high: value };
}

// Columns of sums of products as limbs: what exceeds a limb goes to the next.
function carried(
  columns: readonly string[],
  low: bigint,
  high: bigint,
  sheet: WideSheet,
  least = columns.length,
): Wide {
  const { keep, constant } = sheet;
  const count = Math.max(limbsFor(low, high), least);
  const limbs: string[] = [];
  let carry: string | undefined;
  for (let at = 0; at < count; at++) {
    const column = columns[at];
    const sofar =
      column !== undefined && carry !== undefined
        ? `(f64x2.add ${column} ${carry})`
        : (column ?? carry ?? constant(0));
    const whole = keep(sofar);
    if (at === count - 1) limbs.push(whole);
    else {
      carry = keep(`(f64x2.floor (f64x2.mul ${whole} ${constant(1 / BASE)}))`);
      limbs.push(keep(`(f64x2.sub ${whole} (f64x2.mul ${carry} ${constant(BASE)}))`));
    }
  }
  return { limbs, low, high };
}

function sum(a: Wide, b: Wide, operation: 'add' | 'sub', sheet: WideSheet): Wide {
  const nothing = sheet.constant(0);
  const columns = Array.from({ length: Math.max(a.limbs.length, b.limbs.length) }, (_, at) => {
    const [x, y] = [a.limbs[at], b.limbs[at]];
    if (y === undefined) return x ?? nothing;
    return x === undefined && operation === 'add' ? y : `(f64x2.${operation} ${x ?? nothing} ${y})`;
  });
  const [least, most] = operation === 'add' ? [b.low, b.high] : [-b.high, -b.low];
  return carried(columns, a.low + least, a.high + most, sheet);
}

function product(a: Wide, b: Wide, sheet: WideSheet): Wide | undefined {
  if (Math.min(a.limbs.length, b.limbs.length) > MOST_LIMBS) return undefined;
  const nothing = sheet.constant(0);
  const columns: string[] = [];
  for (const [i, x] of a.limbs.entries())
    for (const [j, y] of b.limbs.entries()) {
      if (x === nothing || y === nothing) continue;
      const part = `(f64x2.mul ${x} ${y})`;
      const sofar = columns[i + j];
      columns[i + j] = sofar === undefined ? part : `(f64x2.add ${sofar} ${part})`;
    }
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  const low = corners.reduce((least, each) => (each < least ? each : least));
  const high = corners.reduce((most, each) => (each > most ? each : most));
  return carried(
    Array.from(columns, (column) => column ?? nothing),
    low,
    high,
    sheet,
  );
}

function comparison(
  operator: Extract<Code, { kind: 'compare' }>['operator'],
  a: Wide,
  b: Wide,
  sheet: WideSheet,
): string {
  const nothing = sheet.constant(0);
  const isLess = (x: Wide, y: Wide) =>
    `(f64x2.lt ${sum(x, y, 'sub', sheet).limbs.at(-1) ?? ''} ${nothing})`;
  switch (operator) {
    case '<':
      return isLess(a, b);
    case '>':
      return isLess(b, a);
    case '<=':
      return `(v128.not ${isLess(b, a)})`;
    case '>=':
      return `(v128.not ${isLess(a, b)})`;
    case '===':
    case '!==': {
      const differ = sum(a, b, 'sub', sheet)
        .limbs.map((limb) => `(f64x2.ne ${limb} ${nothing})`)
        .reduce((some, each) => `(v128.or ${some} ${each})`);
      return operator === '!==' ? differ : `(v128.not ${differ})`;
    }
    default:
      return operator satisfies never;
  }
}

function chosen(when: string, then: Wide, otherwise: Wide, sheet: WideSheet): Wide {
  const low = then.low < otherwise.low ? then.low : otherwise.low;
  const high = then.high > otherwise.high ? then.high : otherwise.high;
  const count = Math.max(then.limbs.length, otherwise.limbs.length);
  const [a, b] = [then, otherwise].map(
    ({ limbs }) => carried(limbs, low, high, sheet, count).limbs,
  );
  const limbs = (a ?? []).map((x, at) => {
    const y = b?.[at] ?? x;
    return x === y ? x : sheet.keep(`(v128.bitselect ${x} ${y} ${when})`);
  });
  return { limbs, low, high };
}

// The quotient of doubles, to the nearest whole number, is the quotient or 1 above it, and which of the two
// is asked exactly.
function quotient(a: Wide, b: Wide, sheet: WideSheet): Wide | undefined {
  if (a.low < 0n || b.low <= 0n) return undefined;
  const { keep, constant, require } = sheet;
  const about = keep(
    `(f64x2.nearest (f64x2.div ${approximate(a, sheet)} ${approximate(b, sheet)}))`,
  );
  require(`(f64x2.le ${about} ${constant(Number(MOST_QUOTIENT))})`);
  const upper = carried([about], 0n, MOST_QUOTIENT, sheet);
  const times = product(b, upper, sheet);
  if (!times) return undefined;
  const isAbove = comparison('<', a, times, sheet);
  const exact = `(f64x2.sub ${about} (v128.and ${constant(1)} ${isAbove}))`;
  return carried([exact], 0n, MOST_QUOTIENT, sheet);
}

/** The double nearest to it, or next to that one. */
function approximate({ limbs }: Wide, { keep, constant }: WideSheet): string {
  const [last = constant(0), ...rest] = [...limbs].reverse();
  return keep(
    rest.reduce(
      (sofar, limb) => `(f64x2.add (f64x2.mul ${sofar} ${constant(BASE)}) ${limb})`,
      last,
    ),
  );
}
