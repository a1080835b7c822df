// What each way of scoring says of departments: the reference, a compiled module one by one, and its
// columns. All are put into the same words, so that they can be compared.
import { createEvaluator, evaluateTogether } from '../../src/evaluate/evaluate.ts';
import type { Department } from '../../src/input/department.ts';
import { createDepartmentReader } from '../../src/input/read-department.ts';
import { comparesOthers, varies } from '../../src/generate/javascript/exact-scoring.ts';
import { gridsOf } from '../../src/generate/plan/grid.ts';
import type { Framework } from '../../src/model/framework.ts';
import { createSource } from '../../src/text/source.ts';
import type { Inputs } from './figure-slots.ts';
import { columnsOf } from './in-columns.ts';
import type { Json } from './random-department.ts';
import type { Loaded, Told } from './loaded.ts';
import { toldByModule, toldByReference } from './loaded.ts';

/** Names that are told as undefined are left out of the comparison. */
export type Verdict =
  | { readonly kind: 'scored'; readonly told: Told }
  | { readonly kind: 'undecided' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly why: string };

/** What the reference says, and whether something is missing that might count. */
export interface Expected {
  readonly verdict: Verdict;
  /** All that it knows, also where something is open. */
  readonly told: Told;
  /** The largest of its scores, in steps. */
  readonly largest: number;
  readonly isComplete: boolean;
}

export interface BackEnd {
  readonly name: string;
  /** Larger scores are refused, in steps; undefined where none are. */
  readonly mostSteps?: number;
  /** A verdict for each department; undefined where this way cannot take it. */
  readonly judge: (all: readonly Inputs[]) => Promise<readonly (Verdict | undefined)[]>;
}

/** Scores by the reference; departments that are compared are scored together. */
export function createReference(framework: Framework): (all: readonly Inputs[]) => Expected[] {
  const read = createDepartmentReader(framework);
  const evaluate = createEvaluator(framework);
  const compares = comparesOthers(framework);
  const departmentOf = (inputs: Inputs, at: number): Department | undefined => {
    const text = JSON.stringify({ department: `第${at}`, year: 2024, inputs });
    return read(createSource('d.json', text)).department;
  };
  const refused: Expected = {
    verdict: { kind: 'refused' },
    told: {},
    largest: 0,
    isComplete: true,
  };
  const { step } = gridsOf(framework, varies(framework));
  const largestOf = (told: Told) =>
    Math.max(
      0,
      ...Object.entries(told).map(([name, text = '']) =>
        /^(?:score |total$)/.test(name) ? Math.abs(figureOf(text)) : 0,
      ),
    ) *
    (Number(step.d) / Number(step.n));
  return (all) => {
    const departments = all.map(departmentOf);
    const known = departments.filter((each) => each !== undefined);
    if (compares && known.length < all.length) return all.map(() => refused);
    const together = compares ? evaluateTogether(framework, known) : undefined;
    const sheets = departments.map(
      (department, at) => department && (together?.[at] ?? evaluate(department)),
    );
    // An award outside of what its row allows counts as not given.
    const isGivenAt = all.map(
      (inputs, at) =>
        sheets[at]?.refused.length === 0 &&
        framework.inputs.every(({ name }) => isGiven(inputs[name])),
    );
    return sheets.map((sheet, at) => {
      if (!sheet) return refused;
      const told = toldByReference(framework, sheet);
      const isOpen = Object.values(told).includes(undefined);
      return {
        verdict: isOpen ? { kind: 'undecided' } : { kind: 'scored', told },
        told,
        largest: largestOf(told),
        // A gap in one department may leave all open that are compared with it.
        isComplete: compares ? !isGivenAt.includes(false) : isGivenAt[at] === true,
      };
    });
  };
}

// A decimal figure or a fraction, near enough for its size; 0 for what is none.
function figureOf(text: string): number {
  const [above = '', below = '1'] = text.split('/');
  const figure = Number(above) / Number(below);
  return Number.isNaN(figure) ? 0 : figure;
}

function isGiven(value: Json | undefined): boolean {
  if (value === undefined || value === null) return false;
  return typeof value !== 'object' || Object.values(value).every(isGiven);
}

