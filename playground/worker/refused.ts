// Why a question has no answer, in words.
import type { Refused } from '../answers.ts';
import type { ProblemView } from '../protocol.ts';

export function refused(
  messages: readonly string[],
  problems: readonly ProblemView[] = [],
): Refused {
  return { kind: 'refused', messages, problems };
}
