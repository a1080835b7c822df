// Questions about the text to the functions of the language service that answer them.
import { codeActionsAt } from '../../src/edit/code-actions.ts';
import { codeLensesOf } from '../../src/edit/code-lenses.ts';
import { completionAt } from '../../src/edit/completion.ts';
import { definitionAt, referencesAt } from '../../src/edit/definition.ts';
import { foldsOf } from '../../src/edit/folding.ts';
import { convertKeywords, formatEdits } from '../../src/edit/format.ts';
import { hoverAt } from '../../src/edit/hover.ts';
import { inlayHintsOf } from '../../src/edit/inlay-hints.ts';
import { renameAt } from '../../src/edit/rename.ts';
import { semanticTokensOf } from '../../src/edit/semantic-tokens.ts';
import { signatureAt } from '../../src/edit/signature.ts';
import { symbolsOf } from '../../src/edit/symbols.ts';
import type { Workspace } from '../../src/edit/workspace.ts';
import { loadPinyin } from '../../src/lsp/pinyin.ts';
import type { Answers, LanguageAnswers } from '../answers.ts';
import type { Question } from '../protocol.ts';

type LanguageKind = keyof LanguageAnswers;

let pinyin: ReturnType<typeof loadPinyin> | undefined;

/** What `src/edit/` says, as it says it. */
export async function languageAnswer(
  question: Extract<Question, { readonly kind: LanguageKind }>,
  workspace: Workspace,
): Promise<Answers[LanguageKind]> {
  switch (question.kind) {
    case 'completion': {
      pinyin ??= loadPinyin();
      // Without pinyin, names are still found by their characters.
      const spelled = await pinyin.catch(() => undefined);
      return completionAt(workspace, question.file, question.offset, spelled);
    }
    case 'hover':
      return hoverAt(workspace, question.file, question.offset);
    case 'signature':
      return signatureAt(workspace, question.file, question.offset);
    case 'definition':
      return definitionAt(workspace, question.file, question.offset);
    case 'references':
      return spansOf(referencesAt(workspace, question.file, question.offset));
    case 'rename':
      return renameAt(workspace, question.file, question.offset, question.to);
    case 'symbols':
      return symbolsOf(workspace, question.file);
    case 'folding':
      return foldsOf(workspace, question.file);
    case 'tokens':
      return semanticTokensOf(workspace, question.file);
    case 'hints':
      return inlayHintsOf(workspace, question.file);
    case 'format':
      return formatEdits(workspace, question.file);
    case 'convert-keywords':
      return convertKeywords(workspace, question.file, question.to);
    case 'lenses':
      return codeLensesOf(workspace, question.file);
    case 'actions':
      return codeActionsAt(workspace, question.file, question.start, question.end);
    default:
      return question satisfies never;
  }
}

// Occurrences hold syntax trees, which are of no use on the page.
function spansOf(occurrences: ReturnType<typeof referencesAt>): LanguageAnswers['references'] {
  return occurrences.map(({ span }) => ({ span }));
}
