import { describe, expect, test } from 'vitest';
import { createSource } from '../../src/text/source.ts';
import { compile } from '../../src/compile.ts';
import { definitionAt, referencesAt } from '../../src/edit/definition.ts';
import { renamableAt, renameAt } from '../../src/edit/rename.ts';
import { applied, marked, shipped } from './editing.ts';
import type { Marked } from './editing.ts';

const COMMON = `规则集 共同 {
  总分 10 分
  选项 口径 : 选自 { 净额, 总额 } = 净额
  输入 预算数, 支出数 : 金额 万元 高于 0
  输入 每户 : 计数 户
  定义 执行率 = 若 口径 = 净额 则 支出数 / 预算数 否则 1
  分组 管理 10 分 {
    指标 执行 6 分 { 得分 执行率 * 满分 至多 满分
      示例 { 支出数 = 5; 预算数 = 10; 口径 = 净额 } 应得 3 }
    指标 信访 4 分 { 评定 }
  }
}
`;

const CITY = `规则集 某区 适用 2024 修订自 "common.chi" {
  设置 口径 = 总额
  改名 信访 到 信访办理
  分值 管理 / 执行 = 7
  分值 信访办理 = 3
}
`;

function rename(given: Parameters<typeof marked>[0], to: string) {
  const at = marked(given);
  return { at, result: renameAt(at.workspace, at.file, at.offset, to) };
}

function renamedTexts(given: Parameters<typeof marked>[0], to: string) {
  const { at, result } = rename(given, to);
  if (result.kind === 'refused') throw new Error(result.reason);
  return applied(at.texts, result.edits);
}

function at(text: string, needle: string, plus = 1): string {
  const place = text.indexOf(needle) + plus;
  return `${text.slice(0, place)}‸${text.slice(place)}`;
}

