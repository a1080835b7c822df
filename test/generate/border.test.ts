// What no department's file should hold, at the door of a compiled module: it is refused, or read as the
// reader of files reads it, and never scored as something else. The same for what a program passes to
// `evaluate` and `evaluateColumns` without decoding.
import { describe, expect, test } from 'vitest';
import { createDepartmentReader } from '../../src/input/read-department.ts';
import { createSource } from '../../src/text/source.ts';
import { columnsOf } from './in-columns.ts';
import type { Decoded } from './loaded.ts';
import { loaded, toldByModule } from './loaded.ts';
import { frameworkOf } from './differences.ts';

const TEXT = `ruleset R { total 20 points at most 20
  scores rounded to 0.01 half up
  grades { 优 from 15  差 from 0 }
  input 支, 多 : money in 万元 from 0 to 1000000
  input 预 : money in 万元 above 0
  input 率 : percent from 0% to 100%
  input 数 : count of 项
  input 季 : list of 4 money in 万元 at least 0
  input 单 : list of { 名 : text  额 : money in 万元 at least 0 }
  input 日 : date from 2023-01-01 to 2024-12-31
  input 类 : one of { 甲, 乙 }
  input 有 : yes or no
  input __proto__, constructor : percent from 0% to 100%
  indicator 一 5 points at least 0 { score min(支 / 预, 1) * 5 }
  indicator 二 3 points at least 0 { score min(1, (sum of 额 over 单) / 预) * 3 }
  indicator 三 3 points at least 0 { score min(1, (季[1] + 季[4]) / 预) * 2 + 率 * 1 }
  indicator 四 4 points at least 0 { deduct 1 per 数 deduct 1 when 日 > 2024-06-30 deduct 1 when 类 = 甲 and 有 }
  indicator 五 5 points at least 0 { score (__proto__ + constructor) * 2 + min(多 / 预, 1) * 1 at most 5 }
}`;

const framework = frameworkOf(TEXT);
if (!framework) throw new Error('the ruleset is refused');
const FRAMEWORK = framework;

const GOOD_TEXT = `{"支": "80", "多": "10", "预": "100", "率": "50%", "数": 1, "季": ["1", "2", "3", "4"],
  "单": [{ "名": "a", "额": "5" }], "日": "2024-01-01", "类": "甲", "有": true,
  "__proto__": "10%", "constructor": "20%"}`;
const good = (): Record<string, unknown> => JSON.parse(GOOD_TEXT) as Record<string, unknown>;

const read = createDepartmentReader(FRAMEWORK);
const module = await loaded(FRAMEWORK);

function isRead(inputs: string): boolean {
  const text = `{"department": "甲", "year": 2024, "inputs": ${inputs}}`;
  return read(createSource('d.json', text)).department !== undefined;
}

/** The good inputs with one of them written otherwise, as JSON text. */
function written(name: string, json: string): string {
  const given = good();
  const entries = Object.keys(given).map((key) => {
    const value = key === name ? json : JSON.stringify(given[key]);
    return `${JSON.stringify(key)}: ${value}`;
  });
  return `{${entries.join(', ')}}`;
}

const FIGURES = [
  ...['1e308', '-1e308', '1e309', '1e400', '-0', '0', '0.0', '5e-324', '1.7976931348623157e308'],
  ...[
    '9007199254740991',
    '9007199254740992',
    '9007199254740993',
    '9007199254740995',
    '123456789012345678',
  ],
  ...[
    '0.1',
    '0.30000000000000004',
    '1e21',
    '1e3',
    '1E+2',
    '1e-9',
    '-1',
    '-0.000001',
    '1000000',
    '1000000.000001',
  ],
  ...[
    'null',
    'true',
    'false',
    '[]',
    '{}',
    '[1]',
    '[[1]]',
    '{"value": 5}',
    '{"value": "5%"}',
    '{"value": []}',
    '{"__proto__": 5}',
  ],
].concat(
  [
    '1e308',
    '1e309',
    '1e400',
    '1e999',
    '1e1000',
    '1e-999',
    '-0',
    '−0',
    '+0',
    '00',
    '007',
    '٣',
    '１２',
    '1_000',
    '0x10',
    '0b1',
    'NaN',
    'Infinity',
    '-Infinity',
    '',
    ' ',
    '\t',
    '.',
    '-',
    '+',
    'e5',
    '1e',
    '.5',
    '5.',
    '1.2.3',
    '1 000',
    '1,000',
    '50%',
    '50 %',
    '50％',
    '5‰',
    '50%%',
    '12345678901234567890.1234567890123456789012345678901234567890',
    '0.0000000000000000000000000000000000000001',
    '9007199254740993',
    '80 万元',
    '80元',
    '0.8亿元',
    '80 亿 元',
    '1/3',
    '１e２',
    '5\u0000',
    'null',
    'true',
    '2024-01-01',
    '2024-02-30',
    '0000-00-00',
    '9999-12-31',
    '2024年6月30日',
    '２０２４-06-30',
    '甲',
    '__proto__',
    'constructor',
    'toString',
    '是',
    'yes',
  ].map((text) => JSON.stringify(text)),
);

