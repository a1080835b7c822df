// A file → every occurrence of a name in it and the scope that it leaves behind for the files that
// amend it. A file is resolved against what it amends as it stands now, and against itself.
import type { RulesetNode, Statement } from '../syntax/tree.ts';
import { amendScope, findPart, withPaths } from './amend-scope.ts';
import { isAmendment, isPartNode, named, scopeOfBody } from './declared.ts';
import type { Named, NameScope, Occurrence } from './named.ts';
import { isSame, scopesIn } from './named.ts';
import type { Listener } from './resolve.ts';
import { note } from './resolve.ts';
import { resolveAmendment } from './resolve-amendment.ts';
import { resolveBody, resolveDeclaration, resolvePart } from './resolve-statements.ts';
import { resolveExpression } from './resolve.ts';
import type { View } from './slots.ts';
import { EMPTY_SCOPE } from './slots.ts';
import { vocabularyIn } from './vocabulary.ts';
import type { Workspace } from './workspace.ts';
import { chainOf, readFile } from './workspace.ts';

export interface NameIndex {
  /** Of the ruleset after this file's amendments. */
  readonly top: NameScope;
  /** In this file alone, in the order of the text. */
  readonly occurrences: readonly Occurrence[];
}

const NOTHING: NameIndex = { top: EMPTY_SCOPE, occurrences: [] };

/** The index of a file, at once where neither it nor what it amends has changed. */
export function indexOf(workspace: Workspace, file: string): NameIndex {
  const [, ...ancestors] = chainOf(workspace, file);
  return indexOn(workspace, file, ancestors);
}

function indexOn(workspace: Workspace, file: string, ancestors: readonly string[]): NameIndex {
  const [parent, ...older] = ancestors;
  const below = parent === undefined ? undefined : indexOn(workspace, parent, older);
  const read = readFile(workspace, file);
  if (!read) return NOTHING;
  const on = [read.source, below];
  const before = workspace.memory.indexes.get(file);
  if (before && on.every((each, place) => each === before.on[place])) return before.index;
  const { ruleset } = read.result.file;
  const index = ruleset ? resolveRuleset(ruleset, below?.top) : (below ?? NOTHING);
  const own = ruleset ? index : { ...index, occurrences: [] };
  workspace.memory.indexes.set(file, { on, index: own });
  return own;
}

function resolveRuleset(ruleset: RulesetNode, below: NameScope | undefined): NameIndex {
  const occurrences: Occurrence[] = [];
  const listener: Listener = {
    occurrence: (each) => occurrences.push(each),
    slot: () => undefined,
  };
  const top = walkRuleset(listener, ruleset, below);
  occurrences.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { top, occurrences };
}

/** Tells a listener of every name in a ruleset; gives the scope that it leaves. */
export function walkRuleset(
  listener: Listener,
  ruleset: RulesetNode,
  below: NameScope | undefined,
): NameScope {
  const self = named('ruleset', ruleset.name, [], {});
  note(listener, ruleset.name, { kind: 'new', replaces: undefined }, self, 'declaration');
  const { statements } = ruleset;
  if (!below) {
    const top = withPaths({ self: undefined, ...scopeOfBody(statements, []) });
    const view: View = { trail: [top], parameters: [], entries: [] };
    for (const statement of statements)
      if (isAmendment(statement)) resolveAmendment(listener, top, statement);
    resolveBody(listener, view, statements);
    return top;
  }
  let scope = below;
  for (const statement of statements) {
    if (isAmendment(statement)) resolveAmendment(listener, scope, statement);
    scope = withPaths(amendScope(scope, statement));
  }
  const top = scope;
  for (const statement of statements) resolveInAmended(listener, top, statement);
  return top;
}

// What a statement declares and reads, seen by the ruleset as it is after all amendments.
function resolveInAmended(listener: Listener, top: NameScope, statement: Statement): void {
  const view: View = { trail: [top], parameters: [], entries: [] };
  if (!isAmendment(statement)) {
    resolveDeclaration(listener, view, statement, true);
    return;
  }
  switch (statement.kind) {
    case 'points': {
      resolveExpression(listener, view, statement.points);
      return;
    }
    case 'set': {
      const target = statement.name.names.at(-1);
      const set = top.names.find(({ name }) => name === target?.text);
      resolveExpression(listener, view, statement.value, set && vocabularyIn(view, set));
      return;
    }
    case 'add':
    case 'replace': {
      const { declaration } = statement;
      const trail = isPartNode(declaration)
        ? scopesIn(top).find((each) => each.at(-1)?.self?.declaration === declaration)
        : scopesIn(top).find((each) =>
            each.at(-1)?.names.some((known) => known.declaration === declaration),
          );
      if (isPartNode(declaration)) {
        const around = trail ? { ...view, trail: trail.slice(0, -1) } : view;
        resolvePart(listener, around, declaration, statement.kind === 'add');
        return;
      }
      resolveDeclaration(listener, trail ? { ...view, trail } : view, declaration, false);
      return;
    }
    default:
      return;
  }
}

/** The occurrence at an offset: the one that begins there goes before the one that ends there. */
export function occurrenceAt(
  workspace: Workspace,
  file: string,
  offset: number,
): Occurrence | undefined {
  const { occurrences } = indexOf(workspace, file);
  const at = occurrences.filter(({ span }) => span.start <= offset && offset <= span.end);
  return at.at(-1);
}

/** Every occurrence of a thing in the files that are known, its own file first. */
export function occurrencesOf(workspace: Workspace, thing: Named): readonly Occurrence[] {
  const files = [...new Set([thing.span.file, ...workspace.files])];
  return files
    .filter((file) => chainOf(workspace, file).includes(thing.span.file))
    .flatMap((file) =>
      indexOf(workspace, file).occurrences.filter(({ named: other }) => isSame(other, thing)),
    );
}

/** The scope of a part in a file by its path. */
export function scopeAt(top: NameScope, path: readonly string[]): readonly NameScope[] | undefined {
  if (path.length === 0) return [top];
  const names = path.map((text) => ({ text, span: { file: '', start: 0, end: 0 } }));
  return findPart(top, names);
}
