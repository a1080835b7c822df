// `biaochi compare`: two rulesets side by side, in every format, and what it says when it cannot.
import { describe, expect, it } from 'vitest';
import { biaochi, folderWith } from './console.ts';

const PARENT = `ruleset 甲 for 2023 {
  total 10 points
  scores rounded to 0.01 half up
  grades { 优 from 9   差 from 0 }
  input 完成率 : percent from 0% to 100%
  input 违规 : yes or no = no
  group 全部 10 points {
    indicator 完成情况 6 points {
      tiers of 完成率 { >= 90% : full points   >= 60% : 3 points   otherwise : 0 points }
      veto "有违规" when 违规 : 0
    }
    indicator 材料 4 points { judged }
  }
}
`;
const CHILD = `ruleset 甲 for 2024 amends "2023.chi" {
  points 完成情况 = 5
  points 材料 = 5
  input 数量 : count of 项 at least 0
}
`;
const DEPARTMENT = JSON.stringify({
  department: '某局',
  year: 2023,
  inputs: { 完成率: '95%', 违规: 'no', 材料: { award: '2', status: 'judged', reason: '缺一份' } },
});
const ODD = `ruleset 「<script>alert(1)</script>|*x*」 for 2024 {
  total 10 points
  input 甲 : percent from 0% to 100%
  group 「<b>&</b>」 10 points {
    indicator 「a|b <img src=x onerror=alert(1)>」 10 points { score 甲 * full points }
  }
}
`;

function folder() {
  return folderWith({
    '2023.chi': PARENT,
    '2024.chi': CHILD,
    'departments/a.json': DEPARTMENT,
    'odd.chi': ODD,
    'odd2.chi': ODD.replace('甲 * full points', '甲 * 9 points'),
    'broken.chi': 'ruleset 甲 for 2023 {',
  });
}

describe('compare', () => {
  it('compares two rulesets, and a ruleset with the one that it amends', async () => {
    const both = await biaochi(folder(), ['compare', '2023.chi', '2024.chi']);
    expect(both.error).toBe('');
    expect(both.exit).toBe(0);
    expect(both.out).toContain('甲 2023 → 甲 2024');
    expect(both.out).toContain('points of 完成情况: 6 → 5');
    const alone = await biaochi(folder(), ['compare', '2024.chi']);
    expect(alone).toEqual(both);
  });

  it('says it in Chinese', async () => {
    const { out } = await biaochi(folder(), ['compare', '2024.chi', '--lang', 'zh']);
    expect(out).toContain('完成情况的分值：6 → 5');
  });

  it('gives the same as JSON, exact and in text', async () => {
    const { out } = await biaochi(folder(), [
      ...['compare', '2024.chi', '--format', 'json'],
      ...['--departments', 'departments/a.json'],
    ]);
    const found: unknown = JSON.parse(out);
    expect(found).toMatchObject({
      before: { name: '甲', year: '2023' },
      after: { name: '甲', year: '2024' },
      different: [
        { name: '完成情况', meaning: { kind: 'different', largest: '1', reached: true } },
        {
          name: '材料',
          changes: [{ kind: 'points', part: '材料', before: '4', after: '5' }],
          meaning: {
            witness: {
              givens: [{ name: '材料', kind: 'share-of-award', value: '100%' }],
              before: '4',
              after: '5',
              change: '1',
            },
          },
        },
      ],
      equal: [],
      inputs: { before: [], after: ['数量'] },
      departments: [
        {
          department: '某局',
          before: { total: '8', grades: ['差'], missing: [] },
          // Half of four points is not a finding that is known under five.
          after: { total: { low: '5', high: '10' } },
          change: { least: '-3', most: '2' },
          parts: [
            { kind: 'indicator', scoreBefore: '2', scoreAfter: { low: '0', high: '5' } },
            {
              kind: 'indicator',
              scoreBefore: '6',
              scoreAfter: '5',
              change: { least: '-1', most: '-1' },
            },
          ],
        },
      ],
    });
  });

  it('lets no name become markup', async () => {
    const page = await biaochi(folder(), ['compare', 'odd.chi', 'odd2.chi', '--format', 'html']);
    expect(page.exit).toBe(0);
    expect(page.out).not.toMatch(/<script|<img|<b>/);
    expect(page.out).toContain('&lt;script&gt;alert(1)&lt;/script&gt;|*x* 2024');
    const text = await biaochi(folder(), [
      'compare',
      'odd.chi',
      'odd2.chi',
      '--format',
      'markdown',
    ]);
    expect(text.out).toContain('\\<script\\>alert(1)\\</script\\>\\|\\*x\\* 2024');
  });

  it('says which ruleset amends none', async () => {
    const { exit, error } = await biaochi(folder(), ['compare', '2023.chi']);
    expect(exit).toBe(2);
    expect(error).toContain('2023.chi amends no other ruleset');
  });

  it('says what keeps a ruleset or a file from being read', async () => {
    const broken = await biaochi(folder(), ['compare', '2023.chi', 'broken.chi']);
    expect(broken.exit).toBe(1);
    expect(broken.error).toContain('broken.chi');
    const missing = await biaochi(folder(), [
      ...['compare', '2024.chi', '--departments', 'departments/none.json'],
    ]);
    expect(missing.exit).toBe(2);
    expect(missing.error).toContain('departments/none.json: there is no such file.');
  });
});