describe('decoding takes what the reader of files takes', () => {
  test.each(Object.keys(good()))('for %s', (name) => {
    for (const json of FIGURES) {
      const inputs = written(name, json);
      const found = module.decode(JSON.parse(inputs));
      // JSON.parse has made infinity of it; the reader of files still sees the digits.
      const isLost = Math.abs(Number(json)) === Number.POSITIVE_INFINITY && !json.startsWith('"');
      expect([name, json, found.ok]).toEqual([name, json, !isLost && isRead(inputs)]);
    }
  });

  test('whatever stands in place of an entry', () => {
    for (const json of [
      '1',
      '"1"',
      'null',
      '-1',
      '"1e400"',
      '1e308',
      '{}',
      '{"value": null}',
      '[]',
      'true',
    ]) {
      for (const [name, text] of [
        ['季', `["1", ${json}, "3", "4"]`],
        ['单', `[{ "名": "a", "额": ${json} }]`],
        ['单', `[{ "名": ${json}, "额": "1" }]`],
        ['单', `[{ "名": "a", "额": "1", "__proto__": ${json} }]`],
      ] as const) {
        const inputs = written(name, text);
        const found = module.decode(JSON.parse(inputs));
        expect([text, found.ok]).toEqual([text, isRead(inputs)]);
      }
    }
  });
});

describe('what is no JSON at all', () => {
  const decode = (part: Record<string, unknown>): Decoded => module.decode({ ...good(), ...part });
  const sparse: unknown[] = ['1'];
  sparse[3] = '4';
  const getter = Object.defineProperty({}, 'value', { enumerable: true, get: () => '5' });

  test.each([
    ['NaN', { 支: Number.NaN }],
    ['Infinity', { 支: Number.POSITIVE_INFINITY }],
    ['a BigInt', { 支: 80n }],
    ['a symbol', { 支: Symbol('80') }],
    ['a function', { 支: () => 80 }],
    ['a date', { 日: new Date(0) }],
    ['a boxed text', { 支: new String('80') }],
    ['a map', { 季: new Map() }],
    ['a text in place of a list', { 季: '1234' }],
    ['a list that is no array', { 季: { length: 4, 0: '1', 1: '2', 2: '3', 3: '4' } }],
    ['a list that is too long', { 季: ['1', '2', '3', '4', '5'] }],
    ['a fraction of BigInts', { 支: { n: 1n, d: 3n } }],
  ])('is refused: %s', (_, part) => {
    expect(decode(part).ok).toBe(false);
  });

  test('is not taken for known: a list with holes', () => {
    const found = decode({ 季: sparse });
    expect(found.ok && found.missing).toContain('季');
  });

  test('is read once where it is worked out: a getter', () => {
    const found = decode({ 支: getter });
    expect(found.ok && (found.input as { 支: unknown }).支).toBe(5_000_000);
  });

  test.each([[null], [undefined], [5], ['支'], [[]], [() => 0]])(
    'is no object of inputs: %s',
    (inputs) => {
      expect(module.decode(inputs).ok).toBe(false);
    },
  );

  test('keeps names of Object apart from names of inputs', () => {
    for (const name of ['toString', 'hasOwnProperty', 'valueOf'])
      expect(decode({ [name]: '1%' }).ok).toBe(false);
    const bare = Object.assign(Object.create(null) as Record<string, unknown>, good());
    expect(module.decode(bare).ok).toBe(true);
    const inherited = Object.create(good()) as Record<string, unknown>;
    const found = module.decode(inherited);
    expect(found.ok && found.missing.length).toBe(12);
  });
});

