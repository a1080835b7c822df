// The choices of options that a proof must hold under: the ruleset's own, and every other one that
// the option allows, as far as they can be tried.
import type { Framework, Option } from '../model/framework.ts';
import type { Choice, Setting } from './study.ts';

/** Beyond this many combinations only single changes of the ruleset's own choices are tried. */
const MOST_COMBINATIONS = 64;

export interface Settings {
  /** The ruleset's own choices first. */
  readonly settings: readonly Setting[];
  /** Whether these are all that there are. */
  readonly complete: boolean;
}

const known = new WeakMap<Framework, Map<string, Settings>>();

/** The settings that matter to something that reads these options. */
export function settingsOf(framework: Framework, read: ReadonlySet<string>): Settings {
  const options = framework.options.filter((option) => read.has(option.name));
  const key = JSON.stringify(options.map(({ name }) => name));
  const ofFramework = known.get(framework) ?? new Map<string, Settings>();
  known.set(framework, ofFramework);
  const settings = ofFramework.get(key) ?? settingsAmong(options);
  ofFramework.set(key, settings);
  return settings;
}

function settingsAmong(options: readonly Option[]): Settings {
  const chosen = new Map(options.map((option) => [option.name, option.chosen]));
  const combinations = options.reduce((product, option) => product * option.values.length, 1);
  if (combinations <= MOST_COMBINATIONS)
    return { settings: [chosen, ...everyOther(options, chosen)], complete: true };
  const changes = options.flatMap((option) =>
    othersOf(option).map((value) => new Map(chosen).set(option.name, value)),
  );
  return { settings: [chosen, ...changes], complete: false };
}

function othersOf(option: Option): string[] {
  return option.values.filter((value) => value !== option.chosen);
}

// All combinations but the chosen one, those with few changes first.
function everyOther(options: readonly Option[], chosen: Setting): Setting[] {
  const all = options.reduce<Setting[]>(
    (settings, option) =>
      settings.flatMap((setting) =>
        option.values.map((value) => new Map(setting).set(option.name, value)),
      ),
    [new Map()],
  );
  return all
    .map((setting) => ({ setting, changes: changesFrom(chosen, setting).length }))
    .filter(({ changes }) => changes > 0)
    .sort((a, b) => a.changes - b.changes)
    .map(({ setting }) => setting);
}

/** How a setting differs from the ruleset's own choices. */
export function changesFrom(chosen: Setting, setting: Setting): Choice[] {
  return [...setting]
    .filter(([name, value]) => chosen.get(name) !== value)
    .map(([name, value]) => ({ name, value }));
}
