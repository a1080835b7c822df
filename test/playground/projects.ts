// Projects for the tests of the playground: the shipped rulesets and departments as a page sends them.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { DepartmentFile, Project } from '../../playground/protocol.ts';

const RULESETS = path.resolve(import.meta.dirname, '../../rulesets');

/** The text of a shipped file. */
export function shippedText(file: string): string {
  return readFileSync(path.join(RULESETS, file), 'utf8');
}

/** All shipped rulesets and departments by path. */
export function shippedTexts(): ReadonlyMap<string, string> {
  const names = readdirSync(RULESETS, { recursive: true, encoding: 'utf8' });
  const paths = names.map((name) => name.split(path.sep).join('/'));
  const wanted = paths.filter((name) => /\.(?:chi|json)$/.test(name)).sort();
  return new Map(wanted.map((name) => [name, shippedText(name)]));
}

/** All shipped rulesets by path. */
export function shippedRulesets(): Record<string, string> {
  const names = readdirSync(RULESETS, { recursive: true, encoding: 'utf8' });
  const paths = names
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.chi'));
  return Object.fromEntries(paths.sort().map((name) => [name, shippedText(name)]));
}

/** A shipped department as a file of the project. */
export function shippedDepartment(file: string): DepartmentFile {
  return { path: file, text: shippedText(file) };
}

export const FUTIAN = 'futian/2022.chi';
export const FUTIAN_DEPARTMENT = 'futian/departments/2022-investment-promotion-centre.json';

/** A project with one ruleset open; what is given takes the place of the rest. */
export function projectOf(given: Partial<Project> = {}): Project {
  return {
    revision: 1,
    language: 'zh',
    files: shippedRulesets(),
    open: FUTIAN,
    departments: [shippedDepartment(FUTIAN_DEPARTMENT)],
    selected: 0,
    baseline: undefined,
    ...given,
  };
}

/** The project with one file's text changed. */
export function withText(
  project: Project,
  file: string,
  change: (text: string) => string,
): Project {
  const before = project.files[file] ?? '';
  const text = change(before);
  if (text === before) throw new Error(`nothing was changed in ${file}`);
  return { ...project, revision: project.revision + 1, files: { ...project.files, [file]: text } };
}
