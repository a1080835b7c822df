// The safeguards of columns in WebAssembly, each beside a twin of the kernel without it: figures that are made to
// need the safeguard are scored rightly with it, and wrongly without.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { moduleText } from '../../src/generate/javascript/module.ts';
import { loadAssembler } from '../../src/generate/wasm/assemble.ts';
import { columnsIn } from './in-columns.ts';
import { frameworkOf } from './generating.ts';
import type { Loaded } from './loaded.ts';
import { loadedText, moduleWithKernel } from './loaded.ts';
import { largeRatios, nearTies } from './near-ties.ts';
import type { Json } from './random-department.ts';
import { publishedInputs, rulesetNamed } from './rulesets.ts';

const FRAMEWORK = rulesetNamed('futian/2022.chi');

/** A module whose kernel has one thing changed, which must be there. */
async function withChange(
  pattern: string | RegExp,
  by: string,
  framework = FRAMEWORK,
): Promise<Loaded> {
  const assemble = await loadAssembler();
  const text = moduleText(framework, {
    language: 'js',
    head: 'Generated for a test',
    assemble: (kernel) => {
      const changed = kernel.replace(pattern, by);
      if (changed === kernel) throw new Error(`nothing to change: ${String(pattern)}`);
      return assemble(changed);
    },
  });
  return loadedText(text);
}

async function unchanged(framework = FRAMEWORK): Promise<Loaded> {
  return loadedText(await moduleWithKernel(framework));
}

type Input = Record<string, unknown>;

function decoded(module: Loaded, inputs: Json): Input {
  const found = module.decode(inputs);
  if (!found.ok) throw new Error(JSON.stringify(found.errors));
  return found.input as Input;
}

/** How many rows have a total in WebAssembly that `evaluate` does not give. */
function wrongOf(module: Loaded, inputs: readonly Input[]): number {
  expect(module.usesWebAssembly?.()).toBe(true);
  const { columns, into } = columnsIn(module, inputs, 'memory');
  const found = module.evaluateColumns?.(columns, inputs.length, into);
  return inputs.filter((input, row) => {
    const expected = evaluated(module, input);
    return expected === undefined ? found?.undecided[row] === 0 : found?.total[row] !== expected;
  }).length;
}

function evaluated(module: Loaded, input: Input): unknown {
  try {
    return module.evaluate(input).total;
  } catch {
    return undefined;
  }
}

