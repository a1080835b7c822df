// One department's score together with what it was made from: what every report about a score starts
// from. Nothing here is computed; the parts come from compiling, reading and evaluating.
import type { Department } from '../input/department.ts';
import type { Expression } from '../model/expression.ts';
import type { Framework, Item, JudgedInput } from '../model/framework.ts';
import type {
  IndicatorScore,
  ItemScore,
  MissingInput,
  NodeScore,
  ScoreSheet,
} from '../model/sheet.ts';

export interface Scored {
  readonly framework: Framework;
  readonly department: Department;
  readonly sheet: ScoreSheet;
  /** Choices that took the place of the ruleset's own, by option name. */
  readonly options: ReadonlyMap<string, string>;
}

/** Every indicator's score in the order of the framework's document. */
export function indicatorScores(nodes: readonly NodeScore[]): IndicatorScore[] {
  return nodes.flatMap((node) =>
    node.kind === 'indicator' ? [node] : indicatorScores(node.children),
  );
}

/** The missing inputs among those that parts looked at, the weightiest first. */
export function missingOf(reads: readonly ReadonlySet<string>[], sheet: ScoreSheet): string[] {
  return sheet.missing
    .map(({ name }) => name)
    .filter((name) => reads.some((names) => names.has(name)));
}

/** Whether a missing input can still change a score. */
export function decidesPoints({ decides }: MissingInput): boolean {
  return decides?.n !== 0n;
}

/** The item's name where it has one of its own. */
export function ownName(score: ItemScore): string | undefined {
  return score.item.implicit ? undefined : score.item.name;
}

/** The expression that gives an item's score, where its rule is one. */
export function formulaOf({ rule }: Item): Expression | undefined {
  return rule.kind === 'formula' ? rule.value : undefined;
}

/** The judged inputs by name. */
export function judgedInputs(framework: Framework): ReadonlyMap<string, JudgedInput> {
  return new Map(
    framework.inputs.flatMap((input) => (input.kind === 'judged' ? [[input.name, input]] : [])),
  );
}
