// A scope and one statement of an amending ruleset → the scope after it. What a statement names that is
// not there changes nothing: the checker has said so, and the rest can still be found.
import type { Declaration, Name, Statement } from '../syntax/tree.ts';
import { gradesOf, isAmendment, isPartNode, namesOf, scopeOfPart } from './declared.ts';
import type { Named, NameScope } from './named.ts';
import { scopesIn } from './named.ts';

/** The ruleset's scope after a statement of an amending file. */
export function amendScope(top: NameScope, statement: Statement): NameScope {
  if (!isAmendment(statement)) return declare(top, statement);
  switch (statement.kind) {
    case 'points':
    case 'set':
    case 'cite':
      return top;
    case 'order':
      return statement.path
        ? changePart(top, statement.path.names, (part) => ordered(part, statement.names))
        : ordered(top, statement.names);
    case 'remove': {
      const { names } = statement.path;
      if (findPart(top, names)) return changePart(top, names, () => undefined);
      const gone = findStatement(top, names);
      return gone ? changeNames(top, gone, () => undefined) : top;
    }
    case 'rename': {
      const { path, to } = statement;
      return changePart(top, path.names, (part) => renamed(part, to.text));
    }
    case 'add': {
      const { declaration, to, place, neighbour } = statement;
      const grow = (part: NameScope) => ({
        ...part,
        children: placed(part.children, scopeOfPart(declaration, []), place, neighbour),
      });
      return to ? changePart(top, to.names, grow) : grow(top);
    }
    case 'replace':
      return replaced(top, statement.within?.names ?? [], statement.declaration);
    default:
      return statement satisfies never;
  }
}

function declare(top: NameScope, statement: Declaration): NameScope {
  if (isPartNode(statement))
    return { ...top, children: [...top.children, scopeOfPart(statement, [])] };
  const grades = gradesOf(statement);
  return {
    ...top,
    names: [...top.names, ...namesOf(statement, [])],
    grades: grades.length > 0 ? sameGrades(top.grades, grades) : top.grades,
  };
}

// A grade that keeps its name is the same grade with another bound.
function sameGrades(older: readonly Named[], newer: readonly Named[]): readonly Named[] {
  return newer.map((grade) => {
    const before = older.find(({ name }) => name === grade.name);
    return before ? { ...grade, span: before.span } : grade;
  });
}

function replaced(top: NameScope, within: readonly Name[], declaration: Declaration): NameScope {
  if (declaration.kind === 'grades') return declare(top, declaration);
  if (isPartNode(declaration)) {
    const next = scopeOfPart(declaration, []);
    return changePart(top, [...within, declaration.name], (part) => ({
      ...next,
      self: next.self && { ...next.self, span: part.self?.span ?? next.self.span },
    }));
  }
  return namesOf(declaration, []).reduce((scope, next) => {
    const names = [...within, { text: next.name, span: next.span }];
    const before = findStatement(scope, names);
    if (!before) return declare(scope, declaration);
    return changeNames(scope, before, ({ span, parts }) => ({
      ...next,
      span,
      parts: next.parts.map((part) => ({
        ...part,
        span: parts.find(({ name }) => name === part.name)?.span ?? part.span,
      })),
    }));
  }, top);
}

/** The group, indicator or item that a path means, with the scopes around it. */
export function findPart(top: NameScope, names: readonly Name[]): readonly NameScope[] | undefined {
  const parts = scopesIn(top).filter((trail) => trail.length > 1);
  return bestMatch(parts, names, (trail) => trail.slice(1).map(({ self }) => self?.name ?? ''));
}

/** The statement with a name that a path means. */
export function findStatement(top: NameScope, names: readonly Name[]): Named | undefined {
  const statements = scopesIn(top).flatMap((trail) => {
    const path = trail.slice(1).map(({ self }) => self?.name ?? '');
    return (trail.at(-1)?.names ?? []).map((found) => ({ found, path: [...path, found.name] }));
  });
  return bestMatch(statements, names, ({ path }) => path)?.found;
}

function bestMatch<T>(
  candidates: readonly T[],
  names: readonly Name[],
  pathOf: (candidate: T) => readonly string[],
): T | undefined {
  if (names.length === 0) return undefined;
  const ends = candidates.filter((candidate) => {
    const path = pathOf(candidate);
    const start = path.length - names.length;
    return start >= 0 && names.every(({ text }, index) => path[start + index] === text);
  });
  return ends.find((candidate) => pathOf(candidate).length === names.length) ?? ends[0];
}

function changePart(
  top: NameScope,
  names: readonly Name[],
  change: (part: NameScope) => NameScope | undefined,
): NameScope {
  const trail = findPart(top, names);
  const target = trail?.at(-1);
  if (!trail || !target) return top;
  const within = (scope: NameScope): NameScope => ({
    ...scope,
    children: scope.children.flatMap((child) => {
      if (child === target) return change(child) ?? [];
      return trail.includes(child) ? [within(child)] : [child];
    }),
  });
  return within(top);
}

function changeNames(
  scope: NameScope,
  target: Named,
  change: (named: Named) => Named | undefined,
): NameScope {
  return {
    ...scope,
    names: scope.names.flatMap((each) => (each === target ? (change(each) ?? []) : [each])),
    children: scope.children.map((child) => changeNames(child, target, change)),
  };
}

function renamed(part: NameScope, name: string): NameScope {
  return { ...part, self: part.self && { ...part.self, name } };
}

function ordered(part: NameScope, names: readonly Name[]): NameScope {
  const rank = ({ self }: NameScope) => {
    const at = names.findIndex(({ text }) => text === self?.name);
    return at < 0 ? names.length : at;
  };
  return { ...part, children: [...part.children].sort((a, b) => rank(a) - rank(b)) };
}

function placed(
  children: readonly NameScope[],
  added: NameScope,
  place: 'after' | 'before' | 'last',
  neighbour: Name | undefined,
): readonly NameScope[] {
  const at = children.findIndex(({ self }) => self?.name === neighbour?.text);
  if (place === 'last' || at < 0) return [...children, added];
  return children.toSpliced(place === 'after' ? at + 1 : at, 0, added);
}

/** The scope with the paths that things have now. */
export function withPaths(scope: NameScope, around: readonly string[] = []): NameScope {
  const path = scope.self ? [...around, scope.self.name] : around;
  const at = (inner: readonly string[]) => (each: Named) => ({ ...each, path: inner });
  return {
    self: scope.self && at(around)({ ...scope.self, parts: scope.self.parts.map(at(path)) }),
    names: scope.names.map(at(path)),
    grades: scope.grades,
    children: scope.children.map((child) => withPaths(child, path)),
  };
}
