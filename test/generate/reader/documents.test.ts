// Documents as they come: lists, lines, cohort files, department files; names, errors with their places, and
// columns that the caller provides.
import { describe, expect, test } from 'vitest';
import { publishedInputs, rulesetNamed } from '../rulesets.ts';
import { differences, expectSame } from './beside-decode.ts';
import type { Departments } from './loaded-reader.ts';
import { bytesOf, loadedReader } from './loaded-reader.ts';

const READER = await loadedReader(rulesetNamed('futian/2022.chi'));
const GOOD = publishedInputs();
const { readJson, scoreJson, module } = READER;

const read = (document: unknown, options?: object) =>
  readJson(bytesOf(typeof document === 'string' ? document : JSON.stringify(document)), options);
const problems = ({ errors }: Departments) =>
  errors.map(({ row, line, path, code }) => [row, line, path, code]);

describe('a document', () => {
  const files = ['甲', '乙 "二"', '丙\n三'].map((department, at) => ({
    department,
    year: 2022,
    note: 'x\ty',
    inputs: { ...GOOD, 在编人数: String(at + 1) },
  }));
  const names = files.map(({ department }) => department);
  const inputs = files.map((file) => file.inputs);

  test.each([
    ['a list of files', JSON.stringify(files), names],
    ['a list of inputs', JSON.stringify(inputs), [undefined, undefined, undefined]],
    ['lines', files.map((file) => JSON.stringify(file)).join('\r\n') + '\n\n', names],
    ['a cohort file', JSON.stringify({ year: 2022, departments: files }, null, 2), names],
    ['a list behind a byte order mark', `\uFEFF ${JSON.stringify(files, null, '\t')}`, names],
    [
      'inputs with names among them',
      JSON.stringify(inputs.map((each, at) => ({ name: names[at], ...each }))),
      names,
    ],
  ])('is %s', (_, text, expected) => {
    const found = read(text);
    expect(found.errors).toEqual([]);
    expect(found.names).toEqual(expected);
    expectSame(READER, found, files);
  });

  test('is one department', () => {
    const found = read(JSON.stringify(files[0], null, 2));
    expect([found.rows, found.names]).toEqual([1, ['甲']]);
    expectSame(READER, found, files.slice(0, 1));
  });

  test('gives inputs that are common to all, wherever they stand', () => {
    const { 公众满意度: common, ...own } = GOOD;
    const departments = [{ inputs: own }, { inputs: { ...own, 公众满意度: '1%' } }];
    for (const cohort of [
      { common: { 公众满意度: common }, departments },
      { departments, common: { 公众满意度: common } },
    ]) {
      const found = read(cohort);
      expect(problems(found)).toEqual([[1, 1, '公众满意度', 'shape']]);
      expectSame(READER, { ...found, errors: [] }, [GOOD, {}].map(withoutDefaults));
    }
  });

  test('is taken as it is where it holds nothing', () => {
    expect([read('[]').rows, read('[]').errors]).toEqual([0, []]);
    expect([read('{}').rows, read('{}').errors]).toEqual([1, []]);
    expect(problems(read('\uFEFF \n'))).toEqual([[undefined, 2, '', 'syntax']]);
  });
});

