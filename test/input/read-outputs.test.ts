// Published and expected outputs in a department's file: each in the notation of its type.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Output } from '../../src/model/framework.ts';
import { departmentSchema } from '../../src/input/schema.ts';
import { formatExact } from '../../src/number/decimal.ts';
import type { Type } from '../../src/types/type.ts';
import { BOOLEAN, DATE, NUMBER, PERCENTAGE } from '../../src/types/type.ts';
import { MONEY_UNITS, PLAIN } from '../../src/types/unit.ts';
import type { Value } from '../../src/types/value.ts';
import { unknownOf } from '../../src/types/value.ts';
import { INPUTS, faultless, framework, readPart } from './framework-fixture.ts';
import { nextSpan } from '../model-builder.ts';

const output = (name: string, type: Type): Output => ({
  name,
  id: name,
  about: undefined,
  value: { kind: 'constant', type, value: unknownOf(type), text: '', span: nextSpan() },
  notMonotone: undefined,
  origins: [],
  span: nextSpan(),
});

const FRAMEWORK = framework(INPUTS, {
  outputs: [
    output('比例', PERCENTAGE),
    output('系数', NUMBER),
    output('应付', { kind: 'number', unit: MONEY_UNITS.get('万元') ?? PLAIN, integer: false }),
    output('档', { kind: 'enumeration', values: ['A', 'B', 'C'] }),
    output('续签', BOOLEAN),
    output('到期', DATE),
  ],
});

const read = (part: string) => readPart(part, FRAMEWORK);

function shown(value: Value | undefined): string {
  switch (value?.kind) {
    case 'number': {
      const { low, high } = value.range;
      return [low, high].map((end) => (end ? formatExact(end.value) : '…')).join('..');
    }
    case 'enumeration':
      return [...value.possible].join('|');
    case 'boolean':
      return value.canBeTrue ? 'yes' : 'no';
    default:
      return value?.kind ?? 'none';
  }
}

describe('published outputs', () => {
  it('are read by name, in the unit that they say, with their text and source', () => {
    const { outputs } = faultless(
      read(`"reported": { "outputs": {
        "比例": "92.5%", "应付": { "value": "1.5 亿元", "source": "第 3 页" }, "档": "B",
        "续签": "是", "到期": "2024-12-31", "系数": null
      } }`),
    ).reported;
    expect(
      outputs.map(({ name, value, text, source }) => [name, shown(value), text, source]),
    ).toEqual([
      ['比例', '0.925..0.925', '92.5%', undefined],
      ['应付', '150000000..150000000', '1.5 亿元', '第 3 页'],
      ['档', 'B', 'B', undefined],
      ['续签', 'yes', '是', undefined],
      ['到期', 'date', '2024-12-31', undefined],
    ]);
  });

  it('may stand under the Chinese word', () => {
    const { outputs } = faultless(read('"reported": { "输出": { "档": "A" } }')).reported;
    expect(outputs.map(({ name }) => name)).toEqual(['档']);
  });

  it.each([
    ['{ "档": "D" }', 'choice-unknown at "D"'],
    ['{ "应付": "120" }', 'unit-missing at "120"'],
    ['{ "比利": "90%" }', 'unknown-entry at "比利"'],
    ['{ "续签": "也许" }', 'yes-or-no-expected at "也许"'],
    ['{ "比例": ["90%"] }', 'figure-expected at ["90%"]'],
    ['"90%"', 'shape-wrong at "90%"'],
  ])('cannot be %s', (written, problem) => {
    expect(read(`"reported": { "outputs": ${written} }`).problems).toEqual([problem]);
  });
});

describe('expected outputs', () => {
  it('are exact, or what must remain possible', () => {
    const [expected] = faultless(
      read(`"expected": { "outputs": {
        "比例": "80%..100%", "应付": { "low": "0 元", "high": "3 万元" }, "系数": 0.5,
        "档": ["C", "A"], "续签": [true, false]
      } }`),
    ).expected;
    expect([...(expected?.outputs ?? [])].map(([name, value]) => [name, shown(value)])).toEqual([
      ['比例', '0.8..1'],
      ['应付', '0..30000'],
      ['系数', '0.5..0.5'],
      ['档', 'C|A'],
      ['续签', 'yes'],
    ]);
  });

  it.each([
    ['{ "比例": "100%..80%" }', 'range-reversed at "100%..80%"'],
    ['{ "档": ["A", "E"] }', 'choice-unknown at "E"'],
    ['{ "档": null }', 'choice-unknown at null'],
    ['{ "档位": "A" }', 'unknown-entry at "档位"'],
  ])('cannot be %s', (written, problem) => {
    expect(read(`"expected": { "outputs": ${written} }`).problems).toEqual([problem]);
  });
});

it('a framework without scores and outputs has a schema all the same', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
  const empty = framework(INPUTS, { children: [], outputs: [], grades: [] });
  const validate = ajv.compile(departmentSchema(empty));
  expect(validate({ department: '甲', year: 2024, reported: { scores: {} } })).toBe(true);
  expect(validate({ department: '甲', year: 2024, reported: { 甲: 1 } })).toBe(false);
});
