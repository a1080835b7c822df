// Rulesets to compare: those of this repository, the framework they amend with some of its text put
// otherwise, and what the evaluator gives a department that a comparison shows.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Witness } from '../../../src/analyze/compare/difference.ts';
import { compile, createMemory } from '../../../src/compile.ts';
import { evaluate } from '../../../src/evaluate/evaluate.ts';
import type { Department } from '../../../src/input/department.ts';
import type { Framework, Indicator, JudgedInput } from '../../../src/model/framework.ts';
import { indicatorsOf } from '../../../src/model/framework.ts';
import type { NodeScore } from '../../../src/model/sheet.ts';
import { multiply, sum } from '../../../src/number/rational.ts';
import type { Rational } from '../../../src/number/rational.ts';
import { createSource } from '../../../src/text/source.ts';
import { pointOf } from '../../../src/types/range.ts';
import type { Value } from '../../../src/types/value.ts';
import { numberValue } from '../../../src/types/value.ts';

const memory = createMemory();

const RULESETS = fileURLToPath(new URL('../../../rulesets', import.meta.url));

const host = {
  read: (path: string) => readFileSync(path, 'utf8'),
  resolve: (from: string, path: string) => join(dirname(from), path),
};

export function ruleset(name: string): Framework {
  const path = join(RULESETS, `${name}.chi`);
  return compiled(path, readFileSync(path, 'utf8'));
}

const COMMON = join(RULESETS, 'shenzhen/common.chi');

/** The common framework with some of its text put otherwise; each text stands in it exactly once. */
export function commonWith(
  ...edits: readonly (readonly [text: string, instead: string])[]
): Framework {
  let text = readFileSync(COMMON, 'utf8');
  for (const [old, instead] of edits) {
    if (text.split(old).length !== 2) throw new Error(`“${old}” does not stand there once`);
    text = text.replace(old, () => instead);
  }
  return compiled(COMMON, text);
}

export function framework(text: string): Framework {
  return compiled('rules.chi', text);
}

function compiled(path: string, text: string): Framework {
  const { framework: found, diagnostics } = compile(createSource(path, text), host, memory);
  if (!found || diagnostics.some(({ severity }) => severity === 'error'))
    throw new Error(diagnostics.map(({ code }) => code).join(', '));
  return found;
}

export function indicatorNamed(of: Framework, name: string): Indicator {
  const found = indicatorsOf(of.children).find((indicator) => indicator.name === name);
  if (!found) throw new Error(`there is no “${name}”`);
  return found;
}

/** The score that an indicator of a framework has for the department of a witness. */
export function scoreOf(of: Framework, name: string, { givens }: Witness): Rational | undefined {
  const own = judgedIn([indicatorNamed(of, name)]);
  const given = new Map(givens.map(({ input, value }) => [input.name, value]));
  const inputs = new Map(given);
  for (const input of own) {
    // A finding has one name on both sides, that of the second.
    const about = [...given.keys()].find((each) => each === input.name || own.length === 1) ?? '';
    const points = awarded(input, about, given);
    if (points) inputs.set(input.name, numberValue(points));
  }
  const sheet = evaluate(of, NOBODY, { inputs });
  return scoresIn(sheet.children).get(name);
}

function awarded(
  { form, points, name }: JudgedInput,
  about: string,
  given: ReadonlyMap<string, Value>,
): Rational | undefined {
  const share = given.get(about);
  if (form.kind === 'checklist')
    return sum(
      form.entries.flatMap((entry) => {
        const met = given.get(`${name} / ${entry.name}`);
        return met?.kind === 'boolean' && met.canBeTrue ? [entry.points] : [];
      }),
    );
  if (form.kind === 'choice')
    return share?.kind === 'enumeration'
      ? form.choices.find((choice) => share.possible.has(choice.name))?.points
      : undefined;
  const figure = share?.kind === 'number' ? pointOf(share.range) : undefined;
  return figure && multiply(figure, points);
}

function judgedIn(indicators: readonly Indicator[]): JudgedInput[] {
  return indicators.flatMap(({ items }) =>
    items.flatMap(({ rule }) => (rule.kind === 'judged' ? [rule.input] : [])),
  );
}

function scoresIn(nodes: readonly NodeScore[]): Map<string, Rational | undefined> {
  return new Map(
    nodes.flatMap((node) =>
      node.kind === 'group'
        ? [...scoresIn(node.children)]
        : [[node.indicator.name, pointOf(node.score)] as const],
    ),
  );
}

export const NOBODY: Department = {
  name: '某部门',
  year: '',
  values: new Map(),
  awards: new Map(),
  reported: { scores: new Map(), total: undefined, grade: undefined, figures: [], outputs: [] },
  expected: [],
  hash: '',
};
