// Two rulesets that are compared: as named, or a ruleset and the one that it amends.
import { relative, resolve } from 'node:path';
import type { Framework } from '../model/framework.ts';
import { EXIT } from './io.ts';
import { complain, rulesetForScoring } from './load-ruleset.ts';
import type { Session } from './session.ts';

export interface RulesetPair {
  readonly before: Framework;
  readonly after: Framework;
  /** Paths of their files. */
  readonly paths: { readonly before: string; readonly after: string };
}

/** Loads both, or says on standard error why not and gives the exit code. */
export function loadPair(
  first: string,
  second: string | undefined,
  session: Session,
): RulesetPair | number {
  const one = load(first, session);
  if (typeof one === 'number') return one;
  if (second !== undefined) {
    const other = load(second, session);
    if (typeof other === 'number') return other;
    return { before: one, after: other, paths: { before: first, after: second } };
  }
  const parent = one.files.at(-2);
  if (parent === undefined) return session.refuse(session.words.noParent(first));
  const amended = load(parent, session);
  if (typeof amended === 'number') return amended;
  return { before: amended, after: one, paths: { before: parent, after: first } };
}

// One file has one name, however it was written, so that what both rulesets amend is seen to be the same.
function load(path: string, session: Session): Framework | number {
  const { folder } = session.io;
  const named = relative(folder, resolve(folder, path));
  const loaded = rulesetForScoring(named === '' ? path : named, session);
  if (!('exit' in loaded)) return loaded.framework;
  complain(loaded.diagnostics, loaded.sources, session);
  return Math.max(loaded.exit, EXIT.findings);
}
