// How much the differential tests do: little in the ordinary tests, ten thousand departments for every
// ruleset where BIAOCHI_DIFFERENTIAL is set, a million at night (BIAOCHI_NIGHTLY).
import { stderr } from 'node:process';

const isNight = process.env['BIAOCHI_NIGHTLY'] !== undefined;
const isLong = isNight || process.env['BIAOCHI_DIFFERENTIAL'] !== undefined;

/** Departments for each ruleset of the repository, for each small one, and for each random one. */
export const DEPARTMENTS = isNight
  ? { repository: 1_000_000, specimen: 20_000, random: 2_000 }
  : isLong
    ? { repository: 10_000, specimen: 2_000, random: 200 }
    : { repository: 12, specimen: 20, random: 25 };

/** How many rulesets are drawn that the checker accepts. */
export const RANDOM_RULESETS = isNight
  ? { arithmetic: 4_000, language: 1_000 }
  : isLong
    ? { arithmetic: 60, language: 40 }
    : { arithmetic: 12, language: 3 };

/** How long one test may take, in milliseconds. */
export const LONGEST = isLong ? 24 * 3_600_000 : 120_000;

/** Says in one line how far a long run is, every now and then. */
export function progress(words: string): void {
  const now = Date.now();
  if (!isLong || now - last < 5_000) return;
  last = now;
  stderr.write(stderr.isTTY ? `\r${words.padEnd(79)}` : `${words}\n`);
}

let last = 0;
