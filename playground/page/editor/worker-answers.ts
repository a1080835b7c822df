// Questions about the text as it stands in the editor, answered by the language service in the worker.
// While the worker is starting, stopped or at fault there is simply no answer; the editor goes on.
import type { Edit } from '../../../src/diagnostics/diagnostic.ts';
import type { CodeAction } from '../../../src/edit/code-actions.ts';
import type { CodeLens } from '../../../src/edit/code-lenses.ts';
import type { CompletionItem } from '../../../src/edit/completion.ts';
import type { Definition } from '../../../src/edit/definition.ts';
import type { Fold } from '../../../src/edit/folding.ts';
import type { Formatted } from '../../../src/edit/format.ts';
import type { Hover } from '../../../src/edit/hover.ts';
import type { InlayHint } from '../../../src/edit/inlay-hints.ts';
import type { Occurrence } from '../../../src/edit/named.ts';
import type { Rename } from '../../../src/edit/rename.ts';
import type { SemanticToken } from '../../../src/edit/semantic-tokens.ts';
import type { SignatureHelp } from '../../../src/edit/signature.ts';
import type { DocumentSymbol } from '../../../src/edit/symbols.ts';
import { answeredRevision, askNow } from '../state/results.ts';
import type { QuestionOf } from '../state/worker-client.ts';
import { modelOf, rangeOf, uriOf } from './models.ts';
import type { monaco } from './monaco.ts';

/** What `src/edit/` answers with; the worker hands it on as it is. */
interface LanguageAnswers {
  readonly completion: readonly CompletionItem[];
  readonly hover: Hover | undefined;
  readonly signature: SignatureHelp | undefined;
  readonly definition: readonly Definition[];
  readonly references: readonly Pick<Occurrence, 'span'>[];
  readonly rename: Rename;
  readonly symbols: readonly DocumentSymbol[];
  readonly folding: readonly Fold[];
  readonly tokens: readonly SemanticToken[];
  readonly hints: readonly InlayHint[];
  readonly lenses: readonly CodeLens[];
  readonly actions: readonly CodeAction[];
  readonly format: Formatted;
  readonly 'convert-keywords': Formatted;
}

/** The worker's answer, or undefined where there is none. */
export async function asked<Kind extends keyof LanguageAnswers>(
  question: QuestionOf<Kind>,
): Promise<LanguageAnswers[Kind] | undefined> {
  if (answeredRevision.peek() === 0) return undefined;
  try {
    return (await askNow<Kind>(question)) as LanguageAnswers[Kind] | undefined;
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
