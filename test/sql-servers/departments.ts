// Departments for tables: at random, many on thresholds and ties, with figures no finer and no larger than a
// column holds, each with what the reference says of it.
import fc from 'fast-check';
import { createEvaluator } from '../../src/evaluate/evaluate.ts';
import { mostSteps, stepsPerUnit } from '../../src/generate/plan/steps.ts';
import { declaredEntry, declaredField, declaredOf, limitsOf } from '../../src/input/declared.ts';
import type { Declared } from '../../src/input/declared.ts';
import { createDepartmentReader } from '../../src/input/read-department.ts';
import type { Framework } from '../../src/model/framework.ts';
import { formatExact, parseDecimal } from '../../src/number/decimal.ts';
import * as Q from '../../src/number/rational.ts';
import { createSource } from '../../src/text/source.ts';
import { contains } from '../../src/types/range.ts';
import type { Told } from '../generate/loaded.ts';
import { toldByReference } from '../generate/loaded.ts';
import type { Json } from '../generate/random-department.ts';
import { inputsOf } from '../generate/random-department.ts';

type Inputs = Readonly<Record<string, Json>>;

/** A department and its scores by the reference. */
export interface Scored {
  readonly inputs: Inputs;
  readonly told: Told;
}

/** Departments at random; the same for the same seed. */
export function randomDepartments(framework: Framework, count: number, seed: number): Scored[] {
  const sample = fc.sample(inputsOf(framework), { numRuns: count, seed });
  return scored(
    framework,
    sample.map((inputs) => inWholeSteps(framework, inputs)),
  );
}

/** Departments with these quarters of spending; none where a framework does not ask for them. */
export function departmentsWith(framework: Framework, quarters: readonly Inputs[]): Scored[] {
  if (!framework.inputs.some(({ name }) => name === '季度累计支出')) return [];
  const others = fc.sample(inputsOf(framework), { numRuns: quarters.length, seed: 5 });
  return scored(
    framework,
    quarters.map((each, at) => inWholeSteps(framework, { ...others[at], ...each })),
  );
}

/** What the reference says of inputs as a department file gives them. */
export function scored(framework: Framework, all: readonly Inputs[]): Scored[] {
  const read = createDepartmentReader(framework);
  const evaluate = createEvaluator(framework);
  return all.map((inputs) => {
    const text = JSON.stringify({ department: '甲', year: 2024, inputs });
    const { department, diagnostics } = read(createSource('department.json', text));
    if (!department) throw new Error(JSON.stringify([diagnostics.map(({ code }) => code), inputs]));
    return { inputs, told: toldByReference(framework, evaluate(department)) };
  });
}

function inWholeSteps(framework: Framework, inputs: Inputs): Inputs {
  const entries = framework.inputs.map((input) => {
    const given = inputs[input.name] ?? null;
    if (input.kind === 'judged' || input.pool) return [input.name, given] as const;
    return [input.name, cut(declaredOf(input), given)] as const;
  });
  return Object.fromEntries(entries);
}

// Figures cut to the step that a column counts in, or the step above where that leaves the declared range, and
// to the most steps that it takes.
function cut(declared: Declared, json: Json): Json {
  const { type } = declared;
  if (type.kind === 'number' && typeof json === 'string') {
    const perWritten = Q.multiply(type.unit.scale, Q.rational(stepsPerUnit(type)));
    const isPercentage = json.endsWith('%');
    const written = parseDecimal(isPercentage ? json.slice(0, -1) : json);
    if (!written) throw new Error(`no figure: ${json}`);
    const most = Q.rational(mostSteps(type));
    const whole = Q.floor(Q.multiply(written, perWritten));
    const steps = Q.maximum(Q.minimum(whole, most), Q.negate(most));
    const inBase = Q.divide(steps, Q.rational(stepsPerUnit(type)));
    const kept = contains(limitsOf(declared), inBase) ? steps : Q.add(steps, Q.ONE);
    return `${formatExact(Q.divide(kept, perWritten))}${isPercentage ? '%' : ''}`;
  }
  if (type.kind === 'list' && Array.isArray(json)) {
    const entry = declaredEntry(declared, type.of);
    return json.map((each: Json) => cut(entry, each));
  }
  if (type.kind === 'record' && typeof json === 'object' && json !== null && !Array.isArray(json)) {
    const fields = Object.entries(json as Inputs).map(([name, value]) => {
      const field = type.fields.get(name);
      return [name, field ? cut(declaredField(declared, name, field), value) : value] as const;
    });
    return Object.fromEntries(fields);
  }
  return json;
}
