// What a piece of syntax says, as one text without places: equal signatures say the same, whatever the
// spaces, comments and spellings of keywords.
import type { Expression } from '../../syntax/tree.ts';
import { parseDecimal } from '../../number/decimal.ts';
import { POINT_WORDS } from '../../check/type-literal.ts';

type NumberNode = Extract<Expression, { kind: 'number' }>;

const known = new WeakMap<object, string>();

/** Fields that say where something stands or what merging noted about it. */
const SILENT: ReadonlySet<string> = new Set(['span', 'isWhole']);

/** The signature of a node, a list of nodes, or a plain value. */
export function signature(value: unknown): string {
  if (typeof value !== 'object' || value === null)
    return value === undefined ? '' : JSON.stringify(value);
  const before = known.get(value);
  if (before !== undefined) return before;
  const said = Array.isArray(value)
    ? `[${value.map(signature).join()}]`
    : (figure(value) ?? fields(value));
  known.set(value, said);
  return said;
}

function fields(value: object): string {
  const entries = Object.entries(value)
    .filter(([name, inner]) => inner !== undefined && !SILENT.has(name))
    .map(([name, inner]) => `${name}:${signature(inner)}`);
  return `{${entries.sort().join()}}`;
}

// `8`, `8.0` and `8 points` are one figure of points.
function figure(value: object): string | undefined {
  if (!('kind' in value) || value.kind !== 'number' || !('digits' in value)) return undefined;
  const { digits, percent, unit } = value as NumberNode;
  const exact = parseDecimal(digits);
  const word = unit === undefined || POINT_WORDS.has(unit.text) ? '' : unit.text;
  return `#${exact ? `${exact.n}/${exact.d}` : digits}${percent}${word}`;
}
