// Finding what an amendment's path means in the merged tree, and changing the tree there. A path may
// be cut down to any of its last names that only one thing has.
import type { Name, Path } from '../syntax/tree.ts';
import type { Container, MergedNode, MergedRuleset, MergedStatement } from './merged.ts';
import { nameOfStatement } from './merged.ts';
import type { Report } from './report.ts';
import { repathFix } from './suggest.ts';
import { nearest } from '../text/nearest.ts';

/** The way to a node: its position among its siblings at every level, and the nodes passed. */
export interface Trail {
  readonly places: readonly number[];
  readonly nodes: readonly MergedNode[];
}

export const TOP: Trail = { places: [], nodes: [] };

/** A statement with a name, and the trail to what holds it. */
export interface NamedStatement {
  readonly trail: Trail;
  readonly merged: MergedStatement;
  readonly name: Name;
}

/** Something that a path can mean. */
export interface Candidate<T> {
  readonly path: readonly string[];
  readonly value: T;
}

/** All nodes, outer ones before inner ones. */
export function nodeCandidates(container: Container): Candidate<Trail>[] {
  const found: Candidate<Trail>[] = [];
  visitNodes(container, (trail) => found.push(candidateAt(trail)));
  return found;
}

// The trail of a visit goes on.
function candidateAt(trail: Trail): Candidate<Trail> {
  const { places, nodes } = trail;
  return { path: namesOf(trail), value: { places: [...places], nodes: [...nodes] } };
}

/** All statements that have a name, at any depth. */
export function statementCandidates(container: Container): Candidate<NamedStatement>[] {
  const found: Candidate<NamedStatement>[] = [];
  const gather = (trail: Trail, { statements }: Container): void => {
    const named = statements.filter(({ statement }) => nameOfStatement(statement));
    if (named.length === 0) return;
    const { path, value } = candidateAt(trail);
    for (const merged of named) {
      const name = nameOfStatement(merged.statement);
      if (name) found.push({ path: [...path, name.text], value: { trail: value, merged, name } });
    }
  };
  gather(TOP, container);
  visitNodes(container, gather);
  return found;
}

/** Visits all nodes, outer ones before inner ones, with the trail to each while it is visited. */
function visitNodes(top: Container, visit: (trail: Trail, node: MergedNode) => void): void {
  const places: number[] = [];
  const nodes: MergedNode[] = [];
  const trail = { places, nodes };
  const visitIn = ({ children }: Container): void => {
    for (const [place, node] of children.entries()) {
      places.push(place);
      nodes.push(node);
      visit(trail, node);
      visitIn(node);
      places.pop();
      nodes.pop();
    }
  };
  visitIn(top);
}

function namesOf(trail: Trail): string[] {
  return trail.nodes.map((node) => node.name.text);
}

/** Those whose path ends in these names; one whose whole path it is goes before all others. */
export function matching<T>(
  candidates: readonly Candidate<T>[],
  names: readonly string[],
): Candidate<T>[] {
  const ends = candidates.filter(({ path }) => endsIn(path, names));
  const whole = ends.filter(({ path }) => path.length === names.length);
  return whole.length === 1 ? whole : ends;
}

function endsIn(path: readonly string[], names: readonly string[]): boolean {
  const start = path.length - names.length;
  return start >= 0 && names.every((name, index) => path[start + index] === name);
}

/** The names of a path, or undefined where a syntax mistake left one empty. */
export function readPath(path: Path): string[] | undefined {
  const names = path.names.map((name) => name.text);
  return names.length === 0 || names.includes('') ? undefined : names;
}

/** The one candidate that a path means; says so when there is none or more than one. */
export function resolvePath<T>(
  candidates: readonly Candidate<T>[],
  path: Path,
  report: Report,
): Candidate<T> | undefined {
  const names = readPath(path);
  if (names === undefined) {
    report.leaveOut();
    return undefined;
  }
  const [first, ...others] = matching(candidates, names);
  const written = names.join(' / ');
  if (first === undefined) {
    const near = nearPath(candidates, names);
    report.say(
      'unknown-path',
      path.span,
      { path: written, suggestion: near?.join(' / ') },
      { fix: repathFix(path.span, near) },
    );
    return undefined;
  }
  if (others.length > 0) {
    const all = [first, ...others].map((candidate) => candidate.path.join(' / '));
    report.say('ambiguous-path', path.span, { path: written, candidates: all });
    return undefined;
  }
  return first;
}

/** The one node that a path means; says so when there is none or more than one. */
export function resolveNode(
  container: Container,
  path: Path,
  report: Report,
): Candidate<Trail> | undefined {
  const names = readPath(path);
  const last = names?.at(-1);
  const named: Candidate<Trail>[] = [];
  visitNodes(container, (trail, { name }) => {
    if (name.text === last) named.push(candidateAt(trail));
  });
  // What a path ends in decides what it can mean; only what it may have meant takes all.
  const isMeant = names !== undefined && matching(named, names).length > 0;
  return resolvePath(isMeant ? named : nodeCandidates(container), path, report);
}

/** The path most like the one written, cut down to as many names where that is clear. */
export function nearPath<T>(
  candidates: readonly Candidate<T>[],
  names: readonly string[],
): readonly string[] | undefined {
  const endings = new Map(
    candidates
      .filter(({ path }) => path.length >= names.length)
      .map(({ path }) => [path.slice(-names.length).join(' / '), path] as const),
  );
  const near = nearest(names.join(' / '), endings.keys());
  const path = near === undefined ? undefined : endings.get(near);
  if (path === undefined) return undefined;
  const ending = path.slice(-names.length);
  return matching(candidates, ending).length === 1 ? ending : path;
}

/** The tree with the node at `places` changed, or without it where `change` gives undefined. */
export function changeNode(
  ruleset: MergedRuleset,
  places: readonly number[],
  change: (node: MergedNode) => MergedNode | undefined,
): MergedRuleset {
  return { ...ruleset, children: changeAmong(ruleset.children, places, change) };
}

function changeAmong(
  children: readonly MergedNode[],
  [place, ...deeper]: readonly number[],
  change: (node: MergedNode) => MergedNode | undefined,
): MergedNode[] {
  return children.flatMap((node, index) => {
    if (index !== place) return [node];
    if (deeper.length > 0)
      return [{ ...node, children: changeAmong(node.children, deeper, change) }];
    const changed = change(node);
    return changed === undefined ? [] : [changed];
  });
}

/** The tree with one statement replaced by others (none removes it). */
export function changeStatement(
  ruleset: MergedRuleset,
  { trail, merged }: NamedStatement,
  others: readonly MergedStatement[],
): MergedRuleset {
  const change = (statements: readonly MergedStatement[]) =>
    statements.flatMap((candidate) => (candidate === merged ? others : [candidate]));
  if (trail.places.length === 0) return { ...ruleset, statements: change(ruleset.statements) };
  return changeNode(ruleset, trail.places, (node) => ({
    ...node,
    statements: change(node.statements),
  }));
}
