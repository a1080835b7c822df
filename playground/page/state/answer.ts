// A panel's question, asked again whenever the worker has scored something new. The last answer stays
// until the next one is there.
import { useEffect, useState } from 'preact/hooks';
import type { Answers } from '../../answers.ts';
import type { Question } from '../../protocol.ts';
import { answeredRevision, askNow } from './results.ts';
import type { QuestionOf } from './worker-client.ts';

export interface Answered<Answer> {
  readonly answer: Answer | undefined;
  /** Why there is none. */
  readonly fault: string | undefined;
}

/** What the worker answers now; `question` is compared by its content. */
export function useAnswer<Kind extends Question['kind']>(
  question: QuestionOf<Kind>,
): Answered<Answers[Kind]> {
  const [state, setState] = useState<Answered<Answers[Kind]>>({
    answer: undefined,
    fault: undefined,
  });
  const revision = answeredRevision.value;
  const content = JSON.stringify(question);
  useEffect(() => {
    if (revision === 0) return;
    let wanted = true;
    askNow<Kind>(question).then(
      (answer) => {
        if (wanted) setState({ answer, fault: undefined });
      },
      (error: unknown) => {
        if (wanted) setState((before) => ({ ...before, fault: String(error) }));
      },
    );
    return () => {
      wanted = false;
    };
  }, [content, revision]);
  return state;
}
