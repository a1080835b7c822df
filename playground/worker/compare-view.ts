// Two rulesets side by side as the library's comparison gives it, laid out for the page: which indicators
// score otherwise, by how much at most and for whom, what was shown to be equal, and each department
// under both.
import type { Change } from '../../src/analyze/compare/changes.ts';
import { compareFrameworks } from '../../src/analyze/compare/compare.ts';
import type { Comparison, IndicatorComparison } from '../../src/analyze/compare/compare.ts';
import type { Witness } from '../../src/analyze/compare/difference.ts';
import type { Language } from '../../src/diagnostics/diagnose.ts';
import { formatExact } from '../../src/number/decimal.ts';
import * as Q from '../../src/number/rational.ts';
import { changeSides, changeText } from '../../src/report/comparison-changes.ts';
import type { Between } from '../../src/report/comparison-changes.ts';
import {
  extentText,
  sameFiguresText,
  shownBy,
  witnessGivens,
} from '../../src/report/comparison-meaning.ts';
import { comparisonWords } from '../../src/report/comparison-words.ts';
import { point } from '../../src/types/range.ts';
import type { ComparedRule, ComparisonView, TextPair, WitnessView } from '../answers.ts';
import type { Project, ScoreView } from '../protocol.ts';
import { compareWords } from './compare-words.ts';
import { comparedParts } from './compared-parts.ts';
import type { Side } from './compared-parts.ts';
import { effectViews } from './effect-views.ts';
import { placeView } from './places.ts';
import { changeView, endsOf } from './scores.ts';

/** How many steps of how many are done. */
export type Progress = (done: number, total: number) => void;

/** Compares two rulesets and scores the departments of the project under both. */
export function comparisonView(
  sides: readonly [Side, Side],
  project: Pick<Project, 'departments' | 'language' | 'open'>,
  onProgress: Progress = () => undefined,
): ComparisonView {
  const [left, right] = sides;
  const { language } = project;
  const between = { before: left.framework, after: right.framework, language };
  const words = comparisonWords[language];
  const comparison = compareFrameworks(left.framework, right.framework, onProgress);
  const { different, equal, whole, inputs, checks, pointsMove } = comparison;
  const rules = (list: readonly IndicatorComparison[]) =>
    list.map((each) => ruleView(each, sides, between));
  return {
    kind: 'comparison',
    left: nameOf(left),
    right: nameOf(right),
    said: [
      ...(isSame(comparison) ? [words.same] : []),
      words.counts(different.length, equal.length),
      ...(pointsMove ? [words.pointsMove] : []),
    ],
    different: rules(different),
    rewritten: rules(equal.filter(({ changes }) => changes.length > 0)),
    untouched: untouched(equal, language),
    parts: comparedParts(sides, otherRules(comparison), compareWords[language]),
    whole: whole.map((change) => pairView(change, between)),
    inputs: {
      left: inputs.before,
      right: inputs.after,
      changed: inputs.changed.map((change) => pairView(change, between)),
    },
    checks: checks.map((change) => changeText(change, between)),
    ...effectViews(sides, project),
  };
}

function isSame({ different, added, removed, whole }: Comparison): boolean {
  return different.length + added.length + removed.length + whole.length === 0;
}

function nameOf({ file, framework }: Side): ComparisonView['left'] {
  return { file, name: framework.name, period: framework.period };
}

function ruleView(
  compared: IndicatorComparison,
  [left, right]: readonly [Side, Side],
  between: Between,
): ComparedRule {
  const words = comparisonWords[between.language];
  const { before, after, changes, meaning, sameFigures } = compared;
  const witness = meaning?.kind === 'different' ? meaning.witness : undefined;
  return {
    name:
      before.name === after.name
        ? after.name
        : compareWords[between.language].renamed(before.name, after.name),
    left: placeView(before.nameSpan, left.sources),
    right: placeView(after.nameSpan, right.sources),
    extent: meaning ? extentText(meaning, words) : words.notExpressed,
    largest: witness && largestView(witness),
    changes: changes.map((change) => pairView(change, between, after.name)),
    witness: witness && witnessView(witness, between),
    sameFigures: sameFigures && sameFiguresText(sameFigures, between),
  };
}

function largestView({ before, after }: Witness): ScoreView {
  const { text } = changeView(point(before), point(after));
  return { text, ...endsOf(point(Q.subtract(after, before))) };
}

function witnessView(witness: Witness, between: Between): WitnessView {
  return {
    givens: witnessGivens(witness, between),
    left: formatExact(witness.before),
    right: formatExact(witness.after),
  };
}

function pairView(change: Change, between: Between, part?: string): TextPair {
  const sides = changeSides(change, between, part);
  if (typeof sides === 'string') return { name: sides, left: '', right: '' };
  const { nothing } = comparisonWords[between.language];
  const { where, before = nothing, after = nothing } = sides;
  return { name: where, left: before, right: after };
}

// Those that are shown to be equal in one way stand together.
function untouched(
  equal: readonly IndicatorComparison[],
  language: Language,
): ComparisonView['untouched'] {
  const ways = new Map<string, string[]>();
  for (const { after, changes, meaning } of equal) {
    if (changes.length > 0 || meaning?.kind !== 'equal') continue;
    const how = shownBy(meaning, comparisonWords[language]);
    ways.set(how, [...(ways.get(how) ?? []), after.name]);
  }
  return [...ways].map(([how, names]) => ({ how, names }));
}

// Parts in which more than the points is written differently. What the changes of an indicator name is
// the indicator itself, one of its items, or something that it reads.
function otherRules({ different, equal, whole }: Comparison): Parameters<typeof comparedParts>[1] {
  const isOther = (change: Change) => change.kind !== 'points';
  const changesOf = new Map(
    [...different, ...equal].map(({ after, changes }) => [after, changes.filter(isOther)]),
  );
  const groups = new Set(
    whole.filter(isOther).flatMap((change) => ('part' in change ? change.part : [])),
  );
  const items = new Set(
    [...changesOf].flatMap(([{ items: own }, changes]) =>
      own.filter(({ name }) => changes.some((change) => 'part' in change && change.part === name)),
    ),
  );
  return (part) => {
    if (!('kind' in part)) return items.has(part);
    return part.kind === 'group' ? groups.has(part.name) : (changesOf.get(part) ?? []).length > 0;
  };
}
