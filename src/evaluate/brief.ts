// Departments scored again and again while their ruleset is being written: only the total, the grades,
// the outputs and what is missing, and only the parts whose rules mean something else than before.
// What comes out is what `evaluate` gives.
import type { Department } from '../input/department.ts';
import type { Framework, Node } from '../model/framework.ts';
import type { MissingInput, NodeScore, OutputResult } from '../model/sheet.ts';
import type { Numbering } from '../prove/fingerprint.ts';
import { isSingle } from '../types/enclosure.ts';
import type { Range } from '../types/range.ts';
import { isKnown } from '../types/value.ts';
import { createCohort, prepare } from './cohort.ts';
import type { FinishedNode } from './finished-node.ts';
import { missingInputs } from './missing.ts';
import { throughOpenChoices } from './open-choices.ts';
import { openRowsOf } from './open-rows.ts';
import { outputsOf } from './outputs.ts';
import { partKeys } from './part-keys.ts';
import type { ScoredNode } from './score-node.ts';
import { createScores } from './scores.ts';
import type { Scoring } from './scoring.ts';

/** Of a score sheet what a table of many departments shows. */
export interface Brief {
  readonly total: Range;
  /** Best first. */
  readonly grades: readonly string[];
  readonly outputs: readonly OutputResult[];
  readonly missing: readonly MissingInput[];
}

/** What is remembered of departments; one for each ruleset that is being written. */
export interface PartMemory {
  readonly numbering: Numbering;
  readonly departments: WeakMap<Department, KnownParts>;
}

/** What the parts came to, by what their rules mean. */
interface KnownParts {
  readonly scored: Map<number, ScoredNode>;
  readonly sheets: Map<number, NodeScore>;
}

// Versions of parts that a person goes back and forth between.
const MOST_KNOWN = 400;

/** A memory in which nothing is remembered yet. */
export function createPartMemory(numbering: Numbering): PartMemory {
  return { numbering, departments: new WeakMap() };
}

/** Says that a department was read again and that only some inputs mean something else now. */
export function takeOverParts(memory: PartMemory, from: Department, to: Department): void {
  const known = memory.departments.get(from);
  if (known) memory.departments.set(to, known);
}

/** Scores departments, each by itself, in brief. */
export function createBriefEvaluator(
  framework: Framework,
  memory: PartMemory,
): (department: Department) => Brief {
  const prepared = { ...prepare(framework), isTraced: false };
  const keys = partKeys(framework, memory.numbering);
  return (department) => {
    const known = knownOf(memory, department);
    let isFirst = true;
    const scorings = createCohort(prepared, [department], {}, true, (_, scoring) => {
      // What is only supposed of a department is not what is known of it.
      const remembers = isFirst && keys !== undefined;
      isFirst = false;
      return remembers
        ? createScores(scoring, undefined, rememberedIn(known, keys))
        : createScores(scoring);
    });
    return briefOf(scorings(department.name));
  };
}

function knownOf({ departments }: PartMemory, department: Department): KnownParts {
  let known = departments.get(department);
  if (known === undefined || known.scored.size > MOST_KNOWN) {
    known = { scored: new Map(), sheets: new Map() };
    departments.set(department, known);
  }
  return known;
}

function rememberedIn({ scored, sheets }: KnownParts, keys: ReadonlyMap<Node, number>) {
  return {
    scored: (node: Node, work: () => ScoredNode): ScoredNode => {
      const key = keys.get(node);
      if (key === undefined) return work();
      const before = scored.get(key);
      if (before?.kind === 'indicator' && node.kind === 'indicator')
        return {
          ...before,
          indicator: node,
          items: before.items.map((item, place) => {
            const own = node.items[place];
            return own ? { ...item, sheet: { ...item.sheet, item: own } } : item;
          }),
        };
      const found = work();
      if (found.kind === 'indicator') scored.set(key, found);
      return found;
    },
    sheet: (node: Node, work: () => NodeScore): NodeScore => {
      const key = keys.get(node);
      if (key === undefined) return work();
      const before = sheets.get(key);
      if (before?.kind === 'indicator' && node.kind === 'indicator')
        return { ...before, indicator: node };
      const found = work();
      if (found.kind === 'indicator') sheets.set(key, found);
      return found;
    },
  };
}

function briefOf(scoring: Scoring): Brief {
  const { framework } = scoring;
  const [scores, earned] = [scoring.scores(), scoring.earned()];
  const sheets = framework.children.map(scores.sheet);
  const total = scores.total();
  const own = { total, grades: earned.grades, outputs: outputsOf(scoring) };
  // Where nothing is open, nothing is missing that could still change anything.
  const isSettled =
    isSingle(total.score) &&
    earned.grades.length <= 1 &&
    sheets.every(isSettledPart) &&
    own.outputs.every(({ value }) => isKnown(value));
  if (isSettled)
    return { total: total.score, grades: earned.grades, outputs: own.outputs, missing: [] };
  const nodes = framework.children.map((node): FinishedNode => ({
    scored: scores.scored(node),
    sheet: scores.sheet(node),
  }));
  const result = throughOpenChoices(scoring, { nodes, ...own });
  const reads = new Set([...result.total.reads, ...earned.reads]);
  for (const part of result.outputs) for (const name of part.reads) reads.add(name);
  const openRows = openRowsOf(
    scoring,
    result.nodes.map(({ scored }) => scored),
    result.outputs,
  );
  const missing = missingInputs(
    scoring,
    {
      nodes: result.nodes,
      total: result.total,
      outputs: result.outputs,
      gradeReads: earned.grades.length > 1 ? earned.reads : new Set(),
      reads,
    },
    openRows,
  );
  const { grades, outputs } = result;
  return { total: result.total.score, grades, outputs, missing };
}

function isSettledPart(score: NodeScore): boolean {
  if (!isSingle(score.score)) return false;
  return score.kind === 'group'
    ? score.children.every(isSettledPart)
    : score.items.every((item) => isSingle(item.score));
}
