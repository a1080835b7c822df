import { describe, expect, test } from 'vitest';
import { ebnf } from '../../grammar/ebnf.ts';
import { highlighting, unitWords } from '../../grammar/highlighting.ts';
import { MONEY_UNITS } from '../../src/types/unit.ts';

const generated = {
  'biaochi.ebnf': ebnf,
  'highlighting.json': () => `${JSON.stringify(highlighting(), null, 2)}\n`,
};

describe('the generated files of the grammar', () => {
  // Written anew by `npm run generate`.
  test.each(Object.entries(generated))(
    '%s is what the grammar gives now',
    async (file, generate) => {
      await expect(generate()).toMatchFileSnapshot(`../../grammar/generated/${file}`);
    },
  );

  test('highlighting knows the money words that the types know', () => {
    expect(unitWords.money).toEqual([...MONEY_UNITS.keys()]);
  });
});
