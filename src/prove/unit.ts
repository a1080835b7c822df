// One thing to prove and the settings to prove it under. Problems under the ruleset's own choices
// keep their severity; problems that need another choice are warnings that name it.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Expression } from '../model/expression.ts';
import type { Framework } from '../model/framework.ts';
import { readingOf } from './reading.ts';
import { changesFrom, settingsOf } from './settings.ts';
import type { Finding, Setting, Study } from './study.ts';

export interface Unit {
  /** What the proof evaluates; the options they read decide the settings. */
  readonly expressions: readonly Expression[];
  readonly prove: (study: Study) => readonly Finding[];
}

/** Runs a proof under every setting that matters to it. */
export function proveUnit(
  framework: Framework,
  unit: Unit,
  studyOf: (setting: Setting) => Study,
): Diagnostic[] {
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
      if (keys.has(finding.key)) continue;
      keys.add(finding.key);
      const known = found.get(finding.key);
      if (known) known.times++;
      else found.set(finding.key, { finding, setting, times: 1 });
    }
  }
  return [...found.values()].flatMap(({ finding, setting, times }) => {
    if (finding.quantifier === 'every' && (!complete || times < settings.length)) return [];
    const under = changesFrom(chosen, setting);
    const diagnostic = finding.say(under);
    return under.length === 0 || diagnostic.severity !== 'error'
      ? [diagnostic]
      : [{ ...diagnostic, severity: 'warning' as const }];
  });
}
