// One small ruleset for each kind of finding: what is found, with exact numbers.
import { describe, expect, it } from 'vitest';
import { show } from '../evaluate/framework-builder.ts';
import { auditOf, kinds, only, text } from './audited.ts';

const purchase = `ruleset 采购 for 2023 {
  total 2 points
  scores rounded to 0.01 half up
  input 实际, 计划 : money in 万元 above 0
  indicator 采购执行 2 points {
    let 执行率 = 实际 / 计划
    item 执行 1 point { when 执行率 > 100% : 0  otherwise : 执行率 * 1 point }
    item 落实 1 point { judged }
  }
}`;

describe('a published score that agrees', () => {
  it('gives no finding', () => {
    const result = auditOf(purchase, {
      inputs: { 实际: '2.96', 计划: '19.50', 落实: 1 },
      reported: { 采购执行: '1.15', total: '1.15' },
    });
    expect(result.scores.map(({ outcome }) => outcome)).toEqual(['agrees', 'agrees']);
    expect(result.findings).toEqual([]);
  });

  it('may be printed with two decimals where the rules round nothing', () => {
    const unrounded = purchase.replace('scores rounded to 0.01 half up', '');
    const inputs = { 实际: '2.96', 计划: '19.50', 落实: 1 };
    expect(kinds(auditOf(unrounded, { inputs, reported: { 采购执行: '1.15' } }))).toEqual([]);
    expect(kinds(auditOf(unrounded, { inputs, reported: { 采购执行: '1.2' } }))).toEqual([
      'score-differs',
    ]);
  });
});

describe('a published score that differs', () => {
  const inputs = { 实际: '611.29', 计划: '819.38', 落实: 1 };

  it('is reported with the difference', () => {
    const finding = only(
      auditOf(purchase, { inputs, reported: { 采购执行: '1.8' } }),
      'score-differs',
    );
    expect([text(finding.published), text(finding.recomputed), text(finding.difference)]).toEqual([
      '1.8',
      '1.75',
      '0.05',
    ]);
    expect(finding.severity).toBe('error');
  });

  it('says which value of an input would give it', () => {
    const { explanations } = only(
      auditOf(purchase, { inputs, reported: { 采购执行: '1.8' } }),
      'score-differs',
    );
    const implied = explanations.flatMap((each) =>
      each.kind === 'input-value' ? [each.implied] : [],
    );
    expect(
      implied.map(({ input, values }) => [
        input,
        ...values.map(({ range, exact }) => [show(range), exact]),
      ]),
    ).toEqual([
      // 0.795 ≤ 611.29 / 计划 < 0.805 and the like, in 元.
      ['实际', ['[6514071, 6596009)', true]],
      ['计划', ['(1222580000/161, 1222580000/159]', true]],
    ]);
    expect(implied.map(({ roundest }) => text(roundest))).toEqual(['6560000', '7600000']);
  });

  it('hints at a rate that was rounded before it was used', () => {
    const rule = `ruleset 及时 for 2023 {
      total 6 points
      scores rounded to 0.01 half up
      input 完成, 计划 : integer from 1 to 1000
      indicator 及时性 6 points {
        let 完成率 = 完成 / 计划
        when 完成率 >= 1 : 6  otherwise : 完成率 * 6
      }
    }`;
    const finding = only(
      auditOf(rule, { inputs: { 完成: 47, 计划: 48 }, reported: { 及时性: '5.87' } }),
      'score-differs',
    );
    const [hint] = finding.explanations;
    if (hint?.kind !== 'early-rounding') throw new Error('no hint');
    expect([
      hint.let.name,
      text(hint.exact),
      text(hint.rounded),
      text(hint.rounding.step),
      hint.rounding.mode,
    ]).toEqual(['完成率', '47/48', '0.979', '0.001', 'half-up']);
  });

  it('hints at another rounding of the score itself', () => {
    const { explanations } = only(
      auditOf(purchase, { inputs, reported: { 采购执行: '1.74' } }),
      'score-differs',
    );
    expect(explanations).toContainEqual(
      expect.objectContaining({
        kind: 'other-rounding',
        rounding: { step: { n: 1n, d: 100n }, mode: 'down' },
      }),
    );
  });

  it('hints at a unit that was mixed up, but not where any figure would do', () => {
    const slipped = { 实际: '2.96', 计划: '19.50 亿元', 落实: 1 };
    const { explanations } = only(
      auditOf(purchase, { inputs: slipped, reported: { 采购执行: '1.15' } }),
      'score-differs',
    );
    const slips = explanations.flatMap((each) =>
      each.kind === 'unit-slip' ? [[each.input, text(each.factor)]] : [],
    );
    expect(slips).toEqual([
      ['实际', '10000'],
      ['计划', '0.0001'],
    ]);
    const tiers = `ruleset 档 for 2023 {
      total 1 point
      input 实际, 计划 : money in 万元 above 0
      indicator 控制 1 point { tiers of 实际 / 计划 { <= 1 : 1  otherwise : 0 } }
    }`;
    const coarse = only(
      auditOf(tiers, { inputs: { 实际: 2, 计划: 1 }, reported: { 控制: 1 } }),
      'score-differs',
    );
    expect(coarse.explanations.filter(({ kind }) => kind === 'unit-slip')).toEqual([]);
  });
});

