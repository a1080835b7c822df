// One department's score together with what it was made from: what every report about a score starts
// from. Nothing here is computed; the parts come from compiling, reading and evaluating.
import type { Department } from '../input/department.ts';
import type { Expression } from '../model/expression.ts';
import type { Framework, Group, Item, JudgedInput } from '../model/framework.ts';
import type {
  IndicatorScore,
  ItemScore,
  MissingInput,
  NodeScore,
  ScoreSheet,
} from '../model/sheet.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Read } from '../model/reads.ts';
import { UNKNOWN_DEPARTMENT, readOfOther } from '../model/reads.ts';
import { ZERO } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { point, subtractRanges } from '../types/range.ts';
import { sheetWords } from './sheet-words.ts';

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

/** Whether an indicator counts towards the total, adds to it or takes from it. */
export function standingOf(score: IndicatorScore, { children }: ScoreSheet): Group['standing'] {
  let nodes = children;
  for (const name of score.indicator.path) {
    const node = nodes.find((child) => child.kind === 'group' && child.group.name === name);
    if (node?.kind !== 'group') break;
    if (node.group.standing !== 'counted') return node.group.standing;
    nodes = node.children;
  }
  return 'counted';
}

/** What an indicator took from the total: a penalty takes its score, a bonus nothing. */
export function lossOf(score: IndicatorScore, sheet: ScoreSheet): Range {
  switch (standingOf(score, sheet)) {
    case 'counted':
      return subtractRanges(score.points, score.score);
    case 'penalty':
      return score.score;
    case 'bonus':
      return point(ZERO);
  }
}

/** The missing inputs among those that parts looked at, the weightiest first. */
export function missingOf(
  reads: readonly ReadonlySet<string>[],
  sheet: ScoreSheet,
): MissingInput[] {
  return sheet.missing.filter(({ name, department }) => {
    const read = department === undefined ? name : readOfOther(department, name);
    return reads.some((texts) => texts.has(read));
  });
}

/** What a missing input is called: another department's says whose it is. */
export function missingName({ name, department }: MissingInput, language: Language): string {
  return inputName({ input: name, department }, language);
}

/** The same for an input that was looked at. */
export function inputName({ input: name, department }: Read, language: Language): string {
  const words = sheetWords[language];
  if (department === undefined) return name;
  return department === UNKNOWN_DEPARTMENT ? words.ofAny(name) : words.ofOther(name, department);
}

/** Whether a missing input can still change anything: a score, the grade or an output. */
export function stillMatters(missing: MissingInput): boolean {
  return decidesPoints(missing) || missing.outputs.length > 0 || missing.decidesGrade;
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
