// The schemas that reading department files starts from, made ready to be published: every part that
// stands for a type has an ASCII title, inputs carry their limits and defaults, and the inputs and a
// cohort's members are definitions of their own, so that programs can refer to them.
import type { Language } from '../../diagnostics/diagnose.ts';
import type { Json, JsonSchema } from '../../input/json-schema.ts';
import { cohortSchema, departmentSchema } from '../../input/schema.ts';
import type { Framework } from '../../model/framework.ts';
import { rulesetLabel } from '../header.ts';
import { inputLimits } from './input-limits.ts';
import { reference } from './references.ts';
import { sharedWords } from './shared-words.ts';

/** The documents that a department's data may come in, and what they refer to. */
export interface InputSchemas {
  readonly department: JsonSchema;
  readonly cohort: JsonSchema;
  readonly definitions: ReadonlyMap<string, JsonSchema>;
}

/** The published schemas of department and cohort files. */
export function inputSchemas(framework: Framework, language: Language): InputSchemas {
  const { properties, $defs, ...department } = departmentSchema(framework, language) as Document;
  const cohort = cohortSchema(framework, language) as Document;
  const about = aboutIn(framework, language);
  const inputs = {
    ...properties['inputs'],
    type: 'object',
    ...withLimits(properties['inputs'], framework),
  };
  const definitions = new Map<string, JsonSchema>([
    ['Inputs', { title: 'Inputs', description: about.inputs, ...inputs }],
    ...Object.entries($defs).map(
      ([name, schema]) => [name, described(name, schema, language)] as const,
    ),
  ]);
  const given = { type: ['object', 'null'], if: { type: 'object' }, then: reference('Inputs') };
  const hoisted = { ...properties, inputs: given };
  const list = cohort.properties['departments'] as JsonSchema & { readonly items: Document };
  const members = {
    ...cohort.properties,
    common: given,
    departments: { ...list, items: reference('Member') },
  };
  return {
    department: {
      ...department,
      title: 'Department',
      description: about.department,
      properties: hoisted,
    },
    cohort: {
      ...without(cohort, '$defs'),
      title: 'Cohort',
      description: about.cohort,
      properties: members,
    },
    definitions: definitions.set('Member', {
      title: 'Member',
      description: about.member,
      ...list.items,
      properties: hoisted,
    }),
  };
}

interface Document extends JsonSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly $defs: Readonly<Record<string, JsonSchema>>;
}

function without(schema: JsonSchema, keyword: string): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
}

function described(name: string, schema: JsonSchema, language: Language): JsonSchema {
  const words = sharedWords(name);
  const { title = name, ...rest } = schema;
  return { title, ...(words && { description: words[language] }), ...rest };
}

// An input's own name is the property's, in Chinese: as a title it would become a type's name.
function withLimits(inputs: JsonSchema | undefined, framework: Framework): JsonSchema {
  const byName = new Map(framework.inputs.map((input) => [input.name, input]));
  const published = (key: 'properties' | 'patternProperties') => {
    const entries = inputs?.[key] as Readonly<Record<string, JsonSchema>> | undefined;
    if (entries === undefined) return {};
    const all = Object.entries(entries).map(([name, schema]): [string, Json] => {
      const input = byName.get(name);
      return [name, { ...without(schema, 'title'), ...(input && inputLimits(input)) }];
    });
    return { [key]: Object.fromEntries(all) };
  };
  return { ...published('properties'), ...published('patternProperties') };
}

function aboutIn(framework: Framework, language: Language) {
  const label = rulesetLabel(framework);
  const about = framework.about ?? '';
  return {
    en: {
      department: sentence(`A department’s file for ${label}`, about),
      cohort: sentence(`Several departments in one file for ${label}`, about),
      member: 'One of the departments of a cohort file',
      inputs: `The data of a department for ${label}; null or left out is unknown`,
    },
    zh: {
      department: sentence(`${label}：一个部门的数据文件`, about),
      cohort: sentence(`${label}：一批部门的数据文件`, about),
      member: '一批部门中的一个',
      inputs: `${label}：一个部门的各项数据；null 或不写即未知`,
    },
  }[language];
}

function sentence(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
