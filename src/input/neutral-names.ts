// The names of a ruleset on their way through a checker that writes programs: ajv turns a schema into
// JavaScript, and a ruleset may come from anyone. Names that people gave are spelled in letters and digits
// there, in the schema and in the data alike, so that no text of theirs is ever a part of a program.
import type { Json, JsonSchema } from './json-schema.ts';

/** Words of the format; whatever else is spelled out. */
const PLAIN = /^[a-z]+$/;
const SPELLED = 'X';

/** A name in letters and digits; different names stay different. */
export function neutralName(name: string): string {
  if (PLAIN.test(name) && !(name in {})) return name;
  let spelled = SPELLED;
  for (let at = 0; at < name.length; at++)
    spelled += name.charCodeAt(at).toString(16).padStart(4, '0');
  return spelled;
}

/** The name that was spelled so; the places of a list as they are. */
export function ownName(neutral: string): string {
  if (!neutral.startsWith(SPELLED)) return neutral;
  const units = neutral.slice(1).match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

/** What a schema says only to people. */
const REMARKS: ReadonlySet<string> = new Set(['title', 'description', '$schema']);

/** A schema whose objects have neutral names. Words stand in lists, which are compared and not written out. */
export function neutralSchema(schema: JsonSchema): JsonSchema {
  const entries = Object.entries(schema).filter(([keyword]) => !REMARKS.has(keyword));
  // The one name for which schemas need a pattern is like any other here.
  const special = objectOf(schema['patternProperties'])?.['^__proto__$'];
  return Object.fromEntries(
    entries.flatMap(([keyword, value]): [string, Json][] => {
      switch (keyword) {
        case 'properties': {
          const named = special === undefined ? [] : [['__proto__', special] as const];
          const all = [...Object.entries(objectOf(value) ?? {}), ...named];
          return [
            [
              keyword,
              Object.fromEntries(all.map(([name, each]) => [neutralName(name), neutralPart(each)])),
            ],
          ];
        }
        case 'patternProperties':
          return [];
        case 'required':
          return [[keyword, namesIn(value)]];
        case 'propertyNames':
          return [[keyword, { enum: namesIn(objectOf(value)?.['enum'] ?? []) }]];
        // Patterns hold the units of the ruleset: as an object one is handed over, not written out.
        case 'pattern':
          return [['matches', { pattern: value }]];
        case '$defs':
          return [
            [
              keyword,
              Object.fromEntries(
                Object.entries(objectOf(value) ?? {}).map(([name, each]) => [
                  name,
                  neutralPart(each),
                ]),
              ),
            ],
          ];
        default:
          return [[keyword, neutralPart(value)]];
      }
    }),
  );
}

function neutralPart(value: Json): Json {
  if (Array.isArray(value)) return value.map(neutralPart);
  const schema = objectOf(value);
  return schema ? neutralSchema(schema) : value;
}

function objectOf(value: Json | undefined): JsonSchema | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonSchema)
    : undefined;
}

function namesIn(value: Json): Json {
  return Array.isArray(value) ? value.map((name) => neutralName(String(name))) : [];
}
