import { expect, test } from 'vitest';
import { renameInDepartment } from '../../src/edit/rename-in-department.ts';
import type { NamedKind } from '../../src/edit/named.ts';
import { createSource } from '../../src/text/source.ts';
import { applied } from './editing.ts';

function renamed(text: string, thing: NamedKind, from: string, to: string): string {
  const source = createSource('d', text);
  const edits = renameInDepartment(source, { kind: 'renamed', edits: [], thing, from, to });
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
