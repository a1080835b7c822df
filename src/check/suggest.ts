// “Did you mean …?”: the known name nearest to an unknown one, and the fix that writes it.
import { distance } from 'fastest-levenshtein';
import type { Fix } from '../diagnostics/diagnostic.ts';
import type { Span } from '../text/span.ts';
import { spellName } from '../syntax/print-spelling.ts';

/** Longer names are not compared: nobody mistypes them, and comparing takes their length squared. */
const LONGEST = 60;

/** The known name with the fewest edits, if those are few for its length. */
export function nearest(unknown: string, known: Iterable<string>): string | undefined {
  if (unknown.length > LONGEST) return undefined;
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(unknown.length / 2)) + 1;
  for (const name of known) {
    if (name === unknown || Math.abs(name.length - unknown.length) >= fewest) continue;
    const edits = distance(unknown, name);
    // Two names of which nothing is alike are no typing mistake, however short they are.
    if (edits < fewest && edits < Math.max(unknown.length, name.length)) {
      best = name;
      fewest = edits;
    }
  }
  return best;
}

/** Replaces the span by the suggested name; nothing when there is no suggestion. */
export function renameFix(span: Span, suggestion: string | undefined): Fix | undefined {
  return suggestion === undefined ? undefined : rewriteFix(span, spellName(suggestion));
}

/** Replaces the span by a path of names. */
export function repathFix(span: Span, names: readonly string[] | undefined): Fix | undefined {
  return names === undefined ? undefined : rewriteFix(span, names.map(spellName).join(' / '));
}

/** Replaces the span by a text. */
export function rewriteFix(span: Span, text: string): Fix {
  return { title: { en: `Write “${text}”`, zh: `改为“${text}”` }, edits: [{ span, text }] };
}

/** Puts a text in at the end of a span. */
export function appendFix(span: Span, text: string): Fix {
  const end = { file: span.file, start: span.end, end: span.end };
  return {
    title: { en: `Add “${text.trim()}”`, zh: `补上“${text.trim()}”` },
    edits: [{ span: end, text }],
  };
}

/** Puts a text in before a span. */
export function prependFix(span: Span, text: string): Fix {
  const start = { file: span.file, start: span.start, end: span.start };
  return {
    title: { en: `Write “${text.trim()}” in front`, zh: `在前面写“${text.trim()}”` },
    edits: [{ span: start, text }],
  };
}
