// A question that takes seconds, asked of a worker of its own, so that scores never wait behind it. It can
// be taken back at any time: a worker that is still at it is ended.
import type { Answers } from '../../answers.ts';
import type { Project, Question, Request, Response } from '../../protocol.ts';
import type { QuestionOf } from './worker-client.ts';

/** An answer to come. */
export interface Asked<Answer> {
  readonly answer: Promise<Answer>;
  /** Stops working on it; the answer is then refused. */
  readonly cancel: () => void;
}

// Kept between questions: what it knows of files that did not change is of use to the next one.
let idle: Worker | undefined;

/** Asks; `onProgress` hears how much of it is done. */
export function askAside<Kind extends Question['kind']>(
  question: QuestionOf<Kind>,
  project: Project,
  onProgress: (done: number, total: number) => void,
): Asked<Answers[Kind]> {
  const worker =
    idle ??
    new Worker(new URL('../../worker/worker.ts', import.meta.url), {
      type: 'module',
    });
  idle = undefined;
  let isOver = false;
  let cancel: () => void = () => undefined;
  const answer = new Promise<Answers[Kind]>((answered, refused) => {
    const end = (reason: string) => {
      if (isOver) return;
      isOver = true;
      worker.terminate();
      refused(new Error(reason));
    };
    cancel = () => end('cancelled');
    worker.onerror = (event) => end(event.message === '' ? 'worker' : event.message);
    worker.onmessage = ({ data }: MessageEvent<Response>) => {
      if (isOver) return;
      switch (data.kind) {
        case 'progress':
          onProgress(data.done, data.total);
          break;
        case 'answer':
          isOver = true;
          idle?.terminate();
          idle = worker;
          // The worker answers a question with what its kind is answered with.
          answered(data.answer as Answers[Kind]);
          break;
        case 'failed':
          end(data.message);
          break;
        case 'scored':
          break;
        default:
          data satisfies never;
      }
    };
    const request = { kind: 'ask', id: 0, question, project } as const;
    worker.postMessage(request satisfies Request);
  });
  return { answer, cancel };
}

/** Ends the worker that is kept, once nothing more is asked. */
export function endAside(): void {
  idle?.terminate();
  idle = undefined;
}
