// A file → what is wrong with it, worded, with the edits that would mend it: what the compiler finds in
// the file itself and, for a file that amends others, in those that it amends.
import { sentence } from '../diagnostics/diagnose.ts';
import type { Diagnostic, Edit, Fix, Severity } from '../diagnostics/diagnostic.ts';
import type { Span } from '../text/span.ts';
import { fixInFile } from './fix-text.ts';
import type { Workspace } from './workspace.ts';
import { compilationOf, readFile, sourceOf } from './workspace.ts';

export interface WordedDiagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  /** What mends it; several exclude each other. */
  readonly fixes: readonly WordedFix[];
  readonly related: readonly { readonly span: Span; readonly message: string }[];
}

export interface WordedFix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** What is wrong with a file and what it amends; `span.file` says where. */
export function diagnosticsOf(workspace: Workspace, file: string): readonly WordedDiagnostic[] {
  const found = compilationOf(workspace, file)?.diagnostics ?? [];
  return found.map((each) => wordDiagnostic(workspace, each));
}

/** A diagnostic in words, its fixes in the language of the file that they change. */
export function wordDiagnostic(workspace: Workspace, diagnostic: Diagnostic): WordedDiagnostic {
  const { language } = workspace;
  const { severity, code, span, fix, choices, related } = diagnostic;
  const worded = (each: Fix): WordedFix =>
    fixInFile(each, (file) => sourceOf(workspace, file), language);
  return {
    severity,
    code,
    span,
    message: sentence(diagnostic, language),
    fixes: [...(fix ? [fix] : []), ...choices].map(worded),
    related: related.map(({ span: place, note }) => ({ span: place, message: note[language] })),
  };
}

/**
 * What is wrong in a file, all of it placed in the file: what its amendments make of inherited text
 * stands at the amendment, or at the word that names the parent. What is wrong with the parent by
 * itself is said there.
 */
export function diagnosticsIn(workspace: Workspace, file: string): readonly WordedDiagnostic[] {
  const all = diagnosticsOf(workspace, file);
  const amends = readFile(workspace, file)?.result.file.ruleset?.amends;
  return all.flatMap((found): WordedDiagnostic[] => {
    if (found.span.file === file) return [found];
    if (isOwn(workspace, found)) return [];
    const cause = found.related.find(({ span }) => span.file === file)?.span ?? amends?.span;
    if (!cause) return [];
    const inherited = { span: found.span, message: INHERITED[workspace.language] };
    return [{ ...found, span: cause, related: [inherited, ...found.related] }];
  });
}

const INHERITED = { en: 'the inherited text', zh: '所修订的原文' } as const;

function isOwn(workspace: Workspace, { code, span }: WordedDiagnostic): boolean {
  const own = compilationOf(workspace, span.file)?.diagnostics ?? [];
  return own.some((each) => each.code === code && each.span.start === span.start);
}
