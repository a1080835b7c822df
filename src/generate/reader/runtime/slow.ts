// What is written in another way than usual, read as `JSON.parse` and `decode` read it: a value, or a whole
// department with the errors that it has.
import { UNUSUAL } from './bytes.ts';
import { carefulAt, carefulValue } from './careful.ts';
import type { Flaw } from './careful.ts';
import type { Reading, Slot } from './reading.ts';
import { storeDecoded } from './store.ts';
import { storeUnknown } from './values.ts';

/** Behind a value that `decode` takes; UNUSUAL where the whole department must be looked at. */
export function afterDecoded(reading: Reading, at: number, slot: Slot): number {
  const { bytes, end, decode } = reading;
  const { name } = slot.field;
  slot.holes = -1;
  const careful = carefulAt(bytes, at, end);
  const value = carefulValue(careful);
  if (careful.flaw || careful.twice) return UNUSUAL;
  const decoded = decode(Object.fromEntries([[name, value]]));
  if (!decoded.ok || !storeDecoded(reading, slot, decoded.input[name])) return UNUSUAL;
  return careful.at;
}

/** Behind a department that is read as a whole; UNUSUAL where it is no JSON. */
export function afterSlowRecord(reading: Reading, at: number): number {
  const careful = carefulAt(reading.bytes, at, reading.end);
  const given = carefulValue(careful);
  if (careful.flaw) {
    reading.flaw = careful.flaw;
    return UNUSUAL;
  }
  takeDepartment(reading, given, at, careful.twice);
  return careful.at;
}

/** Takes a department into the current row, or the errors that it has. */
export function takeDepartment(
  reading: Reading,
  given: unknown,
  offset: number,
  flaw: Flaw | undefined,
): void {
  const { inputs, name, errors } = departmentOf(reading, given, offset);
  if (name !== undefined) reading.spelt.set(reading.row, name);
  if (flaw) errors.push({ row: reading.row, path: '', ...flaw });
  takeInputs(reading, inputs, offset, errors);
}

/** Takes the inputs of a department into the current row, or the errors that they have. */
export function takeInputs(
  reading: Reading,
  inputs: unknown,
  offset: number,
  errors: Reading['errors'] = [],
): void {
  const { row, names, slots, decode } = reading;
  names[2 * row] = 0;
  names[2 * row + 1] = 0;
  for (const slot of slots) storeUnknown(reading, slot);
  const decoded = decode(inputs);
  if (!decoded.ok)
    for (const { path, message } of decoded.errors)
      errors.push({ row, offset, path, code: 'input', message });
  reading.errors.push(...errors);
  if (!decoded.ok || errors.length > 0) return;
  const stored = slots.map((slot) => storeDecoded(reading, slot, decoded.input[slot.field.name]));
  if (stored.includes(false)) reading.apart.push({ row, input: decoded.input });
}

/** Takes note that a row is no department. */
export function takeFlaw(reading: Reading, flaw: Flaw): void {
  const { row, names, slots } = reading;
  names[2 * row] = 0;
  names[2 * row + 1] = 0;
  for (const slot of slots) storeUnknown(reading, slot);
  reading.errors.push({ row, path: '', ...flaw });
}

interface Unwrapped {
  readonly inputs: unknown;
  readonly name: string | undefined;
  readonly errors: Reading['errors'];
}

function departmentOf(reading: Reading, given: unknown, offset: number): Unwrapped {
  const { marks, row } = reading;
  const errors: Reading['errors'] = [];
  const report = (path: string, message: string) =>
    errors.push({ row, offset, path, code: 'shape', message });
  const isObject = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(given)) {
    report('', 'is no department');
    return { inputs: {}, name: undefined, errors };
  }
  const beside = new Map<string, unknown>();
  const within: [string, unknown][] = [];
  let inputs: unknown;
  const isWrapped = marks.some(({ of, name }) => of === 'inputs' && Object.hasOwn(given, name));
  for (const [name, value] of Object.entries(given)) {
    const mark = marks.find((each) => each.name === name);
    if (mark?.of === 'inputs') inputs = value;
    else if (mark?.of === 'name') beside.set(name, value ?? undefined);
    else if (!isWrapped) within.push([name, value]);
    else if (!mark) report(name, 'is no entry of a department');
  }
  if (!isWrapped) inputs = Object.fromEntries(within);
  const name = beside.get('department') ?? beside.get('name');
  if (name !== undefined && typeof name !== 'string') report('department', 'is no text');
  return {
    inputs: isObject(inputs) ? withCommon(reading, inputs, report) : inputs,
    name: typeof name === 'string' ? name : undefined,
    errors,
  };
}

function withCommon(
  { common }: Reading,
  inputs: object,
  report: (path: string, message: string) => unknown,
): object {
  if (common === undefined) return inputs;
  for (const name of Object.keys(inputs))
    if (Object.hasOwn(common, name)) report(name, 'is given for all departments already');
  return Object.fromEntries([...Object.entries(common), ...Object.entries(inputs)]);
}
