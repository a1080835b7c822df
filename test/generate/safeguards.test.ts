// The bounds, fallbacks and range checks of compiled modules, each beside a twin without it: figures that
// are made to need the safeguard are scored rightly with it, and wrongly without.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { createDepartmentReader } from '../../src/input/read-department.ts';
import { createSource } from '../../src/text/source.ts';
import { loadedText, moduleOf, toldByModule, toldByReference } from './loaded.ts';
import type { Json } from './random-department.ts';
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

/** 分 as the file writes money: 万元. */
function money(steps: bigint): string {
  const digits = String(steps).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

// Of quarters with one budget B, spent a, b, c and e, twice the score in cents is
// (1200a + 600b + 400c + 300e) / B: r / B beside an odd number, which is a tie, where the sum is odd·B + r.
function nearTies(most: bigint): Record<string, Json>[] {
  const ties: Record<string, Json>[] = [];
  let seed = 1n;
  const next = (limit: bigint) => {
    seed = (seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    return (seed >> 11n) % limit;
  };
  while (ties.length < 300) {
    const budget = 4_398_046_511_003n - next(10n ** 9n);
    const [a, b, c] = [next(budget / 8n), next(budget / 4n), next(budget / 2n)];
    for (let odd = 501n; odd < 1199n; odd += 2n) {
      const left = odd * budget - 1200n * a - 600n * b - 400n * c;
      const e = left / 300n;
      const r = e * 300n - left;
      if (e < 0n || e > budget || r < -most || r > most) continue;
      ties.push({
        ...COMPLETE,
        季度累计支出: [a, b, c, e].map(money),
        季度预算: [budget, budget, budget, budget].map(money),
      });
      break;
    }
  }
  return ties;
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
    const broken = changed(/(\(2n \* [^;]*?) \+ chosen_\d+\) \/ \(2n/, '$1) / (2n');
    expect(await wrongOf(broken, beside)).toBeGreaterThan(0);
  });
});

describe('a score that is a ratio', () => {
  // 采购: c / p with awards of 1 point, at figures beyond what doubles multiply exactly.
  const large = Array.from({ length: 150 }, (_, at) => {
    const plan = 9_007_199_254_740_000n - 7_919n * BigInt(at);
    const odd = 2n * BigInt(at % 90) + 3n;
    const spent = (odd * plan) / 200n + BigInt(at % 2);
    return { ...COMPLETE, 实际采购金额: money(spent), 采购计划金额: money(plan) };
  });

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
