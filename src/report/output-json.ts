// Outputs for programs: a figure as text in its unit, a word, a date or a text as itself, yes-or-no as
// a truth value. What is open is its two ends, the list of the words that remain, or null.
import type { Language } from '../diagnostics/diagnose.ts';
import type { OutputResult } from '../model/sheet.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { divide } from '../number/rational.ts';
import { formatDate } from '../types/date.ts';
import { nearFigure } from '../types/enclosure.ts';
import { pointOf } from '../types/range.ts';
import type { Range } from '../types/range.ts';
import { PLAIN } from '../types/unit.ts';
import type { Value } from '../types/value.ts';
import { shownUnit } from './ratio.ts';
import type { Scored } from './scored.ts';
import { decimalDigits } from './score-json.ts';
import { judgedInputs } from './scored.ts';
import { stepTexts } from './step.ts';
import { inOrder } from './working.ts';

/** A value, or what remains possible of it. */
export type ValueJson =
  | string
  | boolean
  | null
  | readonly string[]
  | { readonly irrational: true; readonly approximately: string }
  | { readonly low: string | null; readonly high: string | null };

export interface OutputJson {
  readonly name: string;
  readonly value: ValueJson;
  /** The unit of a figure: `%`, `万元`, or an empty text; null for what is no figure. */
  readonly unit: string | null;
  /** How it came about, in the report's language. */
  readonly steps: readonly string[];
}

/** One output of one department. */
export function outputJson(
  { output, value, steps }: OutputResult,
  { framework }: Scored,
  language: Language,
): OutputJson {
  const unit = shownUnit(output.value, framework.lets);
  const wording = { language, lets: framework.lets };
  return {
    name: output.name,
    value: valueJson(inOrder(value, output.value.type), unit?.scale ?? PLAIN.scale),
    unit: unit?.label ?? null,
    steps: stepTexts(steps, undefined, wording, judgedInputs(framework)),
  };
}

/** A single value; figures are counted in `scale`. */
export function valueJson(value: Value, scale: Rational): ValueJson {
  switch (value.kind) {
    case 'number':
      return figureJson(value.range, scale);
    case 'date':
      return endsJson(value.range, (day) => formatDate(Number(day.n)));
    case 'boolean':
      return value.canBeTrue === value.canBeFalse ? null : value.canBeTrue;
    case 'enumeration': {
      const [only, ...others] = value.possible;
      return only !== undefined && others.length === 0 ? only : [...value.possible];
    }
    case 'text':
      return value.text ?? null;
    case 'target':
      return value.target?.text ?? null;
    case 'actual':
      return value.actual?.text ?? null;
    case 'list':
    case 'record':
      throw new Error('an output is a single value');
    default:
      return value satisfies never;
  }
}

function figureJson(range: Range, scale: Rational): ValueJson {
  const near = range.irrational && nearFigure(range);
  if (near) return { irrational: true, approximately: decimalDigits(divide(near, scale)) };
  return endsJson(range, (figure) => formatExact(divide(figure, scale)));
}

function endsJson(range: Range, write: (figure: Rational) => string): ValueJson {
  const known = pointOf(range);
  if (known) return write(known);
  const { low, high } = range;
  return { low: low ? write(low.value) : null, high: high ? write(high.value) : null };
}
