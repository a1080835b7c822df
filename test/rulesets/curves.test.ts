// The gallery's rulesets on curves and roots: sound, their worked cases and departments as computed
// apart from this program.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { runExamples } from '../../src/evaluate/run-examples.ts';
import { runExpected } from '../../src/evaluate/run-expected.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import { createSource } from '../../src/text/source.ts';

const GALLERY = path.resolve(import.meta.dirname, '../../rulesets/gallery');
const read = (file: string) => readFileSync(path.join(GALLERY, file), 'utf8');
const DEPARTMENTS = readdirSync(path.join(GALLERY, 'departments'));

describe.each([
  ['aggregation-efficacy', 12, 3],
  ['aggregation-geometric', 16, 3],
])('%s', (topic, examples, departments) => {
  const file = `${topic}.chi`;
  const { framework, diagnostics } = compile(createSource(file, read(file)), {
    read: () => undefined,
    resolve: (_, relative) => relative,
  });
  if (!framework) throw new Error(`${file} gives no framework`);

  it('has nothing to complain of, and its examples come out', () => {
    expect(diagnostics).toEqual([]);
    const results = runExamples(framework);
    expect(results).toHaveLength(examples);
    expect(results.filter(({ agrees }) => !agrees)).toEqual([]);
  });

  it('scores its departments as they were worked out elsewhere', () => {
    const files = DEPARTMENTS.filter((name) => name.startsWith(`${topic}-`));
    expect(files).toHaveLength(departments);
    for (const name of files) {
      const source = createSource(name, read(`departments/${name}`));
      const { department, diagnostics: faults } = readDepartment(framework, source);
      expect(faults).toEqual([]);
      if (!department) throw new Error(`${name} gives no department`);
      const results = runExpected(framework, department);
      expect(results).toHaveLength(8);
      expect(results.filter(({ agrees }) => !agrees)).toEqual([]);
    }
  });
});
