// Diagnostics for people, `file:line:column  error[code] sentence` with the source line and a mark
// under the place, and for programs, as JSON. The sentences themselves come from the catalog.
import type { Language } from '../diagnostics/diagnose.ts';
import { sentence } from '../diagnostics/diagnose.ts';
import type { Diagnostic, Fix, Related, Severity } from '../diagnostics/diagnostic.ts';
import type { Source } from '../text/source.ts';
import { lineText, placeOf } from '../text/source.ts';
import type { Place, Span } from '../text/span.ts';
import type { Painter } from './paint.ts';
import type { TextSettings } from './text-settings.ts';
import { printable, widthOf } from './wrap.ts';

export type Sources = ReadonlyMap<string, Source>;

const WORDS = {
  en: {
    error: 'error',
    warning: 'warning',
    note: 'note',
    fix: 'fix: ',
    choice: 'or: ',
    colon: ': ',
    more: (count: number) => `… and ${count} more`,
  },
  zh: {
    error: '错误',
    warning: '警告',
    note: '提示',
    fix: '修改建议：',
    choice: '或：',
    colon: '：',
    more: (count: number) => `……另有 ${count} 条`,
  },
} as const;

// A broken file may give thousands; the first ones are what a person mends first.
const MOST_IN_FILE = 20;

/** The diagnostics as lines of text, in the order given. */
export function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  settings: TextSettings,
): string[] {
  const files = [...new Set(diagnostics.map(({ span }) => span.file))];
  return files.flatMap((file) => {
    const inFile = diagnostics.filter(({ span }) => span.file === file);
    const shown = firstOf(inFile).flatMap((each) => diagnosticText(each, sources, settings));
    const rest = inFile.length - MOST_IN_FILE;
    return rest > 0 ? [...shown, WORDS[settings.language].more(rest)] : shown;
  });
}

// Errors go before warnings where not all can be shown; their order stays.
function firstOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const isError = ({ severity }: Diagnostic) => severity === 'error';
  const first = [
    ...diagnostics.filter(isError),
    ...diagnostics.filter((each) => !isError(each)),
  ].slice(0, MOST_IN_FILE);
  return diagnostics.filter((each) => first.includes(each));
}

function diagnosticText(
  diagnostic: Diagnostic,
  sources: Sources,
  settings: TextSettings,
): string[] {
  const { language, paint } = settings;
  const words = WORDS[language];
  const paintSeverity = severityPaint(diagnostic.severity, settings);
  const label = paintSeverity(`${words[diagnostic.severity]}[${diagnostic.code}]`);
  const where = paint.strong(position(diagnostic.span, sources));
  const gutter = gutterWidth(diagnostic, sources);
  return [
    `${where}  ${label} ${printable(sentence(diagnostic, language))}`,
    ...excerpt(diagnostic.span, sources, gutter, settings, paintSeverity),
    ...diagnostic.related.flatMap((related) => relatedText(related, sources, gutter, settings)),
    ...fixTexts(diagnostic, language).map((text) => `${' '.repeat(gutter)} ${paint.good(text)}`),
  ];
}

function fixTexts({ fix, choices }: Diagnostic, language: Language): string[] {
  const words = WORDS[language];
  const fixes = [...(fix ? [fix] : []), ...choices];
  return fixes.map(
    (each, index) =>
      (index === 0 ? words.fix : words.choice) +
      printable(each.title[language]).replace(/\s*\n\s*/g, ' '),
  );
}

function relatedText(
  related: Related,
  sources: Sources,
  gutter: number,
  settings: TextSettings,
): string[] {
  const { language, paint } = settings;
  const lead = `${' '.repeat(gutter)} ${position(related.span, sources)}${WORDS[language].colon}${printable(related.note[language])}`;
  return [lead, ...excerpt(related.span, sources, gutter, settings, paint.faint)];
}

function severityPaint(severity: Severity, { paint }: TextSettings): Painter {
  switch (severity) {
    case 'error':
      return paint.bad;
    case 'warning':
      return paint.warn;
    case 'note':
      return paint.faint;
    default:
      return severity satisfies never;
  }
}

