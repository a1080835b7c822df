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
import type { Placing } from '../generate/in-columns.ts';
import { columnsIn } from '../generate/in-columns.ts';
import type { Loaded, Result } from '../generate/loaded.ts';
import { loaded, loadedText, moduleWithKernel } from '../generate/loaded.ts';
import type { Contender, Running, Told } from './contender.ts';
import { oneByOne } from './contender.ts';

/** A ruleset to score by, and how a department stands in a file for it. */
export interface Subject<Steps> {
  readonly framework: Framework;
  readonly inputsOf: (steps: Steps) => object;
}

export function ours<Steps>(subject: Subject<Steps>): Contender<Steps>[] {
  return [
    {
      name: 'reference evaluator, full trace',
      family: 'ours',
      judged: 1000,
      timed: 50,
      prepare: (departments) => reference(subject, departments),
    },
    {
      name: 'compiled `evaluate`',
      family: 'ours',
      prepare: async (departments) => single(await loaded(subject.framework), subject, departments),
    },
    {
      name: COLUMNS_IN_JAVASCRIPT,
      family: 'ours',
      prepare: async (departments) =>
        columns(await loaded(subject.framework), subject, departments, 'doubles'),
    },
    {
      name: '`evaluateColumns`, WebAssembly, arrays of doubles',
      family: 'ours',
      prepare: async (departments) =>
        columns(await withKernel(subject.framework), subject, departments, 'doubles'),
    },
    {
      name: COLUMNS_IN_WEBASSEMBLY,
      family: 'ours',
      prepare: async (departments) =>
        columns(await withKernel(subject.framework), subject, departments, 'memory'),
    },
  ];
}

export const COLUMNS_IN_JAVASCRIPT = '`evaluateColumns`, JavaScript';
export const COLUMNS_IN_WEBASSEMBLY = '`evaluateColumns`, WebAssembly, in its memory';

/** The compiled module of a framework, with columns in WebAssembly. */
export async function withKernel(framework: Framework): Promise<Loaded> {
  return loadedText(await moduleWithKernel(framework));
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

function single<Steps>(
  module: Loaded,
  subject: Subject<Steps>,
  departments: readonly Steps[],
): Running {
  const indicators = indicatorsOf(subject.framework);
  return oneByOne(
    decoded(module, subject, departments),
    (input) => module.evaluate(input),
    ({ scores, total, grade }: Result) => ({
      scores: indicators.map((name) => Number(scores[name])),
      total: Number(total),
      grade: String(grade),
    }),
  );
}

function columns<Steps>(
  module: Loaded,
  subject: Subject<Steps>,
  departments: readonly Steps[],
  placing: Placing,
): Running {
  const { evaluateColumns } = module;
  if (!evaluateColumns) throw new Error('the module has no columns');
  const given = columnsIn(module, decoded(module, subject, departments), placing);
  const indicators = indicatorsOf(subject.framework);
  const grades = subject.framework.grades.map(({ name }) => name);
  let into = given.into;
  const pass = () => (into = evaluateColumns(given.columns, departments.length, into));
  return {
    scored: departments.length,
    pass: () => {
      pass();
    },
    told: () => {
      const { scores, total, grade } = pass();
      return departments.map((_, row) => ({
        scores: indicators.map((name) => scores[name]?.[row] ?? Number.NaN),
        total: total[row] ?? Number.NaN,
        grade: grades[grade[row] ?? 255] ?? '',
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

/** Departments as `evaluate` takes them. */
export function decoded<Steps>(
  module: Loaded,
  { inputsOf }: Subject<Steps>,
  departments: readonly Steps[],
): Record<string, unknown>[] {
  return departments.map((steps) => {
    const result = module.decode(inputsOf(steps));
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    return result.input as Record<string, unknown>;
  });
}
