// Text that remembers where it was written. A ruleset that is put together from several files is a row
// of stretches, each a piece of one of them or a few words put in at the behest of one.
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';

/** A piece of text from one place. */
export interface Stretch {
  readonly text: string;
  readonly file: string;
  readonly start: number;
  /** The words do not stand there: they were put in because of what does. */
  readonly isPutIn: boolean;
}

export type Written = readonly Stretch[];

/** The text that a span covers. */
export function slice(source: Source, { start, end }: Span): Stretch {
  return { text: source.text.slice(start, end), file: source.file, start, isPutIn: false };
}

/** Words that stand nowhere, and the place that asked for them. */
export function putIn(text: string, { file, start }: Pick<Span, 'file' | 'start'>): Stretch {
  return { text, file, start, isPutIn: true };
}

/** The bare text. */
export function bareText(written: Written): string {
  return written.map(({ text }) => text).join('');
}

/** The place where a text begins; undefined for an empty one. */
export function beginning(written: Written): Span | undefined {
  const first = written.find(({ text, isPutIn }) => text.trim() !== '' && !isPutIn) ?? written[0];
  return first && { file: first.file, start: first.start, end: first.start + first.text.length };
}

/** The text with something else where `span` stood; undefined where it does not stand in it. */
export function splice(written: Written, span: Span, other: Written): Written | undefined {
  const at = written.findIndex(
    ({ file, start, text, isPutIn }) =>
      !isPutIn && file === span.file && start <= span.start && span.end <= start + text.length,
  );
  const stretch = written[at];
  if (stretch === undefined) return undefined;
  const [from, to] = [span.start - stretch.start, span.end - stretch.start];
  const before = { ...stretch, text: stretch.text.slice(0, from) };
  const behind = { ...stretch, text: stretch.text.slice(to), start: span.end };
  return [
    ...written.slice(0, at),
    ...[before, ...other, behind].filter(({ text }) => text !== ''),
    ...written.slice(at + 1),
  ];
}

/** One change of a text: what is put where a span stood. */
export interface Splice {
  readonly span: Span;
  readonly other: Written;
}

/** The text with all the changes that apply to it. */
export function spliceAll(written: Written, splices: readonly Splice[]): Written {
  return splices.reduce<Written>(
    (changed, { span, other }) => splice(changed, span, other) ?? changed,
    written,
  );
}

/** The part of a text that stands at a span; undefined where it does not stand in it. */
export function extract(written: Written, span: Span): Written | undefined {
  const stretch = written.find(
    ({ file, start, text, isPutIn }) =>
      !isPutIn && file === span.file && start <= span.start && span.end <= start + text.length,
  );
  if (!stretch) return undefined;
  const text = stretch.text.slice(span.start - stretch.start, span.end - stretch.start);
  return [{ ...stretch, text, start: span.start }];
}
