// Questions about a place in a text to the functions of the language service.
import { codeActionsAt } from '../../src/edit/code-actions.ts';
import { codeLensesOf } from '../../src/edit/code-lenses.ts';
import { completionAt } from '../../src/edit/completion.ts';
import { definitionAt, referencesAt } from '../../src/edit/definition.ts';
import { foldsOf } from '../../src/edit/folding.ts';
import { convertKeywords, formatEdits } from '../../src/edit/format.ts';
import { hoverAt } from '../../src/edit/hover.ts';
import { inlayHintsOf } from '../../src/edit/inlay-hints.ts';
import type { Edit } from '../../src/diagnostics/diagnostic.ts';
import { renameInDepartment } from '../../src/edit/rename-in-department.ts';
import { renameAt } from '../../src/edit/rename.ts';
import { semanticTokensOf } from '../../src/edit/semantic-tokens.ts';
import { signatureAt } from '../../src/edit/signature.ts';
import { symbolsOf } from '../../src/edit/symbols.ts';
import type { Workspace } from '../../src/edit/workspace.ts';
import { loadPinyin } from '../../src/lsp/pinyin.ts';
import { createSource } from '../../src/text/source.ts';
import type { LanguageAnswers, RenameAnswer } from '../answers.ts';
import type { Project, Question } from '../protocol.ts';

type LanguageKind = keyof LanguageAnswers;
export type LanguageQuestion = Extract<Question, { readonly kind: LanguageKind }>;

/** The table is large: it is loaded with the first completion, and once. */
const pinyin = once(loadPinyin);

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Answers one question; the workspace knows the texts as they stand. */
export async function languageAnswer(
  question: LanguageQuestion,
  workspace: Workspace,
): Promise<LanguageAnswers[LanguageKind]> {
  switch (question.kind) {
    case 'completion':
      return completionAt(workspace, question.file, question.offset, await pinyin());
    case 'hover':
      return hoverAt(workspace, question.file, question.offset);
    case 'signature':
      return signatureAt(workspace, question.file, question.offset);
    case 'definition':
      return definitionAt(workspace, question.file, question.offset);
    case 'references':
      // What was declared stays here: trees are no messages.
      return referencesAt(workspace, question.file, question.offset).map(
        ({ span, text, role }) => ({
          span,
          text,
          role,
        }),
      );
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
    case 'lenses':
      return codeLensesOf(workspace, question.file);
    case 'actions':
      return codeActionsAt(workspace, question.file, question.start, question.end);
    case 'convert-keywords':
      return convertKeywords(workspace, question.file, question.to);
    default:
      return question satisfies never;
  }
}

/** Renames a thing in the rulesets and in the departments of a project. */
export function renamed(
  { file, offset, to }: Extract<Question, { readonly kind: 'rename' }>,
  project: Project,
  workspace: Workspace,
): RenameAnswer {
  const answered = renameAt(workspace, file, offset, to);
  if (answered.kind === 'refused') return answered;
  const departments = project.departments.map((each) => {
    const edits = renameInDepartment(createSource(each.path, each.text), answered);
    return { ...each, text: withEdits(each.text, edits) };
  });
  const isOther = departments.some(({ text }, at) => text !== project.departments[at]?.text);
  return { ...answered, departments: isOther ? departments : undefined };
}

function withEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), text);
}
