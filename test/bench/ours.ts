// Our own contenders for any ruleset: the reference evaluator with its full trace, and the compiled module,
// one department at a time and in columns. Departments come as the `inputs` of department files.
import { createEvaluator } from '../../src/evaluate/evaluate.ts';
import { resultNames } from '../../src/generate/plan/names.ts';
import type { Department } from '../../src/input/department.ts';
import { createDepartmentReader } from '../../src/input/read-department.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { NodeScore, ScoreSheet } from '../../src/model/sheet.ts';
import { createSource } from '../../src/text/source.ts';
import { pointOf } from '../../src/types/range.ts';
import { columnsOf } from '../generate/in-columns.ts';
import type { ColumnResult, Loaded, Result } from '../generate/loaded.ts';
import { loaded } from '../generate/loaded.ts';
import type { Contender, Running, Told } from './contender.ts';
import { oneByOne } from './contender.ts';

/** A ruleset to score by, and how a department stands in a file for it. */
export interface Subject<Steps> {
  readonly framework: Framework;
  readonly inputsOf: (steps: Steps) => object;
}

export function ours<Steps>(subject: Subject<Steps>): Contender<Steps>[] {
  const compiled =
    (prepare: (module: Loaded, inputs: object[], indicators: string[]) => Running) =>
    async (departments: readonly Steps[]) => {
      const module = await loaded(subject.framework);
      const inputs = departments.map((steps) => decoded(module, subject.inputsOf(steps)));
      return prepare(module, inputs, indicatorsOf(subject.framework));
    };
  return [
    {
      name: 'reference evaluator, full trace',
      family: 'ours',
      judged: 1000,
      timed: 50,
      prepare: (departments) => reference(subject, departments),
    },
    { name: 'compiled `evaluate`', family: 'ours', prepare: compiled(single) },
    { name: 'compiled `evaluateColumns`, JavaScript', family: 'ours', prepare: compiled(columns) },
  ];
}

function reference<Steps>({ framework, inputsOf }: Subject<Steps>, all: readonly Steps[]): Running {
  const read = createDepartmentReader(framework);
  const departments = all.map((steps, at) => {
    const file = { department: String(at), year: 2022, inputs: inputsOf(steps) };
    const { department, diagnostics } = read(createSource('d.json', JSON.stringify(file)));
    if (!department) throw new Error(diagnostics.map(({ code }) => code).join(', '));
    return department;
  });
  const evaluate = createEvaluator(framework);
  const names = resultNames(framework);
  return oneByOne(
    departments,
    (department: Department) => evaluate(department),
    (sheet) => toldBySheet(sheet, indicatorsOf(framework), (node) => names.get(node) ?? ''),
  );
}

type Node = Framework['children'][number];

function toldBySheet(
  sheet: ScoreSheet,
  indicators: readonly string[],
  nameOf: (node: Node) => string,
): Told {
  const found = new Map<string, number>();
  const visit = (score: NodeScore): void => {
    if (score.kind === 'group') score.children.forEach(visit);
    else found.set(nameOf(score.indicator), centsOf(score.score));
  };
  sheet.children.forEach(visit);
  return {
    scores: indicators.map((name) => found.get(name) ?? Number.NaN),
    total: centsOf(sheet.total),
    grade: sheet.grades.join(),
  };
}

function centsOf(range: ScoreSheet['total']): number {
  const point = pointOf(range);
  return point ? Number((point.n * 100n * 1000n) / point.d) / 1000 : Number.NaN;
}

function single(module: Loaded, inputs: object[], indicators: string[]): Running {
  return oneByOne(
    inputs,
    (input) => module.evaluate(input),
    ({ scores, total, grade }: Result) => ({
      scores: indicators.map((name) => Number(scores[name])),
      total: Number(total),
      grade: String(grade),
    }),
  );
}

function columns(module: Loaded, inputs: object[], indicators: string[]): Running {
  const { evaluateColumns } = module;
  if (!evaluateColumns) throw new Error('the module has no columns');
  const given = columnsOf(module, inputs as Record<string, unknown>[]);
  const grades = (module.metadata as unknown as { grades: { name: string }[] }).grades;
  let into: ColumnResult | undefined;
  return {
    scored: inputs.length,
    pass: () => {
      into = evaluateColumns(given, inputs.length, into);
    },
    told: () => {
      const { scores, total, grade } = evaluateColumns(given, inputs.length);
      return inputs.map((_, row) => ({
        scores: indicators.map((name) => scores[name]?.[row] ?? Number.NaN),
        total: total[row] ?? Number.NaN,
        grade: grades[grade[row] ?? 255]?.name ?? '',
      }));
    },
  };
}

/** The names of all indicators in results, in the order of the ruleset. */
export function indicatorsOf(framework: Framework): string[] {
  const names = resultNames(framework);
  const visit = (node: Node): string[] =>
    node.kind === 'group' ? node.children.flatMap(visit) : [names.get(node) ?? ''];
  return framework.children.flatMap(visit);
}

export function decoded(module: Loaded, inputs: object): object {
  const result = module.decode(inputs);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.input;
}
