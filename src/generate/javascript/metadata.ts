// What a module says about itself: where it comes from, what it scores and what it takes.
import type { Language as Messages } from '../../diagnostics/diagnose.ts';
import { whatIsTaken } from '../../input/describe-input.ts';
import type { Framework, Node } from '../../model/framework.ts';
import { formatExact } from '../../number/decimal.ts';
import type { Grids } from '../plan/grid.ts';
import { resultNames } from '../plan/names.ts';
import { stepsPerUnit } from '../plan/steps.ts';
import { indent, key } from './exact-expression.ts';
import { inputsRead } from './exact-scoring.ts';
import { defaultText, fractionText, inputSpec } from './input-specs.ts';
import type { InputSpec } from './runtime/input-spec.ts';
import type { Writer } from './writer.ts';

/** The declarations of `metadata` and of the inputs; messages are in the language. */
export function metadataText(writer: Writer, grids: Grids, messages: Messages): string {
  const { framework, language } = writer;
  const read = inputsRead(framework);
  const units = new Map<string, string>();
  const specs = framework.inputs.map((input) => {
    const takes = { takes: JSON.stringify(whatIsTaken(input)[messages]) };
    const chosen = defaultText(input);
    const further = {
      ...takes,
      ...(chosen !== undefined && { default: chosen }),
      ...(!read.has(input.name) && { unread: 'true' }),
    };
    const all = Object.entries(further).map(([name, text]) => `, ${name}: ${text}`);
    return `  ${key(input.name)}: { ${specText(inputSpec(input), units, writer)}${all.join('')} },`;
  });
  const asConst = language === 'ts' ? ' as const' : '';
  const satisfied =
    language === 'ts' ? ` satisfies Readonly<Record<string, ${writer.use('InputSpec')}>>` : '';
  return [
    ...[...units].map(([text, name]) => `const ${name} = ${text}${asConst};`),
    ...(units.size > 0 ? [''] : []),
    '/** Every input: how it is written, in which steps it is decoded, and what it may be. */',
    `const INPUTS = {`,
    ...specs,
    `}${asConst}${satisfied};`,
    '',
    '/** What this module is made from, what it scores and what it takes. */',
    'export const metadata = {',
    ...fields(framework, grids),
    `}${asConst};`,
  ].join('\n');
}

// The entries of a description; what figures of one unit have in common stands once.
function specText(spec: InputSpec, units: Map<string, string>, writer: Writer): string {
  if (spec.kind === 'number' && spec.unit !== undefined) {
    const { kind, unit, step, units: suffixes, bare, whole, ...limits } = spec;
    const common = literal({
      kind,
      unit,
      step,
      ...(suffixes && { units: suffixes }),
      ...(bare !== undefined && { bare }),
      ...(whole && { whole }),
    });
    const name = units.get(common) ?? writer.names.fresh(unit === '%' ? '百分比' : unit);
    units.set(common, name);
    const further = Object.entries(limits).map(([limit, text]) => `, ${limit}: ${literal(text)}`);
    return `...${name}${further.join('')}`;
  }
  if ('of' in spec) {
    const { of, ...rest } = spec;
    return `${literal(rest).slice(2, -2)}, of: { ${specText(of, units, writer)} }`;
  }
  if ('fields' in spec) {
    const inner = spec.fields.map(
      ([name, field]) => `[${JSON.stringify(name)}, { ${specText(field, units, writer)} }]`,
    );
    return `kind: 'record', fields: [${inner.join(', ')}]`;
  }
  return literal(spec).slice(2, -2);
}

function fields(framework: Framework, grids: Grids): string[] {
  const { name, period, hash, total, grades, options, outputs, roundings } = framework;
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
    ...indent(
      indent(framework.children.flatMap((node) => partLines(node, resultNames(framework)))),
    ),
    '  ],',
    `  grades: ${literal(grades.map((grade) => ({ name: grade.name, from: formatExact(grade.from) })))},`,
    '  options: [',
    ...options.map(
      (option) =>
        `    ${literal({ name: option.name, values: option.values, chosen: option.chosen })},`,
    ),
    '  ],',
    '  outputs: [',
    ...outputs.map((output) => `    ${literal(describeOutput(output.name, output.value.type))},`),
    '  ],',
    '  inputs: INPUTS,',
  ];
}

// A group with its parts inside it, an indicator on a line.
function partLines(node: Node, names: ReadonlyMap<Node, string>): string[] {
  const entry = { name: names.get(node) ?? node.name, points: formatExact(node.points) };
  if (node.kind === 'indicator') return [`${literal(entry)},`];
  const standing = node.standing === 'counted' ? {} : { standing: node.standing };
  return [
    `${literal({ ...entry, ...standing }).slice(0, -2)}, parts: [`,
    ...indent(node.children.flatMap((part) => partLines(part, names))),
    '] },',
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
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const entries = Object.entries(data).map(([name, value]) => `${key(name)}: ${literal(value)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
