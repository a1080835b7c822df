// One amendment applied to the merged tree: the tree before in, the tree after out. Every change
// adds to the origins of what it changed, asks the locks first, and leaves the tree as it was when
// the amendment makes no sense.
import type { Origin } from '../model/framework.ts';
import type { StatementWord } from '../diagnostics/words.ts';
import type { Span } from '../text/span.ts';
import type {
  Amendment,
  CiteNode,
  Name,
  OrderNode,
  PointsNode,
  RemoveNode,
  RenameNode,
  SetNode,
} from '../syntax/tree.ts';
import { addNode } from './merge-add.ts';
import { keepReading, retireExamples, retireSpeakingOf, retireStating } from './merge-examples.ts';
import { isFree, noteAmended } from './merge-guards.ts';
import type { Amending } from './merge-guards.ts';
import type { Trail } from './merge-path.ts';
import {
  TOP,
  changeNode,
  changeStatement,
  matching,
  nodeCandidates,
  readPath,
  resolveNode,
  resolvePath,
  statementCandidates,
} from './merge-path.ts';
import { replaceDeclaration } from './merge-replace.ts';
import { followRename } from './merge-scores.ts';
import type { MergedNode, MergedRuleset } from './merged.ts';
import { sameExpression } from './same-expression.ts';
import { renameFix } from './suggest.ts';
import { nearest } from '../text/nearest.ts';

/** The tree after one amendment. */
export function amend(
  ruleset: MergedRuleset,
  amendment: Amendment,
  amending: Amending,
): MergedRuleset {
  switch (amendment.kind) {
    case 'points':
      return changePoints(ruleset, amendment, amending);
    case 'set':
      return setValue(ruleset, amendment, amending);
    case 'replace':
      return replaceDeclaration(ruleset, amendment, amending);
    case 'remove':
      return remove(ruleset, amendment, amending);
    case 'add':
      return addNode(ruleset, amendment, amending);
    case 'rename':
      return rename(ruleset, amendment, amending);
    case 'order':
      return reorder(ruleset, amendment, amending);
    case 'cite':
      return cite(ruleset, amendment, amending);
    default:
      return amendment satisfies never;
  }
}

function originOf(amending: Amending, span: Span, act: Origin['act']): Origin {
  return { file: amending.file, span, act };
}

function lastOf(trail: Trail): MergedNode | undefined {
  return trail.nodes[trail.nodes.length - 1];
}

function changePoints(
  ruleset: MergedRuleset,
  { path, points, span }: PointsNode,
  amending: Amending,
): MergedRuleset {
  const { report, generation } = amending;
  const found = resolveNode(ruleset, path, report);
  const node = found && lastOf(found.value);
  if (!found || !node || !isFree(found.value, path.span, amending)) return ruleset;
  noteAmended(amending, 'points', found.path, path.span);
  if (sameExpression(node.points, points)) {
    report.say('amendment-changes-nothing', path.span, { name: found.path.join(' / ') });
    return ruleset;
  }
  const changed = changeNode(ruleset, found.value.places, (old) => ({
    ...old,
    points,
    origins: [...old.origins, originOf(amending, span, 'points')],
  }));
  // What stands in a group is scored by itself; only an indicator's own points reach its items.
  return retireExamples(changed, found.value.places, generation, node.head.kind !== 'group');
}

function setValue(
  ruleset: MergedRuleset,
  { name: path, value, span }: SetNode,
  amending: Amending,
): MergedRuleset {
  const { report, generation } = amending;
  const statements = statementCandidates(ruleset);
  const settable = statements.filter(({ value: { merged } }) => isSettable(merged.statement.kind));
  const names = readPath(path);
  if (names && matching(settable, names).length === 0) {
    const other = matching(statements, names)[0]?.value.merged.statement.kind;
    const found =
      other ?? lastOf(matching(nodeCandidates(ruleset), names)[0]?.value ?? TOP)?.head.kind;
    if (found !== undefined) {
      report.say('not-settable', path.span, {
        name: names.join(' / '),
        found: found as StatementWord,
      });
      return ruleset;
    }
  }
  const target = resolvePath(settable, path, report);
  if (!target) return ruleset;
  const { merged, trail } = target.value;
  const { statement } = merged;
  if (!isFree(trail, path.span, amending, merged)) return ruleset;
  if (statement.kind !== 'option' && statement.kind !== 'let') return ruleset;
  noteAmended(amending, 'set', target.path, path.span);
  // Stating the reading that the parent happens to share is no mistake: the district has chosen it.
  const origins = [...merged.origins, originOf(amending, span, 'set')];
  const changed = changeStatement(ruleset, target.value, [
    { ...merged, statement: { ...statement, value }, origins, open: false },
  ]);
  // What was open had no value before, so no older example can have leaned on it.
  if (merged.open) return changed;
  if (statement.kind === 'option')
    return { ...changed, ...keepReading(changed, statement.name, statement.value, generation) };
  return retireExamples(changed, trail.places, generation, true);
}

function isSettable(kind: string): boolean {
  return kind === 'option' || kind === 'let';
}

