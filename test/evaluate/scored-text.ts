// Rulesets and departments given as text, scored: for tests of constructs from the text to the sheet.
import { compile } from '../../src/compile.ts';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { placeNamed, placesIn } from '../../src/evaluate/sheet-places.ts';
import type { Department } from '../../src/input/department.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { ScoreSheet } from '../../src/model/sheet.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { createSource } from '../../src/text/source.ts';
import type { Range } from '../../src/types/range.ts';

const frameworks = new Map<string, Framework>();

/** The framework of a text without errors. */
export function compiled(text: string): Framework {
  const known = frameworks.get(text);
  if (known) return known;
  const host = { read: () => undefined, resolve: (_: string, path: string) => path };
  const { framework, diagnostics } = compile(createSource('r.chi', text), host);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!framework || errors.length > 0)
    throw new Error(diagnostics.map((each) => `${each.code}: ${sentence(each, 'en')}`).join('\n'));
  frameworks.set(text, framework);
  return framework;
}

/** A department's file with these inputs; nothing may be wrong with it. */
export function departmentWith(framework: Framework, inputs: object): Department {
  const file = JSON.stringify({ department: '甲', year: 2024, inputs });
  const { department, diagnostics } = readDepartment(framework, createSource('d.json', file));
  if (!department)
    throw new Error(diagnostics.map((each) => `${each.code}: ${sentence(each, 'en')}`).join('\n'));
  return department;
}

/** The sheet of a department with these inputs. */
export function sheetOf(text: string, inputs: object): ScoreSheet {
  const framework = compiled(text);
  return evaluate(framework, departmentWith(framework, inputs));
}

/** `5.15`, or `1.48..6` for a score that is open. */
export function shown({ low, high }: Range): string {
  const ends = [low, high].map((end) => (end ? formatExact(end.value) : '∞'));
  return ends[0] === ends[1] ? String(ends[0]) : ends.join('..');
}

/** The score of a part by name. */
export function scoreIn(sheet: ScoreSheet, name: string): string {
  const place = placeNamed(placesIn(sheet), name);
  if (!place) throw new Error(`no score is called ${name}`);
  return shown(place.score.score);
}
