// The rulesets and departments that come with the page, and the order in which a newcomer reads them.
import { examplesFrom, rulesetsFrom } from '../../files/examples.ts';
import type { Example } from '../../files/examples.ts';
import { SHIPPED } from '../../files/shipped.ts';
import type { DepartmentFile } from '../../protocol.ts';

/** Every shipped ruleset by its path, such as `futian/2022.chi`. */
export const shipped: ReadonlyMap<string, string> = new Map(Object.entries(rulesetsFrom(SHIPPED)));

const all = examplesFrom(SHIPPED);
const byPath = new Map(all.map((example) => [example.open, example]));

/** Rulesets that are in use. */
export const OFFICIAL: readonly Example[] = all.filter(({ level }) => level === 'real');

/** The others from easy to hard. */
export const EXAMPLES: readonly Example[] = all.filter(({ level }) => level !== 'real');

export const FIRST_FILE = 'futian/2022.chi';

/** What is said of a shipped ruleset. */
export function exampleAt(path: string): Example | undefined {
  return byPath.get(path);
}

/** The departments that come with a shipped ruleset. */
export function shippedDepartments(ruleset: string): readonly DepartmentFile[] {
  return byPath.get(ruleset)?.departments ?? [];
}
