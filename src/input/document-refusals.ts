// What a department file may not contain although YAML has it: references, tags, directives and
// bottomless nesting. Looks at tokens, before anything is built from them and without recursion, so
// that no file can exhaust the stack or unfold into more than it says.
import type { CST } from 'yaml';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RefusedFeature } from '../diagnostics/document-messages.ts';
import type { Source } from '../text/source.ts';

/** Department files need fewer than ten levels; schemas and readers recurse as deep as the file. */
const DEEPEST = 64;

const REFUSED: ReadonlyMap<string, RefusedFeature> = new Map([
  ['alias', 'alias'],
  ['anchor', 'anchor'],
  ['tag', 'tag'],
  ['directive', 'directive'],
]);

/** Diagnostics for refused features in order of place, or one for nesting that is too deep. */
export function refusals(tokens: readonly CST.Token[], source: Source): Diagnostic[] {
  const found: Diagnostic[] = [];
  const open = tokens.map((token) => ({ token, depth: 0 })).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    const span = spanOf(token, source);
    if (depth > DEEPEST) return [diagnose('document-too-deep', span, { limit: DEEPEST })];
    const feature = REFUSED.get(token.type);
    if (feature !== undefined) found.push(diagnose('document-feature', span, { feature }));
    const inside = 'items' in token ? depth + 1 : depth;
    for (const part of partsOf(token).reverse()) open.push({ token: part, depth: inside });
  }
  return found;
}

function spanOf(token: CST.Token, source: Source) {
  const start = token.offset;
  const end = 'source' in token ? start + token.source.length : start + 1;
  return { file: source.file, start, end: Math.min(end, source.text.length) };
}

// Token lists grow as long as the file, so they are never spread into arguments.
function partsOf(token: CST.Token): CST.Token[] {
  const start: readonly CST.Token[] = token.type === 'document' ? token.start : [];
  const items = 'items' in token ? token.items.flatMap(partsOfItem) : [];
  const value = token.type === 'document' && token.value ? [token.value] : [];
  return start.concat(items, value);
}

function partsOfItem(item: CST.CollectionItem): CST.Token[] {
  const start: readonly CST.Token[] = item.start;
  return start.concat(item.key ?? [], item.sep ?? [], item.value ?? []);
}
