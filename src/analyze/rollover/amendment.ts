// Two outlines → the statements that amend the first into the second, as few as the language has for it:
// points and settings alone where they are all that changed, whole declarations where nothing less will do.
import type { Outline, OutlineNode, OutlinePart, OutlineStatement } from './outline.ts';
import { nodesIn, statementsIn } from './outline.ts';
import { newExamples } from './example-signs.ts';
import { matchNodes, matchStatements, saidBy } from './match.ts';
import { shortestPath } from './reading.ts';
import { bareText, extract } from './written.ts';
import type { Written } from './written.ts';
import { writeBody, writeHead } from './write-outline.ts';
import { slotsOf } from './slots.ts';
import { amendmentWords } from './amendment-words.ts';
import type { AmendmentWords } from './amendment-words.ts';

/** Statements of an amendment, sorted into its sections. */
export interface Amendments {
  readonly head: readonly Written[];
  readonly declarations: readonly Written[];
  readonly parts: readonly Written[];
  readonly citations: readonly Written[];
}

/** The amendments that lead from one outline to another. */
export function amendmentsBetween(before: Outline, after: Outline): Amendments {
  const ground: Ground = {
    words: amendmentWords(after.keyword, after.language),
    paths: allPaths(before, after, () => true),
    nodePaths: allPaths(before, after, ({ kind }) => kind === 'node'),
    isNewExample: newExamples(before),
    head: [],
    declarations: [],
    first: [],
    renames: [],
    changes: [],
    additions: [],
    orders: [],
    citations: [],
  };
  topStatements(ground, before.parts, after.parts);
  bodyNodes(ground, [], before.parts, after.parts);
  return {
    head: ground.head,
    declarations: ground.declarations,
    parts: [
      ...ground.first,
      ...ground.renames,
      ...ground.changes,
      ...ground.additions,
      ...ground.orders,
    ],
    citations: ground.citations,
  };
}

interface Ground {
  readonly words: AmendmentWords;
  /** Of everything that a path can mean, before and after, with new names. */
  readonly paths: readonly (readonly string[])[];
  /** Of groups, indicators and items alone: most amendments mean nothing else. */
  readonly nodePaths: readonly (readonly string[])[];
  readonly isNewExample: (part: OutlineStatement) => boolean;
  readonly head: Written[];
  readonly declarations: Written[];
  /** Removals come before renamings, those before what speaks of parts by their new names. */
  readonly first: Written[];
  readonly renames: Written[];
  readonly changes: Written[];
  readonly additions: Written[];
  readonly orders: Written[];
  readonly citations: Written[];
}

const HEAD: ReadonlySet<string> = new Set(['about', 'source', 'total', 'rounding', 'grades']);

/** Statements that `replace` and `remove` find by their names. */
const NAMED: ReadonlySet<string> = new Set([
  'option',
  'type',
  'input',
  'let',
  'output',
  'check',
  'veto',
  'exempt',
]);

function topStatements(
  ground: Ground,
  before: readonly OutlinePart[],
  after: readonly OutlinePart[],
): void {
  const { partners, removed } = matchStatements(before, after);
  const partnerOf = new Map([...partners].map(([one, other]) => [other, one]));
  for (const part of removed) removeStatement(ground, [], part);
  for (const part of statementsIn(after)) {
    const old = partnerOf.get(part);
    const { kind } = part.tree;
    if (old?.said === part.said) continue;
    if (HEAD.has(kind)) ground.head.push(commented(part, old, part.written));
    else if (kind === 'example') {
      if (ground.isNewExample(part)) ground.declarations.push(commented(part, old, part.written));
    } else if (!old) ground.declarations.push(commented(part, old, part.written));
    else changeStatement(ground, [], old, part, ground.declarations);
  }
}

function removeStatement(ground: Ground, above: readonly string[], part: OutlineStatement): void {
  const { name, tree } = part;
  if (name === undefined || !NAMED.has(tree.kind)) return;
  const path = shortestPath(ground.paths, [...above, name]);
  ground.first.push(ground.words.remove(path));
}

function changeStatement(
  ground: Ground,
  above: readonly string[],
  old: OutlineStatement,
  part: OutlineStatement,
  to: Written[],
): void {
  const { name } = part;
  if (name === undefined || !NAMED.has(part.tree.kind)) return;
  const path = shortestPath(ground.paths, [...above, name]);
  const value = settable(old, part);
  const text = value
    ? ground.words.set(path, value)
    : ground.words.replaceStatement(part, path.slice(0, -1));
  to.push(commented(part, old, text));
}

/** The new value, where nothing else of an option or a definition has changed. */
function settable(old: OutlineStatement, part: OutlineStatement): Written | undefined {
  const [one, other] = [old.tree, part.tree];
  if (one.kind === 'option' && other.kind === 'option') {
    const [from, to] = [slotsOf(one), slotsOf(other)];
    const isAlike = (slot: 'type' | 'about') =>
      from.fields.get(slot)?.said === to.fields.get(slot)?.said;
    const isSame = from.rest === to.rest && isAlike('type') && isAlike('about');
    return isSame ? extract(part.written, other.value.span) : undefined;
  }
  if (one.kind !== 'let' || other.kind !== 'let' || !one.open || !other.value) return undefined;
  return extract(part.written, other.value.span);
}