const quarters = `ruleset 进度 for 2023 {
  total 2 points
  scores rounded to 0.01 half up
  option 封顶 : yes or no = no
  option 口径 : one of { 全年, 年末 } = 全年
  option 无关 : yes or no = no
  input 上半年, 下半年 : percent from 0% to 200%
  indicator 进度 2 points at most 2 {
    let 前 = if 封顶 then min(上半年, 1) else 上半年
    let 后 = if 口径 = 全年 then 下半年 else min(下半年, 1)
    score 前 + 后
  }
}`;

describe('readings', () => {
  const inputs = { 上半年: '120%', 下半年: '75%' };

  it('are tried only for the options that the score reads, the chosen one first', () => {
    const finding = only(
      auditOf(quarters, { inputs, reported: { 进度: '1.75' } }),
      'score-differs',
    );
    expect(
      finding.readings.map(({ choices, score, chosen, reproduces }) => [
        [...choices].flat().join(' '),
        show(score),
        chosen,
        reproduces,
      ]),
    ).toEqual([
      ['封顶 no 口径 全年', '1.95', true, 'no'],
      ['封顶 yes 口径 全年', '1.75', false, 'certain'],
      ['封顶 no 口径 年末', '1.95', false, 'no'],
      ['封顶 yes 口径 年末', '1.75', false, 'certain'],
    ]);
    expect(finding.readingsCut).toBe(false);
  });

  it('that reproduce a score with the fewest changes explain it', () => {
    const { explanations } = only(
      auditOf(quarters, { inputs, reported: { 进度: '1.75' } }),
      'score-differs',
    );
    const readings = explanations.filter(({ kind }) => kind === 'reading');
    expect(readings).toEqual([
      { kind: 'reading', choices: new Map([['封顶', 'yes']]), certain: true, implied: undefined },
    ]);
  });

  it('that all fail leave none to explain it', () => {
    const finding = only(auditOf(quarters, { inputs, reported: { 进度: '1.9' } }), 'score-differs');
    expect(finding.readings.every(({ reproduces }) => reproduces === 'no')).toBe(true);
    expect(finding.explanations.filter(({ kind }) => kind === 'reading')).toEqual([]);
  });

  it('under which the score would be another are noted where it agrees', () => {
    const finding = only(
      auditOf(quarters, { inputs, reported: { 进度: '1.95' } }),
      'reading-confirmed',
    );
    expect(finding.readings.map(({ reproduces }) => reproduces)).toEqual([
      'certain',
      'no',
      'certain',
      'no',
    ]);
    const same = { 上半年: '50%', 下半年: '75%' };
    expect(kinds(auditOf(quarters, { inputs: same, reported: { 进度: '1.25' } }))).toEqual([]);
  });

  it('with an input missing may reproduce it for some of its values', () => {
    const rule = `ruleset 调整 for 2023 {
      total 1 point
      scores rounded to 0.01 half up
      option 口径 : one of { 净额, 剔除后 } = 净额
      input 调整率, 剔除后调整率 : percent from 0% to 500%
      indicator 规范性 1 point {
        let 采用的率 = if 口径 = 净额 then 调整率 else 剔除后调整率
        deduct 0.1 per 1% of 采用的率 above 10% prorated
      }
    }`;
    const { explanations } = only(
      auditOf(rule, { inputs: { 调整率: '226.8%' }, reported: { 规范性: '0.46' } }),
      'score-differs',
    );
    const [reading] = explanations;
    if (reading?.kind !== 'reading') throw new Error('no reading');
    expect([[...reading.choices], reading.certain]).toEqual([[['口径', '剔除后']], false]);
    expect(reading.implied?.values.map(({ range }) => show(range))).toEqual(['(0.1535, 0.1545]']);
    expect(text(reading.implied?.roundest)).toBe('0.154');
  });
});

