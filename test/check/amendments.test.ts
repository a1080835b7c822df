import { describe, expect, test } from 'vitest';
import type { Framework, Node } from '../../src/model/framework.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { checkTexts, frameworkOf } from './checking.ts';

const COMMON = `ruleset 共性 for 2020 {
  total 100 points
  scores rounded to 0.01 half up
  option 封顶方式 : one of { 累计, 当季 } = 累计
  input 违规 : yes or no = no
  let 合格线 = 60%
  group 决策 30 points {
    indicator 完整性 10 points { judged }
    indicator 明确性 20 points { checklist { 一 8 points 二 12 points } }
  }
  group 绩效 70 points {
    locked indicator 执行率 30 points { item 季度 10 points { judged } item 全年 20 points { judged } }
    indicator 效果性 40 points { judged }
  }
}`;

const amending = (body: string, name = '区级') =>
  `ruleset ${name} for 2021 amends "0.chi" { ${body} }`;

/** The tree as `name points` lines, indented by depth. */
function outline({ children }: Pick<Framework, 'children'>, depth = 0): string[] {
  return children.flatMap((node) => [
    `${'  '.repeat(depth)}${node.name} ${formatExact(node.points)}`,
    ...(node.kind === 'group' ? outline(node, depth + 1) : []),
  ]);
}

function find(framework: Framework, name: string): Node | undefined {
  const all = (nodes: readonly Node[]): Node[] =>
    nodes.flatMap((node) => [node, ...(node.kind === 'group' ? all(node.children) : [])]);
  return all(framework.children).find((node) => node.name === name);
}

