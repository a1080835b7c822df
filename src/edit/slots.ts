// What may stand where a name stands: the question that a place in a text puts to its names. Resolving
// answers it with one thing, completing lists them all.
import type { Named, NameScope } from './named.ts';
import { isPart, scopesIn } from './named.ts';
import { partsOfType } from './declared.ts';

/** Words that a value may be chosen from, such as the values of an enumeration. */
export type Vocabulary = readonly Named[];

/** What an expression sees. */
export interface View {
  /** From the ruleset down to the part that it stands in. */
  readonly trail: readonly NameScope[];
  readonly parameters: readonly Named[];
  /** Of the entries that aggregates look at, the nearest first. */
  readonly entries: readonly (readonly Named[])[];
}

export type Slot =
  /** A value: `expected` where one of some words is called for. */
  | { readonly kind: 'value'; readonly view: View; readonly expected: Vocabulary | undefined }
  | { readonly kind: 'callee'; readonly view: View }
  | { readonly kind: 'field'; readonly fields: readonly Named[] }
  /** The first argument word of a function, such as `capped`. */
  | { readonly kind: 'type'; readonly view: View }
  | { readonly kind: 'unit'; readonly of: 'number' | 'money' | 'count' | 'measure' }
  | { readonly kind: 'grade'; readonly top: NameScope }
  /** A group, an indicator or an item by its path; `for` is the statement that it is for. */
  | { readonly kind: 'part'; readonly top: NameScope; readonly within: readonly string[] }
  | { readonly kind: 'settable' | 'removable'; readonly top: NameScope }
  /** One of the parts directly in another. */
  | { readonly kind: 'child'; readonly of: NameScope }
  /** What an example gives. */
  | { readonly kind: 'given'; readonly view: View }
  /** A declared name: nothing that there is. */
  | { readonly kind: 'new'; readonly replaces: NameScope | undefined };

/** The scope of the whole ruleset. */
export function topOf({ trail }: View): NameScope {
  return trail[0] ?? EMPTY_SCOPE;
}

export const EMPTY_SCOPE: NameScope = { self: undefined, names: [], grades: [], children: [] };

const READABLE: readonly string[] = ['input', 'option', 'let', 'function'];

/** What an expression can read by its name, the nearest first, fields of entries before all. */
export function readable({ trail, parameters, entries }: View): readonly Named[] {
  const seen = [...trail].reverse().flatMap(({ names }) => names);
  return [
    ...entries.flat(),
    ...parameters,
    ...seen.filter(({ kind }) => READABLE.includes(kind) || kind === 'output'),
  ];
}

/** The type with a name. */
export function typeNamed(top: NameScope, name: string): Named | undefined {
  return top.names.find((each) => each.kind === 'type' && each.name === name);
}

/** The words or fields of what something holds: its own, or those of the type that it names. */
export function partsIn(top: NameScope, thing: Named, depth = 0): readonly Named[] {
  const { type, parts } = thing;
  if (parts.length > 0 || depth > DEEPEST_CHAIN) return parts;
  const name = nameOfType(type);
  const of = name === undefined ? undefined : typeNamed(top, name);
  return of ? partsIn(top, of, depth + 1) : partsOfType(type, []);
}

const DEEPEST_CHAIN = 20;

function nameOfType(type: Named['type']): string | undefined {
  if (type?.kind === 'named') return type.name.text;
  return type?.kind === 'list' ? nameOfType(type.of) : undefined;
}

/** All groups, indicators and items. */
export function partsUnder(top: NameScope): readonly Named[] {
  return scopesIn(top).flatMap((trail) => {
    const self = trail.at(-1)?.self;
    return self && isPart(self) ? [self] : [];
  });
}

/** Every word of every enumeration, and every grade. */
export function allWords(top: NameScope): readonly Named[] {
  const words = (thing: Named): readonly Named[] => [
    ...thing.parts.filter(({ kind }) => kind === 'value'),
    ...thing.parts.filter(({ kind }) => kind === 'field' || kind === 'parameter').flatMap(words),
  ];
  const declared = scopesIn(top).flatMap((trail) => trail.at(-1)?.names ?? []);
  return [...declared.flatMap(words), ...top.grades];
}
