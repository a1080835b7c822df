// The points of all parts of a framework, for the panel of weights and for the tab that shows it as a tree.
import type { Framework, Group, Item, Node } from '../../src/model/framework.ts';
import { formatExact } from '../../src/number/decimal.ts';
import type { PointsView } from '../protocol.ts';
import { placeView } from './places.ts';
import type { Sources } from './places.ts';

export function pointsTree({ children }: Framework, sources: Sources): PointsView[] {
  return children.map((node) => nodeView(node, 'counted', sources));
}

function nodeView(node: Node, around: Group['standing'], sources: Sources): PointsView {
  const own = node.kind === 'group' && node.standing !== 'counted' ? node.standing : around;
  const children =
    node.kind === 'group'
      ? node.children.map((child) => nodeView(child, own, sources))
      : node.items
          .filter(({ implicit }) => !implicit)
          .map((item) => partView('item', item, own, [], sources));
  return partView(node.kind, node, own, children, sources);
}

function partView(
  kind: PointsView['kind'],
  { path, name, points, nameSpan }: Pick<Item, 'path' | 'name' | 'points' | 'nameSpan'>,
  standing: PointsView['standing'],
  children: readonly PointsView[],
  sources: Sources,
): PointsView {
  const declared = placeView(nameSpan, sources);
  return { kind, standing, path, name, points: formatExact(points), declared, children };
}
