// The worker's door: messages in, answers out. Of several updates that wait only the newest is worked
// on; questions are answered in their order.
import type { Project, Request, Response } from '../protocol.ts';
import { answer } from './answer.ts';
import { takeNext } from './queue.ts';
import { createSession, scoreProject } from './session.ts';

interface Door {
  onmessage: ((event: { readonly data: Request }) => void) | null;
  readonly postMessage: (response: Response) => void;
}

const door = globalThis as unknown as Door;
const session = createSession();
const waiting: Request[] = [];
let latest: Project | undefined;
let isBusy = false;

door.onmessage = ({ data }) => {
  waiting.push(data);
  if (isBusy) return;
  isBusy = true;
  void work();
};

// Between two pieces of work the messages that came in the meantime are let in, so that an update that
// has been overtaken is seen to be.
async function work(): Promise<void> {
  for (;;) {
    await letMessagesIn();
    const next = takeNext(waiting);
    if (next?.kind === 'update') latest = next.project;
    if (next === undefined) break;
    await handle(next);
  }
  isBusy = false;
}

function letMessagesIn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function handle(request: Request): Promise<void> {
  const id = request.kind === 'ask' ? request.id : undefined;
  try {
    if (request.kind === 'update') {
      const start = performance.now();
      const scored = scoreProject(request.project, session);
      door.postMessage({ ...scored, worked: performance.now() - start });
      return;
    }
    const project = request.project ?? latest;
    if (project === undefined) throw new Error('a question before the first update');
    const onProgress = (done: number, total: number) => {
      door.postMessage({ kind: 'progress', id: request.id, done, total });
    };
    door.postMessage(await answer(request.id, request.question, project, session, onProgress));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    door.postMessage({ kind: 'failed', id, message });
  }
}
