import { expect, test } from 'vitest';
import { renameInDepartment } from '../../src/edit/rename-in-department.ts';
import type { NamedKind } from '../../src/edit/named.ts';
import { createSource } from '../../src/text/source.ts';
import { applied } from './editing.ts';

function renamed(
  text: string,
  thing: NamedKind,
  from: string,
  to: string,
  ways: readonly (readonly string[])[] = [],
): string {
  const source = createSource('d', text);
  const edits = renameInDepartment(source, { kind: 'renamed', edits: [], thing, from, to, ways });
  return applied({ d: text }, edits)['d'] ?? '';
}

const TEXT = `{
  "department": "甲", "year": 2024,
  "inputs": { "支出数": { "value": "2.0", "note": "支出数" }, "公开": "1", "管理 / 公开": "1" },
  "reported": { "公开": "1", "figures": { "支出数": "2" }, "outputs": { "支出数": "2" } },
  "expected": [{ "total": "3", "scores": { "管理 / 公开": "1" } }]
}`;

test('an input is renamed where a department gives it and where its figure was published', () => {
  expect(renamed(TEXT, 'input', '支出数', '决算数')).toBe(
    TEXT.replace('"支出数": {', '"决算数": {').replace(
      '"figures": { "支出数"',
      '"figures": { "决算数"',
    ),
  );
});

test('a part is renamed by its name and in paths, and its group in paths', () => {
  expect(renamed(TEXT, 'indicator', '公开', '信息公开')).toBe(TEXT.replaceAll('公开', '信息公开'));
  expect(renamed(TEXT, 'group', '管理', '内部管理')).toBe(TEXT.replaceAll('管理', '内部管理'));
});

test('every department of a cohort file, what is common to them, and YAML follow', () => {
  const cohort =
    '{ "common": { "控制价": "1" }, "departments": [{ "inputs": { "控制价": "2" } }, { "inputs": {} }] }';
  expect(renamed(cohort, 'input', '控制价', '限价')).toBe(cohort.replaceAll('控制价', '限价'));
  expect(renamed('inputs:\n  支出数: "2.0"\n', 'input', '支出数', 'a: "b"')).toBe(
    'inputs:\n  "a: \\"b\\"": "2.0"\n',
  );
});

test('nothing is written over what is there, and nothing into what cannot be read', () => {
  const both = '{ "inputs": { "a": "1", "b": "2" } }';
  expect(renamed(both, 'input', 'a', 'b')).toBe(both);
  expect(renamed('{ "inputs": { "a": ', 'input', 'a', 'b')).toBe('{ "inputs": { "a": ');
  expect(renamed(both, 'value', 'a', 'c')).toBe(both);
});

const WORDS = `{
  "department": "其他", "inputs": {
    "类别": { "value": "其他", "note": "其他" },
    "说明": "其他",
    "任务": [{ "名称": "其他", "级别": "其他" }],
    "管理 / 公开": { "choice": "其他", "reason": "其他" },
    "制度": { "entries": { "其他": true } }
  },
  "reported": { "grade": "其他", "outputs": { "等第": "其他" } },
  "expected": [{ "grade": ["优", "其他"] }]
}`;

test('a word of an enumeration is renamed where it is given, and nowhere else', () => {
  const ways = [['类别'], ['任务', '级别'], ['等第']];
  expect(renamed(WORDS, 'value', '其他', '其它', ways)).toBe(
    WORDS.replace('"value": "其他"', '"value": "其它"')
      .replace('"级别": "其他"', '"级别": "其它"')
      .replace('"等第": "其他"', '"等第": "其它"'),
  );
});

test('a grade is renamed where it was published and where it is expected', () => {
  expect(renamed(WORDS, 'grade', '其他', '差')).toBe(
    WORDS.replace('"grade": "其他"', '"grade": "差"').replace('"优", "其他"', '"优", "差"'),
  );
});

test('a choice and an entry of a checklist are renamed in what is awarded, a field in its record', () => {
  expect(renamed(WORDS, 'choice', '其他', '一般', [['公开']])).toBe(
    WORDS.replace('"choice": "其他"', '"choice": "一般"'),
  );
  expect(renamed(WORDS, 'choice', '其他', '一般', [['制度']])).toBe(
    WORDS.replace('{ "其他": true }', '{ "一般": true }'),
  );
  expect(renamed(WORDS, 'field', '级别', '层级', [['任务']])).toBe(
    WORDS.replace('"级别"', '"层级"'),
  );
});