/** `file:line:column`, the file alone where its text is not known. */
export function position(span: Span, sources: Sources): string {
  const source = sources.get(span.file);
  if (!source) return span.file;
  const { line, column } = placeOf(source, span.start);
  return `${span.file}:${line}:${column}`;
}

function gutterWidth({ span, related }: Diagnostic, sources: Sources): number {
  const lines = [span, ...related.map((each) => each.span)].map((each) => {
    const source = sources.get(each.file);
    return source ? placeOf(source, each.start).line : 0;
  });
  return String(Math.max(...lines)).length + 1;
}

// The source line with a mark under the place. Long lines show a window around it; a tab is shown as
// one space, so that the mark lies where the text does.
function excerpt(
  span: Span,
  sources: Sources,
  gutter: number,
  { paint, width }: TextSettings,
  mark: Painter,
): string[] {
  const source = sources.get(span.file);
  if (!source) return [];
  const { line, column } = placeOf(source, span.start);
  const characters = [...printable(lineText(source, line))];
  const from = Math.min(column - 1, characters.length);
  const end = placeOf(source, span.end);
  const to = end.line === line ? Math.min(end.column - 1, characters.length) : characters.length;
  const room = Math.max(20, width - gutter - 3);
  const start = windowStart(characters, from, room);
  const before = characters.slice(start, from).join('');
  const marked = characters.slice(from, Math.min(to, from + room)).join('');
  const text = cutTo(characters.slice(start, start + room + 1), room);
  const underline = '^'.repeat(Math.max(1, Math.min(widthOf(marked), room - widthOf(before))));
  const bar = paint.faint('│');
  return [
    `${paint.faint(String(line).padStart(gutter))} ${bar} ${text}`,
    `${' '.repeat(gutter)} ${bar} ${' '.repeat(widthOf(before))}${mark(underline)}`,
  ];
}

// Where the shown part of the line begins: at its start where the place is near enough to it.
function windowStart(characters: readonly string[], from: number, room: number): number {
  let used = 0;
  let start = from;
  for (let place = from; place > 0; place--) {
    used += widthOf(characters[place - 1] ?? '');
    if (used <= room * 0.4) start = place - 1;
    if (used > room * 0.6) return start;
  }
  return 0;
}

function cutTo(characters: readonly string[], room: number): string {
  const text = characters.join('');
  if (characters.length <= room && widthOf(text) <= room) return text;
  let cut = '';
  let used = 0;
  for (const character of characters) {
    used += widthOf(character);
    if (used > room - 1) break;
    cut += character;
  }
  return `${cut}…`;
}

/** One diagnostic for programs. Lines and columns are one-based, columns counted in code points. */
export interface DiagnosticJson {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** The first way to mend it; null where none is known. */
  readonly fix: FixJson | null;
  /** Every way to mend it, where only the author can choose. */
  readonly choices: readonly FixJson[];
  readonly related: readonly (PlaceJson & { readonly message: string })[];
}

interface PlaceJson {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface FixJson {
  readonly title: string;
  readonly edits: readonly (PlaceJson & { readonly text: string })[];
}

/** The diagnostics for programs. */
export function diagnosticsJson(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  language: Language,
): DiagnosticJson[] {
  return diagnostics.map((diagnostic) => ({
    ...placeJson(diagnostic.span, sources),
    severity: diagnostic.severity,
    code: diagnostic.code,
    message: sentence(diagnostic, language),
    fix: diagnostic.fix ? fixJson(diagnostic.fix, sources, language) : null,
    choices: diagnostic.choices.map((choice) => fixJson(choice, sources, language)),
    related: diagnostic.related.map(({ span, note }) => ({
      ...placeJson(span, sources),
      message: note[language],
    })),
  }));
}

function fixJson({ title, edits }: Fix, sources: Sources, language: Language): FixJson {
  return {
    title: title[language],
    edits: edits.map(({ span, text }) => ({ ...placeJson(span, sources), text })),
  };
}

function placeJson(span: Span, sources: Sources): PlaceJson {
  const source = sources.get(span.file);
  const at = (offset: number): Place => (source ? placeOf(source, offset) : { line: 1, column: 1 });
  const [start, end] = [at(span.start), at(span.end)];
  return {
    file: span.file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