describe('a program that passes what it did not decode', () => {
  const decoded = module.decode(good());
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
  const input = decoded.input as Record<string, unknown>;

  const holes: unknown[] = [1];
  holes[2] = 1;
  holes.length = 4;
  const OUTSIDE: readonly (readonly [string, Record<string, unknown>])[] = [
    ['below', { 支: -1 }],
    ['above', { 支: 1_000_000_000_001 }],
    ['far above', { 支: 1e300 }],
    ['no whole step', { 支: 0.5 }],
    ['beyond whole numbers', { 预: 2 ** 53 }],
    ['NaN', { 支: Number.NaN }],
    ['Infinity', { 预: Number.POSITIVE_INFINITY }],
    ['0 where figures are above 0', { 预: 0 }],
    ['-0 where figures are above 0', { 预: -0 }],
    ['a text', { 支: '80' }],
    ['an empty text', { 支: '' }],
    ['null', { 支: null }],
    ['true', { 支: true }],
    ['a BigInt', { 支: 80n }],
    ['an array of one', { 支: [80] }],
    ['a fraction outside', { 支: { n: -1n, d: 3n } }],
    ['a fraction over 0', { 支: { n: 1n, d: 0n } }],
    ['a fraction over less than 0', { 支: { n: 1n, d: -3n } }],
    ['a fraction of doubles', { 支: { n: 1, d: 3 } }],
    ['a fraction without parts', { 支: {} }],
    ['an object of nothing', { 支: Object.create(null) as object }],
    ['a symbol', { 支: Symbol('80') }],
    ['a function', { 支: () => 80 }],
    ['half a thing', { 数: 1.5 }],
    ['a fraction of a thing', { 数: { n: 3n, d: 2n } }],
    ['a day outside', { 日: 0 }],
    ['half a day', { 日: 19_600.5 }],
    ['no word of it', { 类: '丙' }],
    ['a place for a word', { 类: 0 }],
    ['a word for a truth', { 有: 'yes' }],
    ['1 for a truth', { 有: 1 }],
    ['a list that is too short', { 季: [1, 2, 3] }],
    ['a list that is too long', { 季: [1, 2, 3, 4, 5] }],
    ['a list with a figure below', { 季: [1, -2, 3, 4] }],
    ['no list', { 季: { 0: 1, 1: 2, 2: 3, 3: 4 } }],
    ['a record with a figure below', { 单: [{ 名: 'a', 额: -1 }] }],
    ['a record with half a step', { 单: [{ 名: 'a', 额: 0.5 }] }],
    ['a record that is none', { 单: [5] }],
    ['a figure that is not read there', { 季: [1, 2, Number.NaN, 4] }],
  ];

  test.each(OUTSIDE)('is refused: %s', (_, part) => {
    expect(() => module.evaluate({ ...input, ...part })).toThrow(RangeError);
    expect(() => module.evaluate({ ...input, ...part }, {})).toThrow(RangeError);
  });

  test.each(OUTSIDE)('is refused in columns, and only in its row: %s', (_, part) => {
    const columns = columnsOf(module, [input, input, input]);
    for (const [name, value] of Object.entries(part)) {
      const at = (column: string, figure: unknown) => {
        const all = columns[column] as Record<number, unknown>;
        if (ArrayBuffer.isView(all) && typeof figure !== 'number') return false;
        all[1] = figure;
        return !ArrayBuffer.isView(all) || !(all instanceof Uint8Array);
      };
      if (Array.isArray(columns[name]) ? !at(name, value) : name === '季' || !at(name, value))
        return;
    }
    const { undecided, total } = module.evaluateColumns?.(columns, 3) ?? {
      undecided: [],
      total: [],
    };
    const isUnknown = Object.values(part).some((value) => Number.isNaN(value));
    expect([...undecided]).toEqual([0, isUnknown ? 1 : 2, 0]);
    expect(total[0]).toBe(total[2]);
  });

  test.each([
    ['nothing', { 支: undefined }],
    ['an entry', { 季: [1, 2, 3, undefined] }],
    ['a hole', { 季: holes }],
    ['a list', { 单: undefined }],
    ['a field', { 单: [{ 名: 'a', 额: undefined }] }],
  ])('is undecided: %s is not known', (_, part) => {
    expect(() => module.evaluate({ ...input, ...part })).toThrow(
      expect.objectContaining({ name: 'Undecided' }),
    );
  });

  test('may pass -0 for 0, and fractions for figures', () => {
    const zero = toldByModule(FRAMEWORK, module, module.evaluate({ ...input, 支: 0, 数: 0 }));
    expect(toldByModule(FRAMEWORK, module, module.evaluate({ ...input, 支: -0, 数: -0 }))).toEqual(
      zero,
    );
    expect(module.evaluate({ ...input, 支: -0 }).scores).toEqual(
      module.evaluate({ ...input, 支: 0 }).scores,
    );
    const whole = toldByModule(FRAMEWORK, module, module.evaluate(input));
    const fraction = { ...input, 支: { n: 800_000n, d: 1n } };
    expect(toldByModule(FRAMEWORK, module, module.evaluate(fraction))).toEqual(whole);
  });
});

test('rows beyond the columns are refused', () => {
  expect(() => module.evaluateColumns?.(columnsOf(module, []), 2)).toThrow(
    new RangeError('columns without the rows from 0 to 2'),
  );
});

describe('where doubles score everything', () => {
  const fast = `ruleset R { total 10 points
    scores rounded to 0.01 half up
    input 季 : list of 2 money in 万元 at least 0
    input 预 : money in 万元 above 0
    indicator 一 10 points { score min(1, (季[1] + 季[2]) / 预) * 10 } }`;

  test.each([
    ['a list that is too long', { 季: [1, 2, 3], 预: 4 }],
    ['a list that is too short', { 季: [1], 预: 4 }],
    ['what is like a list', { 季: { 0: 1, 1: 2 }, 预: 4 }],
    ['a text in place of a list', { 季: '12', 预: 4 }],
    ['an entry that is a text', { 季: ['1', 2], 预: 4 }],
    ['an entry outside', { 季: [-1, 2], 预: 4 }],
    ['an object without a prototype', { 季: [1, 2], 预: Object.create(null) as object }],
    ['a symbol', { 季: [1, 2], 预: Symbol('4') }],
  ])('is refused: %s', async (_, input) => {
    const plain = frameworkOf(fast);
    if (!plain) throw new Error('the ruleset is refused');
    const { evaluate } = await loaded(plain);
    expect(evaluate({ 季: [1, 2], 预: 4 }).total).toBe(750);
    expect(() => evaluate(input)).toThrow(RangeError);
  });
});
