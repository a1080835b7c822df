// Answers Monaco's questions about a ruleset with those of the worker, which asks `src/edit/`.
import type { monaco as Monaco } from './monaco.ts';

/** Registers everything that the language service knows. */
export function registerProviders(_monaco: typeof Monaco): void {
  // Filled as the language service arrives.
}
