// New points of a part that is judged by a checklist → new points of the checklist's entries, in
// proportion, so that they add up again: written where the entries stand, or as a whole new part where
// another file declares it, since an amendment cannot change an entry alone.
import type { Edit } from '../diagnostics/diagnostic.ts';
import { decimalsOf, formatExact, parseDecimal } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { nodeAt } from '../syntax/locate.ts';
import { spellName } from '../syntax/print-spelling.ts';
import type { ChoiceNode } from '../syntax/tree.ts';
import type { Part } from '../syntax/visit.ts';
import { apportion } from './apportion.ts';
import type { PartNode } from './declared.ts';
import { inLanguage } from './fix-text.ts';
import type { PointsNode } from './points-tree.ts';
import type { Workspace } from './workspace.ts';
import { readFile } from './workspace.ts';

/** The entries of a checklist with what each is to have. */
export interface SharedChecklist {
  readonly declaration: PartNode;
  /** One for each entry whose points are new, in the file that declares the part. */
  readonly edits: readonly Edit[];
}

const COARSEST = Q.rational(1n, 10n);
const FINEST = 4;

/** The checklist of a part, shared out anew; undefined where there is none or an entry would have nothing. */
export function sharedChecklist(
  workspace: Workspace,
  { nameSpan }: PointsNode,
  points: Rational,
): SharedChecklist | undefined {
  const read = readFile(workspace, nameSpan.file);
  const declaration = read && nodeAt(read.result.file, nameSpan.start).findLast(isDeclared);
  const entries = declaration && entriesOf(declaration);
  if (!declaration || !entries) return undefined;
  const figures = entries.map((entry) => figureOf(entry));
  const known = figures.filter((figure) => figure !== undefined);
  if (known.length < figures.length || Q.signOf(Q.sum(known)) === 0) return undefined;
  const shares = apportion(points, known, stepOf([...known, points]));
  if (shares.some((share) => Q.signOf(share) <= 0)) return undefined;
  const edits = entries.flatMap((entry, at): Edit[] => {
    const share = shares[at];
    const before = known[at];
    if (!share || !before || Q.equal(share, before)) return [];
    const { span } = entry.points;
    const written = read.source.text.slice(span.start, span.end);
    return [{ span, text: written.replace(/^[0-9０-９.．]+/, formatExact(share)) }];
  });
  return { declaration, edits };
}

/** The declaration as a statement of an amending file, with other points and these edits. */
export function restatedPart(
  workspace: Workspace,
  { declaration, edits }: SharedChecklist,
  part: PointsNode,
  points: Rational,
  language: 'en' | 'zh',
): string {
  const { file, start, end } = declaration.span;
  const { text = '' } = readFile(workspace, file)?.source ?? {};
  const all = [
    ...edits,
    { span: { ...part.nameSpan }, text: spellName(part.name) },
    { span: declaration.points.span, text: `${formatExact(points)} points` },
  ].sort((a, b) => b.span.start - a.span.start);
  const restated = all.reduce(
    (now, { span, text: by }) =>
      now.slice(0, span.start - start) + by + now.slice(span.end - start),
    text.slice(start, end),
  );
  // It stood deeper than it stands now.
  const column = /[^\S\r\n]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const lines = restated.split('\n').map((line, at) => {
    const indent = /^[^\S\r\n]*/.exec(line)?.[0].length ?? 0;
    return at === 0 ? line : line.slice(Math.min(indent, Math.max(0, column - 2)));
  });
  return inLanguage(`replace ${lines.join('\n')}`, language);
}

function isDeclared(part: Part): part is Part & PartNode {
  if (!('kind' in part)) return false;
  return part.kind === 'group' || part.kind === 'indicator' || part.kind === 'item';
}

function entriesOf({ statements }: PartNode): readonly ChoiceNode[] | undefined {
  for (const statement of statements)
    if (statement.kind === 'judged' && statement.form.kind === 'checklist')
      return statement.form.entries;
  return undefined;
}

function figureOf({ points }: ChoiceNode): Rational | undefined {
  return points.kind === 'number' && points.percent === ''
    ? parseDecimal(points.digits)
    : undefined;
}

function stepOf(figures: readonly Rational[]): Rational {
  const decimals = Math.min(FINEST, Math.max(...figures.map((figure) => decimalsOf(figure) ?? 2)));
  return decimals <= 1 ? COARSEST : Q.rational(1n, 10n ** BigInt(decimals));
}
