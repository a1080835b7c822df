// Audits where published scores were combined by rules or read by other rules.
import { describe, expect, it } from 'vitest';
import { auditOf, kinds, only, text } from './audited.ts';

const RULES = `ruleset 合成 for 2023 {
  total 20 points
  input 率 : percent from 0% to 100%
  group 综合 10 points {
    score min of rates of parts * full points
    indicator 甲 5 points { score 率 * full points }
    indicator 乙 4 points { judged }
  }
  indicator 联动 10 points { score score of 甲 * 2 }
}`;

const inputs = { 率: '80%', 乙: { award: 3, reason: '缺一项' } };

describe('a combined score', () => {
  it('agrees where the rule gives it', () => {
    const reported = { 甲: 4, 乙: 3, 综合: '7.5', 联动: 8, total: '15.5' };
    expect(kinds(auditOf(RULES, { inputs, reported }))).toEqual([]);
  });

  it('is compared with what the rule makes of the published parts', () => {
    const reported = { 甲: 4, 乙: 2, 综合: '7.5', 联动: 8, total: '15.5' };
    const finding = only(auditOf(RULES, { inputs, reported }), 'sum-differs');
    expect([finding.path, finding.combined, text(finding.sum)]).toEqual([['综合'], true, '5']);
  });

  it('differs as far as its parts do, worked out by the rule', () => {
    const reported = { 甲: 4, 乙: 2, 综合: 5, 联动: 8, total: 13 };
    const found = auditOf(RULES, { inputs, reported }).findings.flatMap((finding) =>
      finding.kind === 'score-differs'
        ? [[finding.path.join('/'), finding.severity, text(finding.unexplained)]]
        : [],
    );
    expect(found).toEqual([
      ['综合/乙', 'error', '-1'],
      ['综合', 'warning', '0'],
      ['', 'warning', '0'],
    ]);
  });

  it('forces the published value of its only unknown input', () => {
    const finding = only(
      auditOf(RULES, {
        inputs: { 乙: { award: 4, reason: '齐全' } },
        reported: { 综合: '6.5' },
      }),
      'score-not-derivable',
    );
    // 6.5 is published for everything from 6.495 up to 6.505: the rate of 甲 is the least one.
    expect(
      finding.implied?.values.map(({ range }) => [text(range.low?.value), text(range.high?.value)]),
    ).toEqual([['0.6495', '0.6505']]);
  });

  it('forces nothing on a blank part', () => {
    const reported = { 甲: 4, 乙: null, 综合: '7.5', 联动: 8, total: '15.5' };
    expect(only(auditOf(RULES, { inputs, reported }), 'blank-score').forced).toEqual([]);
  });
});

describe('a score that was read', () => {
  it('explains the score that reads it', () => {
    const reported = { 甲: 5, 乙: 3, 综合: '7.5', 联动: 10, total: '17.5' };
    const found = auditOf(RULES, { inputs, reported }).findings.flatMap((finding) =>
      finding.kind === 'score-differs' && finding.path[0] === '联动' ? [finding] : [],
    );
    expect(
      found.map(({ severity, parts, unexplained }) => [
        severity,
        parts.map(({ path, difference }) => [path.join('/'), text(difference)]),
        text(unexplained),
      ]),
    ).toEqual([['warning', [['综合/甲', '1']], '0']]);
  });
});
