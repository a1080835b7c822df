// Whole numbers without limit, for two rows at a time: limbs of 24 bits in doubles, the least first, so that
// products of limbs and their sums are exact. The statements that a plan writes over BigInts become these, with
// as many limbs as the bounds of their parameters ask for.
import type { Code, Statement } from '../plan/code.ts';
import type { Lanes, Scope } from './lanes.ts';
import { truth } from './lanes.ts';

/** A whole number between two bounds, as limbs, none of them larger than `most` and each exact. */
interface Wide {
  readonly limbs: readonly string[];
  readonly most: number;
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
/** Limbs up to here are exact, and so are their sums and products below. */
const MOST_EXACT = 2 ** 53;
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
  const numberOf = (part: Code): Wide | undefined => {
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
      const operand = numberOf(code.of);
      return operand && wideValue(sum(constantWide(0n, sheet), operand, 'sub', sheet));
    }
    case 'not': {
      const operand = of(code.of);
      return operand?.kind === 'truth' ? truth(`(v128.not ${operand.text})`) : undefined;
    }
    case 'arithmetic': {
      const [a, b] = code.sides.map(numberOf);
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
      const [a, b] = code.sides.map(numberOf);
      return a && b && truth(comparison(code.operator, a, b, sheet));
    }
    case 'logic': {
      const [a, b] = code.sides.map(of);
      if (a?.kind !== 'truth' || b?.kind !== 'truth') return undefined;
      return truth(`(v128.${code.operator === '&&' ? 'and' : 'or'} ${a.text} ${b.text})`);
    }
    case 'choose': {
      const [when, then, otherwise] = [
        of(code.when),
        numberOf(code.then),
        numberOf(code.otherwise),
      ];
      if (when?.kind !== 'truth' || !then || !otherwise) return undefined;
      return wideValue(chosen(sheet.keep(when.text), then, otherwise, sheet));
    }
    case 'call': {
      const [given] = code.given;
      if (code.name !== 'BigInt' || given?.kind !== 'name') return undefined;
      const from = sheet.named(given.name);
      if (from?.kind !== 'figure') return undefined;
      const { low, high } = sheet.bounds(given.name);
      return { kind: 'wide', wide: wideOf(from.text, low, high, sheet) };
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
  const most = limbs.length === 0 ? Math.abs(Number(value)) : BASE;
  return { limbs: [...limbs, constant(Number(left))], most, low: value, high: value };
}

// What exceeds a limb goes to the next: then all but the last are from 0 to 2^24 - 1, and that one is below 0
// where the number is. Sums and products by small factors wait with it until a product would be inexact.
function carried(wide: Wide, sheet: WideSheet, least = wide.limbs.length): Wide {
  const { keep, constant } = sheet;
  const { limbs: columns, low, high } = wide;
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
  return { limbs, most: BASE, low, high };
}

/** A double as limbs. */
function wideOf(text: string, low: bigint, high: bigint, sheet: WideSheet): Wide {
  return carried({ limbs: [text], most: MOST_EXACT, low, high }, sheet);
}

function sum(a: Wide, b: Wide, operation: 'add' | 'sub', sheet: WideSheet): Wide {
  // A carry on top of a limb that is this large is still exact.
  if (a.most + b.most > MOST_EXACT / 2)
    return sum(carried(a, sheet), carried(b, sheet), operation, sheet);
  const nothing = sheet.constant(0);
  const limbs = Array.from({ length: Math.max(a.limbs.length, b.limbs.length) }, (_, at) => {
    const [x, y] = [a.limbs[at] ?? nothing, b.limbs[at] ?? nothing];
    if (y === nothing) return x;
    return x === nothing && operation === 'add' ? y : sheet.keep(`(f64x2.${operation} ${x} ${y})`);
  });
  const [least, most] = operation === 'add' ? [b.low, b.high] : [-b.high, -b.low];
  return { limbs, most: a.most + b.most, low: a.low + least, high: a.high + most };
}

function product(a: Wide, b: Wide, sheet: WideSheet): Wide | undefined {
  const most = a.most * b.most * Math.min(a.limbs.length, b.limbs.length);
  if (most > MOST_EXACT / 2) {
    if (a.most <= BASE && b.most <= BASE) return undefined;
    const [x, y] = a.most >= b.most ? [carried(a, sheet), b] : [a, carried(b, sheet)];
    return product(x, y, sheet);
  }
  const nothing = sheet.constant(0);
  const columns: string[] = [];
  for (const [i, x] of a.limbs.entries())
    for (const [j, y] of b.limbs.entries()) {
      if (x === nothing || y === nothing) continue;
      const part =
        x === sheet.constant(1) ? y : y === sheet.constant(1) ? x : `(f64x2.mul ${x} ${y})`;
      const sofar = columns[i + j];
      columns[i + j] = sofar === undefined ? part : `(f64x2.add ${sofar} ${part})`;
    }
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  const low = corners.reduce((least, each) => (each < least ? each : least));
  const high = corners.reduce((highest, each) => (each > highest ? each : highest));
  const limbs = Array.from(columns, (column: string | undefined) => sheet.keep(column ?? nothing));
  return { limbs: limbs.length === 0 ? [nothing] : limbs, most, low, high };
}

function comparison(
  operator: Extract<Code, { kind: 'compare' }>['operator'],
  a: Wide,
  b: Wide,
  sheet: WideSheet,
): string {
  const nothing = sheet.constant(0);
  const isLess = (x: Wide, y: Wide) =>
    `(f64x2.lt ${carried(sum(x, y, 'sub', sheet), sheet).limbs.at(-1) ?? ''} ${nothing})`;
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
      const differ = carried(sum(a, b, 'sub', sheet), sheet)
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
  const nothing = sheet.constant(0);
  const count = Math.max(then.limbs.length, otherwise.limbs.length);
  const limbs = Array.from({ length: count }, (_, at) => {
    const [x, y] = [then.limbs[at] ?? nothing, otherwise.limbs[at] ?? nothing];
    return x === y ? x : sheet.keep(`(v128.bitselect ${x} ${y} ${when})`);
  });
  return { limbs, most: Math.max(then.most, otherwise.most), low, high };
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
  const upper = wideOf(about, 0n, MOST_QUOTIENT, sheet);
  const times = product(b, upper, sheet);
  if (!times) return undefined;
  const isAbove = comparison('<', a, times, sheet);
  const exact = `(f64x2.sub ${about} (v128.and ${constant(1)} ${isAbove}))`;
  return wideOf(exact, 0n, MOST_QUOTIENT, sheet);
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
