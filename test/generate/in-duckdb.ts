// Departments scored by the query of their ruleset in DuckDB, as one more way of scoring. A row that is
// marked as undecided says nothing: it is refused, not known, finer or larger than the query takes, or too
// near to a tie for its widest integers.
import type { InputForm } from '../../src/generate/sql/input-form.ts';
import { sqlOf } from '../../src/generate/sql/query.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { BackEnd, Verdict } from './back-ends.ts';
import type { Inputs, Slot } from './figure-slots.ts';
import { slotsOf, withValue } from './figure-slots.ts';
import type { Json } from './random-department.ts';
import type { Row } from './sql/duckdb.ts';
import { rowsOf } from './sql/duckdb.ts';
import { cellsOf } from './sql/table.ts';

/** Longer queries take DuckDB minutes to plan, for however few rows. */
const LONGEST = 400_000;

/** The query of a framework, run over tables of a form; undefined where SQL cannot say what it says. */
export function inDuckDb(framework: Framework, form: InputForm): BackEnd | undefined {
  const query = sqlOf(framework, 'duckdb', form);
  if (query.kind === 'refused' || query.query.length > LONGEST) return undefined;
  const slots = slotsOf(framework);
  const rowsFor = async (all: readonly Inputs[]): Promise<readonly Row[]> => {
    if (all.length === 0) return [];
    const cells = all.map((inputs) => cellsOf(framework, inputs, query.inputs));
    return rowsOf(
      framework,
      query,
      cells.map((row) => row.map(({ text }) => text)),
    );
  };
  return {
    name: `DuckDB, ${form}`,
    judge: async (all) => {
      const rows = await rowsFor(all);
      // A figure outside of what is declared, or finer, may stand where no rule that counts reads it: then
      // the score is the same without it.
      const without = all.map((inputs) => withoutOutside(inputs, slots));
      const doubtful = rows.flatMap(({ undecided }, at) =>
        undecided || without[at] === all[at] ? [] : [at],
      );
      const again = await rowsFor(doubtful.map((at) => without[at] ?? {}));
      const same = new Set(doubtful.filter((at, place) => shown(again[place]) === shown(rows[at])));
      return rows.map(({ told, undecided }, at): Verdict | undefined =>
        undecided || same.has(at) ? undefined : { kind: 'scored', told },
      );
    },
  };
}

function shown(row: Row | undefined): string {
  return JSON.stringify(row && [row.undecided, row.told]);
}

/** The inputs where figures outside of their ranges, or between steps, are not known. */
function withoutOutside(inputs: Inputs, slots: readonly Slot[]): Inputs {
  return slots.reduce((sofar, slot) => {
    const { name, entry, least, most, perUnit, read } = slot;
    const given = inputs[name];
    const value = entry === undefined ? given : (given as readonly Json[] | undefined)?.[entry];
    if (value === undefined || value === null) return sofar;
    const figure = read(value);
    if (figure === undefined) return withValue(sofar, slot, null);
    const steps = figure.n * perUnit;
    const isInside = steps >= least * figure.d && steps <= most * figure.d;
    return isInside && steps % figure.d === 0n ? sofar : withValue(sofar, slot, null);
  }, inputs);
}