describe('amendments', () => {
  test('points change in place, and the tree is counted again', () => {
    const framework = frameworkOf(
      COMMON,
      amending('points 完整性 = 5  points 决策 = 25  points 效果性 = 45  points 绩效 = 75'),
    );
    expect(outline(framework)).toEqual([
      '决策 25',
      '  完整性 5',
      '  明确性 20',
      '绩效 75',
      '  执行率 30',
      '  效果性 45',
    ]);
    expect(framework.name).toBe('区级');
    expect(framework.period).toBe('2021');
  });

  test('points that no longer add up are said where the amendment says them', () => {
    const { diagnostics, textAt } = checkTexts(COMMON, amending('points 决策 = 35'));
    const found = diagnostics.map(({ code, span, facts }) => [
      code,
      span.file,
      textAt(span),
      facts,
    ]);
    expect(found).toEqual([
      [
        'points-not-conserved',
        '0.chi',
        '100 points',
        { path: '', declared: '100', sum: '105', difference: '5' },
      ],
      [
        'points-not-conserved',
        '1.chi',
        '35',
        { path: '决策', declared: '35', sum: '30', difference: '-5' },
      ],
    ]);
  });

  test('set chooses an option and a definition', () => {
    const framework = frameworkOf(COMMON, amending('set 封顶方式 = 当季  set 合格线 = 75%'));
    expect(framework.options[0]?.chosen).toBe('当季');
    expect(framework.lets.get('合格线')?.value).toMatchObject({ kind: 'constant', text: '75%' });
    expect(framework.lets.get('合格线')?.origins.map(({ act, file }) => [act, file])).toEqual([
      ['declared', '0.chi'],
      ['set', '1.chi'],
    ]);
  });

  test('a replaced indicator keeps its place and its story', () => {
    const framework = frameworkOf(
      COMMON,
      amending(
        'replace indicator 完整性 10 points { deduct 2 per 缺项 } input 缺项 : count of 项 at least 0',
      ),
    );
    expect(outline(framework).slice(0, 3)).toEqual(['决策 30', '  完整性 10', '  明确性 20']);
    const node = find(framework, '完整性');
    expect(node?.kind === 'indicator' && node.items[0]?.rule.kind).toBe('deduct');
    expect(node?.origins.map(({ act, file }) => [act, file])).toEqual([
      ['declared', '0.chi'],
      ['replaced', '1.chi'],
    ]);
  });

  test('remove, add and order build another tree', () => {
    const framework = frameworkOf(
      COMMON,
      amending(`remove 决策 / 完整性
        add indicator 信息化 6 points to 决策 before 明确性 { judged }
        add indicator 绿色采购 4 points to 决策 after 信息化 { judged }
        order { 绩效, 决策 }`),
    );
    expect(outline(framework)).toEqual([
      '绩效 70',
      '  执行率 30',
      '  效果性 40',
      '决策 30',
      '  信息化 6',
      '  绿色采购 4',
      '  明确性 20',
    ]);
    expect(find(framework, '信息化')?.origins.map(({ act }) => act)).toEqual(['added']);
  });

  test('renaming changes the path and the name of the award', () => {
    const framework = frameworkOf(COMMON, amending('rename 效果性 to 效益'));
    expect(find(framework, '效益')?.path).toEqual(['绩效', '效益']);
    expect(framework.inputs.map(({ name }) => name)).toContain('效益');
    expect(find(framework, '效益')?.origins.map(({ act }) => act)).toEqual(['declared', 'renamed']);
  });

  test('cite says where the rule comes from', () => {
    const node = find(
      frameworkOf(COMMON, amending('cite 效果性 "福田.txt" section "附件"')),
      '效果性',
    );
    expect(node?.source).toEqual({ document: '福田.txt', section: '附件' });
    expect(node?.origins.map(({ act }) => act)).toEqual(['declared', 'cited']);
  });

  test('a header statement replaces the parent’s, the others stay', () => {
    const framework = frameworkOf(
      COMMON,
      amending('scores rounded to 0.1 half even  total rounded to 1 half up'),
    );
    expect(framework.roundings.indicators).toMatchObject({
      step: { n: 1n, d: 10n },
      mode: 'half-even',
    });
    expect(framework.roundings.total?.mode).toBe('half-up');
    expect(formatExact(framework.total)).toBe('100');
  });

  test('three generations: the youngest has the last word and every act is remembered', () => {
    const framework = frameworkOf(
      COMMON,
      amending(
        'points 完整性 = 12  points 明确性 = 18  replace indicator 明确性 18 points { judged }',
        '市级',
      ),
      `ruleset 区级 for 2023 amends "1.chi" { points 完整性 = 13  points 明确性 = 17  rename 明确性 to 清晰度 }`,
    );
    expect(outline(framework).slice(0, 3)).toEqual(['决策 30', '  完整性 13', '  清晰度 17']);
    expect(framework.files).toEqual(['0.chi', '1.chi', '2.chi']);
    expect(find(framework, '清晰度')?.origins.map(({ act, file }) => [act, file])).toEqual([
      ['declared', '0.chi'],
      ['points', '1.chi'],
      ['replaced', '1.chi'],
      ['points', '2.chi'],
      ['renamed', '2.chi'],
    ]);
  });
});

describe('declaring again what is inherited', () => {
  test.each([
    ['indicator 决策 1 point { judged }', '决策'],
    ['group 决策 30 points { indicator 甲 30 points { judged } }', '决策'],
    ['let 合格线 = 70%', '合格线'],
    ['option 封顶方式 : yes or no = no', '封顶方式'],
  ])('“%s” is refused, and `replace` offered', (declaration, name) => {
    const { diagnostics, textAt } = checkTexts(COMMON, amending(declaration));
    expect(diagnostics.map(({ code, span, facts }) => [code, textAt(span), facts])).toEqual([
      ['duplicate-name', name, { name, inherited: true }],
    ]);
    expect(diagnostics[0]?.fix?.edits).toMatchObject([{ text: 'replace ' }]);
  });

  test('the fix makes it an amendment', () => {
    const framework = frameworkOf(COMMON, amending('replace let 合格线 = 70%'));
    expect(framework.lets.get('合格线')?.value).toMatchObject({ text: '70%' });
  });
});

