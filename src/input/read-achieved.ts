// Targets and actual values of a goal table: `≥95%`, `8家`, `2023年12月31日前`, `有效`. Words are
// values here, so almost any text is accepted; what looks like a mistyped figure is not.
import { diagnose } from '../diagnostics/diagnose.ts';
import { formatExact } from '../number/decimal.ts';
import { parseActual, parseTarget } from '../types/target.ts';
import type { Value } from '../types/value.ts';
import type { DocumentNode, Reading } from './document.ts';
import { brief } from './document.ts';
import { readRemark } from './evidence.ts';
import { PLAIN_NOTATION, halfWidth } from './figure-notation.ts';
import { LONGEST_FIGURE, quote, readFigure } from './read-figure.ts';
import { ungroupedAnywhere } from './word-notation.ts';

/** Reads a target or an actual value; numbers may be written as numbers. */
export function readAchieved(
  reading: Reading,
  node: DocumentNode,
  kind: 'target' | 'actual',
  name: string,
): Value | undefined {
  if (node.kind === 'number') {
    const figure = readFigure(reading, node, name, PLAIN_NOTATION);
    if (figure === undefined) return undefined;
    const plain = /^-?\d+(?:\.\d+)?$/.test(figure.text);
    return valueOf(kind, plain ? figure.text : formatExact(figure.value));
  }
  if (node.kind !== 'text') {
    readRemark(reading, node, name);
    return undefined;
  }
  const { text, span } = node;
  if (text.trim() === '') reading.report(diagnose('text-blank', span, { name }));
  else if (text.length > LONGEST_FIGURE)
    reading.report(diagnose('figure-too-long', span, { name, limit: LONGEST_FIGURE }));
  else {
    const corrected = ungroupedAnywhere(text);
    if (!isWords(valueOf(kind, halfWidth(text)))) return valueOf(kind, halfWidth(text));
    // Words keep their own punctuation, except where only separators keep them from being a figure.
    if (isWords(valueOf(kind, corrected))) return valueOf(kind, text);
    const facts = { name, text: brief(text), corrected: brief(corrected) };
    reading.report(diagnose('digits-grouped', span, facts, { fix: quote(span, corrected) }));
  }
  return undefined;
}

function valueOf(kind: 'target' | 'actual', text: string): Value {
  return kind === 'target'
    ? { kind, target: parseTarget(text) }
    : { kind, actual: parseActual(text) };
}

function isWords(value: Value): boolean {
  if (value.kind === 'target') return value.target?.kind === 'words';
  return value.kind === 'actual' && value.actual?.kind === 'words';
}
