// Who is right about the ten indicators, without a clock: ours and exact programs by hand have no department
// wrong, whatever the seed, and everyone else is wrong about some, so that the departments tell them apart.
import { describe, expect, test } from 'vitest';
import { judge } from '../contender.ts';
import { departmentsOf } from './departments.ts';
import { tenIndicators } from './ten.ts';
import { truthOf } from './truth.ts';

const EXACT = [
  'scaled integers, filter, BigInt near ties',
  'BigInt throughout',
  'decimal.js, cross-multiplied',
  'DuckDB, scaled integers, HUGEINT throughout, by hand',
  'DuckDB, scaled integers, HUGEINT near ties, by hand',
];

const departments = departmentsOf(400, 7);
const truth = departments.map(truthOf);

describe.each(tenIndicators().contenders.map((each) => [each.name, each] as const))(
  '%s',
  (name, contender) => {
    const exact = contender.family === 'ours' || EXACT.includes(name);
    const most = Math.min(400, contender.timed ?? 400);
    test(exact ? 'is right about every department' : 'scores nearly as it should', async () => {
      const running = await contender.prepare(departments.slice(0, most));
      const { of, wrong, undecided } = judge(await running.told(), truth);
      running.close?.();
      expect(of).toBe(most);
      if (exact) expect(wrong).toBe(0);
      expect(undecided).toBe(0);
      if (!exact) expect(wrong).toBeLessThan(of / 4);
    });
  },
);

test('plain doubles are wrong about some', async () => {
  const [plain] = tenIndicators().contenders;
  const running = await plain?.prepare(departments);
  expect(judge((await running?.told()) ?? [], truth).wrong).toBeGreaterThan(5);
});
