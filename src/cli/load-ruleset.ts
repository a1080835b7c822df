// A ruleset's file as a framework, or the reasons why there is none. What the compiler says about it
// is kept, so that each command can decide where to print it.
import { compile } from '../compile.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Framework } from '../model/framework.ts';
import type { Sources } from '../report/diagnostics.ts';
import { diagnosticsText } from '../report/diagnostics.ts';
import { hostFor } from './host.ts';
import type { Io } from './io.ts';
import { EXIT } from './io.ts';
import type { Session } from './session.ts';
import { readTextFile } from './text-file.ts';
import type { FileProblem } from './text-file.ts';

export type LoadedRuleset =
  | {
      readonly kind: 'read';
      readonly path: string;
      readonly framework: Framework | undefined;
      readonly diagnostics: readonly Diagnostic[];
      readonly sources: Sources;
    }
  | { readonly kind: 'problem'; readonly path: string; readonly problem: FileProblem };

/** Reads and compiles a ruleset and what it amends. */
export function loadRuleset(path: string, io: Io): LoadedRuleset {
  const file = readTextFile(io.folder, path);
  if (file.kind === 'problem') return file;
  const compilation = compile(file.source, hostFor(io.folder));
  return { kind: 'read', path, ...compilation };
}

/** A framework ready to score departments, with its sources. */
export interface ReadyRuleset {
  readonly framework: Framework;
  readonly sources: Sources;
}

/** What stands in the way of scoring: how to leave, and what to say. */
export interface Refusal {
  readonly exit: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** Loads a ruleset that departments are to be scored by; says on standard error why it cannot be. */
export function rulesetForScoring(path: string, session: Session): ReadyRuleset | Refusal {
  const loaded = loadRuleset(path, session.io);
  if (loaded.kind === 'problem') {
    session.refuse(session.words.file(loaded.path, loaded.problem));
    return { exit: EXIT.usage, diagnostics: [], sources: new Map() };
  }
  const { framework, diagnostics, sources } = loaded;
  if (framework?.openTerms.length === 0) return { framework, sources };
  // A framework with open terms is sound, but nothing can be scored by it: its notes say which.
  const reasons = diagnostics.filter(
    ({ severity, code }) => severity === 'error' || (framework && code === 'open-term'),
  );
  if (framework) session.refuse(session.words.openTerms(path));
  return { exit: EXIT.findings, diagnostics: reasons, sources };
}

/** Prints diagnostics where they do not belong to the result: on standard error. */
export function complain(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  session: Session,
): void {
  const lines = diagnosticsText(diagnostics, sources, session.errorSettings);
  if (lines.length > 0) session.io.writeError(`${lines.join('\n')}\n`);
}
