// What a fix puts into a file, in the language and the shape of the file around it: fixes are made with
// English keywords, and a clerk who writes Chinese gets Chinese ones.
import { keywords } from '../../grammar/keywords.ts';
import { lex } from '../../grammar/lexer.ts';
import { NumberLiteral, endOf, keywordOf } from '../../grammar/tokens.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Edit, Fix } from '../diagnostics/diagnostic.ts';
import { languageOf } from '../syntax/written-language.ts';
import type { Source } from '../text/source.ts';

/** The edit with its keywords in the language of the file; a row that is added gets a line like the others. */
export function inFile(edit: Edit, source: Source | undefined): Edit {
  if (!source) return edit;
  const text = inLanguage(edit.text, languageOf(source));
  return { ...edit, text: isRow(edit) ? onOwnLine(text, source, edit.span.start) : text };
}

/** A fix as it is offered: its edits fitted to their files, its title saying what is really written. */
export function fixInFile(
  { title, edits }: Fix,
  sourceOf: (file: string) => Source | undefined,
  language: Language,
): { readonly title: string; readonly edits: readonly Edit[] } {
  const fitted = edits.map((edit) => inFile(edit, sourceOf(edit.span.file)));
  const said = edits.reduce((text, { text: written }, at) => {
    const own = fitted[at]?.text.trim() ?? '';
    return written.trim() === '' ? text : text.replace(written.trim(), () => own);
  }, title[language]);
  return { title: said, edits: fitted };
}

/** A piece of a ruleset with its keywords in a language; names and texts as they are. */
export function inLanguage(text: string, language: Language): string {
  const { tokens } = lex(text);
  let written = '';
  let end = 0;
  tokens.forEach((token, index) => {
    written += text.slice(end, token.startOffset);
    end = endOf(token);
    const id = keywordOf(token);
    const isUnit = id === 'Points' && tokens[index - 1]?.tokenType === NumberLiteral;
    if (id === undefined || (isUnit && language === 'en')) written += token.image;
    else if (isUnit) written += '分';
    else {
      const spellings: readonly string[] = keywords[id][language];
      written += spellings.includes(token.image) ? token.image : keywords[id][language][0];
    }
  });
  return written + text.slice(end);
}

function isRow({ span, text }: Edit): boolean {
  const [first] = lex(text).tokens;
  return span.start === span.end && first !== undefined && keywordOf(first) === 'Otherwise';
}

// Behind a row that begins its line, the next one begins the next line.
function onOwnLine(text: string, { text: whole }: Source, offset: number): string {
  const line =
    whole
      .slice(0, offset)
      .split(/\r\n|\r|\n/)
      .at(-1) ?? '';
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const begins = line.trim();
  if (begins === '' || /[{｛]/.test(begins)) return text;
  const end = whole.includes('\r\n') ? '\r\n' : '\n';
  return `${end}${indent}${text.trim()}`;
}
