// Text to syntax tree. Whatever the text, there is a tree and there are diagnostics; nothing is
// thrown, and what could be read is kept around what could not.
import type { Problem } from '../../grammar/problems.ts';
import { parseText } from '../../grammar/rules.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source } from '../text/source.ts';
import { buildFile } from './build-file.ts';
import { syntaxDiagnostic } from './syntax-diagnostics.ts';
import type { SyntaxFile } from './tree.ts';

/** A tree and what is wrong with the text. */
export interface Parsed {
  readonly file: SyntaxFile;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a source. */
export function parse(source: Source): Parsed {
  const { tree, comments, problems } = parseText(source.text);
  const found: Problem[] = [...problems];
  const file = buildFile(source, tree, comments, (problem) => {
    // An expression that is far too long is too deep again and again; once is enough.
    if (!found.some(({ kind }) => kind === problem.kind && kind === 'nesting-too-deep')) {
      found.push(problem);
    }
  });
  found.sort((a, b) => a.start - b.start);
  // What never ends has taken other text with it: until it is closed, nothing else is worth saying.
  const unended = found.filter(({ kind }) => kind.startsWith('unterminated-'));
  const said = unended.length > 0 ? unended : found;
  return { file, diagnostics: said.map((problem) => syntaxDiagnostic(source, problem)) };
}
