import { describe, expect, it } from 'vitest';
import { formatExact } from '../../src/number/decimal.ts';
import * as model from '../model-builder.ts';
import { INPUTS, faultless, framework, readPart } from './framework-fixture.ts';

function reported(written: string) {
  return faultless(readPart(`"reported": ${written}`)).reported;
}

function scores(written: string) {
  return [...reported(written).scores].map(([path, { score, text }]) => [
    path,
    score && formatExact(score),
    text,
  ]);
}

describe('published scores', () => {
  it('are read beside the total or in `scores`, by name or by the end of a path', () => {
    expect(
      scores(
        '{ "采购执行": "1.150", "管理": 4, "scores": { "预算执行 / 执行率": "2分", "绩效 / 满意度": "3" } }',
      ),
    ).toEqual([
      ['管理 / 采购执行', '1.15', '1.150'],
      ['管理', '4', '4'],
      ['绩效 / 预算执行 / 执行率', '2', '2'],
      ['绩效 / 满意度', '3', '3'],
    ]);
  });

  it('may be blank, and may say where they are published', () => {
    const { scores: given } = reported(
      '{ "财务合规": null, "满意度": { "score": "6", "source": "表一" }, "采购执行": { "value": null, "source": "表二" } }',
    );
    expect([...given.values()].map(({ score, text, source }) => [score?.n, text, source])).toEqual([
      [undefined, '', undefined],
      [6n, '6', '表一'],
      [undefined, '', '表二'],
    ]);
  });

  it('have a total and a grade, in either language', () => {
    for (const written of [
      '{ "total": "96.76", "grade": "优" }',
      '{ "总分": "96.76", "等级": "优" }',
    ]) {
      const { total, grade } = reported(written);
      expect([total?.text, total?.score && formatExact(total.score), grade]).toEqual([
        '96.76',
        '96.76',
        '优',
      ]);
    }
  });

  it('keep the decimals of YAML numbers', () => {
    expect(scores('{ 采购执行: 5.10 }')).toEqual([['管理 / 采购执行', '5.1', '5.10']]);
  });

  it('may lie outside of any points: what is published is published', () => {
    expect(scores('{ "采购执行": "-1", "满意度": 1000 }').map(([, score]) => score)).toEqual([
      '-1',
      '1000',
    ]);
  });

  it.each([
    ['{ "执行率": "1" }', ['name-ambiguous at "执行率"']],
    ['{ "采购执": "1" }', ['unknown-scored-name at "采购执"']],
    ['{ "scores": { "采购执行/执行率": "1" } }', ['unknown-scored-name at "采购执行/执行率"']],
    ['{ "采购执行": "1", "管理 / 采购执行": "1" }', ['score-given-twice at "管理 / 采购执行"']],
    ['{ "total": 1, "总分": 1 }', ['score-given-twice at "总分"']],
    ['{ "采购执行": "一分" }', ['figure-expected at "一分"']],
    ['{ "采购执行": "1%" }', ['unit-wrong at "1%"']],
    ['{ "采购执行": true }', ['figure-expected at true']],
    ['{ "采购执行": ["1"] }', ['shape-wrong at ["1"]']],
    ['{ "采购执行": {} }', ['score-missing at {}']],
    ['{ "采购执行": { "score": 1, "value": 1 } }', ['score-missing at { "score": 1, "value": 1 }']],
    ['{ "采购执行": { "score": 1, "from": "表" } }', ['unknown-entry at "from"']],
    ['{ "scores": [] }', ['shape-wrong at []']],
    ['{ "grade": "良好" }', ['choice-unknown at "良好"']],
    ['{ "grade": 1 }', ['choice-unknown at 1']],
    ['[]', ['shape-wrong at []']],
    ['"96"', ['shape-wrong at "96"']],
  ])('cannot be %s', (written, problems) => {
    expect(readPart(`"reported": ${written}`).problems).toEqual(problems);
  });

  it('offers the paths that an ambiguous name can mean', () => {
    const { diagnostics } = readPart('"reported": { "执行率": "1" }');
    expect(diagnostics[0]?.facts).toEqual({
      name: '执行率',
      paths: ['管理 / 采购执行 / 执行率', '绩效 / 预算执行 / 执行率'],
    });
    expect(diagnostics[0]?.choices.map(({ edits }) => edits[0]?.text)).toEqual([
      '"管理 / 采购执行 / 执行率"',
      '"绩效 / 预算执行 / 执行率"',
    ]);
  });

  it('belong to a place rather than to a reserved word of the same name', () => {
    const rule = model.formula(0);
    const children = [
      model.group('总分', 5, [
        model.indicator(
          '等级',
          2,
          [model.item('等级', 2, rule, { path: ['总分', '等级'], implicit: true })],
          {
            path: ['总分', '等级'],
          },
        ),
      ]),
    ];
    const by = framework(INPUTS, { children });
    const { reported: given } = faultless(
      readPart('"reported": { "总分": "4", "等级": "2", "total": "9" }', by),
    );
    expect([...given.scores.keys()]).toEqual(['总分', '总分 / 等级']);
    expect(given.total?.text).toBe('9');
    expect(given.grade).toBeUndefined();
  });

  it('give a group and an indicator of one name to the one whose full path it is', () => {
    const path = ['满意度', '满意度'];
    const parts = [model.item('满意度', 2, model.formula(0), { path, implicit: true })];
    const children = [model.group('满意度', 2, [model.indicator('满意度', 2, parts, { path })])];
    const by = framework(INPUTS, { children });
    const { reported: given } = faultless(
      readPart('"reported": { "满意度": 1, "满意度 / 满意度": 2 }', by),
    );
    expect([...given.scores].map(([name, { text }]) => [name, text])).toEqual([
      ['满意度', '1'],
      ['满意度 / 满意度', '2'],
    ]);
  });

  it('may have any grade where the ruleset declares none', () => {
    const by = framework(INPUTS, { grades: [] });
    expect(faultless(readPart('"reported": { "grade": "A+" }', by)).reported.grade).toBe('A+');
  });
});

