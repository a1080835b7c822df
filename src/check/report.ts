// Collects what checking finds. One report serves a whole run, so that a ruleset with ten mistakes
// says ten things; it also knows whether enough is left standing to build a framework from.
import type { Code } from '../diagnostics/catalog.ts';
import type { More } from '../diagnostics/diagnose.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic, FactsOf } from '../diagnostics/diagnostic.ts';
import type { Span } from '../text/span.ts';

export interface Report {
  readonly say: <C extends Code>(code: C, span: Span, facts: FactsOf<C>, more?: More) => void;
  /** Something was left out and a syntax message has already said so. */
  readonly leaveOut: () => void;
  /** True when a syntax mistake lies within: what is absent there may only have been misread. */
  readonly misread: (span: Span) => boolean;
  /** True when names, types or structure are in doubt. */
  readonly isBroken: () => boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Errors that leave a framework whose meaning is still clear. */
const HARMLESS: ReadonlySet<Code> = new Set<Code>([
  'points-not-conserved',
  'choice-not-admissible',
]);

/** An empty report; `mistakes` are the places of syntax errors. */
export function createReport(mistakes: readonly Span[] = []): Report {
  const diagnostics: Diagnostic[] = [];
  const said = new Set<string>();
  let broken = false;
  return {
    say(code, span, facts, more) {
      const diagnostic = diagnose(code, span, facts, more);
      if (diagnostic.severity === 'error' && !HARMLESS.has(code)) broken = true;
      // What several names share (`input A, B : …`) is read for each and said once.
      const key = `${code} ${span.start} ${span.end} ${span.file}`;
      if (!said.has(key)) diagnostics.push(diagnostic);
      said.add(key);
    },
    leaveOut() {
      broken = true;
    },
    misread: (span) => mistakes.some((mistake) => isWithin(mistake, span)),
    isBroken: () => broken,
    diagnostics,
  };
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}
