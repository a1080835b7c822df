// Words for what the YAML library finds wrong with a text. It names each problem by a code; we say
// it in our own words, and say first what people who type Chinese most often get wrong in JSON:
// full-width punctuation.
import type { Document, YAMLError } from 'yaml';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DocumentProblem } from '../diagnostics/document-messages.ts';
import type { Source } from '../text/source.ts';
import { placeOf } from '../text/source.ts';

/** One broken bracket makes a parser stumble many times; more than this helps nobody. */
const MOST = 20;

const PROBLEMS: Partial<Record<YAMLError['code'], DocumentProblem>> = {
  BAD_INDENT: 'indentation',
  TAB_AS_INDENT: 'tab',
  BAD_DQ_ESCAPE: 'escape',
  MULTIPLE_DOCS: 'several-documents',
  NON_STRING_KEY: 'name',
  MULTILINE_IMPLICIT_KEY: 'name',
  KEY_OVER_1024_CHARS: 'name',
  BLOCK_AS_IMPLICIT_KEY: 'nested',
  BLOCK_IN_FLOW: 'unexpected',
  BAD_SCALAR_START: 'first-character',
  UNEXPECTED_TOKEN: 'unexpected',
};

/** What the library found, at most one diagnostic a line. */
export function syntaxDiagnostics(
  parsed: readonly Document.Parsed[],
  source: Source,
): Diagnostic[] {
  const second = parsed[1];
  const errors = parsed.slice(0, 1).flatMap((tree) => [...tree.errors, ...tree.warnings]);
  const found = errors.map((error) => {
    const start = Math.min(error.pos[0], source.text.length);
    const end = Math.min(Math.max(error.pos[1], start), source.text.length);
    return diagnose(
      'document-syntax',
      { file: source.file, start, end },
      { problem: problemOf(error, source) },
    );
  });
  if (second !== undefined && found.length === 0) {
    const start = Math.min(second.range[0], source.text.length);
    const end = Math.min(start + 1, source.text.length);
    found.push(
      diagnose(
        'document-syntax',
        { file: source.file, start, end },
        { problem: 'several-documents' },
      ),
    );
  }
  const lines = new Set<number>();
  const firstOfLine = found.filter(({ span }) => {
    const { line } = placeOf(source, span.start);
    return !lines.has(line) && lines.add(line);
  });
  return firstOfLine.slice(0, MOST);
}

function problemOf(error: YAMLError, source: Source): DocumentProblem {
  // A bracket left open is reported where the text ends, whatever the code.
  if (
    source.text.slice(error.pos[0]).trim().length <= 1 &&
    /\bend with\b|^Missing closing/.test(error.message)
  )
    return 'unclosed';
  if (error.code === 'MISSING_CHAR')
    return /closing|\bend with\b/.test(error.message) ? 'unclosed' : 'separator';
  return PROBLEMS[error.code] ?? 'other';
}

const HALF_WIDTH: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '：': ':',
    '，': ',',
    '、': ',',
    '“': '"',
    '”': '"',
    '｛': '{',
    '｝': '}',
    '［': '[',
    '］': ']',
    '【': '[',
    '】': ']',
  }),
);

/** Full-width marks outside of quoted texts, where the file is JSON by its looks. */
export function jsonPunctuation(source: Source): Diagnostic[] {
  const { file, text } = source;
  if (!/^[\s\uFEFF]*\{\s*["“”]/u.test(text)) return [];
  const found: Diagnostic[] = [];
  // Quoted texts and comments are stepped over; what is left of interest is one character.
  for (const match of text.matchAll(
    /"[^"\\]*(?:\\.[^"\\]*)*(?:"|$)|(?<=\s)#[^\r\n]*|[：，、“”｛｝［］【】]/gsu,
  )) {
    const [mark] = match;
    const instead = HALF_WIDTH.get(mark);
    if (instead === undefined) continue;
    const span = { file, start: match.index, end: match.index + mark.length };
    const title = { en: `Write ${instead}`, zh: `改为半角 ${instead}` };
    const fix = { title, edits: [{ span, text: instead }] };
    found.push(diagnose('full-width-mark', span, { mark, instead }, { fix }));
    if (found.length === MOST) break;
  }
  return found;
}
