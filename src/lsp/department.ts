// The department that a server's settings name → its figures, scored by the ruleset whose `departments/`
// it lies in. Where it cannot be read or scored there are none; the rules are edited all the same.
import { evaluate } from '../evaluate/evaluate.ts';
import type { Selected, Workspace } from '../edit/workspace.ts';
import { frameworkOf } from '../edit/workspace.ts';
import { readDepartment } from '../input/read-department.ts';
import { createSource } from '../text/source.ts';
import type { Scored } from './selected.ts';
import { selectedFigures } from './selected.ts';
import type { ServerSettings } from './settings.ts';

const remembered = new WeakMap<
  object,
  { readonly text: string; readonly scored: Scored | undefined }
>();

/** The figures of the department that is looked at; undefined where there are none. */
export function departmentFigures(
  workspace: Workspace,
  { department, language }: ServerSettings,
): Selected | undefined {
  if (department === undefined) return undefined;
  const text = workspace.host.read(department);
  const file = text === undefined ? undefined : rulesetFor(workspace, department, text);
  const framework = file === undefined ? undefined : frameworkOf(workspace, file);
  if (text === undefined || file === undefined || framework === undefined) return undefined;
  const before = remembered.get(framework);
  const scored = before?.text === text ? before.scored : score(framework, file, department, text);
  remembered.set(framework, { text, scored });
  return scored && selectedFigures(scored, language);
}

function score(
  framework: Scored['framework'],
  file: string,
  path: string,
  text: string,
): Scored | undefined {
  if (framework.openTerms.length > 0) return undefined;
  const { department } = readDepartment(framework, createSource(path, text));
  return department && { file, framework, department, sheet: evaluate(framework, department) };
}

// `futian/departments/甲.json` of the year 2022 is scored by `futian/2022.chi`.
function rulesetFor(workspace: Workspace, path: string, text: string): string | undefined {
  const folder = path.split(/[\\/]/).slice(0, -2).join('/');
  const named = /"?ruleset"?\s*:\s*"?([^",\r\n}]+\.chi)/.exec(text)?.[1];
  if (named !== undefined) return workspace.host.resolve(path, named.trim());
  const year = /"?year"?\s*:\s*"?(\d+)/.exec(text)?.[1] ?? '';
  const file = folder === '' ? `${year}.chi` : `${folder}/${year}.chi`;
  return workspace.host.read(file) === undefined ? undefined : file;
}
