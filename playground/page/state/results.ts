// What the worker last said: the problems of the text as it is, and the newest result there was. While
// the text has errors the result is an older one, and says so.
import { computed, effect, signal } from '@preact/signals';
import type { Answers } from '../../answers.ts';
import type { PartView, ProblemView, Question, ResultView } from '../../protocol.ts';
import { scoredFile } from './files.ts';
import { project } from './project.ts';
import { ask, onScored, update, workerState } from './worker-client.ts';
import type { QuestionOf } from './worker-client.ts';

export const problems = signal<readonly ProblemView[]>([]);

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
    problems.value = scored.problems;
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
