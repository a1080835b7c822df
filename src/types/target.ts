// The goal-table notation: what a department promised (`≥95%`, `8家`, `2023年12月31日前`, `有效`)
// and what it achieved. Only what is written is read; words stay words.
import type { Rational } from '../number/rational.ts';
import { compare, divide, minimum, multiply, rational } from '../number/rational.ts';
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
 * True or false where the two can be compared: units that convert, a date against a date, the same
 * words. Undefined where only a person can say (`明显优化` against `100%优化`).
 */
export function isMet(target: Target, actual: Actual): boolean | undefined {
  if (target.kind === 'amount' && actual.kind === 'amount') {
    const figures = inOneUnit(target, actual);
    if (figures === undefined) return undefined;
    const difference = compare(figures.actual, figures.target);
    switch (target.sense) {
      case 'at-least':
        return difference >= 0;
      case 'above':
        return difference > 0;
      case 'at-most':
        return difference <= 0;
      case 'below':
        return difference < 0;
      default:
        return target.sense satisfies never;
    }
  }
  if (target.kind === 'date' && actual.kind === 'date') return actual.on <= target.by;
  return target.text === actual.text ? true : undefined;
}

interface Amount {
  readonly amount: Rational;
  readonly unit: string;
}

/** Words before a unit that say how many of it: 万元 is 10 000 元, 万人 is 10 000 人. */
const MULTIPLES: readonly (readonly [string, bigint])[] = [
  ['万亿', 1_000_000_000_000n],
  ['千万', 10_000_000n],
  ['百万', 1_000_000n],
  ['亿', 100_000_000n],
  ['万', 10_000n],
  ['千', 1000n],
  ['百', 100n],
];

/**
 * Both amounts in one unit. A figure may leave its unit to the other one (`8家` against `8`); 万元
 * converts to 元, and a plain figure from 0 to 1 is a ratio beside a percentage: 0.96 is 96 %. What is
 * above that may mean 96 % or ninety-six times the whole, so nothing is said of it.
 */
function inOneUnit(
  target: Amount,
  actual: Amount,
): { readonly target: Rational; readonly actual: Rational } | undefined {
  const amounts = { target: target.amount, actual: actual.amount };
  if (target.unit === actual.unit) return amounts;
  if (target.unit === '%') return isRatio(actual) ? amounts : undefined;
  if (actual.unit === '%') return isRatio(target) ? amounts : undefined;
  if (target.unit === '' || actual.unit === '') return amounts;
  const [from, to] = [multipleOf(target.unit), multipleOf(actual.unit)];
  if (from.unit !== to.unit && from.unit !== '' && to.unit !== '') return undefined;
  return {
    target: multiply(target.amount, rational(from.times)),
    actual: multiply(actual.amount, rational(to.times)),
  };
}

function isRatio({ amount, unit }: Amount): boolean {
  return unit === '' && amount.n >= 0n && compare(amount, rational(1)) <= 0;
}

function multipleOf(unit: string): { readonly times: bigint; readonly unit: string } {
  const found = MULTIPLES.find(([word]) => unit.startsWith(word));
  return found ? { times: found[1], unit: unit.slice(found[0].length) } : { times: 1n, unit };
}

/**
 * The degree of achievement as a ratio: 1 when met; otherwise actual / target for amounts reached
 * from below and target / actual for amounts reached from above; 0 for a missed date. `most` is where
 * it stops; without one, an amount reached from below may exceed 1 as far as it does. Never below 0:
 * an amount that went the other way achieved nothing. A target of 0 is met or not, so that 0 / 0
 * counts as 1 and nothing is divided by 0. Undefined where `isMet` is.
 */
export function achievementOf(
  target: Target,
  actual: Actual,
  most: Rational | undefined,
): Rational | undefined {
  const met = isMet(target, actual);
  if (met === undefined) return undefined;
  const whole = rational(met ? 1 : 0);
  if (target.kind !== 'amount' || actual.kind !== 'amount') return whole;
  const figures = inOneUnit(target, actual);
  if (figures === undefined) return whole;
  const fromBelow = target.sense === 'at-least' || target.sense === 'above';
  if (!fromBelow) {
    if (met || figures.actual.n <= 0n || figures.target.n < 0n) return whole;
    return divide(figures.target, figures.actual);
  }
  if (figures.target.n <= 0n) return whole;
  if (figures.actual.n <= 0n) return rational(0);
  const ratio = divide(figures.actual, figures.target);
  return most === undefined ? ratio : minimum(ratio, most);
}

/** Why nothing can be said of a target and an actual value; undefined where something can. */
export function whyUndecided(
  target: Target,
  actual: Actual,
): 'units' | 'words' | 'kinds' | undefined {
  if (isMet(target, actual) !== undefined) return undefined;
  if (target.kind === 'words' || actual.kind === 'words') return 'words';
  return target.kind === 'amount' && actual.kind === 'amount' ? 'units' : 'kinds';
}
