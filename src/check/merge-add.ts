// `add`: a new group, indicator or item, put where the amendment says, and the appending of nodes
// that an amending ruleset declares at its top.
import type { AddNode } from '../syntax/tree.ts';
import { retireExamples } from './merge-examples.ts';
import type { Amending } from './merge-guards.ts';
import { isFree } from './merge-guards.ts';
import { TOP, changeNode, resolveNode } from './merge-path.ts';
import type { MergedNode, MergedRuleset, NodeDeclaration } from './merged.ts';
import { mergedNode } from './merged.ts';
import { prependFix, renameFix } from './suggest.ts';
import { nearest } from '../text/nearest.ts';

/** The tree with the node added; unchanged when it cannot stand there. */
export function addNode(ruleset: MergedRuleset, add: AddNode, amending: Amending): MergedRuleset {
  const { report } = amending;
  const { declaration } = add;
  const found = add.to ? resolveNode(ruleset, add.to, report) : { path: [], value: TOP };
  if (!found) return ruleset;
  const { places, nodes } = found.value;
  const container = nodes[nodes.length - 1];
  const place = container?.head.kind ?? 'ruleset';
  if (!holds(place, declaration.kind)) {
    report.say('cannot-add-here', declaration.name.span, { added: declaration.kind, to: place });
    return ruleset;
  }
  if (!isFree(found.value, add.to?.span ?? declaration.name.span, amending)) return ruleset;
  const siblings = container?.children ?? ruleset.children;
  const index = positionAmong(siblings, add, amending);
  if (index === undefined || isTaken(siblings, declaration, amending)) return ruleset;
  const added = mergedNode(declaration, amending, 'added');
  const children = [...siblings.slice(0, index), added, ...siblings.slice(index)];
  // Adding to an open group is one way of supplying it.
  const changed =
    places.length === 0
      ? { ...ruleset, children }
      : changeNode(ruleset, places, (old) => ({ ...old, children, open: false }));
  return retireExamples(changed, places, amending.generation, false);
}

function holds(place: NodeDeclaration['kind'] | 'ruleset', kind: NodeDeclaration['kind']): boolean {
  return kind === 'item' ? place === 'indicator' : place === 'ruleset' || place === 'group';
}

function positionAmong(
  siblings: readonly MergedNode[],
  add: AddNode,
  { report }: Amending,
): number | undefined {
  const { neighbour, place } = add;
  if (!neighbour || place === 'last') return siblings.length;
  const index = siblings.findIndex((node) => node.name.text === neighbour.text);
  if (index >= 0) return place === 'after' ? index + 1 : index;
  if (neighbour.text === '') report.leaveOut();
  else {
    const suggestion = nearest(
      neighbour.text,
      siblings.map((node) => node.name.text),
    );
    const fix = renameFix(neighbour.span, suggestion);
    report.say('unknown-path', neighbour.span, { path: neighbour.text, suggestion }, { fix });
  }
  return undefined;
}

/** Says so when a sibling already has the name, and how to replace it. */
export function isTaken(
  siblings: readonly MergedNode[],
  declaration: NodeDeclaration,
  amending: Amending,
): boolean {
  const { name } = declaration;
  const other = siblings.find((node) => node.name.text === name.text);
  if (!other || name.text === '') return false;
  const inherited = other.generation < amending.generation;
  const related = [{ span: other.name.span, note: { en: 'declared here', zh: '在这里声明' } }];
  const fix = inherited ? prependFix(declaration.span, 'replace ') : undefined;
  amending.report.say(
    'duplicate-name',
    name.span,
    { name: name.text, inherited },
    { fix, related },
  );
  return true;
}
