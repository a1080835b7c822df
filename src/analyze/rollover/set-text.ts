// Text from many places laid out by the formatter, with the places of every line of the result. The
// formatter writes the tokens that it reads, in their order, so the tokens of both texts can be counted
// off against each other; only separators may be left out.
import { lex } from '../../../grammar/lexer.ts';
import { endOf, symbolTokens as S } from '../../../grammar/tokens.ts';
import { functionWords } from '../../builtins/function-words.ts';
import { hasErrors } from '../../diagnostics/diagnose.ts';
import { parse } from '../../syntax/parse.ts';
import { print } from '../../syntax/print.ts';
import type { KeywordSetting } from '../../syntax/print-spelling.ts';
import { createSource, placeOf } from '../../text/source.ts';
import type { Source } from '../../text/source.ts';
import type { Stretch, Written } from './written.ts';
import { bareText } from './written.ts';

/** A line of a file. */
export interface LineOrigin {
  readonly file: string;
  readonly line: number;
}

export interface SetLine {
  readonly text: string;
  /** Where what is on it was written, in its order; empty for a blank line. */
  readonly origins: readonly LineOrigin[];
}

/** A text as the formatter lays it out. */
export interface SetText {
  readonly text: string;
  readonly lines: readonly SetLine[];
}

/** Lays the text of a ruleset out. */
export function setText(
  written: Written,
  sourceOf: (file: string) => Source | undefined,
  keywordSetting: KeywordSetting = 'keep',
): SetText {
  const raw = createSource('', bareText(written));
  const { file, diagnostics } = parse(raw);
  if (hasErrors(diagnostics)) throw new Error(`put together wrongly: ${raw.text}`);
  const text = print(file, raw, { keywords: keywordSetting, functions: functionWords });
  const result = createSource('', text);
  const origins = text
    .replace(/\n$/, '')
    .split('\n')
    .map((): LineOrigin[] => []);
  const stretches = placesOf(written);
  for (const [from, to] of pieces(raw, result)) {
    const stretch = stretches(from);
    const source = stretch && sourceOf(stretch.file);
    const line = origins[placeOf(result, to).line - 1];
    if (!stretch || !source || !line) continue;
    const offset = stretch.isPutIn ? stretch.start : stretch.start + from - stretch.at;
    const origin = { file: stretch.file, line: placeOf(source, offset).line };
    const isKnown = line.some((each) => each.file === origin.file && each.line === origin.line);
    if (!isKnown) line.push(origin);
  }
  const lines = text.replace(/\n$/, '').split('\n');
  return { text, lines: lines.map((line, at) => ({ text: line, origins: origins[at] ?? [] })) };
}

// Offsets in both texts at which the same token, or the same line of a comment, begins.
function pieces(raw: Source, result: Source): (readonly [number, number])[] {
  const [before, after] = [lex(raw.text), lex(result.text)];
  const pairs: (readonly [number, number])[] = [];
  let next = 0;
  for (const token of before.tokens) {
    const other = after.tokens[next];
    const isSeparator = token.tokenType === S.Comma || token.tokenType === S.Semicolon;
    if (!other || (isSeparator && other.tokenType !== token.tokenType)) continue;
    pairs.push([token.startOffset, other.startOffset]);
    if (endOf(other) > other.startOffset) next++;
  }
  before.comments.forEach(({ start, end }, at) => {
    const other = after.comments[at];
    if (!other) return;
    const written = raw.text.slice(start, end);
    const lines = [...written.matchAll(/\r\n|\r|\n/g)].map(
      (found) => found.index + found[0].length,
    );
    const laid = [...result.text.slice(other.start, other.end).matchAll(/\n/g)];
    pairs.push([start, other.start]);
    lines.forEach((offset, line) => {
      pairs.push([start + offset, other.start + (laid[line]?.index ?? -1) + 1]);
    });
  });
  return pairs.sort(([, a], [, b]) => a - b);
}

interface Placed extends Stretch {
  /** Where it begins in the text that is put together. */
  readonly at: number;
}

function placesOf(written: Written): (offset: number) => Placed | undefined {
  let at = 0;
  const placed = written.map((stretch): Placed => {
    const here = { ...stretch, at };
    at += stretch.text.length;
    return here;
  });
  return (offset) => {
    let [low, high] = [0, placed.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((placed[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    // Empty stretches share an offset with the one behind them.
    return placed[low];
  };
}
