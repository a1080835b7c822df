import { describe, expect, test } from 'vitest';
import { codeLensesOf } from '../../src/edit/code-lenses.ts';
import type { Hover } from '../../src/edit/hover.ts';
import { hoverAt, hoverMarkdown } from '../../src/edit/hover.ts';
import { signatureAt } from '../../src/edit/signature.ts';
import type { Selected } from '../../src/edit/workspace.ts';
import { compilationOf } from '../../src/edit/workspace.ts';
import { marked, shipped, workspaceOf } from './editing.ts';

const TEXT = `规则集 甲 适用 2024 {
  总分 10 分
  得分保留到 0.01 四舍五入
  选项 口径 : 选自 { 净额, 总额 } = 净额 "怎样取数"
  输入 预算数, 支出数 : 金额 万元 高于 0 "全年，含追加"
  输入 率 : 百分比 自 0% 到 100%
  定义 折半 = 若 口径 = 净额 则 率 / 2 否则 率
  定义 折算(比 : 百分比, 满 : points) : points = 比 * 满 "按比例"
  分组 管理 10 分 {
    指标 执行 6 分 {
      说明 "按进度"
      来源 "办法" 章节 "第三条"
      得分 折算(折半, 6 分)
    }
    指标 信访 4 分 { 得分 较小值(率, 1) * 满分 }
  }
}
`;

function hover(needle: string, plus = 0, selected?: Selected): Hover | undefined {
  const place = TEXT.indexOf(needle) + plus;
  const text = `${TEXT.slice(0, place)}‸${TEXT.slice(place)}`;
  const { workspace, file, offset } = marked(text, { selected });
  return hoverAt(workspace, file, offset);
}

function factsOf(found: Hover | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries((found?.facts ?? []).map(({ label, text }) => [label, text]));
}

describe('hover', () => {
  test('says of an input its type, its unit, its documentation', () => {
    const found = hover('支出数 :');
    expect(found).toMatchObject({ title: '输入 支出数 : 金额 万元', about: '全年，含追加' });
    expect(factsOf(found)).toEqual({ 取值范围: '> 0 万元' });
  });

  test('says of an option what is chosen', () => {
    expect(factsOf(hover('口径 =', 1))).toEqual({ 等于: '净额' });
  });

  test('says of a definition what it is and what it can come to, as is proved', () => {
    const found = factsOf(hover('折半 ='));
    expect(found).toMatchObject({ 等于: '若 口径 = 净额 则 率 / 2 否则 率', 取值范围: '0 – 0.5' });
  });

  test('says of an indicator its points, its source, and what its score can be', () => {
    const found = hover('执行 6');
    expect(found).toMatchObject({ title: '指标 执行 6 分', about: '按进度' });
    expect(factsOf(found)).toMatchObject({ 出处: '办法 第三条', 可能得分: '0 分 – 3 分' });
  });

  test('says of a group that its parts add up', () => {
    expect(factsOf(hover('管理'))).toMatchObject({ 下级分值: '合计相符' });
  });

  test('says of a function and of a keyword what they mean', () => {
    expect(hover('较小值')).toMatchObject({ about: '各参数中最小的一个' });
    expect(hover('满分')?.title).toContain('full points');
    expect(hover('得分 折')?.about).not.toBe('');
  });

  test('shows the figures of the selected department', () => {
    const selected: Selected = {
      department: '甲单位',
      file: 'a.chi',
      score: (path) => (path.join('/') === '管理/执行' ? '2.10–3.00' : undefined),
      value: (name) => (name === '率' ? '70%' : undefined),
    };
    expect(factsOf(hover('执行 6', 0, selected))['甲单位']).toBe('2.10–3.00');
    expect(factsOf(hover('率 :', 0, selected))['甲单位']).toBe('70%');
    expect(factsOf(hover('支出数 :', 0, selected))['甲单位']).toBeUndefined();
  });

  test('keeps what was proved while the text is broken', () => {
    const workspace = workspaceOf({ 'a.chi': TEXT });
    expect(compilationOf(workspace, 'a.chi')?.framework).toBeDefined();
    const broken = TEXT.replace('定义 折半', '定义 坏 = (\n  定义 折半');
    const later = workspaceOf({ 'a.chi': broken }, { memory: workspace.memory });
    const found = hoverAt(later, 'a.chi', broken.indexOf('折半 ='));
    expect(factsOf(found)).toMatchObject({ 取值范围: '0 – 0.5' });
  });

  test('says nothing where there is nothing', () => {
    expect(hover('{\n  总分', 0)).toBeUndefined();
  });

  test('is Markdown in which no name is markup', () => {
    const text = '规则集 甲 {\n  输入 「<img onerror=x> `*[a](b)」 : 是或否 "**粗** <b>"\n}\n';
    const workspace = workspaceOf({ 'a.chi': text.replace('`', '') });
    const found = hoverAt(workspace, 'a.chi', text.indexOf('img'));
    const markdown = found ? hoverMarkdown(found) : '';
    expect(markdown).toContain('\\*\\*粗\\*\\* \\<b\\>');
    expect(markdown.startsWith('```biaochi\n输入 <img onerror=x> *[a](b) : 是或否\n```')).toBe(
      true,
    );
  });

  test('closes no fence that a name opens', () => {
    const text = '规则集 甲 {\n  输入 「```」 : 是或否\n}\n';
    const found = hoverAt(workspaceOf({ 'a.chi': text }), 'a.chi', text.indexOf('```'));
    expect(found && hoverMarkdown(found).startsWith('````biaochi\n')).toBe(true);
  });
});

