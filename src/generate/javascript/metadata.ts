// What a module says about itself: where it comes from, what it scores and what it takes.
import type { Framework, Node } from '../../model/framework.ts';
import { formatExact } from '../../number/decimal.ts';
import type { Grids } from '../plan/grid.ts';
import { resultNames } from '../plan/names.ts';
import { placesOf } from '../plan/places.ts';
import { stepsPerUnit } from '../plan/steps.ts';
import { key } from './exact-expression.ts';
import { fractionText, inputSpec } from './input-specs.ts';
import type { Writer } from './writer.ts';

/** The declarations of `metadata` and of the inputs. */
export function metadataText(writer: Writer, grids: Grids): string {
  const { framework, language } = writer;
  const asConst = language === 'ts' ? ' as const' : '';
  const specs = framework.inputs.map(
    (input) => `  ${key(input.name)}: ${literal(inputSpec(input))},`,
  );
  const type = language === 'ts' ? `: Readonly<Record<string, ${writer.use('InputSpec')}>>` : '';
  return [
    '/** Every input: how it is written, in which steps it is decoded, and what it may be. */',
    `const INPUTS${type} = {`,
    ...specs,
    '};',
    '',
    '/** What this module is made from, what it scores and what it takes. */',
    'export const metadata = {',
    ...fields(framework, grids),
    `}${asConst};`,
  ].join('\n');
}

function fields(framework: Framework, grids: Grids): string[] {
  const { name, period, hash, total, grades, options, outputs, roundings } = framework;
  const nodes = resultNames(framework);
  const indicators = placesOf(framework).flatMap((place) => ('rule' in place ? [] : [place]));
  const describe = (node: Node) => ({
    name: nodes.get(node) ?? node.name,
    kind: node.kind,
    path: node.path,
    points: formatExact(node.points),
  });
  const rounding = Object.fromEntries(
    Object.entries(roundings).flatMap(([of, rule]: [string, Framework['roundings']['total']]) =>
      rule ? [[of, { step: formatExact(rule.step), mode: rule.mode }]] : [],
    ),
  );
  return [
    `  name: ${JSON.stringify(name)},`,
    `  period: ${JSON.stringify(period)},`,
    `  hash: '${hash}',`,
    `  total: '${formatExact(total)}',`,
    `  scoreStep: '${formatExact(grids.step)}',`,
    `  roundings: ${literal(rounding)},`,
    '  scores: [',
    ...indicators.map((node) => `    ${literal(describe(node))},`),
    '  ],',
    `  grades: ${literal(grades.map((grade) => ({ name: grade.name, from: formatExact(grade.from) })))},`,
    `  options: ${literal(options.map((option) => ({ name: option.name, values: option.values, chosen: option.chosen })))},`,
    '  outputs: [',
    ...outputs.map((output) => `    ${literal(describeOutput(output.name, output.value.type))},`),
    '  ],',
    '  inputs: INPUTS,',
  ];
}

function describeOutput(name: string, type: Framework['outputs'][number]['value']['type']): object {
  if (type.kind !== 'number') return { name, kind: type.kind };
  return {
    name,
    kind: 'number',
    unit: type.unit.label,
    step: fractionText({ n: 1n, d: stepsPerUnit(type) }),
  };
}

/** Data as a literal; `__proto__` is a name like any other. */
export function literal(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(literal).join(', ')}]`;
  if (typeof data === 'number') return String(data);
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const entries = Object.entries(data).map(([name, value]) => `${key(name)}: ${literal(value)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
