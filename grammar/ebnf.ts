// The grammar for people to read, made from the rules that parse: EBNF with the English keywords, and
// the table of both languages behind it.
import type { ISerializedGast } from 'chevrotain';
import { keywordEntries } from './keywords.ts';
import { Grammar } from './rules.ts';
import { symbolEntries } from './symbols.ts';

const PREFACE = `(* Biaochi: the grammar of a ruleset. Made from grammar/*-rules.ts; do not edit.

   [ a ]  a or nothing     { a }  a any number of times     a | b  one of the two
   "at least"  a keyword, here in English; each has a Chinese spelling, see the end
   NAME        an identifier, a quoted name, or any keyword that is not marked ! at the end
   IDENTIFIER  a letter or _ and then letters, digits and marks, of any script
   QUOTED-NAME 「…」 or \`…\`, on one line, not empty
   NUMBER      digits with at most one point between digits: 12, 12.5
   DATE        2023-12-31 or 2023年12月31日, written without spaces
   TEXT        "…" or “…”, on one line; \\" \\\\ \\n are escapes

   Comments are // to the end of the line and /* … */. White space means nothing but for two rules:
   a unit stands on its number's line, and a keyword that begins a line where a name is due is a
   keyword. A word after a number is not its unit where it begins the next row. *)
`;

const LITERALS: ReadonlyMap<string, string> = new Map([
  ['NameWord', 'NAME'],
  ['Identifier', 'IDENTIFIER'],
  ['QuotedName', 'QUOTED-NAME'],
  ['NumberLiteral', 'NUMBER'],
  ['DateLiteral', 'DATE'],
  ['TextLiteral', 'TEXT'],
  ...keywordEntries.map(([id, { en }]) => [`${id}Keyword`, `"${en[0]}"`] as const),
  ...symbolEntries.map(([id, [ascii]]) => [id, `"${ascii}"`] as const),
]);

const LINE_WIDTH = 96;

interface Production {
  readonly type: ISerializedGast['type'];
  readonly name?: string;
  readonly definition?: readonly Production[];
}

/** The whole grammar as EBNF, ending in a line end. */
export function ebnf(): string {
  const rules: readonly Production[] = new Grammar().getSerializedGastProductions();
  const starts = SECTIONS.map(([, first]) => rules.findIndex(({ name }) => name === first));
  const sections = SECTIONS.map(([title], section) => {
    const start = starts[section] ?? 0;
    const end = Math.min(rules.length, ...starts.filter((other) => other > start));
    return [`(* ${title} *)\n`, ...rules.slice(start, end).map(ruleText), ''].join('\n');
  });
  return [PREFACE, ...sections, keywordTable()].join('\n');
}

/** Sections from the whole to its parts, each with the first of its rules as they are defined. */
const SECTIONS = [
  ['The file', 'file'],
  ['Declarations', 'declaredName'],
  ['What gives points and what overrules it', 'cap'],
  ['Decisions and tiers', 'value'],
  ['Amendments', 'setPoints'],
  ['Types', 'bound'],
  ['Expressions', 'roundingMode'],
  ['Aggregates', 'aggregate'],
  ['Operands', 'name'],
] as const;

function ruleText(rule: Production): string {
  const head = `${ruleName(rule.name)} =`;
  const parts = partsOf(rule);
  const only = parts.length === 1 ? parts[0] : undefined;
  const alternatives =
    only?.type === 'Alternation' ? partsOf(only).map((part) => sequence(part)) : [];
  const line = `${head} ${alternatives.length > 0 ? alternatives.join(' | ') : sequence(rule)} ;`;
  if (line.length <= LINE_WIDTH) return line;
  if (alternatives.length > 0) return `${head}\n    ${alternatives.join('\n  | ')} ;`;
  return `${head}\n    ${wrapped(parts.map(term)).join('\n    ')} ;`;
}

function wrapped(terms: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const text of terms) {
    const line = lines.at(-1);
    const isShort = line !== undefined && line.length + text.length < LINE_WIDTH - 6;
    if (isShort) lines[lines.length - 1] = `${line} ${text}`;
    else if (text.length < LINE_WIDTH) lines.push(text);
    else lines.push(...brokenChoice(text));
  }
  return lines;
}

/** A choice that is too long for one line, broken before bars. */
function brokenChoice(text: string): readonly string[] {
  const [first = '', ...rest] = text.split(' | ');
  return rest.reduce<string[]>(
    (lines, alternative) => {
      const line = lines.at(-1) ?? '';
      const joined = `${line} | ${alternative}`;
      if (joined.length < LINE_WIDTH - 6) lines[lines.length - 1] = joined;
      else lines.push(`| ${alternative}`);
      return lines;
    },
    [first],
  );
}

/** `letDeclaration` is `let-declaration` in the text. */
function ruleName(name: string | undefined): string {
  return (name ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function partsOf(production: Production): readonly Production[] {
  return production.definition ?? [];
}

function sequence(production: Production): string {
  return partsOf(production).map(term).join(' ');
}

function term(production: Production): string {
  switch (production.type) {
    case 'NonTerminal':
      return ruleName(production.name);
    case 'Terminal':
      return LITERALS.get(production.name ?? '') ?? '?';
    case 'Alternation':
      return `( ${choice(production)} )`;
    case 'Option':
      return `[ ${inner(production)} ]`;
    case 'Repetition':
      return `{ ${inner(production)} }`;
    default:
      return sequence(production);
  }
}

/** What stands in brackets: a choice needs no parentheses of its own there. */
function inner(production: Production): string {
  const parts = partsOf(production);
  const [only] = parts;
  return parts.length === 1 && only?.type === 'Alternation' ? choice(only) : sequence(production);
}

function choice(alternation: Production): string {
  const texts = partsOf(alternation).map(sequence);
  return texts.filter((text) => text !== '').join(' | ');
}

function keywordTable(): string {
  const width = Math.max(...keywordEntries.map(([, { en }]) => en.join(', ').length));
  const rows = keywordEntries.map(([, { en, zh, hard, digitMayFollow }]) => {
    const marks = `${hard ? '!' : ' '}${digitMayFollow ? '#' : ' '}`;
    return `   ${marks} ${en.join(', ').padEnd(width)}  ${zh.join('、')}`;
  });
  const head = `(* Keywords in English and in Chinese. ! never a name; # in Chinese, a digit may follow at once.`;
  const twins = symbolEntries
    .filter(([, spellings]) => spellings.length > 1)
    .map(([, [ascii, ...others]]) => `   ${ascii.padEnd(2)}  ${others.join('  ')}`);
  return `${head}\n\n${rows.join('\n')}\n\n   Punctuation and what may be typed for it:\n\n${twins.join('\n')} *)\n`;
}
