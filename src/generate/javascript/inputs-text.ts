// The table of inputs in a module: what its decoder must know of each, and what it says of them.
import type { Language as Messages } from '../../diagnostics/diagnose.ts';
import type { Input } from '../../model/framework.ts';
import { key } from './exact-expression.ts';
import { inputsRead } from './exact-scoring.ts';
import { defaultText, inputSpec } from './input-specs.ts';
import { literal } from './literal.ts';
import type { InputSpec } from './runtime/input-spec.ts';
import { takenWords } from './sentences.ts';
import type { Writer } from './writer.ts';

/** The declaration of `INPUTS`, after what figures of one unit have in common. */
export function inputsText(writer: Writer, messages: Messages): string {
  const { language, use } = writer;
  const units = new Map<string, string>();
  const specs = entries(writer, messages, (spec) => specText(spec, units, writer));
  const isTyped = language === 'ts';
  const asConst = isTyped ? ' as const' : '';
  const satisfied = isTyped ? ` satisfies Readonly<Record<string, ${use('InputSpec')}>>` : '';
  return [
    ...[...units].map(([text, name]) => `const ${name} = ${text}${asConst};`),
    ...(units.size > 0 ? [''] : []),
    '/** Every input: how it is written, its steps, and what it may be. */',
    'const INPUTS = {',
    ...specs.map((spec) => `  ${spec}`),
    `}${asConst}${satisfied};`,
  ].join('\n');
}

/** The same table as a type: literals stand for themselves. */
export function inputsType(writer: Writer, messages: Messages): string {
  return `{ ${entries(writer, messages, (spec) => literal(spec).slice(2, -2)).join(' ')} }`;
}

function entries(
  { framework }: Writer,
  messages: Messages,
  text: (spec: InputSpec) => string,
): readonly string[] {
  const read = inputsRead(framework);
  const further = (input: Input): readonly string[] => {
    const chosen = defaultText(input);
    return [
      `takes: ${JSON.stringify(takenWords(input)[messages])}`,
      ...(chosen === undefined ? [] : [`default: ${chosen}`]),
      ...(read.has(input.name) ? [] : ['unread: true']),
    ];
  };
  return framework.inputs.map((input) => {
    const all = [text(inputSpec(input)), ...further(input)];
    return `${key(input.name)}: { ${all.join(', ')} },`;
  });
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
    return `kind: "record", fields: [${inner.join(', ')}]`;
  }
  return literal(spec).slice(2, -2);
}
