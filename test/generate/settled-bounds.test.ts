// A row of tiers asks only what the rows before it leave open, and gives the same for every figure.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { withoutSettledBounds } from '../../src/generate/javascript/settled-bounds.ts';
import { constantOf } from '../../src/model/expression.ts';
import type { ComparisonOperator, TiersExpression } from '../../src/model/expression.ts';
import { compare } from '../../src/number/rational.ts';
import type { Rational } from '../../src/number/rational.ts';
import { q, ref, tiers } from '../model-builder.ts';

type Row = TiersExpression['rows'][number];

const figureOf = (expression: Row['value']): Rational => {
  const figure = expression.kind === 'constant' ? constantOf(expression) : undefined;
  if (figure === undefined) throw new Error('a figure was expected');
  return figure;
};

function asked(...rows: readonly (readonly [string, number])[]): string[] {
  return withoutSettledBounds(tiers(ref('率'), rows, 0)).map(({ match }) =>
    match.kind === 'bounds'
      ? match.bounds.map((each) => `${each.operator} ${figureOf(each.limit).n}`).join(' and ')
      : 'values',
  );
}

const HOLDS: Readonly<Record<ComparisonOperator, (sign: number) => boolean>> = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
  '=': (sign) => sign === 0,
  '!=': (sign) => sign !== 0,
};

function firstOf(rows: readonly Row[], figure: Rational): Row['value'] | undefined {
  return rows.find(
    ({ match }) =>
      match.kind === 'bounds' &&
      match.bounds.every(({ operator, limit }) =>
        HOLDS[operator](compare(figure, figureOf(limit))),
      ),
  )?.value;
}

describe('a row of tiers', () => {
  test('leaves out the end where the row before it ended, in both directions', () => {
    expect(asked(['< 5', 1], ['>= 5 and <= 10', 2], ['> 10', 3])).toEqual(['< 5', '<= 10', '']);
    expect(asked(['>= 9', 3], ['>= 6 and < 9', 2], ['< 6', 1])).toEqual(['>= 9', '>= 6', '']);
  });

  test('keeps what lies beyond a gap or within another row', () => {
    expect(asked(['< 5', 1], ['>= 6', 2])).toEqual(['< 5', '>= 6']);
    expect(asked(['< 5', 1], ['> 5', 2])).toEqual(['< 5', '> 5']);
    expect(asked(['>= 5 and <= 10', 2], ['> 10', 3])).toEqual(['>= 5 and <= 10', '> 10']);
    expect(asked(['= 5', 1], ['!= 5', 2])).toEqual(['= 5', '!= 5']);
  });

  test('is left out where those before it leave nothing', () => {
    expect(asked(['< 5', 1], ['>= 5', 2], ['> 7', 3])).toEqual(['< 5', '']);
  });

  const limit = fc.integer({ min: 0, max: 4 });
  const bound = fc.tuple(fc.constantFrom('<', '<=', '>', '>='), limit);
  const row = fc.array(bound, { minLength: 1, maxLength: 2 });
  property.prop([fc.array(row, { minLength: 1, maxLength: 5 })], { numRuns: 2000 })(
    'gives what it gave before',
    (all) => {
      const written = all.map(
        (bounds, at) => [bounds.map((each) => each.join(' ')).join(' and '), at] as const,
      );
      const table = tiers(ref('率'), written);
      const kept = withoutSettledBounds(table);
      for (let half = -1; half <= 9; half++) {
        const figure = q(`${half}/2`);
        expect(firstOf(kept, figure)).toBe(firstOf(table.rows, figure));
      }
    },
  );
});
