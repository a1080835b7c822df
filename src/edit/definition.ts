// A place → where the name there was declared, in whichever file of the chain; or everywhere that it
// is used, in every file that is known. The path behind `amends` leads to the file itself.
import type { Span } from '../text/span.ts';
import { scopesIn } from './named.ts';
import type { Named, Occurrence } from './named.ts';
import { indexOf, occurrenceAt, occurrencesOf } from './occurrences.ts';
import type { Workspace } from './workspace.ts';
import { parentOf, readFile } from './workspace.ts';

export interface Definition {
  /** The word that was asked about. */
  readonly from: Span;
  /** The name where it was declared. */
  readonly to: Span;
  /** The whole declaration. */
  readonly whole: Span;
}

/** Where the name at a place was declared. */
export function definitionAt(
  workspace: Workspace,
  file: string,
  offset: number,
): readonly Definition[] {
  const amends = readFile(workspace, file)?.result.file.ruleset?.amends;
  if (amends && amends.span.start <= offset && offset <= amends.span.end) {
    const parent = parentOf(workspace, file);
    if (parent === undefined) return [];
    const to = { file: parent, start: 0, end: 0 };
    return [{ from: amends.span, to, whole: to }];
  }
  const found = occurrenceAt(workspace, file, offset);
  if (!found) return [];
  const { span: to } = found.named;
  return [{ from: found.span, to, whole: wholeOf(workspace, found.named) }];
}

// The declaration as it was first written: a later one may stand in another file.
function wholeOf(workspace: Workspace, { span, kind }: Named): Span {
  const { top } = indexOf(workspace, span.file);
  for (const trail of scopesIn(top)) {
    const scope = trail.at(-1);
    const all = [...(scope?.self ? [scope.self] : []), ...(scope?.names ?? [])];
    const own = all.find((each) => each.kind === kind && each.span.start === span.start);
    const whole = own?.declaration?.span;
    if (whole?.file === span.file && whole.start <= span.start && span.end <= whole.end)
      return whole;
  }
  return span;
}

/** Every occurrence of the name at a place, its declaration included where that is asked for. */
export function referencesAt(
  workspace: Workspace,
  file: string,
  offset: number,
  withDeclaration = true,
): readonly Occurrence[] {
  const found = occurrenceAt(workspace, file, offset);
  if (!found) return [];
  const all = occurrencesOf({ ...workspace, files: [...workspace.files, file] }, found.named);
  return withDeclaration ? all : all.filter(({ role }) => role !== 'declaration');
}
