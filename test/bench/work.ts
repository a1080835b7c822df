// A piece of work that contenders compete in, measured: who is right about how many departments, and how fast.
import type { Contender, Family, Judged, Running, Told } from './contender.ts';
import { judge } from './contender.ts';
import type { Entry, Turns } from './rounds.ts';
import { timed } from './rounds.ts';

export interface Work<Steps> {
  readonly name: string;
  /** The contender whose speed is 1.00. */
  readonly yardstick: string;
  readonly departmentsOf: (count: number, seed: number) => readonly Steps[];
  readonly truthOf: (steps: Steps) => Told;
  readonly contenders: readonly Contender<Steps>[];
}

export interface Extent extends Turns {
  readonly departments: number;
  readonly seed: number;
}

export interface Standing extends Judged {
  readonly name: string;
  readonly family: Family;
  readonly ratio: number;
  readonly spread: number;
  readonly perSecond: number;
}

/** Lets all contenders of a work take turns, and judges what they say. */
export async function compete<Steps>(
  work: Work<Steps>,
  { departments: count, seed, ...turns }: Extent,
): Promise<Standing[]> {
  const departments = work.departmentsOf(count, seed);
  const truth = departments.map(work.truthOf);
  const judged: Judged[] = [];
  const entries: Entry[] = [];
  const open: Running[] = [];
  for (const { name, most, prepare } of work.contenders) {
    const given = departments.slice(0, most ?? count);
    const running = await prepare(given);
    open.push(running);
    judged.push(judge(await running.told(), truth));
    entries.push({ name, departments: given.length, running });
  }
  const timings = await timed(entries, turns, work.yardstick);
  for (const { close } of open) close?.();
  return work.contenders.map(({ name, family }, at) => {
    const { ratio = Number.NaN, nanoseconds = Number.NaN, spread = Number.NaN } = timings[at] ?? {};
    const { of, wrong, gradeWrong } = judged[at] ?? { of: 0, wrong: 0, gradeWrong: 0 };
    return { name, family, ratio, spread, perSecond: 1e9 / nanoseconds, of, wrong, gradeWrong };
  });
}
