// A department's data as a form, and values written back into its text: all else stays as it was written.
import { describe, expect, test } from 'vitest';
import type { FormView } from '../../playground/answers.ts';
import { createSession, scoreProject } from '../../playground/worker/session.ts';
import { answer } from '../../playground/worker/answer.ts';
import type { JsonValue, Project } from '../../playground/protocol.ts';
import { FUTIAN_DEPARTMENT, projectOf, shippedDepartment } from './projects.ts';

const RULES = `规则集 表单 适用 2024 {
  总分 6 分
  得分保留到 0.01 四舍五入
  输入 预算数 : 金额 万元 高于 0
  输入 各季 : 列表 2 百分比 自 0% 到 100%
  输入 等次 : 选自 { 甲, 乙 }
  指标 一 2 分 { 得分 各季[1] * 满分 }
  指标 二 2 分 { 当 预算数 > 5 万元 且 等次 = 甲 : 满分 其余 : 0 }
  指标 三 2 分 { 清单 { 账实相符 1 分  制度健全 1 分 } }
}
`;

const TEXT = `{
  "department": "甲局",
  "year": 2024,
  "note": "手写的说明",
  "inputs": {
    "预算数": "12.50",
    "各季": { "value": ["90%", "80%"],   "source": "决算" },
    "三": { "entries": { "账实相符": true } },
    "别的": 1
  }
}
`;

function project(text = TEXT): Project {
  return projectOf({
    files: { 'x.chi': RULES },
    open: 'x.chi',
    departments: [{ path: 'd.json', text }],
  });
}

const SESSION = createSession();

async function set(path: readonly (string | number)[], value: JsonValue | undefined, text = TEXT) {
  const question = { kind: 'set-value', department: 0, path, value } as const;
  const { answer: found } = await answer(1, question, project(text), SESSION);
  const given = found as { readonly kind: string; readonly text?: string };
  return given.text ?? JSON.stringify(found);
}

describe('a form', () => {
  test('shows for each input what it takes and what the file says', async () => {
    const { answer: found } = await answer(1, { kind: 'form', department: 0 }, project(), SESSION);
    const form = found as FormView;
    expect(form).toMatchObject({ kind: 'form', name: '甲局', year: '2024', unknown: ['别的'] });
    expect(
      form.fields.map(({ name, control, given }) => [name, control.kind, given.state]),
    ).toEqual([
      ['预算数', 'number', 'given'],
      ['各季', 'list', 'given'],
      ['等次', 'choice', 'absent'],
      ['三', 'checklist', 'given'],
    ]);
    expect(form.fields[0]).toMatchObject({
      control: { unit: '万元', low: '0', high: undefined },
      given: { value: '12.50', raw: '"12.50"' },
      usedIn: ['二'],
    });
    expect(form.fields[1]?.given).toMatchObject({ value: ['90%', '80%'], source: '决算' });
  });

  test('of Futian has a field for every input, none with a problem', async () => {
    const given = projectOf({ departments: [shippedDepartment(FUTIAN_DEPARTMENT)] });
    const { answer: found } = await answer(1, { kind: 'form', department: 0 }, given, SESSION);
    const form = found as FormView;
    expect(form.fields.filter(({ given: { state } }) => state !== 'absent')).toHaveLength(49);
    expect(form.problems).toEqual([]);
  });
});

describe('a value', () => {
  test('takes the place of the old one and nothing else', async () => {
    expect(await set(['inputs', '预算数', 'value'], '13.00')).toBe(
      TEXT.replace('"12.50"', '"13.00"'),
    );
  });

  test('of a list is set in its place', async () => {
    expect(await set(['inputs', '各季', 'value', 1], '85%')).toBe(TEXT.replace('80%', '85%'));
  });

  test('that was plain is kept when evidence is set beside it', async () => {
    expect(await set(['inputs', '预算数', 'source'], '预算批复')).toBe(
      TEXT.replace('"12.50"', '{ "value": "12.50", "source": "预算批复" }'),
    );
  });

  test('that was not there is put behind the others', async () => {
    expect(await set(['inputs', '等次', 'value'], '甲')).toBe(
      TEXT.replace('"别的": 1', '"别的": 1,\n    "等次": { "value": "甲" }'),
    );
  });

  test('is taken out with its comma', async () => {
    expect(await set(['inputs', '别的'], undefined)).toBe(TEXT.replace(',\n    "别的": 1', ''));
    expect(await set(['inputs', '预算数'], undefined)).toBe(
      TEXT.replace('"预算数": "12.50",\n    ', ''),
    );
  });

  test('of a checklist is set entry by entry', async () => {
    expect(await set(['inputs', '三', 'entries', '制度健全'], false)).toBe(
      TEXT.replace('"账实相符": true', '"账实相符": true, "制度健全": false'),
    );
  });

  test('with any name is written as text', async () => {
    const text = await set(['inputs', '__proto__'], '<img src=x onerror=alert(1)>');
    expect(text).toContain('"__proto__": "<img src=x onerror=alert(1)>"');
    expect(await set(['note'], '"\\\n</script>', text)).toContain('"note": "\\"\\\\\\n</script>"');
  });

  test('is refused for a file that is broken or YAML', async () => {
    expect(await set(['note'], 'x', '{ "a": ')).toMatch(/refused/);
    expect(await set(['note'], 'x', 'department: 甲\n')).toMatch(/YAML/);
  });
});

describe('what is read again in part', () => {
  test('is what reading the whole file would give', () => {
    const session = createSession();
    const before = projectOf();
    scoreProject(before, session);
    // One input may now be 99% at most, which makes the ruleset ask for something else.
    const text = (before.files['shenzhen/common.chi'] ?? '').replace(
      /(输入 公众满意度[^\n]*)到 100%/,
      '$1到 99%',
    );
    const after = { ...before, files: { ...before.files, 'shenzhen/common.chi': text } };
    const [again, anew] = [scoreProject(after, session), scoreProject(after, createSession())];
    expect(again).toEqual(anew);
  });
});
