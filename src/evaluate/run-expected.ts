// Compares what a department's file expects with what comes out: totals, grades and single scores,
// each block under the evidence that it leaves out.
import type { Department, Expected } from '../input/department.ts';
import type { Framework } from '../model/framework.ts';
import type { ScoreSheet } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { closed } from '../types/range.ts';
import { createEvaluator, evaluateTogether } from './evaluate.ts';
import { isStated } from './run-examples.ts';
import { placeNamed, placesIn } from './sheet-places.ts';

/** One statement of an `expected` block; `actual` is undefined where the name is not found. */
export type ExpectedResult = { readonly expected: Expected; readonly agrees: boolean } & (
  | { readonly kind: 'total'; readonly wanted: Range; readonly actual: Range }
  | {
      readonly kind: 'score';
      readonly name: string;
      readonly wanted: Range;
      readonly actual: Range | undefined;
    }
  | {
      readonly kind: 'grades';
      readonly wanted: readonly string[];
      readonly actual: readonly string[];
    }
);

/** Every statement of every block, in order. */
export function runExpected(framework: Framework, department: Department): ExpectedResult[] {
  const scored = createEvaluator(framework);
  return department.expected.flatMap((expected) =>
    compareBlock(expected, scored(department, { without: new Set(expected.without) })),
  );
}

/** The same for departments that are compared with each other; results come department by department. */
export function runExpectedTogether(
  framework: Framework,
  departments: readonly Department[],
): { readonly department: Department; readonly results: readonly ExpectedResult[] }[] {
  const scored = new Map<string, readonly ScoreSheet[]>();
  const sheetOf = ({ without }: Expected, place: number): ScoreSheet | undefined => {
    const left = [...without].sort();
    const key = left.join(' ');
    const sheets =
      scored.get(key) ?? evaluateTogether(framework, departments, { without: new Set(left) });
    scored.set(key, sheets);
    return sheets[place];
  };
  return departments.map((department, place) => ({
    department,
    results: department.expected.flatMap((expected) => {
      const sheet = sheetOf(expected, place);
      return sheet ? compareBlock(expected, sheet) : [];
    }),
  }));
}

function compareBlock(expected: Expected, sheet: ScoreSheet): ExpectedResult[] {
  const results: ExpectedResult[] = [];
  if (expected.total) {
    const wanted = rangeOf(expected.total);
    const agrees = isStated(wanted, sheet.total);
    results.push({ expected, kind: 'total', wanted, actual: sheet.total, agrees });
  }
  if (expected.grades) {
    const agrees = sameNames(expected.grades, sheet.grades);
    results.push({
      expected,
      kind: 'grades',
      wanted: expected.grades,
      actual: sheet.grades,
      agrees,
    });
  }
  const places = placesIn(sheet);
  for (const [name, score] of expected.scores) {
    const wanted = rangeOf(score);
    const actual = placeNamed(places, name)?.score.score;
    const agrees = actual !== undefined && isStated(wanted, actual);
    results.push({ expected, kind: 'score', name, wanted, actual, agrees });
  }
  return results;
}

function rangeOf({ low, high }: { readonly low: Rational; readonly high: Rational }): Range {
  return closed(low, high);
}

// Grades are expected as a set: files may list them in any order.
function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