const adjustment = `ruleset 合规 for 2023 {
  total 3 points
  scores rounded to 0.01 half up
  input 调整率 : percent at least 0%
  indicator 财务合规性 3 points {
    item 支出 1 point { judged }
    item 调整 1 point { deduct 0.1 per 1% of 调整率 above 10% prorated }
    item 核算 1 point { judged }
  }
}`;

describe('a score that cannot be recomputed', () => {
  it('shows the range and the one figure that the published score implies', () => {
    const result = auditOf(adjustment, {
      inputs: { 支出: 1, 核算: 1 },
      reported: { 财务合规性: '2.46' },
    });
    const finding = only(result, 'score-not-derivable');
    expect([show(finding.recomputed), finding.missing, finding.assumed, finding.severity]).toEqual([
      '[2, 3]',
      ['调整率'],
      [],
      'note',
    ]);
    expect(finding.implied?.values.map(({ range, exact }) => [show(range), exact])).toEqual([
      ['(0.1535, 0.1545]', true],
    ]);
    expect(text(finding.implied?.roundest)).toBe('0.154');
  });

  it('is not confirmed by a figure that was assumed', () => {
    const inputs = { 支出: 1, 核算: 1, 调整率: { value: '15.4%', status: 'assumed' } };
    const result = auditOf(adjustment, { inputs, reported: { 财务合规性: '2.46' } });
    expect([show(result.sheet.total), show(result.disclosed.total)]).toEqual(['2.46', '[2, 3]']);
    expect(only(result, 'score-not-derivable').assumed).toEqual(['调整率']);
  });

  it('is refuted where no value of the missing figure gives it', () => {
    const finding = only(
      auditOf(adjustment, { inputs: { 支出: 1, 核算: 1 }, reported: { 财务合规性: '1.9' } }),
      'score-outside-range',
    );
    expect([show(finding.recomputed), finding.missing, finding.severity]).toEqual([
      '[2, 3]',
      ['调整率'],
      'error',
    ]);
  });

  it('is refuted under an assumption that cannot save it, with the difference', () => {
    const inputs = { 支出: 1, 核算: 1, 调整率: { value: '15.4%', status: 'assumed' } };
    const finding = only(
      auditOf(adjustment, { inputs, reported: { 财务合规性: '1.9' } }),
      'score-differs',
    );
    expect([text(finding.recomputed), text(finding.difference)]).toEqual(['2.46', '-0.56']);
  });

  it('implies an award where only a free award is missing', () => {
    const result = auditOf(adjustment, {
      inputs: { 支出: 1, 调整率: '12%' },
      reported: { 财务合规性: '2.5' },
    });
    const { implied } = only(result, 'score-not-derivable');
    expect([
      implied?.input,
      text(implied?.roundest),
      implied?.values.map(({ range }) => show(range)),
    ]).toEqual(['核算', '0.7', ['[0.695, 0.705)']]);
  });

  it('says what is implied where it was published, not again for what contains it', () => {
    const result = auditOf(adjustment, {
      inputs: { 支出: 1, 核算: 1 },
      reported: { 财务合规性: '2.46', total: '2.46' },
    });
    const implied = result.findings.flatMap((each) =>
      each.kind === 'score-not-derivable' ? [[each.path.length, each.implied?.input]] : [],
    );
    expect(implied).toEqual([
      [1, '调整率'],
      [0, undefined],
    ]);
    const alone = auditOf(adjustment, {
      inputs: { 支出: 1, 核算: 1 },
      reported: { total: '2.46' },
    });
    const values = only(alone, 'score-not-derivable').implied?.values;
    expect(values?.map(({ range, exact }) => [show(range), exact])).toEqual([
      ['(0.1535, 0.1545]', true],
    ]);
  });

  it('implies nothing where two figures are missing', () => {
    const finding = only(
      auditOf(adjustment, { inputs: { 支出: 1 }, reported: { 财务合规性: '2.46' } }),
      'score-not-derivable',
    );
    expect([finding.missing, finding.implied]).toEqual([['调整率', '核算'], undefined]);
  });
});