describe('signature help', () => {
  const signature = (body: string) => {
    const text = TEXT.replace('得分 折算(折半, 6 分)', body);
    const { workspace, file, offset } = marked(text);
    return signatureAt(workspace, file, offset);
  };

  test('names the parameters of a definition and the one being written', () => {
    expect(signature('得分 折算(折半, ‸')).toMatchObject({
      label: '折算(比 : 百分比, 满 : points)',
      about: '按比例',
      active: 1,
    });
  });

  test('explains the parameters of a function', () => {
    const found = signature('得分 完成度(目标, 实际, 封顶, ‸)');
    expect(found).toMatchObject({ active: 3 });
    expect(found?.parameters[3]?.about).toContain('130%');
  });

  test('is that of the innermost call', () => {
    expect(signature('得分 较小值(折算(折半, 1), ‸')?.label).toContain('较小值');
    expect(signature('得分 较小值(折算(‸')?.label).toContain('折算');
  });

  test('stays with the last parameter where it may be repeated', () => {
    expect(signature('得分 较小值(1, 2, 3, ‸')?.active).toBe(1);
  });

  test('is absent outside of calls', () => {
    expect(signature('得分 (折半 + ‸')).toBeUndefined();
    expect(signature('得分 折半 ‸')).toBeUndefined();
  });
});

describe('code lenses', () => {
  const files = shipped();
  const selected: Selected = {
    department: '投促中心',
    file: 'futian/2022.chi',
    score: (path) => `${path.length} 级`,
    value: () => undefined,
  };

  test('stand beside every part in the file that declares it', () => {
    const lenses = codeLensesOf(workspaceOf(files, { selected }), 'shenzhen/common.chi');
    expect(lenses.map(({ path }) => path.join(' / '))).toEqual(
      expect.arrayContaining(['部门管理', '部门管理 / 资金管理 / 财务合规性']),
    );
    const [first] = lenses;
    expect(first?.text).toBe('投促中心：1 级');
  });

  test('stand beside the first change in a file that amends', () => {
    const lenses = codeLensesOf(workspaceOf(files, { selected }), 'futian/2022.chi');
    const text = files['futian/2022.chi'] ?? '';
    const names = lenses.map(({ span }) => text.slice(span.start, span.end));
    expect(names).toContain('财务合规性');
    expect(new Set(names).size).toBe(names.length);
  });

  test('are absent without a department and in other files', () => {
    expect(codeLensesOf(workspaceOf(files), 'futian/2022.chi')).toEqual([]);
    expect(codeLensesOf(workspaceOf(files, { selected }), 'gallery/money.chi')).toEqual([]);
  });
});
