// One department's score together with what it was made from: what every report about a score starts
// from. Nothing here is computed; the parts come from compiling, reading and evaluating.
import type { Department } from '../input/department.ts';
import type { Framework, JudgedInput } from '../model/framework.ts';
import type { IndicatorScore, ItemScore, NodeScore, ScoreSheet } from '../model/sheet.ts';

export interface Scored {
  readonly framework: Framework;
  readonly department: Department;
  readonly sheet: ScoreSheet;
  /** Choices that took the place of the ruleset's own, by option name. */
  readonly options: ReadonlyMap<string, string>;
}

/** Every indicator's score in the order of the framework's document. */
export function indicatorScores(nodes: readonly NodeScore[]): IndicatorScore[] {
  return nodes.flatMap((node) => (node.kind === 'indicator' ? [node] : indicatorScores(node.children)));
}

/** The inputs that a part looked at and that nothing is known of, in the framework's order. */
export function missingOf(part: { readonly reads: ReadonlySet<string> }, sheet: ScoreSheet): string[] {
  return sheet.missing.map((missing) => missing.name).filter((name) => part.reads.has(name));
}

/** The item's name where it has one of its own. */
export function ownName(score: ItemScore): string | undefined {
  return score.item.implicit ? undefined : score.item.name;
}

/** The judged inputs by name. */
export function judgedInputs(framework: Framework): ReadonlyMap<string, JudgedInput> {
  return new Map(framework.inputs.flatMap((input) => (input.kind === 'judged' ? [[input.name, input]] : [])));
}
