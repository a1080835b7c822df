import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { RULESETS, rulesetNamed } from './generate/rulesets.ts';
import { sqlOf } from '../src/generate/sql/query.ts';
test('x', () => {
  for (const file of RULESETS) for (const d of ['duckdb','spark'] as const) {
      const q = sqlOf(rulesetNamed(file), d);
      if (q.kind === 'refused') continue;
      console.log(file, d, q.query.length, q.query.split(' AS (\n').length);
      writeFileSync(`/tmp/spk/${file.replaceAll('/','-')}.${d}.sql`, q.ddl + ';\n\n' + q.query + ';\n');
  }
}, 100000);
