// Making diagnostics and saying them: code and facts in, a sentence out.
import type { Span } from '../text/span.ts';
import { catalog } from './catalog.ts';
import type { Code } from './catalog.ts';
import type { Diagnostic, FactsOf, Fix, Related } from './diagnostic.ts';

/** The two languages the product speaks. */
export type Language = 'en' | 'zh';

/** What a diagnostic may carry besides its facts. */
export interface More {
  readonly fix?: Fix | undefined;
  readonly choices?: readonly Fix[];
  readonly related?: readonly Related[];
}

/** A diagnostic with the severity that the catalog gives its code. */
export function diagnose<C extends Code>(
  code: C,
  span: Span,
  facts: FactsOf<C>,
  more: More = {},
): Diagnostic<C> {
  return {
    code,
    severity: catalog[code].severity,
    span,
    facts,
    fix: more.fix,
    choices: more.choices ?? [],
    related: more.related ?? [],
  };
}

/** The diagnostic's sentence: what is wrong and the way out. */
export function sentence(diagnostic: Diagnostic, language: Language): string {
  const say = catalog[diagnostic.code][language] as (facts: unknown) => string;
  return say(diagnostic.facts);
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
