// The statements of a body and the scope that they see → the occurrences in them: what each declares,
// what its rules read.
import type { CapNode, Declaration, Name, Statement } from '../syntax/tree.ts';
import type { PartNode } from './declared.ts';
import { isAmendment, scopeOfPart } from './declared.ts';
import type { Named, NameScope } from './named.ts';
import type { Listener } from './resolve.ts';
import { note, resolveExpression, resolvePath } from './resolve.ts';
import { resolveExample } from './resolve-example.ts';
import { resolveType } from './resolve-type.ts';
import type { View } from './slots.ts';
import { EMPTY_SCOPE, partsIn, topOf } from './slots.ts';
import { vocabularyIn } from './vocabulary.ts';

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
      {
        resolveCaps(listener, view, statement.caps);
        return;
      }
    case 'rounding':
    case 'rounded': {
      read(statement.rounding.step);
      return;
    }
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
        resolveType(listener, view, statement.type, own?.parts ?? []);
        return;
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
      resolveExpression(listener, inside, statement.value, words);
      return;
    }
    case 'input': {
      const own = statement.names.map(declared);
      resolveType(listener, view, statement.type, own[0]?.parts ?? []);
      for (const { limit } of statement.bounds) read(limit);
      resolveExpression(listener, view, statement.default, own[0] && partsIn(topOf(view), own[0]));
      return;
    }
    case 'group':
    case 'indicator':
    case 'item': {
      resolvePart(listener, view, statement, isDeclared);
      return;
    }
    case 'score':
    case 'decide': {
      read(statement.value);
      return;
    }
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
      if (form.kind === 'banded') {
        read(form.table);
        return;
      }
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
    case 'cap': {
      read(statement.limit);
      return;
    }
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
      read(statement.score);
      return;
    }
    case 'not-applicable':
      read(statement.condition);
      {
        read(statement.award);
        return;
      }
    case 'applies': {
      read(statement.condition);
      return;
    }
    case 'check':
      read(statement.condition);
      {
        read(statement.tolerance);
        return;
      }
    case 'example': {
      resolveExample(listener, view, statement);
      return;
    }
    default:
      return statement satisfies never;
  }
}
