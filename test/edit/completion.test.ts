import { describe, expect, test } from 'vitest';
import type { CompletionItem } from '../../src/edit/completion.ts';
import { completionAt } from '../../src/edit/completion.ts';
import { marked, shipped } from './editing.ts';
import type { Marked } from './editing.ts';

function chinese(body: string): string {
  return `规则集 甲 适用 2024 {
  总分 10 分
  选项 口径 : 选自 { 年初数, 调整数 } = 年初数
  输入 预算数, 支出数 : 金额 万元 高于 0 "全年"
  输入 涉密 : 是或否
  输入 「5G 基站数」 : 计数 座
  输入 任务 : 列表 { 名称 : 文本  预算 : 金额 万元  性质 : 选自 { 常规, 专项 } }
  定义 折算(率 : 百分比, 满 : points) = 率 * 满
  定义 执行率 = 支出数 / 预算数
  分组 管理 10 分 {
    指标 执行 6 分 {
${body}
    }
    指标 信访 4 分 { 评定 选自 { 好 : 4 分  差 : 0 分 } }
  }
}
`;
}

function english(body: string): string {
  return `ruleset A for 2024 {
  total 10 points
  option reading : one of { first, second } = first
  input spent, planned : money in 万元 above 0
  indicator execution 10 points {
${body}
  }
}
`;
}

function items(text: string | Readonly<Record<string, string>>): readonly CompletionItem[] {
  const { workspace, file, offset } = marked(text);
  return completionAt(workspace, file, offset);
}

function labels(text: string | Readonly<Record<string, string>>): readonly string[] {
  return items(text).map(({ label }) => label);
}

/** The text after the item with a label has been taken. */
function taken({ workspace, file, offset, texts }: Marked, label: string): string {
  const item = completionAt(workspace, file, offset).find((each) => each.label === label);
  if (!item) throw new Error(`nothing is called ${label}`);
  const text = texts[file] ?? '';
  return text.slice(0, item.span.start) + item.insert + text.slice(item.span.end);
}

describe('keywords', () => {
  test('are those that begin a statement of the body, in the language of the file', () => {
    const found = labels(chinese('‸'));
    expect(found).toEqual(expect.arrayContaining(['得分', '扣', '得分项', '一票否决', '至多']));
    expect(found).not.toContain('score');
    expect(found).not.toContain('输入');
    expect(found).not.toContain('分组');
  });

  test('are English in an English file', () => {
    const found = labels(english('‸'));
    expect(found).toEqual(expect.arrayContaining(['score', 'deduct', 'item', 'at most']));
    expect(found).not.toContain('得分');
  });

  test('that begin statements of the ruleset are offered there, those that amend only where it amends', () => {
    const plain = labels('规则集 甲 {\n  ‸\n}');
    expect(plain).toEqual(expect.arrayContaining(['总分', '输入', '分组', '等级']));
    expect(plain).not.toContain('替换');
    const amending = { 'a.chi': '规则集 甲 {}', 'b.chi': '规则集 乙 修订自 "a.chi" {\n  ‸\n}' };
    expect(labels(amending)).toEqual(expect.arrayContaining(['替换', '移除', '分值', '设置']));
  });

  test('continue a statement where it is, and no statement begins in the middle of a line', () => {
    const found = labels(chinese('扣 1 分 每 1% 的 执行率 ‸'));
    expect(found).toEqual(
      expect.arrayContaining(['高于', '低于', '按比例', '按满步', '至多', '当']),
    );
    expect(found).not.toContain('说明');
  });

  test('of limits may stand behind a rule', () => {
    expect(labels(chinese('得分 执行率 * 满分 ‸'))).toContain('至多');
    expect(labels(chinese('得分 执行率 * ‸'))).not.toContain('至多');
  });

  test('are the rows of a table inside its braces', () => {
    const found = labels(chinese('分档 执行率 {\n  >= 90% : 3\n  ‸\n}'));
    expect(found).toContain('其余');
    expect(found).not.toContain('指标');
  });

  test('of several words take the place of their first words', () => {
    const at = marked(english('score spent / planned * full points\n    at mo‸'));
    expect(taken(at, 'at most')).toContain('full points\n    at most\n');
    const behind = marked(english('veto "x" when spent > planned : 0\n    not ‸'));
    expect(taken(behind, 'not monotone')).toContain('    not monotone');
  });

  test('of a veto say what it reaches', () => {
    expect(labels(chinese('一票否决 ‸'))).toEqual(
      expect.arrayContaining(['总分', '分组', '等级至多', '针对']),
    );
  });

  test('are types behind a colon', () => {
    const found = labels('规则集 甲 {\n  类型 等第 = 选自 { A, B }\n  输入 X : ‸\n}');
    expect(found).toEqual(expect.arrayContaining(['金额', '百分比', '是或否', '选自', '等第']));
    expect(found).not.toContain('总分');
  });

  test('begin the file', () => {
    expect(labels('‸')).toEqual(['ruleset']);
    expect(labels('规则集 甲 ‸')).toEqual(expect.arrayContaining(['适用', '修订自']));
  });
});

