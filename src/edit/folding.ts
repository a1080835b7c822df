// A file → what can be folded away: bodies, tables and lists in braces, comments of several lines and
// neighbouring line comments.
import { partnersOf } from '../../grammar/brackets.ts';
import { endOf, symbolTokens as S } from '../../grammar/tokens.ts';
import { placeOf } from '../text/source.ts';
import type { Source } from '../text/source.ts';
import type { Workspace } from './workspace.ts';
import { lexedOf, sourceOf } from './workspace.ts';

/** Lines from 1; the first stays, what follows up to the last is folded away. */
export interface Fold {
  readonly kind: 'region' | 'comment';
  readonly startLine: number;
  readonly endLine: number;
}

/** The folds of a file in the order of their first lines. */
export function foldsOf(workspace: Workspace, file: string): readonly Fold[] {
  const source = sourceOf(workspace, file);
  if (!source) return [];
  const { tokens, comments } = lexedOf(workspace, source);
  const line = (offset: number) => placeOf(source, offset).line;
  const regions = [...partnersOf(tokens)].flatMap(([opening, closing]): Fold[] => {
    if (opening.tokenType !== S.LeftBrace) return [];
    const startLine = line(opening.startOffset);
    // The closing brace stays in sight.
    const endLine = line(endOf(closing)) - 1;
    return endLine > startLine ? [{ kind: 'region', startLine, endLine }] : [];
  });
  return [...regions, ...commentFolds(source, comments)].sort(
    (a, b) => a.startLine - b.startLine || b.endLine - a.endLine,
  );
}

function commentFolds(
  source: Source,
  comments: readonly { readonly start: number; readonly end: number }[],
): readonly Fold[] {
  const folds: Fold[] = [];
  for (const { start, end } of comments) {
    const startLine = placeOf(source, start).line;
    const endLine = placeOf(source, end).line;
    const last = folds.at(-1);
    const standsAlone = isFirstOnLine(source, start);
    if (last && standsAlone && startLine === last.endLine + 1)
      folds[folds.length - 1] = { ...last, endLine };
    else if (standsAlone) folds.push({ kind: 'comment', startLine, endLine });
  }
  return folds.filter(({ startLine, endLine }) => endLine > startLine);
}

function isFirstOnLine({ text }: Source, offset: number): boolean {
  return /(?:^|[\r\n])[^\S\r\n]*$/.test(text.slice(Math.max(0, offset - 200), offset));
}
