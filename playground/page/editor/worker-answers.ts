// Questions about the text as it stands in the editor, answered by the language service in the worker.
// While the worker is starting, stopped or at fault there is simply no answer; the editor goes on.
import type { Edit } from '../../../src/diagnostics/diagnostic.ts';
import type { Answers, LanguageAnswers } from '../../answers.ts';
import { answeredRevision, askNow } from '../state/results.ts';
import type { QuestionOf } from '../state/worker-client.ts';
import { modelOf, rangeOf, uriOf } from './models.ts';
import type { monaco } from './monaco.ts';

/** The worker's answer, or undefined where there is none. */
export async function asked<Kind extends keyof LanguageAnswers | 'rename'>(
  question: QuestionOf<Kind>,
): Promise<Answers[Kind] | undefined> {
  if (answeredRevision.peek() === 0) return undefined;
  try {
    return await askNow<Kind>(question);
  } catch {
    return undefined;
  }
}

/** Edits in any files as Monaco does them. */
export function workspaceEdit(edits: readonly Edit[]): monaco.languages.WorkspaceEdit {
  return {
    edits: edits.map(({ span, text }) => ({
      resource: uriOf(span.file),
      versionId: undefined,
      textEdit: { range: rangeOf(modelOf(span.file), span.start, span.end), text },
    })),
  };
}

/** Text of a user in Markdown, as the text that it is. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>&|~$]/gu, '\\$&').replaceAll('\n', '  \n');
}
