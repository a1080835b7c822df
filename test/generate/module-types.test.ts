// Compiled TypeScript modules hold up under a strict compiler, and make a misspelt name a mistake that the
// compiler finds: the names of inputs, options, words, indicators and outputs are all known to it.
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
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

const libraries = new Map<string, ts.SourceFile | undefined>();

/** What the compiler finds wrong in files that are given as texts. */
function mistakesIn(files: Readonly<Record<string, string>>): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const plain = ts.createCompilerHost(OPTIONS);
  const known = (name: string) => files[name.replace(/^.*\//, '')];
  host.getSourceFile = (name, target) => {
    const text = known(name);
    if (text !== undefined) return ts.createSourceFile(name, text, target);
    if (!libraries.has(name)) libraries.set(name, plain.getSourceFile(name, target));
    return libraries.get(name);
  };
  host.fileExists = (name) => known(name) !== undefined || plain.fileExists(name);
  host.readFile = (name) => known(name) ?? plain.readFile(name);
  const program = ts.createProgram(Object.keys(files), OPTIONS, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const moduleOf = (file: string) =>
  moduleText(rulesetNamed(file), { language: 'ts', head: 'Generated for a test' });

describe('modules in TypeScript', () => {
  test.each(RULESETS)('%s compiles under strict rules', (file) => {
    expect(mistakesIn({ 'module.ts': moduleOf(file) })).toEqual([]);
  });

  const money = moduleOf('gallery/money.chi');
  const program = (use: string) => ({
    'module.ts': money,
    'program.ts': `import { decode, evaluate, format } from './module.ts';\n${use}\n`,
  });
  const reading =
    'const decoded = decode({});\nif (!decoded.ok) throw new Error();\nconst { input } = decoded;';

  test('are used without a type of one’s own', () => {
    const use = `${reading}\nexport const text: string = format(evaluate({ ...input, 投诉: 3 }).scores.投诉处理);`;
    expect(mistakesIn(program(use))).toEqual([]);
  });

  test.each([
    ['an input', `${reading}\nevaluate({ ...input, 投诉数: 3 });`],
    ['a truth', `${reading}\nevaluate({ ...input, 被通报: '是' });`],
    ['an indicator', `${reading}\nevaluate(input).scores.投诉处置;`],
    ['a grade', `${reading}\nif (evaluate(input).grade === '良好') throw new Error();`],
    ['an output', `${reading}\nevaluate(input).outputs.拨付比率;`],
  ])('make a misspelt name a mistake: %s', (_, use) => {
    expect(mistakesIn(program(use))).toHaveLength(1);
  });
});
