// The conversation with the worker: updates of which only the newest counts, questions with their
// answers, and a watchdog that stops a worker which does not answer and starts another.
import { signal } from '@preact/signals';
import type { Answers } from '../../answers.ts';
import type { Project, Question, Request, Response, ScoredView } from '../../protocol.ts';

/** What a worker may take: when the page is opened, when it was started anew, and from then on. */
const FIRST_ANSWER = 30_000;
const NEW_WORKER = 10_000;
const LATER_ANSWERS = 5_000;

export type WorkerState = 'starting' | 'idle' | 'working' | 'stopped';

export const workerState = signal<WorkerState>('starting');

/** What went wrong in the worker itself, in its words. */
export const workerFault = signal<string | undefined>(undefined);

interface Waiting {
  readonly answered: (answer: unknown) => void;
  readonly refused: (reason: Error) => void;
}

let worker: Worker | undefined;
let answeredOnce = false;
let wasStopped = false;
let alarm: ReturnType<typeof setTimeout> | undefined;
/** The revision that the worker is at, and the project that waits behind it. */
let underWay: number | undefined;
let next: Project | undefined;
let last: Project | undefined;
let nextQuestion = 0;
const waiting = new Map<number, Waiting>();
let hearScored: (scored: ScoredView) => void = () => undefined;

/** Who is told of new results. */
export function onScored(hear: (scored: ScoredView) => void): void {
  hearScored = hear;
}

function post(request: Request): void {
  worker ??= start();
  worker.postMessage(request);
  watch();
}

function watch(): void {
  const patience = answeredOnce ? LATER_ANSWERS : wasStopped ? NEW_WORKER : FIRST_ANSWER;
  alarm ??= setTimeout(stop, patience);
}

function start(): Worker {
  const started = new Worker(new URL('../../worker/worker.ts', import.meta.url), {
    type: 'module',
  });
  started.onmessage = (event: MessageEvent<Response>) => hear(event.data);
  started.onerror = (event) => {
    workerFault.value = event.message === '' ? 'worker' : event.message;
    stop();
  };
  return started;
}

function hear(response: Response): void {
  answeredOnce = true;
  clearTimeout(alarm);
  alarm = undefined;
  switch (response.kind) {
    case 'scored':
      if (response.revision === underWay) underWay = undefined;
      workerFault.value = undefined;
      workerState.value = underWay === undefined && next === undefined ? 'idle' : 'working';
      hearScored(response);
      sendNext();
      break;
    case 'answer':
      waiting.get(response.id)?.answered(response.answer);
      waiting.delete(response.id);
      break;
    case 'progress':
      break;
    case 'failed':
      if (response.id === undefined) {
        underWay = undefined;
        workerFault.value = response.message;
        workerState.value = 'idle';
        sendNext();
      } else {
        waiting.get(response.id)?.refused(new Error(response.message));
        waiting.delete(response.id);
      }
      break;
    default:
      response satisfies never;
  }
  if (underWay !== undefined || waiting.size > 0) watch();
}

/** Ends a worker that does not answer. The next change starts another one. */
function stop(): void {
  clearTimeout(alarm);
  alarm = undefined;
  worker?.terminate();
  worker = undefined;
  answeredOnce = false;
  wasStopped = true;
  // Where only a question was to blame, the scores are worked out again, so that the next question finds
  // them; a text that the worker did not finish is left alone until it changes.
  if (underWay === undefined) next ??= last;
  underWay = undefined;
  for (const { refused } of waiting.values()) refused(new Error('stopped'));
  waiting.clear();
  workerState.value = 'stopped';
  if (next !== undefined) sendNext();
}

function sendNext(): void {
  if (next === undefined || underWay !== undefined) return;
  const project = next;
  next = undefined;
  last = project;
  underWay = project.revision;
  workerState.value = 'working';
  post({ kind: 'update', project });
}

/** Scores this project; where the worker is busy, after what it is at, and only the newest. */
export function update(project: Project): void {
  next = project;
  sendNext();
}

/** The question of one kind, also where several kinds are asked in the same shape. */
export type QuestionOf<Kind extends Question['kind'], Each = Question> = Each extends {
  readonly kind: infer Own;
}
  ? Kind extends Own
    ? Omit<Each, 'kind'> & { readonly kind: Kind }
    : never
  : never;

/** Asks the worker one thing; without a project it means the one of the last update. */
export function ask<Kind extends Question['kind']>(
  question: QuestionOf<Kind>,
  project?: Project,
): Promise<Answers[Kind]> {
  // A worker that would have to read the text on which the last one was stopped would be stopped too.
  if (workerState.peek() === 'stopped') return Promise.reject(new Error('stopped'));
  const id = nextQuestion;
  nextQuestion += 1;
  return new Promise((answered, refused) => {
    // The worker answers each question with what its kind is answered with.
    waiting.set(id, { answered: answered as (answer: unknown) => void, refused });
    post({
      kind: 'ask',
      id,
      question,
      ...(project === undefined ? {} : { project }),
    });
  });
}
