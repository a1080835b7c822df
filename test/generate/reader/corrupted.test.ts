// Bytes that were damaged: a reader says that they are no JSON where they are none, and otherwise reads what
// they say now. It never throws, and no figure is ever another than `decode` gives.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedInputs, rulesetNamed } from '../rulesets.ts';
import { differences } from './beside-decode.ts';
import type { Departments } from './loaded-reader.ts';
import { bytesOf, loadedReader } from './loaded-reader.ts';

const READER = await loadedReader(rulesetNamed('futian/2022.chi'));
const { 年度任务: _, 绩效目标表: __, ...GOOD } = publishedInputs();
const DEPARTMENTS = [GOOD, GOOD, { ...GOOD, 在编人数: 53, 违规支出: '是' }].map((each) =>
  JSON.stringify(each),
);

const MARKS = '"{}[]:,.0123456789-+eE\\ untrfals\n\u00e9万%';

// A byte changed, taken out, put in, or a piece of the text said twice.
const damage = fc.tuple(
  fc.constantFrom('change', 'remove', 'insert', 'repeat', 'any', 'digit', 'digit'),
  fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  fc.constantFrom(...bytesOf(MARKS)),
  fc.integer({ min: 1, max: 40 }),
);

function damaged(
  bytes: Uint8Array,
  [how, place, mark, length]: readonly [string, number, number, number],
): Uint8Array {
  let at = Math.floor(place * bytes.length);
  // Another digit in place of the next one.
  if (how === 'digit')
    at = bytes.findIndex((byte, index) => index >= at && byte >= 0x30 && byte <= 0x39);
  if (at < 0) return bytes;
  const [before, behind] = [bytes.subarray(0, at), bytes.subarray(at)];
  const middle =
    how === 'repeat'
      ? bytes.subarray(at, at + length)
      : how === 'remove'
        ? []
        : [how === 'any' ? length + 0x7f : how === 'digit' ? 0x30 + (length % 10) : mark];
  const rest = how === 'insert' || how === 'repeat' ? behind : behind.subarray(1);
  return Uint8Array.of(...before, ...middle, ...rest);
}

/** What JSON.parse says; undefined where there is no JSON. */
function parsed(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// `JSON.parse` is silent about what stands twice, and takes what is no department.
function wrongIn(read: Departments, departments: readonly unknown[]): string[] {
  const isSaid = (row: number) =>
    read.errors.some(
      (error) => error.row === row && (error.code === 'twice' || error.code === 'shape'),
    );
  return differences(READER, read, departments).filter(
    (each) => !departments.some((_, row) => isSaid(row) && each.includes(` ${row}:`)),
  );
}

test('damaged bytes are refused or read as they are now', () => {
  let refused = 0;
  let changed = 0;
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 2 }), (damages) => {
      const bytes = damages.reduce(damaged, bytesOf(`[${DEPARTMENTS.join(',')}]`));
      const read = READER.readJson(bytes, { lines: false });
      const departments = parsed(bytes);
      if (Array.isArray(departments)) {
        changed++;
        expect(wrongIn(read, departments)).toEqual([]);
      } else {
        refused++;
        expect([read.rows, read.errors.length]).toEqual([0, 1]);
      }
    }),
    { numRuns: 600 },
  );
  expect([refused > 100, changed > 100]).toEqual([true, true]);
});

test('a damaged line leaves the others as they are', () => {
  fc.assert(
    fc.property(damage, (one) => {
      const bytes = damaged(bytesOf(DEPARTMENTS.join('\n')), one);
      const read = READER.readJson(bytes, { lines: true });
      const lines = linesOf(bytes).map(parsed);
      expect(read.rows).toBe(lines.length);
      const broken = lines.flatMap((line, row) => (line === undefined ? [row] : []));
      for (const row of broken)
        expect(read.errors.filter((each) => each.row === row)).toHaveLength(1);
      const others = read.errors.filter(({ row }) => row === undefined || !broken.includes(row));
      const departments = lines.map((line) => (line === undefined ? NOTHING : line));
      expect(wrongIn({ ...read, errors: others }, departments)).toEqual([]);
    }),
    { numRuns: 250 },
  );
});

/** The lines that are not blank. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const breaks = [...bytes.entries()].flatMap(([at, byte]) => (byte === 10 ? [at] : []));
  return [...breaks, bytes.length]
    .map((end, index) => bytes.subarray((breaks[index - 1] ?? -1) + 1, end))
    .filter((line) => line.some((byte) => ![9, 13, 32].includes(byte)));
}

const NOTHING = Object.fromEntries(
  Object.keys(READER.module.metadata.inputs).map((name) => [name, null]),
);
