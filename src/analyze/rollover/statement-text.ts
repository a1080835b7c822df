// The text of a merged statement: as it stands in its file, with what amendments put in place of parts
// of it, and with paths that still find what they mean.
import { lex } from '../../../grammar/lexer.ts';
import { keywords } from '../../../grammar/keywords.ts';
import { endOf, keywordTokens as K, symbolTokens as S } from '../../../grammar/tokens.ts';
import type { MergedStatement } from '../../check/merged.ts';
import { nameOfStatement } from '../../check/merged.ts';
import { spellName } from '../../syntax/print-spelling.ts';
import type { Expression, Path, SyntaxNode } from '../../syntax/tree.ts';
import type { Part } from '../../syntax/visit.ts';
import { visit } from '../../syntax/visit.ts';
import type { Span } from '../../text/span.ts';
import type { Reading } from './reading.ts';
import type { Splice, Stretch, Written } from './written.ts';
import { putIn, slice, spliceAll } from './written.ts';

/** The text of a statement. */
export function statementText(reading: Reading, merged: MergedStatement): Written {
  const { statement } = merged;
  const source = reading.sourceOf(statement.span.file);
  if (statement.kind === 'source') return citationText(reading, merged);
  const written = [slice(source, statement.span)];
  return spliceAll(written, [
    ...openingSplices(reading, merged),
    ...withinSplices(reading, merged),
    ...valueSplices(reading, merged),
    ...givenSplices(reading, merged),
    ...pathSplices(reading, statement),
  ]);
}

/** The text of an expression. */
export function expressionText(reading: Reading, expression: Expression): Written {
  const written = [slice(reading.sourceOf(expression.span.file), expression.span)];
  return spliceAll(written, pathSplices(reading, expression));
}

// `cite A "…"` is the `source "…"` of A.
function citationText(reading: Reading, { statement }: MergedStatement): Written {
  if (statement.kind !== 'source') return [];
  const { span, document, section } = statement;
  const source = reading.sourceOf(span.file);
  if (lex(source.text.slice(span.start, span.end)).tokens[0]?.tokenType !== K.Cite)
    return [slice(source, span)];
  const language = reading.languageOf(span.file);
  return [
    putIn(keywords.Source[language][0], span),
    ...(document ? [putIn(' ', span), slice(source, document.span)] : []),
    ...(section
      ? [putIn(` ${keywords.Section[language][0]} `, section.span), slice(source, section.span)]
      : []),
  ];
}

// What has been supplied is open no more.
function openingSplices(reading: Reading, { statement, open }: MergedStatement): Splice[] {
  if (open || !('open' in statement) || !statement.open) return [];
  const { file, start, end } = statement.span;
  const text = reading.sourceOf(file).text.slice(start, end);
  const word = lex(text).tokens.find(({ tokenType }) => tokenType === K.Open);
  if (!word) return [];
  const from = start + word.startOffset;
  const space = /^\s*/.exec(text.slice(endOf(word)))?.[0].length ?? 0;
  return [{ span: { file, start: from, end: start + endOf(word) + space }, other: [] }];
}

// `replace let A / B = …` declares B in A.
function withinSplices(reading: Reading, { statement }: MergedStatement): Splice[] {
  const name = nameOfStatement(statement);
  if (!name) return [];
  const { file, start } = statement.span;
  const text = reading.sourceOf(file).text.slice(start, name.span.start);
  const { tokens } = lex(text);
  if (!tokens.some(({ tokenType }) => tokenType === S.Slash)) return [];
  const first = tokens.find((token) => !DECLARING.has(token.tokenType));
  if (!first) return [];
  return [{ span: { file, start: start + first.startOffset, end: name.span.start }, other: [] }];
}

/** The words with which declarations begin that have a name. */
const DECLARING: ReadonlySet<unknown> = new Set([
  K.Locked,
  K.Open,
  K.Let,
  K.Option,
  K.Type,
  K.Input,
  K.Output,
]);

