// Requests that wait, in their order; of updates only the newest is worth working on.
import type { Request } from '../protocol.ts';

/** Takes the next request out of the queue; updates that a newer one follows are dropped. */
export function takeNext(queue: Request[]): Request | undefined {
  for (;;) {
    const next = queue.shift();
    if (next?.kind !== 'update' || !queue.some(({ kind }) => kind === 'update')) return next;
  }
}
