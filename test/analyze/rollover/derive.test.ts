// Derived amendments: applied to the parent they give what was wanted, they are as small as they can be,
// and what they cannot say is said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFromEdited, deriveFromWishes } from '../../../src/analyze/rollover/derive.ts';
import type { Derived } from '../../../src/analyze/rollover/derive.ts';
import type { Wishes } from '../../../src/analyze/rollover/wishes.ts';
import { createSource } from '../../../src/text/source.ts';
import { TOWN, differing, edited, hostOf, someEdits } from './town.ts';

const PARENT = createSource('town.chi', TOWN);

const derivation = (parent = PARENT) => ({
  parent,
  host: hostOf({ [parent.file]: parent.text }),
  file: 'next.chi',
  amends: parent.file,
  name: undefined,
  period: '2023',
  heading: [],
});

function fromEdited(text: string, parent = PARENT): Derived {
  const derived = deriveFromEdited(derivation(parent), createSource('copy.chi', text));
  if (derived.kind === 'refused') throw new Error('refused');
  return derived;
}

const NOTHING: Wishes = {
  points: [],
  total: undefined,
  set: [],
  grades: [],
  remove: [],
  rename: [],
  document: undefined,
  section: undefined,
};

function fromWishes(wishes: Partial<Wishes>): Derived {
  const derived = deriveFromWishes(derivation(), { ...NOTHING, ...wishes });
  if (derived.kind === 'refused') throw new Error('refused');
  return derived;
}

const body = ({ source }: Derived) =>
  source.text
    .split('\n')
    .slice(1, -2)
    .map((line) => line.trim());

describe('an edited copy', () => {
  it('is what the amendment makes of the parent', () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        const text = edited(edits);
        const derived = fromEdited(text);
        expect(derived.left).toEqual([]);
        const host = hostOf({ 'town.chi': TOWN });
        const wanted = text.replace('适用 2022', '适用 2023');
        expect(differing(derived.source.text, wanted, host)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('needs no statement where it says the same', () => {
    const derived = fromEdited(TOWN.replace('6 分', '6.0').replace('// 怎样读', '// 读法'));
    expect(body(derived)).toEqual([]);
  });

  it.each([
    ['points', ['执行率 6 分', '执行率 5 分'], ['分值 执行率 = 5 分']],
    ['an option', ['超额封顶 : 是或否 = 否', '超额封顶 : 是或否 = 是'], ['设置 超额封顶 = 是']],
    ['a definition', ['率 = 实际 / 计划', '率 = 实际'], ['替换 定义 率 = 实际']],
    ['a name', ['指标 及时性', '指标 办结'], ['改名 及时性 到 办结']],
    [
      'an input',
      ['输入 计划, 实际', '输入 计划, 实际, 挂账'],
      ['输入 挂账 : 金额 万元 高于 0 "数额"'],
    ],
    ['a veto', ['当 挪用 : 0', '当 挪用 : 1'], ['替换 一票否决 "挪用资金" 当 挪用 : 1']],
    [
      'a citation',
      ['    指标 公开 4 分 {', '    指标 公开 4 分 { 来源 "甲" 章节 "乙"\n'],
      ['引自 公开 "甲" 章节 "乙"'],
    ],
    ['the head', ['得分保留到 0.01', '得分保留到 0.1'], ['得分保留到 0.1 四舍五入']],
  ] as const)('gives one statement for %s', (_what, [before, after], statements) => {
    expect(body(fromEdited(TOWN.replace(before, after)))).toEqual(statements);
  });

  it('takes its new comments along', () => {
    const text = TOWN.replace('    指标 执行率 6 分', '    // 县里的意见\n    指标 执行率 5 分');
    expect(body(fromEdited(text))).toEqual(['// 县里的意见', '分值 执行率 = 5 分']);
  });

  it('cannot take a statement of the head out, and says so', () => {
    const { left } = fromEdited(TOWN.replace('  得分保留到 0.01 四舍五入\n', ''));
    expect(left.map(({ subject }) => subject)).toEqual([
      { kind: 'statement', statement: 'rounding', name: undefined, slot: undefined },
    ]);
  });

  it('cannot touch what is locked, and the checker says where that was done', () => {
    const locked = createSource('town.chi', TOWN.replace('指标 及时性', '锁定 指标 及时性'));
    const text = locked.text.replace('及时性 4 分', '及时性 3 分');
    const { compilation, left } = fromEdited(text, locked);
    expect(compilation.diagnostics.map(({ code }) => code)).toContain('locked-by-parent');
    expect(left).toEqual([]);
  });

  it('moves a part by taking it out and adding it elsewhere', () => {
    const piece = / {4}指标 公开 4 分 \{[\s\S]*?\n {4}\}\n/.exec(TOWN)?.[0] ?? '';
    const text = TOWN.replace(piece, '').replace('    指标 及时性', `${piece}    指标 及时性`);
    const derived = fromEdited(text);
    expect(derived.left).toEqual([]);
    expect(body(derived).slice(0, 2)).toEqual([
      '移除 效果 / 公开',
      '增加 指标 公开 4 分 到 管理 后于 执行率 {',
    ]);
  });
});

describe('wishes', () => {
  it('are one statement each', () => {
    const derived = fromWishes({
      points: [
        { path: ['管理', '执行率'], value: '5' },
        { path: ['管理', '及时性'], value: '5' },
      ],
      set: [{ path: ['超额封顶'], value: '是' }],
      grades: [{ path: ['优'], value: '17' }],
      rename: [{ path: ['效果'], value: '成效' }],
      document: '2023 年方案',
    });
    expect(body(derived)).toEqual([
      '来源 "2023 年方案"',
      '等级 { 优 自 17   良 自 16   中 自 12   差 自 0 }',
      '',
      '设置 超额封顶 = 是',
      '分值 执行率 = 5',
      '分值 及时性 = 5',
      '改名 效果 到 成效',
    ]);
    expect(derived.compilation.diagnostics).toEqual([]);
    expect(derived.gaps).toEqual([]);
  });

  it('that do not add up come with the figures that would, but not with what was asked for', () => {
    const { gaps } = fromWishes({ points: [{ path: ['管理', '执行率'], value: '8' }] });
    expect(gaps).toEqual([
      {
        path: ['管理'],
        sum: '12',
        parts: [{ path: ['管理', '及时性'], points: '2' }],
      },
    ]);
  });

  it('restate the total with its limits', () => {
    expect(body(fromWishes({ total: '22' }))).toEqual(['总分 22 分']);
  });

  it('where there are none, a start is written that changes nothing and checks', () => {
    const derived = fromWishes({});
    expect(derived.compilation.diagnostics).toEqual([]);
    expect(derived.changes.map(({ subject }) => subject.kind)).toEqual(['period']);
    const lines = body(derived).filter((line) => line !== '');
    expect(lines.every((line) => line.startsWith('//'))).toBe(true);
    expect(lines).toContain('// 设置 超额封顶 = 否   // 是或否');
    expect(lines).toContain('//   分值 执行率 = 6 分');
  });

  it('its lines are statements once the strokes are gone', () => {
    const { source } = fromWishes({});
    const text = source.text
      .replace('//   分值 执行率 = 6 分', '分值 执行率 = 5 分')
      .replace('//   分值 及时性 = 4 分', '分值 及时性 = 5 分');
    const host = hostOf({ 'town.chi': TOWN });
    const wanted = TOWN.replace('执行率 6 分', '执行率 5 分')
      .replace('及时性 4 分', '及时性 5 分')
      .replace('适用 2022', '适用 2023');
    expect(differing(text, wanted, host)).toEqual([]);
  });
});
