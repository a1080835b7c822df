// Wide whole numbers where the declared ranges would allow more than a database has: worked out for the
// rows whose own figures fit, and unknown for the others.
import type { Sheet, SqlNode } from './sheet.ts';
import { nullNode, numberNode } from './sheet.ts';
import type { Whole } from './whole.ts';
import { most, peakOf } from './whole.ts';

/** Whether the figures of a row let wide whole numbers hold all of these; undefined where they always do. */
export function fitsWide(sheet: Sheet, wholes: readonly [Whole, Whole]): SqlNode | undefined {
  const { widest } = sheet.dialect;
  if (4n * most(...wholes.map(peakOf)) <= widest) return undefined;
  const [a, b] = [bulkOf(sheet, wholes[0]), bulkOf(sheet, wholes[1])];
  const limit = numberNode(sheet, widest / 8n, 'double');
  return sheet.make('<', 'truth', [sheet.make('+', 'double', [a, b]), limit]);
}

/** Worked out for the rows that fit, and unknown for the others. */
export function whereFits(sheet: Sheet, fits: SqlNode | undefined, node: SqlNode): SqlNode {
  if (!fits) return node;
  const otherwise = nullNode(sheet, node.type);
  return sheet.makeRare({ when: fits, reached: fits, value: node, otherwise });
}

/** A double above the magnitude of a whole number and of everything that it is made of. */
function bulkOf(sheet: Sheet, { factor, body }: Whole): SqlNode {
  const one = numberNode(sheet, 1n, 'double');
  if (body === undefined) return numberNode(sheet, factor < 0n ? -factor : factor, 'double');
  const inner = ((): SqlNode => {
    const of = (whole: Whole) => bulkOf(sheet, whole);
    switch (body.kind) {
      case 'column': {
        const node =
          body.node.type === 'double' ? body.node : sheet.make('cast', 'double', [body.node]);
        return sheet.make('+', 'double', [sheet.make('abs', 'double', [node]), one]);
      }
      case 'sum':
        return sheet.make('+', 'double', [of(body.left), of(body.right)]);
      case 'product':
        return sheet.make('*', 'double', [of(body.left), of(body.right)]);
      case 'chosen':
        return body.rows
          .map(({ whole }) => of(whole))
          .reduce((a, b) => sheet.make('+', 'double', [a, b]), of(body.otherwise));
      case 'magnitude':
      case 'divisor':
        return of(body.of);
      case 'sign':
        return sheet.make('+', 'double', [of(body.of), one]);
      default:
        return body satisfies never;
    }
  })();
  const size = factor < 0n ? -factor : factor;
  return size <= 1n ? inner : sheet.make('*', 'double', [numberNode(sheet, size, 'double'), inner]);
}
