// A department's inputs, as its file gives them, checked and decoded: figures as whole numbers of their
// steps, words as they are, what is not known as undefined and listed.
import type { Rational } from '../../../number/rational.ts';
import { ZERO, add, equal } from '../../../number/rational.ts';
import type { Figure } from './figure.ts';
import { exactly } from './figure.ts';
import type { InputSpec, PoolSpec, ValueSpec } from './input-spec.ts';
import { entryOf, isObject, readAward, truthOf } from './read-award.ts';
import type { InputError, Report } from './read-figure.ts';
import { fraction, halfWidth, inSteps, outside, readFigure } from './read-figure.ts';

/** What decoding gives, before it is put into the shape of the module's input. */
export interface Decoded {
  readonly values: ReadonlyMap<string, unknown>;
  readonly missing: readonly string[];
  readonly errors: readonly InputError[];
}

const STATUSES = ['verified', 'disclosed', 'judged', 'assumed', 'rejected'];

/** Decodes every input; `needed` says of which to list that they are missing. */
export function decodeInputs(
  json: unknown,
  inputs: Readonly<Record<string, InputSpec>>,
  defaults: Readonly<Record<string, unknown>>,
  needed: readonly string[],
): Decoded {
  const errors: InputError[] = [];
  const report: Report = (path, message) => {
    errors.push({ path, message });
    return undefined;
  };
  if (!isObject(json)) report('', 'is no object of inputs');
  for (const name of isObject(json) ? Object.keys(json) : [])
    if (!Object.hasOwn(inputs, name)) report(name, 'is no input of this ruleset');
  const values = new Map<string, unknown>();
  for (const [name, spec] of Object.entries(inputs)) {
    const given = entryOf(json, name);
    if (given === undefined)
      values.set(name, Object.hasOwn(defaults, name) ? defaults[name] : undefined);
    else {
      const value = decodeInput(given, spec, name, report);
      values.set(name, isRejected(given, spec) ? undefined : value);
    }
  }
  const missing = needed.filter((name) => !isComplete(values.get(name)));
  return { values, missing, errors };
}

function decodeInput(given: unknown, spec: InputSpec, name: string, report: Report): unknown {
  if (given === null) return undefined;
  if (spec.kind !== 'award') return decodeValue(given, spec, name, report);
  checkStatus(given, name, report);
  if (Array.isArray(given)) return report(name, 'is no award');
  return readAward(given, spec, name, report);
}

function checkStatus(given: unknown, path: string, report: Report): void {
  const status = entryOf(given, 'status') ?? undefined;
  if (status !== undefined && !STATUSES.includes(status as string))
    report(path, 'has an unknown status');
}

// An object with `value` states evidence for what it holds, except where it is a record itself.
function isEvidence(given: unknown, spec: InputSpec): boolean {
  if (!isObject(given) || spec.kind === 'award') return spec.kind === 'award';
  if (spec.kind !== 'record') return true;
  return Object.hasOwn(given, 'value') && !spec.fields.some(([field]) => field === 'value');
}

// What is rejected does not count; of a list or a record, no part may be.
function isRejected(given: unknown, spec: InputSpec): boolean {
  if (isEvidence(given, spec)) {
    if (entryOf(given, 'status') === 'rejected') return true;
    if (spec.kind === 'award') return false;
    const status = entryOf(given, 'status') ?? undefined;
    return status === undefined && isRejected(entryOf(given, 'value'), spec);
  }
  if (spec.kind === 'list' && Array.isArray(given))
    return given.some((entry) => isRejected(entry, spec.of));
  if (spec.kind !== 'record') return false;
  return spec.fields.some(([field, of]) => isRejected(entryOf(given, field), of));
}

