// `score of X` in the merged tree: what a generation's own tree says X is, X stays. Each path is
// filled up to the whole one as soon as its generation is merged, and follows later renamings.
import type { Path } from '../syntax/tree.ts';
import { matching, nodeCandidates } from './merge-path.ts';
import type { MergedNode, MergedRuleset } from './merged.ts';

interface ScoreOf {
  readonly kind: 'score-of';
  readonly path: Path | 'total';
  readonly isWhole: boolean;
}

/** The tree with every path behind `score of` filled up that means one thing. */
export function fillPaths(ruleset: MergedRuleset): MergedRuleset {
  const places = nodeCandidates(ruleset);
  return mapScores(ruleset, (score) => {
    const { path, isWhole } = score;
    if (path === 'total' || isWhole) return score;
    const [found, ...others] = matching(
      places,
      path.names.map((name) => name.text),
    );
    if (found === undefined || others.length > 0) return score;
    const { span } = path;
    return {
      ...score,
      path: { names: found.path.map((text) => ({ text, span })), span },
      isWhole: true,
    };
  });
}

/** The tree with `score of` following a node from its old path to its new name. */
export function followRename(
  ruleset: MergedRuleset,
  old: readonly string[],
  to: string,
): MergedRuleset {
  const last = old.length - 1;
  return mapScores(ruleset, (score) => {
    const { path, isWhole } = score;
    if (path === 'total' || !isWhole) return score;
    if (!old.every((name, place) => path.names[place]?.text === name)) return score;
    const names = path.names.map((name, place) => (place === last ? { ...name, text: to } : name));
    return { ...score, path: { ...path, names } };
  });
}

function mapScores(ruleset: MergedRuleset, change: (score: ScoreOf) => ScoreOf): MergedRuleset {
  const inNode = (node: MergedNode): MergedNode => ({
    ...node,
    head: mapIn(node.head, change),
    points: mapIn(node.points, change),
    statements: mapIn(node.statements, change),
    children: node.children.map(inNode),
  });
  return {
    ...ruleset,
    statements: mapIn(ruleset.statements, change),
    children: ruleset.children.map(inNode),
  };
}

// Parts of trees that hold no such path: trees are kept from one compilation to the next.
const without = new WeakSet();

// What holds no such path stays the very same, so that comparing by identity goes on working.
function mapIn<Value>(value: Value, change: (score: ScoreOf) => ScoreOf): Value {
  if (typeof value !== 'object' || value === null || !holds(value)) return value;
  if (Array.isArray(value)) {
    const mapped = (value as readonly unknown[]).map((inner) => mapIn(inner, change));
    return mapped.every((inner, place) => inner === value[place]) ? value : (mapped as Value);
  }
  if (isScoreOf(value)) return change(value) as Value & ScoreOf;
  const mapped = Object.entries(value).map(([key, inner]) => [key, mapIn(inner, change)] as const);
  const isSame = mapped.every(([key, inner]) => inner === (value as Record<string, unknown>)[key]);
  return isSame ? value : (Object.fromEntries(mapped) as Value);
}

function holds(value: object): boolean {
  if (without.has(value)) return false;
  if (isScoreOf(value)) return true;
  for (const name in value) {
    const inner = (value as Readonly<Record<string, unknown>>)[name];
    if (typeof inner === 'object' && inner !== null && name !== 'span' && holds(inner)) return true;
  }
  without.add(value);
  return false;
}

function isScoreOf(value: object): value is ScoreOf {
  return 'kind' in value && value.kind === 'score-of';
}