describe('next to a tie', () => {
  const beside = nearTies(4n);
  const wrongNow = (module: Loaded) =>
    wrongOf(
      module,
      beside.map((inputs) => decoded(module, inputs)),
    );

  test('rows are scored rightly', async () => {
    expect(wrongNow(await unchanged())).toBe(0);
  });

  test.each([
    ['without the bound', '(f64.const 1.2e-16)', '(f64.const 0)'],
    ['without limbs', /\(if \(v128\.any_true [^\n]* \(then/, '(if (i32.const 0) (then'],
    [
      'where the quotient of limbs is not asked exactly',
      /f64x2\.sub (\(local\.get \$v\d+\)) \(v128\.and/,
      'f64x2.add $1 (v128.andnot',
    ],
    [
      'without carries',
      /\(f64x2\.floor \(f64x2\.mul (\(local\.get \$v\d+\)) (\(local\.get \$c\d+\))\)\)/g,
      '(f64x2.mul $1 (f64x2.sub $2 $2))',
    ],
  ])('they are wrong %s', async (_, pattern, by) => {
    expect(wrongNow(await withChange(pattern, by))).toBeGreaterThan(0);
  });
});

describe('figures that doubles do not fit', () => {
  const complete = (module: Loaded, part: object) => ({
    ...decoded(module, publishedInputs()),
    ...part,
  });
  const cases = (module: Loaded): Input[] => [
    ...largeRatios().map((inputs) => decoded(module, inputs)),
    ...[{ 实际采购金额: 0.5 }, { 实际采购金额: undefined }, { 公众满意度: 1_000_001 }].map((part) =>
      complete(module, part),
    ),
    ...[{ 违规支出: undefined }, { 在编人数: undefined }, { 采购政策落实: undefined }].map((part) =>
      complete(module, part),
    ),
    // An even number, so that none is left to loops.
    complete(module, {}),
    complete(module, {}),
  ];

  test('are scored exactly or marked', async () => {
    const module = await unchanged();
    expect(wrongOf(module, cases(module))).toBe(0);
  });

  test.each([
    [
      'upper limits',
      /\(f64x2\.le (\(local\.get \$v\d+\)) \(local\.get \$c\d+\)\)/g,
      '(f64x2.eq $1 $1)',
    ],
    [
      'the check that they are whole',
      /\(f64x2\.eq \(f64x2\.floor (\(local\.get \$v\d+\))\) \1\)/g,
      '(f64x2.eq $1 $1)',
    ],
    [
      'the check of codes',
      /\(f64x2\.lt (\(local\.get \$v\d+\)) \(local\.get \$c\d+\)\)/g,
      '(f64x2.eq $1 $1)',
    ],
    ['marks', '(local.set $open (i32.or (local.get $open) (local.get $bits)))', ''],
  ])('are wrong without %s', async (_, pattern, by) => {
    const module = await withChange(pattern, by);
    expect(wrongOf(module, cases(module))).toBeGreaterThan(0);
  });
});

describe('a score that is larger than its array', () => {
  const framework = frameworkOf(`ruleset 甲 for 2022 {
    total 100 points at most 100 points
    scores rounded to 0.01 half up
    input 件数 : count of 件 at least 0
    indicator 办件 100 points uncapped { score 件数 * 1 point }
  }`);
  const rows = [{ 件数: 3 }, { 件数: 2_000_000_000 }];

  test('is refused', async () => {
    const module = await unchanged(framework);
    const { columns, into } = columnsIn(module, rows, 'memory');
    const found = module.evaluateColumns?.(columns, 2, into);
    expect([...(found?.undecided ?? [])]).toEqual([0, 2]);
  });

  test('would be another number without the check', async () => {
    const module = await withChange(
      /\(f64x2\.lt \(f64x2\.abs (\(local\.get \$v\d+\))\) \(local\.get \$c\d+\)\)/,
      '(f64x2.eq $1 $1)',
      framework,
    );
    const { columns, into } = columnsIn(module, rows, 'memory');
    expect(module.evaluateColumns?.(columns, 2, into).undecided[1]).toBe(0);
  });
});

describe('where WebAssembly is not there', () => {
  afterEach(() => void vi.unstubAllGlobals());

  const forbidden = {
    Module: function Module() {
      throw new Error('wasm-unsafe-eval is not an allowed source of script');
    },
  };

  test.each([
    ['missing', undefined],
    ['forbidden by a policy', forbidden],
  ])('loops give the same: %s', async (_, stub) => {
    const module = await unchanged();
    vi.stubGlobal('WebAssembly', stub);
    expect(module.usesWebAssembly?.()).toBe(false);
    const inputs = nearTies(4n)
      .slice(0, 20)
      .map((each) => decoded(module, each));
    const { columns, into } = columnsIn(module, inputs, 'memory');
    const found = module.evaluateColumns?.(columns, inputs.length, into);
    expect([...(found?.total ?? [])]).toEqual(inputs.map((input) => module.evaluate(input).total));
  });
});

describe('rows that are asked for', () => {
  test.each([
    [0, 7],
    [3, 8],
    [5, 6],
    [4, 4],
  ])('from %i to before %i are scored, and no others', async (from, to) => {
    const module = await unchanged();
    const input = decoded(module, publishedInputs());
    const inputs = Array.from({ length: 9 }, () => input);
    for (const placing of ['doubles', 'narrow', 'memory'] as const) {
      const { columns, into } = columnsIn(module, inputs, placing);
      const found = module.evaluateColumns?.(columns, 9, into, { from, to });
      const expected = inputs.map((_, row) =>
        row >= from && row < to ? module.evaluate(input).total : 0,
      );
      expect([...(found?.total ?? [])]).toEqual(expected);
    }
  });

  test('must be there', async () => {
    const module = await unchanged();
    const { columns } = columnsIn(module, [decoded(module, publishedInputs())], 'doubles');
    expect(() => module.evaluateColumns?.(columns, 2)).toThrow(RangeError);
    expect(() => module.evaluateColumns?.(columns, 1, undefined, { from: -1 })).toThrow(RangeError);
  });
});
