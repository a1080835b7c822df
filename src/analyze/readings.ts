// Every reading of a ruleset's options that matters to one score, with the score it gives.
import type { Option } from '../model/framework.ts';
import type { Reading } from './audit-result.ts';
import type { Target } from './published.ts';
import { agreement } from './published.ts';
import type { Rescore, Subject } from './subject.ts';

const MOST_READINGS = 4096;

export interface Readings {
  /** The chosen one first. */
  readonly readings: readonly Reading[];
  /** True where there were more than could be tried. */
  readonly cut: boolean;
}

/** Tries the combinations of the options that the subject reads; none where it reads no option. */
export function readingsOf(subject: Subject, scored: Rescore, target: Target): Readings {
  const options = subject.framework.options.filter(({ name }) => subject.options.includes(name));
  if (options.length === 0) return { readings: [], cut: false };
  const all = options.reduce((count, { values }) => count * values.length, 1);
  const readings = combinations(options, MOST_READINGS).map((choices): Reading => {
    const { score } = scored({ options: choices });
    const agrees = agreement(score, target);
    return {
      choices,
      score,
      chosen: options.every(({ name, chosen }) => choices.get(name) === chosen),
      reproduces: agrees === 'all' ? 'certain' : agrees === 'some' ? 'possible' : 'no',
    };
  });
  return { readings, cut: all > readings.length };
}

// The chosen values come first, so that what is cut off is what differs most.
function combinations(options: readonly Option[], most: number): Map<string, string>[] {
  let choices: Map<string, string>[] = [new Map<string, string>()];
  for (const { name, values, chosen } of options) {
    const ordered = [chosen, ...values.filter((value) => value !== chosen)];
    choices = ordered
      .flatMap((value) => choices.map((rest) => new Map(rest).set(name, value)))
      .slice(0, most);
  }
  return choices;
}

/** How many options a reading sets otherwise than the ruleset. */
export function changesIn(reading: Reading, subject: Subject): number {
  return changedChoices(reading, subject).size;
}

/** The options that a reading sets otherwise than the ruleset. */
export function changedChoices(
  { choices }: Reading,
  { framework }: Subject,
): ReadonlyMap<string, string> {
  const chosen = new Map(framework.options.map((option) => [option.name, option.chosen]));
  return new Map([...choices].filter(([name, value]) => chosen.get(name) !== value));
}
