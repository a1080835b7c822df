// The reading of one department: what was found wrong so far, in words, and how each kind of input is read.
import type { AwardSpec, ValueSpec } from './input-spec.ts';

/** What is wrong with a part of a file; the codes never change, the messages may. */
export interface InputError {
  readonly path: string;
  readonly code:
    | 'unknown-name'
    | 'wrong-kind'
    | 'wrong-unit'
    | 'imprecise'
    | 'out-of-range'
    | 'incomplete'
    | 'no-reason';
  readonly message: string;
}

/** What is known while one department is read. */
export interface Reading {
  readonly readers: Readers;
  readonly sentences: Sentences;
  readonly errors: InputError[];
  /** What the input takes that is read, in words. */
  takes: string;
  /** Whether something in it is not known. */
  isOpen: boolean;
  /** Whether something in it was rejected as evidence. */
  isRejected: boolean;
}

/** How each kind of input is read; a module brings along those that its inputs need. */
export type Readers = Readonly<Record<string, Reader>>;

type Reader = (given: unknown, spec: never, path: string, reading: Reading) => unknown;

/** The sentence for each code, of a path and of what may stand there. */
export type Sentences = Readonly<
  Record<InputError['code'], (path: string, takes: string) => string>
>;

export type Spec = ValueSpec | AwardSpec;

/** Notes what is wrong. */
export function wrong(
  path: string,
  code: InputError['code'],
  { errors, sentences, takes }: Reading,
): undefined {
  errors.push({ path, code, message: sentences[code](path, takes) });
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an entry of a JSON object. */
export function entryOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

const STATUSES: readonly (string | null)[] = [
  'verified',
  'disclosed',
  'judged',
  'assumed',
  'rejected',
  null,
];

/** Whether an object has the entry that it must have, no strange ones, and remarks that are texts. */
export function hasEntries(
  given: Record<string, unknown>,
  needed: string,
  further: readonly string[],
  path: string,
  reading: Reading,
): boolean {
  const isText = (name: string) => ['source', 'note', 'reason'].includes(name);
  const strange = Object.entries(given).find(([name, value]) =>
    name === 'status'
      ? !STATUSES.includes(value as string)
      : ![needed, 'source', 'note', ...further].includes(name) ||
        (isText(name) && typeof (value ?? '') !== 'string'),
  );
  if (strange) wrong(`${path}.${strange[0]}`, 'unknown-name', reading);
  if (Object.hasOwn(given, needed)) return !strange;
  wrong(`${path}.${needed}`, 'incomplete', reading);
  return false;
}
