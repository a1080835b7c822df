// One thing to prove and the settings to prove it under. Problems under the ruleset's own choices
// keep their severity; problems that need another choice are warnings that name it.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Expression } from '../model/expression.ts';
import { within } from '../model/expression-parts.ts';
import type { Framework } from '../model/framework.ts';
import { readingOf } from './reading.ts';
import { changesFrom, settingsOf } from './settings.ts';
import { rowKeys } from './decision-rows.ts';
import type { Call, Finding, SeenTables, Setting, Study } from './study.ts';

export interface Unit {
  /** What the proof evaluates; the options they read decide the settings. */
  readonly expressions: readonly Expression[];
  readonly prove: (study: Study) => readonly Finding[];
}

/** What was found of a unit, before other places have had their say. */
interface Proved {
  readonly finding: Finding;
  readonly diagnose: (calls: readonly Call[]) => Diagnostic;
}

/**
 * Runs the proofs. What is written once in a definition with parameters stands in every call of it:
 * a row is dead only where it is dead in all of them.
 */
export function proveUnits(
  framework: Framework,
  units: readonly Unit[],
  studyOf: (setting: Setting) => Study,
  tables: SeenTables,
): Diagnostic[] {
  const proved = units.flatMap((unit) => proveUnit(framework, unit, studyOf));
  const alive = aliveRows(units, tables);
  const places = new Map<string, Proved[]>();
  for (const one of proved)
    places.set(one.finding.key, [...(places.get(one.finding.key) ?? []), one]);
  return proved.flatMap((one) => {
    const { finding, diagnose } = one;
    if (finding.call === undefined) return alive.has(finding.key) ? [] : [diagnose([])];
    const alike = places.get(finding.key) ?? [];
    if (alive.has(finding.key) || alike[0] !== one) return [];
    const calls = alike.flatMap(({ finding: { call } }) => call ?? []);
    return [diagnose([...new Map(calls.map((call) => [call.span.start, call])).values()])];
  });
}

// Rows that may fire in one place or another, and those of tables that nothing has looked at.
function aliveRows(units: readonly Unit[], tables: SeenTables): ReadonlySet<string> {
  const alive = new Set([...tables.values()].flatMap((keys) => [...keys]));
  for (const expression of units.flatMap((unit) => unit.expressions))
    for (const part of within(expression))
      if ((part.kind === 'decision' || part.kind === 'tiers') && !tables.has(part))
        for (const key of rowKeys(part)) alive.add(key);
  return alive;
}

// Runs a proof under every setting that matters to it.
function proveUnit(
  framework: Framework,
  unit: Unit,
  studyOf: (setting: Setting) => Study,
): Proved[] {
  const { options } = readingOf(unit.expressions, framework);
  const { settings, complete } = settingsOf(framework, options);
  const [chosen = new Map<string, string>(), ...others] = settings;
  const found = new Map<
    string,
    { readonly finding: Finding; readonly setting: Setting; times: number }
  >();
  for (const setting of [chosen, ...others]) {
    const keys = new Set<string>();
    for (const finding of unit.prove(studyOf(setting))) {
      const key = placeKey(finding);
      if (keys.has(key)) continue;
      keys.add(key);
      const known = found.get(key);
      if (known) known.times++;
      else found.set(key, { finding, setting, times: 1 });
    }
  }
  return [...found.values()].flatMap(({ finding, setting, times }) => {
    if (finding.quantifier === 'every' && (!complete || times < settings.length)) return [];
    const under = changesFrom(chosen, setting);
    const diagnose = (calls: readonly Call[]): Diagnostic => {
      const diagnostic = finding.say(under, calls);
      return under.length === 0 || diagnostic.severity !== 'error'
        ? diagnostic
        : { ...diagnostic, severity: 'warning' };
    };
    return [{ finding, diagnose }];
  });
}

// The same in two calls is found twice.
function placeKey({ key, call }: Finding): string {
  return call ? `${key} in ${call.span.file} ${call.span.start}` : key;
}