const groups = `ruleset 汇总 for 2023 {
  total 10 points
  grades { 优 from 9  良 from 8  差 from 0 }
  group 管理 6 points {
    indicator 甲 2 points { judged }
    indicator 乙 4 points { judged }
  }
  group 绩效 4 points { indicator 丙 4 points { judged } }
}`;
const awards = { 甲: { award: 1, reason: '缺' }, 乙: 4, 丙: { award: '3.5', reason: '缺' } };

describe('a blank cell', () => {
  it('is what the published sums force it to be', () => {
    const reported = { 甲: null, 乙: '4', 丙: '3.5', 管理: '5', total: '8.5' };
    const finding = only(auditOf(groups, { inputs: awards, reported }), 'blank-score');
    expect([show(finding.recomputed), finding.consistent, finding.severity]).toEqual([
      '1',
      true,
      'warning',
    ]);
    expect(
      finding.forced.map(({ by, sum, others, score }) => [
        by.path.join(),
        text(sum),
        text(others),
        text(score),
      ]),
    ).toEqual([
      ['管理', '5', '4', '1'],
      ['', '8.5', '7.5', '1'],
    ]);
  });

  it('is inconsistent where the sums contradict each other or the rules', () => {
    const reported = { 甲: null, 乙: '4', 丙: '3.5', 管理: '5', total: '9' };
    expect(only(auditOf(groups, { inputs: awards, reported }), 'blank-score')).toMatchObject({
      consistent: false,
      severity: 'error',
    });
  });

  it('of a sum is what its parts add up to', () => {
    const finding = only(
      auditOf(groups, { inputs: awards, reported: { 甲: 1, 乙: 4, 管理: null } }),
      'blank-score',
    );
    expect(finding.forced.map(({ by, score }) => [by.path.join(), text(score)])).toEqual([
      ['管理', '5'],
    ]);
  });

  it('with a gap beside it is forced by nothing', () => {
    const finding = only(
      auditOf(groups, { inputs: awards, reported: { 甲: null, 管理: '5' } }),
      'blank-score',
    );
    expect(finding.forced).toEqual([]);
  });
});

describe('sums', () => {
  it('that do not add up are reported at their place', () => {
    const reported = { 甲: 1, 乙: 4, 丙: '3.5', 管理: '5', total: '8.6' };
    const finding = only(auditOf(groups, { inputs: awards, reported }), 'sum-differs');
    expect([finding.path, text(finding.sum), text(finding.difference)]).toEqual([[], '8.5', '0.1']);
    expect(finding.parts.map(({ path, score }) => [path.join('/'), text(score)])).toEqual([
      ['管理', '5'],
      ['绩效/丙', '3.5'],
    ]);
  });

  it('of differing parts explain the total’s difference', () => {
    const reported = { 甲: 2, 乙: 4, 丙: '3.4', total: '9.5' };
    const total = auditOf(groups, { inputs: awards, reported }).findings.find(
      (each) => each.kind === 'score-differs' && each.path.length === 0,
    );
    if (total?.kind !== 'score-differs') throw new Error('no finding for the total');
    expect(total.parts.map(({ path, difference }) => [path.at(-1), text(difference)])).toEqual([
      ['甲', '1'],
      ['丙', '-0.1'],
    ]);
    expect([text(total.difference), text(total.unexplained), total.severity]).toEqual([
      '1',
      '0.1',
      'error',
    ]);
  });

  it('of a group stand for the differences inside it', () => {
    const reported = { 甲: 2, 乙: 4, 管理: '6', 丙: '3.5', total: '9.5' };
    const total = auditOf(groups, { inputs: awards, reported }).findings.find(
      (each) => each.kind === 'score-differs' && each.path.length === 0,
    );
    if (total?.kind !== 'score-differs') throw new Error('no finding for the total');
    expect(total.parts.map(({ path, difference }) => [path.join('/'), text(difference)])).toEqual([
      ['管理', '1'],
    ]);
    expect([text(total.unexplained), total.severity]).toEqual(['0', 'warning']);
  });

  it('keep to the limits of the total and count a penalty against it', () => {
    const rule = `ruleset 加减 for 2023 {
      total 10 points at most 10 at least 0
      indicator 甲 10 points { judged }
      bonus group 加分 2 points at most 2 { indicator 创新 2 points { judged } }
      penalty group 减分 3 points at most 3 { indicator 通报 3 points { judged } }
    }`;
    const inputs = {
      甲: 10,
      创新: { award: 1, reason: '缺' },
      通报: { award: '0.5', reason: '缺' },
    };
    const reported = { 甲: 10, 创新: 1, 通报: '0.5', total: '10' };
    expect(kinds(auditOf(rule, { inputs, reported }))).toEqual([]);
    const less = only(
      auditOf(rule, { inputs, reported: { ...reported, 甲: '9.4', total: '9.8' } }),
      'sum-differs',
    );
    expect([text(less.sum), text(less.difference)]).toEqual(['9.9', '-0.1']);
    const blank = only(
      auditOf(rule, { inputs, reported: { ...reported, 甲: 9, 通报: null, total: '9.5' } }),
      'blank-score',
    );
    expect(blank.forced.map(({ score }) => text(score))).toEqual(['0.5']);
    const harsher = auditOf(rule, {
      inputs: { ...inputs, 甲: { award: 9, reason: '缺' } },
      reported: { 甲: 9, 创新: 1, 通报: '2', total: '8' },
    });
    const total = harsher.findings.find(
      (each) => each.kind === 'score-differs' && each.path.length === 0,
    );
    if (total?.kind !== 'score-differs') throw new Error('no finding for the total');
    expect([text(total.difference), text(total.unexplained)]).toEqual(['-1.5', '0']);
  });
});

