// One department scored again and again while some of its inputs take other values, known or ranges:
// only the indicators whose rules can look at those inputs are scored anew. What comes out is what
// `evaluate` gives.
import type { Department } from '../input/department.ts';
import type { Framework, Node } from '../model/framework.ts';
import { indicatorsOf } from '../model/framework.ts';
import type { CheckResult, NodeScore, RefusedAward } from '../model/sheet.ts';
import { readingOfPart } from '../prove/reading.ts';
import type { Range } from '../types/range.ts';
import type { Value } from '../types/value.ts';
import { checkResult } from './check-results.ts';
import { createCohort, prepare } from './cohort.ts';
import type { EvaluateSettings } from './data.ts';
import { throughOpenChoices } from './open-choices.ts';
import { standAlone } from './part-keys.ts';
import type { ScoredNode } from './score-node.ts';
import { createScores } from './scores.ts';
import type { Scoring } from './scoring.ts';

/** What scoring comes to under changed inputs. */
export interface Changed {
  readonly total: Range;
  /** Best first. */
  readonly grades: readonly string[];
  /** Groups and indicators of the framework, outer before inner. */
  readonly children: readonly NodeScore[];
  readonly refused: ReadonlyMap<string, RefusedAward>;
  readonly checks: () => readonly CheckResult[];
}

/** Scores the department with these values in the place of its own. */
export type ChangeEvaluator = (changes: ReadonlyMap<string, Value>) => Changed;

/** Prepares a department for being scored under many changes; all else is as the settings say. */
export function createChangeEvaluator(
  framework: Framework,
  department: Department,
  settings: EvaluateSettings = {},
): ChangeEvaluator {
  const prepared = prepare(framework);
  const departments = [department, ...(settings.cohort ?? [])];
  const reads = readsByIndicator(framework);
  const scored = new Map<Node, ScoredNode>();
  const sheets = new Map<Node, NodeScore>();
  return (changes) => {
    const inputs = new Map([...(settings.inputs ?? []), ...changes]);
    const isUntouched = (node: Node): boolean => {
      const read = reads?.get(node);
      return read !== undefined && ![...changes.keys()].some((name) => read.has(name));
    };
    const keeping =
      <Result>(known: Map<Node, Result>) =>
      (node: Node, work: () => Result): Result => {
        if (!isUntouched(node)) return work();
        let found = known.get(node);
        if (found === undefined) known.set(node, (found = work()));
        return found;
      };
    let isFirst = true;
    const scorings = createCohort(
      prepared,
      departments,
      { ...settings, inputs },
      settings.cohort === undefined,
      (_, scoring) => {
        // What is only supposed of a department is not what is known of it.
        const remembers = isFirst;
        isFirst = false;
        return remembers
          ? createScores(scoring, undefined, { scored: keeping(scored), sheet: keeping(sheets) })
          : createScores(scoring);
      },
    );
    return changedOf(scorings(department.name));
  };
}

function changedOf(scoring: Scoring): Changed {
  const { framework, refused } = scoring;
  const [scores, earned] = [scoring.scores(), scoring.earned()];
  const nodes = framework.children.map((node) => ({
    scored: scores.scored(node),
    sheet: scores.sheet(node),
  }));
  const own = { nodes, total: scores.total(), grades: earned.grades, outputs: [] };
  const result = throughOpenChoices(scoring, own);
  return {
    total: result.total.score,
    grades: result.grades,
    children: result.nodes.map(({ sheet }) => sheet),
    refused,
    checks: () => framework.checks.map((check) => checkResult(scoring, check)),
  };
}

const known = new WeakMap<Framework, ReadonlyMap<Node, ReadonlySet<string>> | undefined>();

/**
 * The inputs at which each indicator can look that rests on its own rules alone; undefined where points
 * may move, parts may be missing or departments are compared, so that everything may hang together.
 */
export function readsByIndicator(
  framework: Framework,
): ReadonlyMap<Node, ReadonlySet<string>> | undefined {
  if (!known.has(framework)) known.set(framework, collectReads(framework));
  return known.get(framework);
}

function collectReads(framework: Framework): ReadonlyMap<Node, ReadonlySet<string>> | undefined {
  if (!standAlone(framework)) return undefined;
  const reads = new Map<Node, ReadonlySet<string>>();
  for (const indicator of indicatorsOf(framework.children)) {
    const reading = readingOfPart(framework, indicator);
    const judged = indicator.items.flatMap(({ rule }) =>
      rule.kind === 'judged' ? [rule.input] : [],
    );
    // What an award outside its table leaves open is told by the scoring that refused it.
    const isTold = judged.some(({ form }) => form.kind === 'banded');
    if (reading.asksForScores || isTold) continue;
    reads.set(indicator, new Set([...reading.inputs, ...judged.map(({ name }) => name)]));
  }
  return reads;
}
