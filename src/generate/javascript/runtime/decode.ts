// A department's inputs, as its file gives them, checked and decoded: figures as whole numbers of their
// steps, words as they are, what is not known as undefined and listed.
import type { Rational } from '../../../number/rational.ts';
import { ZERO, add, equal } from '../../../number/rational.ts';
import { parseActual, parseTarget } from '../../../types/target.ts';
import type { Figure } from './figure.ts';
import { exactly } from './figure.ts';
import type {
  InputSpec,
  ListSpec,
  NumberSpec,
  PlainSpec,
  PoolSpec,
  RecordSpec,
  ValueSpec,
  WordSpec,
} from './input-spec.ts';
import { entryOf, hasEntries, isObject, truthOf } from './read-award.ts';
import { exactText } from './result.ts';
import type { InputError, Report } from './read-figure.ts';
import { fraction, halfWidth, outside, readAmount } from './read-figure.ts';

/** What decoding gives, before it is put into the shape of the module's input. */
export interface DecodedValues {
  readonly values: ReadonlyMap<string, unknown>;
  readonly missing: readonly string[];
  readonly errors: readonly InputError[];
}

/** How each kind of input is read; a module brings along those that its inputs need. */
export type Readers = Readonly<Record<string, Reader>>;

type Reader = (
  given: unknown,
  spec: never,
  path: string,
  report: Report,
  readers: Readers,
) => unknown;

/** Decodes every input; of those that scores need, lists what is missing. */
export function decodeInputs(
  json: unknown,
  inputs: Readonly<Record<string, InputSpec>>,
  defaults: Readonly<Record<string, unknown>>,
  needed: readonly string[],
  readers: Readers,
): DecodedValues {
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
      const value = decodeValue(given, spec, name, report, readers);
      values.set(name, isRejected(given, spec) ? undefined : value);
    }
  }
  const missing = needed.filter((name) => !isComplete(values.get(name)));
  return { values, missing, errors };
}

function isAward(spec: InputSpec): boolean {
  return 'points' in spec && spec.kind !== 'pool';
}

// An object with `value` states evidence for what it holds, except where it is a record itself.
function isEvidence(given: unknown, spec: InputSpec): boolean {
  if (!isObject(given) || isAward(spec)) return isAward(spec);
  if (spec.kind !== 'record') return true;
  return Object.hasOwn(given, 'value') && !spec.fields.some(([field]) => field === 'value');
}

// What is rejected does not count; of a list or a record, no part may be.
function isRejected(given: unknown, spec: InputSpec): boolean {
  if (isEvidence(given, spec)) {
    const status = entryOf(given, 'status') ?? undefined;
    if (status !== undefined || isAward(spec)) return status === 'rejected';
    return isRejected(entryOf(given, 'value'), spec);
  }
  if ('of' in spec && Array.isArray(given))
    return given.some((entry) => isRejected(entry, spec.of));
  if (!('fields' in spec)) return false;
  return spec.fields.some(([field, of]) => isRejected(entryOf(given, field), of));
}

function decodeValue(
  written: unknown,
  spec: InputSpec,
  path: string,
  report: Report,
  readers: Readers,
): unknown {
  const stated = isObject(written) && isEvidence(written, spec) && !isAward(spec);
  if (stated && !hasEntries(written, 'value', [], path, report)) return undefined;
  const given = stated ? entryOf(written, 'value') : written;
  if (given === undefined) {
    report(path, 'has no value');
    return undefined;
  }
  if (given === null) return undefined;
  return readers[spec.kind]?.(given, spec as never, path, report, readers);
}

export function readTruth(
  given: unknown,
  _spec: ValueSpec,
  path: string,
  report: Report,
): boolean | undefined {
  const truth = truthOf(given);
  if (truth === undefined) report(path, 'is neither yes nor no');
  return truth;
}

export function readWord(
  given: unknown,
  { words }: WordSpec,
  path: string,
  report: Report,
): unknown {
  if (words.includes(given as string)) return given;
  report(path, `is none of ${words.join(', ')}`);
  return undefined;
}

export function readText(
  given: unknown,
  _spec: ValueSpec,
  path: string,
  report: Report,
): string | undefined {
  if (typeof given === 'string') return given;
  report(path, 'is no text');
  return undefined;
}

