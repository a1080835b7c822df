// Two frameworks into what differs between them: what is written differently, part by part, whether it
// means something else, a department that shows it, and the largest change of score that it can cause.
import type { Expression } from '../../model/expression.ts';
import type { Framework, Indicator, Node } from '../../model/framework.ts';
import type { Rational } from '../../number/rational.ts';
import { compare as compareFigures } from '../../number/rational.ts';
import { expressionsOfNode, readingOf } from '../../prove/reading.ts';
import type { Reading } from '../../prove/reading.ts';
import type { Common, Study } from '../../prove/study.ts';
import { commonTo, createStudy } from '../../prove/study.ts';
import { recollectionOf } from '../../prove/memory.ts';
import type { Change } from './changes.ts';
import { indicatorChanges } from './changes.ts';
import { createExpressing } from './indicator-expression.ts';
import { idIn, joinFrameworks } from './joint.ts';
import { movesPoints } from '../subject.ts';
import { takenFromElsewhere, withSameFigures } from './same-figures.ts';
import { matchNodes } from './matching.ts';
import type { Meaning } from './meaning.ts';
import { compareMeaning } from './meaning.ts';
import {
  checkChanges,
  definitionChanges,
  inputChanges,
  optionChanges,
  wholeChanges,
} from './whole-changes.ts';
import { roundingErrors } from './loosening.ts';

/** An indicator of both frameworks. */
export interface IndicatorComparison {
  readonly before: Indicator;
  readonly after: Indicator;
  /** What is written differently in it, in definitions that it reads and in options. */
  readonly changes: readonly Change[];
  /** Undefined where its score cannot be written out as one expression. */
  readonly meaning: Meaning | undefined;
  /** The most by which its score can change; undefined where that is not known. */
  readonly largest: Rational | undefined;
  /** How the rules compare where each works out figures of its own for them. */
  readonly sameFigures: SameFigures | undefined;
}

/** What two rules say of the same figures, whatever each ruleset takes them from. */
export interface SameFigures {
  /** Names of the definitions that are other ones. */
  readonly names: readonly string[];
  readonly meaning: Meaning;
}

export interface Comparison {
  /** Indicators of both that score some department otherwise, or may; the largest change first. */
  readonly different: readonly IndicatorComparison[];
  /** Indicators of both that score every department alike. */
  readonly equal: readonly IndicatorComparison[];
  readonly added: readonly Indicator[];
  readonly removed: readonly Indicator[];
  /** What is written differently in groups, in the total, in grades, and in options that no indicator reads. */
  readonly whole: readonly Change[];
  /** Names of inputs that only one of them takes. */
  readonly inputs: {
    readonly before: readonly string[];
    readonly after: readonly string[];
    /** Inputs of both of which each takes something else. */
    readonly changed: readonly Change[];
  };
  /** Checks that are others; they never change a score. */
  readonly checks: readonly Change[];
  /**
   * Whether points of parts that are out may move to others, in either of them: indicators are compared
   * with the points that they have while nothing has moved.
   */
  readonly pointsMove: boolean;
}

