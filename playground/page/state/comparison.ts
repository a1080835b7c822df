// The comparison of two rulesets as the panel shows it: worked out again when a text changes, with the
// last one shown until then, and stopped when it is no longer wanted.
import { useEffect, useState } from 'preact/hooks';
import type { Answers } from '../../answers.ts';
import { askAside, endAside } from './aside.ts';
import { project } from './project.ts';

/** Milliseconds without a change before it is worked out again. */
const PAUSE = 500;

type Answer = Answers['compare'];

export interface Comparing {
  /** The newest there is; of texts that have changed since, where `isWorking`. */
  readonly answer: Answer | undefined;
  readonly isWorking: boolean;
  /** How many indicators of how many are done; undefined until the first is. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly fault: string | undefined;
  readonly stop: () => void;
  readonly again: () => void;
}

interface Known {
  readonly of: readonly unknown[];
  readonly answer: Answer;
}

// Going to another tab and back asks for nothing new.
let known: Known | undefined;

function isAlike(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => Object.is(each, other[at]));
}

/** Compares two files of the project as it is. */
export function useComparison(left: string, right: string): Comparing {
  const { files, departments, language, open } = project.value;
  const of = [left, right, files, departments, language, open];
  const [answered, setAnswered] = useState(known);
  const [progress, setProgress] = useState<Comparing['progress']>(undefined);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [isWorking, setWorking] = useState(true);
  const [stop, setStop] = useState<() => void>(() => () => undefined);
  const [round, setRound] = useState(0);
  useEffect(() => {
    setFault(undefined);
    setProgress(undefined);
    if (known && isAlike(known.of, of)) {
      setAnswered(known);
      setWorking(false);
      return;
    }
    setWorking(true);
    let cancel: () => void = () => undefined;
    let wanted = true;
    const start = () => {
      const asked = askAside<'compare'>(
        { kind: 'compare', left, right },
        project.peek(),
        (done, total) => setProgress({ done, total }),
      );
      cancel = asked.cancel;
      asked.answer.then(
        (answer) => {
          if (!wanted) return;
          known = { of, answer };
          setAnswered(known);
          setWorking(false);
        },
        (error: unknown) => {
          if (!wanted) return;
          setFault(error instanceof Error ? error.message : String(error));
          setWorking(false);
        },
      );
    };
    const timer = setTimeout(start, known === undefined ? 0 : PAUSE);
    const end = () => {
      clearTimeout(timer);
      cancel();
    };
    setStop(() => () => {
      end();
      setFault('cancelled');
      setWorking(false);
    });
    return () => {
      wanted = false;
      end();
    };
  }, [...of, round]);
  useEffect(() => endAside, []);
  // What two other files were compared to is not shown for these.
  const isOfThese =
    answered !== undefined &&
    isAlike(answered.of.slice(0, 2), [left, right]) &&
    answered.of[4] === language;
  return {
    answer: isOfThese ? answered.answer : undefined,
    isWorking,
    progress,
    fault,
    stop,
    again: () => setRound(round + 1),
  };
}
