import { describe, expect, it } from 'vitest';
import type { Column } from '../../src/report/layout.ts';
import { hang, layList, layRow, pad, totalWidth } from '../../src/report/layout.ts';

const COLUMNS: readonly Column[] = [
  { align: 'left', width: 6 },
  { align: 'right', width: 5 },
  { align: 'left', width: 8 },
];

describe('layRow', () => {
  it('aligns by display width', () => {
    expect(layRow([{ text: '指标' }, { text: '1.15' }, { text: '低' }], COLUMNS)).toEqual([
      '指标     1.15  低',
    ]);
  });

  it('wraps each cell in its own column', () => {
    expect(layRow([{ text: '政府采购' }, { text: '2' }, { text: '执行率偏低' }], COLUMNS)).toEqual([
      '政府采      2  执行率偏',
      '购             低',
    ]);
  });

  it('leaves no spaces at the line ends', () => {
    expect(layRow([{ text: '甲' }, { text: '' }, { text: '' }], COLUMNS)).toEqual(['甲']);
  });

  it('paints after it has aligned', () => {
    const paint = (text: string) => `<${text}>`;
    expect(layRow([{ text: '甲', paint }, { text: '1' }], COLUMNS)).toEqual(['<甲>          1']);
  });
});

describe('the rest of the layout', () => {
  it('pads by display width and leaves wider text alone', () => {
    expect([pad('甲', 4), pad('甲', 4, 'right'), pad('甲乙丙', 4)]).toEqual([
      '甲  ',
      '  甲',
      '甲乙丙',
    ]);
  });

  it('adds the gaps to the widths', () => {
    expect(totalWidth(COLUMNS)).toBe(6 + 2 + 5 + 2 + 8);
  });

  it('indents further lines under the text of the first', () => {
    expect(hang('依据  ', '甲乙丙丁戊', 12)).toEqual(['依据  甲乙丙', '      丁戊']);
  });

  it('lays lists in columns as wide as their texts', () => {
    expect(
      layList(
        [
          ['甲', '1 分'],
          ['乙丙', '10 分'],
        ],
        40,
      ),
    ).toEqual(['  甲    1 分', '  乙丙  10 分']);
  });
});
