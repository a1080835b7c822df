// Things that have names: what an occurrence of a name stands for, and the tree of scopes in which it
// is found. An amending ruleset has the things of the one that it amends, changed as it says.
import type { Declaration, Statement, TypeExpression } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

export type NamedKind =
  | 'ruleset'
  | 'group'
  | 'indicator'
  | 'item'
  | 'input'
  | 'option'
  | 'let'
  | 'function'
  | 'parameter'
  | 'output'
  | 'type'
  /** A word of an enumeration. */
  | 'value'
  | 'field'
  | 'grade'
  /** Of `judged one of` or a checklist. */
  | 'choice';

/** Something that has a name. */
export interface Named {
  readonly kind: NamedKind;
  /** As it is called in this generation. */
  readonly name: string;
  /** Where it was first declared: the same thing in every file of a chain has the same one. */
  readonly span: Span;
  /** The last full declaration. */
  readonly declaration: Declaration | Statement | undefined;
  /** Of what holds values. */
  readonly type: TypeExpression | undefined;
  /** The words of its type, the fields of its record, the parameters or the choices in it. */
  readonly parts: readonly Named[];
  /** The names of the groups, indicators and items around it. */
  readonly path: readonly string[];
  readonly about: string | undefined;
}

/** The same thing, whatever it is called meanwhile. */
export function isSame(a: Named, b: Named): boolean {
  return a.span.file === b.span.file && a.span.start === b.span.start && a.kind === b.kind;
}

/** The ruleset, a group, an indicator or an item, with what is declared directly in it. */
export interface NameScope {
  readonly self: Named | undefined;
  /** Options, inputs, definitions, outputs and types. */
  readonly names: readonly Named[];
  readonly grades: readonly Named[];
  readonly children: readonly NameScope[];
}

/** An occurrence of a name. */
export interface Occurrence {
  readonly span: Span;
  readonly named: Named;
  /** As written, quotes removed. */
  readonly text: string;
  readonly role: 'declaration' | 'write' | 'read';
}

const NODES: ReadonlySet<NamedKind> = new Set<NamedKind>(['group', 'indicator', 'item']);

/** True for a group, an indicator or an item. */
export function isPart({ kind }: Named): boolean {
  return NODES.has(kind);
}

/** Every scope in a scope, outer ones before inner ones, each with those around it. */
export function scopesIn(
  scope: NameScope,
  around: readonly NameScope[] = [],
): readonly (readonly NameScope[])[] {
  const trail = [...around, scope];
  return [trail, ...scope.children.flatMap((child) => scopesIn(child, trail))];
}
