// The fixes that messages offer: another name in place of a wrong one, a text put in before or behind.
import type { Fix } from '../diagnostics/diagnostic.ts';
import type { Span } from '../text/span.ts';
import { spellName } from '../syntax/print-spelling.ts';

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
