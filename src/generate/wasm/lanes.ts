// Expressions of a plan as WebAssembly text over two rows at a time: figures are two doubles (f64x2), truths
// two masks of all bits. Nothing branches: of two rows of a rule both are worked out, and one is selected.
import type { Code } from '../plan/code.ts';

/** Two rows of a figure, or of a truth. */
export interface Lanes {
  readonly kind: 'figure' | 'truth';
  readonly text: string;
}

/** What names mean, and where constants are kept. */
export interface Scope {
  readonly named: (name: string) => Lanes | undefined;
  /** The place of a word among those that a name may be. */
  readonly place: (name: string, word: string) => number | undefined;
  /** A constant in both rows. */
  readonly constant: (value: number) => string;
  /** Works something out once; gives how to read it. */
  readonly keep: (text: string) => string;
}

const ARITHMETIC = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div' } as const;
const COMPARISON = {
  '===': 'eq',
  '!==': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
} as const;

export function figure(text: string): Lanes {
  return { kind: 'figure', text };
}

export function truth(text: string): Lanes {
  return { kind: 'truth', text };
}

/** An expression over two rows; undefined where it takes more than doubles. */
export function lanesOf(code: Code, scope: Scope): Lanes | undefined {
  const of = (part: Code) => lanesOf(part, scope);
  switch (code.kind) {
    case 'number':
      return figure(scope.constant(Number(code.value)));
    case 'truth':
      return truth(code.holds ? '(i8x16.splat (i32.const -1))' : scope.constant(0));
    case 'word':
      return undefined;
    case 'name':
      return scope.named(code.name);
    case 'negate': {
      const operand = of(code.of);
      return operand && figure(`(f64x2.neg ${operand.text})`);
    }
    case 'not': {
      const operand = of(code.of);
      return operand && truth(`(v128.not ${operand.text})`);
    }
    case 'arithmetic':
      return arithmetic(code, scope);
    case 'compare':
      return comparison(code, scope);
    case 'logic': {
      const [a, b] = code.sides.map(of);
      return a && b && truth(`(v128.${code.operator === '&&' ? 'and' : 'or'} ${a.text} ${b.text})`);
    }
    case 'choose': {
      const [when, then, otherwise] = [of(code.when), of(code.then), of(code.otherwise)];
      if (!when || !then || !otherwise) return undefined;
      const nothing = scope.constant(0);
      const text =
        otherwise.text === nothing
          ? `(v128.and ${then.text} ${when.text})`
          : then.text === nothing
            ? `(v128.andnot ${otherwise.text} ${when.text})`
            : `(v128.bitselect ${then.text} ${otherwise.text} ${when.text})`;
      return { kind: then.kind, text };
    }
    case 'call':
      return callLanes(code, scope);
    default:
      return code satisfies never;
  }
}

/** Assemblers read what stands in parentheses by recursion. */
const DEEPEST = 50;

// From the left, as it is worked out: a total may be a sum of a thousand scores.
function arithmetic(code: Extract<Code, { kind: 'arithmetic' }>, scope: Scope): Lanes | undefined {
  const rest: (typeof code)[] = [];
  let first: Code = code;
  for (; first.kind === 'arithmetic'; first = first.sides[0]) rest.unshift(first);
  let sofar = lanesOf(first, scope);
  for (const [at, { operator, sides }] of rest.entries()) {
    const right = lanesOf(sides[1], scope);
    if (!sofar || !right) return undefined;
    const text = `(f64x2.${ARITHMETIC[operator]} ${sofar.text} ${right.text})`;
    sofar = figure(at % DEEPEST === DEEPEST - 1 ? scope.keep(text) : text);
  }
  return sofar;
}

function comparison(
  { operator, sides }: Extract<Code, { kind: 'compare' }>,
  scope: Scope,
): Lanes | undefined {
  const [left, right] = sides;
  const compared = (a: string, b: string) => truth(`(f64x2.${COMPARISON[operator]} ${a} ${b})`);
  if (left.kind === 'name' && right.kind === 'word') {
    const [a, place] = [scope.named(left.name), scope.place(left.name, right.word)];
    return a && place !== undefined ? compared(a.text, scope.constant(place)) : undefined;
  }
  const [a, b] = sides.map((side) => lanesOf(side, scope));
  if (!b || a?.kind !== b.kind) return undefined;
  if (a.kind === 'figure') return compared(a.text, b.text);
  const differ = `(v128.xor ${a.text} ${b.text})`;
  return truth(operator === '!==' ? differ : `(v128.not ${differ})`);
}

// No figure is NaN in a row that counts, so the smaller of two is the plain selection.
function callLanes(
  { name, given }: Extract<Code, { kind: 'call' }>,
  scope: Scope,
): Lanes | undefined {
  const parts = given.map((each) => lanesOf(each, scope)?.text);
  const [a, b] = parts;
  if (a === undefined || parts.includes(undefined)) return undefined;
  switch (name) {
    case 'Math.floor':
      return figure(`(f64x2.floor ${a})`);
    case 'Math.abs':
      return figure(`(f64x2.abs ${a})`);
    case 'Math.round':
      return figure(`(f64x2.nearest ${a})`);
    case 'Math.min':
    case 'Math.max': {
      const select = name === 'Math.min' ? 'pmin' : 'pmax';
      return figure(
        parts
          .slice(1)
          .reduce<string>((sofar, next) => `(f64x2.${select} ${sofar} ${next ?? ''})`, a),
      );
    }
    case 'quotientSteps': {
      // What lies between two steps is NaN. A quotient that only rounding made whole is impossible: times
      // its divisor it would be less than 1 from the dividend, and both are whole.
      if (b === undefined) return undefined;
      const quotient = `(f64x2.div ${a} ${b})`;
      const isWhole = `(f64x2.eq (f64x2.floor ${quotient}) ${quotient})`;
      return figure(`(v128.bitselect ${quotient} ${scope.constant(Number.NaN)} ${isWhole})`);
    }
    default:
      return undefined;
  }
}
