// What is still missing: every input of which something is open, with the points that it decides,
// the most decisive first, also those of departments that this one is compared with. An input that
// nothing had to look at decides nothing and comes last.
import { isSingle } from '../types/enclosure.ts';
import { isOfOther, readIn } from '../model/reads.ts';
import type {
  IndicatorScore,
  MissingInput,
  NodeScore,
  OpenRow,
  OutputResult,
} from '../model/sheet.ts';
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
import type { Strikes } from './strike.ts';
import { openReadsOf, settledBy } from './strike.ts';
import type { FinishedNode } from './finished-node.ts';
import { finishedIn } from './finished-node.ts';
import type { ScoredIndicator, ScoredNode } from './score-node.ts';
import type { Scoring } from './scoring.ts';

interface Decision {
  decides: Rational | undefined;
  readonly paths: (readonly string[])[];
}

/** What has been worked out, and everything that was looked at for it. */
interface Outcome {
  readonly nodes: readonly FinishedNode[];
  readonly total: { readonly strikes: Strikes; readonly score: Range };
  readonly outputs: readonly OutputResult[];
  /** What the conditions on grades looked at, where the grade is open. */
  readonly gradeReads: ReadonlySet<string>;
  readonly reads: ReadonlySet<string>;
}

/** Lists the missing inputs; those that nothing can change any more come last. */
export function missingInputs(
  scoring: Scoring,
  { nodes, total, outputs, gradeReads, reads }: Outcome,
  rows: ReadonlyMap<string, readonly OpenRow[]>,
): MissingInput[] {
  const { framework, data, refused } = scoring;
  // A refused award counts as not given, and rows of a table may be open though it is given.
  const names: string[] = [];
  for (const { name } of framework.inputs)
    if (data.isOpen(name) || rows.has(name) || refused.has(name)) names.push(name);
  for (const read of reads) if (isOfOther(read) && scoring.isOpen(read)) names.push(read);
  if (names.length === 0) return [];
  const decisions = decisionsOn(scoring, names, nodes, total);
  const openOutputs = outputs.filter(({ value }) => !isKnown(value));
  const most = widthOf(total.score);
  const listed = names.map((name): MissingInput => {
    const { decides, paths } = decisions.get(name) ?? { decides: ZERO, paths: [] };
    const { input, department } = readIn(name);
    const limited = most && decides ? minimum(decides, most) : decides;
    const open = rows.get(name) ?? [];
    return {
      name: input,
      department,
      rows: open,
      decides: limited,
      indicators: paths,
      outputs: openOutputs.filter((each) => each.reads.has(name)).map((each) => each.output.name),
      decidesGrade: gradeReads.has(name),
    };
  });
  const isRead = ({ name, department }: MissingInput) =>
    Number(department !== undefined || reads.has(name));
  // A goal table may leave out what the rows that can be decided do not need.
  const isIdleTable = (each: MissingInput) =>
    each.department === undefined &&
    !stillMatters(each) &&
    each.rows.length === 0 &&
    scoring.data.isGivenList(each.name);
  return listed
    .filter((each) => !isIdleTable(each))
    .sort((a, b) => byDecision(a, b) || isRead(b) - isRead(a));
}

// Whether an input that is missing can still change anything about this department.
function stillMatters({ decides, outputs, decidesGrade }: MissingInput): boolean {
  return !isZero(decides) || outputs.length > 0 || decidesGrade;
}

/** Of the open inputs that a total looked at, those that can still change it. */
export function decidingTotal(
  scoring: Scoring,
  nodes: readonly FinishedNode[],
  total: { readonly strikes: Strikes; readonly score: Range },
  open: readonly string[],
): ReadonlySet<string> {
  const decisions = decisionsOn(scoring, open, nodes, total);
  return new Set(open.filter((name) => !isZero(decisions.get(name)?.decides)));
}

function decisionsOn(
  { framework }: Scoring,
  names: readonly string[],
  nodes: readonly FinishedNode[],
  total: { readonly strikes: Strikes; readonly score: Range },
): ReadonlyMap<string, Decision> {
  const decisions = new Map<string, Decision>(
    names.map((name) => [name, { decides: ZERO, paths: [] }]),
  );
  decideWithin(decisions, total.strikes, openReadsOf(total.strikes), total.score, [], () => {
    if (framework.combine === undefined) for (const node of nodes) decideNode(decisions, node);
    else decideCombined(decisions, nodes, total.score);
  });
  return decisions;
}

function byDecision(a: MissingInput, b: MissingInput): number {
  if (a.decides === undefined || b.decides === undefined)
    return Number(a.decides !== undefined) - Number(b.decides !== undefined);
  return compare(b.decides, a.decides);
}

// Where a strike settled the score, only what the strike read matters and nothing inside.
function decideWithin(
  decisions: ReadonlyMap<string, Decision>,
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

function decideNode(
  decisions: ReadonlyMap<string, Decision>,
  { scored, sheet }: FinishedNode,
): void {
  if (isSettled(sheet)) return;
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
        if (scored.group.combine) {
          const own = [...sheet.reads].filter((name) => !scored.openReads.has(name));
          note(decisions, own, widthOf(sheet.score), scored.group.path);
          return;
        }
        const decided = new Map<string, Decision>(
          [...decisions.keys()].map((name) => [name, { decides: ZERO, paths: [] }]),
        );
        for (const child of finishedIn(scored, sheet)) decideNode(decided, child);
        takeOver(decisions, decided, alternating(scored), widthOf(sheet.score));
      },
    );
  }
}

// Nothing that is missing decides anything about a part in which nothing is open.
function isSettled(sheet: NodeScore): boolean {
  return isSingle(sheet.score) && (sheet.kind === 'indicator' || sheet.children.every(isSettled));
}

// Parts of which a department has only some gain what others lose, so that what decides which ones
// it has decides no more than the whole can differ.
function alternating({ group }: Extract<ScoredNode, { kind: 'group' }>): boolean {
  return group.pool !== undefined || group.children.some(({ applies }) => applies !== undefined);
}

function takeOver(
  decisions: ReadonlyMap<string, Decision>,
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

// What parts leave open is no measure of what is open once they are combined: all of it may hang on
// each input that is missing.
function decideCombined(
  decisions: ReadonlyMap<string, Decision>,
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
  decisions: ReadonlyMap<string, Decision>,
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
  decisions: ReadonlyMap<string, Decision>,
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
