// Compiled TypeScript modules hold up under a strict compiler, and make a misspelt name a mistake that the
// compiler finds: the names of inputs, options, words, indicators and outputs are all known to it.
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { declarationsText } from '../../src/generate/javascript/declarations.ts';
import { moduleText } from '../../src/generate/javascript/module.ts';
import { RULESETS, rulesetNamed } from './rulesets.ts';

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitReturns: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
};

/** What the compiler finds wrong in files that are given as texts, by their names. */
function mistakesIn(files: Readonly<Record<string, string>>): ReadonlyMap<string, string[]> {
  const host = ts.createCompilerHost(OPTIONS);
  const plain = ts.createCompilerHost(OPTIONS);
  const known = (name: string) => files[name.replace(/^.*\//, '')];
  host.getSourceFile = (name, target) => {
    const text = known(name);
    if (text !== undefined) return ts.createSourceFile(name, text, target);
    return plain.getSourceFile(name, target);
  };
  host.fileExists = (name) => known(name) !== undefined || plain.fileExists(name);
  host.readFile = (name) => known(name) ?? plain.readFile(name);
  const program = ts.createProgram(Object.keys(files), OPTIONS, host);
  const found = new Map<string, string[]>();
  for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
    const name = file?.fileName ?? '';
    const text = ts.flattenDiagnosticMessageText(messageText, ' ');
    found.set(name, [...(found.get(name) ?? []), text]);
  }
  return found;
}

const HEAD = 'Generated for a test';
const moduleOf = (file: string) => moduleText(rulesetNamed(file), { language: 'ts', head: HEAD });
const declarationsOf = (file: string) => declarationsText(rulesetNamed(file), HEAD);

const SOUND = `
const result = evaluate({ ...input, 重点工作未完成数: 3 }, { 全年平均口径: '平均后封顶', 季度得分封顶: true });
export const total: number = result.total;
export const score: string = format(result.scores.重点工作完成情况);
export const grade: '优' | '良' | '中' | '差' | undefined = result.grade;
export const step: '1/100' = metadata.inputs.年初预算.step;
export const chosen: '按实际平均' = metadata.chosen.全年平均口径;
export const second: '目标设置' = metadata.scores[0].parts[1].name;
export const options: Partial<Options> = {};
export const money: Input['实际采购金额'] = { n: 1n, d: 3n };`;

const WRONG = [
  ['an input', 'evaluate({ ...input, 重点工作未完成: 3 });'],
  ['an input of another kind', "evaluate({ ...input, 违规支出: '是' });"],
  ['a figure as text', "evaluate({ ...input, 年初预算: '3' });"],
  ['a list as one figure', 'evaluate({ ...input, 季度预算: 3 });'],
  ['an indicator', 'evaluate(input).scores.重点工作;'],
  ['a grade', "if (evaluate(input).grade === '良好') throw new Error();"],
  ['an option', 'evaluate(input, { 季度封顶: true });'],
  ['a choice of an option', "evaluate(input, { 全年平均口径: '平均后封' });"],
  ['an option that is not known', 'evaluate(input, { 季度得分封顶: undefined });'],
  ['a column', "export const read = (columns: Columns) => columns['季度预算[5]'];"],
  ['a code', "if (!decoded.ok && decoded.errors[0]?.code === 'wrong') throw new Error();"],
  ['an entry of the metadata', 'metadata.inputs.年初预箕;'],
  ['the total as text', 'export const total: string = evaluate(input).total;'],
] as const;

/** A program that embeds a module; the codes of errors are known before there are none. */
function program(module: string, use: string): string {
  return `import { decode, evaluate, evaluateColumns, format, metadata } from './${module}.js';
import type { Columns, Input, Options } from './${module}.js';
const decoded = decode({});
${use.includes('decoded') ? '' : 'if (!decoded.ok) throw new Error(decoded.errors[0]?.message);\nconst { input } = decoded;'}
${use}
export type { Columns, Input, Options };
export { evaluate, evaluateColumns, format, metadata };
`;
}

const FUTIAN = 'futian/2022.chi';
const MODULES = ['typed', 'declared'] as const;
const fileOf = (ruleset: string, ending: string) => `${ruleset.replaceAll(/\W/gu, '_')}${ending}`;

// One program for all: the compiler spends most of its time on its own libraries.
const found = mistakesIn(
  Object.fromEntries([
    ...RULESETS.flatMap((ruleset) => [
      [fileOf(ruleset, '.ts'), moduleOf(ruleset)] as const,
      // As declarations alone they would not be checked.
      [fileOf(ruleset, '_declared.ts'), declarationsOf(ruleset)] as const,
    ]),
    ['typed.ts', moduleOf(FUTIAN)],
    ['declared.d.ts', declarationsOf(FUTIAN)],
    ...MODULES.flatMap((module) => [
      [`${module}-sound.ts`, program(module, SOUND)] as const,
      ...WRONG.map(([, use], at) => [`${module}-wrong-${at}.ts`, program(module, use)] as const),
    ]),
  ]),
);

test.each(RULESETS)(
  '%s compiles under strict rules, as a module and as declarations',
  (ruleset) => {
    const names = ['.ts', '_declared.ts'].map((ending) => fileOf(ruleset, ending));
    expect(names.flatMap((name) => found.get(name) ?? [])).toEqual([]);
  },
);

describe.each(MODULES)('a module that is %s', (module) => {
  test('is used without types of one’s own', () => {
    expect(found.get(`${module}-sound.ts`) ?? []).toEqual([]);
  });

  test.each(WRONG.map(([name], at) => [name, at] as const))(
    'makes a mistake what is misspelt: %s',
    (_, at) => {
      expect(found.get(`${module}-wrong-${at}.ts`)).toHaveLength(1);
    },
  );
});