/** Targets and actual values: a figure, a date, or words, which keep their own punctuation. */
export function readAchieved(
  given: unknown,
  { kind }: PlainSpec,
  path: string,
  report: Report,
): string | undefined {
  if (typeof given === 'number') {
    const amount = readAmount(given, { bare: '1' }, path, report);
    const text = String(given);
    return amount && (/^-?\d+(?:\.\d+)?$/.test(text) ? text : exactText(amount));
  }
  if (typeof given !== 'string' || given.trim() === '' || given.length > 10_000) {
    report(path, 'is neither a figure nor words');
    return undefined;
  }
  const isWords = (text: string) =>
    (kind === 'target' ? parseTarget(text) : parseActual(text)).kind === 'words';
  const text = halfWidth(given);
  if (!isWords(text)) return text;
  if (isWords(text.replace(/(?<=\d),(?=\d{3}(?!\d))/gu, ''))) return given;
  report(path, 'has separators between its digits');
  return undefined;
}

export function readList(
  given: unknown,
  { fewest, longest = Infinity, of }: ListSpec,
  path: string,
  report: Report,
  readers: Readers,
): unknown[] | undefined {
  if (!Array.isArray(given)) {
    report(path, 'is no list');
    return undefined;
  }
  if (given.length < fewest || given.length > longest) {
    report(path, `has ${given.length} entries`);
    return undefined;
  }
  return given.map((entry, at) => decodeValue(entry, of, `${path}[${at + 1}]`, report, readers));
}

/** The parts that are chosen from a pool. */
export function readPool(
  given: unknown,
  spec: PoolSpec,
  path: string,
  report: Report,
  readers: Readers,
): unknown[] | undefined {
  const entries = readList(given, spec, path, report, readers);
  if (entries === undefined || entries.includes(undefined)) return entries;
  if (new Set(entries).size < entries.length) {
    report(path, 'names a part twice');
    return undefined;
  }
  let sum: Rational = ZERO;
  for (const [name, points] of spec.parts)
    if (entries.includes(name)) sum = add(sum, fraction(points));
  const points = fraction(spec.points);
  const fits = spec.scaled ? sum.n !== 0n || points.n === 0n : equal(sum, points);
  if (fits) return entries;
  report(path, 'chooses parts whose points do not add up');
  return undefined;
}

export function readRecord(
  given: unknown,
  { fields }: RecordSpec,
  path: string,
  report: Report,
  readers: Readers,
): unknown {
  if (!isObject(given)) {
    report(path, 'is no record');
    return undefined;
  }
  for (const name of Object.keys(given))
    if (!fields.some(([field]) => field === name)) report(`${path}.${name}`, 'is no field of it');
  return Object.fromEntries(
    fields.map(([field, spec]) => {
      if (!Object.hasOwn(given, field)) report(path, `lacks “${field}”`);
      const value = entryOf(given, field) ?? null;
      return [field, decodeValue(value, spec, `${path}.${field}`, report, readers)];
    }),
  );
}

/** Whether nothing in a decoded value is left open. */
export function isComplete(value: unknown): boolean {
  if (value === undefined) return false;
  if (Array.isArray(value)) return value.every(isComplete);
  if (isObject(value) && !('d' in value)) return Object.values(value).every(isComplete);
  return true;
}

/** Throws where a value is not what is declared: rules are proved for that only. */
export function checkValue(value: unknown, spec: InputSpec, path: string): void {
  if (value === undefined) return;
  const wrong = whatIsWrong(value, spec, path);
  if (wrong !== undefined) throw new RangeError(`“${path}” ${wrong}`);
}

function whatIsWrong(value: unknown, spec: InputSpec, path: string): string | undefined {
  if ('of' in spec) {
    if (!Array.isArray(value)) return 'is no list';
    for (const [at, entry] of value.entries()) checkValue(entry, spec.of, `${path}[${at + 1}]`);
    const { fewest, longest = Infinity } = spec;
    return value.length < fewest || value.length > longest
      ? `has ${value.length} entries`
      : undefined;
  }
  if ('fields' in spec) {
    if (!isObject(value)) return 'is no record';
    for (const [field, of] of spec.fields) checkValue(value[field], of, `${path}.${field}`);
    return undefined;
  }
  if ('step' in spec) {
    const { n, d } = fraction(spec.step);
    const amount = exactly(value as Figure, d, path);
    const figure = typeof value === 'number' ? { n: amount.n * n, d: amount.d } : amount;
    const limits: Omit<NumberSpec, 'kind' | 'step'> =
      'points' in spec ? { least: '0', most: spec.points } : spec;
    return outside(figure, limits);
  }
  if ('words' in spec)
    return spec.words.includes(value as string) ? undefined : 'is none of its words';
  const type = spec.kind === 'boolean' ? 'boolean' : 'string';
  return typeof value === type ? undefined : `is no ${type}`;
}
