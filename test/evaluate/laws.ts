// The laws of scoring as one question: what a ruleset, a department with gaps and a completion of it
// break. Each answer says which law, where, and between which figures.
import type { Department } from '../../src/input/department.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import { createEvaluator, evaluate } from '../../src/evaluate/evaluate.ts';
import { isolate } from '../../src/evaluate/isolate.ts';
import { placesIn } from '../../src/evaluate/sheet-places.ts';
import type { Framework, Node } from '../../src/model/framework.ts';
import type { NodeScore, ScoreSheet } from '../../src/model/sheet.ts';
import { ZERO, add, compare, equal, rational } from '../../src/number/rational.ts';
import type { Rational } from '../../src/number/rational.ts';
import { isSingle } from '../../src/types/enclosure.ts';
import type { Range } from '../../src/types/range.ts';
import { contains, encloses, point, pointOf, sameRange } from '../../src/types/range.ts';
import type { Value } from '../../src/types/value.ts';
import { isKnown } from '../../src/types/value.ts';
import { createSource } from '../../src/text/source.ts';
import { shown } from './scored-text.ts';

/** The department of a file with these inputs; undefined where the file is refused. */
export function departmentNamed(
  framework: Framework,
  department: string,
  inputs: object,
): Department | undefined {
  const file = JSON.stringify({ department, year: 2024, inputs });
  return readDepartment(framework, createSource('d.json', file)).department;
}

/** What of the completed sheet does not lie in the sheet with gaps. */
export function outside(open: ScoreSheet, complete: ScoreSheet): string[] {
  const broken: string[] = [];
  const within = (name: string, wide: Range, narrow: Range) => {
    const figure = pointOf(narrow);
    const lies = figure ? contains(wide, figure) : encloses(wide, narrow);
    if (!lies) broken.push(`${name}: ${shown(narrow)} outside ${shown(wide)}`);
  };
  within('total', open.total, complete.total);
  within('standing total', open.standingTotal, complete.standingTotal);
  const places = new Map(placesIn(complete).map(({ path, score }) => [path.join('/'), score]));
  for (const { path, score } of placesIn(open)) {
    const name = path.join('/');
    const other = places.get(name);
    // An item's score is that of departments for which its indicator is there.
    if (other === undefined) continue;
    if (
      score.kind === 'item' &&
      places.get(path.slice(0, -1).join('/'))?.applicability !== 'applicable'
    )
      continue;
    within(name, score.score, other.score);
    within(`standing of ${name}`, score.standing, other.standing);
    within(`points of ${name}`, score.points, other.points);
  }
  if (!complete.grades.every((grade) => open.grades.includes(grade)))
    broken.push(`grades ${complete.grades.join()} not among ${open.grades.join()}`);
  complete.outputs.forEach(({ output, value }, at) => {
    const wide = open.outputs[at]?.value;
    if (!wide || !holdsValue(wide, value))
      broken.push(`output ${output.name}: ${said(value)} outside ${wide ? said(wide) : 'nothing'}`);
  });
  return broken;
}

/** What is not one figure although the data and the cohort are complete, or leaves its points. */
export function undecidedIn(framework: Framework, sheet: ScoreSheet): string[] {
  const broken: string[] = [];
  const single = (name: string, range: Range) => {
    if (!isSingle(range)) broken.push(`${name} is ${shown(range)} though all is known`);
  };
  single('total', sheet.total);
  if (sheet.grades.length !== 1) broken.push(`grades ${sheet.grades.join()} though all is known`);
  for (const { path, score } of placesIn(sheet)) {
    const name = path.join('/');
    single(name, score.score);
    single(`points of ${name}`, score.points);
    if (score.applicability === 'undecided') broken.push(`${name} is open though all is known`);
    if (!isWithin(score.score, score.points))
      broken.push(`${name}: ${shown(score.score)} leaves its ${shown(score.points)} points`);
  }
  if (!isWithin(sheet.total, point(framework.total)))
    broken.push(`total ${shown(sheet.total)} leaves the points`);
  for (const { output, value } of sheet.outputs)
    if (!isKnown(value)) broken.push(`output ${output.name} is ${said(value)} though all is known`);
  const counted = sheet.children.filter(
    (each) => each.kind === 'indicator' || each.group.standing === 'counted',
  );
  const points = counted.reduce((all, each) => add(all, each.points.high?.value ?? ZERO), ZERO);
  if (
    framework.combine === undefined &&
    compare(points, ZERO) > 0 &&
    !equal(points, framework.total)
  )
    broken.push(`the parts have ${shown(point(points))} points in all`);
  if (sheet.missing.length > 0)
    broken.push(
      `${sheet.missing.map(({ name, department }) => `${name} of ${department}`).join()} missing though all is known`,
    );
  return broken;
}

