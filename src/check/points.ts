// Points and their conservation: the parts of a whole add up to it, and where they do not, both
// figures and the difference are said.
import type { Fix, Related } from '../diagnostics/diagnostic.ts';
import { formatExact } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import type { Report } from './report.ts';
import type { Typing } from './typing.ts';
import { fixedScore } from './typing.ts';

/** A part of a whole: its points as written and read, and what its own parts add up to. */
export interface Part {
  readonly name: string;
  /** Undefined where a mistake keeps the figure from being known. */
  readonly points: Q.Rational | undefined;
  readonly written: Syntax.Expression;
  /** Undefined for a part without parts of its own. */
  readonly inside: Q.Rational | undefined;
}

/** The points of a node: fixed, and not below 0. */
export function readPoints(typing: Typing, written: Syntax.Expression): Q.Rational | undefined {
  if (written.kind === 'number' && written.percent !== '') {
    typing.report.say('points-as-share', written.span, {
      written: `${written.digits}${written.percent}`,
      points: written.digits,
    });
    return undefined;
  }
  const points = fixedScore(typing, written, 'points');
  if (points === undefined || Q.signOf(points) >= 0) return points;
  typing.report.say('points-negative', written.span, { points: formatExact(points) });
  return undefined;
}

/** What the parts add up to, or undefined while one of them is not known. */
export function sumOf(parts: readonly Part[]): Q.Rational | undefined {
  const known = parts.flatMap(({ points }) => points ?? []);
  return known.length < parts.length ? undefined : Q.sum(known);
}

/** Says so when the parts do not add up to the whole; `path` is empty for the total. */
export function conserve(
  report: Report,
  path: readonly string[],
  whole: { readonly points: Q.Rational | undefined; readonly written: Syntax.Expression },
  parts: readonly Part[],
): void {
  const sum = sumOf(parts);
  if (whole.points === undefined || sum === undefined || Q.equal(whole.points, sum)) return;
  const difference = Q.subtract(sum, whole.points);
  report.say(
    'points-not-conserved',
    whole.written.span,
    {
      path: path.join(' / '),
      declared: formatExact(whole.points),
      sum: formatExact(sum),
      difference: formatExact(difference),
    },
    { fix: absorbingFix(parts, difference), related: amendedParts(whole.written, parts) },
  );
}

// The points that another file gave, where the whole keeps those of its own.
function amendedParts(whole: Syntax.Expression, parts: readonly Part[]): Related[] {
  return parts
    .filter(({ written }) => written.span.file !== whole.span.file)
    .map(({ written, name }) => ({
      span: written.span,
      note: { en: `the points of “${name}”`, zh: `“${name}”的分值` },
    }));
}

// Only when a single part can take the difference without becoming inconsistent itself is it clear
// enough which figure is the wrong one.
function absorbingFix(parts: readonly Part[], difference: Q.Rational): Fix | undefined {
  const able = parts.flatMap(({ name, points, written, inside }) => {
    const mended = points && Q.subtract(points, difference);
    if (!mended || Q.signOf(mended) <= 0 || written.kind !== 'number') return [];
    // What more than doubles a part is not its slip: other parts are still to come.
    if (Q.compare(Q.absolute(difference), points) > 0) return [];
    return inside === undefined || Q.equal(inside, mended) ? [{ name, mended, written }] : [];
  });
  const [only] = able;
  if (!only || able.length > 1) return undefined;
  const { name, mended, written } = only;
  const { file, start } = written.span;
  const text = formatExact(mended);
  return {
    title: { en: `Give “${name}” ${text} points`, zh: `将“${name}”改为 ${text} 分` },
    edits: [{ span: { file, start, end: start + written.digits.length }, text }],
  };
}
