// The grade that a total earns, as a place among the bands: the best that it reaches and whose condition
// holds, lowered by downgrades, and then no better than ceilings allow.
import { chosenNode } from './choice.ts';
import { rational } from '../../number/rational.ts';
import { compareFigures } from './decide.ts';
import type { Figure } from './figure.ts';
import { constant, extreme, plus, total } from './figure.ts';
import type { Scope } from './meaning.ts';
import { figureOf, truthOf } from './meaning.ts';
import { byPriority } from './strikes.ts';
import type { SqlNode } from './sheet.ts';
import { joinTruths, nullNode, wordsNode } from './sheet.ts';

/** The word of a grade, and what is unknown wherever the grade is; there may be none without that. */
export interface GradeNodes {
  readonly word: SqlNode;
  readonly told: readonly SqlNode[];
}

export function gradeNodes(scope: Scope): GradeNodes {
  const { framework, sheet } = scope;
  const { grades, ceilings, gradeDowns } = framework;
  const score = scope.score('total');
  const place = (at: number | bigint) => constant(rational(at));
  const bands = grades.map(({ from, exclusive, condition }, at) => {
    const reached = compareFigures(sheet, exclusive ? '>' : '>=', score, constant(from));
    const when = condition
      ? joinTruths(sheet, 'and', [reached, truthOf(condition, scope)])
      : reached;
    return { when, figure: place(at) };
  });
  const none = grades.length;
  const earned: Figure = { kind: 'chosen', rows: bands, otherwise: place(none) };
  const acting = <S extends (typeof ceilings)[number] | (typeof gradeDowns)[number]>(
    strikes: readonly S[],
    act: (strike: S) => Figure,
    join: (figures: readonly Figure[]) => Figure,
  ): Figure => {
    const rows = byPriority(strikes).map((level) => {
      const holds = level.map(({ condition }) => truthOf(condition, scope));
      const figures = level.map((strike, at): Figure => {
        const when = holds[at];
        if (!when) return place(0);
        return { kind: 'chosen', rows: [{ when, figure: act(strike) }], otherwise: place(0) };
      });
      return { when: joinTruths(sheet, 'or', holds), figure: join(figures) };
    });
    return rows.length === 0 ? place(0) : { kind: 'chosen', rows, otherwise: place(0) };
  };
  const down = acting(gradeDowns, ({ bands: by }) => figureOf(by, scope), total);
  const top = acting(
    ceilings,
    ({ grade }) => place(grades.findIndex(({ name }) => name === grade)),
    (figures) => figures.reduce((a, b) => extreme('max', a, b)),
  );
  const fallen =
    gradeDowns.length === 0 ? earned : extreme('min', plus(earned, down), place(none - 1));
  const struck = ceilings.length === 0 ? fallen : extreme('max', fallen, top);
  const isNone = compareFigures(sheet, '=', earned, place(none));
  const rows = grades.map(({ name }, at) => ({
    when: compareFigures(sheet, '=', struck, place(at)),
    value: wordsNode(sheet, name),
  }));
  const nothing = nullNode(sheet, 'text');
  const isStruck = ceilings.length + gradeDowns.length > 0;
  // Without strikes the bands give the words themselves.
  const word = isStruck
    ? chosenNode(sheet, [{ when: isNone, value: nothing }, ...rows], nothing)
    : chosenNode(
        sheet,
        bands.map(({ when }, at) => ({ when, value: wordsNode(sheet, grades[at]?.name ?? '') })),
        nothing,
      );
  sheet.call(word, '等级');
  const hasConditions = grades.some(({ condition }) => condition !== undefined);
  // Without conditions the grade is known where a total in whole steps is.
  const told =
    isStruck || hasConditions || score.kind !== 'steps'
      ? [compareFigures(sheet, '>=', struck, place(0))]
      : [];
  return { word, told };
}
