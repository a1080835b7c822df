// Departments scored by the query of their ruleset in DuckDB, as one more way of scoring. A row that is
// marked as undecided says nothing: it is refused, not known, finer or larger than the query takes, or too
// near to a tie for its widest integers.
import { sqlOf } from '../../src/generate/sql/query.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { BackEnd, Verdict } from './back-ends.ts';
import type { Inputs } from './figure-slots.ts';
import { slotsOf } from './figure-slots.ts';
import type { Json } from './random-department.ts';
import { rowsOf } from './sql/duckdb.ts';
import { cellsOf } from './sql/table.ts';

/** The query of a framework, run; undefined where SQL cannot say what it says. */
export function inDuckDb(framework: Framework): BackEnd | undefined {
  const query = sqlOf(framework, 'duckdb');
  if (query.kind === 'refused') return undefined;
  const asked = new Set(query.inputs.map(({ input, path }) => `${input} ${path.join('.')}`));
  // What no score reads stands in no column, and may be anything.
  const unasked = slotsOf(framework).filter(
    ({ name, entry }) => !asked.has(`${name} ${entry === undefined ? '' : entry + 1}`),
  );
  const isOutside = (inputs: Inputs): boolean =>
    unasked.some(({ name, entry, least, most, perUnit, read }) => {
      const given = inputs[name];
      const value = entry === undefined ? given : (given as readonly Json[] | undefined)?.[entry];
      const figure = read(value);
      if (figure === undefined) return false;
      return figure.n * perUnit < least * figure.d || figure.n * perUnit > most * figure.d;
    });
  return {
    name: 'DuckDB',
    judge: async (all) => {
      const cells = all.map((inputs) => cellsOf(framework, inputs, query.inputs));
      const texts = cells.map((row) => row.map(({ text }) => text));
      const rows = await rowsOf(framework, query, texts);
      return rows.map(({ told, undecided }, at): Verdict | undefined =>
        undecided || isOutside(all[at] ?? {}) ? undefined : { kind: 'scored', told },
      );
    },
  };
}
