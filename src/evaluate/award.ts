// A person's award as scoring sees it: a figure, or what the choice or the row that fires leaves open.
// An award outside its row is refused: the score then counts as not awarded.
import type { BandTable, JudgedInput } from '../model/framework.ts';
import type { Certainty, Step } from '../model/sheet.ts';
import { compare, signOf } from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { FiringRow } from '../interpret/interpreter.ts';
import type { DecisionRow, TierRow } from '../model/expression.ts';
import type { Range } from '../types/range.ts';
import { hull, maximumOfRanges, minimumOfRanges, pointOf } from '../types/range.ts';
import type { Scoring } from './scoring.ts';
import { stepsBehind } from './trace-lets.ts';
import { figure } from './trace-value.ts';

const NO_ENTRIES: ReadonlyMap<string, Rational> = new Map();

/** The points of a judged input; adds the steps that say where they come from. */
export function award(scoring: Scoring, input: JudgedInput, steps: Step[]): Range {
  const range = figure(scoring.read(input.name));
  const given = scoring.data.award(input.name);
  const known = pointOf(range);
  // Reading a department's file refuses such awards, so this is a fault of ours.
  if (known && (signOf(known) < 0 || compare(known, input.points) > 0))
    throw new Error(`the award for “${input.name}” is not between 0 and its points`);
  const counted = input.form.kind === 'banded' ? inBands(scoring, input, range, steps) : range;
  const refused = scoring.refused.has(input.name);
  steps.push({
    kind: 'award',
    input: input.name,
    award: counted,
    choice: given?.choice,
    entries: given?.entries ?? NO_ENTRIES,
    reason: given?.reason,
    known: known !== undefined && !refused,
  });
  return counted;
}

/** A row of the table, with what it allows. */
interface Band {
  readonly number: number;
  readonly certainty: Certainty;
  readonly allowed: Range;
}

// The award in each row that may fire: itself where it fits, anything that the row allows where not.
function inBands(scoring: Scoring, input: JudgedInput, range: Range, steps: Step[]): Range {
  if (input.form.kind !== 'banded') return range;
  const { least, most } = input.form;
  const bands = bandsOf(scoring, least, most, steps);
  const known = pointOf(range);
  const outcomes = bands.map(({ allowed }) => {
    if (!known) return clamped(range, allowed);
    const fits = fitOf(known, allowed);
    return fits === 'no' ? allowed : fits === 'yes' ? range : hull(range, allowed);
  });
  const [only] = bands;
  const fitsNowhere = known && bands.every(({ allowed }) => fitOf(known, allowed) === 'no');
  if (known && fitsNowhere && only)
    scoring.refused.set(input.name, {
      input: input.name,
      award: known,
      rows: bands.map(({ number, allowed }) => ({ number, allowed })),
    });
  else scoring.refused.delete(input.name);
  return outcomes.reduce(hull);
}

function clamped(range: Range, allowed: Range): Range {
  const low = allowed.low ? maximumOfRanges(range, { ...allowed, high: allowed.low }) : range;
  return allowed.high ? minimumOfRanges(low, { ...allowed, low: allowed.high }) : low;
}

function fitOf(award: Rational, { low, high }: Range): 'yes' | 'no' {
  if (low && compare(award, low.value) < 0) return 'no';
  return high && compare(award, high.value) > 0 ? 'no' : 'yes';
}

function bandsOf(scoring: Scoring, least: BandTable, most: BandTable, steps: Step[]): Band[] {
  const [lows, highs] = [firing(scoring, least), firing(scoring, most)];
  const shown =
    most.kind === 'tiers' ? [most.subject] : most.rows.map(({ condition }) => condition);
  steps.push(...stepsBehind(scoring, shown));
  return highs.flatMap(({ number, certainty, value }, place) => {
    const low = lows[place];
    if (!low) return [];
    const allowed = between(figure(low.value), figure(value));
    steps.push({
      kind: 'band',
      table: most,
      number,
      certainty,
      operands: scoring.operands(shown),
      subjectValue: most.kind === 'tiers' ? scoring.show(most.subject) : undefined,
      allowed,
    });
    return [{ number, certainty, allowed }];
  });
}

function firing(
  { interpreter }: Scoring,
  table: BandTable,
): readonly FiringRow<DecisionRow | TierRow>[] {
  return table.kind === 'tiers' ? interpreter.tierRows(table) : interpreter.decisionRows(table);
}

// From the least that the lower figure may be to the most that the upper one may be.
function between(low: Range, high: Range): Range {
  return { low: low.low, high: high.high, integer: false };
}
