// Departments of Futian 2022 whose figures are built from the denominators of its rules: on a tie or one part in
// 10^16 beside it, or larger than doubles multiply exactly. Random figures never are.
import type { Json } from './random-department.ts';
import { publishedInputs } from './rulesets.ts';

/** 分 as the file writes money: 万元. */
function money(steps: bigint): string {
  const digits = String(steps).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/**
 * Departments of Futian 2022 that lie within `most` parts of a rounding tie.
 *
 * Of quarters with one budget B, spent a, b, c and e, twice the score in cents is
 * (1200a + 600b + 400c + 300e) / B: r / B beside an odd number, which is a tie, where the sum is odd·B + r.
 */
export function nearTies(most: bigint): Record<string, Json>[] {
  const complete = publishedInputs();
  const ties: Record<string, Json>[] = [];
  let seed = 1n;
  const next = (limit: bigint) => {
    seed = (seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    return (seed >> 11n) % limit;
  };
  while (ties.length < 300) {
    const budget = 4_398_046_511_003n - next(10n ** 9n);
    const [a, b, c] = [next(budget / 8n), next(budget / 4n), next(budget / 2n)];
    for (let odd = 501n; odd < 1199n; odd += 2n) {
      const left = odd * budget - 1200n * a - 600n * b - 400n * c;
      const e = left / 300n;
      const r = e * 300n - left;
      if (e < 0n || e > budget || r < -most || r > most) continue;
      ties.push({
        ...complete,
        季度累计支出: [a, b, c, e].map(money),
        季度预算: [budget, budget, budget, budget].map(money),
      });
      break;
    }
  }
  return ties;
}

/** 采购: c / p with awards of 1 point, at figures beyond what doubles multiply exactly. */
export function largeRatios(): Record<string, Json>[] {
  const complete = publishedInputs();
  return Array.from({ length: 150 }, (_, at) => {
    const plan = 9_007_199_254_740_000n - 7_919n * BigInt(at);
    const odd = 2n * BigInt(at % 90) + 3n;
    const spent = (odd * plan) / 200n + BigInt(at % 2);
    return { ...complete, 实际采购金额: money(spent), 采购计划金额: money(plan) };
  });
}
