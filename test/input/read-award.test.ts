import { describe, expect, it } from 'vitest';
import { formatExact } from '../../src/number/decimal.ts';
import { showRange } from '../model-builder.ts';
import { awardGiven, faultless, readInput } from './framework-fixture.ts';

describe('a free award', () => {
  it.each(['"1"', '1', '"1分"', '"1.0"', '{ "award": "1" }'])(
    'in full needs no reason: %s',
    (written) => {
      const given = awardGiven('政策落实', written);
      expect(given && showRange(given.points)).toBe('[1, 1]n');
      expect(given?.evidence.status).toBe('judged');
    },
  );

  it('below full points keeps its reason and evidence', () => {
    const given = awardGiven(
      '政策落实',
      '{ "award": "0.8", "reason": "预留份额不足", "status": "verified", "source": "二（一）", "note": "注" }',
    );
    expect(given && showRange(given.points)).toBe('[4/5, 4/5]');
    expect(given?.reason).toBe('预留份额不足');
    expect(given?.evidence).toEqual({ status: 'verified', source: '二（一）', note: '注' });
    expect([given?.choice, given?.entries.size]).toEqual([undefined, 0]);
  });

  it.each([
    ['"0.8"', { award: '0.8' }],
    ['0', { award: '0' }],
    ['{ "award": "0.8" }', { award: '0.8' }],
    ['{ "award": "0.8", "reason": " 　" }', { award: '0.8' }],
    ['{ "award": "0.8", "reason": null }', { award: '0.8' }],
  ])('below full points without a reason is refused: %s', (written, facts) => {
    const { diagnostics, problems } = readInput('政策落实', written);
    expect(problems).toEqual([`reason-missing at ${written}`]);
    expect(diagnostics[0]?.facts).toEqual({ name: '政策落实', points: '1', ...facts });
  });

  it.each([
    ['"1.01"', 'award-out-of-range at "1.01"'],
    ['"-0.1"', 'award-out-of-range at "-0.1"'],
    ['{ "award": 2, "reason": "…" }', 'award-out-of-range at 2'],
    ['"1%"', 'unit-wrong at "1%"'],
    ['true', 'figure-expected at true'],
    ['[1]', 'shape-wrong at [1]'],
    ['{ "award": { "value": 1 } }', 'figure-expected at { "value": 1 }'],
    ['{ "reason": "…" }', 'missing-entry at { "reason": "…" }'],
    ['{ "value": "1" }', 'unknown-entry at "value"'],
    ['{ "award": 1, "reason": 7 }', 'text-expected at 7'],
  ])('cannot be %s', (written, problem) => {
    expect(readInput('政策落实', written).problems).toEqual([problem]);
  });

  it.each(['null', '{ "award": null, "note": "待评" }'])('is open as %s', (written) => {
    expect(faultless(readInput('政策落实', written)).awards.size).toBe(0);
  });
});

describe('a choice', () => {
  it.each(['"部分公开"', '{ "choice": "部分公开" }'])(
    'gives the points of the choice, without a reason: %s',
    (written) => {
      const given = awardGiven('公开', written);
      expect(given && showRange(given.points)).toBe('[1, 1]n');
      expect(given?.choice).toBe('部分公开');
    },
  );

  it.each([
    ['"部分公"', 'choice-unknown at "部分公"'],
    ['"1"', 'choice-unknown at "1"'],
    ['1', 'choice-unknown at 1'],
    ['true', 'choice-unknown at true'],
    ['{ "award": "1" }', 'unknown-entry at "award"'],
    ['{ "source": "表" }', 'missing-entry at { "source": "表" }'],
    ['[]', 'shape-wrong at []'],
  ])('cannot be %s', (written, problem) => {
    expect(readInput('公开', written).problems).toEqual([problem]);
  });

  it('is open as null', () => {
    expect(faultless(readInput('公开', '{ "choice": null }')).awards.size).toBe(0);
  });
});

describe('a checklist', () => {
  const entriesOf = (written: string) => {
    const given = awardGiven('编制合理性', written);
    return given && [...given.entries].map(([name, points]) => `${name} ${formatExact(points)}`);
  };

  it('may be awarded in sum', () => {
    const given = awardGiven('编制合理性', '"2"');
    expect(given && showRange(given.points)).toBe('[2, 2]n');
    expect(given?.entries.size).toBe(0);
    expect(readInput('编制合理性', '"1.5"').problems).toEqual(['reason-missing at "1.5"']);
    expect(awardGiven('编制合理性', '{ "award": "1.5", "reason": "…" }')).toBeDefined();
  });

  it('may be filled in entry by entry, in points or as met and not met', () => {
    const written =
      '{ "entries": { "职责相符": true, "分配合理": "0.4", "细化": "否" }, "reason": "…" }';
    expect(entriesOf(written)).toEqual(['职责相符 0.5', '分配合理 0.4', '细化 0']);
    const given = awardGiven('编制合理性', written);
    expect(given && showRange(given.points)).toBe('[9/10, 9/10]');
  });

  it('needs no reason when everything is met', () => {
    const given = awardGiven(
      '编制合理性',
      '{ "entries": { "职责相符": "是", "分配合理": "yes", "细化": "0.5分" } }',
    );
    expect(given && showRange(given.points)).toBe('[2, 2]n');
  });

  it('leaves the award between its limits where entries are open', () => {
    const given = awardGiven('编制合理性', '{ "entries": { "职责相符": true, "细化": null } }');
    expect(given && showRange(given.points)).toBe('[1/2, 2]');
    expect(entriesOf('{ "entries": { "职责相符": true, "细化": null } }')).toEqual([
      '职责相符 0.5',
    ]);
  });

  it('needs a reason as soon as full points are out of reach', () => {
    const written = '{ "entries": { "职责相符": false } }';
    const { diagnostics, problems } = readInput('编制合理性', written);
    expect(problems).toEqual([`reason-missing at ${written}`]);
    expect(diagnostics[0]?.facts).toEqual({ name: '编制合理性', award: '1.5', points: '2' });
  });

  it.each([
    ['{ "entries": { "职责相符": "0.6" }, "reason": "…" }', 'award-out-of-range at "0.6"'],
    ['{ "entries": { "职责相符": "也许" }, "reason": "…" }', 'figure-expected at "也许"'],
    ['{ "entries": { "职责相符": [true] }, "reason": "…" }', 'yes-or-no-expected at [true]'],
    ['{ "entries": { "职责符": true } }', 'unknown-entry at "职责符"'],
    ['{ "entries": [true] }', 'shape-wrong at [true]'],
    ['{ "entries": {}, "award": 2 }', 'award-given-twice at { "entries": {}, "award": 2 }'],
    ['{ "reason": "…" }', 'award-missing at { "reason": "…" }'],
    ['"2.5"', 'award-out-of-range at "2.5"'],
    ['true', 'figure-expected at true'],
    ['[]', 'shape-wrong at []'],
  ])('cannot be %s', (written, problem) => {
    expect(readInput('编制合理性', written).problems).toEqual([problem]);
  });

  it.each([
    '{ "entries": null }',
    '{ "entries": {} }',
    '{ "entries": { "细化": null }, "reason": null }',
  ])('is open as %s', (written) => {
    expect(faultless(readInput('编制合理性', written)).awards.size).toBe(0);
  });
});
