// What a module says about itself: where it comes from, what it scores and what it takes.
import type { Language as Messages } from '../../diagnostics/diagnose.ts';
import type { Framework, Node } from '../../model/framework.ts';
import { formatExact } from '../../number/decimal.ts';
import type { Grids } from '../plan/grid.ts';
import { resultNames } from '../plan/names.ts';
import { stepsPerUnit } from '../plan/steps.ts';
import { key } from './exact-expression.ts';
import { indent } from './lines.ts';
import { fractionText } from './input-specs.ts';
import { inputsText, inputsType } from './inputs-text.ts';
import { literal } from './literal.ts';
import type { Writer } from './writer.ts';

/** The declarations of `metadata` and of what it is made of; messages are in the language. */
export function metadataText(writer: Writer, grids: Grids, messages: Messages): string {
  const isTyped = writer.language === 'ts';
  return [
    inputsText(writer, messages),
    '',
    '/** The readings that the ruleset chooses. */',
    'const CHOSEN = {',
    ...chosenLines(writer.framework),
    `}${isTyped ? ' as const satisfies Options' : ''};`,
    '',
    ABOUT,
    'export const metadata = {',
    ...fields(writer.framework, grids),
    '  chosen: CHOSEN,',
    '  inputs: INPUTS,',
    `}${isTyped ? ' as const' : ''};`,
  ].join('\n');
}

/** The declaration of `metadata` for modules in JavaScript: literals stand for their types. */
export function metadataType(writer: Writer, grids: Grids, messages: Messages): string {
  return [
    ABOUT,
    'export declare const metadata: {',
    ...fields(writer.framework, grids),
    '  chosen: {',
    ...indent(chosenLines(writer.framework)),
    '  },',
    `  inputs: ${inputsType(writer, messages)},`,
    '};',
  ].join('\n');
}

const ABOUT = '/** What this module is made from, what it scores and what it takes. */';

function chosenLines({ options }: Framework): string[] {
  return options.map(({ name, kind, chosen }) => {
    const value = kind === 'boolean' ? String(chosen === 'yes') : JSON.stringify(chosen);
    return `  ${key(name)}: ${value},`;
  });
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
    `  hash: "${hash}",`,
    `  total: "${formatExact(total)}",`,
    `  scoreStep: "${formatExact(grids.step)}",`,
    `  roundings: ${literal(rounding)},`,
    '  scores: [',
    ...indent(
      indent(framework.children.flatMap((node) => partLines(node, resultNames(framework)))),
    ),
    '  ],',
    `  grades: ${literal(grades.map((grade) => ({ name: grade.name, from: formatExact(grade.from) })))},`,
    '  options: {',
    ...options.map(
      ({ name: option, kind, values }) =>
        `    ${key(option)}: ${literal(kind === 'boolean' ? [true, false] : values)},`,
    ),
    '  },',
    ...(outputs.length === 0
      ? ['  outputs: [],']
      : [
          '  outputs: [',
          ...outputs.map(
            (output) => `    ${literal(describeOutput(output.name, output.value.type))},`,
          ),
          '  ],',
        ]),
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
