// The grade of generated code: as the place of its band among the grades, or for grades that nothing
// strikes as the bands themselves.
import type { Expression } from '../../model/expression.ts';
import type { ConstantRow } from './branch-free.ts';
import { alwaysHolds, constantText } from './branch-free.ts';
import { compareForms } from './decide.ts';
import type { FastScope } from './fast-expression.ts';
import { figureForm } from './fast-expression.ts';
import type { FastPlan } from './fast-plan.ts';
import { truthOf } from './fast-truth.ts';
import { constantForm } from './form.ts';

/** How a grade is found. */
export interface FastGrade {
  readonly statements: readonly string[];
  /** Under which condition each band is reached, the best first. */
  readonly bands: readonly string[];
  /** The place of the grade, after downgrades and under ceilings; `NO_GRADE` for none. */
  readonly place: string;
  /** Whether there are such. */
  readonly isStruck: boolean;
}

/** Plans the grade; undefined where only fractions will do. */
export function fastGrade({ scope, further }: FastPlan): FastGrade | undefined {
  const { grades, ceilings, gradeDowns } = scope.framework;
  const total = scope.score('total');
  const strikes = [...ceilings, ...gradeDowns];
  if (!total || new Set(strikes.map(({ priority }) => priority ?? 0)).size > 1) return undefined;
  const holds = (condition: Expression): string | undefined => {
    const truth = truthOf(condition, scope);
    return truth?.flags.size === 0 ? `(${truth.text})` : undefined;
  };
  const bands = grades.map(({ from, exclusive, condition }) => {
    const reached = compareForms(scope.sheet, exclusive ? '>' : '>=', total, constantForm(from));
    const also = condition && holds(condition);
    if (reached?.flags.size !== 0 || (condition && also === undefined)) return undefined;
    return also === undefined ? reached : { text: `(${reached.text} && ${also})` };
  });
  const known = bands.filter((band) => band !== undefined);
  if (known.length < bands.length) return undefined;
  if (strikes.length === 0)
    return {
      statements: further.splice(0),
      bands: known.map(({ text }) => text),
      place: placeText(scope, known, NO_GRADE),
      isStruck: false,
    };
  const downs = gradeDowns.map(({ condition, bands: by }) => {
    const [when, form] = [holds(condition), figureForm(by, scope)];
    const isConstant =
      form?.kind === 'ratio' && form.n.text === '' && form.d.text === '' && form.d.factor === 1n;
    return when !== undefined && isConstant ? `(${when} ? ${form.n.factor} : 0)` : undefined;
  });
  const tops = ceilings.map(({ condition, grade }) => {
    const when = holds(condition);
    return when && `${when} ? ${grades.findIndex(({ name }) => name === grade)} : 0`;
  });
  if ([...downs, ...tops].includes(undefined)) return undefined;
  const reached = scope.sheet.hoist('place', placeText(scope, known, grades.length));
  const fallen = `Math.min(${[reached, ...downs].join(' + ')}, ${grades.length - 1})`;
  const lowered = tops.length === 0 ? fallen : `Math.max(${[fallen, ...tops].join(', ')})`;
  const place = `${reached} === ${grades.length} ? ${NO_GRADE} : ${lowered}`;
  return {
    statements: further.splice(0),
    bands: known.map(({ text }) => text),
    place,
    isStruck: true,
  };
}

/** Stands in columns where there is no grade. */
export const NO_GRADE = 255;

// The place of the first band that is reached; one that is always reached is the last.
function placeText(
  { sheet }: FastScope,
  bands: readonly ConstantRow['when'][],
  none: number,
): string {
  const end = bands.findIndex(({ compared }) => compared && alwaysHolds(compared));
  const open = end < 0 ? bands : bands.slice(0, end);
  const otherwise = end < 0 ? none : end;
  const rows = open.map((when, at) => ({ when, value: BigInt(at) }));
  return (
    constantText(sheet.domain, rows, BigInt(otherwise)) ??
    `${open.map(({ text }, at) => `${text} ? ${at} : `).join('')}${otherwise}`
  );
}
