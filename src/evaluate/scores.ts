// The scores of everything in a framework for one department, each worked out when it is first asked
// for: by the sheet, by the whole that it is part of, or by a rule that reads it. While it is open
// which parts apply, every combination is scored on its own and the results are joined.
import type { PartsReading, ScoreReading } from '../interpret/environment.ts';
import type { ScoreName } from '../model/expression.ts';
import type { Framework, Item, Node } from '../model/framework.ts';
import { placeKey, scoreUses } from '../model/score-uses.ts';
import type { NodeScore } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import { hull, multiplyRanges, point } from '../types/range.ts';
import type { Shares } from './applicability.ts';
import { WHOLE, sharesOf } from './applicability.ts';
import type { Combined } from './combine.ts';
import { combine, joinParts, partsOf } from './combine.ts';
import type { Part } from './existence.ts';
import { finishNode } from './finish-node.ts';
import { NOTHING } from './leave-out.ts';
import { boundedSum, joinedSum } from './open-sums.ts';
import { finishItem, scoreItem } from './score-item.ts';
import type { Run, ScoredNode, Sum } from './score-node.ts';
import { scoreNode, whereItExists } from './score-node.ts';
import type { Scoring } from './scoring.ts';
import { createScoring } from './scoring.ts';
import type { TotalScore } from './total.ts';
import { scoreTotal } from './total.ts';

/** What can be asked about the scores of one department. */
export interface Scores extends Run {
  readonly total: () => TotalScore;
  readonly score: (of: ScoreName) => ScoreReading;
  readonly parts: (path: readonly string[]) => PartsReading;
}

interface Settings {
  /** Answers for parts that the framework does not hold. */
  readonly elsewhere: (() => Scores) | undefined;
  /** Whether parts exist and apply, where a combination takes that as settled. */
  readonly existence?: Shares;
  /** What each combination of outcomes gives; empty where there is one, or too many to follow. */
  readonly combinations?: readonly Scores[];
  /** Scores a part before points are moved; left out where that is to be done anew. */
  readonly scored?: (node: Node) => ScoredNode;
  readonly remembered?: Remembered | undefined;
}

/** What parts came to before; each does the work where it knows nothing. */
export interface Remembered {
  readonly scored: (node: Node, work: () => ScoredNode) => ScoredNode;
  readonly sheet: (node: Node, work: () => NodeScore) => NodeScore;
}

/**
 * All scores of a framework; `elsewhere` is asked for parts that it does not hold, `remembered` for what
 * parts came to before, where none depends on which others exist.
 */
export function createScores(
  scoring: Scoring,
  elsewhere?: () => Scores,
  remembered?: Remembered,
): Scores {
  const shares = sharesOf(scoring);
  if (shares.combinations === 'too-many') return scoresUnder(scoring, shares, { elsewhere });
  if (shares.combinations.length === 0)
    return scoresUnder(scoring, shares, { elsewhere, remembered });
  const { framework, data, compared } = scoring;
  const isAsked = scoreUses([framework.combine, framework.children], framework.lets).length > 0;
  const combinations = shares.combinations.map((combination): Scores => {
    // What no rule asks for is the same in every combination.
    if (!isAsked)
      return scoresUnder(scoring, combination, {
        elsewhere,
        existence: shares,
        scored: (node) => joined.scored(node),
      });
    const own = createScoring(scoring, data, compared, (inside) =>
      scoresUnder(inside, combination, { elsewhere, existence: shares }),
    );
    return own.scores();
  });
  const joined = scoresUnder(scoring, shares, { elsewhere, combinations });
  return joined;
}