function bodyNodes(
  ground: Ground,
  path: readonly string[],
  before: readonly OutlinePart[],
  after: readonly OutlinePart[],
): void {
  const { partners, removed } = matchNodes(before, after);
  const partnerOf = new Map([...partners].map(([one, other]) => [other, one]));
  for (const node of removed)
    ground.first.push(ground.words.remove(shortestPath(ground.nodePaths, [...path, node.name])));
  const nodes = nodesIn(after);
  const standing = nodesIn(before).flatMap((node) => partners.get(node) ?? []);
  nodes.forEach((node, at) => {
    const old = partnerOf.get(node);
    const own = [...path, node.name];
    if (old) {
      if (old.name !== node.name) {
        const former = shortestPath(ground.nodePaths, [...path, old.name]);
        ground.renames.push(ground.words.rename(former, node.nameText));
      }
      changeNode(ground, own, old, node);
      return;
    }
    const neighbour = nodes[at - 1];
    const next = nodes.slice(at + 1).find((each) => standing.includes(each));
    const to = path.length === 0 ? [] : shortestPath(ground.nodePaths, path);
    if (neighbour) standing.splice(standing.indexOf(neighbour) + 1, 0, node);
    else standing.splice(next ? standing.indexOf(next) : standing.length, 0, node);
    const isLast = standing.at(-1) === node;
    const place = isLast
      ? undefined
      : neighbour
        ? ({ word: 'after', name: neighbour.nameText } as const)
        : next && ({ word: 'before', name: next.nameText } as const);
    const body = writeBody(node);
    const text = ground.words.add(node.words, writeHead(node), to, place, body);
    ground.additions.push(commented(node, undefined, text));
  });
  if (standing.some((node, at) => node !== nodes[at])) {
    const to = path.length === 0 ? [] : shortestPath(ground.nodePaths, path);
    ground.orders.push(
      ground.words.order(
        to,
        nodes.map(({ nameText }) => nameText),
      ),
    );
  }
}

function changeNode(
  ground: Ground,
  path: readonly string[],
  old: OutlineNode,
  node: OutlineNode,
): void {
  if (saidBy({ ...old, name: node.name }) === saidBy(node)) return;
  if (needsReplacing(ground, path, old, node)) {
    const short = shortestPath(ground.nodePaths, path);
    const head = writeHead({ ...node, nameText: [] });
    const text = ground.words.replaceNode(node, short, [...head, ...writeBody(node)]);
    ground.changes.push(commented(node, old, text));
    return;
  }
  if (old.points.said !== node.points.said) {
    const text = ground.words.points(shortestPath(ground.nodePaths, path), node.points.written);
    ground.changes.push(commented(node, old, text));
  }
  const { partners, removed, added } = matchStatements(old.parts, node.parts);
  for (const part of removed) removeStatement(ground, path, part);
  for (const part of added) citeSource(ground, path, part);
  for (const [one, other] of partners) {
    if (one.said === other.said) continue;
    if (other.tree.kind === 'source') citeSource(ground, path, other);
    else changeStatement(ground, path, one, other, ground.changes);
  }
  bodyNodes(ground, path, old.parts, node.parts);
}

function citeSource(ground: Ground, path: readonly string[], part: OutlineStatement): void {
  if (part.tree.kind !== 'source') return;
  const text = ground.words.cite(shortestPath(ground.nodePaths, path), part);
  if (text) ground.citations.push(text);
}

// Amendments reach points, named statements and citations; all else goes with the whole declaration.
function needsReplacing(
  ground: Ground,
  path: readonly string[],
  old: OutlineNode,
  node: OutlineNode,
): boolean {
  const caps = (each: OutlineNode) => JSON.stringify(each.caps.map(({ said }) => said));
  if (old.standing !== node.standing || caps(old) !== caps(node)) return true;
  const { partners, removed, added } = matchStatements(old.parts, node.parts);
  const isExample = ({ tree }: OutlineStatement) => tree.kind === 'example';
  return (
    statementsIn(node.parts).some((part) => isExample(part) && ground.isNewExample(part)) ||
    removed.some((part) => !isExample(part) && !NAMED.has(part.tree.kind)) ||
    added.some((part) => !isExample(part) && part.tree.kind !== 'source') ||
    [...partners].some(
      ([one, other]) =>
        one.said !== other.said &&
        !isExample(other) &&
        other.tree.kind !== 'source' &&
        !isReachable(ground, path, other),
    )
  );
}

// What is named by a text has no path, so its name must be the only one of its kind.
function isReachable(ground: Ground, path: readonly string[], part: OutlineStatement): boolean {
  if (part.name === undefined || !NAMED.has(part.tree.kind)) return false;
  const isByText = ['check', 'veto', 'exempt'].includes(part.tree.kind);
  return !isByText || shortestPath(ground.paths, [...path, part.name]).length === 1;
}

// Comments come along where they are new.
function commented(part: OutlinePart, old: OutlinePart | undefined, text: Written): Written {
  const { lead, behind } = part.around;
  const known = (written: Written, other: Written | undefined) =>
    other !== undefined && bareText(written).trim() === bareText(other).trim();
  const above = known(lead, old?.around.lead) ? [] : lead;
  const after = known(behind, old?.around.behind) ? [] : behind;
  const isEnded = /[\r\n][^\S\r\n]*$/.test(bareText(above)) || above.length === 0;
  const [first] = text;
  return [
    ...above,
    ...(isEnded || !first ? [] : [{ ...first, text: '\n', isPutIn: true }]),
    ...text,
    ...after,
  ];
}

function allPaths(
  before: Outline,
  after: Outline,
  isMeant: (part: OutlinePart) => boolean,
): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  const gather = (parts: readonly OutlinePart[], above: readonly string[]): void => {
    for (const part of parts) {
      if (part.name === undefined || !isMeant(part)) continue;
      const path = [...above, part.name];
      found.set(JSON.stringify(path), path);
      if (part.kind === 'node') gather(part.parts, path);
    }
  };
  gather(before.parts, []);
  gather(after.parts, []);
  return [...found.values()];
}
