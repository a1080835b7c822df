// Which of the waiting requests is worked on next.
import { expect, test } from 'vitest';
import type { Request } from '../../playground/protocol.ts';
import { takeNext } from '../../playground/worker/queue.ts';
import { projectOf } from './projects.ts';

const project = projectOf({ files: {}, departments: [] });
const update = (revision: number): Request => ({
  kind: 'update',
  project: { ...project, revision },
});
const ask = (id: number): Request => ({ kind: 'ask', id, question: { kind: 'audit' } });

test('of several updates only the newest is worked on, questions keep their order', () => {
  const queue = [update(1), ask(7), update(2), update(3), ask(8)];
  const taken = Array.from({ length: 4 }, () => takeNext(queue));
  expect(taken).toEqual([ask(7), update(3), ask(8), undefined]);
});
