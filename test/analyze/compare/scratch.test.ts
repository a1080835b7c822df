import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';
import { compile } from '../../../src/compile.ts';
import { compareFrameworks } from '../../../src/analyze/compare/compare.ts';
import { createSource } from '../../../src/text/source.ts';
import { showValue } from '../../../src/prove/show.ts';
import { formatApproximate, formatExact } from '../../../src/number/decimal.ts';

const RULESETS = fileURLToPath(new URL('../../../rulesets', import.meta.url));
const host = {
  read: (path: string) => readFileSync(path, 'utf8'),
  resolve: (from: string, path: string) => join(dirname(from), path),
};
function load(name: string) {
  const path = join(RULESETS, `${name}.chi`);
  const { framework } = compile(createSource(path, readFileSync(path, 'utf8')), host);
  if (!framework) throw new Error(name);
  return framework;
}
test.each([
  ['futian/2022', 'longhua/2021'],
  ['futian/2022', 'nanshan/2023'],
])(
  '%s %s',
  (a, b) => {
    const [one, other] = [load(a), load(b)];
    const from = process.cpuUsage();
    const found = compareFrameworks(one, other);
    console.log('cpu', process.cpuUsage(from).user / 1000);
    for (const { after, meaning, changes, largest } of found.different) {
      console.log(
        after.name,
        meaning?.kind,
        largest && formatApproximate(largest, 4),
        meaning?.kind === 'different'
          ? meaning.witness.givens
              .map(
                ({ input, value }) =>
                  `${input.name}=${showValue(value, input.kind === 'value' ? input.type : { kind: 'error' }).en}`,
              )
              .join(', ') +
              ` ⇒ ${formatExact(meaning.witness.before)} / ${formatExact(meaning.witness.after)}`
          : '',
      );
      for (const change of changes)
        console.log(
          '   ',
          JSON.stringify(change, (key, v) =>
            typeof v === 'bigint'
              ? String(v)
              : key === 'type' || key === 'span' || key === 'origins'
                ? undefined
                : v instanceof Object && v.kind === 'constant'
                  ? v.text
                  : v,
          ).slice(0, 200),
        );
    }
    console.log(
      found.whole
        .map((c) => JSON.stringify(c, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)))
        .join('\n')
        .slice(0, 1500),
      found.inputs,
      found.added.map((x) => x.name),
      found.removed.map((x) => x.name),
    );
  },
  600_000,
);