describe('names', () => {
  test('in sight of a rule are offered, with their types', () => {
    const found = items(chinese('得分 ‸'));
    const names = found.map(({ label }) => label);
    expect(names).toEqual(
      expect.arrayContaining(['预算数', '执行率', '口径', '折算', '较小值', '满分']),
    );
    expect(names).not.toContain('管理');
    expect(found.find(({ label }) => label === '预算数')).toMatchObject({
      kind: 'input',
      detail: '金额 万元',
      documentation: '全年',
    });
  });

  test('stand in quotes where they need them', () => {
    expect(taken(marked(chinese('得分 ‸')), '5G 基站数')).toContain('得分 「5G 基站数」');
  });

  test('take the place of the whole word under the cursor', () => {
    expect(taken(marked(chinese('得分 执‸行 * 满分')), '执行率')).toContain('得分 执行率 * 满分');
  });

  test('defined in one part are seen in it and not beside it', () => {
    const inside = '定义 局部率 = 执行率 / 2\n      得分 ‸';
    expect(labels(chinese(inside))).toContain('局部率');
    expect(labels(chinese('定义 局部率 = 1\n得分 1').replace('评定', '当 ‸'))).not.toContain(
      '局部率',
    );
  });

  test('of fields come first inside an aggregate', () => {
    const found = labels(chinese('得分 (求和 ‸ 于 任务) / 10'));
    expect(found.indexOf('预算')).toBeGreaterThanOrEqual(0);
    expect(found.indexOf('预算')).toBeLessThan(found.indexOf('预算数'));
  });

  test('of parameters are seen in the definition alone', () => {
    const text = chinese('').replace('率 * 满\n', '率 * ‸\n');
    expect(labels(text)).toEqual(expect.arrayContaining(['率', '满']));
    expect(labels(chinese('得分 ‸'))).not.toContain('满');
  });

  test('of parts are offered behind `score of` and in paths, those inside behind a slash', () => {
    expect(labels(chinese('得分 实得分 ‸'))).toEqual(['管理', '执行', '信访']);
    expect(labels(chinese('得分 实得分 (管理 / ‸)'))).toEqual(
      expect.arrayContaining(['执行', '信访']),
    );
    expect(labels(chinese('得分 实得分 (管理 / ‸)'))).not.toContain('管理');
  });

  test('that an example can give are inputs, options and awards', () => {
    const found = labels(chinese('').replace('评定 选自', '示例 { ‸ } 应得 1 评定 选自'));
    expect(found).toEqual(expect.arrayContaining(['预算数', '口径', '信访']));
    expect(found).not.toContain('执行率');
  });

  test('of inherited things are offered in a ruleset that amends', () => {
    const files = {
      'a.chi': chinese('得分 执行率 * 满分 至多 满分'),
      'b.chi': '规则集 乙 修订自 "a.chi" {\n  改名 信访 到 信访办理\n  分值 ‸ = 5\n}',
    };
    expect(labels(files)).toEqual(expect.arrayContaining(['管理', '执行', '信访办理']));
    expect(labels(files)).not.toContain('信访');
  });

  test('that can be set are options and definitions', () => {
    const files = {
      'a.chi': chinese('得分 执行率 * 满分 至多 满分'),
      'b.chi': '规则集 乙 修订自 "a.chi" {\n  设置 ‸\n}',
    };
    expect(labels(files)).toEqual(expect.arrayContaining(['口径', '执行率']));
    expect(labels(files)).not.toContain('预算数');
  });

  test('of grades stand behind a ceiling', () => {
    const text = '规则集 甲 {\n 等级 { 优 自 9  良 自 8 }\n 一票否决 等级至多 ‸ "x" 当 是\n}';
    expect(labels(text)).toEqual(expect.arrayContaining(['优', '良']));
  });

  test('are offered nowhere in comments and texts', () => {
    expect(labels(chinese('// ‸'))).toEqual([]);
    expect(labels(chinese('说明 "‸"'))).toEqual([]);
    expect(labels(chinese('说明 "‸'))).toEqual([]);
  });

  test('of files stand behind the word that amends', () => {
    const files = {
      'rulesets/a/2024.chi': '规则集 甲 修订自 "‸" {}',
      'rulesets/common.chi': '规则集 共同 {}',
    };
    expect(labels(files)).toEqual(['../common.chi']);
    expect(taken(marked(files), '../common.chi')).toBe('规则集 甲 修订自 "../common.chi" {}');
  });
});

