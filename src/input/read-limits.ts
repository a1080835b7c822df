// A figure that must come out, exact or between two limits: `96.76`, `96.30..97.30`, or both ends by
// name.
import { diagnose } from '../diagnostics/diagnose.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { compare } from '../number/rational.ts';
import type { DocumentNode, Reading } from './document.ts';
import { entryOf } from './document.ts';
import type { Notation } from './figure-notation.ts';
import { LIMITS_MARK, halfWidth } from './figure-notation.ts';
import { readFigure } from './read-figure.ts';

/** Two limits, which are the same where one figure is expected. */
export interface Limits {
  readonly low: Rational;
  readonly high: Rational;
}

const TWO_ENDS = new RegExp(`^(.+?)${LIMITS_MARK}(.+)$`, 'su');

/** Reads the limits in one notation; undefined after a report. */
export function readLimits(
  reading: Reading,
  node: DocumentNode,
  name: string,
  notation: Notation,
): Limits | undefined {
  const ends = endsOf(node);
  const [low, high] = ends.map((end) => end && readFigure(reading, end, name, notation)?.value);
  if (low === undefined || (ends.length > 1 && high === undefined)) return undefined;
  const limits = { low, high: high ?? low };
  if (compare(limits.low, limits.high) <= 0) return limits;
  const facts = { name, low: formatExact(limits.low), high: formatExact(limits.high) };
  reading.report(diagnose('range-reversed', node.span, facts));
  return undefined;
}

// Both ends, or the one figure; an end that is missing has been reported before.
function endsOf(node: DocumentNode): readonly (DocumentNode | undefined)[] {
  if (node.kind === 'object') return [entryOf(node, 'low'), entryOf(node, 'high')];
  const match = node.kind === 'text' ? TWO_ENDS.exec(halfWidth(node.text)) : null;
  const { span } = node;
  if (match?.[1] === undefined || match[2] === undefined) return [node];
  return [match[1], match[2]].map((text) => ({ kind: 'text', text, span }));
}