describe('published figures', () => {
  it('speak of inputs and definitions, with one value or several', () => {
    const { figures } = reported(
      '{ "figures": { "采购率": ["24.56%", { "value": "19.71%", "source": "二（二）" }, "0.2222"], "结余": "12万元", "在编人数": 47, "调整率": "15.4%" } }',
    );
    expect(
      figures.map(({ name, letId, value, text, source }) => [
        name,
        letId,
        formatExact(value),
        text,
        source,
      ]),
    ).toEqual([
      ['采购率', '管理/采购执行/采购率', '0.2456', '24.56%', undefined],
      ['采购率', '管理/采购执行/采购率', '0.1971', '19.71%', '二（二）'],
      ['采购率', '管理/采购执行/采购率', '0.2222', '0.2222', undefined],
      ['结余', '结余', '120000', '12万元', undefined],
      ['在编人数', undefined, '47', '47', undefined],
      ['调整率', undefined, '0.154', '15.4%', undefined],
    ]);
  });

  it('tell definitions of one name apart by the place that sees them', () => {
    expect(
      reported('{ "figures": { "预算执行 / 差额": 1, "管理 / 采购执行 / 差额": null } }').figures,
    ).toMatchObject([{ name: '差额', letId: '绩效/预算执行/差额', text: '1' }]);
  });

  it.each([
    ['{ "差额": 1 }', ['name-ambiguous at "差额"']],
    ['{ "合规": 1 }', ['unknown-figure-name at "合规"']],
    ['{ "违规": 1 }', ['unknown-figure-name at "违规"']],
    ['{ "采购律": 1 }', ['unknown-figure-name at "采购律"']],
    ['{ "结余": "12" }', ['unit-missing at "12"']],
    ['{ "调整率": "15.4" }', ['percentage-without-sign at "15.4"']],
    ['{ "采购率": [["1"]] }', ['figure-expected at ["1"]']],
    ['{ "采购率": { "source": "表" } }', ['missing-entry at { "source": "表" }']],
    ['[]', ['shape-wrong at []']],
  ])('cannot be %s', (written, problems) => {
    expect(readPart(`"reported": { "figures": ${written} }`).problems).toEqual(problems);
  });
});
