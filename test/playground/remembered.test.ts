// One session through edit after edit, of the ruleset and of the departments: what it shows is what a
// session that remembers nothing shows, whatever stood there before.
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { createSession, scoreProject } from '../../playground/worker/session.ts';
import type { DepartmentFile, Project } from '../../playground/protocol.ts';

interface Choices {
  readonly best: string;
  readonly good: string;
  readonly name: string;
  readonly condition: string;
  readonly strike: string;
  readonly output: string;
  readonly points: number;
  readonly factor: string;
  readonly rounding: string;
  readonly comment: string;
}

const choices: fc.Arbitrary<Choices> = fc.record({
  best: fc.constantFrom('from 18', 'from 17', 'above 18', 'from 12.5'),
  good: fc.constantFrom('from 12', 'from 10', 'above 12'),
  name: fc.constantFrom('优', '优秀'),
  condition: fc.constantFrom('', '', '', ' when 数据 >= 5'),
  strike: fc.constantFrom('', '', '', 'veto grade at most 良 "违规" when 违规'),
  output: fc.constantFrom(
    '',
    '',
    'output 拨付 = tiers of total score { >= 15 : 100%  otherwise : 50% }',
    'output 续签 : one of { 是的, 不是 } = when total grade >= 良 : 是的 otherwise : 不是',
  ),
  points: fc.constantFrom(4, 4, 5),
  factor: fc.constantFrom('1', '1', '0.9'),
  rounding: fc.constantFrom('0.01', '0.01', '0.1'),
  comment: fc.constantFrom('', '// first\n'),
});

// Few things change from one state to the next, as while somebody writes.
const states = fc
  .tuple(choices, fc.array(fc.tuple(fc.nat(), choices), { minLength: 3, maxLength: 5 }))
  .map(([first, edits]) => {
    const all = [first];
    for (const [place, wanted] of edits) {
      const names = Object.keys(first) as (keyof Choices)[];
      const name = names[place % names.length] ?? 'best';
      all.push({ ...(all.at(-1) ?? first), [name]: wanted[name] });
    }
    return all;
  });

function ruleset(state: Choices): string {
  const { best, good, name, condition, strike, output, points, factor, rounding, comment } = state;
  return `${comment}ruleset 示范 for 2024 {
  total 20 points
  scores rounded to ${rounding} half up
  grades { ${name} ${best}${condition}  良 ${good}  差 from 0 }
  input 完成率 : percent from 0% to 100%
  input 逾期 : count of 项
  input 违规 : yes or no
  input 数据 : number from 0 to 10
  group 甲组 12 points {
    indicator 一 ${12 - points} points { score 完成率 * ${12 - points} points  veto "违规" when 违规 : 0 }
    indicator 二 ${points} points { deduct 0.5 per 逾期 }
  }
  indicator 三 8 points { score 数据 / 10 * ${factor} * 8 points }
  ${strike}
  ${output}
}
`;
}

const inputs = fc.record(
  {
    完成率: fc.constantFrom('100%', '85%', '62.5%', '7'),
    逾期: fc.integer({ min: 0, max: 9 }),
    违规: fc.boolean(),
    数据: fc.constantFrom('10', '7.5', '3.33'),
  },
  { requiredKeys: [] },
);

const departments = fc.array(inputs, { minLength: 2, maxLength: 4 }).map((all) =>
  all.map((given, place): DepartmentFile => ({
    path: `${place}.json`,
    text: JSON.stringify({ department: `单位${place}`, year: 2024, inputs: given }),
  })),
);

describe('a session', () => {
  // Each state is compiled and read afresh, too.
  test.prop([states, departments, fc.array(fc.nat(), { minLength: 1, maxLength: 8 })], {
    numRuns: 12,
  })('shows after any edits what one without memory shows', (written, files, chosen) => {
    const session = createSession();
    const first = { 'r.chi': ruleset(written[0] ?? fail()) };
    for (const [turn, state] of written.entries()) {
      const project: Project = {
        revision: turn,
        language: turn % 2 === 0 ? 'zh' : 'en',
        files: { 'r.chi': ruleset(state) },
        open: 'r.chi',
        departments: files,
        selected: (chosen[turn % chosen.length] ?? 0) % files.length,
        baseline: (chosen[0] ?? 0) % 2 === 0 ? first : undefined,
      };
      expect(scoreProject(project, session)).toEqual(scoreProject(project, createSession()));
    }
  });
});

function fail(): never {
  throw new Error('there is a first state');
}
