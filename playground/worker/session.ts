// The worker's memory and what it does with a state of the project: compile, read the departments,
// score, compare with the baseline, and lay everything out for the page. Pure but for the memory, which
// changes how long it takes and never what comes out.
import type { Compilation } from '../../src/compile.ts';
import { takeOverParts } from '../../src/evaluate/brief.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { Project, ScoredView } from '../protocol.ts';
import { declarationsKey } from './declarations-key.ts';
import { createDepartmentMemory, readMembers, readMembersLeniently } from './departments.ts';
import type { DepartmentMemory, Member } from './departments.ts';
import { problemView } from './places.ts';
import { withEditFixes } from './edit-fixes.ts';
import { resultView, selectedOf } from './result.ts';
import type { Baseline } from './result.ts';
import { compileFile, createRulesetMemory, filesOf } from './rulesets.ts';
import type { Files, RulesetMemory } from './rulesets.ts';
import { createSheetMemory, scoreMembers } from './score-members.ts';
import type { SheetMemory } from './score-members.ts';
import { workerWords } from './words.ts';
import { createWorkspaceMemory, workspaceOf } from './workspace.ts';
import type { WorkspaceMemory } from './workspace.ts';

/** What a worker remembers from one message to the next. */
export interface Session {
  readonly rulesets: RulesetMemory;
  readonly departments: DepartmentMemory;
  readonly sheets: SheetMemory;
  readonly workspace: WorkspaceMemory;
}

export function createSession(): Session {
  const departments = createDepartmentMemory();
  return {
    rulesets: createRulesetMemory(departments.numbering),
    departments,
    sheets: createSheetMemory(departments.numbering),
    workspace: createWorkspaceMemory(),
  };
}

/** What the page shows of a project; without `worked`, which whoever has a clock adds. */
export function scoreProject(project: Project, session: Session): Omit<ScoredView, 'worked'> {
  const { revision, language, open } = project;
  const words = workerWords[language];
  const files = filesOf(project.files);
  const compilation = compileFile(files, open, session.rulesets);
  const base = { kind: 'scored', revision } as const;
  if (!compilation) return { ...base, problems: [], result: undefined, note: words.noFile(open) };
  const { framework, diagnostics, sources } = compilation;
  const workspace = () => workspaceOf(project, session.rulesets, session.workspace, undefined);
  const problems = diagnostics.map((each) =>
    withEditFixes(problemView(each, sources, language), each, workspace, open, sources),
  );
  if (!framework) return { ...base, problems, result: undefined, note: undefined };
  if (framework.openTerms.length > 0) {
    const names = framework.openTerms.map(({ name }) => name);
    return { ...base, problems, result: undefined, note: words.openTerms(names) };
  }
  const read = readMembers(framework, project.departments, session.departments, (before, after) => {
    takeOverParts(session.sheets.parts, before, after);
  });
  const chosen = read[selectedOf(project, read)];
  const isShown = (member: Member) => chosen !== undefined && placeOf(member) === placeOf(chosen);
  const members = scoreMembers(framework, read, session.sheets, language, isShown);
  const baseline = baselineOf(project, files, compilation, read, session, isShown);
  const result = resultView({ project, framework, sources, members, baseline });
  return { ...base, problems, result, note: undefined };
}

/** A framework that departments can be scored by. */
export function complete(compilation: Compilation | undefined): Framework | undefined {
  const framework = compilation?.framework;
  return framework?.openTerms.length === 0 ? framework : undefined;
}

// The departments under what changes are measured against; undefined where that cannot be scored.
function baselineOf(
  project: Project,
  files: Files,
  compilation: Compilation,
  members: readonly Member[],
  session: Session,
  isShown: (member: Member) => boolean,
): Baseline | undefined {
  const { language, open, departments } = project;
  const words = workerWords[language];
  const { baseline } = project;
  if (baseline === undefined) return undefined;
  const parent = [...compilation.sources.keys()][1];
  const isParent = baseline === 'parent';
  if (isParent && parent === undefined) return undefined;
  const [texts, path] = isParent ? [files, parent ?? open] : [filesOf(baseline), open];
  const framework = complete(compileFile(texts, path, session.rulesets, 'baseline'));
  if (!framework) return undefined;
  // Where this ruleset asks for something else, the departments were not written for it.
  const { numbering } = session.departments;
  const isAlike =
    compilation.framework &&
    declarationsKey(framework, numbering) === declarationsKey(compilation.framework, numbering);
  const read = isAlike
    ? members
    : readMembersLeniently(framework, departments, session.departments);
  const scored = scoreMembers(framework, read, session.sheets, language, isShown);
  const byPlace = new Map(scored.map((each) => [placeOf(each.member), each]));
  return {
    name: isParent ? words.baselineParent(framework.name) : words.baselineSaved,
    members: members.map((member) => byPlace.get(placeOf(member))),
  };
}

function placeOf({ file, member }: Member): string {
  return `${file} ${member ?? ''}`;
}
