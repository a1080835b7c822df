// Scopes: which names an expression can see. The ruleset's options, inputs and definitions are seen
// everywhere; a group's, indicator's or item's definitions inside it. A name means one thing wherever
// it is seen, so nothing shadows anything, except that the fields of a list's entry come first.
import type { Rational } from '../number/rational.ts';
import type { Span } from '../text/span.ts';
import type { RecordType, Type } from '../types/type.ts';
import type { Expression } from '../model/expression.ts';
import type { FunctionReader } from './functions.ts';

/** What a name stands for. */
export type Binding =
  | {
      readonly kind: 'input' | 'option';
      readonly name: string;
      readonly type: Type;
      readonly span: Span;
      readonly generation: number;
    }
  | {
      readonly kind: 'let';
      readonly name: string;
      readonly span: Span;
      readonly generation: number;
      readonly read: LetReader;
    }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly span: Span;
      readonly generation: number;
      readonly read: FunctionReader;
    }
  /** Stands for the argument of one call. */
  | {
      readonly kind: 'parameter';
      readonly name: string;
      readonly span: Span;
      readonly generation: number;
      readonly argument: Expression;
    };

/** A definition as expressions read it; typing happens on first use. */
export interface LetReader {
  readonly id: string;
  /** The typed value, or undefined when it depends on itself (which has then been said). */
  readonly value: () => Expression | undefined;
  /** How many steps of calculation hang on one another below this definition. */
  readonly height: () => number;
}

export interface Scope {
  /** The node whose inside this is; empty for the ruleset. */
  readonly path: readonly string[];
  readonly parent: Scope | undefined;
  readonly names: Map<string, Binding>;
  /** Of the nearest indicator or item; undefined outside of them. */
  readonly fullPoints: FullPoints | undefined;
  /** What an aggregate is looking at. */
  readonly entry: Entry | undefined;
  /** Inside an aggregate over a cohort: the scope around it, of the department being scored. */
  readonly asker: Scope | undefined;
}

/** `unknown` while a mistake keeps the figure from being known. */
export type FullPoints = Rational | 'unknown';

interface Entry {
  readonly type: Type;
  /** Fields of an outer list's entry, which cannot be read from here. */
  readonly outerFields: ReadonlySet<string>;
}

/** The scope of the whole ruleset, still without names. */
export function rulesetScope(): Scope {
  const names = new Map<string, Binding>();
  return {
    path: [],
    parent: undefined,
    names,
    fullPoints: undefined,
    entry: undefined,
    asker: undefined,
  };
}

/** A scope inside another one. */
export function innerScope(parent: Scope, name: string, fullPoints: FullPoints | undefined): Scope {
  return {
    path: [...parent.path, name],
    parent,
    names: new Map(),
    fullPoints,
    entry: undefined,
    asker: undefined,
  };
}

/** The scope of the expressions of an aggregate over entries of this type. */
export function entryScope(scope: Scope, type: Type): Scope {
  const outer = scope.entry;
  const hidden = new Set(outer?.outerFields);
  if (outer?.type.kind === 'record')
    for (const field of outer.type.fields.keys()) hidden.add(field);
  if (type.kind === 'record') for (const field of type.fields.keys()) hidden.delete(field);
  return { ...scope, entry: { type, outerFields: hidden } };
}

/** The scope of what an aggregate works out for each department of a cohort. */
export function cohortScope(scope: Scope): Scope {
  const asker = { ...scope, entry: undefined, asker: undefined };
  return { ...asker, asker };
}

/** What a name means here, fields of an entry aside. */
export function lookUp(scope: Scope, name: string): Binding | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const binding = at.names.get(name);
    if (binding) return binding;
  }
  return undefined;
}

/** The record whose fields can be named here, inside an aggregate. */
export function entryRecord(scope: Scope): RecordType | undefined {
  return scope.entry?.type.kind === 'record' ? scope.entry.type : undefined;
}

/** The definitions with parameters that can be called here. */
export function visibleFunctions(scope: Scope): string[] {
  const names: string[] = [];
  for (let at: Scope | undefined = scope; at; at = at.parent)
    for (const [name, { kind }] of at.names) if (kind === 'function') names.push(name);
  return names;
}

/** Everything that can be named here, for suggestions. */
export function visibleNames(scope: Scope): string[] {
  const names = [...(entryRecord(scope)?.fields.keys() ?? [])];
  for (let at: Scope | undefined = scope; at; at = at.parent) names.push(...at.names.keys());
  return names;
}
