import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { parse } from '../../src/syntax/parse.ts';
import { createSource } from '../../src/text/source.ts';
import { arbitraryRuleset, tokenSoup } from './arbitrary-ruleset.ts';
test('soup', () => {
  const soup = fc.oneof(tokenSoup, tokenSoup.map((s) => `ruleset 甲 {\n${s}\n}`), fc.tuple(arbitraryRuleset, fc.nat(), fc.nat({max: 20}), tokenSoup).map(([t, a, l, s]) => { const st = a % (t.length + 1); return t.slice(0, st) + s.slice(0, 30) + t.slice(st + l); }));
  const n = Number(process.env['N'] ?? 300);
  let t0 = Date.now();
  for (const text of fc.sample(soup, { numRuns: n, seed: Number(process.env['SEED'] ?? 1) })) {
    writeFileSync('/tmp/fe/last.txt', text);
    parse(createSource('x', text));
  }
  console.log('ms', Date.now() - t0);
});
