// A piece of work that contenders compete in, measured: who is right about how many departments, and how fast.
import type { Contender, Family, Judged, Told } from './contender.ts';
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

const NOTHING: Judged = { of: 0, wrong: 0, gradeWrong: 0, undecided: 0 };

/** Judges what all contenders of a work say, and lets them take turns. */
export async function compete<Steps>(work: Work<Steps>, extent: Extent): Promise<Standing[]> {
  const departments = work.departmentsOf(extent.departments, extent.seed);
  const truth = departments.map(work.truthOf);
  const judged: Judged[] = [];
  const entries: Entry[] = [];
  for (const contender of work.contenders) {
    const { name, timed: few } = contender;
    const full = await contender.prepare(departments.slice(0, contender.judged));
    judged.push(judge(await full.told(), truth));
    if (few === undefined) entries.push({ name, running: full });
    else {
      full.close?.();
      entries.push({ name, running: await contender.prepare(departments.slice(0, few)) });
    }
  }
  const timings = await timed(entries, extent, work.yardstick);
  for (const { running } of entries) running.close?.();
  return work.contenders.map(({ name, family }, at) => {
    const { ratio = Number.NaN, nanoseconds = Number.NaN, spread = Number.NaN } = timings[at] ?? {};
    const { of, wrong, gradeWrong, undecided } = judged[at] ?? NOTHING;
    return {
      name,
      family,
      ratio,
      spread,
      perSecond: 1e9 / nanoseconds,
      of,
      wrong,
      gradeWrong,
      undecided,
    };
  });
}