describe('the grade', () => {
  const grade = (reported: object) =>
    auditOf(groups, { inputs: awards, reported }).findings.flatMap((each) =>
      each.kind === 'grade-differs'
        ? [[each.basis, each.published, each.earned, show(each.total)]]
        : [],
    );

  it('must go with the published and with the recomputed total', () => {
    expect(grade({ total: '8.5', grade: '良' })).toEqual([]);
    expect(grade({ total: '8.5', grade: '优' })).toEqual([
      ['reported-total', '优', ['良'], '8.5'],
      ['recomputed-total', '优', ['良'], '8.5'],
    ]);
    expect(grade({ total: '9.5', grade: '优' })).toEqual([
      ['recomputed-total', '优', ['良'], '8.5'],
    ]);
  });
});

describe('scores out of bounds', () => {
  it('are above the points', () => {
    const result = auditOf(groups, { inputs: awards, reported: { 乙: '4.5' } });
    const finding = only(result, 'score-out-of-bounds');
    expect([finding.path, finding.side, show(finding.points)]).toEqual([
      ['管理', '乙'],
      'above-points',
      '4',
    ]);
  });

  it('are below 0', () => {
    expect(
      only(auditOf(groups, { inputs: awards, reported: { 乙: '-1' } }), 'score-out-of-bounds').side,
    ).toBe('below-zero');
  });
});

