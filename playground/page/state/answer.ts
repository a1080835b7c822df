// A panel's question, asked again whenever the worker has scored something new. The last answer stays
// until the next one is there.
import { useEffect, useState } from 'preact/hooks';
import type { Answers } from '../../answers.ts';
import type { Question } from '../../protocol.ts';
import { answeredRevision, askNow } from './results.ts';
import type { QuestionOf } from './worker-client.ts';

interface Kept<Answer> extends Answered<Answer> {
  /** The question that it answers. */
  readonly content: string;
}

export interface Answered<Answer> {
  readonly answer: Answer | undefined;
  /** Why there is none. */
  readonly fault: string | undefined;
}

/** What the worker answers now; `question` is compared by its content. */
export function useAnswer<Kind extends Question['kind']>(
  question: QuestionOf<Kind>,
): Answered<Answers[Kind]> {
  const revision = answeredRevision.value;
  const content = JSON.stringify(question);
  const nothing: Kept<Answers[Kind]> = { content, answer: undefined, fault: undefined };
  const [state, setState] = useState(nothing);
  useEffect(() => {
    if (revision === 0) return;
    let wanted = true;
    askNow<Kind>(question).then(
      (answer) => {
        if (wanted) setState({ content, answer, fault: undefined });
      },
      (error: unknown) => {
        if (wanted) setState({ ...nothing, fault: String(error) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [content, revision]);
  // What another question was answered with is not shown for this one.
  return state.content === content ? state : nothing;
}
