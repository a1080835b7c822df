// Lays a tree of groups and indicators out as the rows of an official table, in which a group's cell
// stands once, beside all rows of its indicators.
import type { PartView } from '../../protocol.ts';

export interface SheetRow {
  readonly key: string;
  readonly indicator: PartView;
  /** How many columns of names the indicator's cell takes. */
  readonly columns: number;
  /** Groups whose cell begins in this row, from the outside in. */
  readonly groups: readonly { readonly part: PartView; readonly rows: number }[];
}

export interface SheetRows {
  /** Columns of groups before the one of indicators. */
  readonly depth: number;
  readonly rows: readonly SheetRow[];
}

/** A key for a part that no two parts share, whatever their names are. */
export function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}

function isLeaf(part: PartView): boolean {
  return part.kind !== 'group' || part.children.length === 0;
}

function depthOf(part: PartView): number {
  return isLeaf(part) ? 0 : 1 + Math.max(...part.children.map(depthOf));
}

/** Rows in the order of the sheet; an opened indicator takes two. */
export function sheetRows(
  parts: readonly PartView[],
  isOpen: (part: PartView) => boolean,
): SheetRows {
  const depth = Math.max(0, ...parts.map(depthOf));
  const height = (part: PartView): number =>
    isLeaf(part)
      ? isOpen(part)
        ? 2
        : 1
      : part.children.reduce((sum, child) => sum + height(child), 0);
  const rows: SheetRow[] = [];
  const walk = (part: PartView, level: number, begun: SheetRow['groups']): void => {
    if (isLeaf(part)) {
      rows.push({
        key: keyOf(part.path),
        indicator: part,
        columns: depth - level + 1,
        groups: begun,
      });
      return;
    }
    const own = [...begun, { part, rows: height(part) }];
    part.children.forEach((child, at) => walk(child, level + 1, at === 0 ? own : []));
  };
  for (const part of parts) walk(part, 0, []);
  return { depth, rows };
}