describe('paths', () => {
  test('any unique ending of a path will do', () => {
    const { said } = checkTexts(COMMON, amending('points 绩效 / 效果性 = 40.0'));
    expect(said).toEqual([['amendment-changes-nothing', '绩效 / 效果性']]);
  });

  test('an unknown name offers the nearest one', () => {
    const { diagnostics, textAt } = checkTexts(COMMON, amending('points 效果姓 = 40'));
    expect(diagnostics.map(({ code, span }) => [code, textAt(span)])).toEqual([
      ['unknown-path', '效果姓'],
    ]);
    expect(diagnostics[0]?.fix?.edits).toMatchObject([{ text: '效果性' }]);
  });

  test('an ambiguous name lists what it could be', () => {
    const parent = `ruleset R { total 2 points
      group A 1 point { indicator X 1 point { judged } } group B 1 point { indicator X 1 point { judged } } }`;
    const { diagnostics } = checkTexts(parent, amending('points X = 2'));
    expect(diagnostics[0]).toMatchObject({
      code: 'ambiguous-path',
      facts: { path: 'X', candidates: ['A / X', 'B / X'] },
    });
  });

  test('a whole path goes before longer ones that end alike', () => {
    const parent = `ruleset R { total 2 points
      indicator X 1 point { judged } group B 1 point { indicator X 1 point { judged } } }`;
    expect(outline(frameworkOf(parent, amending('rename X to Y')))).toEqual([
      'Y 1',
      'B 1',
      '  X 1',
    ]);
  });
});

describe('locked', () => {
  const touching = [
    'points 执行率 = 30',
    'points 执行率 / 全年 = 20',
    'remove 执行率',
    'remove 绩效',
    'replace indicator 执行率 30 points { judged }',
    'rename 执行率 to 其他',
    'add item 多 1 point to 执行率 { judged }',
    'order 执行率 { 全年, 季度 }',
  ];
  test.each(touching)('“%s” is refused, and the lock is shown', (amendment) => {
    const { diagnostics, textAt } = checkTexts(COMMON, amending(amendment));
    expect(diagnostics.map(({ code, facts }) => [code, facts])).toEqual([
      ['locked-by-parent', { name: '执行率' }],
    ]);
    expect(diagnostics[0]?.related.map(({ span }) => [span.file, textAt(span)])).toEqual([
      ['0.chi', '执行率'],
    ]);
  });

  test('a locked rule may be cited', () => {
    expect(checkTexts(COMMON, amending('cite 执行率 "方案.txt"')).said).toEqual([]);
  });

  test('what stands around a locked indicator may change', () => {
    const { framework } = checkTexts(
      COMMON,
      amending('rename 绩效 to 部门绩效  order 部门绩效 { 效果性, 执行率 }'),
    );
    expect(framework && outline(framework).slice(3)).toEqual([
      '部门绩效 70',
      '  效果性 40',
      '  执行率 30',
    ]);
  });

  test('a lock of the second generation binds the third, and not itself', () => {
    const second = amending(
      'add locked indicator 新 1 point to 决策 { judged }  points 新 = 2',
      '市级',
    );
    const parent = COMMON.replace('完整性 10', '完整性 8');
    expect(checkTexts(parent, second).said).toEqual([]);
    expect(
      checkTexts(parent, second, 'ruleset 区级 amends "1.chi" { points 新 = 3 }').said,
    ).toEqual([['locked-by-parent', '新']]);
  });

  test('locked options and definitions cannot be set', () => {
    const parent =
      'ruleset R { total 1 point  locked let 线 = 60%  indicator A 1 point { judged } }';
    expect(checkTexts(parent, amending('set 线 = 70%')).said).toEqual([['locked-by-parent', '线']]);
    expect(checkTexts(parent, amending('remove 线')).said).toEqual([['locked-by-parent', '线']]);
  });
});

