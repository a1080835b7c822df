// Rulesets and departments written out, for tests of departments that are compared with each other.
import { compile } from '../../src/compile.ts';
import type { Department } from '../../src/input/department.ts';
import { createFileReader } from '../../src/input/read-cohort.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { ScoreSheet } from '../../src/model/sheet.ts';
import { placeNamed, placesIn } from '../../src/evaluate/sheet-places.ts';
import { createSource } from '../../src/text/source.ts';
import { show } from './framework-builder.ts';

/** The framework of a text; fails the test when something is wrong with it. */
export function compiled(text: string): Framework {
  const host = { read: () => undefined, resolve: (_: string, path: string) => path };
  const { framework, diagnostics } = compile(createSource('rules.chi', text), host);
  if (!framework || diagnostics.length > 0)
    throw new Error(
      diagnostics.map(({ code, facts }) => `${code} ${JSON.stringify(facts)}`).join(),
    );
  return framework;
}

const readers = new Map<Framework, ReturnType<typeof createFileReader>>();

/** Departments by name, each with its inputs. */
export function departmentsOf(
  framework: Framework,
  all: Readonly<Record<string, object>>,
): Department[] {
  const departments = Object.entries(all).map(([department, inputs]) => ({ department, inputs }));
  const file = JSON.stringify({ year: 2024, departments });
  const readFile = readers.get(framework) ?? createFileReader(framework);
  readers.set(framework, readFile);
  const read = readFile(createSource('c.json', file));
  if (!read.departments) throw new Error(read.diagnostics.map(({ code }) => code).join());
  return [...read.departments];
}

/** The score of a place: `15`, or `[0, 15]` while it is open. */
export function scoreOf(sheet: ScoreSheet | undefined, name: string): string {
  const place = sheet && placeNamed(placesIn(sheet), name);
  if (!place) throw new Error(`nothing is called ${name}`);
  return show(place.score.score);
}
