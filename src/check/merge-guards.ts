// What every amendment asks before it changes anything: whether an ancestor locked the place, and
// whether this ruleset has amended it already.
import type { Span } from '../text/span.ts';
import type { Trail } from './merge-path.ts';
import type { MergedNode, MergedStatement, Speaker } from './merged.ts';
import { isLocked, nameOfStatement } from './merged.ts';
import type { Report } from './report.ts';

/** The generation that amends, and what it has amended so far. */
export interface Amending extends Speaker {
  readonly report: Report;
  readonly amended: Map<string, Span>;
}

/**
 * True when nothing on the way to the target is locked; otherwise says what is. `what` adds the
 * statement that is touched, or everything inside a node that would go with it.
 */
export function isFree(
  trail: Trail,
  span: Span,
  amending: Amending,
  what?: MergedStatement | 'with all inside',
): boolean {
  const lock = lockOn(trail, amending.generation, what);
  if (!lock) return true;
  amending.report.say(
    'locked-by-parent',
    span,
    { name: lock.name },
    { related: [{ span: lock.span, note: { en: 'locked here', zh: '在这里锁定' } }] },
  );
  return false;
}

interface Lock {
  readonly name: string;
  readonly span: Span;
}

function lockOn(
  trail: Trail,
  generation: number,
  what?: MergedStatement | 'with all inside',
): Lock | undefined {
  const above = trail.nodes.find((node) => isLocked(node, generation));
  if (above) return lockOfNode(above);
  if (what === undefined) return undefined;
  if (what !== 'with all inside')
    return isLocked(what, generation) ? lockOfStatement(what) : undefined;
  const target = trail.nodes[trail.nodes.length - 1];
  return target && lockInside(target, generation);
}

function lockInside(node: MergedNode, generation: number): Lock | undefined {
  const statement = node.statements.find((merged) => isLocked(merged, generation));
  if (statement) return lockOfStatement(statement);
  for (const child of node.children) {
    const lock = isLocked(child, generation) ? lockOfNode(child) : lockInside(child, generation);
    if (lock) return lock;
  }
  return undefined;
}

function lockOfNode(node: MergedNode): Lock {
  return { name: node.name.text, span: node.head.name.span };
}

function lockOfStatement({ statement }: MergedStatement): Lock {
  const name = nameOfStatement(statement);
  return { name: name?.text ?? '', span: name?.span ?? statement.span };
}

/** Warns when the same thing is amended in the same way a second time. */
export function noteAmended(
  amending: Amending,
  act: string,
  path: readonly string[],
  span: Span,
): void {
  const key = JSON.stringify([act, ...path]);
  const earlier = amending.amended.get(key);
  if (earlier)
    amending.report.say(
      'amended-twice',
      span,
      { name: path.join(' / ') },
      { related: [{ span: earlier, note: { en: 'amended here before', zh: '前一次在这里' } }] },
    );
  amending.amended.set(key, span);
}
