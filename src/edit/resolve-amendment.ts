// One amendment and the ruleset's scope before it → the occurrences in what it names: each amendment
// changes what the next one sees, so they are resolved one by one.
import type { AddNode, Declaration, Name, ReplaceNode } from '../syntax/tree.ts';
import { findPart, findStatement } from './amend-scope.ts';
import type { AmendmentNode } from './declared.ts';
import { isPartNode } from './declared.ts';
import type { NameScope } from './named.ts';
import type { Listener } from './resolve.ts';
import { note, resolvePath } from './resolve.ts';
import type { View } from './slots.ts';
import { EMPTY_SCOPE, topOf } from './slots.ts';

/** Resolves what an amendment names in the scope before it; what it declares is left to its body. */
export function resolveAmendment(
  listener: Listener,
  top: NameScope,
  amendment: AmendmentNode,
): void {
  const view: View = { trail: [top], parameters: [], entries: [] };
  switch (amendment.kind) {
    case 'points':
    case 'cite': {
      resolvePath(listener, view, amendment.path.names, 'write');
      return;
    }
    case 'set': {
      resolveStatementPath(listener, top, amendment.name.names, 'settable', 'write');
      return;
    }
    case 'remove': {
      const { names } = amendment.path;
      if (findPart(top, names)) resolvePath(listener, view, names, 'write');
      else resolveStatementPath(listener, top, names, 'removable', 'write');
      return;
    }
    case 'rename': {
      const { path, to } = amendment;
      resolvePath(listener, view, path.names);
      const part = findPart(top, path.names)?.at(-1)?.self;
      note(listener, to, { kind: 'new', replaces: undefined }, part, 'write');
      return;
    }
    case 'order': {
      const { path, names } = amendment;
      if (path) resolvePath(listener, view, path.names, 'write');
      const of = (path ? findPart(top, path.names)?.at(-1) : top) ?? EMPTY_SCOPE;
      for (const name of names)
        note(listener, name, { kind: 'child', of }, childNamed(of, name)?.self);
      return;
    }
    case 'add': {
      resolveAdd(listener, view, amendment);
      return;
    }
    case 'replace': {
      resolveReplace(listener, view, amendment);
      return;
    }
    default:
      return amendment satisfies never;
  }
}

function childNamed(of: NameScope, { text }: Name): NameScope | undefined {
  return of.children.find(({ self }) => self?.name === text);
}

function resolveStatementPath(
  listener: Listener,
  top: NameScope,
  names: readonly Name[],
  kind: 'settable' | 'removable',
  role: 'write' | 'read',
): void {
  const last = names.at(-1);
  if (!last) return;
  const before = names.slice(0, -1);
  const view: View = { trail: [top], parameters: [], entries: [] };
  if (before.length > 0) resolvePath(listener, view, before);
  note(listener, last, { kind, top }, findStatement(top, names), role);
}

function resolveAdd(listener: Listener, view: View, { to, neighbour }: AddNode): void {
  if (to) resolvePath(listener, view, to.names);
  const of = (to ? findPart(topOf(view), to.names)?.at(-1) : topOf(view)) ?? EMPTY_SCOPE;
  if (neighbour) note(listener, neighbour, { kind: 'child', of }, childNamed(of, neighbour)?.self);
}

function resolveReplace(
  listener: Listener,
  view: View,
  { within, declaration }: ReplaceNode,
): void {
  const top = topOf(view);
  const names = within?.names ?? [];
  if (names.length > 0) resolvePath(listener, view, names);
  const replaced = (name: Name) =>
    isPartNode(declaration)
      ? findPart(top, [...names, name])?.at(-1)?.self
      : findStatement(top, [...names, name]);
  for (const name of declaredNames(declaration))
    note(listener, name, { kind: 'new', replaces: top }, replaced(name), 'write');
}

function declaredNames(declaration: Declaration): readonly Name[] {
  if (declaration.kind === 'input') return declaration.names;
  return 'name' in declaration && declaration.name && 'span' in declaration.name
    ? [declaration.name]
    : [];
}
