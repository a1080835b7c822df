// Programs that embed what is generated, as TypeScript sees them: those of the documentation, and the
// data of real departments as literals of the generated types.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { biaochi } from '../cli/console.ts';
import { blocksOf } from '../docs/blocks.ts';
import { NUMBER } from '../../src/types/type.ts';
import { framework, valueInput } from '../input/framework-fixture.ts';
import { FUTIAN, ROOT, casesIn, fileOf, generated, shipped } from '../generate/generating.ts';
import { typeCheck } from './type-check.ts';

function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

const GENERATED = await generated(shipped(FUTIAN.ruleset), 'validator');
const BLOCKS = blocksOf(readText('docs/build.md'));

function block(word: string): string {
  const found = BLOCKS.find(({ words }) => words.includes(word));
  if (!found) throw new Error(`docs/build.md has no block ${word}`);
  return found.text;
}

describe('a program that embeds a ruleset', () => {
  it('compiles as the documentation has it', () => {
    expect(typeCheck(new Map([...GENERATED, ['program.ts', block('program')]]))).toEqual([]);
  });

  it('does not compile with a typo in the name of an input', () => {
    const misspelt = block('program').replace('调整后预算', '调整后与算');
    const complaints = typeCheck(
      new Map([...GENERATED, ['typo.ts', misspelt], ['error.ts', block('error')]]),
    );
    expect(complaints.map(({ file, at }) => [file, at])).toEqual([
      ['error.ts', '年初预箕'],
      ['typo.ts', '调整后与算'],
    ]);
    expect(complaints[1]?.message).toContain('调整后预算');
  });

  it('does not compile with a word, a grade or a kind of value that the ruleset does not have', () => {
    const wrong = [
      ["部门预算公开: '按要求公开'", "部门预算公开: '按要求'", '部门预算公开'],
      ["grade === '优'", "grade === '优秀'", "grade === '优秀'"],
      ['涉密部门: false', '涉密部门: 0', '涉密部门'],
      ["公众满意度: '95%'", '公众满意度: 95', '公众满意度'],
      ["status: 'disclosed'", "status: 'told'", 'status'],
    ] as const;
    const programs = wrong.map(
      ([right, mistake], number) =>
        [`${number}.ts`, block('program').replace(right, mistake)] as const,
    );
    const complaints = typeCheck(new Map([...GENERATED, ...programs]));
    expect(complaints.map(({ file, at }) => [file, at])).toEqual(
      wrong.map(([, , at], number) => [`${number}.ts`, at]),
    );
  });
});

describe('a program that embeds a module', () => {
  const program = block('module');

  it('compiles as the documentation has it, and not with a typo', async () => {
    const module = await generated(shipped(FUTIAN.ruleset), 'js');
    const types = ['module.d.ts', module.get('module.d.ts') ?? ''] as const;
    const misspelt = program.replace("'平均后封顶'", "'平均后封'");
    const complaints = typeCheck(new Map([types, ['program.ts', program], ['typo.ts', misspelt]]));
    expect(complaints.map(({ file, at }) => [file, at])).toEqual([['typo.ts', '全年平均口径']]);
  });

  it('scores a department as the documentation has it', async () => {
    const module = await generated(shipped(FUTIAN.ruleset), 'js');
    const folder = mkdtempSync(path.join(tmpdir(), 'biaochi-embed-'));
    const script = program.replace('inputs: unknown): string', 'inputs)');
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(path.join(folder, 'module.js'), module.get('module.js') ?? '');
    writeFileSync(path.join(folder, 'program.js'), script);
    const { totalOf } = (await import(
      /* @vite-ignore */ pathToFileURL(path.join(folder, 'program.js')).href
    )) as { readonly totalOf: (inputs: unknown) => string };
    const { inputs } = JSON.parse(readText(FUTIAN.file)) as { readonly inputs: object };
    expect(totalOf(inputs)).toMatch(/^\d+\.\d+ [优良中差]$|^missing: /u);
    expect(totalOf({ ...inputs, 公众满意度: '120%' })).toContain('“公众满意度”');
  });
});

describe('the generated types', () => {
  it('fit the files and the scores of real departments', async () => {
    const texts = new Map<string, string>();
    const cases = casesIn('rulesets').filter(({ ruleset }) =>
      /2022|2021|choice|money/.test(ruleset),
    );
    for (const { ruleset, file } of cases) {
      const folder = path.basename(ruleset, '.chi');
      const types = await fileOf(shipped(ruleset), 'types', 'types.d.ts', 'zh');
      const { out } = await biaochi(ROOT, ['score', ruleset, file, '--format', 'json']);
      texts.set(`${folder}/types.d.ts`, types);
      texts.set(
        `${folder}/data.ts`,
        `import type { Department, Scores } from './types.js';
         export const department: Department = ${readText(file)};
         export const scores: Scores = ${out};`,
      );
    }
    expect(texts.size).toBe(8);
    expect(typeCheck(texts)).toEqual([]);
  });

  it('keep every name, and say what is unknown by null', async () => {
    const names = ['constructor', '__proto__', '$ref', 'a/b~c', '"', '*/', '预算 / 支出', '年'];
    const by = framework(
      names.map((name) => valueInput(name, NUMBER, undefined, { about: `*/ ${name}` })),
    );
    const data = names.map((name) => `${JSON.stringify(name)}: null`).join(',');
    const types = await fileOf(by, 'types', 'types.d.ts');
    const program = `import type { Inputs } from './types.js';
      export const inputs: Inputs = {${data}};
      export const wrong: Inputs = { 月: null };`;
    const complaints = typeCheck(
      new Map([
        ['types.d.ts', types],
        ['program.ts', program],
      ]),
    );
    expect(complaints.map(({ at }) => at)).toEqual(['月']);
  });
});
