// What a new file holds: the ruleset that `biaochi init` writes.
import { starters } from '../../../src/cli/starter.ts';
import type { Language } from '../../../src/diagnostics/diagnose.ts';

export function starterText(language: Language): string {
  return starters[language].ruleset;
}
