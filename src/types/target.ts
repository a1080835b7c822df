// The goal-table notation: what a department promised (`≥95%`, `8家`, `2023年12月31日前`, `有效`)
// and what it achieved. Only what is written is read; words stay words.
import type { Rational } from '../number/rational.ts';
import { divide, rational } from '../number/rational.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { DayNumber } from './date.ts';
import { parseDate } from './date.ts';

/** How an amount is aimed at: `≥` and plain figures are reached from below, `≤` from above. */
type TargetSense = 'at-least' | 'above' | 'at-most' | 'below';

export type Target =
  | {
      readonly kind: 'amount';
      readonly sense: TargetSense;
      readonly amount: Rational;
      readonly unit: string;
      readonly text: string;
    }
  | { readonly kind: 'date'; readonly by: DayNumber; readonly text: string }
  | { readonly kind: 'words'; readonly text: string };

export type Actual =
  | {
      readonly kind: 'amount';
      readonly amount: Rational;
      readonly unit: string;
      readonly text: string;
    }
  | { readonly kind: 'date'; readonly on: DayNumber; readonly text: string }
  | { readonly kind: 'words'; readonly text: string };

const SENSES: readonly (readonly [RegExp, TargetSense])[] = [
  [/^(?:≥|>=|＞=|不少于|不低于|至少)/, 'at-least'],
  [/^(?:≤|<=|＜=|不超过|不多于|不高于|至多)/, 'at-most'],
  [/^(?:>|＞|超过|高于)/, 'above'],
  [/^(?:<|＜|低于|少于)/, 'below'],
];

/** Reads a promised value. Anything that is not an amount or a date is kept as words. */
export function parseTarget(written: string): Target {
  const text = written.trim();
  const deadline = parseDate(text.replace(/\s*(?:之?前|以前|底前|为止)$/, ''));
  if (deadline !== undefined) return { kind: 'date', by: deadline, text };
  const [mark, sense] = SENSES.find(([pattern]) => pattern.test(text)) ?? [
    undefined,
    'at-least' as const,
  ];
  const amount = parseAmount(mark ? text.replace(mark, '') : text);
  return amount ? { kind: 'amount', sense, ...amount, text } : { kind: 'words', text };
}

/** Reads an achieved value in the same notation. */
export function parseActual(written: string): Actual {
  const text = written.trim();
  const day = parseDate(text);
  if (day !== undefined) return { kind: 'date', on: day, text };
  const amount = parseAmount(text);
  return amount ? { kind: 'amount', ...amount, text } : { kind: 'words', text };
}

function parseAmount(text: string): { amount: Rational; unit: string } | undefined {
  const match = /^\s*([+-]?\d+(?:\.\d+)?)\s*(%|％|‰)?\s*(\p{Letter}{0,6})$/u.exec(text);
  const figure = match?.[1] === undefined ? undefined : parseDecimal(match[1]);
  if (!match || !figure) return undefined;
  const unit = match[3] ?? '';
  if (match[2] === undefined) return { amount: figure, unit };
  // `100%优化` says more than an amount; only a bare percentage is one.
  if (unit !== '') return undefined;
  return { amount: divide(figure, rational(match[2] === '‰' ? 1000 : 100)), unit: '%' };
}

/**
 * True or false where the two can be compared: like units, a date against a date, the same words.
 * Undefined where only a person can say (`明显优化` against `100%优化`).
 */
export function isMet(target: Target, actual: Actual): boolean | undefined {
  if (target.kind === 'amount' && actual.kind === 'amount') {
    if (!unitsAgree(target.unit, actual.unit)) return undefined;
    const difference = actual.amount.n * target.amount.d - target.amount.n * actual.amount.d;
    switch (target.sense) {
      case 'at-least':
        return difference >= 0n;
      case 'above':
        return difference > 0n;
      case 'at-most':
        return difference <= 0n;
      case 'below':
        return difference < 0n;
      default:
        return target.sense satisfies never;
    }
  }
  if (target.kind === 'date' && actual.kind === 'date') return actual.on <= target.by;
  return target.text === actual.text ? true : undefined;
}

// A figure may leave its unit to the other one (`8家` against `8`), but not the percent sign: 96
// against 95 % may mean 96 % or ninety-six times the whole.
function unitsAgree(target: string, actual: string): boolean {
  if (target === actual) return true;
  return target !== '%' && actual !== '%' && (target === '' || actual === '');
}

/**
 * The degree of achievement as a ratio: 1 when met; otherwise actual / target for amounts reached
 * from below and target / actual for amounts reached from above; 0 for a missed date. `capped`
 * stops at 1; uncapped lets an amount reached from below exceed it. Never below 0: an amount that
 * went the other way achieved nothing. Undefined where `isMet` is.
 */
export function achievementOf(
  target: Target,
  actual: Actual,
  capped: boolean,
): Rational | undefined {
  const met = isMet(target, actual);
  if (met === undefined) return undefined;
  const whole = rational(met ? 1 : 0);
  if (target.kind !== 'amount' || actual.kind !== 'amount') return whole;
  const fromBelow = target.sense === 'at-least' || target.sense === 'above';
  if (!fromBelow) {
    if (met || actual.amount.n <= 0n || target.amount.n < 0n) return whole;
    return divide(target.amount, actual.amount);
  }
  if (target.amount.n <= 0n || (met && capped)) return whole;
  if (actual.amount.n <= 0n) return rational(0);
  return divide(actual.amount, target.amount);
}
