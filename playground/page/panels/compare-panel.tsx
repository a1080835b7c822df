// Two rulesets side by side: which files, how far the comparison is, and what came out of it.
import { computed, signal } from '@preact/signals';
import type { VNode } from 'preact';
import type { ComparisonView } from '../../answers.ts';
import { useComparison } from '../state/comparison.ts';
import type { Comparing } from '../state/comparison.ts';
import { allFiles, scoredFile, titleOf } from '../state/files.ts';
import { words } from '../words/words.ts';
import { ComparedDepartments } from './compared-departments.tsx';
import { ComparedParts } from './compared-parts.tsx';
import { ComparedRules } from './compared-rules.tsx';
import { ComparedTexts } from './compared-texts.tsx';
import { RefusedText } from './refused.tsx';

const chosenLeft = signal<string | undefined>(undefined);
const chosenRight = signal('longhua/2021.chi');

const left = computed(() => chosenLeft.value ?? scoredFile.value);

export function ComparePanel(): VNode {
  const w = words.value;
  const comparing = useComparison(left.value, chosenRight.value);
  const { answer, isWorking } = comparing;
  return (
    <div class={`comparison ${isWorking ? 'working' : 'done'}`}>
      <div class="panel-tools tools compare-choice">
        <FileChoice
          label={w.compareLeft}
          value={left.value}
          choose={(path) => (chosenLeft.value = path)}
        />
        <FileChoice
          label={w.compareRight}
          value={chosenRight.value}
          choose={(path) => (chosenRight.value = path)}
        />
      </div>
      <State comparing={comparing} />
      {answer === undefined ? null : answer.kind === 'refused' ? (
        <RefusedText refused={answer} />
      ) : (
        <Comparison comparison={answer} />
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (path: string) => void;
}

function FileChoice({ label, value, choose }: ChoiceProps): VNode {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {allFiles.value.map((path) => (
          <option key={path} value={path}>
            {titleOf(path)} ({path})
          </option>
        ))}
      </select>
    </label>
  );
}

function State({ comparing }: { comparing: Comparing }): VNode | null {
  const w = words.value;
  const { isWorking, progress, fault, answer, stop, again } = comparing;
  if (isWorking)
    return (
      <p class="compare-state" role="status">
        <progress value={progress?.done} max={progress?.total} aria-label={w.compareWorking} />{' '}
        {answer === undefined ? w.compareWorking : w.compareWorkingAgain}{' '}
        {progress !== undefined && w.compareDone(progress.done, progress.total)}{' '}
        <button type="button" onClick={stop}>
          {w.compareStop}
        </button>
      </p>
    );
  if (fault === undefined) return null;
  return (
    <p class="compare-state" role="status">
      {fault === 'cancelled' ? w.compareStopped : w.failed(fault)}{' '}
      <button type="button" onClick={again}>
        {w.compareAgain}
      </button>
    </p>
  );
}

function Comparison({ comparison }: { comparison: ComparisonView }): VNode {
  const { said, notes, departments, parts } = comparison;
  const sides = [nameOf(comparison.left), nameOf(comparison.right)] as const;
  return (
    <>
      {said.map((text, at) => (
        <p key={at} class={at === 0 ? 'compare-said' : 'hint'}>
          {text}
        </p>
      ))}
      <ComparedRules comparison={comparison} sides={sides} />
      {departments.length > 0 && <ComparedDepartments departments={departments} sides={sides} />}
      {notes.map((note, at) => (
        <p key={at} class="hint">
          {note}
        </p>
      ))}
      <ComparedParts parts={parts} sides={sides} />
      <ComparedTexts comparison={comparison} sides={sides} />
    </>
  );
}

function nameOf({ name, period, file }: ComparisonView['left']): string {
  const title = period === '' ? name : `${name} ${period}`;
  return title === '' ? file : title;
}
