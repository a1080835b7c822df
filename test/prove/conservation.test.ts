// Conservation of points where parts exist only for some departments, and what is proved inside them.
import { describe, expect, test } from 'vitest';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import { proveText } from './proving.ts';

const INPUTS = `
  option 口径 : one of { 旧, 新 } = 旧
  input 类别 : one of { 街道, 局, 中心 }
  input 人数 : count of 人
  input 有窗口, 有项目 : yes or no
  input 计划数, 完成数 : count of 件
`;
const top = (parts: string, total = 10) =>
  proveText(
    `ruleset R { total ${total} points scores rounded to 0.01 half up ${INPUTS} ${parts} }`,
  );
const part = (name: string, points: number, condition: string) =>
  `indicator ${name} ${points} points { applies when ${condition}\n judged }`;
const errors = (proved: ReturnType<typeof proveText>) =>
  proved.diagnostics.filter(({ severity }) => severity === 'error');
/** What holds in the cases that fail, each with its sum. */
const failing = (proved: ReturnType<typeof proveText>) =>
  proved
    .facts('points-not-conserved-in-case')
    .cases.map(({ holds, sum }) => [holds.map(({ en }) => en).join(', '), sum]);

describe('points are conserved in every case', () => {
  test('of an enumeration', () => {
    const alternatives = ['街道', '局', '中心'].map((name) => part(name, 10, `类别 = ${name}`));
    expect(errors(top(alternatives.join('\n')))).toEqual([]);
    expect(failing(top(alternatives.slice(0, 2).join('\n')))).toEqual([['类别 = 中心', '0']]);
    const short = top([...alternatives.slice(0, 2), part('中心', 9, '类别 = 中心')].join('\n'));
    expect(failing(short)).toEqual([['类别 = 中心', '9']]);
    expect(short.said).toContainEqual(['points-not-conserved-in-case', 'R']);
    const twice = [...alternatives, part('又', 1, '类别 in { 局, 中心 }')].join('\n');
    expect(failing(top(twice))).toEqual([
      ['类别 = 局', '11'],
      ['类别 = 中心', '11'],
    ]);
    expect(failing(top(part('甲', 10, '类别 = 街道')))).toEqual([['类别 in { 局, 中心 }', '0']]);
  });

  test('of figures', () => {
    const sizes = [
      part('小', 10, '人数 < 50 人'),
      part('中', 10, '50 人 <= 人数 < 200 人'),
      part('大', 10, '人数 >= 200 人'),
    ];
    expect(errors(top(sizes.join('\n')))).toEqual([]);
    const gap = top([sizes[0], part('中', 10, '50 人 < 人数 < 200 人'), sizes[2]].join('\n'));
    expect(failing(gap)).toEqual([['人数 exactly 50 人', '0']]);
    const overlap = top([sizes[0], part('中', 10, '人数 >= 40 人')].join('\n'));
    expect(failing(overlap)).toEqual([['人数 from 40 人 and up to 49 人', '20']]);
  });

  test('of facts that go together', () => {
    const parts = [part('一', 6, '有窗口'), part('二', 4, '有窗口'), part('三', 10, 'not 有窗口')];
    expect(errors(top(parts.join('\n')))).toEqual([]);
    expect(failing(top(`${parts.join('\n')} ${part('四', 1, '有窗口 and 有项目')}`))).toEqual([
      ['有窗口 = yes, 有项目 = yes', '11'],
    ]);
  });

  test('under every choice of the options', () => {
    const parts = `${part('旧项', 10, '口径 = 旧')} ${part('新项', 9, '口径 = 新')}`;
    const proved = top(parts);
    expect(proved.severity('points-not-conserved-in-case')).toBe('warning');
    expect(proved.facts('points-not-conserved-in-case')).toMatchObject({
      cases: [{ holds: [], sum: '9' }],
      under: [{ name: '口径', value: '新' }],
    });
  });

  test('of comparisons between figures, shown by a department', () => {
    const proved = top(`${part('一', 10, '完成数 >= 计划数')} ${part('二', 9, '完成数 < 计划数')}`);
    expect(failing(proved)).toEqual([['完成数 = 0 件, 计划数 = 1 件', '9']]);
  });

  test('of items and inside groups that exist for some', () => {
    const group = (inner: string) => `group G 10 points { applies when 类别 != 中心
      ${inner} } indicator 其他 10 points { applies when 类别 = 中心\n judged }`;
    const items = (rest: string) => `indicator X 10 points { item a 4 points { judged }
      item b 6 points { applies when 类别 = 街道\n judged }
      ${rest} }`;
    expect(
      errors(top(group(items('item c 6 points { applies when 类别 = 局\n judged }')))),
    ).toEqual([]);
    const proved = top(group(items('')));
    expect(failing(proved)).toEqual([['类别 = 局', '4']]);
    expect(proved.facts('points-not-conserved-in-case').path).toBe('G / X');
  });

  test('names three cases and counts the others', () => {
    const kinds = Array.from({ length: 6 }, (_, at) => `类${at}`);
    const proved = proveText(`ruleset R { total 10 points input 分类 : one of { ${kinds.join()} }
      ${kinds.map((kind, at) => part(kind, at, `分类 = ${kind}`)).join('\n')} }`);
    expect(failing(proved)).toHaveLength(3);
    expect(proved.facts('points-not-conserved-in-case').more).toBe(3);
    for (const language of ['en', 'zh'] as const)
      expect(proved.diagnostics.map((each) => sentence(each, language)).join()).not.toMatch(
        /undefined|\[object/,
      );
  });
});

describe('cases stay few', () => {
  const flags = Array.from({ length: 14 }, (_, at) => `开${at}`);
  const inputs = flags.map((flag) => `input ${flag} : yes or no`).join('\n');

  test('where conditions are independent of each other', () => {
    const pairs = flags.map(
      (flag) => `${part(`有${flag}`, 1, flag)} ${part(`无${flag}`, 1, `not ${flag}`)}`,
    );
    const text = (all: string[]) => `ruleset R { total 14 points ${inputs} ${all.join('\n')} }`;
    expect(proveText(text(pairs)).said).toEqual([]);
    const wrong = [...pairs.slice(1), `${part('有', 1, '开0')} ${part('无', 2, 'not 开0')}`];
    expect(failing(proveText(text(wrong)))).toEqual([['开0 = no', '15']]);
  });

  test('where many parts look at one enumeration, also one inside the other', () => {
    const kinds = Array.from({ length: 10 }, (_, at) => `类${at}`);
    const groups = kinds.map(
      (kind) => `group ${kind} 40 points { applies when 分类 = ${kind}
        ${part(`${kind}一`, 40, '开0')} ${part(`${kind}二`, 40, 'not 开0')} }`,
    );
    const proved = proveText(`ruleset R { total 40 points input 开0 : yes or no
      input 分类 : one of { ${kinds.join()} } ${groups.join('\n')} }`);
    expect(proved.said).toEqual([]);
  });

  test('or are given up honestly', () => {
    const parts = flags.map((flag) => part(`有${flag}`, 1, `${flag} and 联动`));
    const proved = proveText(
      `ruleset R { total 14 points ${inputs} input 联动 : yes or no ${parts.join('\n')} }`,
    );
    expect(proved.facts('points-cases-too-many')).toEqual({ path: '', most: '1024' });
  });
});

describe('alternatives', () => {
  test('that no department has are refused', () => {
    const proved = top(`${part('一', 10, '人数 < 0 人')} indicator 二 10 points { judged }`);
    expect(errors(proved).map(({ code }) => code)).toEqual(['part-never-exists']);
    const inner = top(`group G 10 points { applies when 类别 = 街道
        indicator A 10 points { judged }
        ${part('B', 5, '类别 = 局')} }
      ${part('其他', 10, '类别 != 街道')}`);
    expect(inner.facts('part-never-exists')).toEqual({ name: 'B', under: [] });
  });

  test('that every department has are pointed out', () => {
    const proved = top(part('一', 10, '人数 >= 0 人'));
    expect(proved.facts('condition-always-holds')).toEqual({ role: 'applies', name: '一' });
    expect(errors(proved)).toEqual([]);
  });

  test('may rest on what their condition says', () => {
    const rate = (condition: string) => `indicator 率 10 points { ${condition}
        score min(完成数 / 计划数, 1) * 10 points }`;
    expect(
      errors(top(`${rate('applies when 计划数 > 0')} ${part('无', 10, '计划数 = 0')}`)),
    ).toEqual([]);
    expect(errors(top(rate('not applicable when 计划数 = 0 award in full')))).toEqual([]);
    expect(errors(top(rate(''))).map(({ code }) => code)).toEqual(['division-by-zero']);
  });

  test('count once in the range of what they add up to', () => {
    const parts = ['街道', '局', '中心'].map((kind) => part(kind, 10, `类别 = ${kind}`)).join('\n');
    const limited = top(`group G 10 points at most 10 { ${parts} }`);
    expect(limited.facts('limit-never-acts')).toEqual({ name: 'G', limit: 'at-most' });
    const grades =
      proveText(`ruleset R { total 10 points ${INPUTS} grades { 优 above 10  良 from 0 }
      ${parts} }`);
    expect(grades.facts('grade-unreachable')).toEqual({ name: '优', low: '0', high: '10' });
  });
});

describe('pools', () => {
  const pool = (rest: string, inner: string) => `group P 10 points { chosen by department${rest}
    indicator a 5 points { ${inner} }
    indicator b 5 points { judged }
    indicator c 10 points { judged } }`;

  test('are as large as their points', () => {
    expect(errors(top(pool('', 'judged')))).toEqual([]);
    expect(
      top(pool('', 'judged').replace('10 points {', '10 points at most 10 {')).said,
    ).toContainEqual(['limit-never-acts', '10']);
  });

  test('that are scaled may round past the total', () => {
    expect(top(pool(' redistribute', 'judged')).said.map(([code]) => code)).toContain(
      'rounding-may-exceed-total',
    );
  });
});

describe('an award in place of a score', () => {
  const award = (value: string, caps = '') =>
    top(`indicator A 10 points ${caps} { judged not applicable when 有窗口 award ${value} }`);

  test('must lie within the points, or say its limit', () => {
    expect(errors(award('6'))).toEqual([]);
    expect(award('人数 / 1 人').facts('award-outside-points')).toMatchObject({
      name: 'A',
      points: '10',
      low: '0',
      high: '…',
    });
    expect(errors(award('人数 / 1 人', 'at most 10'))).toEqual([]);
  });

  test('must not divide by 0', () => {
    expect(award('min(完成数 / 计划数, 1)').said.map(([code]) => code)).toContain(
      'division-by-zero',
    );
  });

  test('may have to be rounded', () => {
    const proved = proveText(`ruleset R { total 10 points input 无 : yes or no
      input 平均 : number from 0 to 10
      indicator A 10 points { judged not applicable when 无 award 平均 / 3 } }`);
    expect(proved.facts('score-may-not-end')).toEqual({ name: 'A' });
  });
});
