// Departments under one framework to score sheets: each by itself, or all together where the ruleset
// compares them. Sheets are kept for as long as the framework and the data mean the same.
import { hasErrors } from '../../src/diagnostics/diagnose.ts';
import type { Language } from '../../src/diagnostics/diagnose.ts';
import type { Brief, PartMemory } from '../../src/evaluate/brief.ts';
import { createBriefEvaluator, createPartMemory } from '../../src/evaluate/brief.ts';
import { createEvaluator, evaluateTogether } from '../../src/evaluate/evaluate.ts';
import type { Department } from '../../src/input/department.ts';
import { isComparative } from '../../src/model/comparative.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { ScoreSheet } from '../../src/model/sheet.ts';
import type { Numbering } from '../../src/prove/fingerprint.ts';
import type { Member } from './departments.ts';
import { regraded } from './grades-alone.ts';
import { workerWords } from './words.ts';

/** A department and what it scores, or why it does not. */
export interface ScoredMember {
  readonly member: Member;
  /** Total, grades, outputs and what is missing. */
  readonly brief: Brief | undefined;
  /** The whole sheet, where it was asked for. */
  readonly sheet: ScoreSheet | undefined;
  /** What keeps it from being scored beside what is wrong with its own data. */
  readonly hindrance: string | undefined;
}

/** Briefs by framework hash, sheets by framework, parts by what their rules mean. */
export interface SheetMemory {
  readonly briefs: Map<string, KnownBriefs>;
  readonly sheets: WeakMap<Framework, Map<Department, ScoreSheet>>;
  readonly parts: PartMemory;
}

interface KnownBriefs {
  readonly framework: Framework;
  readonly known: Map<Department, Brief>;
}

export function createSheetMemory(numbering: Numbering): SheetMemory {
  return { briefs: new Map(), sheets: new WeakMap(), parts: createPartMemory(numbering) };
}

const MOST_FRAMEWORKS = 4;

/** Scores all departments; `isWhole` says for which the whole sheet is wanted. */
export function scoreMembers(
  framework: Framework,
  members: readonly Member[],
  memory: SheetMemory,
  language: Language,
  isWhole: (member: Member) => boolean = () => true,
): ScoredMember[] {
  const sheets = remembered(memory.sheets, framework);
  if (isComparative(framework)) return together(framework, members, sheets, language);
  const briefs = briefsFor(framework, memory);
  const earlier = once(() => regrading(framework, memory));
  const evaluate = once(() => createEvaluator(framework));
  const brief = once(() => createBriefEvaluator(framework, memory.parts));
  return members.map((member): ScoredMember => {
    const { department } = member;
    if (!department) return { member, brief: undefined, sheet: undefined, hindrance: undefined };
    if (isWhole(member)) {
      const sheet = sheets.get(department) ?? evaluate()(department);
      sheets.set(department, sheet);
      return { member, brief: sheet, sheet, hindrance: undefined };
    }
    const known = briefs.get(department) ?? earlier()(department) ?? brief()(department);
    briefs.set(department, known);
    return { member, brief: known, sheet: undefined, hindrance: undefined };
  });
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
}

function remembered(
  sheets: SheetMemory['sheets'],
  framework: Framework,
): Map<Department, ScoreSheet> {
  const known = sheets.get(framework) ?? new Map<Department, ScoreSheet>();
  sheets.set(framework, known);
  return known;
}

// What departments scored under rulesets that differ in their grades alone, graded again.
function regrading(framework: Framework, { briefs, parts }: SheetMemory) {
  const alike = [...briefs.values()].flatMap((before) => {
    if (before.framework === framework) return [];
    const regrade = regraded(before.framework, framework, parts.numbering);
    return regrade ? [{ known: before.known, regrade }] : [];
  });
  return (department: Department): Brief | undefined => {
    for (const { known, regrade } of alike) {
      const before = known.get(department);
      const brief = before && regrade(before);
      if (brief) return brief;
    }
    return undefined;
  };
}

function briefsFor(framework: Framework, { briefs }: SheetMemory): Map<Department, Brief> {
  const { hash } = framework;
  const { known } = briefs.get(hash) ?? { known: new Map<Department, Brief>() };
  briefs.delete(hash);
  briefs.set(hash, { framework, known });
  for (const oldest of briefs.keys()) {
    if (briefs.size <= MOST_FRAMEWORKS) break;
    briefs.delete(oldest);
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
      brief: undefined,
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
  return members.map((member, index) => {
    const sheet = sheets[index];
    return { member, brief: sheet, sheet, hindrance: undefined };
  });
}
