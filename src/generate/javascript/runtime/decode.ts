// A department's inputs, as its file gives them, checked and decoded: figures as whole numbers of their
// steps, words as they are, what is not known as undefined and listed.
import type { InputSpec } from './input-spec.ts';
import { isAward } from './read-figure.ts';
import type { InputError, Readers, Reading, Sentences, Spec } from './reading.ts';
import { entryOf, hasEntries, isObject, wrong } from './reading.ts';

/** What decoding gives; nothing of the input counts where there are errors. */
export interface DecodedInputs {
  readonly input: unknown;
  readonly missing: readonly string[];
  readonly errors: readonly InputError[];
}

/** What may stand among the entries of an input's description. */
interface Listed {
  readonly takes?: string;
  readonly choices?: readonly { readonly name: string }[];
  readonly words?: readonly string[];
}

/** Decodes every input; of those that scores need, lists what is missing. */
export function decodeInputs(
  json: unknown,
  inputs: Readonly<Record<string, InputSpec>>,
  readers: Readers,
  sentences: Sentences,
): DecodedInputs {
  const errors: InputError[] = [];
  const missing: string[] = [];
  // A copy, so that all inputs have one shape.
  const input: Record<string, unknown> = { ...inputs };
  const reading = { readers, sentences, errors, takes: '{…}', isOpen: false, isRejected: false };
  if (!isObject(json)) wrong('inputs', 'wrong-kind', reading);
  else
    for (const name of Object.keys(json))
      if (!Object.hasOwn(inputs, name)) wrong(name, 'unknown-name', reading);
  for (const [name, spec] of Object.entries(inputs)) {
    const given = entryOf(json, name);
    const { takes = '', choices, words } = spec as Listed;
    const listed = words ?? choices?.map((choice) => choice.name) ?? [];
    Object.assign(reading, { takes: takes + listed.join(' / '), isOpen: false, isRejected: false });
    const value = given === undefined ? spec.default : decodeValue(given, spec, name, reading);
    input[name] = reading.isRejected ? undefined : value;
    if (!spec.unread && (input[name] === undefined || reading.isOpen)) missing.push(name);
  }
  return { input, missing, errors };
}

/** Decodes one value, which may stand in an object with its evidence. */
export function decodeValue(given: unknown, spec: Spec, path: string, reading: Reading): unknown {
  const isRecord =
    spec.kind === 'record' &&
    (entryOf(given, 'value') === undefined || spec.fields.some(([field]) => field === 'value'));
  const isStated = isObject(given) && !isRecord;
  const isWrapped = isStated && !isAward(spec);
  if (isWrapped && !hasEntries(given, 'value', [], path, reading)) return undefined;
  const before = reading.isRejected;
  reading.isRejected = false;
  const plain = (isWrapped ? given['value'] : given) ?? undefined;
  const value =
    plain === undefined
      ? undefined
      : reading.readers[spec.kind]?.(plain, spec as never, path, reading);
  if (value === undefined) reading.isOpen = true;
  const status = isStated ? (entryOf(given, 'status') ?? undefined) : undefined;
  // What is said of the whole counts, and not what is said of its parts.
  reading.isRejected =
    before || (status === undefined ? reading.isRejected : status === 'rejected');
  return value;
}
