// The departments of a project under two rulesets: both totals, and what each part does to the
// difference, which add up to it.
import { effectOn } from '../../src/analyze/compare/effect.ts';
import type { DepartmentEffect, PartEffect, Shift } from '../../src/analyze/compare/effect.ts';
import type { Language } from '../../src/diagnostics/diagnose.ts';
import { isComparative } from '../../src/model/comparative.ts';
import type { ScoreSheet } from '../../src/model/sheet.ts';
import { effectPartText, shiftText, unknownNotes } from '../../src/report/comparison-effect.ts';
import type { Range } from '../../src/types/range.ts';
import type {
  ComparedDepartment,
  ComparedScore,
  ComparedTotal,
  ComparisonView,
} from '../answers.ts';
import type { Project, ScoreView } from '../protocol.ts';
import { compareWords } from './compare-words.ts';
import { readTwice } from './compared-departments.ts';
import type { Side } from './compared-parts.ts';
import { numberOf, scoreView } from './scores.ts';
import { workerWords } from './words.ts';

type EffectViews = Pick<ComparisonView, 'departments' | 'notes'>;

const DECIMALS = 2;

/** Scores all departments under both; where that cannot be, says why. */
export function effectViews(
  sides: readonly [Side, Side],
  { departments, language, open }: Pick<Project, 'departments' | 'language' | 'open'>,
): EffectViews {
  const words = compareWords[language];
  const hindered = sides.flatMap(({ file, framework: { openTerms } }) =>
    openTerms.length === 0
      ? []
      : [
          words.open(
            file,
            openTerms.map(({ name }) => name),
          ),
        ],
  );
  if (hindered.length > 0) return { departments: [], notes: hindered };
  const [left, right] = sides;
  const read = readTwice(sides, departments, open === right.file, words);
  const twin = twinIn(read.departments.map(({ before }) => before.name));
  if (twin !== undefined && (isComparative(left.framework) || isComparative(right.framework)))
    return { departments: [], notes: [workerWords[language].departmentTwice(twin)] };
  const effects = effectOn([left.framework, right.framework], read.departments);
  return {
    departments: effects.map((effect, at) =>
      departmentView(effect, read.departments[at]?.notes ?? [], language),
    ),
    notes: read.notes,
  };
}

// Departments that are compared with each other need names of their own.
function twinIn(names: readonly string[]): string | undefined {
  return names.find((name, at) => names.indexOf(name) !== at);
}

function departmentView(
  effect: DepartmentEffect,
  notes: readonly string[],
  language: Language,
): ComparedDepartment {
  const { name, year, before, after, parts, shift } = effect;
  return {
    name,
    year,
    left: totalOf(before),
    right: totalOf(after),
    parts: parts.map((part) => partView(part, language)),
    change: shiftView(shift, language),
    notes: [...unknownNotes(effect, language), ...notes],
  };
}

function totalOf({ total, grades }: ScoreSheet): ComparedTotal {
  return { total: scoreView(total, DECIMALS), grades };
}

function partView(part: PartEffect, language: Language): ComparedScore {
  const score = (range: Range | undefined) => range && scoreView(range, DECIMALS);
  return {
    name: effectPartText(part, language),
    left: part.kind === 'indicator' ? score(part.scoreBefore) : undefined,
    right: part.kind === 'indicator' ? score(part.scoreAfter) : undefined,
    difference: shiftView(part.shift, language),
  };
}

function shiftView(shift: Shift, language: Language): ScoreView {
  const { least, most } = shift;
  return {
    text: shiftText(shift, language),
    low: least ? numberOf(least) : Number.NEGATIVE_INFINITY,
    high: most ? numberOf(most) : Number.POSITIVE_INFINITY,
  };
}
