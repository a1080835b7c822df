import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { compile } from '../../../src/compile.ts';
import { createSource } from '../../../src/text/source.ts';
import { flatten } from '../../../src/analyze/rollover/flatten.ts';
const ROOT = path.resolve(import.meta.dirname, '../../../rulesets');
const HOST = {
  read: (file: string) => readFileSync(path.join(ROOT, file), 'utf8'),
  resolve: (from: string, relative: string) => path.posix.join(path.posix.dirname(from), relative),
};
const files = readdirSync(ROOT, { recursive: true })
  .map(String)
  .filter((f) => f.endsWith('.chi'));
it.each(files)('%s', (file) => {
  const source = createSource(file, HOST.read(file));
  const one = compile(source, HOST);
  const flat = flatten(source, HOST);
  if (flat.kind !== 'flattened')
    throw new Error(JSON.stringify(flat.diagnostics.map((d) => [d.code, d.span])));
  writeFileSync(
    '/tmp/roll/' + file.replaceAll('/', '-'),
    flat.lines
      .map(
        (l) =>
          l.origins
            .map((o) => `${o.file}:${o.line}`)
            .join(',')
            .padEnd(40) +
          '|' +
          l.text,
      )
      .join('\n'),
  );
  writeFileSync('/tmp/roll/flat-' + file.replaceAll('/', '-'), flat.text);
  const two = compile(createSource(file, flat.text), HOST);
  expect(two.diagnostics.map((d) => d.code + flat.text.slice(d.span.start, d.span.end))).toEqual(
    one.diagnostics.map((d) => d.code),
  );
  expect(two.framework?.hash).toBe(one.framework?.hash);
  expect(two.framework?.examples.length).toBe(one.framework?.examples.length);
});
