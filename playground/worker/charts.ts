// Score sheets as numbers to draw: what was lost on the way to the total, what each part reached, how
// totals are spread, and totals before and after. Every number comes with the text that is shown for it.
import { isAbsent } from '../../src/report/absent.ts';
import { scoreText } from '../../src/report/figure.ts';
import { indicatorScores, lossOf, standingOf } from '../../src/report/scored.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { ScoreSheet } from '../../src/model/sheet.ts';
import { isSingle, nearFigure } from '../../src/types/enclosure.ts';
import type { Range } from '../../src/types/range.ts';
import { negateRange, point } from '../../src/types/range.ts';
import type { BinView, ShareView, WaterfallStep } from '../protocol.ts';
import { endsOf, numberOf, scoreView } from './scores.ts';
import type { WorkerWords } from './words.ts';

/** From the full points down to the total: what each indicator took or gave. */
export function waterfall(
  { total }: Framework,
  sheet: ScoreSheet,
  decimals: number,
  words: WorkerWords,
): WaterfallStep[] {
  const full = numberOf(total);
  const start: WaterfallStep = {
    kind: 'start',
    name: words.full,
    path: [],
    from: 0,
    to: full,
    text: scoreText(point(total), decimals),
    open: false,
  };
  let level = full;
  const steps = indicatorScores(sheet.children)
    .filter((score) => !isAbsent(score))
    .flatMap((score): WaterfallStep[] => {
      const isBonus = standingOf(score, sheet) === 'bonus';
      const lost = isBonus ? negateRange(score.score) : lossOf(score, sheet);
      const certain = certainPart(lost);
      const open = !isSingle(lost);
      if (certain === 0 && !open) return [];
      const from = level;
      level -= certain;
      const { name, path } = score.indicator;
      const text = scoreText(negateRange(lost), decimals);
      return [{ kind: certain < 0 ? 'gain' : 'loss', name, path, from, to: level, text, open }];
    });
  const { low, high } = endsOf(sheet.total);
  const end: WaterfallStep = {
    kind: 'end',
    name: words.total,
    path: [],
    from: 0,
    to: Number.isFinite(low) ? low : high,
    text: scoreText(sheet.total, decimals),
    open: !isSingle(sheet.total),
  };
  return [start, ...steps, end];
}

// What is lost whatever the missing data are; a gain counts as far as it is certain.
function certainPart(lost: Range): number {
  const known = nearFigure(lost);
  if (known) return numberOf(known);
  const { low, high } = endsOf(lost);
  if (low > 0) return low;
  return high < 0 ? high : 0;
}

/** What each part at the top reached of its points. */
export function shares(sheet: ScoreSheet, decimals: number): ShareView[] {
  return sheet.children
    .filter((node) => !isAbsent(node))
    .map((node) => {
      const { name, path } = node.kind === 'group' ? node.group : node.indicator;
      const points = scoreView(node.points, decimals);
      const score = scoreView(node.score, decimals);
      const of = points.high > 0 && Number.isFinite(points.high) ? points.high : 1;
      const share = (figure: number) => Math.min(1, Math.max(0, figure / of));
      const [low, high] = [share(score.low), share(score.high)];
      return { name, path, points, score, low, high, text: `${score.text} / ${points.text}` };
    });
}

// As many bars as can be told apart.
const MOST_BINS = 25;
const WIDTHS = [0.5, 1, 2, 5, 10, 20, 50, 100];

interface Totalled {
  readonly name: string;
  readonly after: Range | undefined;
  readonly before: Range | undefined;
}

/** Departments by known total, in steps of one width; those whose total is open are in none. */
export function distribution(departments: readonly Totalled[], hasBaseline: boolean): BinView[] {
  const placed = departments.map(({ name, after, before }) => ({
    name,
    after: knownNumber(after),
    before: knownNumber(before),
  }));
  const figures = placed.flatMap(({ after, before }) =>
    [after, before].flatMap((each) => (each === undefined ? [] : [each])),
  );
  if (figures.length === 0) return [];
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  const width = WIDTHS.find((each) => (most - least) / each < MOST_BINS) ?? (most - least) / 20;
  const first = Math.floor(least / width);
  const last = Math.floor(most / width);
  return Array.from({ length: last - first + 1 }, (_, index): BinView => {
    const place = first + index;
    const isIn = (figure: number | undefined) =>
      figure !== undefined && Math.floor(figure / width) === place;
    const inside = placed.filter(({ after }) => isIn(after));
    return {
      from: place * width,
      to: (place + 1) * width,
      count: inside.length,
      before: hasBaseline ? placed.filter(({ before }) => isIn(before)).length : undefined,
      names: inside.map(({ name }) => name),
    };
  });
}

function knownNumber(range: Range | undefined): number | undefined {
  const known = range && nearFigure(range);
  return known && numberOf(known);
}
