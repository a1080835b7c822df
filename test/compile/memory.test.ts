// Compiling again with a memory: whatever was changed, what comes out is what compiling afresh gives,
// with every message at its place.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { CompileMemory, Host } from '../../src/compile.ts';
import { compile, createMemory } from '../../src/compile.ts';
import { createSource } from '../../src/text/source.ts';

const ROOT = path.resolve(import.meta.dirname, '../../rulesets');

function compiled(file: string, texts: ReadonlyMap<string, string>, memory?: CompileMemory) {
  const read = (name: string) => texts.get(name) ?? readFileSync(path.join(ROOT, name), 'utf8');
  const resolve: Host['resolve'] = (from, relative) =>
    path.posix.join(path.posix.dirname(from), relative);
  const { framework, diagnostics } = compile(
    createSource(file, read(file)),
    { read, resolve },
    memory,
  );
  return { hash: framework?.hash, diagnostics };
}

/** One indicator after another, with what a proof can find: a gap, a division, a limit, a turn. */
const WRITTEN = `ruleset R for 2024 {
  total 40 points
  scores rounded to 0.01 half up
  grades { good from 30  poor from 0 }
  option strict : yes or no = no
  input a : money in 万元 above 0
  input b : money in 万元 at least 0
  input c : count of 次
  let rate = b / a
  indicator A 10 points { score min(rate, 1) * 10 points }
  indicator B 10 points { tiers of rate { >= 90% : 10  >= 75% : 7  otherwise : 0 } }
  indicator C 10 points { deduct 2 per c  veto "none" when c > 20 : 0 }
  indicator D 10 points { when strict and rate < 50% : 0  otherwise : min(rate, 1) * 10 points }
}
`;

const WORDS = [
  '0',
  '1',
  '90%',
  '75%',
  ' ',
  '\n',
  'a',
  'b',
  'rate',
  '>',
  '<',
  'min',
  'strict',
  '}',
  '10',
];

/** A place in the text, how much of it goes, and what comes instead. */
const edits = fc.array(
  fc.record({
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    gone: fc.integer({ min: 0, max: 2 }),
    text: fc.constantFrom('', ...WORDS),
  }),
  { minLength: 1, maxLength: 6 },
);

function edited(
  text: string,
  { place, gone, text: word }: { place: number; gone: number; text: string },
) {
  const at = Math.floor(place * text.length);
  return text.slice(0, at) + word + text.slice(at + gone);
}

describe('a memory', () => {
  test.prop([edits], { numRuns: 25 })(
    'makes no difference to any message, whatever is typed',
    (all) => {
      const memory = createMemory();
      let text = WRITTEN;
      compiled('r.chi', new Map([['r.chi', text]]), memory);
      for (const edit of all) {
        text = edited(text, edit);
        const texts = new Map([['r.chi', text]]);
        expect(compiled('r.chi', texts, memory), text).toEqual(compiled('r.chi', texts));
      }
      // And back again.
      const texts = new Map([['r.chi', WRITTEN]]);
      expect(compiled('r.chi', texts, memory)).toEqual(compiled('r.chi', texts));
    },
  );

  test('keeps the places of warnings below a line that was added', () => {
    const memory = createMemory();
    const turning = WRITTEN.replace('score min(rate, 1)', 'score abs(rate - 1)');
    const first = compiled('r.chi', new Map([['r.chi', turning]]), memory);
    expect(first.diagnostics.length).toBeGreaterThan(0);
    const moved = new Map([['r.chi', `// one line more\n${turning}`]]);
    const again = compiled('r.chi', moved, memory);
    expect(again).toEqual(compiled('r.chi', moved));
    expect(again).not.toEqual(first);
  });

  test('follows a change of a parent, of an input and of an option', () => {
    const memory = createMemory();
    const common = readFileSync(path.join(ROOT, 'shenzhen/common.chi'), 'utf8');
    const changes: readonly (readonly [string, string])[] = [
      ['>= 90%', '>= 95%'],
      ['高于 0', '至少 0'],
      ['= 按实际平均', '= 封顶后平均'],
      ['总分 100 分', '总分 90 分'],
    ];
    for (const [before, after] of changes) {
      expect(common).toContain(before);
      const texts = new Map([['shenzhen/common.chi', common.replace(before, after)]]);
      expect(compiled('futian/2022.chi', texts, memory)).toEqual(
        compiled('futian/2022.chi', texts),
      );
    }
  });

  test('proves nothing twice', () => {
    const memory = createMemory();
    const texts = new Map([['r.chi', WRITTEN]]);
    compiled('r.chi', texts, memory);
    const [units, ranges] = [memory.proofs.units.recent.size, memory.proofs.ranges.recent.size];
    compiled('r.chi', texts, memory);
    expect(units).toBeGreaterThan(0);
    expect([memory.proofs.units.recent.size, memory.proofs.ranges.recent.size]).toEqual([
      units,
      ranges,
    ]);
    // One rule changed: its own proof, its indicator's and the total's are made again.
    const changed = new Map([['r.chi', WRITTEN.replace('>= 75% : 7', '>= 70% : 7')]]);
    compiled('r.chi', changed, memory);
    expect(memory.proofs.units.recent.size - units).toBe(3);
  });
});
