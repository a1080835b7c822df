// Tables of departments: a row gives what a department's file with the same texts gives, whatever the order of
// columns, the quotes and the line breaks.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../random-department.ts';
import { inputsOf } from '../random-department.ts';
import { publishedInputs, rulesetNamed } from '../rulesets.ts';
import { differences, expectSame } from './beside-decode.ts';
import type { Departments } from './loaded-reader.ts';
import { READABLE, bytesOf, loadedReader } from './loaded-reader.ts';
import type { Choices } from './spelling.ts';
import { choicesOf } from './spelling.ts';

const ODDITIES = [
  '',
  ' ',
  'x',
  '-0',
  '007',
  '1e2',
  '+4',
  '12.5 万元',
  '３',
  '98％',
  '"',
  'a,b',
  'TRUE',
  'no',
];

function cellOf(value: Json, choices: Choices): string {
  if (choices.below(60) === 0) return choices.among(ODDITIES);
  if (typeof value === 'boolean')
    return choices.among([value ? 'true' : 'false', value ? '是' : '否']);
  if (typeof value === 'string') return value.replace(/(\.\d\d)\d+/, '$1');
  return value === null ? '' : JSON.stringify(value);
}

// What a cell says in a department's file.
function jsonOf(text: string, kind: string): unknown {
  if (text === '') return null;
  if (kind === 'boolean' && /^(?:true|false)$/i.test(text)) return /^true$/i.test(text);
  return /^[[{]/.test(text) ? (JSON.parse(text) as unknown) : text;
}

const quoted = (text: string, choices: Choices) =>
  /[",\r\n]/.test(text) || choices.below(9) === 0 ? `"${text.replaceAll('"', '""')}"` : text;

describe.each(READABLE)('%s', (file) => {
  test('reads tables as decode reads the same texts', async () => {
    const framework = rulesetNamed(file);
    const reader = await loadedReader(framework);
    const { inputs: specs } = reader.module.metadata;
    const batches = fc.tuple(
      fc.array(inputsOf(framework), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 2 ** 31 }),
    );
    fc.assert(
      fc.property(batches, ([batch, seed]) => {
        const choices = choicesOf(seed);
        const titles = Object.keys(specs).filter(() => choices.below(40) > 0);
        titles.sort(() => choices.below(3) - 1);
        const rows = batch.map((inputs) =>
          titles.map((title) => cellOf(inputs[title] ?? null, choices)),
        );
        const line = (cells: readonly string[]) =>
          cells.map((cell) => quoted(cell, choices)).join(',');
        const text = [titles, ...rows].map(line).join(choices.among(['\n', '\r\n']));
        const departments = rows.map((cells) =>
          Object.fromEntries(
            cells.map((cell, at) => [
              titles[at] ?? '',
              jsonOf(cell, specs[titles[at] ?? '']?.kind ?? ''),
            ]),
          ),
        );
        expectSame(reader, reader.readCsv(bytesOf(text)), departments);
      }),
      { numRuns: 5 },
    );
  });
});

const READER = await loadedReader(rulesetNamed('futian/2022.chi'));
const read = (text: string, options?: object) => READER.readCsv(bytesOf(text), options);
const problems = ({ errors }: Departments) =>
  errors.map(({ row, line, path, code }) => [row, line, path, code]);

describe('a table', () => {
  test('names departments, entries of lists and what else is said of an input', () => {
    const found = read(
      [
        '\uFEFF部门,季度预算[2],监管机制,监管机制.reason,项目实施程序.设立调整经过报批,项目实施程序.招投标建设验收合规,项目实施程序.reason,在编人数,在编人数.status',
        '甲局,12.50,0.5,"晚, 了",是,否,"一项""未""做",3,',
        '"乙\n局",,1,,true,true,,4,rejected',
        '',
        '丙局,1,,,,,,5,verified',
      ].join('\r\n'),
    );
    expect(found.errors).toEqual([]);
    expect(found.names).toEqual(['甲局', '乙\n局', '丙局']);
    const entries = (first: boolean, second: boolean) => ({
      设立调整经过报批: first,
      招投标建设验收合规: second,
    });
    expectSame(READER, found, [
      {
        季度预算: [null, '12.50', null, null],
        监管机制: { award: '0.5', reason: '晚了' },
        项目实施程序: { entries: entries(true, false), reason: '一项' },
        在编人数: '3',
      },
      { 监管机制: '1', 项目实施程序: { entries: entries(true, true) } },
      { 季度预算: [null, '1', null, null], 在编人数: '5' },
    ]);
  });

  test('is wrong by the row, with its line', () => {
    const found = read('在编人数,编外人数\n1,2\n3\n4,5,6\n"7"x,8\n9",10\n0,"11\n"\n12,13\n');
    expect(found.rows).toBe(7);
    expect(problems(found)).toEqual([
      [1, 3, '', 'syntax'],
      [2, 4, '', 'syntax'],
      [3, 5, '', 'syntax'],
      [4, 6, '', 'syntax'],
      [5, 7, '在编人数', 'input'],
    ]);
    expect([...(found.columns['编外人数'] as Float64Array)]).toEqual([
      2,
      NaN,
      NaN,
      NaN,
      NaN,
      NaN,
      13,
    ]);
  });

  test.each([
    ['', 'syntax'],
    ['在编人数,在编人数\n1,2\n', 'twice'],
    ['季度预算,季度预算[1]\n,2\n', 'twice'],
    ['在编人数,"编外人数\n1,2\n', 'syntax'],
  ])('is refused where a cell could mean two things: %j', (text, code) => {
    const { rows, errors } = read(text);
    expect([rows, errors.length, errors[0]?.code]).toEqual([0, 1, code]);
  });

  test('says which columns belong to nothing', () => {
    const found = read('在编人数,在编人,公众满意度.value,季度预算[5],note\n1,2,3,4,5\n');
    expect(problems(found)).toEqual([
      [undefined, 1, '在编人', 'column'],
      [undefined, 1, '公众满意度.value', 'column'],
      [undefined, 1, '季度预算[5]', 'column'],
    ]);
    expect([...(found.columns['在编人数'] as Float64Array)]).toEqual([1]);
  });

  test('is refused in another encoding than UTF-8', () => {
    const bytes = Uint8Array.of(0xd6, 0xd0, 0x2c, 0x31, 0x0a, 0x31, 0x2c, 0x32);
    expect(READER.readCsv(bytes).errors).toMatchObject([{ code: 'encoding', line: 1 }]);
  });

  test('may have semicolons between its cells', () => {
    const found = read('在编人数;公众满意度\n3;95%\n', { separator: ';' });
    expectSame(READER, found, [{ 在编人数: '3', 公众满意度: '95%' }]);
  });

  test('is scored', () => {
    const inputs = Object.entries(publishedInputs());
    const cell = (value: unknown) => `"${JSON.stringify(value).replaceAll('"', '""')}"`;
    const text = [inputs.map(([name]) => name), inputs.map(([, value]) => cell(value))].join('\n');
    const scored = READER.scoreCsv(bytesOf(text));
    expect([scored.errors, [...scored.undecided], scored.total[0]]).toEqual([[], [0], 9676]);
  });

  test('that says something else is told apart', () => {
    expect(differences(READER, read('在编人数\n3\n'), [{ 在编人数: '4' }])).toHaveLength(1);
  });
});
