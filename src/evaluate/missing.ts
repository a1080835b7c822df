// What is still missing: every input of which something is open, with the points that it decides,
// the most decisive first. An input that nothing had to look at decides nothing and comes last.
import type { Framework } from '../model/framework.ts';
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
import { isKnown } from '../types/value.ts';
import type { Strikes } from './adjust.ts';
import { openReadsOf, settledBy } from './adjust.ts';
import type { Data } from './data.ts';
import type { ScoredIndicator, ScoredNode } from './score-node.ts';

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
  framework: Framework,
  data: Data,
  nodes: readonly FinishedNode[],
  total: { readonly strikes: Strikes; readonly score: Range },
  reads: ReadonlySet<string>,
): MissingInput[] {
  const names = framework.inputs
    .map((input) => input.name)
    .filter((name) => !isKnown(data.value(name)));
  if (names.length === 0) return [];
  const decisions = new Map<string, Decision>(
    names.map((name) => [name, { decides: ZERO, paths: [] }]),
  );
  decideWithin(decisions, total.strikes, openReadsOf(total.strikes), total.score, [], () => {
    if (framework.combine === undefined) for (const node of nodes) decideNode(decisions, node);
    else decideCombined(decisions, nodes, total.score);
  });
  const most = widthOf(total.score);
  const listed = names.map((name): MissingInput => {
    const { decides, paths } = decisions.get(name) ?? { decides: ZERO, paths: [] };
    return { name, decides: most && decides ? minimum(decides, most) : decides, indicators: paths };
  });
  return listed.sort(
    (a, b) => byDecision(a, b) || Number(reads.has(b.name)) - Number(reads.has(a.name)),
  );
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
        const inside = scored.children.flatMap((child, place): FinishedNode[] => {
          const finished = sheet.children[place];
          return finished ? [{ scored: child, sheet: finished }] : [];
        });
        if (scored.group.combine === undefined)
          for (const child of inside) decideNode(decisions, child);
        else {
          const own = [...sheet.reads].filter((name) => !scored.openReads.has(name));
          note(decisions, own, widthOf(sheet.score), scored.group.path);
        }
      },
    );
  }
}

// What parts leave open is no measure of what is open once they are combined: all of it may hang on
// each input that is missing.
function decideCombined(
  decisions: Map<string, Decision>,
  nodes: readonly FinishedNode[],
  score: Range,
): void {
  for (const [name, decision] of decisions) {
    const readers = nodes.filter(({ sheet }) => sheet.reads.has(name));
    if (readers.length === 0 || decision.paths.length > 0) continue;
    decision.decides = widthOf(score);
    for (const { scored } of readers)
      decision.paths.push(scored.kind === 'group' ? scored.group.path : scored.indicator.path);
  }
}

function decideItems(
  decisions: Map<string, Decision>,
  { indicator, items, openReads }: ScoredIndicator,
  sheet: IndicatorScore,
): void {
  const whole = widthOf(sheet.score);
  const { combine, path } = indicator;
  if (combine) {
    const own = [...sheet.reads].filter((name) => !openReads.has(name));
    note(decisions, own, whole, path);
    return;
  }
  const open = items.filter((item) => !isZero(widthOf(item.sheet.score)));
  const readers = new Map<string, Rational | undefined>();
  for (const item of open)
    for (const name of item.restsOn)
      if (decisions.has(name) && !openReads.has(name)) {
        const width = scaledWidth(item.sheet.score, sheet, indicator.points);
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
  return range.low && range.high && subtract(range.high.value, range.low.value);
}

// An item's width at the points that its indicator may count after points were moved.
function scaledWidth(range: Range, sheet: IndicatorScore, points: Rational): Rational | undefined {
  const width = widthOf(range);
  const most = sheet.points.high?.value;
  if (width === undefined || most === undefined || points.n === 0n) return width;
  return multiply(width, divide(most, points));
}
