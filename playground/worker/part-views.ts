// A department's score sheet as the lines of a page: groups, indicators and items with their points,
// scores, reasons and changes; with explanations for the sheet that is shown.
import type { Language } from '../../src/diagnostics/diagnose.ts';
import type { Group } from '../../src/model/framework.ts';
import type { ItemScore, NodeScore, ScoreSheet, Step } from '../../src/model/sheet.ts';
import { isAbsent } from '../../src/report/absent.ts';
import type { ExplanationData } from '../../src/report/explanation-data.ts';
import { groupData, indicatorData, itemData } from '../../src/report/explanation-data.ts';
import { explanationWords } from '../../src/report/explanation-words.ts';
import { combiningReasons, itemReasons, reasonsOf, strikesOf } from '../../src/report/reason.ts';
import type { ReasonSettings } from '../../src/report/reason.ts';
import { decimalsFor, lostText } from '../../src/report/score-sheet.ts';
import type { Scored } from '../../src/report/scored.ts';
import { judgedInputs, lossOf } from '../../src/report/scored.ts';
import { nearFigure } from '../../src/types/enclosure.ts';
import type { Range } from '../../src/types/range.ts';
import { negateRange, point, subtractRanges } from '../../src/types/range.ts';
import type { ExplanationView, PartView, ScoreView } from '../protocol.ts';
import { placeView } from './places.ts';
import type { Sources } from './places.ts';
import { changeView, endsOf, scoreView } from './scores.ts';

/** What the lines are made from. */
export interface PartSettings {
  readonly scored: Scored;
  /** The same department's sheet before, for changes. */
  readonly before: ScoreSheet | undefined;
  readonly sources: Sources;
  readonly language: Language;
}

interface Making extends PartSettings {
  readonly decimals: number;
  readonly reasons: ReasonSettings;
  readonly beforeByPath: ReadonlyMap<string, Range>;
}

/** All lines of the sheet, the parts that the department does not have among them. */
export function partViews(settings: PartSettings): PartView[] {
  const { scored, before, language } = settings;
  const making: Making = {
    ...settings,
    decimals: decimalsFor(scored),
    reasons: {
      wording: { language, lets: scored.framework.lets },
      judged: judgedInputs(scored.framework),
    },
    beforeByPath: new Map(before ? scoresByPath(before.children) : []),
  };
  return scored.sheet.children.map((node) => nodeView(node, 'counted', making));
}

function* scoresByPath(nodes: readonly NodeScore[]): Generator<[string, Range]> {
  for (const node of nodes) {
    if (node.kind === 'group') {
      yield [keyOf(node.group.path), node.score];
      yield* scoresByPath(node.children);
    } else {
      yield [keyOf(node.indicator.path), node.score];
      for (const { item, score } of node.items) if (!item.implicit) yield [keyOf(item.path), score];
    }
  }
}

/** Names may hold any sign but a line end. */
export function keyOf(path: readonly string[]): string {
  return path.join('\n');
}

function nodeView(node: NodeScore, around: Group['standing'], making: Making): PartView {
  const { scored } = making;
  if (node.kind === 'group') {
    const { group } = node;
    const standing = group.standing === 'counted' ? around : group.standing;
    const lost = subtractRanges(node.points, node.score);
    return {
      ...common(node, group, making),
      kind: 'group',
      standing,
      score: signed(node.score, standing, making),
      deducted: deductedView(standing === 'counted' ? lost : point({ n: 0n, d: 1n }), making),
      reason: [
        ...combiningReasons(node.steps, group.combine, making.reasons),
        ...strikesOf(node.steps, making.reasons),
      ].join('\n'),
      explanation: explanationView(groupData(node, scored, making), making),
      children: node.children.map((child) => nodeView(child, standing, making)),
    };
  }
  const { indicator } = node;
  return {
    ...common(node, indicator, making),
    kind: 'indicator',
    standing: around,
    score: signed(node.score, around, making),
    deducted: deductedView(lossOf(node, scored.sheet), making),
    reason: isAbsent(node)
      ? explanationWords[making.language].absent
      : reasonsOf(node, scored, making.reasons).join('\n'),
    explanation: explanationView(indicatorData(node, scored, making), making),
    children: node.items
      .filter(({ item }) => !item.implicit)
      .map((item) => itemView(item, around, making)),
  };
}

function itemView(score: ItemScore, standing: Group['standing'], making: Making): PartView {
  const { item } = score;
  return {
    ...common(score, item, making),
    kind: 'item',
    standing,
    score: signed(score.score, standing, making),
    deducted: deductedView(subtractRanges(score.points, score.score), making),
    reason: itemReasons(score, making.reasons, false).join('\n'),
    explanation: explanationView(itemData(score, making.scored, making), making),
    children: [],
  };
}

type Declared = Extract<NodeScore, { kind: 'group' }>['group'] | ItemScore['item'];

function common(
  score: NodeScore | ItemScore,
  { path, name, about, nameSpan }: Pick<Declared, 'path' | 'name' | 'about' | 'nameSpan'>,
  making: Making,
) {
  const before = making.beforeByPath.get(keyOf(path));
  return {
    path,
    name,
    about,
    points: scoreView(score.points, making.decimals),
    absent: isAbsent(score) || isOut(score),
    struck: isStruck(score.steps),
    change: before && changeView(before, score.score, making.decimals),
    place: placeView(nameSpan, making.sources),
  };
}

// A part that does not apply and is not awarded either has no score to show.
function isOut({ applicability, score }: NodeScore | ItemScore): boolean {
  return applicability === 'not-applicable' && nearFigure(score)?.n === 0n;
}

function isStruck(steps: readonly Step[]): boolean {
  return steps.some(
    (step) =>
      (step.kind === 'veto' || step.kind === 'exemption') &&
      step.certainty === 'certain' &&
      !step.overruled,
  );
}

function signed(score: Range, standing: Group['standing'], { decimals }: Making): ScoreView {
  return scoreView(standing === 'penalty' ? negateRange(score) : score, decimals);
}

function deductedView(lost: Range, { decimals }: Making): ScoreView {
  return { text: lostText(lost, decimals), ...endsOf(lost) };
}

/** An explanation with its places as a page shows them. */
export function explanationView(
  { verdict, steps, inputs, source, origins }: ExplanationData,
  { sources, language }: Pick<PartSettings, 'sources' | 'language'>,
): ExplanationView {
  return {
    verdict,
    steps: steps.map(({ span, rows, ...step }) => ({
      ...step,
      place: span && placeView(span, sources),
      rows: rows.map(({ text, fired, span: at }) => ({
        text,
        fired,
        place: at && placeView(at, sources),
      })),
    })),
    inputs: inputs.map(([name = '', value = '', evidence = '']) => ({
      name,
      value,
      evidence,
      missing: value === explanationWords[language].notGiven,
    })),
    source,
    origins: origins.map(({ text, origin }) => ({ text, place: placeView(origin.span, sources) })),
  };
}