describe('words of enumerations', () => {
  test.each([
    ['behind = in a condition', '当 口径 = ‸'],
    ['in a list of values', '当 口径 属于 { 年初数, ‸ } : 3'],
    ['in the rows of a table', '分档 口径 { ‸'],
    ['in an example', '示例 { 口径 = ‸ } 应得 3'],
  ])('come first %s', (_, body) => {
    expect(labels(chinese(body)).slice(0, 2)).toEqual(['年初数', '调整数']);
  });

  test('come first where an option is set', () => {
    const files = {
      'a.chi': chinese('得分 执行率 * 满分 至多 满分'),
      'b.chi': '规则集 乙 修订自 "a.chi" {\n  设置 口径 = ‸\n}',
    };
    expect(labels(files).slice(0, 2)).toEqual(['年初数', '调整数']);
  });

  test('of a field are known inside an aggregate', () => {
    const found = labels(chinese('得分 (求和 1 于 任务 其中 性质 = ‸)'));
    expect(found.slice(0, 2)).toEqual(['常规', '专项']);
  });

  test('of a choice are what an example may give', () => {
    const found = labels(chinese('').replace('评定 选自', '示例 { 信访 = ‸ } 应得 1 评定 选自'));
    expect(found.slice(0, 2)).toEqual(['好', '差']);
  });
});

describe('units', () => {
  test('follow a number, with or without a space, and nothing else does without', () => {
    expect(labels(chinese('扣 1 ‸'))).toEqual(
      expect.arrayContaining(['分', '万元', '座', '%', '每']),
    );
    const close = items(chinese('扣 1‸'));
    expect(close.every(({ kind }) => kind === 'unit')).toBe(true);
    expect(close.map(({ label }) => label)).toContain('万元');
  });

  test('of money are the three scales', () => {
    const found = items('规则集 甲 {\n  输入 X : 金额 ‸\n}').filter(({ kind }) => kind === 'unit');
    expect(found.map(({ label }) => label)).toEqual(['元', '万元', '亿元']);
  });

  test('of counts are the words in use', () => {
    expect(labels('规则集 甲 {\n  输入 X : 计数 辆\n  输入 Y : 计数 ‸\n}')).toContain('辆');
  });
});

describe('snippets', () => {
  test('of every rule stand where a rule may, in the language of the file', () => {
    const found = items(chinese('‸')).filter(({ kind }) => kind === 'snippet');
    expect(found.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['分档：按区间给分', '扣：每发现一项扣分', '评定：由人打分']),
    );
    expect(found.every(({ isSnippet }) => isSnippet)).toBe(true);
    const own = items(english('‸')).filter(({ kind }) => kind === 'snippet');
    expect(own.map(({ label }) => label)).toContain('tiers: a table of bands');
  });

  test('stand neither behind a word nor inside a table', () => {
    const snippetsAt = (body: string) =>
      items(chinese(body)).filter(({ kind, label }) => kind === 'snippet' && label.includes('：'));
    expect(snippetsAt('得分 ‸')).toEqual([]);
    expect(snippetsAt('分档 执行率 {\n  ‸\n}')).toEqual([]);
  });
});

describe('pinyin', () => {
  const spelled: Readonly<Record<string, string>> = { 预: 'yu', 算: 'suan', 数: 'shu' };
  const pinyin = (text: string) => [...text].map((character) => spelled[character] ?? character);

  test('initials and whole syllables find a Chinese name', () => {
    const { workspace, file, offset } = marked(chinese('得分 ys‸'));
    const found = completionAt(workspace, file, offset, pinyin);
    const item = found.find(({ label }) => label === '预算数');
    expect(item?.filterText.split(' ')).toEqual(['预算数', 'yss', 'yusuanshu']);
  });

  test('is left out while it is not loaded', () => {
    const found = items(chinese('得分 ys‸'));
    expect(found.find(({ label }) => label === '预算数')?.filterText).toBe('预算数');
  });
});

test('a shipped ruleset that amends offers what it inherits', () => {
  const files = shipped();
  const text = (files['futian/2022.chi'] ?? '').replace(
    '设置 调整额口径 = ',
    '设置 调整额口径 = ‸',
  );
  const { workspace, file, offset } = marked({ ...files, 'futian/2022.chi': text });
  const found = completionAt(workspace, file, offset).map(({ label }) => label);
  expect(found.slice(0, 2)).toEqual(['净调整额', '剔除后']);
});
