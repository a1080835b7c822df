// What JSON Schema can say of an input's limits beside how it is written: bounds of figures given as
// JSON numbers, and the declared default. Figures given as text are beyond a schema; the limits stand
// in the description too, and whoever reads the figure exactly holds it to them.
import type { Input, JudgedInput, ValueInput } from '../../model/framework.ts';
import type { Declared } from '../../input/declared.ts';
import { declaredEntry, declaredField, declaredOf, limitsOf } from '../../input/declared.ts';
import { notationOf } from '../../input/figure-notation.ts';
import type { Json, JsonSchema } from '../../input/json-schema.ts';
import { formatExact, decimalsOf, significantDigits } from '../../number/decimal.ts';
import type { Rational } from '../../number/rational.ts';
import { ONE, ZERO, divide } from '../../number/rational.ts';
import { formatDate } from '../../types/date.ts';
import type { End } from '../../types/range.ts';
import { pointOf } from '../../types/range.ts';
import type { Type } from '../../types/type.ts';
import type { Value } from '../../types/value.ts';

/** The keywords to stand beside an input's schema. */
export function inputLimits(input: Input): JsonSchema {
  return input.kind === 'judged' ? awardLimits(input) : valueLimits(input);
}

function valueLimits(input: ValueInput): JsonSchema {
  const written = input.default && writtenValue(input.default, input.type);
  return {
    ...beside(limitKeywords(declaredOf(input))),
    ...(written !== undefined && { default: written }),
  };
}

function awardLimits({ form, points }: JudgedInput): JsonSchema {
  if (form.kind === 'choice') return {};
  const limits = {
    ...bound('minimum', { value: ZERO, open: false }, ONE),
    ...bound('maximum', { value: points, open: false }, ONE),
  };
  return isEmpty(limits) ? {} : { ...limits, properties: { award: limits } };
}

// The same limits hold where the value stands plain and where it stands with its evidence.
function beside(limits: JsonSchema): JsonSchema {
  if (isEmpty(limits)) return {};
  const own = limits['properties'] as Readonly<Record<string, Json>> | undefined;
  return { ...limits, properties: { ...own, value: limits } };
}

function limitKeywords(declared: Declared): JsonSchema {
  const { type } = declared;
  switch (type.kind) {
    case 'number': {
      const { bare } = notationOf(type.unit);
      if (bare === undefined) return {};
      const { low, high } = limitsOf(declared);
      return {
        ...bound(low?.open ? 'exclusiveMinimum' : 'minimum', low, bare),
        ...bound(high?.open ? 'exclusiveMaximum' : 'maximum', high, bare),
        ...(type.integer && decimalsOf(bare) === 0 && bare.n === 1n && { multipleOf: 1 }),
      };
    }
    case 'list': {
      const items = beside(limitKeywords(declaredEntry(declared, type.of)));
      return isEmpty(items) ? {} : { items };
    }
    case 'record': {
      const fields = [...type.fields].flatMap(([name, field]) => {
        const limits = beside(limitKeywords(declaredField(declared, name, field)));
        // ajv passes over `__proto__` in `properties`; a schema need not say everything.
        return isEmpty(limits) || name === '__proto__' ? [] : [[name, limits] as const];
      });
      return fields.length === 0 ? {} : { properties: Object.fromEntries(fields) };
    }
    case 'boolean':
    case 'enumeration':
    case 'date':
    case 'text':
    case 'target':
    case 'actual':
    case 'error':
      return {};
    default:
      return type satisfies never;
  }
}

// JSON numbers are doubles to most validators: a bound that is none is left to the exact reader.
const MOST_DIGITS = 15;

function bound(keyword: string, end: End | undefined, unit: Rational): JsonSchema {
  if (end === undefined) return {};
  const written = divide(end.value, unit);
  if (decimalsOf(written) === undefined) return {};
  const text = formatExact(written);
  return significantDigits(text) > MOST_DIGITS ? {} : { [keyword]: Number(text) };
}

/** A declared default as a department's file would write it; undefined where it has several parts. */
function writtenValue(value: Value, type: Type): Json | undefined {
  switch (value.kind) {
    case 'number': {
      const known = pointOf(value.range);
      if (known === undefined || type.kind !== 'number') return undefined;
      const { label, scale } = type.unit;
      const written = divide(known, scale);
      if (decimalsOf(written) === undefined) return undefined;
      return formatExact(written) + (label === '%' ? label : '');
    }
    case 'date': {
      const known = pointOf(value.range);
      return known && formatDate(Number(known.n));
    }
    case 'boolean':
      return value.canBeTrue !== value.canBeFalse ? value.canBeTrue : undefined;
    case 'enumeration': {
      const [only, ...others] = value.possible;
      return others.length === 0 ? only : undefined;
    }
    case 'text':
      return value.text;
    case 'target':
      return value.target?.text;
    case 'actual':
      return value.actual?.text;
    case 'list':
    case 'record':
      return undefined;
    default:
      return value satisfies never;
  }
}

function isEmpty(schema: JsonSchema): boolean {
  return Object.keys(schema).length === 0;
}
