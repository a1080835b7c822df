// Published scores of parts that a department does not have.
import { expect, test } from 'vitest';
import { audit } from '../../src/analyze/audit.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import { findingTexts } from '../../src/report/finding.ts';
import { createSource } from '../../src/text/source.ts';
import { frameworkOf } from '../evaluate/written.ts';

const framework = frameworkOf(`ruleset R { total 30 points
  input 类别 : one of { 甲, 乙 }
  group 甲类 20 points { applies when 类别 = 甲
    indicator A 20 points { item a 10 points { judged } item b 10 points { judged } } }
  indicator B 20 points { applies when 类别 = 乙
    judged }
  group 自选 10 points { chosen by department
    indicator C 10 points { judged }
    indicator D 10 points { judged } } }`);

function findings(reported: object) {
  const inputs = { 类别: '乙', B: '20', 自选: ['C'], C: '10' };
  const text = JSON.stringify({ department: '甲', year: 2024, inputs, reported });
  const { department } = readDepartment(framework, createSource('department.json', text));
  if (!department) throw new Error('no department');
  return audit(framework, department).findings;
}

test('a score of a part that is not there is a contradiction, whatever the part', () => {
  const found = findings({ B: '20', b: '9', 甲类: '9', D: '10', C: '10', 自选: '10', total: '30' });
  expect(found.map(({ kind }) => kind)).toEqual(['part-absent', 'part-absent', 'part-absent']);
  expect(found).toMatchObject([
    { kind: 'part-absent', severity: 'error', path: ['甲类'], absence: { kind: 'condition' } },
    { kind: 'part-absent', path: ['甲类', 'A', 'b'] },
    { kind: 'part-absent', path: ['自选', 'D'], absence: { kind: 'not-chosen' } },
  ]);
  const said = (language: 'en' | 'zh') =>
    found.map((finding) => findingTexts(finding, { language, lets: framework.lets })[0]);
  expect(said('en')).toEqual([
    '甲类: published 9, but this department has no such part: it exists only where 类别 = 甲',
    '甲类 / A / b: published 9, but this department has no such part: it exists only where 类别 = 甲',
    '自选 / D: published 10, but this department has no such part: it was not chosen',
  ]);
  expect(said('zh')[2]).toBe('自选 / D：公布 10，而本单位没有这一部分：未自选');
});

test('a blank or a 0 there says nothing, and sums do not miss it', () => {
  expect(findings({ 甲类: null, A: '0', B: '20', C: '10', D: null, total: '30' })).toEqual([]);
  expect(findings({ B: '20', C: '10', 自选: '9' })).toMatchObject([
    { kind: 'score-differs', path: ['自选'] },
    { kind: 'sum-differs', path: ['自选'] },
  ]);
});
