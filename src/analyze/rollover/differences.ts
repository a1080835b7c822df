// Two outlines → what is written differently in them, part by part and statement by statement, each with
// the places of both. Examples and comments are no differences in what a ruleset says.
import type { NodeDeclaration, PlainDeclaration } from '../../check/merged.ts';
import type { Span } from '../../text/span.ts';
import { align } from './align.ts';
import { matchNodes, matchStatements, saidBy } from './match.ts';
import type { Outline, OutlineNode, OutlinePart, OutlineStatement } from './outline.ts';
import { nodesIn } from './outline.ts';
import type { Row, SlotName } from './slots.ts';
import { slotsOf } from './slots.ts';
import { writeNode } from './write-outline.ts';
import type { Written } from './written.ts';
import { bareText, beginning, extract } from './written.ts';

/** What of a ruleset is another. */
export type Subject =
  | { readonly kind: 'ruleset-name' | 'period' }
  | { readonly kind: 'node'; readonly node: NodeDeclaration['kind'] }
  | { readonly kind: 'name' | 'points' | 'head' | 'order' }
  | {
      readonly kind: 'statement';
      readonly statement: PlainDeclaration['kind'];
      readonly name: string | undefined;
      /** Which part of it; undefined for the whole. */
      readonly slot: SlotName | 'row' | undefined;
    };

/** One side of a difference. */
export interface Version {
  readonly text: string;
  readonly place: Span | undefined;
}

export interface Difference {
  /** The part in which it is, from the top down; empty for the ruleset itself. */
  readonly path: readonly string[];
  readonly subject: Subject;
  /** Undefined where there is nothing on that side. */
  readonly before: Version | undefined;
  readonly after: Version | undefined;
}

/** What is written differently in two rulesets. */
export function differencesBetween(before: Outline, after: Outline): readonly Difference[] {
  const head = (kind: 'ruleset-name' | 'period', one?: Written, other?: Written): Difference[] => {
    const [from, to] = [one && version(one), other && version(other)];
    return from?.text === to?.text
      ? []
      : [{ path: [], subject: { kind }, before: from, after: to }];
  };
  return [
    ...head('ruleset-name', before.nameText, after.nameText),
    ...head('period', before.periodText, after.periodText),
    ...bodyDifferences([], before.parts, after.parts),
  ];
}

function bodyDifferences(
  path: readonly string[],
  before: readonly OutlinePart[],
  after: readonly OutlinePart[],
): Difference[] {
  const statements = matchStatements(before, after);
  const nodes = matchNodes(before, after);
  const found: Difference[] = [];
  for (const part of statements.removed) found.push(...statementDifference(path, part, undefined));
  for (const [one, other] of statements.partners)
    if (one.said !== other.said) found.push(...statementDifference(path, one, other));
  for (const part of statements.added) found.push(...statementDifference(path, undefined, part));
  for (const node of nodes.removed)
    found.push(nodeDifference([...path, node.name], node, undefined));
  const partnerOf = new Map([...nodes.partners].map(([one, other]) => [other, one]));
  for (const node of nodesIn(after)) {
    const partner = partnerOf.get(node);
    if (!partner) found.push(nodeDifference([...path, node.name], undefined, node));
    else if (saidBy(partner) !== saidBy(node))
      found.push(...insideDifferences([...path, node.name], partner, node));
  }
  const kept = nodesIn(before).flatMap((node) => nodes.partners.get(node) ?? []);
  const now = nodesIn(after).filter((node) => partnerOf.has(node));
  if (kept.some((node, at) => node !== now[at]))
    found.push({
      path,
      subject: { kind: 'order' },
      before: orderVersion(nodesIn(before)),
      after: orderVersion(nodesIn(after)),
    });
  return found;
}

/** The order of parts, as a text. */
export function orderVersion(nodes: readonly OutlineNode[]): Version {
  const [first] = nodes;
  return {
    text: nodes.map(({ name }) => name).join(', '),
    place: first && beginning(first.nameText),
  };
}

function insideDifferences(
  path: readonly string[],
  before: OutlineNode,
  after: OutlineNode,
): Difference[] {
  const own = (kind: 'name' | 'points' | 'head', one: Written, other: Written): Difference => ({
    path,
    subject: { kind },
    before: version(one),
    after: version(other),
  });
  const caps = ({ caps: all, standing }: OutlineNode) =>
    JSON.stringify([standing, all.map(({ said }) => said)]);
  const head = ({ words, caps: all }: OutlineNode): Written => [
    ...words,
    ...all.flatMap(({ written }) => written),
  ];
  return [
    ...(before.name === after.name ? [] : [own('name', before.nameText, after.nameText)]),
    ...(before.points.said === after.points.said
      ? []
      : [own('points', before.points.written, after.points.written)]),
    ...(caps(before) === caps(after) ? [] : [own('head', head(before), head(after))]),
    ...bodyDifferences(path, before.parts, after.parts),
  ];
}

function nodeDifference(
  path: readonly string[],
  before: OutlineNode | undefined,
  after: OutlineNode | undefined,
): Difference {
  const node = (after ?? before)?.node ?? 'group';
  return {
    path,
    subject: { kind: 'node', node },
    before: before && version(writeNode(before)),
    after: after && version(writeNode(after)),
  };
}

function statementDifference(
  path: readonly string[],
  before: OutlineStatement | undefined,
  after: OutlineStatement | undefined,
): Difference[] {
  const part = after ?? before;
  if (!part || part.tree.kind === 'example') return [];
  const { kind: statement } = part.tree;
  const { name } = part;
  const difference = (
    slot: SlotName | 'row' | undefined,
    one: Version | undefined,
    other: Version | undefined,
  ): Difference => ({
    path,
    subject: { kind: 'statement', statement, name, slot },
    before: one,
    after: other,
  });
  const whole = difference(
    undefined,
    before && version(before.written),
    after && version(after.written),
  );
  if (!before || !after) return [whole];
  const [one, other] = [slotsOf(before.tree), slotsOf(after.tree)];
  if (one.rest !== other.rest) return [whole];
  const names = new Set([...one.fields.keys(), ...other.fields.keys()]);
  const fields = [...names].flatMap((slot) => {
    const [from, to] = [one.fields.get(slot), other.fields.get(slot)];
    if (from?.said === to?.said) return [];
    const isSingle = names.size === 1 && one.rows === undefined;
    return [
      difference(
        isSingle ? undefined : slot,
        from && versionOf(before, from.span),
        to && versionOf(after, to.span),
      ),
    ];
  });
  const rows = rowPairs(one.rows ?? [], other.rows ?? []).map(([from, to]) =>
    difference('row', from && versionOf(before, from.span), to && versionOf(after, to.span)),
  );
  return fields.length + rows.length > 0 ? [...fields, ...rows] : [whole];
}

function versionOf({ written }: OutlineStatement, span: Span): Version {
  const found = extract(written, span);
  return found ? version(found) : { text: bareText(written).trim(), place: span };
}

function rowPairs(
  before: readonly Row[],
  after: readonly Row[],
): (readonly [Row | undefined, Row | undefined])[] {
  const partners = align(before, after);
  const taken = new Set(partners.values());
  const pairs: (readonly [Row | undefined, Row | undefined])[] = [
    ...before.map((row, at) => [row, after[partners.get(at) ?? -1]] as const),
    ...after.filter((_, at) => !taken.has(at)).map((row) => [undefined, row] as const),
  ];
  return pairs.filter(([one, other]) => one?.said !== other?.said);
}

/** A written thing as one side of a difference. */
export function version(written: Written): Version {
  return { text: bareText(written).trim(), place: beginning(written) };
}
