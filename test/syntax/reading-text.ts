// Parsing texts in tests: trees without spans, and diagnostics where a text marks them with ⟦ ⟧.
import { parse } from '../../src/syntax/parse.ts';
import type {
  Declaration,
  Expression,
  RulesetNode,
  Statement,
  SyntaxFile,
} from '../../src/syntax/tree.ts';
import { createSource } from '../../src/text/source.ts';

export function read(text: string) {
  return parse(createSource('test.chi', text));
}

/** The ruleset of a text, which must be there. */
export function rulesetOf(file: SyntaxFile): RulesetNode {
  if (!file.ruleset) throw new Error('the text has no ruleset');
  return file.ruleset;
}

/** The statements of a ruleset around some text; the text must have no mistakes. */
export function statements(text: string): readonly Statement[] {
  const { file, diagnostics } = read(`ruleset 甲 {\n${text}\n}`);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ code }) => code).join());
  return rulesetOf(file).statements;
}

/** The one statement of a text. */
export function statement(text: string): Statement {
  const all = statements(text);
  const [only] = all;
  if (all.length !== 1 || !only) throw new Error(`${all.length} statements`);
  return only;
}

/** An expression as it stands after `let a =`. */
export function expression(text: string): Expression {
  const node = statement(`let a = ${text}`);
  if (node.kind !== 'let' || !node.value) throw new Error(node.kind);
  return node.value;
}

/** The kinds of statements, and of what is in them, as an outline: `group(indicator(judged))`. */
export function outline(nodes: readonly (Statement | Declaration)[]): string {
  return nodes
    .map((node) => ('statements' in node ? `${node.kind}(${outline(node.statements)})` : node.kind))
    .join(' ');
}

/** A text with its marks taken out, and the places they marked. */
export function unmarked(text: string): {
  readonly text: string;
  readonly marks: readonly [number, number][];
} {
  const marks: [number, number][] = [];
  let plain = '';
  let start = 0;
  for (const character of text) {
    if (character === '⟦') start = plain.length;
    else if (character === '⟧') marks.push([start, plain.length]);
    else plain += character;
  }
  return { text: plain, marks };
}
