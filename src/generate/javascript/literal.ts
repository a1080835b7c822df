// Data as the text of a literal.
import { key } from './exact-expression.ts';

/** Data as a literal; `__proto__` is a name like any other. */
export function literal(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(literal).join(', ')}]`;
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const entries = Object.entries(data).map(([name, value]) => `${key(name)}: ${literal(value)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