function errorsIn(texts: Readonly<Record<string, string>>, file: string): readonly string[] {
  const { workspace } = { workspace: marked({ ...texts, 'x.chi': '‸' }).workspace };
  const { diagnostics } = compile(createSource(file, texts[file] ?? ''), workspace.host);
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

describe('renaming', () => {
  test('changes a name everywhere in its file and in those that amend it', () => {
    const texts = renamedTexts(
      { 'common.chi': at(COMMON, '执行 6'), 'city.chi': CITY },
      '执行情况',
    );
    expect(texts['common.chi']).toContain('指标 执行情况 6 分');
    expect(texts['common.chi']).toContain('定义 执行率');
    expect(texts['city.chi']).toContain('分值 管理 / 执行情况 = 7');
    expect(errorsIn(texts, 'city.chi')).toEqual([]);
  });

  test('asked for in the file that amends, changes the file that declares', () => {
    const texts = renamedTexts({ 'common.chi': COMMON, 'city.chi': at(CITY, '管理') }, '预算管理');
    expect(texts['common.chi']).toContain('分组 预算管理 10 分');
    expect(texts['city.chi']).toContain('分值 预算管理 / 执行 = 7');
  });

  test('of what an amendment renamed changes the name that stands at the place', () => {
    const files = { 'common.chi': COMMON, 'city.chi': at(CITY, '信访办理 = 3') };
    const texts = renamedTexts(files, '来信来访');
    expect(texts['city.chi']).toContain('改名 信访 到 来信来访');
    expect(texts['city.chi']).toContain('分值 来信来访 = 3');
    expect(texts['common.chi']).toBe(COMMON);
  });

  test('changes inputs in rules and in examples, and says what was renamed', () => {
    const { at: place, result } = rename({ 'common.chi': at(COMMON, '支出数 : ') }, '决算数');
    if (result.kind === 'refused') throw new Error(result.reason);
    expect(result).toMatchObject({ thing: 'input', from: '支出数', to: '决算数' });
    const text = applied(place.texts, result.edits)['common.chi'] ?? '';
    expect(text).not.toContain('支出数');
    expect(text.match(/决算数/g)).toHaveLength(3);
  });

  test('of a word of an enumeration changes conditions, settings and examples', () => {
    const texts = renamedTexts({ 'common.chi': at(COMMON, '总额 }'), 'city.chi': CITY }, '全额');
    expect(texts['common.chi']).toContain('{ 净额, 全额 }');
    expect(texts['city.chi']).toContain('设置 口径 = 全额');
  });

  test('puts quotes where a name needs them, and only there', () => {
    const quoted = renamedTexts({ 'common.chi': at(COMMON, '支出数 : ') }, '“三公”支出');
    expect(quoted['common.chi']).toContain('「“三公”支出」 / 预算数');
    expect(errorsIn(quoted, 'common.chi')).toEqual([]);
    const keyword = renamedTexts({ 'common.chi': at(COMMON, '支出数 : ') }, '总分');
    expect(keyword['common.chi']).toContain('「总分」 / 预算数');
    expect(errorsIn(keyword, 'common.chi')).toEqual([]);
    const bare = renamedTexts({ 'common.chi': at(quoted['common.chi'] ?? '', '“三公”') }, '支出');
    expect(bare['common.chi']).toContain('支出 / 预算数');
  });

  test('keeps a name apart from a keyword that it would run into', () => {
    const text =
      '规则集 甲 {\n  总分 4 分\n  输入 「5G 站」 : 计数 座\n  指标 乙 4 分 { 扣 1 分 每「5G 站」 }\n}\n';
    const texts = renamedTexts(at(text, '5G 站」 :'), '基站');
    expect(texts['a.chi']).toContain('每「基站」');
    expect(errorsIn(texts, 'a.chi')).toEqual([]);
  });

  test('takes a name that is given in quotes as what they hold', () => {
    const texts = renamedTexts({ 'common.chi': at(COMMON, '支出数 : ') }, '「决算数」');
    expect(texts['common.chi']).toContain('决算数 / 预算数');
  });

  test('treats names such as __proto__ as any other', () => {
    const texts = renamedTexts({ 'common.chi': at(COMMON, '支出数 : ') }, '__proto__');
    expect(texts['common.chi']).toContain('__proto__ / 预算数');
    const html = renamedTexts({ 'common.chi': at(COMMON, '支出数 : ') }, '<img onerror=alert(1)>');
    expect(errorsIn(html, 'common.chi')).toEqual([]);
  });
});

describe('a rename is refused', () => {
  const refusal = (given: Parameters<typeof marked>[0], to: string) => {
    const { result } = rename(given, to);
    return result.kind === 'refused' ? result.reason : undefined;
  };

  test('where the name is taken, with the file that has it', () => {
    const taken = refusal({ 'common.chi': at(COMMON, '支出数 : ') }, '执行率');
    expect(taken).toContain('执行率');
    expect(taken).toContain('common.chi');
  });

  test('where a file that amends has the name', () => {
    const city = CITY.replace('设置', '输入 决算数 : 金额 万元\n  设置');
    const reason = refusal({ 'common.chi': at(COMMON, '支出数 : '), 'city.chi': city }, '决算数');
    expect(reason).toContain('city.chi');
  });

  test('between parts of one group, but not between parts of two', () => {
    expect(refusal({ 'common.chi': at(COMMON, '执行 6') }, '信访')).toContain('信访');
    expect(refusal({ 'common.chi': at(COMMON, '执行 6') }, '管理')).toBeUndefined();
  });

  test.each([
    ['a keyword', '总分 10', '关键词'],
    ['a number', '10 分', '没有可以改的名称'],
    ['a unit', '户\n', '没有可以改的名称'],
  ])('on %s', (_, needle, reason) => {
    expect(refusal({ 'common.chi': at(COMMON, needle) }, '新名')).toContain(reason);
  });

  test('on a function of the language', () => {
    const text = '规则集 甲 {\n 指标 乙 1 分 { 得分 较小值(1, 2) }\n}';
    expect(refusal(at(text, '较小值'), '新名')).toContain('内置函数');
  });

  test.each([
    ['empty', '  '],
    ['of two lines', '甲\n乙'],
    ['the same', '支出数'],
    ['of both quotes', '甲`乙」'],
  ])('to a name that is %s', (_, to) => {
    expect(refusal({ 'common.chi': at(COMMON, '支出数 : ') }, to)).toBeDefined();
  });

  test('before it is asked for, in the same words', () => {
    const { workspace, file, offset } = marked({ 'common.chi': at(COMMON, '总分 10') });
    expect(renamableAt(workspace, file, offset).kind).toBe('refused');
    const place = marked({ 'common.chi': at(COMMON, '支出数 : ') });
    expect(renamableAt(place.workspace, place.file, place.offset)).toMatchObject({
      kind: 'renamable',
      name: '支出数',
    });
  });
});

describe('definitions and references', () => {
  const targets = ({ workspace, file, offset }: Marked) =>
    definitionAt(workspace, file, offset).map(({ to }) =>
      (workspace.host.read(to.file) ?? '').slice(to.start, to.end),
    );

  test('a name leads to the file that declares it', () => {
    const place = marked({ 'common.chi': COMMON, 'city.chi': at(CITY, '口径') });
    const [found] = definitionAt(place.workspace, place.file, place.offset);
    expect(found?.to.file).toBe('common.chi');
    expect(targets(place)).toEqual(['口径']);
    expect(found && COMMON.slice(found.whole.start, found.whole.end)).toBe(
      '选项 口径 : 选自 { 净额, 总额 } = 净额',
    );
  });

  test('the path behind amends leads to the file', () => {
    const place = marked({ 'common.chi': COMMON, 'city.chi': at(CITY, 'common') });
    expect(definitionAt(place.workspace, place.file, place.offset)[0]?.to.file).toBe('common.chi');
  });

  test('what a ruleset that amends replaces is still what was declared', () => {
    const city =
      '规则集 某区 修订自 "common.chi" {\n  替换 指标 信访 4 分 { 评定 }\n  引自 信‸访 章节 "一"\n}';
    const place = marked({ 'common.chi': COMMON, 'city.chi': city });
    expect(definitionAt(place.workspace, place.file, place.offset)[0]?.to.file).toBe('common.chi');
  });

  test('references are found from any of them, in all files that are known', () => {
    const place = marked({ 'common.chi': COMMON, 'city.chi': at(CITY, '口径') });
    const found = referencesAt(place.workspace, place.file, place.offset);
    expect(found.map(({ span }) => span.file)).toEqual([
      'common.chi',
      'common.chi',
      'common.chi',
      'city.chi',
    ]);
    const others = referencesAt(place.workspace, place.file, place.offset, false);
    expect(others).toHaveLength(found.length - 1);
  });

  test('a field of a list is not an input of the same name', () => {
    const text = `规则集 甲 {
  输入 预算 : 金额 元
  输入 任务 : 列表 { 预算 : 金额 元 }
  定义 合计 = 求和 预‸算 于 任务
  定义 另 = 预算
}`;
    const place = marked(text);
    const found = referencesAt(place.workspace, place.file, place.offset);
    expect(found).toHaveLength(2);
    expect(found[0]?.named.kind).toBe('field');
  });
});

describe('the shipped rulesets', () => {
  const files = shipped();

  test('an indicator of the common framework is renamed in every district', () => {
    const text = files['shenzhen/common.chi'] ?? '';
    const given = { ...files, 'shenzhen/common.chi': at(text, '指标 财务合规性', 4) };
    const texts = renamedTexts(given, '资金合规性');
    for (const file of [
      'futian/2020.chi',
      'futian/2022.chi',
      'longhua/2021.chi',
      'nanshan/2023.chi',
    ]) {
      expect(texts[file]).toContain('引自 资金合规性');
      expect(texts[file]).not.toContain('引自 财务合规性');
      expect(errorsIn(texts, file)).toEqual([]);
    }
  });

  test('an input that Futian adds is renamed there alone, and in a file that amends it', () => {
    const text = files['futian/2022.chi'] ?? '';
    const given = {
      ...files,
      'futian/2022.chi': at(text, '年度任务 : '),
      'futian/2023.chi':
        '规则集 福田 适用 2023 修订自 "2022.chi" {\n  核对 "有任务" : (count of 年度任务) > 0\n}\n',
    };
    const texts = renamedTexts(given, '本年任务');
    expect(texts['futian/2022.chi']).toContain('求和 预算 于 本年任务');
    expect(texts['futian/2023.chi']).toContain('count of 本年任务');
    expect(texts['nanshan/2023.chi']).toBe(files['nanshan/2023.chi']);
    expect(errorsIn(texts, 'futian/2023.chi')).toEqual([]);
  });

  test('renaming any input or definition of a gallery ruleset keeps it as it was', () => {
    for (const file of ['gallery/money.chi', 'gallery/targets.chi', 'gallery/choice.chi']) {
      const text = files[file] ?? '';
      const before = errorsIn(files, file);
      for (const found of text.matchAll(/^ {2}(?:input|let|输入|定义) ([^\s,:：=，(（]+)/gm)) {
        const [whole, name = ''] = found;
        const place = found.index + whole.length - name.length;
        const given = { [file]: `${text.slice(0, place)}‸${text.slice(place)}` };
        const texts = renamedTexts(given, '全新的名称');
        expect(errorsIn(texts, file), `${name} in ${file}`).toEqual(before);
      }
    }
  });
});