function remove(ruleset: MergedRuleset, { path }: RemoveNode, amending: Amending): MergedRuleset {
  const { report, generation } = amending;
  const names = readPath(path);
  const nodes = nodeCandidates(ruleset);
  const statements = statementCandidates(ruleset);
  // A name that an indicator shares with something inside another means the indicator.
  if (names && matching(nodes, names).length === 0 && matching(statements, names).length > 0) {
    const found = resolvePath(statements, path, report);
    if (!found || !isFree(found.value.trail, path.span, amending, found.value.merged))
      return ruleset;
    const { trail, merged, name } = found.value;
    const changed = changeStatement(ruleset, found.value, []);
    switch (merged.statement.kind) {
      case 'input':
      case 'option':
      case 'type':
      case 'check':
        return retireSpeakingOf(changed, [name.text], generation);
      case 'output':
        return retireStating(changed, generation);
      default:
        return retireExamples(changed, trail.places, generation, true);
    }
  }
  const found = resolvePath(
    [...nodes, ...statements.map(({ path: at }) => ({ path: at, value: TOP }))],
    path,
    report,
  );
  if (!found || !isFree(found.value, path.span, amending, 'with all inside')) return ruleset;
  const removed = changeNode(ruleset, found.value.places, () => undefined);
  const lost = { path: found.path, act: 'removed', renamedTo: undefined, span: path.span } as const;
  const changed = { ...removed, gone: [...ruleset.gone, lost] };
  return retireExamples(changed, found.value.places.slice(0, -1), generation, false);
}

function rename(
  ruleset: MergedRuleset,
  { path, to }: RenameNode,
  amending: Amending,
): MergedRuleset {
  const { report } = amending;
  const names = readPath(path);
  const nodes = nodeCandidates(ruleset);
  const statement =
    names &&
    matching(nodes, names).length === 0 &&
    matching(statementCandidates(ruleset), names)[0];
  if (statement) {
    const { name, merged } = statement.value;
    report.say('not-renamable', path.span, {
      name: name.text,
      found: merged.statement.kind as StatementWord,
    });
    return ruleset;
  }
  const found = resolvePath(nodes, path, report);
  const node = found && lastOf(found.value);
  if (!found || !node || !isFree(found.value, path.span, amending)) return ruleset;
  if (to.text === '') {
    report.leaveOut();
    return ruleset;
  }
  noteAmended(amending, 'rename', found.path, path.span);
  if (node.name.text === to.text) {
    report.say('amendment-changes-nothing', to.span, { name: to.text });
    return ruleset;
  }
  const renamed = changeNode(ruleset, found.value.places, (old) => ({
    ...old,
    name: to,
    formerNames: [...old.formerNames, old.name.text],
    origins: [...old.origins, originOf(amending, to.span, 'renamed')],
  }));
  const gone = { path: found.path, act: 'renamed', renamedTo: to.text, span: to.span } as const;
  return { ...followRename(renamed, found.path, to.text), gone: [...ruleset.gone, gone] };
}

function reorder(ruleset: MergedRuleset, order: OrderNode, amending: Amending): MergedRuleset {
  const { report } = amending;
  const found = order.path ? resolveNode(ruleset, order.path, report) : { path: [], value: TOP };
  const span = order.path?.span ?? order.names[0]?.span ?? order.span;
  if (!found || !isFree(found.value, span, amending)) return ruleset;
  noteAmended(amending, 'order', found.path, span);
  const children = lastOf(found.value)?.children ?? ruleset.children;
  const sorted = inOrder(children, order.names, span, amending);
  if (!sorted) return ruleset;
  if (sorted.every((node, index) => node === children[index]))
    report.say('amendment-changes-nothing', span, { name: found.path.join(' / ') });
  if (found.value.places.length === 0) return { ...ruleset, children: sorted };
  return changeNode(ruleset, found.value.places, (old) => ({ ...old, children: sorted }));
}

function inOrder(
  children: readonly MergedNode[],
  names: readonly Name[],
  span: Span,
  { report }: Amending,
): MergedNode[] | undefined {
  const known = new Map(children.map((node) => [node.name.text, node]));
  const placed = new Map<string, MergedNode>();
  let sound = true;
  for (const name of names) {
    const node = known.get(name.text);
    if (node && !placed.has(name.text)) {
      placed.set(name.text, node);
      continue;
    }
    sound = false;
    if (node) report.say('duplicate-name', name.span, { name: name.text, inherited: false });
    else if (name.text === '') report.leaveOut();
    else {
      const suggestion = nearest(name.text, known.keys());
      report.say(
        'unknown-path',
        name.span,
        { path: name.text, suggestion },
        { fix: renameFix(name.span, suggestion) },
      );
    }
  }
  const missing = [...known.keys()].filter((name) => !placed.has(name));
  if (sound && missing.length > 0) {
    report.say('order-incomplete', span, { missing });
    return undefined;
  }
  return sound ? [...placed.values()] : undefined;
}

function cite(
  ruleset: MergedRuleset,
  { path, document, section, span }: CiteNode,
  amending: Amending,
): MergedRuleset {
  const { report, generation } = amending;
  const found = resolveNode(ruleset, path, report);
  // A lock keeps the rule; where a district's own document repeats it may be said all the same.
  if (!found) return ruleset;
  noteAmended(amending, 'cite', found.path, path.span);
  const origin = originOf(amending, span, 'cited');
  const citation = {
    statement: { kind: 'source', document, section, span } as const,
    generation,
    origins: [origin],
    open: false,
  };
  return changeNode(ruleset, found.value.places, (old) => ({
    ...old,
    statements: [
      ...old.statements.filter(({ statement }) => statement.kind !== 'source'),
      citation,
    ],
    origins: [...old.origins, origin],
  }));
}