function decodeValue(written: unknown, spec: ValueSpec, path: string, report: Report): unknown {
  const stated = isObject(written) && isEvidence(written, spec);
  if (stated) checkStatus(written, path, report);
  const given = stated ? entryOf(written, 'value') : written;
  if (stated && given === undefined) return report(path, 'has no value');
  if (given === null) return undefined;
  switch (spec.kind) {
    case 'number':
    case 'date':
      return readFigure(given, spec, path, report);
    case 'boolean':
      return truthOf(given) ?? report(path, 'is neither yes nor no');
    case 'word':
      return spec.words.includes(given as string)
        ? given
        : report(path, `is none of ${spec.words.join(', ')}`);
    case 'text':
      return typeof given === 'string' ? given : report(path, 'is no text');
    case 'target':
    case 'actual':
      return decodeAchieved(given, path, report);
    case 'list':
      return decodeList(given, spec, path, report);
    case 'record':
      return decodeRecord(given, spec.fields, path, report);
    default:
      return spec satisfies never;
  }
}

function decodeAchieved(given: unknown, path: string, report: Report): string | undefined {
  const text = typeof given === 'number' ? String(given) : given;
  if (typeof text !== 'string' || text.trim() === '')
    return report(path, 'is neither a figure nor words');
  return halfWidth(text);
}

function decodeList(
  given: unknown,
  spec: Extract<ValueSpec, { kind: 'list' }>,
  path: string,
  report: Report,
): unknown {
  if (!Array.isArray(given)) return report(path, 'is no list');
  const { fewest, longest = Infinity } = spec;
  if (given.length < fewest || given.length > longest)
    return report(path, `has ${given.length} entries`);
  const entries = given.map((entry, at) =>
    decodeValue(entry, spec.of, `${path}[${at + 1}]`, report),
  );
  return spec.pool === undefined ? entries : decodeChoice(entries, spec.pool, path, report);
}

function decodeChoice(
  entries: readonly unknown[],
  pool: PoolSpec,
  path: string,
  report: Report,
): unknown {
  if (new Set(entries).size < entries.length) return report(path, 'names a part twice');
  let sum: Rational = ZERO;
  for (const [name, points] of pool.parts)
    if (entries.includes(name)) sum = add(sum, fraction(points));
  const points = fraction(pool.points);
  if (entries.includes(undefined)) return entries;
  const fits = pool.scaled ? sum.n !== 0n || points.n === 0n : equal(sum, points);
  return fits ? entries : report(path, 'chooses parts whose points do not add up');
}

function decodeRecord(
  given: unknown,
  fields: readonly (readonly [string, ValueSpec])[],
  path: string,
  report: Report,
): unknown {
  if (!isObject(given)) return report(path, 'is no record');
  for (const name of Object.keys(given))
    if (!fields.some(([field]) => field === name)) report(`${path}.${name}`, 'is no field of it');
  return Object.fromEntries(
    fields.map(([field, spec]) => {
      const value = entryOf(given, field);
      return [
        field,
        value === undefined ? undefined : decodeValue(value, spec, `${path}.${field}`, report),
      ];
    }),
  );
}

/** Whether nothing in a decoded value is left open. */
export function isComplete(value: unknown): boolean {
  if (value === undefined) return false;
  if (Array.isArray(value)) return value.every(isComplete);
  if (typeof value === 'object' && value !== null && !('d' in value))
    return Object.values(value).every(isComplete);
  return true;
}

/** Throws where a figure lies outside what is declared: rules are proved for what is inside only. */
export function checkFigures(value: unknown, spec: InputSpec, path: string): void {
  if (value === undefined) return;
  if (spec.kind === 'list' && Array.isArray(value))
    for (const [at, entry] of value.entries()) checkFigures(entry, spec.of, `${path}[${at + 1}]`);
  else if (spec.kind === 'record' && isObject(value))
    for (const [field, of] of spec.fields) checkFigures(value[field], of, `${path}.${field}`);
  else if (spec.kind === 'number' || spec.kind === 'date' || spec.kind === 'award') {
    const { n, d } = fraction(spec.step);
    const amount = exactly(value as Figure, d, path);
    const figure = typeof value === 'number' ? { n: amount.n * n, d: amount.d } : amount;
    const limits =
      spec.kind === 'award'
        ? { kind: 'number' as const, step: spec.step, least: '0', most: spec.points }
        : spec;
    const wrong = outside(figure, limits);
    if (wrong !== undefined) throw new RangeError(`“${path}” ${wrong}`);
  }
}

/** A default of the ruleset as a decoded figure. */
export function stepsOf(value: string, step: string): Figure {
  return inSteps(fraction(value), step);
}
