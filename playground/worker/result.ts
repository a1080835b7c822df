// Everything that a page shows of one state of a project: the departments' table, the selected sheet,
// the tree of points and the charts.
import type { Language } from '../../src/diagnostics/diagnose.ts';
import type { Framework, Grade } from '../../src/model/framework.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { citationText } from '../../src/report/explain-data.ts';
import { decimalsFor } from '../../src/report/score-sheet.ts';
import type { Scored } from '../../src/report/scored.ts';
import type { ChartsView, GradeView, Project, ResultView } from '../protocol.ts';
import { distribution, shares, waterfall } from './charts.ts';
import { departmentView } from './department-views.ts';
import type { Member } from './departments.ts';
import type { Sources } from './places.ts';
import type { ScoredMember } from './score-members.ts';
import { changeView, numberOf, scoreView } from './scores.ts';
import { sheetView } from './sheet-view.ts';
import { pointsTree } from './tree.ts';
import { workerWords } from './words.ts';

/** What the view of a state is made from. */
export interface State {
  readonly project: Project;
  readonly framework: Framework;
  readonly sources: Sources;
  readonly members: readonly ScoredMember[];
  readonly baseline: Baseline | undefined;
}

/** What changes are measured against, in the order of the departments. */
export interface Baseline {
  readonly name: string;
  readonly members: readonly (ScoredMember | undefined)[];
}

export function resultView(state: State): ResultView {
  const { project, framework, sources, members, baseline } = state;
  const { language } = project;
  const index = selectedOf(
    project,
    members.map(({ member }) => member),
  );
  const chosen = members[index];
  const scored = chosen && scoredOf(framework, chosen);
  const before = baseline?.members[index]?.sheet;
  return {
    ruleset: {
      name: framework.name,
      period: framework.period,
      source: citationText(framework.source),
      points: formatExact(framework.total),
      grades: gradeViews(framework.grades, language),
      hash: framework.hash.slice(0, 12),
    },
    departments: members.map((member, place) =>
      departmentView(member, baseline?.members[place]?.brief, framework, language),
    ),
    sheet: scored && sheetView({ scored, before, sources, language }),
    tree: pointsTree(framework, sources),
    charts: chartsView(state, scored),
    baseline: baseline?.name,
  };
}

/** Which of the departments is selected; −1 for none. */
export function selectedOf(
  { selected, member }: Pick<Project, 'selected' | 'member'>,
  members: readonly Member[],
): number {
  const exact = members.findIndex(
    (each) => each.file === selected && (each.member ?? 0) === (member ?? 0),
  );
  return exact >= 0 ? exact : members.findIndex((each) => each.file === selected);
}

/** A sheet with what it was made from. */
export function scoredOf(
  framework: Framework,
  { member, sheet }: ScoredMember,
): Scored | undefined {
  const { department } = member;
  return department && sheet && { framework, department, sheet, options: new Map() };
}

function chartsView(
  { project, framework, members, baseline }: State,
  scored: Scored | undefined,
): ChartsView {
  const words = workerWords[project.language];
  const decimals = scored ? decimalsFor(scored) : 2;
  const isDrawn = scored !== undefined && framework.scored;
  const totals = members.map(({ member, brief }, place) => ({
    name: member.department?.name ?? '',
    after: framework.scored ? brief?.total : undefined,
    before: framework.scored ? baseline?.members[place]?.brief?.total : undefined,
  }));
  return {
    waterfall: isDrawn ? waterfall(framework, scored.sheet, decimals, words) : [],
    shares: isDrawn ? shares(scored.sheet, decimals) : [],
    distribution: distribution(totals, baseline !== undefined),
    changes: totals.flatMap(({ name, after, before }) => {
      if (!after || !before) return [];
      const { direction, text, before: old } = changeView(before, after, 2);
      return [{ name, before: old, after: scoreView(after, 2), direction, text }];
    }),
  };
}

function gradeViews(grades: readonly Grade[], language: Language): GradeView[] {
  const words = workerWords[language];
  return grades.map(({ name, from, exclusive }, index) => {
    const above = grades[index - 1];
    const bound = formatExact(from);
    return {
      name,
      from: numberOf(from),
      to: above && numberOf(above.from),
      text: exclusive ? words.above(bound) : words.from(bound),
    };
  });
}
