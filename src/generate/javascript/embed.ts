// The runtime pieces that a module calls, with all that those call, as text.
import runtime from './runtime.json' with { type: 'json' };
import type { Language } from './writer.ts';
import { FOR_ROOTS } from './writer.ts';

/** A declaration as text, and the names of those that it needs. */
export interface Piece {
  readonly file: string;
  readonly needs: string;
  readonly needsInTypes: string;
  readonly js: string;
  /** The same without comments, its inner names short; readers have none. */
  readonly small?: string;
  readonly ts: string;
}

const PIECES: ReadonlyMap<string, Piece> = new Map(Object.entries(runtime));

export function pieceNames(): readonly string[] {
  return [...PIECES.keys()];
}

/** The texts of the pieces and of what they need, what is needed first. */
export function embed(
  names: Iterable<string>,
  language: Language,
  hasRoots: boolean,
  pieces: ReadonlyMap<string, Piece> = PIECES,
  isSmall = false,
): string[] {
  const texts = new Map<string, string>();
  const textOf = ({ ts, js, small }: Piece) =>
    language === 'ts' ? ts : isSmall ? (small ?? js) : js;
  const visit = (name: string): void => {
    if (texts.has(name)) return;
    const piece = pieces.get(name);
    if (piece === undefined) throw new Error(`the runtime has no “${name}”`);
    // Aggregates are written for fractions; over roots they take the arithmetic of those.
    const isForRoots = hasRoots && /\/(?:aggregates|placing)\.ts$/.test(piece.file);
    const rename = (text: string) =>
      isForRoots
        ? text.replace(/(?<!(?<!\.\.)\.|\w)[A-Za-z]+\b/g, (word) => FOR_ROOTS.get(word) ?? word)
        : text;
    texts.set(name, '');
    const needs = rename(language === 'ts' ? piece.needsInTypes : piece.needs);
    for (const need of needs.split(' ')) if (need !== '') visit(need);
    texts.delete(name);
    texts.set(name, rename(textOf(piece)));
  };
  for (const name of names) visit(name);
  return [...texts.values()].filter((text) => text !== '');
}
