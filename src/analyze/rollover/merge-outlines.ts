// Three outlines into one: what both sides left alone stays, what one of them changed is taken, and where
// both changed the same thing in different ways there is a conflict, named by part and statement.
import { exampleSigns } from './example-signs.ts';
import type { Difference, Subject, Version } from './differences.ts';
import { orderVersion, version } from './differences.ts';
import { matchNodes, matchStatements, saidBy } from './match.ts';
import type { Matched } from './match.ts';
import { mergeStatement } from './merge-statement.ts';
import type { Outline, OutlineNode, OutlinePart, OutlineStatement } from './outline.ts';
import { nodesIn, statementsIn } from './outline.ts';
import { writeNode } from './write-outline.ts';

/** Something that both sides changed, each in its own way. */
export interface Conflict extends Pick<Difference, 'path' | 'subject'> {
  /** What it was; undefined where it was not there. */
  readonly base: Version | undefined;
  readonly ours: Version | undefined;
  readonly theirs: Version | undefined;
}

export interface MergedOutlines {
  /** Where there are conflicts it has what we wrote. */
  readonly outline: Outline;
  readonly conflicts: readonly Conflict[];
}

/** What is merged, and who has the last word on names, years and documents. */
export interface Merging {
  readonly base: Outline;
  readonly ours: Outline;
  readonly theirs: Outline;
  /** Ours is a ruleset of its own that grew from the base: its name and its sources are its own. */
  readonly isAmendment: boolean;
}

/** Merges what two sides made of one ruleset. */
export function mergeOutlines({ base, ours, theirs, isAmendment }: Merging): MergedOutlines {
  const conflicts: Conflict[] = [];
  const ground: Ground = { conflicts, isAmendment, sign: exampleSigns(base) };
  const head = (kind: 'ruleset-name' | 'period', field: 'nameText' | 'periodText') => {
    const of = (outline: Outline) => ({ said: textOf(outline, kind), outline });
    const chosen = isAmendment ? 'ours' : choose(of(base), of(ours), of(theirs));
    if (chosen === 'neither')
      conflict(
        ground,
        [],
        { kind },
        version(base[field]),
        version(ours[field]),
        version(theirs[field]),
      );
    return chosen === 'theirs' ? theirs : ours;
  };
  const named = head('ruleset-name', 'nameText');
  const dated = head('period', 'periodText');
  const outline: Outline = {
    ...ours,
    name: named.name,
    nameText: named.nameText,
    period: dated.period,
    periodText: dated.periodText,
    parts: mergeBodies(ground, [], base.parts, ours.parts, theirs.parts),
  };
  return { outline, conflicts };
}

interface Ground {
  readonly conflicts: Conflict[];
  readonly isAmendment: boolean;
  /** What examples say, whatever reading they keep. */
  readonly sign: (part: OutlineStatement) => string;
}

function textOf({ name, period }: Outline, kind: 'ruleset-name' | 'period'): string {
  return kind === 'period' ? (period ?? '') : name;
}

interface Said {
  readonly said: string;
}

/** Whose version stands; `neither` where both changed it in different ways. */
function choose(base: Said, ours: Said, theirs: Said): 'ours' | 'theirs' | 'neither' {
  if (ours.said === theirs.said || theirs.said === base.said) return 'ours';
  return ours.said === base.said ? 'theirs' : 'neither';
}

function conflict(
  { conflicts }: Ground,
  path: readonly string[],
  subject: Subject,
  base: Version | undefined,
  ours: Version | undefined,
  theirs: Version | undefined,
): void {
  conflicts.push({ path, subject, base, ours, theirs });
}

