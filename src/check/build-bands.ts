// `judged when …` and `judged tiers of …` → two tables with the same rows: the least and the most that
// an assessor may award.
import type { Expression } from '../model/expression.ts';
import type { BandTable, JudgedForm } from '../model/framework.ts';
import type * as Syntax from '../syntax/tree.ts';
import type { Typing } from './typing.ts';
import { mistake, typeScore } from './typing.ts';

type Table = Extract<Syntax.Expression, { kind: 'decision' | 'tiers' }>;

/** The form of an award in bands; undefined after a mistake that has been said. */
export function buildBands(
  typing: Typing,
  table: Syntax.Expression,
): Extract<JudgedForm, { kind: 'banded' }> | undefined {
  if (table.kind !== 'decision' && table.kind !== 'tiers') return undefined;
  const most = typeScore(typing, highest(table));
  if (most.kind !== 'decision' && most.kind !== 'tiers') return undefined;
  return { kind: 'banded', least: lowest(typing, table, most), most };
}

/** The table with the upper figure of every row. */
function highest(table: Table): Table {
  const otherwise = table.otherwiseMost ?? table.otherwise;
  return table.kind === 'tiers'
    ? {
        ...table,
        rows: table.rows.map((row) => ({ ...row, value: row.most ?? row.value, most: undefined })),
        otherwise,
        otherwiseMost: undefined,
      }
    : {
        ...table,
        rows: table.rows.map((row) => ({ ...row, value: row.most ?? row.value, most: undefined })),
        otherwise,
        otherwiseMost: undefined,
      };
}

// The lower figures go into the rows that the upper ones have; conditions are typed once.
function lowest(typing: Typing, table: Table, most: BandTable): BandTable {
  const valueOf = (place: number, given: Expression) => {
    const row = table.rows[place];
    return row?.most ? typeScore(typing, row.value) : given;
  };
  const otherwise =
    table.otherwise && table.otherwiseMost
      ? typeScore(typing, table.otherwise)
      : (most.otherwise ?? (table.otherwise && mistake(table.otherwise.span)));
  return most.kind === 'tiers'
    ? {
        ...most,
        rows: most.rows.map((row, place) => ({ ...row, value: valueOf(place, row.value) })),
        otherwise,
      }
    : {
        ...most,
        rows: most.rows.map((row, place) => ({ ...row, value: valueOf(place, row.value) })),
        otherwise,
      };
}
