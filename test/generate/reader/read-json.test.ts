// A reader gives what `JSON.parse` and `decode` give, however a department is written.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputsOf } from '../random-department.ts';
import { rulesetNamed } from '../rulesets.ts';
import { expectSame } from './beside-decode.ts';
import { READABLE, bytesOf, loadedReader } from './loaded-reader.ts';
import { choicesOf, spelt, styleOf } from './spelling.ts';

test('most rulesets have a reader', () => {
  expect(READABLE.length).toBeGreaterThan(8);
});

describe.each(READABLE)('%s', (file) => {
  test('reads departments as decode does, however they are written', async () => {
    const framework = rulesetNamed(file);
    const reader = await loadedReader(framework);
    const batches = fc.tuple(
      fc.array(inputsOf(framework), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 2 ** 31 }),
    );
    fc.assert(
      fc.property(batches, ([batch, seed]) => {
        const choices = choicesOf(seed);
        const style = styleOf(choices);
        const texts = batch.map((inputs) => spelt(inputs, style, choices));
        const departments = texts.map((text) => JSON.parse(text) as unknown);
        expectSame(reader, reader.readJson(bytesOf(`[${texts.join(',')}]`)), departments);
        // A line break is white space in a document, and the end of one in lines.
        const lines = texts.map((text) => text.replace(/[\r\n]/g, '')).join('\n');
        expectSame(reader, reader.readJson(bytesOf(lines), { lines: true }), departments);
      }),
      { numRuns: 8 },
    );
  });
});
