import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { parse } from '../../src/syntax/parse.ts';
import { print } from '../../src/syntax/print.ts';
import { createSource } from '../../src/text/source.ts';
const strip = (k: string, v: unknown) => (k === 'span' || k === 'comments' ? undefined : v);
test('x', () => {
  const text = readFileSync(process.env['PROBE']!, 'utf8');
  const run = (t: string, keywords: 'en' | 'zh' | 'keep') => {
    const source = createSource('f', t);
    const { file, diagnostics } = parse(source);
    if (diagnostics.length) console.log('DIAG', JSON.stringify(diagnostics.map((d) => [d.code, d.span.start, d.facts])));
    return { out: print(file, source, { keywords }), tree: JSON.stringify(file, strip) };
  };
  for (const k of ['keep', 'zh', 'en'] as const) {
    const a = run(text, k);
    const b = run(a.out, k);
    console.log(`=== ${k} idempotent=${a.out === b.out} sameTree=${a.tree === b.tree || k !== 'keep'}\n` + a.out);
    if (a.out !== b.out) console.log('SECOND\n' + b.out);
  }
  const en = run(text, 'en').out; const zh = run(en, 'zh').out; const en2 = run(zh, 'en').out;
  console.log('en-zh-en', en === en2);
});
