// The order in which the statements and the nodes of a body are written down. Merging keeps them apart;
// here each goes back to where it stood, and what an amendment brought follows what it belongs to.
import type { Statement } from '../../syntax/tree.ts';
import type { OutlineNode, OutlinePart, OutlineStatement } from './outline.ts';

interface Ranked<Part> {
  readonly part: Part;
  readonly rank: number;
}

/** The parts in the order of `written`, the body as it was first declared. */
export function placeParts(
  statements: readonly OutlineStatement[],
  nodes: readonly OutlineNode[],
  written: readonly Statement[],
): OutlinePart[] {
  const places = new Map(written.map(({ span }, at) => [`${span.start} ${span.file}`, at]));
  const firstNode = written.findIndex(({ kind }) => NODES.has(kind));
  const lastBefore = (firstNode < 0 ? written.length : firstNode) - 1;
  const rankOf = ({ origins: [first] }: OutlinePart) =>
    first && places.get(`${first.start} ${first.file}`);

  const placed: Ranked<OutlineStatement>[] = [];
  for (const part of statements) {
    const own = rankOf(part);
    const kind = part.tree.kind;
    const alike = HEAD.has(kind)
      ? written.findIndex((each) => each.kind === kind && isSameHead(each, part))
      : -1;
    const inHead = HEAD.has(kind) ? headEnd(written) : Math.max(lastBefore, 0);
    const before = placed.at(-1);
    const follows = before && !HEAD.has(before.part.tree.kind) ? before.rank : inHead;
    placed.push({ part, rank: own ?? (alike >= 0 ? alike : HEAD.has(kind) ? inHead : follows) });
  }
  const sorted = placed.toSorted((a, b) => a.rank - b.rank);

  const parts: OutlinePart[] = [];
  let next = 0;
  for (const node of nodes) {
    const rank = rankOf(node) ?? Infinity;
    for (let each = sorted[next]; each && each.rank < rank; each = sorted[++next])
      parts.push(each.part);
    parts.push(node);
  }
  return [...parts, ...sorted.slice(next).map(({ part }) => part)];
}

const NODES: ReadonlySet<string> = new Set(['group', 'indicator', 'item']);

/** Statements that stand at the head of a body. */
const HEAD: ReadonlySet<string> = new Set(['about', 'source', 'total', 'rounding', 'grades']);

function headEnd(written: readonly Statement[]): number {
  const last = written.findLastIndex(({ kind }) => HEAD.has(kind));
  return last < 0 ? -0.5 : last;
}

function isSameHead(statement: Statement, { tree }: OutlineStatement): boolean {
  if (statement.kind === 'rounding' && tree.kind === 'rounding') return statement.of === tree.of;
  return statement.kind === tree.kind;
}
