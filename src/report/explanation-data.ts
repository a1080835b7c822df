// Why a part has the score it has, as data for a page: the verdict, the steps with their formulas and
// tables, the figures with their evidence, and where the rule is from. The same as explanation.ts
// writes as lines of text.
import type { Language } from '../diagnostics/diagnose.ts';
import type { Citation, Origin } from '../model/framework.ts';
import type { GroupScore, IndicatorScore, ItemScore, OutputResult, Step } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import { addRanges, point } from '../types/range.ts';
import { isAbsent } from './absent.ts';
import type { ExplanationSettings } from './explain-data.ts';
import { citationText, dataRows, originText } from './explain-data.ts';
import { addedText, partsText, totalSum, verdict } from './explain-whole.ts';
import { explanationWords } from './explanation-words.ts';
import { pointsText, scoreText } from './figure.ts';
import { outputText } from './outputs.ts';
import type { Scored } from './scored.ts';
import { formulaOf, judgedInputs } from './scored.ts';
import { stepData } from './step-data.ts';
import type { StepData } from './step-data.ts';
import { equals } from './working.ts';

/** An explanation as data. */
export interface ExplanationData {
  readonly verdict: string;
  readonly steps: readonly StepData[];
  /** Name, figure, evidence. */
  readonly inputs: readonly (readonly string[])[];
  readonly source: string;
  readonly origins: readonly { readonly text: string; readonly origin: Origin }[];
}

type Settings = Pick<ExplanationSettings, 'language' | 'sources'>;

/** An indicator; the steps of items that have names of their own stand with those. */
export function indicatorData(
  score: IndicatorScore,
  scored: Scored,
  settings: Settings,
): ExplanationData {
  const { indicator } = score;
  const present = score.items.filter((each) => !isAbsent(each));
  const isSum = present.length > 1 && indicator.combine === undefined;
  return {
    verdict: verdict(score, settings.language),
    steps: [
      ...present.flatMap((item) => (item.item.implicit ? itemSteps(item, scored, settings) : [])),
      ...(isSum
        ? [
            summed(
              explanationWords[settings.language].sum,
              present.map((item) => item.score),
              settings.language,
            ),
          ]
        : []),
      ...stepsOf(score.steps, indicator.combine, scored, settings),
    ],
    ...basis(score.reads, indicator.source, indicator.origins, scored, settings),
  };
}

/** An item with a name of its own. */
export function itemData(score: ItemScore, scored: Scored, settings: Settings): ExplanationData {
  const { item } = score;
  return {
    verdict: explanationWords[settings.language].score(
      scoreText(score.score),
      pointsText(point(item.points), settings.language),
    ),
    steps: itemSteps(score, scored, settings),
    ...basis(score.reads, item.source, item.origins, scored, settings),
  };
}

/** A group: its parts added up or combined, and what happened to that. */
export function groupData(score: GroupScore, scored: Scored, settings: Settings): ExplanationData {
  const { group, children } = score;
  const { language } = settings;
  const title = group.combine ? partsText(children, language) : addedText(score, language);
  return {
    verdict: verdict(score, language),
    steps: [sentence(title), ...stepsOf(score.steps, group.combine, scored, settings)],
    ...basis(score.reads, group.source, group.origins, scored, settings),
  };
}

/** The total. */
export function totalData(scored: Scored, settings: Settings): ExplanationData {
  const { framework, sheet } = scored;
  const { language } = settings;
  const first = sheet.totalSteps.find((step) => 'before' in step);
  const sum = first && 'before' in first ? first.before : sheet.total;
  const title = framework.combine
    ? partsText(sheet.children, language)
    : totalSum(sheet.children, sum, language);
  return {
    verdict: explanationWords[language].score(
      scoreText(sheet.total, 2),
      pointsText(point(framework.total), language),
    ),
    steps: [sentence(title), ...stepsOf(sheet.totalSteps, framework.combine, scored, settings)],
    inputs: [],
    source: citationText(framework.source),
    origins: [],
  };
}

/** An output: what came out and how. */
export function outputData(
  result: OutputResult,
  scored: Scored,
  settings: Settings,
): ExplanationData {
  const wording = { language: settings.language, lets: scored.framework.lets };
  return {
    verdict: equals(outputText(result, result.value, wording)),
    steps: stepsOf(result.steps, result.output.value, scored, settings),
    ...basis(result.reads, undefined, result.output.origins, scored, settings),
  };
}

function itemSteps(score: ItemScore, scored: Scored, settings: Settings): StepData[] {
  return stepsOf(score.steps, formulaOf(score.item), scored, settings);
}

function stepsOf(
  steps: readonly Step[],
  rule: Parameters<typeof stepData>[1],
  scored: Scored,
  { language }: Settings,
): StepData[] {
  const wording = { language, lets: scored.framework.lets };
  return stepData(steps, rule, wording, judgedInputs(scored.framework));
}

function basis(
  reads: ReadonlySet<string>,
  cited: Citation | undefined,
  origins: readonly Origin[],
  scored: Scored,
  settings: Settings,
): Pick<ExplanationData, 'inputs' | 'source' | 'origins'> {
  const texts = origins.map((origin) => ({ text: originText(origin, settings), origin }));
  return {
    inputs: dataRows(reads, scored, settings.language),
    source: citationText(cited ?? scored.framework.source),
    origins: texts.filter(
      ({ text }, index) => texts.findIndex((each) => each.text === text) === index,
    ),
  };
}

function sentence(title: string): StepData {
  return {
    kind: 'rule',
    title,
    withNames: undefined,
    withNumbers: undefined,
    result: undefined,
    rows: [],
    span: undefined,
  };
}

function summed(title: string, scores: readonly Range[], language: Language): StepData {
  const [first, ...rest] = scores;
  const sum = first && pointsText(rest.reduce(addRanges, first), language);
  const terms = scores.map((score) => scoreText(score)).join(' + ');
  return { ...sentence(title), withNumbers: terms, result: sum };
}
