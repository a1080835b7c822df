// The inputs that were looked at for a part: all those of what is inside it, in their order.
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { expect } from 'vitest';
import { joinedReads } from '../../src/evaluate/score-node.ts';

const names = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 4 });

test.prop([fc.array(names, { maxLength: 5 })])(
  'joined reads hold each name once, where it first stood, and leave the sets as they were',
  (lists) => {
    const sets = lists.map((list) => new Set(list));
    expect([...joinedReads(sets)]).toEqual([...new Set(lists.flat())]);
    expect(sets.map((set) => [...set])).toEqual(lists.map((list) => [...new Set(list)]));
  },
);
