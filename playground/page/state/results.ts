// What the worker last said: the problems of the text as it is, and the newest result there was. While
// the text has errors the result is an older one, and says so.
import { computed, effect, signal } from '@preact/signals';
import type { Answers } from '../../answers.ts';
import type { PartView, ProblemView, Question, ResultView } from '../../protocol.ts';
import { scoredFile } from './files.ts';
import { project } from './project.ts';
import { ask, onScored, update, workerState } from './worker-client.ts';
import type { QuestionOf } from './worker-client.ts';

/** What the compiler says. */
const compiled = signal<readonly ProblemView[]>([]);

/** Worked examples that the rules no longer give, asked for when typing pauses. */
const examples = signal<readonly ProblemView[]>([]);

export const problems = computed(() => [...compiled.value, ...examples.value]);

/** The last good result, with the file it belongs to. */
const lastGood = signal<{ readonly file: string; readonly result: ResultView } | undefined>(
  undefined,
);

/** Why there is no result although nothing is wrong with the text. */
export const resultNote = signal<string | undefined>(undefined);

/** True while the shown result belongs to an earlier text. */
export const isStale = signal(false);

/** The same, or the worker did not get to the end of the present text. */
export const isOld = computed(() => isStale.value || workerState.value === 'stopped');

/** Milliseconds that the worker took. */
export const worked = signal(0);

/** The revision of the shown answer, by which tests and panels know that it has arrived. */
export const answeredRevision = signal(0);

export const result = computed(() =>
  lastGood.value?.file === scoredFile.value ? lastGood.value.result : undefined,
);

/** All indicators, groups and items of the sheet in the order of the sheet. */
export const sheetParts = computed((): readonly PartView[] => {
  const walk = (part: PartView): PartView[] => [part, ...part.children.flatMap(walk)];
  return result.value?.sheet?.parts.flatMap(walk) ?? [];
});

/** Starts scoring, and scores again after every change. */
export function startScoring(): void {
  const sent = new Map<number, string>();
  onScored((scored) => {
    const file = sent.get(scored.revision) ?? scoredFile.peek();
    for (const revision of sent.keys()) if (revision <= scored.revision) sent.delete(revision);
    compiled.value = scored.problems;
    if (scored.result === undefined) examples.value = [];
    else askForExamples();
    worked.value = scored.worked;
    resultNote.value = scored.note;
    isStale.value = scored.result === undefined;
    if (scored.result !== undefined) lastGood.value = { file, result: scored.result };
    answeredRevision.value = scored.revision;
  });
  effect(() => {
    sent.set(project.value.revision, project.value.open);
    update(project.value);
  });
}

// Examples are run after the scores are shown, so that they never keep a keystroke waiting.
let pause: ReturnType<typeof setTimeout> | undefined;

function askForExamples(): void {
  clearTimeout(pause);
  pause = setTimeout(() => {
    const asked = project.peek().revision;
    askNow({ kind: 'examples' }).then(
      (answer) => {
        if (project.peek().revision !== asked) return;
        examples.value = answer.kind === 'problems' ? answer.problems : [];
      },
      // The worker was stopped, which the page says already.
      () => undefined,
    );
  }, PAUSE);
}

/** Milliseconds without a new score. */
const PAUSE = 300;

/** Scores the project as it is once more. */
export function scoreAgain(): void {
  update(project.peek());
}

/** Asks the worker about the project as it is now. */
export function askNow<Kind extends Question['kind']>(
  question: QuestionOf<Kind>,
): Promise<Answers[Kind]> {
  return ask(question, project.peek());
}
