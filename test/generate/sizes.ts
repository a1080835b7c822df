// How much the differential tests do: little in the ordinary tests, ten thousand departments for every
// ruleset where BIAOCHI_DIFFERENTIAL is set, a million at night (BIAOCHI_NIGHTLY). BIAOCHI_SEED chooses
// other rulesets and departments.
import { stderr } from 'node:process';

const isNight = process.env['BIAOCHI_NIGHTLY'] !== undefined;
const isLong = isNight || process.env['BIAOCHI_DIFFERENTIAL'] !== undefined;

/** Every ruleset and department follows from it. */
export const SEED = Number(process.env['BIAOCHI_SEED'] ?? 1);

/** Departments for each ruleset of the repository, and for each random one. */
export const DEPARTMENTS = isNight
  ? { repository: 1_000_000, random: 2_000 }
  : isLong
    ? { repository: 10_000, random: 400 }
    : { repository: 60, random: 60 };

export const RANDOM_RULESETS = isNight ? 4_000 : isLong ? 400 : 40;

/** Says how far a long run is. */
export function progress(words: string): void {
  if (isLong && stderr.isTTY) stderr.write(`\r${words.padEnd(79)}`);
}
