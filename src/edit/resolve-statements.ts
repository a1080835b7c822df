// The statements of a body and the scope that they see → the occurrences in them: what each declares,
// what its rules read. Amendments are resolved one by one, since each changes what the next one sees.
import { keywords } from '../../grammar/keywords.ts';
import type {
  AddNode,
  CapNode,
  Declaration,
  Expression,
  ExampleNode,
  GivenNode,
  Name,
  ReplaceNode,
  Statement,
} from '../syntax/tree.ts';
import { findPart, findStatement } from './amend-scope.ts';
import type { AmendmentNode, PartNode } from './declared.ts';
import { isAmendment, isPartNode, scopeOfPart } from './declared.ts';
import type { Named, NameScope } from './named.ts';
import type { Listener } from './resolve.ts';
import { note, resolveExpression, resolvePath, resolveType } from './resolve.ts';
import type { View } from './slots.ts';
import { EMPTY_SCOPE, partsIn, readable, topOf } from './slots.ts';
import { vocabularyIn } from './vocabulary.ts';

/** Resolves what an amendment names in the scope before it; what it declares is left to its body. */
export function resolveAmendment(
  listener: Listener,
  top: NameScope,
  amendment: AmendmentNode,
): void {
  const view: View = { trail: [top], parameters: [], entries: [] };
  switch (amendment.kind) {
    case 'points':
    case 'cite':
      return resolvePath(listener, view, amendment.path.names, 'write');
    case 'set':
      return resolveStatementPath(listener, top, amendment.name.names, 'settable', 'write');
    case 'remove': {
      const { names } = amendment.path;
      return findPart(top, names)
        ? resolvePath(listener, view, names, 'write')
        : resolveStatementPath(listener, top, names, 'removable', 'write');
    }
    case 'rename': {
      const { path, to } = amendment;
      resolvePath(listener, view, path.names);
      const part = findPart(top, path.names)?.at(-1)?.self;
      return note(listener, to, { kind: 'new', replaces: undefined }, part, 'write');
    }
    case 'order': {
      const { path, names } = amendment;
      if (path) resolvePath(listener, view, path.names, 'write');
      const of = (path ? findPart(top, path.names)?.at(-1) : top) ?? EMPTY_SCOPE;
      for (const name of names)
        note(listener, name, { kind: 'child', of }, childNamed(of, name)?.self);
      return;
    }
    case 'add':
      return resolveAdd(listener, view, amendment);
    case 'replace':
      return resolveReplace(listener, view, amendment);
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
    ? [declaration.name as Name]
    : [];
}

/** The part's own scope among the children of what it stands in, or one made from it alone. */
function scopeOf(node: PartNode, { trail }: View): NameScope {
  const around = trail.at(-1) ?? EMPTY_SCOPE;
  const found = around.children.find(({ self }) => self?.declaration === node);
  return found ?? scopeOfPart(node, around.self ? [...around.self.path, around.self.name] : []);
}

/** Resolves the declarations of a body. */
export function resolveBody(
  listener: Listener,
  view: View,
  statements: readonly Statement[],
): void {
  for (const statement of statements)
    if (!isAmendment(statement)) resolveDeclaration(listener, view, statement, true);
}

/** Resolves a part of which an amendment says where it is. */
export function resolvePart(
  listener: Listener,
  view: View,
  node: PartNode,
  isDeclared: boolean,
): void {
  const scope = scopeOf(node, view);
  const inside: View = { ...view, trail: [...view.trail, scope] };
  if (isDeclared)
    note(listener, node.name, { kind: 'new', replaces: undefined }, scope.self, 'declaration');
  resolveExpression(listener, view, node.points);
  resolveCaps(listener, inside, node.caps);
  resolveBody(listener, inside, node.statements);
}

function resolveCaps(listener: Listener, view: View, caps: readonly CapNode[]): void {
  for (const { limit } of caps) resolveExpression(listener, view, limit);
}

/** Resolves a declaration; the names that it declares are new unless it replaces something. */
export function resolveDeclaration(
  listener: Listener,
  view: View,
  statement: Declaration,
  isDeclared: boolean,
): void {
  const read = (expression: Parameters<typeof resolveExpression>[2]) =>
    resolveExpression(listener, view, expression);
  const declared = (name: Name): Named | undefined => {
    const names = view.trail.at(-1)?.names ?? [];
    const own = names.find((each) => each.declaration === statement && each.name === name.text);
    const slot = { kind: 'new', replaces: undefined } as const;
    if (isDeclared) note(listener, name, slot, own, 'declaration');
    return own ?? names.find((each) => each.name === name.text);
  };
  switch (statement.kind) {
    case 'about':
    case 'source':
    case 'pool':
    case 'not-monotone':
      return;
    case 'total':
      read(statement.points);
      return resolveCaps(listener, view, statement.caps);
    case 'rounding':
    case 'rounded':
      return read(statement.rounding.step);
    case 'grades':
      for (const grade of statement.grades) {
        const { grades } = topOf(view);
        const own = grades.find(({ name }) => name === grade.name.text);
        note(listener, grade.name, { kind: 'new', replaces: undefined }, own, 'declaration');
        read(grade.bound);
        read(grade.condition);
      }
      return;
    case 'option':
    case 'type':
    case 'output':
    case 'let': {
      const own = declared(statement.name);
      const words = own && vocabularyIn(view, own);
      if (statement.kind === 'type') {
        for (const { limit } of statement.bounds) read(limit);
        return resolveType(listener, view, statement.type, own?.parts ?? []);
      }
      const parameters = statement.kind === 'let' ? own?.kind === 'function' && own.parts : [];
      resolveType(
        listener,
        view,
        statement.type,
        own?.kind === 'function' ? [] : (own?.parts ?? []),
      );
      if (statement.kind === 'let')
        statement.parameters?.forEach(({ name, type }, index) => {
          const parameter = own?.parts[index];
          note(listener, name, { kind: 'new', replaces: undefined }, parameter, 'declaration');
          resolveType(listener, view, type, parameter?.parts ?? []);
        });
      const inside = parameters ? { ...view, parameters } : view;
      return resolveExpression(listener, inside, statement.value, words);
    }
    case 'input': {
      const own = statement.names.map(declared);
      resolveType(listener, view, statement.type, own[0]?.parts ?? []);
      for (const { limit } of statement.bounds) read(limit);
      return resolveExpression(
        listener,
        view,
        statement.default,
        own[0] && partsIn(topOf(view), own[0]),
      );
    }
    case 'group':
    case 'indicator':
    case 'item':
      return resolvePart(listener, view, statement, isDeclared);
    case 'score':
    case 'decide':
      return read(statement.value);
    case 'deduct':
      for (const part of [
        statement.amount,
        statement.per,
        statement.subject,
        statement.limit,
        statement.atMost,
        statement.condition,
      ])
        read(part);
      return;
    case 'judged': {
      const { form } = statement;
      if (form.kind === 'banded') return read(form.table);
      if (form.kind === 'free') return;
      const choices = view.trail.at(-1)?.self?.parts ?? [];
      for (const entry of form.kind === 'choice' ? form.choices : form.entries) {
        const own = choices.find(({ name }) => name === entry.name.text);
        note(listener, entry.name, { kind: 'new', replaces: undefined }, own, 'declaration');
        read(entry.points);
        read(entry.most);
      }
      return;
    }
    case 'cap':
      return read(statement.limit);
    case 'veto':
    case 'exempt': {
      if (statement.on) resolvePath(listener, view, statement.on.names);
      read(statement.condition);
      read(statement.priority);
      if (statement.kind === 'exempt') return;
      const { ceiling } = statement;
      const { grades } = topOf(view);
      if (ceiling) {
        const grade = grades.find(({ name }) => name === ceiling.text);
        note(listener, ceiling, { kind: 'grade', top: topOf(view) }, grade);
      }
      read(statement.down);
      return read(statement.score);
    }
    case 'not-applicable':
      read(statement.condition);
      return read(statement.award);
    case 'applies':
      return read(statement.condition);
    case 'check':
      read(statement.condition);
      return read(statement.tolerance);
    case 'example':
      return resolveExample(listener, view, statement);
    default:
      return statement satisfies never;
  }
}

function resolveExample(listener: Listener, view: View, example: ExampleNode): void {
  for (const given of example.givens) resolveGiven(listener, view, given);
  const { output } = example;
  if (output) {
    const outputs = readable(view).filter(({ kind }) => kind === 'output');
    const named = outputs.find(({ name }) => name === output.text);
    note(listener, output, { kind: 'value', view, expected: undefined }, named);
    const words = named && vocabularyIn(view, named);
    resolveExpression(listener, view, example.low, words);
    return resolveExpression(listener, view, example.high, words);
  }
  resolveExpression(listener, view, example.low);
  resolveExpression(listener, view, example.high);
}

// An input, an option, or the award of a part that somebody judges: the nearest one of that name.
function resolveGiven(listener: Listener, view: View, { path, value }: GivenNode): void {
  const top = topOf(view);
  const { names } = path;
  const [name] = names;
  if (!name) return;
  const read =
    names.length === 1
      ? top.names.find((each) => each.name === name.text && isGivable(each))
      : undefined;
  if (read) {
    note(listener, name, { kind: 'given', view }, read, 'write');
    return resolveExpression(listener, view, value, partsIn(top, read));
  }
  const near = [...view.trail].reverse().find((scope) => findPart(scope, names));
  const trail = near && findPart(near, names);
  names.forEach((each, index) => {
    const at = trail?.[trail.length - names.length + index]?.self;
    note(listener, each, { kind: 'given', view }, at, 'write');
  });
  if (!trail && names.length === 1 && OTHERS.has(name.text))
    return resolveOthers(listener, view, value);
  const part = trail?.at(-1);
  const chosen = part?.children.flatMap(({ self }) => self ?? []) ?? [];
  const words = [...(part?.self?.parts ?? []), ...chosen];
  resolveExpression(listener, view, value, words.length > 0 ? words : undefined);
}

const OTHERS: ReadonlySet<string> = new Set([...keywords.Others.en, ...keywords.Others.zh]);

/** `others = [ { … } ]`: what each of the other departments gives. */
function resolveOthers(listener: Listener, view: View, value: Expression): void {
  const entries = value.kind === 'list' ? value.entries : [value];
  for (const entry of entries) {
    if (entry.kind !== 'record') continue;
    for (const { name, value: given } of entry.fields) {
      const path = { names: [name], span: name.span };
      resolveGiven(listener, view, { path, value: given, span: name.span });
    }
  }
}

function isGivable({ kind }: Named): boolean {
  return kind === 'input' || kind === 'option';
}
