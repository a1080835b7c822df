// The shape of one catalog entry.
import type { Severity } from './diagnostic.ts';

/** A fact that is itself said in words, in both languages. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** The facts of a message that always says the same. */
export type NoFacts = Readonly<Record<string, never>>;

/** A message: its severity and its sentence in both languages, from the same facts. */
export interface Message<Facts> {
  readonly severity: Severity;
  readonly en: (facts: Facts) => string;
  readonly zh: (facts: Facts) => string;
}

/** Declares a message that stops a ruleset or a department's file from being used. */
export function error<Facts>(
  en: (facts: Facts) => string,
  zh: (facts: Facts) => string,
): Message<Facts> {
  return { severity: 'error', en, zh };
}

/** Declares a message that asks for attention and stops nothing. */
export function warning<Facts>(
  en: (facts: Facts) => string,
  zh: (facts: Facts) => string,
): Message<Facts> {
  return { severity: 'warning', en, zh };
}

/** Declares a message that only informs. */
export function note<Facts>(
  en: (facts: Facts) => string,
  zh: (facts: Facts) => string,
): Message<Facts> {
  return { severity: 'note', en, zh };
}
