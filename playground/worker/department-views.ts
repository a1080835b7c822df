// All departments as lines of a table: total, grades, outputs, what is missing, and what changed against
// the baseline.
import type { Language } from '../../src/diagnostics/diagnose.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { Brief } from '../../src/evaluate/brief.ts';
import { outputText } from '../../src/report/outputs.ts';
import { stillMatters } from '../../src/report/scored.ts';
import type { DepartmentView, ProblemView } from '../protocol.ts';
import { problemView } from './places.ts';
import type { ScoredMember } from './score-members.ts';
import { changeView, scoreView } from './scores.ts';

// Totals are published with two decimals.
const DECIMALS = 2;

/** One line; `before` is the same department under the baseline. */
export function departmentView(
  { member, brief, hindrance }: ScoredMember,
  before: Brief | undefined,
  framework: Framework,
  language: Language,
): DepartmentView {
  const { file, path, department, diagnostics, source } = member;
  const sources = new Map([[path, source]]);
  const problems = diagnostics.map((each) => problemView(each, sources, language));
  const gradesBefore = before?.grades;
  return {
    file,
    member: member.member,
    path,
    name: department?.name ?? '',
    year: department?.year ?? '',
    total: brief && framework.scored ? scoreView(brief.total, DECIMALS) : undefined,
    grades: brief?.grades ?? [],
    gradesBefore,
    gradeChange: brief && gradesBefore && gradeChange(gradesBefore, brief.grades, framework),
    change:
      brief && before && framework.scored
        ? changeView(before.total, brief.total, DECIMALS)
        : undefined,
    outputs: (brief?.outputs ?? []).map((result) => ({
      name: result.output.name,
      text: outputText(result, result.value, { language, lets: framework.lets }),
    })),
    missing: brief?.missing.filter(stillMatters).length ?? 0,
    problems: hindrance === undefined ? problems : [...problems, hindered(hindrance, path)],
  };
}

function hindered(message: string, path: string): ProblemView {
  const place = { file: path, start: 0, end: 0, line: 1 };
  return { severity: 'error', code: 'not-compared', message, place, fixes: [], related: [] };
}

// By the place in the framework's order, best first; grades that it does not know tell nothing.
function gradeChange(
  before: readonly string[],
  after: readonly string[],
  { grades }: Framework,
): DepartmentView['gradeChange'] {
  const rank = (name: string) => grades.findIndex((grade) => grade.name === name);
  const [old, now] = [before.map(rank), after.map(rank)];
  if (old.length === 0 || now.length === 0 || [...old, ...now].includes(-1)) return undefined;
  if (Math.max(...now) < Math.min(...old)) return 1;
  if (Math.min(...now) > Math.max(...old)) return -1;
  return old.length === 1 && now.length === 1 ? 0 : undefined;
}
