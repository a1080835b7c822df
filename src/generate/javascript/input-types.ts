// The TypeScript types of a module's input and options: every name and word known to the compiler.
import type { Framework, Input } from '../../model/framework.ts';
import type { Type } from '../../types/type.ts';
import { key } from './exact-expression.ts';
import { line } from './exact-score.ts';

/** The type of a decoded value. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'number':
    case 'date':
      return 'Figure';
    case 'boolean':
      return 'boolean';
    case 'enumeration':
      return type.values.map((word) => JSON.stringify(word)).join(' | ');
    case 'text':
    case 'target':
    case 'actual':
      return 'string';
    case 'list':
      return type.of.kind === 'record'
        ? `readonly ${typeText(type.of)}[]`
        : `readonly (${typeText(type.of)} | undefined)[]`;
    case 'record': {
      const fields = [...type.fields].map(
        ([name, field]) => `readonly ${key(name)}: ${typeText(field)} | undefined`,
      );
      return `{ ${fields.join('; ')} }`;
    }
    case 'error':
      throw new Error('a checked framework has no types in error');
    default:
      return type satisfies never;
  }
}

/** The lines of the interface of the input; what no score reads may be left out. */
export function inputTypeLines(framework: Framework, read: ReadonlySet<string>): string[] {
  return framework.inputs.flatMap((input) => [
    ...(input.about === undefined ? [] : [`  /** ${line(input.about).replaceAll('*/', '* /')} */`]),
    `  readonly ${key(input.name)}${read.has(input.name) ? '' : '?'}: ${inputType(input)} | undefined;`,
  ]);
}

function inputType(input: Input): string {
  return input.kind === 'judged' ? 'Figure' : typeText(input.type);
}

/** The lines of the interface of the options. */
export function optionTypeLines({ options }: Framework): string[] {
  return options.map(({ name, kind, values }) => {
    const type =
      kind === 'boolean' ? 'boolean' : values.map((word) => JSON.stringify(word)).join(' | ');
    return `  readonly ${key(name)}: ${type};`;
  });
}
