// The target `validator`: a module without dependencies that says whether data has the shape of the
// schemas. ajv writes the checks as plain code; the few lines after them put what it found into words.
import type { AnySchemaObject } from 'ajv';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import type { JsonSchema } from '../../input/json-schema.ts';
import type { Framework } from '../../model/framework.ts';
import type { GenerateSettings, Generated } from '../generated.ts';
import { filesOf } from '../generated.ts';
import { headerLine } from '../header.ts';
import { inputSchemas } from '../schema/input-schemas.ts';
import { referredName } from '../schema/references.ts';
import { TYPES_MODULE, declarations } from '../types/types-file.ts';
import { shareRepeated } from './share-repeated.ts';
import { errorCode } from './error-code.ts';

/** What can be validated: the type, the guard, and the function that lists what is wrong. */
const CHECKS = [
  { type: 'Department', guard: 'isDepartment', errors: 'departmentErrors' },
  { type: 'Cohort', guard: 'isCohort', errors: 'cohortErrors' },
  { type: 'Inputs', guard: 'isInputs', errors: 'inputsErrors' },
] as const;

/** The validator, its declarations, and the types that these speak of. */
export async function validatorFiles(
  framework: Framework,
  settings: GenerateSettings,
): Promise<Generated> {
  const head = `// ${headerLine(framework, settings.version)}\n`;
  const { department, cohort, definitions } = inputSchemas(framework, settings.language);
  const schemas = new Map([...definitions, ['Department', department], ['Cohort', cohort]]);
  const code = [
    head,
    checkingCode(schemas),
    ...errorCode(definitions, settings.language),
    ...CHECKS.map(
      ({ guard, errors }) => `export const ${errors} = (json) => errorsOf(${guard}, json);\n`,
    ),
  ];
  return filesOf(
    { path: 'validate.js', text: code.join('') },
    { path: 'validate.d.ts', text: head + validatorTypes() },
    await declarations(framework, settings),
  );
}

function checkingCode(schemas: ReadonlyMap<string, JsonSchema>): string {
  // What the schemas use means the same in all drafts; the code for newer ones carries more along.
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    ownProperties: true,
    inlineRefs: false,
    logger: false,
    validateSchema: false,
    meta: false,
    messages: false,
    // Words are compared in loops, since a line for each would be far more code; all are texts.
    loopEnum: 1,
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  for (const [name, schema] of shareRepeated(schemas)) ajv.addSchema(byName(schema), name);
  const code = standalone.default(
    ajv,
    Object.fromEntries(CHECKS.map(({ type, guard }) => [guard, type])),
  );
  const alone = code.replaceAll(/require\("ajv\/dist\/runtime\/equal"\)\.default/g, 'Object.is');
  if (/\brequire\(/.test(alone)) throw new Error('the validator must stand alone');
  return `${alone}\n`;
}

// As schemas of their own, definitions are compiled once, however many functions are asked for.
function byName(schema: JsonSchema): AnySchemaObject {
  const parsed: unknown = JSON.parse(JSON.stringify(schema), (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const name = referredName(part as JsonSchema);
    return name === undefined ? part : { ...part, $ref: name };
  });
  return parsed as AnySchemaObject;
}

function validatorTypes(): string {
  const types = CHECKS.map(({ type }) => type).join(', ');
  const functions = CHECKS.map(
    ({ type, guard, errors }) =>
      `export declare function ${guard}(json: unknown): json is ${type};\n` +
      `export declare function ${errors}(json: unknown): readonly ShapeError[];\n`,
  );
  return `import type { ${types} } from './${TYPES_MODULE}.js';

/** A part that has not the shape of the schema: where it stands (a JSON Pointer), and what is wrong. */
export interface ShapeError {
  readonly path: string;
  readonly message: string;
}

${functions.join('')}`;
}
