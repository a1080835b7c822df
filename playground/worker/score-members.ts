// Departments under one framework to score sheets: each by itself, or all together where the ruleset
// compares them. Sheets are kept for as long as the framework and the data mean the same.
import { hasErrors } from '../../src/diagnostics/diagnose.ts';
import type { Language } from '../../src/diagnostics/diagnose.ts';
import { createEvaluator, evaluateTogether } from '../../src/evaluate/evaluate.ts';
import type { Department } from '../../src/input/department.ts';
import { isComparative } from '../../src/model/comparative.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { ScoreSheet } from '../../src/model/sheet.ts';
import type { Member } from './departments.ts';
import { workerWords } from './words.ts';

/** A department and its sheet, or why it has none. */
export interface ScoredMember {
  readonly member: Member;
  readonly sheet: ScoreSheet | undefined;
  /** What keeps it from being scored beside what is wrong with its own data. */
  readonly hindrance: string | undefined;
}

/** Sheets by framework hash, then by department. */
export interface SheetMemory {
  readonly sheets: Map<string, Map<Department, ScoreSheet>>;
}

export function createSheetMemory(): SheetMemory {
  return { sheets: new Map() };
}

const MOST_FRAMEWORKS = 4;

/** Scores all departments; the framework has no open terms. */
export function scoreMembers(
  framework: Framework,
  members: readonly Member[],
  memory: SheetMemory,
  language: Language,
): ScoredMember[] {
  const sheets = sheetsFor(framework, memory);
  if (isComparative(framework)) return together(framework, members, sheets, language);
  const evaluate = createEvaluator(framework);
  return members.map((member) => {
    const { department } = member;
    if (!department) return { member, sheet: undefined, hindrance: undefined };
    const sheet = sheets.get(department) ?? evaluate(department);
    sheets.set(department, sheet);
    return { member, sheet, hindrance: undefined };
  });
}

function sheetsFor(framework: Framework, { sheets }: SheetMemory): Map<Department, ScoreSheet> {
  const known = sheets.get(framework.hash) ?? new Map<Department, ScoreSheet>();
  sheets.delete(framework.hash);
  sheets.set(framework.hash, known);
  for (const oldest of sheets.keys()) {
    if (sheets.size <= MOST_FRAMEWORKS) break;
    sheets.delete(oldest);
  }
  return known;
}

function together(
  framework: Framework,
  members: readonly Member[],
  known: Map<Department, ScoreSheet>,
  language: Language,
): ScoredMember[] {
  const words = workerWords[language];
  const names = new Map<string, number>();
  for (const { department } of members)
    if (department) names.set(department.name, (names.get(department.name) ?? 0) + 1);
  const isTwin = ({ department }: Member) =>
    department !== undefined && (names.get(department.name) ?? 0) > 1;
  // A comparison without one of them, or with one of them twice, would be another one.
  const isWhole = members.every((member) => member.department !== undefined && !isTwin(member));
  if (!isWhole)
    return members.map((member) => ({
      member,
      sheet: undefined,
      hindrance: isTwin(member)
        ? words.departmentTwice(member.department?.name ?? '')
        : hasErrors(member.diagnostics)
          ? undefined
          : words.cohortIncomplete,
    }));
  const departments = members.flatMap(({ department }) => department ?? []);
  const sheets = departments.every((each) => known.has(each))
    ? departments.flatMap((each) => known.get(each) ?? [])
    : evaluateTogether(framework, departments);
  known.clear();
  departments.forEach((department, index) => {
    const sheet = sheets[index];
    if (sheet) known.set(department, sheet);
  });
  return members.map((member, index) => ({ member, sheet: sheets[index], hindrance: undefined }));
}
