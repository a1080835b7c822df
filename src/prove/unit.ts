// One thing to prove and the settings to prove it under. Problems under the ruleset's own choices
// keep their severity; problems that need another choice are warnings that name it.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DecisionExpression, Expression, TiersExpression } from '../model/expression.ts';
import { within } from '../model/expression-parts.ts';
import type { Item, Node } from '../model/framework.ts';
import type { Reading } from './reading.ts';
import { joined, readingOf, readingOfPart } from './reading.ts';
import { changesFrom, settingsOf } from './settings.ts';
import { rowKeys } from './decision-rows.ts';
import type { Call, Common, Finding, SeenTables, Setting, Study } from './study.ts';
import { createStudy } from './study.ts';

export interface Unit {
  /** What the proof evaluates; the options they read decide the settings. */
  readonly expressions: readonly Expression[];
  /** What else it is about, and what kind of proof it is: the same proof has the same. */
  readonly about: readonly unknown[];
  /** The part whose sum it proves. */
  readonly part?: Node | Item;
  /** It may look at anything in the framework. */
  readonly restsOnAll?: true;
  readonly prove: (study: Study) => readonly Finding[];
}

/** What was found of a unit, before other places have had their say. */
interface Proved {
  readonly finding: Finding;
  readonly diagnose: (calls: readonly Call[]) => Diagnostic;
}

/** What proving a unit gave. */
export interface ProvedUnit {
  readonly found: readonly Proved[];
  /** Whether anything was found under any setting, said or not. */
  readonly isClean: boolean;
  /** Of each table in the unit's expressions the rows that may fire; undefined where it was not seen. */
  readonly firing: readonly (readonly number[] | undefined)[];
}

/**
 * Runs the proofs. What is written once in a definition with parameters stands in every call of it:
 * a row is dead only where it is dead in all of them.
 */
export function proveUnits(common: Common, units: readonly Unit[]): Diagnostic[] {
  const tables: SeenTables = new Map();
  const proved = units.flatMap((unit) => {
    const { found, firing } = recalled(common, unit);
    for (const [index, table] of tablesOf(unit).entries()) note(tables, table, firing[index]);
    return found;
  });
  const alive = aliveRows(units, tables);
  const places = new Map<string, Proved[]>();
  for (const one of proved) {
    const alike = places.get(one.finding.key);
    if (alike) alike.push(one);
    else places.set(one.finding.key, [one]);
  }
  return proved.flatMap((one) => {
    const { finding, diagnose } = one;
    if (finding.call === undefined) return alive.has(finding.key) ? [] : [diagnose([])];
    const alike = places.get(finding.key) ?? [];
    if (alive.has(finding.key) || alike[0] !== one) return [];
    const calls = alike.flatMap(({ finding: { call } }) => call ?? []);
    return [diagnose([...new Map(calls.map((call) => [call.span.start, call])).values()])];
  });
}

function recalled(common: Common, unit: Unit): ProvedUnit {
  const { framework, recollection } = common;
  const { about, expressions, part, restsOnAll } = unit;
  const own = readingOf(expressions, framework);
  const behind = part ? joined(own, readingOfPart(framework, part)) : own;
  const reading = restsOnAll ? { ...behind, asksForScores: true } : behind;
  const subject = { about: [about, part, expressions], reading, assumed: [] };
  return recollection.unit(subject, () => proveUnit(common, unit, own));
}

function note(tables: SeenTables, table: Table, firing: readonly number[] | undefined): void {
  if (firing === undefined) return;
  const keys = rowKeys(table);
  const known = tables.get(table) ?? new Set();
  for (const index of firing) known.add(keys[index] ?? '');
  tables.set(table, known);
}

type Table = DecisionExpression | TiersExpression;

function tablesOf({ expressions }: Unit): readonly Table[] {
  return expressions.flatMap((expression) =>
    [...within(expression)].filter((part) => part.kind === 'decision' || part.kind === 'tiers'),
  );
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

// Runs a proof under every setting that matters to it. Each proof has studies of its own: what it finds
// does not hang on what was proved before.
function proveUnit(common: Common, unit: Unit, { options }: Reading): ProvedUnit {
  const { settings, complete } = settingsOf(common.framework, options);
  const [chosen = new Map<string, string>(), ...others] = settings;
  const found = new Map<
    string,
    { readonly finding: Finding; readonly setting: Setting; times: number }
  >();
  common.tables.clear();
  for (const setting of [chosen, ...others]) {
    const keys = new Set<string>();
    const changed = changesFrom(chosen, setting).map(({ name, value }) => [name, value] as const);
    for (const finding of unit.prove(createStudy(common, new Map(changed)))) {
      const key = placeKey(finding);
      if (keys.has(key)) continue;
      keys.add(key);
      const known = found.get(key);
      if (known) known.times++;
      else found.set(key, { finding, setting, times: 1 });
    }
  }
  const firing = tablesOf(unit).map((table) => {
    const keys = common.tables.get(table);
    return (
      keys &&
      [...rowKeys(table).entries()].flatMap(([index, key]) => (keys.has(key) ? [index] : []))
    );
  });
  const proved = [...found.values()].flatMap(({ finding, setting, times }) => {
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
  return { found: proved, isClean: found.size === 0, firing };
}

// The same in two calls is found twice.
function placeKey({ key, call }: Finding): string {
  return call ? `${key} in ${call.span.file} ${call.span.start}` : key;
}
