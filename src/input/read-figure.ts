// One figure of a department's file, from its text to an exact number in base units. Says exactly
// what is wrong with a figure that cannot be taken: digits, separators, unit, percent sign.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { formatExact, parseDecimal, significantDigits } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { HUNDRED, divide, multiply } from '../number/rational.ts';
import type { Span } from '../text/span.ts';
import type { DocumentNode, Reading } from './document.ts';
import { brief, shown } from './document.ts';
import type { Notation } from './figure-notation.ts';
import { halfWidth, splitFigure, ungrouped } from './figure-notation.ts';

/** Digits beyond these may change when another program reads the file as binary numbers. */
const MOST_DIGITS = 15;
/** Exact arithmetic takes its time with longer figures, and no public body has them. */
export const LONGEST_FIGURE = 10_000;

/** A figure with the text it was published as: half width, decimals kept. */
export interface WrittenFigure {
  readonly value: Rational;
  readonly text: string;
}

/** Reads a figure, or reports why it cannot be one. */
export function readFigure(
  reading: Reading,
  node: DocumentNode,
  name: string,
  notation: Notation,
): WrittenFigure | undefined {
  const taken = takeFigure(reading, node, name, notation);
  if (!('code' in taken)) return taken;
  reading.report(taken);
  return undefined;
}

function takeFigure(
  reading: Reading,
  node: DocumentNode,
  name: string,
  notation: Notation,
): WrittenFigure | Diagnostic {
  const { span } = node;
  const unit = notation.label;
  if (node.kind !== 'text' && node.kind !== 'number')
    return diagnose('figure-expected', span, { name, text: shown(reading, node), unit });
  const text = node.kind === 'number' ? node.written : halfWidth(node.text);
  const said = { name, text: brief(text) };
  if (text.length > LONGEST_FIGURE)
    return diagnose('figure-too-long', span, { name, limit: LONGEST_FIGURE });
  const digits = significantDigits(text);
  if (node.kind === 'number' && digits > MOST_DIGITS)
    return diagnose('too-many-digits', span, { ...said, digits }, { fix: quote(span, text) });
  const corrected = ungrouped(text);
  if (corrected !== undefined) {
    const facts = { ...said, corrected: brief(corrected) };
    return diagnose('digits-grouped', span, facts, { fix: quote(span, corrected) });
  }
  const { decimal, suffix } = splitFigure(text) ?? { decimal: '', suffix: '' };
  const figure = parseDecimal(decimal);
  if (figure === undefined) return diagnose('figure-expected', span, { ...said, unit });
  const scale = suffix === '' ? notation.bare : notation.suffixes.get(suffix);
  if (scale !== undefined) return { value: multiply(figure, scale), text };
  return wrongSuffix(figure, text, suffix, span, name, notation);
}

// The figure is one, but what stands behind it is not what the declaration allows.
function wrongSuffix(
  figure: Rational,
  text: string,
  suffix: string,
  span: Span,
  name: string,
  notation: Notation,
): Diagnostic {
  const said = { name, text: brief(text) };
  const accepted = [...notation.suffixes.keys()];
  if (suffix === '' && notation.suffixes.has('%')) {
    const asRatio = `${formatExact(multiply(figure, HUNDRED))}%`;
    const choices = [quote(span, `${text}%`), quote(span, asRatio)];
    return diagnose('percentage-without-sign', span, said, { choices });
  }
  if (suffix === '') return diagnose('unit-missing', span, { ...said, accepted });
  if (suffix === '%' && accepted.length === 0) {
    const plain = formatExact(divide(figure, HUNDRED));
    const facts = { ...said, plain: brief(plain) };
    return diagnose('percent-sign-unexpected', span, facts, { fix: quote(span, plain) });
  }
  // What begins with no letter is no unit: `12/7`, `3-5`, `2023-12-31`.
  return /^[\p{L}%‰]/u.test(suffix)
    ? diagnose('unit-wrong', span, { ...said, unit: brief(suffix), accepted })
    : diagnose('figure-expected', span, { ...said, unit: notation.label });
}

/** Writes the text in quotes in the value's place. */
export function quote(span: Span, text: string): Fix {
  const written = JSON.stringify(text);
  const title = { en: `Write ${brief(written)}`, zh: `改为 ${brief(written)}` };
  return { title, edits: [{ span, text: written }] };
}
