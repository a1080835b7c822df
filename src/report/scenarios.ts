// What weightings make of departments, as lines of text and for programs: bounds, places that are kept,
// grades, and pairs that change their order. Shares are rounded for the eye only; JSON has the counts.
import type { Extreme, Scenarios } from '../analyze/scenarios/scenarios.ts';
import type { Framework } from '../model/framework.ts';
import { decimalsOf, formatExact } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import { round } from '../number/rounding.ts';
import { point } from '../types/range.ts';
import { scoreText } from './figure.ts';
import { plainTable } from './plain-table.ts';
import { scenarioWords } from './scenario-words.ts';
import { scoreJson } from './score-json.ts';
import type { TextSettings } from './text-settings.ts';
import { wrap } from './wrap.ts';

const SHOWN_SWAPS = 20;

/** The scenarios as lines of text. */
export function scenariosText(
  result: Scenarios,
  framework: Framework,
  settings: TextSettings,
): string[] {
  const { language, paint, width } = settings;
  const words = scenarioWords[language];
  const { choice, departments, parts, scored, swaps } = result;
  const share = (count: number) => shareText(count, scored);
  const title = framework.period === '' ? framework.name : `${framework.name} ${framework.period}`;
  const step = formatExact(result.step);
  const head = [
    choice.kind === 'sample'
      ? words.sampled(String(scored), String(result.possible), String(choice.seed))
      : words.every(String(scored)),
    result.conserve === 'whole' ? words.whole(step) : words.groups(step),
    words.meaning,
  ];
  const varied = plainTable(
    [
      { text: words.indicator, align: 'left' },
      { text: words.points, align: 'right' },
      { text: words.bounds, align: 'right' },
    ],
    parts.map(({ path, points, low, high }) => [
      path.at(-1) ?? '',
      formatExact(points),
      `${formatExact(low)}..${formatExact(high)}`,
    ]),
    settings,
  );
  const table = plainTable(
    [
      { text: words.department, align: 'left' },
      { text: words.total, align: 'right' },
      { text: words.totals, align: 'right', most: 20 },
      { text: words.place, align: 'right' },
      { text: words.kept, align: 'right' },
      { text: words.places, align: 'right' },
      { text: words.grades, align: 'left', most: 26 },
    ],
    departments.map(({ name, total, lowest, highest, place, kept, mayKeep, places, byGrade }) => [
      name,
      scoreText(total, 2),
      `${endText(lowest)}..${endText(highest)}`,
      spanText(place),
      kept === mayKeep ? share(kept) : `${share(kept)}–${share(mayKeep)}`,
      places.best === places.worst ? String(places.best) : `${places.best}..${places.worst}`,
      byGrade
        .map(({ grades, count }) => `${grades.join(words.or) || words.none} ${share(count)}`)
        .join('  '),
    ]),
    settings,
  );
  const isOpen = departments.some(({ total }) => scoreText(total, 2).includes('–'));
  const pairs = swaps
    .slice(0, SHOWN_SWAPS)
    .map(({ above, below, swapped }) => words.swap(above, below, share(swapped), String(swapped)));
  const more = swaps.length > SHOWN_SWAPS ? [words.further(swaps.length - SHOWN_SWAPS)] : [];
  const lines =
    departments.length < 2
      ? []
      : swaps.length === 0
        ? ['', words.noSwaps]
        : ['', paint.strong(words.swaps), ...[...pairs, ...more].map((line) => `  ${line}`)];
  return [
    paint.strong(words.title(title)),
    ...head.flatMap((line) => wrap(line, width)),
    '',
    ...varied,
    '',
    ...table,
    ...(isOpen ? wrap(words.open, width) : []),
    ...lines,
  ];
}

function endText({ total }: Extreme): string {
  return total ? scoreText(point(total), 2) : '∞';
}

function spanText({ best, worst }: { readonly best: number; readonly worst: number }): string {
  return best === worst ? String(best) : `${best}–${worst}`;
}

/** A share of all weightings, so that only what never or always happens is 0% or 100%. */
function shareText(count: number, of: number): string {
  if (count === 0 || count === of) return count === 0 ? '0%' : '100%';
  const percent = round(Q.rational(count * 100, of), { step: Q.rational(1, 10), mode: 'half-up' });
  if (Q.signOf(percent) === 0) return '<0.1%';
  return Q.equal(percent, Q.HUNDRED) ? '>99.9%' : `${formatExact(percent)}%`;
}

/** The scenarios for programs: figures as text, counts as numbers. */
export function scenariosJson(result: Scenarios, framework: Framework): object {
  const { name, period, hash, files, roundings } = framework;
  const decimals = roundings.total && decimalsOf(roundings.total.step);
  const { choice, parts, departments, swaps, scored } = result;
  const extreme = ({ total, points }: Extreme) => ({
    total: total ? formatExact(total) : null,
    points: points.map((each) => formatExact(each)),
  });
  return {
    ruleset: { name, year: period, hash, files },
    weightings: {
      possible: String(result.possible),
      scored,
      ...(choice.kind === 'sample' ? { seed: choice.seed, generator: 'xoshiro128**' } : {}),
      step: formatExact(result.step),
      conserved: result.conserve,
      scoredBy: result.by,
      indicators: parts.map(({ path, points, low, high }) => ({
        path,
        points: formatExact(points),
        low: formatExact(low),
        high: formatExact(high),
      })),
    },
    departments: departments.map((each) => ({
      department: each.name,
      total: scoreJson(each.total, decimals),
      grades: each.grades,
      place: each.place,
      lowest: extreme(each.lowest),
      highest: extreme(each.highest),
      places: each.places,
      kept: each.kept,
      mayKeep: each.mayKeep,
      byPlace: each.byPlace,
      byGrade: each.byGrade,
    })),
    swaps,
  };
}
