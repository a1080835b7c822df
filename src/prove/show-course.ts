// A score that rises and falls, in the facts of a message: the figures and scores of both changes, what
// stays as it is, and the rows that apply on either side.
import type { Given } from '../diagnostics/coverage-facts.ts';
import type { Related } from '../diagnostics/diagnostic.ts';
import type { MonotoneFacts, Standing } from '../diagnostics/monotone-messages.ts';
import type { Expression } from '../model/expression.ts';
import { formatApproximate } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { divide } from '../number/rational.ts';
import type { Type } from '../types/type.ts';
import { SCORE } from '../types/type.ts';
import { POINTS } from '../types/unit.ts';
import type { Value } from '../types/value.ts';
import type { Found } from './course-search.ts';
import { departmentAt } from './course-search.ts';
import type { Spot } from './course.ts';
import type { Growing } from './growing.ts';
import { wordAt } from './growing.ts';
import { showFigure, showValue } from './show.ts';
import type { Study } from './study.ts';
import type { Fired } from './target-band.ts';
import { firedRows } from './target-band.ts';

/** What the warning says of a course, and the rows that it points to. */
export function showCourse(
  study: Study,
  score: Expression,
  { input, course, others }: Found,
): {
  readonly facts: Omit<MonotoneFacts, 'under' | 'name' | 'isOutput'>;
  readonly related: readonly Related[];
} {
  const { change, contrast } = course;
  const shown = (spots: readonly Spot[]) => standings(spots, input, score);
  const [from, to] = shown([change.from, change.to]);
  const [contrastFrom, contrastTo] = shown([contrast.from, contrast.to]);
  if (!from || !to || !contrastFrom || !contrastTo) throw new Error('a change has two ends');
  const rowsAt = ({ at }: Spot) => {
    const interpreter = departmentAt(study, input, others, at)?.interpreter;
    return interpreter ? firedRows(score, interpreter, study.framework.lets) : [];
  };
  const before = rowsAt(change.from);
  const after = rowsAt(change.to);
  const turned = before.flatMap((row) => {
    const other = after.find(({ list }) => list === row.list);
    return other && other.number !== row.number ? [{ row, other }] : [];
  })[0];
  const related = turned
    ? [relatedRow(turned.row, input.name, from), relatedRow(turned.other, input.name, to)]
    : [];
  return {
    facts: {
      figure: input.name,
      others: givensOf(study, others),
      rarer: course.rarer,
      from,
      to,
      contrast: { from: contrastFrom, to: contrastTo },
      rows: turned && { before: rowName(turned.row), after: rowName(turned.other) },
    },
    related,
  };
}

function standings(spots: readonly Spot[], { type }: Growing, subject: Expression): Standing[] {
  return spots.map(({ at, score }) => ({
    figure: showFigure(at, type),
    score: wordAt(score, subject) ?? figureText(score, spots, subject.type),
  }));
}

// In the unit of the subject, as one would write it; of a score it goes without saying.
function figureText(score: Rational, spots: readonly Spot[], type: Type): string {
  if (type.kind !== 'number' || type.unit === POINTS) return scoreText(score, spots);
  const { scale, label } = type.unit;
  const inUnit = spots.map((spot) => ({ ...spot, score: divide(spot.score, scale) }));
  const text = scoreText(divide(score, scale), inUnit);
  if (label === '') return text;
  return label === '%' ? `${text}%` : `${text} ${label}`;
}

// As many decimals as it takes to tell the scores apart.
function scoreText(score: Rational, spots: readonly Spot[]): string {
  for (let decimals = 4; decimals < 40; decimals += 4) {
    const texts = spots.map((spot) => formatApproximate(spot.score, decimals));
    if (new Set(texts).size === texts.length) return formatApproximate(score, decimals);
  }
  return formatApproximate(score, 40);
}

function rowName({ row, number }: Fired): number | 'otherwise' {
  return row ? number : 'otherwise';
}

function relatedRow({ list, row }: Fired, name: string, { figure }: Standing): Related {
  const span = row?.span ?? list.otherwise?.span ?? list.span;
  return {
    span,
    note: { en: `applies where ${name} = ${figure}`, zh: `${name} = ${figure} 时用这一行` },
  };
}

function givensOf(study: Study, others: ReadonlyMap<string, Value>): Given[] {
  return [...others].flatMap(([name, value]) => {
    const input = study.inputs.get(name);
    if (input === undefined) return [];
    return [{ name, value: showValue(value, input.kind === 'value' ? input.type : SCORE) }];
  });
}
