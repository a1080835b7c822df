// Words for what the YAML library finds wrong with a text. It names each problem by a code; we say
// it in our own words, and say first what people who type Chinese most often get wrong in JSON:
// full-width punctuation.
import type { Document, YAMLError } from 'yaml';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DocumentProblem } from '../diagnostics/document-messages.ts';
import type { Source } from '../text/source.ts';
import { placeOf } from '../text/source.ts';
import type { Span } from '../text/span.ts';

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
    found.push(fullWidth(span, mark, instead, instead));
    if (found.length === MOST) break;
  }
  return found;
}

function fullWidth(span: Span, mark: string, instead: string, text: string): Diagnostic {
  const title = { en: `Write ${instead}`, zh: `改为半角 ${instead}` };
  const fix = { title, edits: [{ span, text }] };
  return diagnose('full-width-mark', span, { mark, instead }, { fix });
}

/**
 * Full-width colons behind the first word of a line, where YAML wants a plain one with a space. Only
 * for a stretch of text in which entries were due: elsewhere they may belong to a text.
 */
export function yamlColons(
  source: Source,
  { start, end }: Pick<Span, 'start' | 'end'>,
): Diagnostic[] {
  const { file, text } = source;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const stretch = text.slice(lineStart, end);
  return [...stretch.matchAll(/^[ \t]*(?:- +)?[^\s:："'{[#&*!|>%@`][^:："'\r\n]*(：)[ \t]*/gmu)]
    .slice(0, MOST)
    .map((match) => {
      const at = lineStart + match.index + match[0].lastIndexOf('：');
      const rest = /^[^\r\n]*/.exec(text.slice(at + 1))?.[0].trim() ?? '';
      const space = rest === '' || /^\s/.test(text.charAt(at + 1)) ? '' : ' ';
      return fullWidth({ file, start: at, end: at + 1 }, '：', ':', `:${space}`);
    });
}
