// Which part of one outline is which part of another: the same declaration, then the same name, then a
// part of another name with the very same rules, which is the same part renamed.
import type { Listed } from './align.ts';
import { align } from './align.ts';
import type { OutlineNode, OutlinePart, OutlineStatement } from './outline.ts';
import { nodesIn, statementsIn } from './outline.ts';

export interface Matched<Part> {
  /** For each part of the first outline, its partner. */
  readonly partners: ReadonlyMap<Part, Part>;
  readonly removed: readonly Part[];
  readonly added: readonly Part[];
}

/** Matches the nodes of two bodies. */
export function matchNodes(
  before: readonly OutlinePart[],
  after: readonly OutlinePart[],
): Matched<OutlineNode> {
  const [one, other] = [nodesIn(before), nodesIn(after)];
  const partners = new Map<OutlineNode, OutlineNode>();
  const taken = new Set<OutlineNode>();
  const keys: ((node: OutlineNode) => string)[] = [
    declarationOf,
    ({ name }) => name,
    (node) => rulesOf(node, true),
    (node) => rulesOf(node, false),
  ];
  for (const keyOf of keys)
    for (const node of one) {
      if (partners.has(node)) continue;
      const alike = other.filter(
        (each) => !taken.has(each) && each.node === node.node && keyOf(each) === keyOf(node),
      );
      const rivals = one.filter((each) => !partners.has(each) && keyOf(each) === keyOf(node));
      const [partner] = alike;
      if (!partner || alike.length > 1 || rivals.length > 1) continue;
      partners.set(node, partner);
      taken.add(partner);
    }
  return {
    partners,
    removed: one.filter((node) => !partners.has(node)),
    added: other.filter((node) => !taken.has(node)),
  };
}

/** Matches the other statements of two bodies. */
export function matchStatements(
  before: readonly OutlinePart[],
  after: readonly OutlinePart[],
): Matched<OutlineStatement> {
  const [one, other] = [statementsIn(before), statementsIn(after)];
  const partners = new Map<OutlineStatement, OutlineStatement>();
  for (const isList of [true, false]) {
    const [left, right] = [one, other].map((list) =>
      list.filter(({ tree }) => (tree.kind === 'deduct') === isList),
    );
    const listed = (list: readonly OutlineStatement[] = []): Listed[] =>
      list.map(({ said, key }) => (isList ? { said } : { said, name: key }));
    for (const [at, to] of align(listed(left), listed(right))) {
      const [mine, yours] = [left?.[at], right?.[to]];
      if (mine && yours) partners.set(mine, yours);
    }
  }
  const taken = new Set(partners.values());
  return {
    partners,
    removed: one.filter((part) => !partners.has(part)),
    added: other.filter((part) => !taken.has(part)),
  };
}

function declarationOf({ origins: [first] }: OutlineNode): string {
  return `${first?.start ?? ''} ${first?.file ?? ''}`;
}

// What a node says, its name aside, and its points too where they are not asked for.
function rulesOf(node: OutlineNode, withPoints: boolean): string {
  const inside = node.parts
    .filter((part) => part.kind === 'node' || !TELLING.has(part.tree.kind))
    .map((part) => (part.kind === 'node' ? `${part.name}: ${rulesOf(part, true)}` : part.said));
  const caps = node.caps.map(({ said }) => said);
  const points = withPoints ? [node.points.said] : [];
  return [node.standing, ...points, ...caps, ...inside.sort()].join('\n');
}

/** Statements that give no points and strike none. */
const TELLING: ReadonlySet<string> = new Set(['about', 'source', 'example']);

/** All that a part says, citations and examples with it. */
export function saidBy(part: OutlinePart): string {
  if (part.kind === 'statement') return part.said;
  const statements = statementsIn(part.parts).map(({ said }) => said);
  const nodes = nodesIn(part.parts).map(saidBy);
  const caps = part.caps.map(({ said }) => said);
  return JSON.stringify([
    part.name,
    part.standing,
    part.points.said,
    caps,
    statements.sort(),
    nodes,
  ]);
}
