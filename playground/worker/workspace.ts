// A project as a workspace of the language service: its files, and what the selected department's sheet
// says of each part and name, for hovers and lenses.
import {
  createWorkspace,
  createWorkspaceMemory,
  rememberCompilation,
} from '../../src/edit/workspace.ts';
import type { Selected, Workspace, WorkspaceMemory } from '../../src/edit/workspace.ts';
import type { NodeScore, Step } from '../../src/model/sheet.ts';
import { scoreText, valueText } from '../../src/report/figure.ts';
import { outputText } from '../../src/report/outputs.ts';
import { unitOf } from '../../src/report/ratio.ts';
import type { Scored } from '../../src/report/scored.ts';
import { outcomeText } from '../../src/report/working.ts';
import type { Project } from '../protocol.ts';
import { keyOf } from './part-views.ts';
import { compileFile, filesOf, hostOf } from './rulesets.ts';
import type { RulesetMemory } from './rulesets.ts';

export { createWorkspaceMemory };
export type { WorkspaceMemory };

/** The project's workspace; the compilation of the open file is taken over. */
export function workspaceOf(
  project: Project,
  rulesets: RulesetMemory,
  memory: WorkspaceMemory,
  scored: Scored | undefined,
): Workspace {
  const files = filesOf(project.files);
  const { language, open } = project;
  const selected = scored && selectedOf(scored, open, project);
  const compilation = compileFile(files, open, rulesets);
  if (compilation) rememberCompilation(memory, open, compilation);
  return createWorkspace(hostOf(files), { files: [...files.keys()], language, selected, memory });
}

function selectedOf(scored: Scored, file: string, { language }: Project): Selected {
  const { sheet, framework, department } = scored;
  const scores = new Map<string, string>([['', scoreText(sheet.total, 2)]]);
  const lets = new Map<string, string>();
  const wording = { language, lets: framework.lets };
  const note = (steps: readonly Step[]) => {
    for (const step of steps)
      if (step.kind === 'let')
        lets.set(step.name, outcomeText(step.expression, step.value, wording));
  };
  const visit = (node: NodeScore): void => {
    note(node.steps);
    if (node.kind === 'group') {
      scores.set(keyOf(node.group.path), scoreText(node.score));
      node.children.forEach(visit);
      return;
    }
    scores.set(keyOf(node.indicator.path), scoreText(node.score));
    for (const item of node.items) {
      scores.set(keyOf(item.item.path), scoreText(item.score));
      note(item.steps);
    }
  };
  sheet.children.forEach(visit);
  for (const result of sheet.outputs)
    lets.set(result.output.name, outputText(result, result.value, wording));
  for (const { name, chosen } of framework.options) lets.set(name, chosen);
  const inputs = new Map(framework.inputs.map((input) => [input.name, input]));
  return {
    department: sheet.departmentName,
    file,
    score: (path) => scores.get(keyOf(path)),
    value: (name) => {
      const input = inputs.get(name);
      const given = department.values.get(name);
      if (given && input?.kind === 'value')
        return valueText(given.value, unitOf(input.type), language);
      const award = department.awards.get(name);
      return award ? scoreText(award.points) : lets.get(name);
    },
  };
}
