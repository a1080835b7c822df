// How large the modules of the rulesets that ship are, as text and as it travels.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { moduleText } from '../../src/generate/javascript/module.ts';
import { moduleOf, moduleWithKernel } from '../generate/loaded.ts';
import { pathOf } from './folder.ts';
import { indicatorsOf } from './ours.ts';
import { frameworkAt } from './rulesets.ts';
import { table } from './table.ts';

const HEAD = 'Generated for the benchmark';

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

export async function moduleSizes(): Promise<string> {
  const folder = pathOf('rulesets');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.chi'))
    .sort();
  const rows: string[][] = [];
  for (const file of files) {
    const framework = frameworkAt(`rulesets/${file}`);
    if (framework.openTerms.length > 0) continue;
    const alone = moduleText(framework, {
      language: 'js',
      head: HEAD,
      withColumns: false,
      isSmall: true,
    });
    const loops = Buffer.from(moduleOf(framework));
    const kernel = Buffer.from(await moduleWithKernel(framework));
    rows.push([
      file,
      String(indicatorsOf(framework).length),
      kilobytes(gzipSync(alone, { level: 9 }).length),
      kilobytes(loops.length),
      kilobytes(gzipSync(loops, { level: 9 }).length),
      kilobytes(gzipSync(kernel, { level: 9 }).length),
    ]);
  }
  return table(
    [
      'ruleset',
      'indicators:',
      'alone, kB gzip:',
      'with columns, kB:',
      'kB gzip:',
      'kB gzip, with WebAssembly:',
    ],
    rows,
  );
}
