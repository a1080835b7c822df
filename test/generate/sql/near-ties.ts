// Departments of Futian 2022 whose figures lie a hair beside a tie, built from the denominators.
import { publishedInputs } from '../rulesets.ts';
import type { Json } from '../random-department.ts';

const COMPLETE = publishedInputs();

/** 分 as 万元. */
export function money(steps: bigint): string {
  const digits = String(steps).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

// The same figures in every run.
function createDice(): (limit: bigint) => bigint {
  let seed = 1n;
  return (limit) => {
    seed = (seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    return (seed >> 11n) % limit;
  };
}

/**
 * Of quarters with one budget B, spent a, b, c and e, twice the score in cents is
 * (1200a + 600b + 400c + 300e) / B: r / B beside an odd number, which is a tie, where the sum is odd·B + r.
 * The last budget may be some times as large, so that they are not alike.
 */
export function nearTies(count: number, most: bigint, times = 1n): Record<string, Json>[] {
  const ties: Record<string, Json>[] = [];
  const next = createDice();
  while (ties.length < count) {
    const budget = (4_398_046_511_003n - next(10n ** 9n)) / times;
    const by = 300n / times;
    const [a, b, c] = [next(budget / 8n), next(budget / 4n), next(budget / 2n)];
    for (let odd = 501n; odd < 1199n; odd += 2n) {
      const left = odd * budget - 1200n * a - 600n * b - 400n * c;
      const e = left / by;
      const r = e * by - left;
      if (e < 0n || e > budget * times || r < -most || r > most) continue;
      ties.push({
        ...COMPLETE,
        季度累计支出: [a, b, c, e].map(money),
        季度预算: [budget, budget, budget, budget * times].map(money),
      });
      break;
    }
  }
  return ties;
}

/** Quarters with four budgets that have nothing in common, exactly on a tie and one 分 beside it. */
export function tiesOfFour(count: number): Record<string, Json>[] {
  const next = createDice();
  return Array.from({ length: count }, (_, at) => {
    // 600/8 + 300/4 + 200/2 + 150 · 202/600 = 300.5 hundredths of a point.
    const budgets = [8n, 4n, 2n, 600n].map((by) => by * (7_329_999_999n - next(10n ** 8n)));
    const [one = 0n, two = 0n, three = 0n, four = 0n] = budgets;
    const quarters = [one / 8n, two / 4n, three / 2n, (four / 600n) * 202n];
    const beside = [0n, 1n, -1n][at % 3] ?? 0n;
    return {
      ...COMPLETE,
      季度累计支出: [...quarters.slice(0, 3), (quarters[3] ?? 0n) + beside].map(money),
      季度预算: budgets.map(money),
    };
  });
}
