// Spans and diagnostics of the library as places and problems that a page shows.
import { sentence } from '../../src/diagnostics/diagnose.ts';
import type { Language } from '../../src/diagnostics/diagnose.ts';
import type { Diagnostic, Fix } from '../../src/diagnostics/diagnostic.ts';
import { fixInFile } from '../../src/edit/fix-text.ts';
import type { Source } from '../../src/text/source.ts';
import { placeOf } from '../../src/text/source.ts';
import type { Span } from '../../src/text/span.ts';
import type { FixView, ProblemView, TextPlace } from '../protocol.ts';

/** The texts in which spans are places. */
export type Sources = ReadonlyMap<string, Source>;

/** A span with its line. */
export function placeView({ file, start, end }: Span, sources: Sources): TextPlace {
  const source = sources.get(file);
  return { file, start, end, line: source ? placeOf(source, start).line : 1 };
}

/** A diagnostic in words, its fixes and choices ready to be applied. */
export function problemView(
  diagnostic: Diagnostic,
  sources: Sources,
  language: Language,
): ProblemView {
  const { severity, code, span, fix, choices, related } = diagnostic;
  return {
    severity,
    code,
    message: sentence(diagnostic, language),
    place: placeView(span, sources),
    fixes: [...(fix ? [fix] : []), ...choices].map((each) => fixView(each, sources, language)),
    related: related.map((each) => ({
      place: placeView(each.span, sources),
      message: each.note[language],
    })),
  };
}

// Fixes are made with English keywords; what is written has those of the file.
function fixView(fix: Fix, sources: Sources, language: Language): FixView {
  const { title, edits } = fixInFile(fix, (file) => sources.get(file), language);
  return {
    title,
    edits: edits.map(({ span, text }) => ({ place: placeView(span, sources), text })),
  };
}