/** Compares two frameworks, or a ruleset with the one that it amends. */
export function compareFrameworks(
  before: Framework,
  after: Framework,
  onProgress?: (done: number, total: number) => void,
): Comparison {
  const joint = joinFrameworks(before, after);
  const express = createExpressing(joint, before, after);
  const nodes = matchNodes(before, after);
  const indicators = nodes.flatMap(({ before: one, after: other }) =>
    one?.kind === 'indicator' && other?.kind === 'indicator' ? [[one, other] as const] : [],
  );
  const expressed = indicators.map(([one, other]) => ({ one, other, ...express(one, other) }));
  const written = expressed.flatMap(({ scores }) => (scores ? [scores.before, scores.after] : []));
  const both = withErrors(joint.framework(), written);
  const common = commonIn(both);
  const options = optionChanges(before.options, after.options);
  const definitions = definitionChanges(before, after);
  const read = new Set<Change>();
  const elsewhere = new Set(takenFromElsewhere(both, after.lets.keys()));
  let done = 0;
  const compared = expressed.map(({ one, other, scores }): IndicatorComparison => {
    const readings = [readingOfNode(before, one), readingOfNode(after, other)];
    const changes = [
      ...indicatorChanges([before, after], [one, other]),
      ...[...definitions].flatMap(([id, each]) =>
        readings.some(({ lets }) => lets.has(id)) ? each : [],
      ),
      ...options.filter(
        (option) =>
          option.kind === 'option' && readings.some((reading) => reading.options.has(option.name)),
      ),
    ];
    changes.forEach((change) => read.add(change));
    const meaning = scores && compareMeaning(studyOf(common), scores.before, scores.after);
    const ids = [...after.lets.keys()].filter(
      (id) =>
        (definitions.has(id) || elsewhere.has(id)) && readings.every(({ lets }) => lets.has(id)),
    );
    const sameFigures =
      scores && meaning?.kind !== 'equal' ? onSameFigures(common, scores, ids) : undefined;
    const largest = largestChange(meaning);
    onProgress?.(++done, expressed.length);
    return { before: one, after: other, changes, meaning, largest, sameFigures };
  });
  const isEqual = ({ meaning }: IndicatorComparison) => meaning?.kind === 'equal';
  return {
    different: compared.filter((each) => !isEqual(each)).sort(byLargest),
    equal: compared.filter(isEqual),
    added: onlyIn(nodes.map((pair) => (pair.before ? undefined : pair.after))),
    removed: onlyIn(nodes.map((pair) => (pair.after ? undefined : pair.before))),
    whole: [...wholeChanges(before, after, nodes), ...options.filter((each) => !read.has(each))],
    inputs: {
      before: namesOnlyIn(before, after),
      after: namesOnlyIn(after, before),
      changed: inputChanges(before.inputs, after.inputs),
    },
    checks: checkChanges(before, after),
    pointsMove: [before, after].some(({ children }) => movesPoints(children)),
  };
}

function withErrors(framework: Framework, written: readonly Expression[]): Framework {
  return { ...framework, inputs: [...framework.inputs, ...roundingErrors(written, framework)] };
}

function onSameFigures(
  common: Common,
  scores: { readonly before: Expression; readonly after: Expression },
  ids: readonly string[],
): SameFigures | undefined {
  if (ids.length === 0) return undefined;
  const framework = withSameFigures(common.framework, studyOf(common), ids);
  if (framework === undefined) return undefined;
  return {
    names: ids.flatMap((id) => framework.lets.get(idIn('after', id))?.name ?? []),
    meaning: compareMeaning(studyOf(commonIn(framework)), scores.before, scores.after),
  };
}

// Each pair of rules is studied anew: what was assumed of one pair is of no use to the next.
function studyOf(common: Common): Study {
  return createStudy(common, new Map());
}

function commonIn(framework: Framework): Common {
  return commonTo(framework, recollectionOf(framework, undefined));
}

function readingOfNode(framework: Framework, indicator: Indicator): Reading {
  return readingOf(expressionsOfNode(indicator), framework);
}

// No known limit stands before every known one.
function byLargest(a: IndicatorComparison, b: IndicatorComparison): number {
  if (a.largest === undefined || b.largest === undefined)
    return Number(b.largest === undefined) - Number(a.largest === undefined);
  return compareFigures(b.largest, a.largest);
}

function largestChange(meaning: Meaning | undefined): Rational | undefined {
  return meaning === undefined || meaning.kind === 'equal' ? undefined : meaning.largest;
}

function onlyIn(nodes: readonly (Node | undefined)[]): Indicator[] {
  return nodes.filter((node) => node?.kind === 'indicator');
}

function namesOnlyIn(one: Framework, other: Framework): string[] {
  const known = new Set(other.inputs.map(({ name }) => name));
  return one.inputs.flatMap(({ name, kind }) =>
    kind === 'value' && !known.has(name) ? [name] : [],
  );
}