function valueSplices(reading: Reading, { statement }: MergedStatement): Splice[] {
  if ((statement.kind !== 'option' && statement.kind !== 'let') || !statement.value) return [];
  const before = reading.original(statement);
  if (before?.kind !== statement.kind) return [];
  const { span } = statement.value;
  const old = before.value?.span;
  if (old?.file === span.file && old.start === span.start) return [];
  const value = expressionText(reading, statement.value);
  if (old) return [{ span: old, other: value }];
  const end =
    ('type' in statement ? statement.type?.span.end : undefined) ?? statement.name.span.end;
  const at = { file: statement.span.file, start: end, end };
  return [{ span: at, other: [putIn(' = ', span), ...value] }];
}

// Examples keep the reading that they were written under.
function givenSplices(reading: Reading, { statement }: MergedStatement): Splice[] {
  if (statement.kind !== 'example') return [];
  const before = reading.original(statement);
  if (before?.kind !== 'example') return [];
  const added = statement.givens.slice(before.givens.length);
  if (added.length === 0) return [];
  const { file, start, end } = statement.span;
  const last = before.givens.at(-1);
  const texts = added.flatMap(({ path, value }): Stretch[] => [
    putIn(`${path.names.map(({ text }) => spellName(text)).join(' / ')} = `, value.span),
    slice(reading.sourceOf(value.span.file), value.span),
  ]);
  const glued = (opening: string, closing: string): Written => [
    putIn(opening, statement.span),
    ...texts.flatMap((text, at) => (at > 0 && at % 2 === 0 ? [putIn('; ', text), text] : [text])),
    putIn(closing, statement.span),
  ];
  if (last) {
    const text = reading.sourceOf(file).text.slice(start, end);
    const isBroken = /[\r\n]/.test(text.slice(0, last.span.end - start));
    const at = { file, start: last.span.end, end: last.span.end };
    return [{ span: at, other: glued(isBroken ? '\n' : '; ', '') }];
  }
  const text = reading.sourceOf(file).text.slice(start, end);
  const brace = lex(text).tokens.find(({ tokenType }) => tokenType === S.LeftBrace);
  if (!brace) return [];
  const at = start + endOf(brace);
  return [{ span: { file, start: at, end: at }, other: glued(' ', ' ') }];
}

/** Paths that would find nothing, or something else, by the names that they were written with. */
function pathSplices(reading: Reading, part: Part): Splice[] {
  const splices: Splice[] = [];
  visit(part, {
    node: (node) => {
      if (node.kind === 'score-of' && node.path !== 'total')
        splices.push(...scorePathSplice(reading, node, node.path));
      const former: readonly (Path | undefined)[] =
        node.kind === 'example'
          ? node.givens.map(({ path }) => path)
          : node.kind === 'veto' || node.kind === 'exempt'
            ? [node.on]
            : [];
      for (const path of former) if (path) splices.push(...formerPathSplice(reading, path));
    },
  });
  return splices;
}

type ScoreOf = Extract<SyntaxNode, { kind: 'score-of' }>;

function scorePathSplice(reading: Reading, { isWhole, span }: ScoreOf, path: Path): Splice[] {
  if (!isWhole) return [];
  const written = reading.namesAt(path);
  const meant = path.names.map(({ text }) => text);
  const short = reading.shortest(meant);
  const isFound =
    written.length >= short.length &&
    written.every((name, at) => meant[meant.length - written.length + at] === name);
  if (isFound) return [];
  // Behind `score of` a path of several names stands in parentheses.
  const isBare = span.end === path.span.end && short.length > 1;
  return [renamed(path.span, short, isBare)];
}

function formerPathSplice(reading: Reading, path: Path): Splice[] {
  const names = path.names.map(({ text }) => text);
  const [found, ...others] = reading.formerly(names);
  if (found === undefined || others.length > 0) return [];
  const isFound = names.every((name, at) => found[found.length - names.length + at] === name);
  return isFound ? [] : [renamed(path.span, reading.shortest(found))];
}

function renamed(span: Span, path: readonly string[], isBare = false): Splice {
  const text = path.map(spellName).join(' / ');
  return { span, other: [putIn(isBare ? `(${text})` : text, span)] };
}
