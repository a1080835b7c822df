// A comparison of two rulesets for programs. Every figure is text, exact; texts for people are in the
// language of the report. The shape only ever grows; docs/compare.md describes it.
import type { Change } from '../analyze/compare/changes.ts';
import type { Comparison, IndicatorComparison } from '../analyze/compare/compare.ts';
import type { Witness } from '../analyze/compare/difference.ts';
import type { DepartmentEffect, PartEffect, Shift } from '../analyze/compare/effect.ts';
import type { Meaning } from '../analyze/compare/meaning.ts';
import type { Framework } from '../model/framework.ts';
import type { ScoreSheet } from '../model/sheet.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import * as Q from '../number/rational.ts';
import { showValue } from '../prove/show.ts';
import { SCORE } from '../types/type.ts';
import type { Between } from './comparison-changes.ts';
import { changeSides, changeText } from './comparison-changes.ts';
import { scoreJson } from './score-json.ts';
import { missingName, stillMatters } from './scored.ts';

/** The comparison and its effects, ready for JSON. */
export function comparisonJson(
  comparison: Comparison,
  effects: readonly DepartmentEffect[],
  between: Between,
): object {
  const { different, equal, added, removed, whole, inputs, checks, pointsMove } = comparison;
  const changes = (list: readonly Change[]) => list.map((change) => changeJson(change, between));
  return {
    before: rulesetJson(between.before),
    after: rulesetJson(between.after),
    different: different.map((each) => indicatorJson(each, between)),
    equal: equal.map((each) => indicatorJson(each, between)),
    added: added.map(({ path }) => path),
    removed: removed.map(({ path }) => path),
    whole: changes(whole),
    inputs: {
      before: inputs.before,
      after: inputs.after,
      changed: changes(inputs.changed),
    },
    checks: changes(checks),
    pointsMove,
    departments: effects.map((effect) => effectJson(effect, between)),
  };
}

function rulesetJson({ name, period, hash, files }: Framework): object {
  return { name, year: period, hash, files };
}

function indicatorJson(compared: IndicatorComparison, between: Between): object {
  const { before, after, changes, meaning, sameFigures } = compared;
  return {
    name: after.name,
    before: { path: before.path, points: formatExact(before.points) },
    after: { path: after.path, points: formatExact(after.points) },
    changes: changes.map((change) => changeJson(change, between)),
    meaning: meaning ? meaningJson(meaning, between) : null,
    sameFigures: sameFigures
      ? { names: sameFigures.names, meaning: meaningJson(sameFigures.meaning, between) }
      : null,
  };
}

function changeJson(change: Change, between: Between): object {
  const sides = changeSides(change, between);
  const { before = null, after = null } = typeof sides === 'string' ? {} : sides;
  return {
    kind: change.kind,
    part: 'part' in change ? change.part : null,
    ...(change.kind === 'expression' && { aspect: change.aspect, row: change.row ?? null }),
    before,
    after,
    text: changeText(change, between),
  };
}

function meaningJson(meaning: Meaning, between: Between): object {
  switch (meaning.kind) {
    case 'equal':
      return {
        kind: 'equal',
        shownBy: meaning.shownBy,
        ...(meaning.shownBy === 'cases' && { cases: meaning.cases }),
      };
    case 'open':
      return { kind: 'open', largest: figureJson(meaning.largest) };
    case 'different':
      return {
        kind: 'different',
        largest: figureJson(meaning.largest),
        reached: meaning.isReached,
        witness: witnessJson(meaning.witness, between),
      };
    default:
      return meaning satisfies never;
  }
}

function witnessJson({ givens, before, after }: Witness, { language }: Between): object {
  return {
    givens: givens.map(({ input, value, isShare }) => ({
      name: input.name,
      kind: isShare ? 'share-of-award' : 'value',
      value: showValue(value, input.kind === 'value' ? input.type : SCORE)[language],
    })),
    before: formatExact(before),
    after: formatExact(after),
    change: formatExact(Q.subtract(after, before)),
  };
}

function effectJson(effect: DepartmentEffect, { language }: Between): object {
  const { name, year, before, after, shift, parts, places } = effect;
  const side = (sheet: ScoreSheet, place: { best: number; worst: number }) => ({
    total: scoreJson(sheet.total),
    grades: sheet.grades,
    place,
    missing: sheet.missing.filter(stillMatters).map((missing) => missingName(missing, language)),
  });
  return {
    department: name,
    year,
    before: side(before, places.before),
    after: side(after, places.after),
    change: shiftJson(shift),
    parts: parts.map(partJson),
  };
}

function partJson(part: PartEffect): object {
  const paths = { before: part.before?.path ?? null, after: part.after?.path ?? null };
  if (part.kind === 'around')
    return {
      kind: part.before || part.after ? 'group' : 'total',
      ...paths,
      change: shiftJson(part.shift),
    };
  const { scoreBefore, scoreAfter } = part;
  return {
    kind: 'indicator',
    ...paths,
    scoreBefore: scoreBefore ? scoreJson(scoreBefore) : null,
    scoreAfter: scoreAfter ? scoreJson(scoreAfter) : null,
    change: shiftJson(part.shift),
  };
}

function shiftJson({ least, most }: Shift): object {
  return { least: figureJson(least), most: figureJson(most) };
}

function figureJson(figure: Rational | undefined): string | null {
  return figure ? formatExact(figure) : null;
}
