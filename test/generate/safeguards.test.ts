// The bounds, fallbacks and range checks of compiled modules, each beside a twin without it: figures that
// are made to need the safeguard are scored rightly with it, and wrongly without.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { createDepartmentReader } from '../../src/input/read-department.ts';
import { createSource } from '../../src/text/source.ts';
import { loadedText, moduleOf, toldByModule, toldByReference } from './loaded.ts';
import type { Json } from './random-department.ts';
import { largeRatios, nearTies } from './near-ties.ts';
import { publishedInputs, rulesetNamed } from './rulesets.ts';

const FRAMEWORK = rulesetNamed('futian/2022.chi');
const TEXT = moduleOf(FRAMEWORK);
const read = createDepartmentReader(FRAMEWORK);
const COMPLETE = publishedInputs();

/** How many of the departments a module scores as the reference does not. */
async function wrongOf(
  text: string,
  departments: readonly Record<string, Json>[],
): Promise<number> {
  const module = await loadedText(text);
  let wrong = 0;
  for (const inputs of departments) {
    const { department } = read(
      createSource('d.json', JSON.stringify({ department: '甲', year: 2022, inputs })),
    );
    if (!department) throw new Error('the department is wrong');
    const expected = toldByReference(FRAMEWORK, evaluate(FRAMEWORK, department));
    const decoded = module.decode(inputs);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
    const told = toldByModule(FRAMEWORK, module, module.evaluate(decoded.input));
    if (JSON.stringify(told) !== JSON.stringify(expected)) wrong++;
  }
  return wrong;
}

/** The text with one thing changed, which must be there. */
function changed(pattern: string | RegExp, by: string): string {
  const text = TEXT.replace(pattern, by);
  if (text === TEXT) throw new Error(`nothing to change: ${String(pattern)}`);
  return text;
}

describe('a score that is added up from ratios', () => {
  const beside = nearTies(4n);

  test('is right next to a tie', async () => {
    expect(await wrongOf(TEXT, beside)).toBe(0);
  });

  test('is wrong without its bound', async () => {
    expect(
      await wrongOf(changed(/const HALF_ULP = [^;]+;/, 'const HALF_ULP = 0;'), beside),
    ).toBeGreaterThan(0);
  });

  test('is wrong where what is near is rounded as doubles are', async () => {
    expect(await wrongOf(changed(/= near \? [^:]+: Math/, '= Math'), beside)).toBeGreaterThan(0);
  });

  test('is wrong where its second reckoning rounds down', async () => {
    const broken = changed(/(\(\d+n \* [^;]*?) \+ [a-z_\d]+\) \/ \(2n/, '$1) / (2n');
    expect(await wrongOf(broken, beside)).toBeGreaterThan(0);
  });
});

describe('a tie over one denominator', () => {
  const small = nearTies(4n, 20_000_000_000n);

  test('is right', async () => {
    expect(await wrongOf(TEXT, small)).toBe(0);
  });

  test('is wrong where denominators are taken for one', async () => {
    const unlike = nearTies(0n, 20_000_000_000n, [1n, 2n, 3n, 1n]);
    expect(await wrongOf(TEXT, unlike)).toBe(0);
    const broken = changed(/季度预算_2 === 季度预算_1/, 'true').replace(
      /季度预算_3 === 季度预算_1/,
      'true',
    );
    expect(await wrongOf(broken, unlike)).toBeGreaterThan(0);
  });
});

describe('a score that is a ratio', () => {
  const large = largeRatios();

  test('is right for figures beyond its limits', async () => {
    expect(await wrongOf(TEXT, large)).toBe(0);
  });

  test('is wrong for them without the limits', async () => {
    const unlimited = changed(/采购计划金额 <= \d+/, 'true').replace(/实际采购金额 <= \d+/, 'true');
    expect(await wrongOf(unlimited, large)).toBeGreaterThan(0);
  });
});

describe('figures outside of what is declared', () => {
  test.each([
    ['below 0', { 实际采购金额: -1 }],
    ['no budget', { 采购计划金额: 0 }],
    ['above 100%', { 公众满意度: 1_000_001 }],
    ['half a person', { 在编人数: 1.5 }],
    ['no word', { 违规支出: '否' }],
  ])('are refused: %s', async (_, part) => {
    const module = await loadedText(TEXT);
    const decoded = module.decode(COMPLETE);
    if (!decoded.ok) throw new Error('the department is wrong');
    expect(() => module.evaluate({ ...decoded.input, ...part })).toThrow(RangeError);
  });

  test('are scored without the check', async () => {
    const module = await loadedText(
      changed('if (isWithin(figure, spec)) return figure;', 'return figure;'),
    );
    const decoded = module.decode(COMPLETE);
    if (!decoded.ok) throw new Error('the department is wrong');
    expect(() => module.evaluate({ ...decoded.input, 公众满意度: 1_000_001 })).not.toThrow();
  });
});
