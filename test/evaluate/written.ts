// Departments and rulesets as text: compiled, read and scored in one go.
import { compile } from '../../src/compile.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { placeNamed, placesIn } from '../../src/evaluate/sheet-places.ts';
import { createDepartmentReader } from '../../src/input/read-department.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { ItemScore, NodeScore, ScoreSheet } from '../../src/model/sheet.ts';
import { createSource } from '../../src/text/source.ts';
import { show } from './framework-builder.ts';

/** The framework of a ruleset without any error. */
export function frameworkOf(text: string): Framework {
  const host = { read: () => undefined, resolve: (_: string, path: string) => path };
  const { framework, diagnostics } = compile(createSource('test.chi', text), host);
  if (!framework)
    throw new Error(JSON.stringify(diagnostics.map(({ code, facts }) => [code, facts])));
  return framework;
}

type Reader = ReturnType<typeof createDepartmentReader>;
const readers = new Map<Framework, Reader>();

function readerOf(framework: Framework): Reader {
  const reader = readers.get(framework) ?? createDepartmentReader(framework);
  readers.set(framework, reader);
  return reader;
}

/** The sheet of a department that gives these inputs and nothing else. */
export function sheetOf(framework: Framework, inputs: object): ScoreSheet {
  const file = JSON.stringify({ department: '甲', year: 2024, inputs });
  const read = readerOf(framework)(createSource('department.json', file));
  if (!read.department)
    throw new Error(JSON.stringify(read.diagnostics.map(({ code, facts }) => [code, facts])));
  return evaluate(framework, read.department);
}

export function placeIn(sheet: ScoreSheet, name: string): NodeScore | ItemScore {
  const place = placeNamed(placesIn(sheet), name);
  if (!place) throw new Error(`there is no ${name}`);
  return place.score;
}

/** `7.5`, or `[0, 10]` while something is open. */
export function scoreIn(sheet: ScoreSheet, name: string): string {
  return show(placeIn(sheet, name).score);
}
