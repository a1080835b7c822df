import { describe, expect, test } from 'vitest';
import { checkTexts } from './checking.ts';

const misses = (text: string) =>
  checkTexts(text).diagnostics.filter(({ code }) => code === 'points-not-conserved');

describe('conservation of points', () => {
  test('children, items and the total each add up', () => {
    const text = `ruleset R { total 10 points
      group G 6 points { indicator A 2 points { judged } indicator B 4 points { item x 1 point { judged } item y 3 points { judged } } }
      indicator C 4 points { judged } }`;
    expect(checkTexts(text).said).toEqual([]);
  });

  test('a group that does not add up says both figures and the difference', () => {
    const text = `ruleset R { total 6 points
      group G 6 points { indicator A 2 points { judged } indicator B 3.5 points { judged } } }`;
    const { diagnostics, textAt } = checkTexts(text);
    expect(diagnostics.map(({ code, facts, span }) => [code, facts, textAt(span)])).toEqual([
      [
        'points-not-conserved',
        { path: 'G', declared: '6', sum: '5.5', difference: '-0.5' },
        '6 points',
      ],
    ]);
  });

  test('the total is compared with the top level', () => {
    const [only, ...others] = misses(
      'ruleset R { total 100 points indicator A 99 points { judged } }',
    );
    expect(others).toEqual([]);
    expect(only?.facts).toEqual({ path: '', declared: '100', sum: '99', difference: '-1' });
  });

  test('items are compared with their indicator', () => {
    const text = `ruleset R { total 3 points
      indicator A 3 points { item x 1 point { judged } item y 3 points { judged } } }`;
    expect(misses(text).map(({ facts }) => facts)).toEqual([
      { path: 'A', declared: '3', sum: '4', difference: '1' },
    ]);
  });

  test('the entries of a checklist are compared with what they stand in', () => {
    const text =
      'ruleset R { total 3 points indicator A 3 points { checklist { 一 1 point 二 1 point } } }';
    expect(misses(text).map(({ facts }) => facts)).toEqual([
      { path: 'A', declared: '3', sum: '2', difference: '-1' },
    ]);
  });

  test('bonus and penalty groups stand outside the sum', () => {
    const text = `ruleset R { total 5 points at most 5 at least 0
      indicator A 5 points { judged }
      bonus group 加 3 points at most 3 { indicator B 3 points { judged } }
      penalty group 减 2 points at most 2 { indicator C 2 points { judged } } }`;
    expect(checkTexts(text).said).toEqual([]);
  });

  test('points that do not add up leave a framework, so that proofs can go on', () => {
    const { framework } = checkTexts('ruleset R { total 2 points indicator A 1 point { judged } }');
    expect(framework?.children).toHaveLength(1);
  });

  test('the fix gives the only part the whole', () => {
    const { diagnostics, textAt } = checkTexts(
      'ruleset R { total 8 points indicator A 7 points { judged } }',
    );
    const [edit] = diagnostics[0]?.fix?.edits ?? [];
    expect(edit && [textAt(edit.span), edit.text]).toEqual(['7', '8']);
  });

  test('the fix finds the one part whose own parts say what is meant', () => {
    const text = `ruleset R { total 10 points
      group G 5 points { indicator A 4 points { judged } }
      group H 6 points { indicator B 4 points { judged } indicator C 2 points { judged } } }`;
    const { diagnostics, textAt } = checkTexts(text);
    const total = diagnostics.find(({ facts }) => 'path' in facts && facts.path === '');
    const [edit] = total?.fix?.edits ?? [];
    expect(edit && [textAt(edit.span), edit.text]).toEqual(['5', '4']);
  });

  test('there is no fix when several parts could be meant', () => {
    const text =
      'ruleset R { total 9 points indicator A 4 points { judged } indicator B 4 points { judged } }';
    expect(misses(text)[0]?.fix).toBeUndefined();
  });
});
