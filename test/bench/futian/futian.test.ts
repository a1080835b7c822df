// Who is right about the 21 indicators of Futian 2022, without a clock.
import { describe, expect, test } from 'vitest';
import { judge } from '../contender.ts';
import { departmentsOf } from './departments.ts';
import { futian } from './futian.ts';
import { truthOf } from './truth.ts';

const departments = departmentsOf(200, 11);
const truth = departments.map(truthOf);
const [plain, ...exact] = futian().contenders;

describe.each(exact.map((each) => [each.name, each] as const))('%s', (_, contender) => {
  test('is right about every department', async () => {
    const few = departments.slice(0, contender.timed);
    const running = await contender.prepare(few);
    const none = { of: few.length, wrong: 0, gradeWrong: 0, undecided: 0 };
    expect(judge(await running.told(), truth)).toEqual(none);
  });
});

test('plain doubles are wrong about some, and right about most', async () => {
  const { wrong } = judge((await (await plain?.prepare(departments))?.told()) ?? [], truth);
  expect(wrong).toBeGreaterThan(2);
  expect(wrong).toBeLessThan(50);
});
