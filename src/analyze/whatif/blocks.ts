// Which changes hang together: those that one rule reads. Changes in different rules add up, as far as
// nothing above the rules makes more of them together than each alone; what might is named.
import { readsByIndicator } from '../../evaluate/change-inputs.ts';
import { placeAt, placesIn } from '../../evaluate/sheet-places.ts';
import type { Framework, Group, Indicator, Node } from '../../model/framework.ts';
import { indicatorsOf } from '../../model/framework.ts';
import type { Rational } from '../../number/rational.ts';
import { ZERO, divide, gcd, isInteger, multiply, rational } from '../../number/rational.ts';
import type { Rounding } from '../../number/rounding.ts';
import { nodesOf, readingOfPart } from '../../prove/reading.ts';
import { sameRange } from '../../types/range.ts';
import type { Goal } from './goal.ts';
import type { Lever } from './lever.ts';
import type { Setting } from './setting.ts';

/** Why gains of single changes may not add up, or why the sum may not be all that counts. */
export type Doubt =
  | 'parts-hang-together'
  | 'combined-scores'
  | 'strikes-above-indicators'
  | 'rounded-sums'
  | 'grade-conditions'
  | 'data-missing'
  | 'search-cut-short';

/** Changes of which at most one is made. */
export interface Block {
  readonly levers: readonly Lever[];
  /** How much more than its gain alone one of them can bring together with those of other blocks. */
  readonly slack: Rational;
}

/** What stands between the gains of single changes and the goal. */
export function doubtsOf({ framework, atWorst }: Setting, goal: Goal): readonly Doubt[] {
  const { children, roundings, grades } = framework;
  const nodes = nodesOf(children);
  const groups = nodes.filter((node): node is Group => node.kind === 'group');
  const indicators = indicatorsOf(children);
  const reads = readsByIndicator(framework);
  const doubts: Doubt[] = [];
  if (reads === undefined || indicators.some((indicator) => !reads.has(indicator)))
    doubts.push('parts-hang-together');
  if (framework.combine || nodes.some(({ combine }) => combine !== undefined))
    doubts.push('combined-scores');
  const isStruck = (node: Pick<Group, 'vetoes' | 'exemptions' | 'caps'>) =>
    node.vetoes.length > 0 || node.exemptions.length > 0 || node.caps.atLeast !== undefined;
  const total = {
    vetoes: framework.vetoes,
    exemptions: framework.exemptions,
    caps: framework.totalCaps,
  };
  if ([...groups, total].some(isStruck)) doubts.push('strikes-above-indicators');
  const sums = [roundings.total, ...groups.map((group) => group.rounding ?? roundings.groups)];
  const fine = indicators.map((each) => each.rounding ?? roundings.indicators);
  if (sums.some((rounding) => rounding && !fine.every((each) => isFinerOrSame(rounding, each))))
    doubts.push('rounded-sums');
  const isOpenBand = roundings.total === undefined && grades.some(({ exclusive }) => exclusive);
  const isBound = isOpenBand || framework.ceilings.length + framework.gradeDowns.length > 0;
  if (goal.kind === 'grade' && (isBound || grades.some(({ condition }) => condition !== undefined)))
    doubts.push('grade-conditions');
  if (atWorst) doubts.push('data-missing');
  return doubts;
}

/** The step of which every gain is a multiple, where there is one. */
export function grainOf(
  { framework }: Setting,
  goal: Goal,
  doubts: readonly Doubt[],
): Rational | undefined {
  const { children, roundings } = framework;
  if (doubts.some((doubt) => doubt !== 'data-missing')) return undefined;
  const ofNode = (path: readonly string[]) =>
    nodesOf(children).some((node) => node.path.join('\n') === path.join('\n'));
  if (goal.kind === 'score' && !ofNode(goal.path)) return undefined;
  let grain: Rational | undefined;
  for (const indicator of indicatorsOf(children)) {
    const step = (indicator.rounding ?? roundings.indicators)?.step;
    if (step === undefined) return undefined;
    grain = grain === undefined ? step : commonStep(grain, step);
  }
  return grain;
}

// The largest step of which both are multiples.
function commonStep(a: Rational, b: Rational): Rational {
  return rational(gcd(a.n * b.d, b.n * a.d), a.d * b.d);
}

// Whether sums of scores rounded by the one are left as they are by the other.
function isFinerOrSame(sum: Rounding, parts: Rounding | undefined): boolean {
  return parts !== undefined && isInteger(divide(parts.step, sum.step));
}

/** The levers by the rules that read them. */
export function blocksOf(setting: Setting, levers: readonly Lever[]): readonly Block[] {
  const { framework } = setting;
  const reads = readsByIndicator(framework);
  if (reads === undefined) return levers.length === 0 ? [] : [{ levers, slack: ZERO }];
  const rules = indicatorsOf(framework.children).flatMap((indicator) =>
    rulesOf(setting, indicator, reads),
  );
  const holderOf = new Map<Lever, Set<Lever>>(levers.map((lever) => [lever, new Set([lever])]));
  for (const { inputs } of rules) {
    const reading = levers.filter(({ input }) => inputs.has(input.name));
    const joined = new Set(reading.flatMap((lever) => [...(holderOf.get(lever) ?? [])]));
    for (const lever of joined) holderOf.set(lever, joined);
  }
  const sets = [...new Set(holderOf.values())];
  return sets.map((set) => ({
    levers: levers.filter((lever) => set.has(lever)),
    slack: slackOf(framework, set, sets, reads),
  }));
}

interface RuleReads {
  readonly inputs: ReadonlySet<string>;
}

// Items whose scores are only added up stand for themselves; what strikes or limits them from outside
// makes one rule of the indicator.
function rulesOf(
  { framework, now }: Setting,
  indicator: Indicator,
  reads: ReadonlyMap<Node, ReadonlySet<string>>,
): readonly RuleReads[] {
  const whole = reads.get(indicator);
  const place = placeAt(placesIn(now), indicator.path);
  const stands = place && sameRange(place.score.score, place.score.standing);
  const isSum = indicator.combine === undefined && indicator.caps.atLeast === undefined;
  if (!isSum || stands !== true || indicator.items.length === 1 || whole === undefined)
    return whole ? [{ inputs: whole }] : [];
  return indicator.items.map((item) => {
    const judged = item.rule.kind === 'judged' ? [item.rule.input.name] : [];
    return { inputs: new Set([...readingOfPart(framework, item).inputs, ...judged]) };
  });
}

// Rounding a sum of several changes can give up to one step for each more than rounding each alone, or
// two where it goes one way only.
function slackOf(
  framework: Framework,
  set: ReadonlySet<Lever>,
  sets: readonly ReadonlySet<Lever>[],
  reads: ReadonlyMap<Node, ReadonlySet<string>>,
): Rational {
  let slack = ZERO;
  for (const [node, inputs] of reads) {
    const readsAny = (levers: ReadonlySet<Lever>) =>
      [...levers].some(({ input }) => inputs.has(input.name));
    if (!readsAny(set) || sets.filter(readsAny).length < 2) continue;
    const rounding = node.rounding ?? framework.roundings.indicators;
    if (rounding === undefined) continue;
    const isHalf = rounding.mode === 'half-up' || rounding.mode === 'half-even';
    const own = isHalf ? rounding.step : multiply(rounding.step, rational(2));
    if (own.n * slack.d > slack.n * own.d) slack = own;
  }
  return slack;
}
