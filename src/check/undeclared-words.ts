// A definition or an output that gives words: which ones are possible has to be declared, and where
// they are not, the message shows the declaration.
import { spellName } from '../syntax/print-spelling.ts';
import type * as Syntax from '../syntax/tree.ts';
import { nearest } from '../text/nearest.ts';
import { lookUp, visibleNames } from './scope.ts';
import { appendFix } from './suggest.ts';
import type { Typing } from './typing.ts';

/** `= when … : 废标 otherwise : 推荐`: says so where words that nothing declares are the only values. */
export function givesUndeclaredWords(
  typing: Typing,
  { name, value, span }: Syntax.LetNode,
  isOutput: boolean,
): boolean {
  if (value?.kind !== 'decision' && value?.kind !== 'tiers') return false;
  const results = resultsOf(value);
  const [first] = results;
  const words = results.flatMap((result) =>
    result.kind === 'name' && isUndeclared(typing, result.name.text) ? [result.name.text] : [],
  );
  if (first === undefined || words.length < results.length || words.includes('')) return false;
  const listed = [...new Set(words)];
  const facts = { name: name.text, statement: isOutput ? 'output' : 'let', words: listed } as const;
  const fix = appendFix(name.span, ` : one of { ${listed.map(spellName).join(', ')} }`);
  typing.report.say(
    'words-need-type',
    { ...span, start: first.span.start, end: first.span.end },
    facts,
    { fix },
  );
  return true;
}

function resultsOf(value: Syntax.Expression): readonly Syntax.Expression[] {
  if (value.kind !== 'decision' && value.kind !== 'tiers') return [value];
  const rows = value.rows.flatMap((row) => resultsOf(row.value));
  return value.otherwise ? [...rows, ...resultsOf(value.otherwise)] : rows;
}

// Nor a name that is merely misspelt, or one of something that is no figure by itself.
function isUndeclared({ scope, nodes }: Typing, word: string): boolean {
  const isKnown = lookUp(scope, word) !== undefined || nodes.has(word);
  return !isKnown && nearest(word, visibleNames(scope)) === undefined;
}
