// What two declarations of one name have in common: the values that both types hold.
import type { Type } from './type.ts';
import { isRanking, sameRanking } from './type.ts';
import { sameDimensions } from './unit.ts';

/** The type of values that both types hold; undefined where they mean different things. */
export function commonType(a: Type, b: Type): Type | undefined {
  if (a.kind === 'number')
    return b.kind === 'number' && sameDimensions(a.unit, b.unit)
      ? { ...a, integer: a.integer || b.integer }
      : undefined;
  if (a.kind === 'enumeration') {
    if (b.kind !== 'enumeration') return undefined;
    if (isRanking(a) || isRanking(b))
      return isRanking(a) && isRanking(b) && sameRanking(a, b) ? a : undefined;
    const values = a.values.filter((value) => b.values.includes(value));
    return values.length > 0 ? { ...a, values } : undefined;
  }
  if (a.kind === 'list') {
    if (b.kind !== 'list') return undefined;
    const of = commonType(a.of, b.of);
    const least = Math.max(a.least, b.least);
    const most = Math.min(a.most ?? Infinity, b.most ?? Infinity);
    if (of === undefined || least > most) return undefined;
    return { kind: 'list', of, least, most: most === Infinity ? undefined : most };
  }
  if (a.kind === 'record') {
    if (b.kind !== 'record' || a.fields.size !== b.fields.size) return undefined;
    const fields = new Map<string, Type>();
    for (const [name, type] of a.fields) {
      const other = b.fields.get(name);
      const both = other && commonType(type, other);
      if (both === undefined) return undefined;
      fields.set(name, both);
    }
    return { kind: 'record', fields };
  }
  return a.kind === b.kind ? a : undefined;
}
