import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExact, parseDecimal } from '../../src/number/decimal.ts';
import { FRAMEWORK, figureGiven, read, readInput, valueGiven } from './framework-fixture.ts';

describe('figures that are taken', () => {
  it.each([
    ['采购金额', '"2.96"', '29600'],
    ['采购金额', '2.96', '29600'],
    ['采购金额', '"75.09 万元"', '750900'],
    ['采购金额', '"2963元"', '2963'],
    ['采购金额', '"1.5亿元"', '150000000'],
    ['采购金额', '"0.00001"', '1/10'],
    ['采购金额', '"  7　"', '70000'],
    ['采购金额', '1e3', '10000000'],
    ['采购金额', '"1E-5"', '1/10'],
    ['采购金额', '"２．５０ 万元"', '25000'],
    ['调整率', '"15.4%"', '77/500'],
    ['调整率', '"－15.4％"', '-77/500'],
    ['调整率', '"3 ‰"', '3/1000'],
    ['系数', '"+0.5"', '1/2'],
    ['系数', '-0.5', '-1/2'],
    ['系数', '".5"', '1/2'],
    ['系数', '"007"', '7'],
    ['系数', '123456789012345', '123456789012345'],
    ['次数', '"−3"', '-3'],
    ['次数', '3.0', '3'],
    ['在编人数', '"47人"', '47'],
    ['在编人数', '47', '47'],
    ['得分', '"1.5分"', '3/2'],
  ])('%s %s is %s', (name, written, exact) => {
    const whole = exact.includes('/') ? '' : 'n';
    expect(figureGiven(name, written)).toBe(`[${exact}, ${exact}]${whole}`);
  });

  it('keeps every digit of decimal text, however long', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789')),
      minLength: 1,
      maxLength: 400,
    });
    const sign = fc.constantFrom('', '-');
    fc.assert(
      fc.property(sign, digits, digits, (minus, whole, fraction) => {
        const written = `${minus}${whole}.${fraction}`;
        const value = valueGiven('系数', JSON.stringify(written))?.value;
        const known = value?.kind === 'number' ? value.range.low?.value : undefined;
        expect(known && formatExact(known, fraction.length)).toBe(canonical(written));
      }),
      { numRuns: 60 },
    );
  });

  it('takes texts of thousands of digits, and refuses what is longer than any figure', () => {
    expect(readInput('系数', JSON.stringify(`0.${'1'.repeat(9_998)}`)).problems).toEqual([]);
    const { diagnostics } = readInput('系数', JSON.stringify(`0.${'1'.repeat(9_999)}`));
    expect(diagnostics.map(({ code, facts }) => [code, facts])).toEqual([
      ['figure-too-long', { name: '系数', limit: 10_000 }],
    ]);
  });
});

function canonical(written: string): string {
  const plain = written.replace(/^(-?)0+(?=\d)/, '$1');
  return parseDecimal(plain)?.n === 0n ? plain.replace('-', '') : plain;
}

