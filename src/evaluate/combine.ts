// A combining rule at work: the scores of a node's parts as its rule reads them, and what the rule
// makes of them, with the steps that show it.
import type { PartReading, PartsReading } from '../interpret/environment.ts';
import type { Node } from '../model/framework.ts';
import type { NodeScore, Step } from '../model/sheet.ts';
import { ONE, divide, signOf } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { EVERYTHING, divideRanges, hull, multiplyRanges, point, pointOf } from '../types/range.ts';
import type { Share } from './applicability.ts';
import { isCounted } from './applicability.ts';
import { finishNode } from './finish-node.ts';
import type { Run } from './score-node.ts';
import { stepsBehind } from './trace-lets.ts';
import { traceValue } from './trace-value.ts';

/** What a combining rule gives, and what it looked at. */
export interface Combined {
  readonly value: Range;
  readonly steps: readonly Step[];
  readonly reads: ReadonlySet<string>;
}

/** Works out the combining rule of a node, or of the top. */
export function combine({ scoring }: Run, node: Node | undefined): Combined | undefined {
  const rule = node ? node.combine : scoring.framework.combine;
  if (rule === undefined) return undefined;
  const reads = new Set<string>();
  const steps: Step[] = [];
  const value = scoring.noting(reads, () => {
    const own: Step[] = [];
    const traced = traceValue(scoring, rule, own);
    steps.push(...stepsBehind(scoring, traced.shown), ...own);
    return traced.value;
  });
  return { value, steps, reads };
}

/** The parts of a node, or of the top, that exist and apply, or may. */
export function partsOf(run: Run, node: Node | undefined): PartsReading {
  if (node?.kind === 'indicator') {
    const items = node.items.map((item) => run.item(item).sheet);
    return {
      parts: items.flatMap(({ item, score, points }) => {
        const { applicability } = run.shares.of(item);
        if (applicability === 'absent') return [];
        const certainty = applicability === 'undecided' ? 'possible' : 'certain';
        return [{ name: item.name, score, rate: rateOf(score, points), certainty }];
      }),
      reads: union(items.map((item) => item.reads)),
    };
  }
  const nodes = node ? node.children : run.scoring.framework.children;
  const counted = nodes.filter(isCounted);
  return {
    parts: counted.flatMap((child) => partOf(run, child) ?? []),
    reads: union(counted.map((child) => run.sheet(child).reads)),
  };
}

/** A part as it stands where it is there; undefined where it certainly is not. */
function partOf(run: Run, child: Node): PartReading | undefined {
  const sheet = run.sheet(child);
  const share = run.shares.of(child);
  if (share.applicability === 'absent') return undefined;
  const reasons = [share.because, ...share.orBecause];
  const policy = reasons.includes(child.notApplicable) ? child.notApplicable?.policy : undefined;
  // Awarded something it is still there.
  const isAwarded = policy === 'in-full' || policy === 'award';
  const instead = (): Range =>
    policy === 'in-full' ? point(ONE) : rateOf(sheet.score, sheet.points);
  const certainty = share.absence ? 'possible' : 'certain';
  if (share.applicability === 'not-applicable')
    return isAwarded ? { ...reading(child, sheet), rate: instead(), certainty } : undefined;
  if (share.applicability === 'applicable') return reading(child, sheet);
  const there: Share = {
    ...share,
    applicability: 'applicable',
    because: undefined,
    orBecause: [],
    absence: undefined,
  };
  const inside = reading(child, finishNode(run, child, there));
  if (!isAwarded) return { ...inside, certainty: 'possible' };
  return { ...inside, score: sheet.score, rate: hull(inside.rate, instead()), certainty };
}

function reading({ name }: Node, { score, points }: NodeScore): PartReading {
  return { name, score, rate: rateOf(score, points), certainty: 'certain' };
}

// Checking has refused rates of parts without points.
function rateOf(score: Range, points: Range): Range {
  const known = pointOf(points);
  if (known && signOf(known) !== 0) return multiplyRanges(score, point(divide(ONE, known)));
  return divideRanges(score, points) ?? EVERYTHING;
}

/** The same parts in several combinations of what applies: each where it does. */
export function joinParts(readings: readonly PartsReading[]): PartsReading {
  const joined = new Map<string, { readonly part: PartReading; readonly times: number }>();
  for (const { parts } of readings)
    for (const part of parts) {
      const known = joined.get(part.name);
      const both = known && {
        ...part,
        score: hull(known.part.score, part.score),
        rate: hull(known.part.rate, part.rate),
      };
      joined.set(part.name, { part: both ?? part, times: (known?.times ?? 0) + 1 });
    }
  return {
    parts: [...joined.values()].map(({ part, times }) => ({
      ...part,
      certainty: times === readings.length ? part.certainty : 'possible',
    })),
    reads: union(readings.map((each) => each.reads)),
  };
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