describe('published figures', () => {
  const people = `ruleset 人员 for 2023 {
    total 1 point
    input 编外, 在编, 编制 : count of 人 at least 1
    input 接待 : money in 万元 at least 0
    input 预算 : money in 万元 above 0
    indicator 编外人员控制率 1 point {
      let 控制率 = 编外 / (在编 + 编外)
      let 超编率 = 在编 / 编制
      let 经费率 = 接待 / 预算
      score if 控制率 > 10% or 超编率 > 1 or 经费率 > 1 then 0 else 1
    }
  }`;
  const inputs = { 编外: 14, 在编: 49, 编制: 57, 接待: '75.09', 预算: '82.56' };
  const figure = (figures: object, more: object = {}) =>
    auditOf(people, { inputs: { ...inputs, ...more }, reported: { figures } });

  it('agree when the definition rounds to them', () => {
    const result = figure({ 控制率: '22.22%', 经费率: '90.95%', 编外: '14' });
    expect(result.figures.map(({ outcome, step }) => [outcome, text(step)])).toEqual([
      ['agrees', '0.0001'],
      ['agrees', '0.0001'],
      ['agrees', '1'],
    ]);
    expect(result.findings).toEqual([]);
  });

  it('differ with both values, and may take one input for another', () => {
    const finding = only(figure({ 控制率: '24.56%' }), 'figure-differs');
    expect([text(finding.recomputed), text(finding.comparison.rounded), finding.severity]).toEqual([
      '2/9',
      '0.2222',
      'error',
    ]);
    expect(finding.explanations).toEqual([
      { kind: 'other-definition', name: '编外 / 编制', value: { n: 14n, d: 57n } },
    ]);
    const second = only(figure({ 控制率: '19.71%' }), 'figure-differs');
    expect(second.explanations).toEqual([
      { kind: 'other-definition', name: '在编 = 编制', value: { n: 14n, d: 71n } },
    ]);
  });

  it('may be cut off instead of rounded', () => {
    const cut = only(figure({ 超编率: '85.9%' }), 'figure-differs');
    expect([cut.explanations[0], cut.severity]).toEqual([
      { kind: 'other-rounding', rounding: { step: { n: 1n, d: 1000n }, mode: 'down' } },
      'warning',
    ]);
  });

  it('may rest on a figure in another unit', () => {
    const finding = only(figure({ 经费率: '90.95%' }, { 预算: '82.56 元' }), 'figure-differs');
    expect(finding.explanations).toMatchObject([
      { kind: 'unit-slip', input: '接待' },
      { kind: 'unit-slip', input: '预算', factor: { n: 10_000n, d: 1n } },
    ]);
  });

  it('contradict each other where they cannot be roundings of one number', () => {
    const result = figure({ 控制率: ['22.22%', '22.2%', '24.56%'] });
    expect(only(result, 'figures-contradict').figures.map(({ reported }) => reported.text)).toEqual(
      ['22.22%', '22.2%', '24.56%'],
    );
    expect(kinds(figure({ 控制率: ['22.22%', '22.2%'] }))).toEqual([]);
  });

  it('cannot be derived where an input is missing', () => {
    const rest = { ...inputs, 在编: null };
    const missing = auditOf(people, { inputs: rest, reported: { figures: { 控制率: '24.56%' } } });
    const finding = only(missing, 'figure-not-derivable');
    expect([
      show(finding.comparison.recomputed),
      finding.inside,
      finding.missing,
      finding.severity,
    ]).toEqual(['(0, 14/15]', true, ['在编'], 'note']);
    const impossible = auditOf(people, { inputs: rest, reported: { figures: { 控制率: '96%' } } });
    expect(only(impossible, 'figure-not-derivable')).toMatchObject({
      inside: false,
      severity: 'error',
    });
  });

  it('may come from a rate that was rounded first', () => {
    const rule = `ruleset 季度 for 2023 {
      total 1 point
      input 支出 : money in 万元 at least 0
      input 预算 : money in 万元 above 0
      indicator 进度 1 point at most 1 {
        let 支出进度 = 支出 / 预算
        let 执行率 = 支出进度 / 25%
        score 执行率
      }
    }`;
    const finding = only(
      auditOf(rule, {
        inputs: { 支出: '57865.88', 预算: '296237' },
        reported: { figures: { 执行率: '78.12%' } },
      }),
      'figure-differs',
    );
    expect(finding.explanations).toMatchObject([
      { kind: 'early-rounding', let: { name: '支出进度' }, rounded: { n: 1953n, d: 10_000n } },
    ]);
  });
});

describe('cross-checks', () => {
  it('that fail are findings', () => {
    const rule = `ruleset 核对 for 2023 {
      total 1 point
      input 任务 : list of money in 万元 at least 0
      input 合计 : money in 万元 at least 0
      check "各项之和等于合计" : sum of 任务 = 合计
      indicator 甲 1 point { judged }
    }`;
    const finding = only(
      auditOf(rule, { inputs: { 任务: ['44350', '0.01'], 合计: '44350', 甲: 1 } }),
      'check-fails',
    );
    expect([
      finding.result.check.name,
      finding.result.difference && show(finding.result.difference),
    ]).toEqual(['各项之和等于合计', '100']);
    expect(kinds(auditOf(rule, { inputs: { 任务: ['44350'], 合计: '44350', 甲: 1 } }))).toEqual([]);
  });
});

it('the gravest findings come first, then those of earlier places', () => {
  const reported = { 甲: 2, 乙: '4.5', 丙: null, 管理: '6.5', total: '9', grade: '优' };
  const result = auditOf(groups, { inputs: awards, reported });
  const ranks = { error: 0, warning: 1, note: 2 };
  const order = result.findings.map(({ severity }) => ranks[severity]);
  expect(order).toEqual([...order].sort());
  const paths = result.findings.flatMap((each) =>
    each.severity === 'error' && 'path' in each ? [each.path.join('/')] : [],
  );
  expect(paths).toEqual(['管理', '管理/甲', '管理/乙', '管理/乙', '绩效/丙', '']);
});
