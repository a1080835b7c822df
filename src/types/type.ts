// The types of the language's values. An algebra that knows neither syntax nor departments.
import type { Unit } from './unit.ts';
import { PLAIN, PERCENT, POINTS, sameDimensions } from './unit.ts';

/** The type of a value. Lists and records nest; every number carries its unit. */
export type Type =
  | NumberType
  | { readonly kind: 'boolean' }
  | EnumerationType
  | { readonly kind: 'date' }
  | { readonly kind: 'text' }
  /** What a department promised: `≥95%`, `8家`, `2023年12月31日前`, `有效`. */
  | { readonly kind: 'target' }
  /** What it achieved, in the same notation. */
  | { readonly kind: 'actual' }
  | ListType
  | RecordType
  /** The type of an expression that already has an error; agrees with everything. */
  | { readonly kind: 'error' };

export interface NumberType {
  readonly kind: 'number';
  readonly unit: Unit;
  readonly integer: boolean;
}

export interface EnumerationType {
  readonly kind: 'enumeration';
  readonly values: readonly string[];
  /** The values stand from the best down: they can be compared, and `min` is the worst. */
  readonly ranked?: true;
}

/** Words from the best down. */
export interface RankingType extends EnumerationType {
  readonly ranked: true;
}

export interface ListType {
  readonly kind: 'list';
  readonly of: Type;
  /** How many entries there may be; `most` is undefined where the declaration sets no limit. */
  readonly least: number;
  readonly most: number | undefined;
}

export interface RecordType {
  readonly kind: 'record';
  readonly fields: ReadonlyMap<string, Type>;
}

export const NUMBER: NumberType = { kind: 'number', unit: PLAIN, integer: false };
export const INTEGER: NumberType = { kind: 'number', unit: PLAIN, integer: true };
export const PERCENTAGE: NumberType = { kind: 'number', unit: PERCENT, integer: false };
export const SCORE: NumberType = { kind: 'number', unit: POINTS, integer: false };
export const BOOLEAN: Type = { kind: 'boolean' };
export const DATE: Type = { kind: 'date' };
export const TEXT: Type = { kind: 'text' };
export const TARGET: Type = { kind: 'target' };
export const ACTUAL: Type = { kind: 'actual' };
export const ERROR: Type = { kind: 'error' };

/** True when values of the two types can be compared with `=`. */
export function comparable(a: Type, b: Type): boolean {
  if (a.kind === 'error' || b.kind === 'error') return true;
  if (a.kind === 'number' && b.kind === 'number') return sameDimensions(a.unit, b.unit);
  if (a.kind === 'enumeration' && b.kind === 'enumeration')
    return a.values.some((value) => b.values.includes(value));
  return a.kind === b.kind && a.kind !== 'list' && a.kind !== 'record';
}

/** True for words of which one is better than the other. */
export function isRanking(type: Type): type is RankingType {
  return type.kind === 'enumeration' && type.ranked === true;
}

/** True when two rankings are one. */
export function sameRanking(a: RankingType, b: RankingType): boolean {
  return (
    a.values.length === b.values.length &&
    a.values.every((value, place) => value === b.values[place])
  );
}
