// Tables that people bring: cells are read as they are written, and what is wrong is said with its cell.
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { createSource } from '../../src/text/source.ts';
import { columnLetters } from '../../playground/files/columns.ts';
import { tableFile } from '../../playground/files/export-file.ts';
import { importFile, safeName } from '../../playground/files/import-file.ts';
import { readWorkbook, writeWorkbook } from '../../playground/files/workbook.ts';

const RULES = `规则集 表格 适用 2024 {
  总分 4 分
  得分保留到 0.01 四舍五入
  输入 预算数 : 金额 万元 高于 0
  输入 各季 : 列表 2 百分比 自 0% 到 100%
  指标 一 2 分 { 得分 各季[1] * 各季[2] * 满分 }
  指标 二 1 分 { 当 预算数 > 5 万元 : 满分 其余 : 0 }
  指标 三 1 分 { 评定 }
}
`;

const { framework } = compile(createSource('x.chi', RULES), {
  read: () => undefined,
  resolve: () => '',
});
if (!framework) throw new Error('the ruleset has an error');

const read = (name: string, content: string | Uint8Array) =>
  importFile(name, content, framework, 'zh');

describe('a table', () => {
  test('becomes a file for each row, its digits as they are written', async () => {
    const csv =
      '部门,预算数,各季[1],各季[2],三,三.理由\n甲局,"1,234.50",90%,,0.5,缺一份材料\n乙局,,,,,\n';
    const found = await read('a.csv', csv);
    if (found.kind === 'refused') throw new Error(found.messages.join());
    expect(found.notes).toEqual([]);
    expect(found.departments.map(({ path }) => path)).toEqual([
      'departments/甲局.json',
      'departments/乙局.json',
    ]);
    expect(JSON.parse(found.departments[0]?.text ?? '')).toEqual({
      department: '甲局',
      year: '2024',
      inputs: {
        预算数: '1234.50',
        各季: ['90%', null],
        三: { award: '0.5', reason: '缺一份材料' },
      },
    });
  });

  test('in GBK, as Excel in Chinese saves it, is read too', async () => {
    const gbk = Uint8Array.from([
      0xb2, 0xbf, 0xc3, 0xc5, 0x2c, 0xd4, 0xa4, 0xcb, 0xe3, 0xca, 0xfd, 0x0a, 0xbc, 0xd7, 0x2c,
      0x37,
    ]);
    const found = await read('a.csv', gbk);
    expect(found.kind === 'imported' && found.departments[0]?.text).toContain('"预算数": "7"');
  });

  test('names the cell in which something is wrong, and columns that it does not know', async () => {
    const found = await read('a.csv', '部门,预算书,预算数\n甲,1,x\n乙,1,-3\n');
    if (found.kind === 'refused') throw new Error(found.messages.join());
    expect(found.notes[0]).toMatch(/^B1：.*预算书.*是不是“预算数”/);
    expect(found.notes[1]).toMatch(/^C2（甲）：/);
    expect(found.notes[2]).toMatch(/^C3（乙）：/);
    expect(found.departments).toHaveLength(2);
  });

  test('may have a title, merged headings of two rows, units in headings, dashes and a sum', async () => {
    const csv =
      '2024年度部门报送数据,,,,\n单位名称,预算,各季执行情况（%）,,三\n' +
      ',预算数（元）,各季[1]（%）,各季[2](%),\n' +
      '甲局,"1,234,500.5",90,12.5%,—\n合计,"1,234,500.5",,,\n';
    const found = await read('a.csv', csv);
    if (found.kind === 'refused') throw new Error(found.messages.join());
    expect(found.departments).toHaveLength(1);
    expect(JSON.parse(found.departments[0]?.text ?? '')).toEqual({
      department: '甲局',
      year: '2024',
      inputs: { 预算数: '1234500.5元', 各季: ['90%', '12.5%'], 三: null },
    });
    expect(found.notes).toEqual([
      'A1：“2024年度部门报送数据”在表头之上，没有导入。',
      'B2：“预算”在表头之上，没有导入。',
      'C2：“各季执行情况（%）”在表头之上，没有导入。',
      '“合计”（第 5 行或列）是合计，没有当作单位导入。',
      'E4写着横线或斜线，当作未知；如果是零，请写 0。',
    ]);
  });

  test('with departments beside one another is read by columns, its cells named as they stand', async () => {
    const csv = '项目,甲局,乙局\n预算数,7,x\n各季[1],90%,\n各季[2],80%,70%\n';
    const found = await read('a.csv', csv);
    if (found.kind === 'refused') throw new Error(found.messages.join());
    expect(found.departments.map(({ path }) => path)).toEqual([
      'departments/甲局.json',
      'departments/乙局.json',
    ]);
    expect(JSON.parse(found.departments[0]?.text ?? '')).toMatchObject({
      inputs: { 预算数: '7', 各季: ['90%', '80%'] },
    });
    expect(found.notes[0]).toContain('竖排');
    expect(found.notes.some((note) => note.startsWith('C2（乙局）'))).toBe(true);
  });

  test.each([
    ['without a known heading', 'a.csv', 'x,y\n1,2\n', /第一行里没有/],
    ['without rows', 'a.csv', '预算数\n', /没有数据/],
    ['that is empty', 'a.csv', '\n', /空的/],
    ['that is no workbook', 'a.xlsx', new Uint8Array(9), /Excel/],
    ['of another kind', 'a.docx', 'x', /不是可以导入的文件/],
    ['that is broken JSON', 'a.json', '{"a": ', /JSON/],
  ])('%s is refused in words', async (_, name, content, pattern) => {
    const found = await read(name, content);
    expect(found.kind === 'refused' && found.messages.join()).toMatch(pattern);
  });

  test('keeps hostile names as text, in files of harmless names', async () => {
    const found = await read(
      'a.csv',
      '部门,预算数\n../../x<img src=x onerror=alert(1)>,7\n__proto__,7\n',
    );
    if (found.kind === 'refused') throw new Error(found.messages.join());
    expect(found.departments.map(({ path }) => path)).toEqual([
      'departments/x img src=x onerror=alert(1).json',
      'departments/__proto__.json',
    ]);
    expect(found.departments[0]?.text).toContain(
      '"department": "../../x<img src=x onerror=alert(1)>"',
    );
  });

  test('is written for Excel so that no cell becomes a formula', async () => {
    const { content } = await tableFile('x', '表', [['=1+1', '-2.5', '@a', 'a,"b"']], 'csv');
    expect(content).toBe('\uFEFF\'=1+1,-2.5,\'@a,"a,""b"""\r\n');
  });
});

describe('a workbook', () => {
  test('gives back the texts and figures that were put in', async () => {
    const rows = [
      ['部门', '预算数', '率'],
      ['甲', '12.50', '0.1'],
      ['乙', '123456789012345678', ''],
      ['=SUM(A1)', '1e5', '15.4%'],
    ];
    const back = await readWorkbook(await writeWorkbook('表', rows));
    expect(back?.rows.map((row) => rows[0]?.map((_, place) => row[place] ?? ''))).toEqual(rows);
  });
});

test('columns are called as a spreadsheet calls them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});

test('names of files have no folders, no signs of other systems, and an end', () => {
  expect(safeName('..\\..\\a:b')).toBe('a b');
  expect(safeName('')).toBe('department');
  expect([...safeName('长'.repeat(10_000_000))]).toHaveLength(80);
});