function scoresUnder(
  scoring: Scoring,
  shares: Shares,
  { elsewhere, existence = shares, combinations = [], scored, remembered }: Settings,
): Scores {
  const { framework } = scoring;
  let places: ReadonlyMap<string, Node | Item> | undefined;
  const placeNamed = (path: readonly string[]) => {
    places ??= placesOf(framework);
    return places.get(placeKey(path));
  };
  const hasRule = (node: Node | undefined) => (node ?? framework).combine !== undefined;
  const isThere = (run: Run, node: Node | undefined) =>
    node === undefined || run.shares.of(node).applicability === 'applicable';

  const combinedOnce = once((node: Node | undefined): Combined | undefined => {
    const own = combine(scores, node);
    const values = combinations.flatMap((run) =>
      isThere(run, node) ? (run.combined(node)?.value ?? []) : [],
    );
    const value = joinRanges(values);
    return own && value ? { ...own, value } : own;
  });
  let holders: ReadonlyMap<Part, Node> | undefined;
  const holderOf = (part: Part): Node | undefined => {
    holders ??= holdersIn(framework);
    return holders.get(part);
  };
  const aroundOf = once((part: Part): Scoring => {
    const holder = holderOf(part);
    return holder ? whereItExists(scores, holder) : scoring;
  });
  // An item as whoever asks for its score finds it: also where its indicator is not there.
  const itemOnce = once((item: Item): ScoreReading => {
    const reads = new Set(shares.reads(item));
    let holder = holderOf(item);
    const around = holder ? shares.of(holder) : WHOLE;
    for (; holder; holder = holderOf(holder))
      for (const name of shares.reads(holder)) reads.add(name);
    const found: Range[] = [];
    const { applicability, because, orBecause, absence } = around;
    if (applicability === 'applicable' || applicability === 'undecided') {
      const sheet = finishItem(scoring, scores.item(item), shares.of(item));
      for (const name of sheet.reads) reads.add(name);
      found.push(sheet.score);
    }
    for (const { policy } of because ? [because, ...orBecause] : [])
      found.push(
        policy === 'in-full' ? multiplyRanges(point(item.points), around.factorOut) : NOTHING,
      );
    if (absence) found.push(NOTHING);
    return { range: joinRanges(found) ?? NOTHING, reads };
  });
  let total: TotalScore | undefined;
  const isDecided = combinations.length === 0 && shares.combinations !== 'too-many';
  const scores: Scores = {
    scoring,
    shares,
    existence,
    around: (part) => (existence.combinations.length === 0 ? scoring : aroundOf(part)),
    item: once((item: Item) => {
      const found = scoreItem(whereItExists(scores, item), item, shares.reads(item));
      const sheet = replaced(scoring, item.path, found.sheet);
      return sheet === found.sheet ? found : { ...found, sheet };
    }),
    scored:
      scored ??
      once((node: Node) =>
        remembered
          ? remembered.scored(node, () => scoreNode(scores, node))
          : scoreNode(scores, node),
      ),
    sheet: once((node: Node) =>
      remembered
        ? remembered.sheet(node, () => sheetOf(scores, node, combinations))
        : sheetOf(scores, node, combinations),
    ),
    combined: (node) => (hasRule(node) ? combinedOnce(node) : undefined),
    sum: isDecided
      ? () => undefined
      : once((node: Node | undefined): Sum | undefined => {
          if (combinations.length > 0) return joinedSum(combinations, node);
          return shares.combinations === 'too-many' ? boundedSum(scores, node) : undefined;
        }),
    total: () => (total ??= scoreTotal(scores)),
    score: (of) => {
      if (of === 'total') {
        const { score, reads } = scores.total();
        return { range: score, reads };
      }
      const place = placeNamed(of);
      if (place === undefined) return askElsewhere(elsewhere, of).score(of);
      if (!('rule' in place)) {
        const { score, reads } = scores.sheet(place);
        return { range: score, reads };
      }
      const ranges = combinations.map((run) => run.score(of).range);
      const { range, reads } = itemOnce(place);
      return { range: joinRanges(ranges) ?? range, reads };
    },
    parts: (path) => {
      if (combinations.length > 0) return joinParts(combinations.map((run) => run.parts(path)));
      const place = path.length === 0 ? undefined : placeNamed(path);
      if (place && 'rule' in place) throw new Error('an item has no parts');
      return partsOf(scores, place);
    },
  };
  return scores;
}

function sheetOf(scores: Scores, node: Node, combinations: readonly Scores[]): NodeScore {
  const own = finishNode(scores, node);
  const sheet = combinations.length === 0 ? own : joinedSheet(own, combinations);
  return replaced(scores.scoring, node.path, sheet);
}

// What is open about several parts at once hangs together: only each combination as a whole says
// what a part can score.
function joinedSheet(sheet: NodeScore, combinations: readonly Scores[]): NodeScore {
  const node = sheet.kind === 'group' ? sheet.group : sheet.indicator;
  const [first, ...rest] = combinations.map((run) => run.sheet(node));
  if (first === undefined) return sheet;
  const { score, standing, points } = rest.reduce<Pick<NodeScore, 'score' | 'standing' | 'points'>>(
    (joined, each) => ({
      score: hull(joined.score, each.score),
      standing: hull(joined.standing, each.standing),
      points: hull(joined.points, each.points),
    }),
    first,
  );
  return { ...sheet, score, standing, points };
}

// A score that is given from outside stands as it is.
function replaced<Sheet extends { readonly score: Range; readonly standing: Range }>(
  { data }: Scoring,
  path: readonly string[],
  sheet: Sheet,
): Sheet {
  const given = data.score(path);
  return given ? { ...sheet, score: point(given), standing: point(given) } : sheet;
}

function askElsewhere(elsewhere: (() => Scores) | undefined, path: readonly string[]): Scores {
  if (elsewhere === undefined) throw new Error(`the framework holds no “${path.join(' / ')}”`);
  return elsewhere();
}

function placesOf({ children }: Framework): ReadonlyMap<string, Node | Item> {
  const places = new Map<string, Node | Item>();
  const add = (node: Node): void => {
    places.set(placeKey(node.path), node);
    if (node.kind === 'group') node.children.forEach(add);
    else for (const item of node.items) if (!item.implicit) places.set(placeKey(item.path), item);
  };
  children.forEach(add);
  return places;
}

// What each part stands in, for whatever may exist or not.
function holdersIn({ children }: Framework): ReadonlyMap<Part, Node> {
  const holders = new Map<Part, Node>();
  const visit = (node: Node): void => {
    const inside: readonly Part[] = node.kind === 'group' ? node.children : node.items;
    for (const part of inside) holders.set(part, node);
    if (node.kind === 'group') node.children.forEach(visit);
  };
  children.forEach(visit);
  return holders;
}

function joinRanges(ranges: readonly Range[]): Range | undefined {
  const [first, ...rest] = ranges;
  return first && rest.reduce(hull, first);
}

function once<Key, Result>(work: (key: Key) => Result): (key: Key) => Result {
  let known: Map<Key, Result> | undefined;
  return (key) => {
    known ??= new Map<Key, Result>();
    let result = known.get(key);
    if (result === undefined && !known.has(key)) {
      result = work(key);
      known.set(key, result);
    }
    return result as Result;
  };
}