/** Scores by `evaluate` of a module, or by `evaluateTogether`. */
export function oneByOne(framework: Framework, module: Loaded): BackEnd {
  const told = (give: () => Verdict[]): Verdict[] | Verdict => {
    try {
      return give();
    } catch (error) {
      if (!(error instanceof Error)) return { kind: 'failed', why: String(error) };
      if (error.name === 'Undecided') return { kind: 'undecided' };
      if (error instanceof RangeError) return { kind: 'refused' };
      return { kind: 'failed', why: error.stack ?? error.message };
    }
  };
  const judge = (all: readonly Inputs[]): readonly Verdict[] => {
    const { evaluateTogether: together } = module;
    const inputs = all.map((each) => decoded(module, each));
    const scored = (result: Parameters<typeof toldByModule>[2]): Verdict => ({
      kind: 'scored',
      told: toldByModule(framework, module, result),
    });
    if (together) {
      const known = inputs.filter((each) => each !== undefined);
      if (known.length < all.length) return all.map(() => ({ kind: 'refused' }));
      const found = told(() => together(known).map(scored));
      return Array.isArray(found) ? found : all.map(() => found);
    }
    return inputs.map((input): Verdict => {
      if (!input) return { kind: 'refused' };
      const found = told(() => [scored(module.evaluate(input))]);
      return Array.isArray(found) ? (found[0] ?? { kind: 'failed', why: 'nothing' }) : found;
    });
  };
  // As `wholeSteps` has it.
  return { name: 'evaluate', mostSteps: 2 ** 40, judge: (all) => Promise.resolve(judge(all)) };
}

function decoded(module: Loaded, inputs: Inputs): Record<string, unknown> | undefined {
  const found = module.decode(inputs);
  return found.ok ? (found.input as Record<string, unknown>) : undefined;
}

/** Scores by `evaluateColumns`; undefined where a module has none. */
export function inColumns(framework: Framework, module: Loaded): BackEnd | undefined {
  const { evaluateColumns } = module;
  if (!evaluateColumns) return undefined;
  const grades = framework.grades.map(({ name }) => name);
  const judge = (all: readonly Inputs[]): (Verdict | undefined)[] => {
    const inputs = all.map((each) => decoded(module, each));
    const places = inputs.flatMap((input, at) =>
      input && Object.values(input).every(isPlain) ? [at] : [],
    );
    const taken = places.map((at) => inputs[at] ?? {});
    const found = evaluateColumns(columnsOf(module, taken), taken.length);
    const verdicts = new Map(
      places.map((at, row): [number, Verdict] => {
        const state = found.undecided[row];
        if (state === 1) return [at, { kind: 'undecided' }];
        if (state === 2) return [at, { kind: 'refused' }];
        const told: Record<string, string | undefined> = {};
        // A score between two steps stands in no column.
        const figure = (column: ArrayLike<number> | undefined) => {
          const score = column?.[row] ?? Number.NaN;
          return Number.isNaN(score) ? undefined : module.format(score);
        };
        for (const [name, column] of Object.entries(found.scores))
          told[`score ${name}`] = figure(column);
        if (framework.scored) told['total'] = figure(found.total);
        if (framework.scored && grades.length > 0)
          told['grade'] = String(grades[found.grade[row] ?? 255]);
        return [at, { kind: 'scored', told }];
      }),
    );
    return all.map((_, at) => verdicts.get(at));
  };
  // What an Int32Array holds.
  const mostSteps = 2 ** 31 - 1;
  return { name: 'evaluateColumns', mostSteps, judge: (all) => Promise.resolve(judge(all)) };
}

// Fractions stand in no column of figures.
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  return typeof value !== 'object' || value === null || !('d' in value);
}

/** What is wrong with a verdict; undefined where it is as expected. */
export function wrongWith(
  { verdict, isComplete, told, largest }: Expected,
  found: Verdict,
  mostSteps = Number.POSITIVE_INFINITY,
): string | undefined {
  if (found.kind === 'failed') return found.why;
  if (found.kind === 'refused' && verdict.kind === 'scored' && largest > mostSteps)
    return undefined;
  // Columns have no outputs: where only those are open, the scores are known.
  if (found.kind === 'scored' && verdict.kind === 'undecided') {
    const open = Object.entries(found.told).filter(
      ([name, given]) => given !== undefined && told[name] !== given,
    );
    return open.length === 0 ? undefined : `scored instead of undecided: ${String(open[0])}`;
  }
  if (verdict.kind !== found.kind) {
    // With a gap the reference may still know a score, as where a limit holds anyway; a module need not.
    if (!isComplete && found.kind === 'undecided' && verdict.kind === 'scored') return undefined;
    return `${found.kind} instead of ${verdict.kind}`;
  }
  if (verdict.kind !== 'scored' || found.kind !== 'scored') return undefined;
  const wrong = Object.entries(verdict.told).flatMap(([name, expected]) => {
    const given = found.told[name];
    return given === undefined || given === expected
      ? []
      : [`${name} is ${given} instead of ${expected ?? 'open'}`];
  });
  return wrong.length > 0 ? wrong.join('; ') : undefined;
}