function mergeBodies(
  ground: Ground,
  path: readonly string[],
  base: readonly OutlinePart[],
  ours: readonly OutlinePart[],
  theirs: readonly OutlinePart[],
): OutlinePart[] {
  /** What each part of a side becomes; undefined where it is left out. */
  const fate = new Map<OutlinePart, OutlinePart | undefined>();
  mergeAll(
    [matchStatements(base, ours), matchStatements(base, theirs)],
    statementsIn(base),
    fate,
    ({ key }) => key,
    {
      isChanged: (one, other) => ground.sign(one) !== ground.sign(other),
      both: (one, mine, yours) => mergeStatements(ground, path, one, mine, yours),
      removedAndChanged: (one, mine, yours) => {
        // Examples of a rule that was changed go of themselves.
        if (one.tree.kind === 'example') return;
        const subject = subjectOf(one);
        conflict(ground, path, subject, versionOf(one), versionOf(mine), versionOf(yours));
      },
      added: (mine, yours) => {
        if (mine.tree.kind !== 'example' && !(ground.isAmendment && isProvenance(mine)))
          conflict(ground, path, subjectOf(mine), undefined, versionOf(mine), versionOf(yours));
      },
    },
  );
  const [mineMatched, yoursMatched] = [matchNodes(base, ours), matchNodes(base, theirs)];
  mergeAll([mineMatched, yoursMatched], nodesIn(base), fate, ({ name }) => name, {
    isChanged: (one, other) => saidBy(one) !== saidBy(other),
    both: (one, mine, yours) => mergeNodes(ground, [...path, mine.name], one, mine, yours),
    removedAndChanged: (one, mine, yours) => {
      const subject = { kind: 'node', node: one.node } as const;
      const own = [...path, one.name];
      conflict(ground, own, subject, versionOf(one), versionOf(mine), versionOf(yours));
    },
    added: (mine, yours) => {
      const subject = { kind: 'node', node: mine.node } as const;
      const own = [...path, mine.name];
      conflict(ground, own, subject, undefined, versionOf(mine), versionOf(yours));
    },
  });
  const isOurOrder = orderOf(ground, path, base, mineMatched, yoursMatched, [ours, theirs]);
  return isOurOrder ? weave(ours, theirs, fate) : weave(theirs, ours, fate);
}

interface Cases<Part> {
  readonly isChanged: (base: Part, other: Part) => boolean;
  readonly both: (base: Part, ours: Part, theirs: Part) => Part;
  /** One side has removed what the other has changed. */
  readonly removedAndChanged: (
    base: Part,
    ours: Part | undefined,
    theirs: Part | undefined,
  ) => void;
  /** Both sides have added something of the same name that says different things. */
  readonly added: (ours: Part, theirs: Part) => void;
}

function mergeAll<Part extends OutlinePart>(
  [mine, yours]: readonly [Matched<Part>, Matched<Part>],
  base: readonly Part[],
  fate: Map<OutlinePart, OutlinePart | undefined>,
  nameOf: (part: Part) => string,
  cases: Cases<Part>,
): void {
  for (const one of base) {
    const [ours, theirs] = [mine.partners.get(one), yours.partners.get(one)];
    if (ours && theirs) {
      const merged = cases.both(one, ours, theirs);
      fate.set(ours, merged).set(theirs, merged);
      continue;
    }
    const left = ours ?? theirs;
    if (left === undefined) continue;
    const isChanged = cases.isChanged(one, left);
    if (isChanged) cases.removedAndChanged(one, ours, theirs);
    fate.set(left, isChanged && ours ? ours : undefined);
  }
  for (const ours of mine.added) {
    const theirs = yours.added.find((part) => nameOf(part) === nameOf(ours));
    if (theirs && saidBy(theirs) !== saidBy(ours)) cases.added(ours, theirs);
    if (theirs) fate.set(theirs, ours);
    fate.set(ours, ours);
  }
  for (const theirs of yours.added) if (!fate.has(theirs)) fate.set(theirs, theirs);
}

function mergeStatements(
  ground: Ground,
  path: readonly string[],
  base: OutlineStatement,
  ours: OutlineStatement,
  theirs: OutlineStatement,
): OutlineStatement {
  const chosen = choose(base, ours, theirs);
  if (chosen === 'ours') return ours;
  if (chosen === 'theirs') return theirs;
  if (ground.isAmendment && isProvenance(ours)) return ours;
  const { merged, conflicts } = mergeStatement(base, ours, theirs);
  for (const { slot, ...versions } of conflicts)
    conflict(
      ground,
      path,
      { ...subjectOf(ours), slot },
      versions.base,
      versions.ours,
      versions.theirs,
    );
  return merged;
}

