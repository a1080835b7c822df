// Proofs about rulesets given as text: what is found, at which text, with which facts.
import { compile } from '../../src/compile.ts';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import type { Diagnostic, FactsOf } from '../../src/diagnostics/diagnostic.ts';
import type { Code } from '../../src/diagnostics/catalog.ts';
import { givenWords } from '../../src/diagnostics/coverage-facts.ts';
import type { Given } from '../../src/diagnostics/coverage-facts.ts';
import { createSource, textOf } from '../../src/text/source.ts';

export interface Proved {
  /** `[code, text at its span]`, in the order of the text. */
  readonly said: readonly (readonly [string, string])[];
  readonly diagnostics: readonly Diagnostic[];
  /** The facts of the only diagnostic with this code. */
  readonly facts: <C extends Code>(code: C) => FactsOf<C>;
  /** The witness of that diagnostic as `a = 1, b = 2`; empty where it has none. */
  readonly witness: (code: Code) => string;
  /** The text after one of the diagnostic's choices of mends, or its fix. */
  readonly mended: (code: Code, choice?: number) => string;
  readonly severity: (code: Code) => string;
}

/** Compiles a ruleset and keeps what is said about it. */
export function proveText(text: string): Proved {
  const source = createSource('test.chi', text);
  const { diagnostics } = compile(source, { read: () => undefined, resolve: (_, path) => path });
  const only = (code: Code): Diagnostic => {
    const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
    const [first] = found;
    if (!first || found.length > 1)
      throw new Error(
        `${found.length} times ${code} in: ${diagnostics.map((d) => `${d.code}: ${sentence(d, 'en')}`).join('\n')}`,
      );
    return first;
  };
  return {
    said: diagnostics.map(
      (diagnostic) => [diagnostic.code, textOf(source, diagnostic.span)] as const,
    ),
    diagnostics,
    facts: (code) => (only(code) as Diagnostic<typeof code>).facts,
    witness: (code) => {
      const facts = only(code).facts as { readonly witness?: readonly Given[] };
      return facts.witness ? givenWords(facts.witness).en : '';
    },
    mended: (code, choice) => {
      const diagnostic = only(code);
      const fix = choice === undefined ? diagnostic.fix : diagnostic.choices[choice];
      const edits = [...(fix?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
      return edits.reduce(
        (result, { span, text: piece }) =>
          result.slice(0, span.start) + piece + result.slice(span.end),
        text,
      );
    },
    severity: (code) => only(code).severity,
  };
}

/** A ruleset of one indicator with one rule, rounded, with these declarations before it. */
export function oneRule(rule: string, declarations = '', points = '1'): string {
  return `ruleset R { total ${points} points scores rounded to 0.01 half up
  ${declarations}
  indicator A ${points} points { ${rule} } }`;
}

export const INPUTS = `
  input 实际 : money in 万元 at least 0
  input 计划 : money in 万元 above 0
`;