describe('open', () => {
  const PARENT = `ruleset R {
    total 10 points
    open let 合格线 : percent
    input 率 : percent from 0% to 100%
    indicator A 4 points { when 率 >= 合格线 : 4  otherwise : 0 }
    open indicator B 6 points
  }`;

  test('what is open is noted and listed', () => {
    const { said, framework } = checkTexts(PARENT);
    expect(said).toEqual([
      ['open-term', '合格线'],
      ['open-term', 'B'],
    ]);
    expect(framework?.openTerms.map(({ kind, path }) => [kind, path])).toEqual([
      ['let', ['合格线']],
      ['indicator', ['B']],
    ]);
  });

  test('set and replace supply it', () => {
    const { openTerms } = frameworkOf(
      PARENT,
      amending('set 合格线 = 60%  replace indicator B 6 points { judged }'),
    );
    expect(openTerms).toEqual([]);
  });

  test('what is not supplied stays open over generations', () => {
    const { openTerms } = frameworkOf(PARENT, amending('set 合格线 = 60%'));
    expect(openTerms.map(({ name }) => name)).toEqual(['B']);
  });

  test('what is set must have the declared type', () => {
    expect(checkTexts(PARENT, amending('set 合格线 = 3 万元')).said).toContainEqual([
      'units-differ',
      '3 万元',
    ]);
  });
});

describe('examples of an ancestor', () => {
  const PARENT = `ruleset R {
    total 4 points
    option 从严 : yes or no = no
    input 率 : percent from 0% to 100%
    indicator A 2 points { when 从严 : 0  otherwise : 率 * 2  example { 率 = 50% } gives 1 }
    indicator B 2 points { judged  example { B = 1 } gives 1 }
  }`;

  test('they stay with rules that did not change', () => {
    expect(frameworkOf(PARENT, amending('cite A "x.txt"')).examples).toHaveLength(2);
  });

  test('they go when their rule changes', () => {
    const framework = frameworkOf(PARENT, amending('replace indicator A 2 points { judged }'));
    expect(framework.examples.map(({ path }) => path)).toEqual([['B']]);
  });

  test('they keep the reading they were written under', () => {
    const framework = frameworkOf(PARENT, amending('set 从严 = yes'));
    expect(framework.examples[0]?.givens.get('从严')).toEqual({ kind: 'option', choice: 'no' });
  });

  test('they find what was renamed', () => {
    const framework = frameworkOf(PARENT, amending('rename B to C'));
    expect([...(framework.examples[1]?.givens.keys() ?? [])]).toEqual(['C']);
  });

  test('removing an input takes only those that speak of it', () => {
    const parent = PARENT.replace('input 率 :', 'input 余 : number  input 率 :').replace(
      'example { B = 1 }',
      'example { B = 1; 余 = 0 }',
    );
    const framework = frameworkOf(parent, amending('remove 余'));
    expect(framework.examples.map(({ path }) => path)).toEqual([['A']]);
  });

  test('new points of a group leave those of its indicators', () => {
    const parent = `ruleset R { total 4 points
      group G 4 points { indicator A 2 points { judged  example { A = 1 } gives 1 }
        indicator B 2 points { judged } example { A = 1; B = 1 } gives 2 } }`;
    const framework = frameworkOf(parent, amending('points G = 5  points B = 3  total 5 points'));
    expect(framework.examples.map(({ path }) => path)).toEqual([['G', 'A']]);
  });

  test('one that speaks of what is gone is dropped with a warning', () => {
    const parent = `ruleset R { total 2 points  input 甲 : percent from 0% to 100%
      indicator A 2 points { score 甲 * 2  example { 甲 = 50%, B = 0 } gives 1 }
      indicator B 0 points { judged } }`;
    const { said, framework } = checkTexts(parent, amending('remove B'));
    expect(framework?.examples).toEqual([]);
    expect(said).toEqual([['example-outdated', 'B']]);
  });
});
