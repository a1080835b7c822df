// The first row of a table whose condition holds, as a `CASE`: one that says NULL where what it asks is unknown,
// and asks for nothing twice.
import type { Operator, Sheet, SqlNode } from './sheet.ts';
import { covers, joinTruths, nullNode, sameNodes, settled } from './sheet.ts';

/** A row of a table: what it gives where its condition holds. */
export interface Row {
  readonly when: SqlNode;
  readonly value: SqlNode;
}

/**
 * The value of the first row whose condition holds; unknown where a condition before it is unknown. A
 * `CASE` passes over unknown conditions, so they are asked for unless what follows is unknown with them.
 */
export function chosenNode(sheet: Sheet, rows: readonly Row[], otherwise: SqlNode): SqlNode {
  const open: Row[] = [];
  let last = otherwise;
  for (const row of rows) {
    const when = beyond(sheet, row.when, open);
    const known = settled(when);
    if (known === false) continue;
    if (known === true) {
      last = row.value;
      break;
    }
    open.push({ ...row, when });
  }
  if (open.length === 0) return last;
  const parts: SqlNode[] = [];
  open.forEach(({ when, value }, at) => {
    parts.push(when, value);
    const later = open.slice(at + 1);
    const needed = when.strictOn;
    const next = later[0]?.when.strictOn;
    // The next row asks for the same and so finds out itself.
    if (next && sameNodes(needed, next)) return;
    if (needed.size === 0) return;
    const following = [...later.map((row) => row.when), last];
    if (following.every(({ strictOn }) => covers(strictOn, needed))) return;
    if (later.length === 0) {
      if (last.operator === 'null') return;
      // What is left is asked for by the opposite, which is unknown as well.
      const opposite = oppositeOf(sheet, when);
      if (opposite) {
        parts.push(opposite, last);
        last = nullNode(sheet, last.type);
        return;
      }
    }
    parts.push(unknownNode(sheet, when), nullNode(sheet, last.type));
  });
  return sheet.make('case', last.type, [...parts, last]);
}

// A condition where none of the rows before it holds, without what that says already.
function beyond(sheet: Sheet, when: SqlNode, before: readonly Row[]): SqlNode {
  if (when.operator !== 'and') return when;
  const said = new Set(before.map((row) => oppositeOf(sheet, row.when)));
  return joinTruths(
    sheet,
    'and',
    when.parts.filter((part) => !said.has(part)),
  );
}

const OPPOSITES = new Map<Operator, Operator>([
  ['<', '>='],
  ['>=', '<'],
  ['<=', '>'],
  ['>', '<='],
  ['=', '<>'],
  ['<>', '='],
]);

// What holds where a comparison does not, and is unknown where it is.
function oppositeOf(sheet: Sheet, { operator, parts }: SqlNode): SqlNode | undefined {
  const opposite = OPPOSITES.get(operator);
  return opposite && sheet.make(opposite, 'truth', parts);
}

/** Where a truth is unknown. */
function unknownNode(sheet: Sheet, truth: SqlNode): SqlNode {
  return sheet.make('is null', 'truth', [truth]);
}