describe('figures that are refused', () => {
  it.each([
    ['采购金额', '"2,963元"', 'digits-grouped', { text: '2,963元', corrected: '2963元' }],
    [
      '采购金额',
      '"１，２３４，５６７.５"',
      'digits-grouped',
      { text: '1,234,567.5', corrected: '1234567.5' },
    ],
    ['采购金额', '"2,96"', 'figure-expected', { text: '2,96', unit: '万元' }],
    [
      '采购金额',
      '"14人"',
      'unit-wrong',
      { text: '14人', unit: '人', accepted: ['元', '万元', '亿元'] },
    ],
    [
      '采购金额',
      '"14%"',
      'unit-wrong',
      { text: '14%', unit: '%', accepted: ['元', '万元', '亿元'] },
    ],
    ['采购金额', '"万元"', 'figure-expected', { text: '万元', unit: '万元' }],
    ['采购金额', '""', 'figure-expected', { text: '', unit: '万元' }],
    ['采购金额', 'true', 'figure-expected', { text: 'true', unit: '万元' }],
    ['采购金额', '[1]', 'figure-expected', { text: '[1]', unit: '万元' }],
    [
      '采购金额',
      '"0x10"',
      'unit-wrong',
      { text: '0x10', unit: 'x10', accepted: ['元', '万元', '亿元'] },
    ],
    ['采购金额', '"NaN"', 'figure-expected', { text: 'NaN', unit: '万元' }],
    ['采购金额', '"Infinity"', 'figure-expected', { text: 'Infinity', unit: '万元' }],
    ['采购金额', '"1/3"', 'figure-expected', { text: '1/3', unit: '万元' }],
    ['采购金额', '"1e1000"', 'figure-expected', { text: '1e1000', unit: '万元' }],
    ['调整率', '15.4', 'percentage-without-sign', { text: '15.4' }],
    ['调整率', '"0.154"', 'percentage-without-sign', { text: '0.154' }],
    [
      '调整率',
      '"15.4万元"',
      'unit-wrong',
      { text: '15.4万元', unit: '万元', accepted: ['%', '‰'] },
    ],
    ['系数', '"15.4%"', 'percent-sign-unexpected', { text: '15.4%', plain: '0.154' }],
    ['系数', '"3家"', 'unit-wrong', { text: '3家', unit: '家', accepted: [] }],
    ['系数', '1234567890.123456', 'too-many-digits', { text: '1234567890.123456', digits: 16 }],
    ['次数', '"3.5"', 'not-whole', { text: '3.5' }],
    ['在编人数', '"47家"', 'unit-wrong', { text: '47家', unit: '家', accepted: ['人'] }],
    ['在编人数', '4.5', 'not-whole', { text: '4.5' }],
    ['在编人数', '-1', 'out-of-range', { text: '-1', limits: '≥ 0 人' }],
    ['采购金额', '"-2元"', 'out-of-range', { text: '-2元', limits: '≥ 0 万元' }],
    ['调整率', '"200.1%"', 'out-of-range', { text: '200.1%', limits: '≤ 200%' }],
  ])('%s %s: %s', (name, written, code, facts) => {
    const { diagnostics, problems, department } = readInput(name, written);
    expect(problems).toEqual([`${code} at ${written}`]);
    expect(diagnostics[0]?.facts).toEqual({ name, ...facts });
    expect(department).toBeUndefined();
  });

  it('mends separators, bare long numbers and percentages of plain numbers', () => {
    const fixes = [
      ['采购金额', '"2,963元"', '"2963元"'],
      ['系数', '1234567890.123456', '"1234567890.123456"'],
      ['系数', '"15.4%"', '"0.154"'],
    ] as const;
    for (const [name, written, mended] of fixes) {
      const { diagnostics } = readInput(name, written);
      expect(diagnostics[0]?.fix?.edits.map(({ text }) => text)).toEqual([mended]);
      expect(readInput(name, mended).problems).toEqual([]);
    }
  });

  it('leaves it to the author whether a bare figure was percent or a ratio', () => {
    const { diagnostics } = readInput('调整率', '0.154');
    expect(diagnostics[0]?.fix).toBeUndefined();
    const choices = diagnostics[0]?.choices.map(({ edits }) => edits[0]?.text);
    expect(choices).toEqual(['"0.154%"', '"15.4%"']);
  });

  it('counts the digits of YAML numbers by their source text', () => {
    const yaml = (written: string) =>
      read(`department: 甲局\nyear: 2022\ninputs:\n  系数: ${written}\n`, FRAMEWORK);
    expect(yaml('0.000123456789012345').problems).toEqual([]);
    expect(yaml('1.2345678901234560').problems).toEqual(['too-many-digits at 1.2345678901234560']);
    expect(yaml('0x10').problems).toEqual(['number-notation at 0x10']);
    expect(yaml('.nan').problems).toEqual(['number-notation at .nan']);
    expect(yaml('NaN').problems).toEqual(['figure-expected at NaN']);
    expect(yaml('yes').problems).toEqual(['figure-expected at yes']);
  });
});
