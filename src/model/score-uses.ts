// Which scores a part of the model asks for, lets followed: what must be known before it can be
// scored. Looks into whatever the part holds, but not into the parts below it.
import type { Expression, ScoreName } from './expression.ts';
import type { Framework, Indicator, Item, Let, Node } from './framework.ts';

/** `score of X`, `total score`, or the scores of a node's own parts. */
export type ScoreUse = Extract<Expression, { kind: 'score' | 'parts' }>;

/** Anything with a score, and what is inside it. */
export interface ScoredPlace {
  readonly name: ScoreName;
  /** Conditions, rules and limits that decide its own score. */
  readonly uses: readonly ScoreUse[];
  readonly parts: readonly ScoredPlace[];
}

/** A key by which places with the same path are the same. */
export function placeKey(name: ScoreName): string {
  return JSON.stringify(name);
}

type Lets = ReadonlyMap<string, Let>;

/** The whole framework as places with scores. */
export function scoredPlaces(framework: Omit<Framework, 'hash'>): ScoredPlace {
  const { totalCaps, combine, vetoes, exemptions, lets } = framework;
  return {
    name: 'total',
    uses: scoreUses([totalCaps, combine, vetoes, exemptions], lets),
    parts: framework.children.map((node) => placeOfNode(node, lets)),
  };
}

function placeOfNode(node: Node, lets: Lets): ScoredPlace {
  const uses = scoreUses(ownParts(node), lets);
  if (node.kind === 'group')
    return { name: node.path, uses, parts: node.children.map((child) => placeOfNode(child, lets)) };
  const [only] = node.items;
  // An implicit item is its indicator.
  if (only?.implicit === true)
    return { name: node.path, uses: [...uses, ...scoreUses(ownParts(only), lets)], parts: [] };
  const parts = node.items.map((item) => ({
    name: item.path,
    uses: scoreUses(ownParts(item), lets),
    parts: [],
  }));
  return { name: node.path, uses, parts };
}

const OTHER_PARTS: ReadonlySet<string> = new Set(['children', 'items', 'origins']);

function ownParts(place: Node | Indicator | Item): unknown[] {
  return Object.entries(place).flatMap(([key, part]: [string, unknown]) =>
    OTHER_PARTS.has(key) ? [] : [part],
  );
}

/** Every score that anything in the value asks for, directly or through lets, in reading order. */
export function scoreUses(value: unknown, lets: Lets): ScoreUse[] {
  const found: ScoreUse[] = [];
  const followed = new Set<string>();
  const follow = (part: unknown): void => {
    for (const named of namedIn(part)) {
      if (named.kind !== 'let') found.push(named);
      else if (!followed.has(named.id)) {
        followed.add(named.id);
        follow(lets.get(named.id)?.value);
      }
    }
  };
  follow(value);
  return found;
}

type LetReference = Extract<Expression, { kind: 'let' }>;

// Of parts that were looked at before, which never change.
const known = new WeakMap<object, readonly (ScoreUse | LetReference)[]>();

function namedIn(part: unknown): readonly (ScoreUse | LetReference)[] {
  if (typeof part !== 'object' || part === null) return [];
  let named = known.get(part);
  if (named === undefined) {
    const found: (ScoreUse | LetReference)[] = [];
    look(part, found);
    named = found;
    known.set(part, named);
  }
  return named;
}

function look(part: unknown, found: (ScoreUse | LetReference)[]): void {
  if (typeof part !== 'object' || part === null) return;
  if (part instanceof Map) for (const inner of part.values()) look(inner, found);
  else if (Array.isArray(part)) for (const inner of part) look(inner, found);
  else if (isScoreUse(part) || isLetReference(part)) found.push(part);
  else if (!isConstant(part))
    for (const name in part)
      if (!SPEAKS_OF_NONE.has(name)) look((part as Readonly<Record<string, unknown>>)[name], found);
}

/** Where something stands and of what type it is. */
const SPEAKS_OF_NONE: ReadonlySet<string> = new Set(['span', 'nameSpan', 'type']);

function isConstant(part: object): boolean {
  return 'kind' in part && part.kind === 'constant';
}

function isScoreUse(part: object): part is ScoreUse {
  return 'kind' in part && (part.kind === 'score' || part.kind === 'parts') && 'path' in part;
}

function isLetReference(part: object): part is LetReference {
  return 'kind' in part && part.kind === 'let' && 'id' in part && 'type' in part;
}
