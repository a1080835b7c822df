// A file → the edits that bring it into the standard form, or its keywords into the other language.
// Both write the tokens that were read, so neither can change what the file says; a file that cannot be
// read as a whole stays as it is.
import { functionWords } from '../builtins/function-words.ts';
import { hasErrors } from '../diagnostics/diagnose.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Edit } from '../diagnostics/diagnostic.ts';
import type { KeywordSetting } from '../syntax/print-spelling.ts';
import { print } from '../syntax/print.ts';
import type { Source } from '../text/source.ts';
import type { Workspace } from './workspace.ts';
import { readFile } from './workspace.ts';

export type Formatted =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'refused'; readonly reason: string };

const REASONS = {
  en: {
    missing: (file: string) => `There is no file ${file}.`,
    broken: 'The text has mistakes that keep it from being read as a whole. Mend the errors first.',
  },
  zh: {
    missing: (file: string) => `没有文件 ${file}。`,
    broken: '文本里有读不通的地方，请先改正错误，再排版或转换。',
  },
} as const;

/** The file in the standard form, keywords as they are. */
export function formatEdits(workspace: Workspace, file: string): Formatted {
  return printed(workspace, file, 'keep');
}

/** The file with its keywords and functions in a language, comments and names as they are. */
export function convertKeywords(workspace: Workspace, file: string, to: Language): Formatted {
  return printed(workspace, file, to);
}

function printed(workspace: Workspace, file: string, keywords: KeywordSetting): Formatted {
  const reasons = REASONS[workspace.language];
  const read = readFile(workspace, file);
  if (!read) return { kind: 'refused', reason: reasons.missing(file) };
  const { source, result } = read;
  if (!result.file.ruleset || hasErrors(result.diagnostics))
    return { kind: 'refused', reason: reasons.broken };
  const text = print(result.file, source, { keywords, functions: functionWords });
  return { kind: 'edits', edits: changedLines(source, text) };
}

/** One edit from the first line that differs to the last, so that the rest keeps its place. */
function changedLines({ file, text }: Source, wanted: string): readonly Edit[] {
  if (text === wanted) return [];
  const least = Math.min(text.length, wanted.length);
  let start = 0;
  while (start < least && text[start] === wanted[start]) start++;
  start = text.lastIndexOf('\n', start - 1) + 1;
  let same = 0;
  while (same < least - start && text.at(-1 - same) === wanted.at(-1 - same)) same++;
  // Not through the middle of a line, or of a pair of code units.
  while (same > 0 && text[text.length - same - 1] !== '\n') same--;
  const end = text.length - same;
  return [{ span: { file, start, end }, text: wanted.slice(start, wanted.length - same) }];
}
