// What strikes scores and grades, as tables of a query: of those that hold, the ones of the highest
// priority act alone.
import { readsStanding } from '../../interpret/rule-expression.ts';
import type { Exemption, Priority, Veto } from '../../model/framework.ts';
import type { Rounding } from '../../number/rounding.ts';
import { extremeOf } from './aggregate.ts';
import { roundFigure } from './rounding.ts';
import type { Figure, FigureRow } from './figure.ts';
import type { Scope } from './meaning.ts';
import { figureOf, truthOf } from './meaning.ts';
import { joinTruths, settled } from './sheet.ts';

/** Strikes by priority, the highest first. */
export function byPriority<S extends { readonly priority: Priority }>(
  strikes: readonly S[],
): readonly (readonly S[])[] {
  const priorities = [...new Set(strikes.map(({ priority }) => priority ?? 0))];
  return priorities
    .sort((a, b) => b - a)
    .map((wanted) => strikes.filter(({ priority }) => (priority ?? 0) === wanted));
}

/** What may strike a score, and what exemptions give. */
export interface Struck {
  readonly vetoes: readonly Veto[];
  readonly exemptions: readonly Exemption[];
  readonly full: () => Figure;
}

/** A score after it was struck: of vetoes the lowest stands, and any of them beats an exemption. */
export function struckFigure(
  standing: Figure,
  { vetoes, exemptions, full }: Struck,
  rounding: Rounding | undefined,
  outside: Scope,
): Figure {
  const { sheet } = outside;
  const scope: Scope = { ...outside, standing };
  const rows: FigureRow[] = [];
  for (const level of byPriority<Veto | Exemption>([...vetoes, ...exemptions])) {
    const cuts = level.flatMap((strike) => {
      if (!('score' in strike)) return [];
      const left = figureOf(strike.score, scope);
      const figure =
        rounding && readsStanding(strike.score) ? roundFigure(sheet, left, rounding) : left;
      return [
        { there: truthOf(strike.condition, outside), meaning: { kind: 'figure', figure } as const },
      ];
    });
    const [only, second] = cuts;
    if (only)
      rows.push({
        when: joinTruths(
          sheet,
          'or',
          cuts.map(({ there }) => there),
        ),
        figure: second ? extremeOf(sheet, 'min', cuts) : only.meaning.figure,
      });
    for (const grant of level)
      if (!('score' in grant))
        rows.push({ when: truthOf(grant.condition, outside), figure: full() });
  }
  const open = rows.filter(({ when }) => settled(when) !== false);
  return open.length === 0 ? standing : { kind: 'chosen', rows: open, otherwise: standing };
}
