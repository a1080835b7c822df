// The fast reader of plain JSON against the careful one: where it reads a text, both read the same, and
// what is not plain JSON it leaves alone.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readCarefully } from '../../src/input/read-document.ts';
import { readJson } from '../../src/input/read-json.ts';
import { createSource } from '../../src/text/source.ts';

const ROOT = path.resolve(import.meta.dirname, '../../rulesets');
const FILES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
);

function both(text: string) {
  const source = createSource('x.json', text);
  return { fast: readJson(source), careful: readCarefully(source) };
}

describe('plain JSON', () => {
  test.each(FILES)('%s is read fast, and as the careful reader reads it', (name) => {
    const { fast, careful } = both(readFileSync(path.join(ROOT, name), 'utf8'));
    expect(fast).toBeDefined();
    expect(careful).toEqual({ root: fast, diagnostics: [] });
  });

  property.prop([fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 1, 2)])(
    'of any kind is read alike, or left to the careful reader',
    (json, indent) => {
      const data: unknown = JSON.parse(json);
      const { fast, careful } = both(JSON.stringify(data, null, indent));
      if (fast) expect(careful).toEqual({ root: fast, diagnostics: [] });
    },
  );

  test.each([
    ['a text alone', '"a"'],
    ['a comma too many', '{"a": 1,}'],
    ['a comma too few', '{"a": 1 "b": 2}'],
    ['a name given twice', '{"a": 1, "a": 2}'],
    ['a name without quotes', '{a: 1}'],
    ['a leading zero', '{"a": 01}'],
    ['a bracket left open', '{"a": [1, 2}'],
    ['something behind the end', '{"a": 1} x'],
    ['a comment', '{"a": 1 # b\n}'],
    ['a line end in a text', '{"a": "b\nc"}'],
    ['nesting too deep', `${'['.repeat(70)}${']'.repeat(70)}`],
    ['nothing', ''],
  ])('is not what holds %s', (_, text) => {
    expect(readJson(createSource('x.json', text))).toBeUndefined();
  });

  test('keeps names that mean something elsewhere, and the digits of numbers', () => {
    const { fast, careful } = both(
      '{"__proto__": 1.50, "constructor": {"a\\"b": [-0.10, 1e3, true]}}',
    );
    expect(fast).toBeDefined();
    expect(careful.root).toEqual(fast);
  });
});
