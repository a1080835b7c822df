// What is still missing: every input of which something is open, with the points that it decides,
// the most decisive first, also those of departments that this one is compared with. An input that
// nothing had to look at decides nothing and comes last.
import { isSingle } from '../types/enclosure.ts';
import { readIn } from '../model/reads.ts';
import type { IndicatorScore, MissingInput, NodeScore } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import {
  ZERO,
  add,
  compare,
  divide,
  minimum,
  multiply,
  signOf,
  subtract,
} from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import type { Strikes } from './adjust.ts';
import { openReadsOf, settledBy } from './adjust.ts';
import type { ScoredIndicator, ScoredNode } from './score-node.ts';
import type { Scoring } from './scoring.ts';

/** A part before and after its points were moved. */
export interface FinishedNode {
  readonly scored: ScoredNode;
  readonly sheet: NodeScore;
}

interface Decision {
  decides: Rational | undefined;
  readonly paths: (readonly string[])[];
}

/** Lists the missing inputs; `reads` is everything that scoring looked at. */
export function missingInputs(
  scoring: Scoring,
  nodes: readonly FinishedNode[],
  total: { readonly strikes: Strikes; readonly score: Range },
  reads: ReadonlySet<string>,
): MissingInput[] {
  const own = scoring.framework.inputs.map((input) => input.name);
  const ofOthers = [...reads].filter((read) => readIn(read).department !== undefined);
  const names = [...own, ...ofOthers].filter(scoring.isOpen);
  if (names.length === 0) return [];
  const decisions = new Map<string, Decision>(
    names.map((name) => [name, { decides: ZERO, paths: [] }]),
  );
  decideWithin(decisions, total.strikes, openReadsOf(total.strikes), total.score, [], () => {
    for (const node of nodes) decideNode(decisions, node);
  });
  const most = widthOf(total.score);
  const listed = names.map((name): MissingInput => {
    const { decides, paths } = decisions.get(name) ?? { decides: ZERO, paths: [] };
    const { input, department } = readIn(name);
    const limited = most && decides ? minimum(decides, most) : decides;
    return { name: input, department, decides: limited, indicators: paths };
  });
  const isRead = ({ name, department }: MissingInput) =>
    Number(department !== undefined || reads.has(name));
  return listed.sort((a, b) => byDecision(a, b) || isRead(b) - isRead(a));
}

function byDecision(a: MissingInput, b: MissingInput): number {
  if (a.decides === undefined || b.decides === undefined)
    return Number(a.decides !== undefined) - Number(b.decides !== undefined);
  return compare(b.decides, a.decides);
}

// Where a strike settled the score, only what the strike read matters and nothing inside.
function decideWithin(
  decisions: Map<string, Decision>,
  strikes: Strikes,
  open: Iterable<string>,
  score: Range,
  path: readonly string[],
  inside: () => void,
): void {
  const settled = settledBy(strikes);
  note(decisions, settled ?? open, widthOf(score), path);
  if (settled === undefined) inside();
}

function decideNode(decisions: Map<string, Decision>, { scored, sheet }: FinishedNode): void {
  if (scored.kind === 'indicator' && sheet.kind === 'indicator') {
    const { path } = scored.indicator;
    decideWithin(decisions, scored.strikes, scored.openReads, sheet.score, path, () => {
      decideItems(decisions, scored, sheet);
    });
  } else if (scored.kind === 'group' && sheet.kind === 'group') {
    decideWithin(
      decisions,
      scored.strikes,
      scored.openReads,
      sheet.score,
      scored.group.path,
      () => {
        const inside = new Map<string, Decision>(
          [...decisions.keys()].map((name) => [name, { decides: ZERO, paths: [] }]),
        );
        scored.children.forEach((child, place) => {
          const finished = sheet.children[place];
          if (finished) decideNode(inside, { scored: child, sheet: finished });
        });
        takeOver(decisions, inside, alternating(scored), widthOf(sheet.score));
      },
    );
  }
}

// Parts of which a department has only some gain what others lose, so that what decides which ones
// it has decides no more than the whole can differ.
function alternating({ group }: Extract<ScoredNode, { kind: 'group' }>): boolean {
  return group.pool !== undefined || group.children.some(({ applies }) => applies !== undefined);
}

function takeOver(
  decisions: Map<string, Decision>,
  inside: ReadonlyMap<string, Decision>,
  isLimited: boolean,
  most: Rational | undefined,
): void {
  for (const [name, { decides, paths }] of inside) {
    const decision = decisions.get(name);
    if (decision === undefined || paths.length === 0) continue;
    const width = isLimited && most && decides ? minimum(decides, most) : decides;
    decision.decides = decision.decides && width && add(decision.decides, width);
    decision.paths.push(...paths);
  }
}

function decideItems(
  decisions: Map<string, Decision>,
  { indicator, items, openReads }: ScoredIndicator,
  sheet: IndicatorScore,
): void {
  const whole = widthOf(sheet.score);
  const open = items
    .map(({ restsOn, sheet: alone }, place) => ({
      restsOn,
      score: sheet.items[place]?.score ?? alone.score,
    }))
    .filter(({ score }) => !isZero(widthOf(score)));
  const readers = new Map<string, Rational | undefined>();
  for (const item of open)
    for (const name of item.restsOn)
      if (decisions.has(name) && !openReads.has(name)) {
        const width = scaledWidth(item.score, sheet, indicator.points);
        const sofar = readers.has(name) ? readers.get(name) : ZERO;
        readers.set(name, sofar && width && add(sofar, width));
      }
  for (const [name, width] of readers) {
    // What every open item hangs on decides all that is open, rounded as the indicator is.
    const alone = open.every((item) => item.restsOn.has(name));
    const decides =
      alone || width === undefined || whole === undefined ? whole : minimum(width, whole);
    note(decisions, [name], decides, indicator.path);
  }
}

function note(
  decisions: Map<string, Decision>,
  names: Iterable<string>,
  width: Rational | undefined,
  path: readonly string[],
): void {
  if (isZero(width)) return;
  for (const name of names) {
    const decision = decisions.get(name);
    if (decision === undefined) continue;
    decision.decides = decision.decides && width && add(decision.decides, width);
    decision.paths.push(path);
  }
}

function isZero(width: Rational | undefined): boolean {
  return width !== undefined && signOf(width) === 0;
}

function widthOf(range: Range): Rational | undefined {
  if (isSingle(range)) return ZERO;
  return range.low && range.high && subtract(range.high.value, range.low.value);
}

// An item's width at the points that its indicator may count after points were moved.
function scaledWidth(range: Range, sheet: IndicatorScore, points: Rational): Rational | undefined {
  const width = widthOf(range);
  const most = sheet.points.high?.value;
  if (width === undefined || most === undefined || points.n === 0n) return width;
  return multiply(width, divide(most, points));
}
