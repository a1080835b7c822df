// Compiled modules give what the reference evaluator gives, to the last digit, on random departments of
// which many sit exactly on a threshold or a rounding tie.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEvaluator, evaluateTogether } from '../../src/evaluate/evaluate.ts';
import type { Department } from '../../src/input/department.ts';
import { createDepartmentReader } from '../../src/input/read-department.ts';
import { comparesOthers } from '../../src/generate/javascript/exact-scoring.ts';
import { takesRoots } from '../../src/generate/javascript/writer.ts';
import type { Framework } from '../../src/model/framework.ts';
import { createSource } from '../../src/text/source.ts';
import type { Loaded, Result, Told } from './loaded.ts';
import { shipped, toldByModule, toldByReference } from './loaded.ts';
import type { Json } from './random-department.ts';
import { inputsOf, optionsOf } from './random-department.ts';
import { RULESETS, rulesetNamed } from './rulesets.ts';

const RUNS = Number(process.env['DIFFERENTIAL_RUNS'] ?? 60);
// Roots are told apart by ever closer fractions, which takes the reference its time.
const RUNS_WITH_ROOTS = 6;

type Reader = ReturnType<typeof createDepartmentReader>;

function departmentFrom(read: Reader, inputs: Json, name = '甲'): Department {
  const text = JSON.stringify({ department: name, year: 2024, inputs });
  const { department, diagnostics } = read(createSource('d.json', text));
  if (!department)
    throw new Error(
      JSON.stringify([diagnostics.map(({ code, facts }) => ({ code, facts })), inputs]),
    );
  return department;
}

function decoded(module: Loaded, inputs: Json): object {
  const found = module.decode(inputs);
  if (!found.ok) throw new Error(JSON.stringify(found.errors));
  expect(found.missing).toEqual([]);
  return found.input;
}

/** The options of a framework as a module takes them. */
function chosenOptions(framework: Framework, chosen: ReadonlyMap<string, string>): object {
  return Object.fromEntries(
    framework.options.map(({ name, kind }) => [
      name,
      kind === 'boolean' ? chosen.get(name) === 'yes' : chosen.get(name),
    ]),
  );
}

/** Where the reference leaves something open, a module must refuse; otherwise both say the same. */
function expectSame(expected: readonly Told[], give: () => readonly Told[]): void {
  const isOpen = expected.some((told) => Object.values(told).includes(undefined));
  if (!isOpen) expect(give()).toEqual(expected);
  else expect(give).toThrow(expect.objectContaining({ name: 'Undecided' }));
}

describe.each(RULESETS)('%s', (file) => {
  test('scores as the reference does', async () => {
    const framework = rulesetNamed(file);
    const module = await shipped(framework);
    const read = createDepartmentReader(framework);
    const tell = (result: Result) => toldByModule(framework, module, result);
    if (comparesOthers(framework)) {
      const { evaluateTogether: together = () => [] } = module;
      fc.assert(
        fc.property(
          fc.array(inputsOf(framework), { minLength: 1, maxLength: 5 }),
          optionsOf(framework),
          (all, options) => {
            const departments = all.map((inputs, at) => departmentFrom(read, inputs, `第${at}`));
            const sheets = evaluateTogether(framework, departments, { options });
            expectSame(
              sheets.map((sheet) => toldByReference(framework, sheet)),
              () =>
                together(
                  all.map((inputs) => decoded(module, inputs)),
                  chosenOptions(framework, options),
                ).map(tell),
            );
          },
        ),
        { numRuns: RUNS / 2 },
      );
      return;
    }
    const evaluate = createEvaluator(framework);
    fc.assert(
      fc.property(
        inputsOf(framework),
        fc.option(optionsOf(framework), { nil: undefined }),
        (inputs, options) => {
          const sheet = evaluate(departmentFrom(read, inputs), options ? { options } : {});
          const input = decoded(module, inputs);
          expectSame([toldByReference(framework, sheet)], () => [
            tell(module.evaluate(input, options && chosenOptions(framework, options))),
          ]);
        },
      ),
      { numRuns: takesRoots(framework) ? RUNS_WITH_ROOTS : RUNS },
    );
  });
});
