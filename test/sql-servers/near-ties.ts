// Quarters of spending whose score lies next to a rounding tie, nearer than chance or doubles would ever
// come: the execution rate adds up four ratios, and the figures are made from their denominators.
import type { Json } from '../generate/random-department.ts';

/** Twice the cents that the full spending of each quarter's budget earns, at the points of Shenzhen. */
const CENTS = [1200n, 600n, 400n, 300n] as const;
const PRIMES = [999_983n, 999_979n, 999_961n, 999_959n, 999_953n, 999_931n, 999_917n, 999_907n];

type Quarters = Readonly<Record<string, Json>>;

/**
 * Quarters with budgets d of 100 万元 or so without a common factor, and spending n so that twice the score
 * in cents, the sum of c·n / d, is an odd number and one part in the product of all d: for each d, c·n times
 * the product of the others leaves the same remainder as that part.
 */
export function quartersBesideTies(): Quarters[] {
  const found: Quarters[] = [];
  for (const part of [1n, -1n])
    for (let first = 0; first < PRIMES.length; first++)
      for (let step = 1; step <= 2; step++) {
        const budgets = CENTS.map((_, at) => PRIMES[(first + at * step) % PRIMES.length] ?? 1n);
        if (new Set(budgets).size < budgets.length) continue;
        const product = budgets.reduce((all, budget) => all * budget, 1n);
        const spent = budgets.map((budget, at) =>
          modulo(part * inverse((CENTS[at] ?? 1n) * (product / budget), budget), budget),
        );
        const sum = spent.reduce(
          (all, n, at) => all + (CENTS[at] ?? 1n) * n * (product / (budgets[at] ?? 1n)),
          -part,
        );
        const whole = sum / product;
        if (whole % 2n === 1n && whole < 1200n) found.push(quartersOf(spent, budgets));
      }
  return found;
}

/** Quarters with one budget of 440 亿元, exactly on ties and up to 4 parts in twice that budget beside them. */
export function largeQuartersBesideTies(count: number): Quarters[] {
  const found: Quarters[] = [];
  let seed = 1n;
  const next = (limit: bigint) => {
    seed = modulo(seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n, 2n ** 64n);
    return (seed >> 11n) % limit;
  };
  while (found.length < count) {
    const budget = 4_398_046_511_003n - next(10n ** 9n);
    const [a, b, c] = [next(budget / 8n), next(budget / 4n), next(budget / 2n)];
    for (let odd = 501n; odd < 1199n; odd += 2n) {
      const left = odd * budget - 1200n * a - 600n * b - 400n * c;
      const e = left / 300n;
      const beside = e * 300n - left;
      if (e < 0n || e > budget || beside < -4n || beside > 4n) continue;
      found.push(quartersOf([a, b, c, e], [budget, budget, budget, budget]));
      break;
    }
  }
  return found;
}

/** 分 as a department file writes money: 万元. */
function money(cents: bigint): string {
  const digits = String(cents).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

function quartersOf(spent: readonly bigint[], budgets: readonly bigint[]): Quarters {
  return { 季度累计支出: spent.map(money), 季度预算: budgets.map(money) };
}

function modulo(value: bigint, by: bigint): bigint {
  return ((value % by) + by) % by;
}

// By Fermat: `by` is a prime.
function inverse(value: bigint, by: bigint): bigint {
  let [result, power] = [1n, modulo(value, by)];
  for (let left = by - 2n; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * power) % by;
    power = (power * power) % by;
  }
  return result;
}