/** Says where a rule is from and what it is about, which each ruleset says for itself. */
function isProvenance({ tree }: OutlineStatement): boolean {
  return tree.kind === 'source' || tree.kind === 'about';
}

function mergeNodes(
  ground: Ground,
  path: readonly string[],
  base: OutlineNode,
  ours: OutlineNode,
  theirs: OutlineNode,
): OutlineNode {
  if (saidBy(ours) === saidBy(theirs) || saidBy(theirs) === saidBy(base)) return ours;
  if (saidBy(ours) === saidBy(base)) return theirs;
  const pick = (
    kind: 'name' | 'points' | 'head',
    said: (node: OutlineNode) => string,
    shown: (node: OutlineNode) => Version,
  ): OutlineNode => {
    const of = (node: OutlineNode) => ({ said: said(node) });
    const chosen = choose(of(base), of(ours), of(theirs));
    if (chosen === 'neither')
      conflict(ground, path, { kind }, shown(base), shown(ours), shown(theirs));
    return chosen === 'theirs' ? theirs : ours;
  };
  const named = pick(
    'name',
    ({ name }) => name,
    ({ nameText }) => version(nameText),
  );
  const pointed = pick(
    'points',
    ({ points }) => points.said,
    ({ points }) => version(points.written),
  );
  const headed = pick(
    'head',
    ({ standing, caps }) => JSON.stringify([standing, caps.map(({ said }) => said)]),
    ({ words, caps }) => version([...words, ...caps.flatMap(({ written }) => written)]),
  );
  const parts = mergeBodies(ground, path, base.parts, ours.parts, theirs.parts);
  return {
    ...ours,
    name: named.name,
    nameText: named.nameText,
    points: pointed.points,
    words: headed.words,
    standing: headed.standing,
    caps: headed.caps,
    isBare: parts.length === 0 && ours.isBare && theirs.isBare,
    isFlat: false,
    parts,
  };
}

// True where our order of the nodes stands.
function orderOf(
  ground: Ground,
  path: readonly string[],
  base: readonly OutlinePart[],
  mine: Matched<OutlineNode>,
  yours: Matched<OutlineNode>,
  [ours, theirs]: readonly [readonly OutlinePart[], readonly OutlinePart[]],
): boolean {
  const standing = nodesIn(base).filter(
    (node) => mine.partners.has(node) && yours.partners.has(node),
  );
  const order = (side: readonly OutlinePart[], { partners }: Matched<OutlineNode>) => {
    const nodes = nodesIn(side);
    const placeOf = (node: OutlineNode) => {
      const partner = partners.get(node);
      return partner ? nodes.indexOf(partner) : -1;
    };
    const sorted = standing.toSorted((a, b) => placeOf(a) - placeOf(b));
    return { said: sorted.map((node) => standing.indexOf(node)).join() };
  };
  const original = { said: standing.map((_, at) => at).join() };
  const [own, other] = [order(ours, mine), order(theirs, yours)];
  const chosen = choose(original, own, other);
  if (chosen === 'neither')
    conflict(
      ground,
      path,
      { kind: 'order' },
      orderVersion(nodesIn(base)),
      orderVersion(nodesIn(ours)),
      orderVersion(nodesIn(theirs)),
    );
  return own.said !== original.said;
}

/** The parts of one side in its order, with those that only the other has behind their neighbours. */
function weave(
  side: readonly OutlinePart[],
  other: readonly OutlinePart[],
  fate: ReadonlyMap<OutlinePart, OutlinePart | undefined>,
): OutlinePart[] {
  const parts = side.flatMap((part) => fate.get(part) ?? []);
  let before = -1;
  for (const part of other) {
    const merged = fate.get(part);
    if (!merged) continue;
    const at = parts.indexOf(merged);
    if (at >= 0) before = at;
    else parts.splice(++before, 0, merged);
  }
  return parts;
}

function subjectOf({ tree, name }: OutlineStatement): Extract<Subject, { kind: 'statement' }> {
  return { kind: 'statement', statement: tree.kind, name, slot: undefined };
}

function versionOf(part: OutlinePart | undefined): Version | undefined {
  return part && version(part.kind === 'node' ? writeNode(part) : part.written);
}
