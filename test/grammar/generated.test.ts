import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ebnf } from '../../grammar/ebnf.ts';
import { highlighting, unitWords } from '../../grammar/highlighting.ts';
import { MONEY_UNITS } from '../../src/types/unit.ts';

const generated = {
  'biaochi.ebnf': ebnf,
  'highlighting.json': () => `${JSON.stringify(highlighting(), null, 2)}\n`,
};

/** Run with UPDATE_GENERATED=1 to write the files anew. */
const isUpdate = process.env['UPDATE_GENERATED'] === '1';

describe('the generated files of the grammar', () => {
  test.each(Object.entries(generated))('%s is what the grammar gives now', (file, generate) => {
    const path = new URL(`../../grammar/generated/${file}`, import.meta.url);
    const text = generate();
    if (isUpdate) writeFileSync(path, text);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('highlighting knows the money words that the types know', () => {
    expect(unitWords.money).toEqual([...MONEY_UNITS.keys()]);
  });
});