/** What the sheet says of itself that cannot be. */
export function inconsistent(framework: Framework, sheet: ScoreSheet): string[] {
  const broken: string[] = [];
  if (!isSingle(sheet.total) && sheet.missing.length === 0)
    broken.push(`total ${shown(sheet.total)} is open, but nothing is missing`);
  const { computed, judged, assumed, missing } = sheet.coverage;
  const covered = [computed, judged, assumed, missing].reduce(add, ZERO);
  if (!equal(covered, framework.total))
    broken.push(`coverage is ${shown(point(covered))} where the total is ${shown(sheet.total)}`);
  for (const part of [computed, judged, assumed, missing])
    if (compare(part, ZERO) < 0) broken.push('coverage is negative');
  return broken;
}

/** Parts to which no points moved that score otherwise when taken by themselves. */
export function otherwiseAlone(
  framework: Framework,
  department: Department,
  cohort: readonly Department[],
  sheet: ScoreSheet,
): string[] {
  const broken: string[] = [];
  const visit = (score: NodeScore) => {
    const node: Node = score.kind === 'group' ? score.group : score.indicator;
    if (isUnmoved(score)) {
      const alone = createEvaluator(isolate(framework, node), framework)(department, { cohort });
      const [found] = alone.children;
      if (found && !sameRange(found.score, score.score))
        broken.push(`${node.path.join('/')}: ${shown(score.score)}, alone ${shown(found.score)}`);
    }
    if (score.kind === 'group') score.children.forEach(visit);
  };
  sheet.children.forEach(visit);
  return broken;
}

// Points that leave a part by itself for what stands around it stay with it when it is alone.
function isUnmoved(score: NodeScore): boolean {
  if (score.applicability !== 'applicable') return false;
  const own = score.kind === 'group' ? score.group.points : score.indicator.points;
  if (!sameRange(score.points, point(own))) return false;
  return score.kind === 'indicator' || score.children.every(isUnmoved);
}

const HALF = rational(1, 2);

function isWhole({ d }: Rational): boolean {
  return d === 1n;
}

function isWithin({ low, high }: Range, points: Range): boolean {
  if (!low || !high || !points.high) return false;
  // Scores are rounded, to halves at most, after points moved.
  const most = isWhole(points.high.value) ? points.high.value : add(points.high.value, HALF);
  return compare(low.value, ZERO) >= 0 && compare(high.value, most) <= 0;
}

function holdsValue(wide: Value, narrow: Value): boolean {
  if (wide.kind === 'number' && narrow.kind === 'number') return encloses(wide.range, narrow.range);
  if (wide.kind === 'boolean' && narrow.kind === 'boolean')
    return (wide.canBeTrue || !narrow.canBeTrue) && (wide.canBeFalse || !narrow.canBeFalse);
  if (wide.kind === 'enumeration' && narrow.kind === 'enumeration')
    return [...narrow.possible].every((each) => wide.possible.has(each));
  return false;
}

function said(value: Value): string {
  if (value.kind === 'number') return shown(value.range);
  if (value.kind === 'enumeration') return [...value.possible].join('|');
  return JSON.stringify(value);
}

/** A department with gaps and a completion of it, with others to compare it with. */
export interface Case {
  readonly own: { readonly open: object; readonly complete: object };
  readonly others: readonly { readonly open: object; readonly complete: object }[];
}

/** Every law that a case breaks. */
export function broken(framework: Framework, { own, others }: Case): string[] {
  const read = (name: string, inputs: object) => departmentNamed(framework, name, inputs);
  const [open, complete] = [read('甲', own.open), read('甲', own.complete)];
  const cohort = others.map((each, at) => read(`乙${at}`, each.open));
  const completed = others.map((each, at) => read(`乙${at}`, each.complete));
  if (!open || !complete) return ['a file is refused'];
  if (!areRead(cohort) || !areRead(completed)) return ['a file is refused'];
  const exact = evaluate(framework, complete, { cohort: completed });
  const partly = evaluate(framework, open, { cohort });
  const unknown = evaluate(framework, open);
  return [
    ...outside(partly, exact).map((law) => `with gaps, ${law}`),
    ...outside(unknown, exact).map((law) => `in an unknown cohort, ${law}`),
    ...undecidedIn(framework, exact),
    ...[exact, partly, unknown].flatMap((sheet) => inconsistent(framework, sheet)),
    ...otherwiseAlone(framework, complete, completed, exact),
  ];
}

function areRead(all: readonly (Department | undefined)[]): all is readonly Department[] {
  return all.every((each) => each !== undefined);
}
