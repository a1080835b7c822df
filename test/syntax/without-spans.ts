// Trees compared for what they say, not for where it stands.

const POINT_WORDS: ReadonlySet<unknown> = new Set(['points', 'point', '分']);

/** A copy of a tree without spans; the spellings of the unit of points are one. */
export function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'span' && key !== 'comments');
  return Object.fromEntries(
    entries.map(([key, inner]) => [
      key,
      key === 'unit' && isPoints(inner) ? 'points' : withoutSpans(inner),
    ]),
  );
}

function isPoints(unit: unknown): boolean {
  return typeof unit === 'object' && unit !== null && 'text' in unit && POINT_WORDS.has(unit.text);
}