describe('what is wrong', () => {
  // ‸ stands where the flaw is.
  test.each([
    ['[{"在编人数":"1",‸}]', 'syntax', '“}”'],
    ['[{"在编人数":"1"},‸]', 'syntax', '“]”'],
    ['[{"在编人数":0‸1}]', 'syntax', '“1”'],
    ['[{"在编人数":"1"}‸', 'syntax', 'end'],
    ['[{"在编人数":"1‸\n"}]', 'syntax', 'line break'],
    ['[{"在编人数":"‸\\x"}]', 'syntax', 'escape'],
    ['[{"在编人数":‸NaN}]', 'syntax', '“N”'],
    ["[{‸'在编人数':1}]", 'syntax', 'quotes'],
    ['[{"在编人数":"1"}] ‸[]', 'syntax', 'behind'],
    ['[{"在编人数":1}\n,\n{"编外人数" ‸2}]', 'syntax', '“2”'],
    [`[{"note":${'['.repeat(200)}‸[${']'.repeat(201)}}]`, 'depth', 'deeper'],
  ])('is said with its place: %s', (marked, code, word) => {
    const [before = '', behind = ''] = marked.split('‸');
    const { rows, errors } = read(before + behind);
    const place = { offset: bytesOf(before).length, line: before.split('\n').length };
    expect([rows, errors.length]).toEqual([0, 1]);
    expect(errors[0]).toMatchObject({ code, row: undefined, ...place });
    expect(errors[0]?.message).toContain(word);
  });

  test('is said of bytes that are no UTF-8', () => {
    const bytes = bytesOf('[{"note":"??"}]');
    bytes.set([0xd6, 0xd0], 10);
    expect(readJson(bytes).errors).toMatchObject([{ code: 'encoding', offset: 10 }]);
  });

  test('concerns its line only, where lines are documents', () => {
    const good = JSON.stringify(GOOD);
    const found = read([good, '{"在编人数":', good, `${good} x`, '[1', good].join('\n'));
    expect(problems(found)).toEqual([
      [1, 2, '', 'syntax'],
      [3, 4, '', 'syntax'],
      [4, 5, '', 'syntax'],
    ]);
    expectSame(
      READER,
      { ...found, errors: [] },
      [GOOD, {}, GOOD, {}, {}, GOOD].map(withoutDefaults),
    );
  });

  test('is an entry that stands twice', () => {
    const found = read(
      '[{"在编人数":"1","编外人数":"2","在编人数":"3"},{"公众满意度":{"value":"1%","value":"2%"}}]',
    );
    expect(problems(found).map(([row, , , code]) => [row, code])).toEqual([
      [0, 'twice'],
      [1, 'twice'],
    ]);
  });

  test('is what has no place in a department', () => {
    const found = read([
      1,
      null,
      { inputs: [] },
      { inputs: {}, input: {} },
      { department: 7, inputs: {} },
    ]);
    expect(problems(found).map(([row, , path, code]) => [row, path, code])).toEqual([
      [0, '', 'shape'],
      [1, '', 'shape'],
      [2, expect.any(String), 'input'],
      [3, 'input', 'shape'],
      [4, 'department', 'shape'],
    ]);
  });
});

// What stands for a department with errors: nothing is known, not even what is otherwise if left out.
function withoutDefaults(inputs: object): object {
  if (Object.keys(inputs).length > 0) return inputs;
  return Object.fromEntries(Object.keys(module.metadata.inputs).map((name) => [name, null]));
}

describe('columns that are provided', () => {
  const many = Array.from({ length: 700 }, (_, at) => ({ ...GOOD, 在编人数: String(at + 1) }));

  test('are filled, and asked for again where there are more rows', () => {
    const asked: number[] = [];
    const found = read(many, {
      allocate: (rows: number) => {
        asked.push(rows);
        return { 在编人数: new Float64Array(rows) };
      },
    });
    expect(asked.length).toBeGreaterThan(1);
    expectSame(READER, found, many);
  });

  test('may be narrow: what they do not hold stands apart', () => {
    const wide = [
      ...many.slice(0, 3),
      { ...GOOD, 在编人数: '65534' },
      { ...GOOD, 在编人数: '65535' },
    ];
    const found = read(wide, { allocate: (rows: number) => ({ 在编人数: new Uint16Array(rows) }) });
    expect([...(found.columns['在编人数'] as Uint16Array)]).toEqual([1, 2, 3, 65534, 65535]);
    expect(
      found.apart.map(({ row, input }) => [row, (input as { 在编人数: number }).在编人数]),
    ).toEqual([[4, 65535]]);
  });
});

describe('scores', () => {
  test('are those of each department, with figures that no column holds too', () => {
    const fine = { ...GOOD, 实际采购金额: '12.34567891' };
    const documents = [
      GOOD,
      fine,
      { ...GOOD, 公众满意度: '200%' },
      { ...GOOD, 公众满意度: null },
      GOOD,
    ];
    const scored = scoreJson(bytesOf(JSON.stringify(documents)));
    expect([...scored.undecided]).toEqual([0, 0, 2, 1, 0]);
    for (const row of [0, 1, 4]) {
      const decoded = module.decode(documents[row]);
      if (!decoded.ok) throw new Error('the department is wrong');
      const result = module.evaluate(decoded.input);
      expect(scored.total[row]).toBe(result.total);
      for (const [name, score] of Object.entries(result.scores))
        expect(scored.scores[name]?.[row]).toBe(score);
    }
    // The total fits two bytes, of which the lowest number says that there is no score.
    expect(scored.total).toBeInstanceOf(Int16Array);
    expect(scored.total[2]).toBe(-(2 ** 15));
    expect(scored.errors.map(({ row, path }) => [row, path])).toEqual([[2, '公众满意度']]);
  });
});

test('a difference would be found', () => {
  const found = read([GOOD]);
  expect(differences(READER, found, [{ ...GOOD, 在编人数: '1' }])).toHaveLength(1);
});
