// Why an indicator did not get its full points, as the short phrases that stand in the last column of
// a score sheet. The whole story is the explanation's.
import { isSingle } from '../types/enclosure.ts';
import type { Expression } from '../model/expression.ts';
import { within } from '../model/expression-parts.ts';
import type { IndicatorScore, ItemScore, Operands, Step } from '../model/sheet.ts';
import { compare } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { point, pointOf, sameRange } from '../types/range.ts';
import { PLAIN } from '../types/unit.ts';
import { absenceText } from './absent.ts';
import type { JudgedInputs } from './award.ts';
import { awardNotes } from './award.ts';
import { comparisonReasons } from './comparison.ts';
import { conditionText, factsText } from './condition.ts';
import { segmentText } from './curve.ts';
import type { Wording } from './expression.ts';
import { expressionText, matchText, substituted } from './expression.ts';
import { pointsText, rangeText, valueText } from './figure.ts';
import { rowReasons } from './list-rows.ts';
import { operandOf } from './operand.ts';
import { shownUnit } from './ratio.ts';
import type { Scored } from './scored.ts';
import { lossOf, missingName, missingOf, ownName, standingOf } from './scored.ts';
import { subjectText, tableIn } from './row.ts';
import type { RowStep, TableExpression } from './row.ts';
import { stepWords } from './step-words.ts';
import { stepTexts } from './step.ts';

const WORDS = {
  en: {
    awarded: (points: string) => `awarded ${points}`,
    above: 'above',
    below: 'below',
    comma: ', ',
  },
  zh: {
    awarded: (points: string) => `评定 ${points}`,
    above: '高于',
    below: '低于',
    comma: '，',
  },
} as const;

// A formula over many figures names none of them here.
const SHOWN_OPERANDS = 3;

/** What a reason needs beside the score: the wording and the judged inputs by name. */
export interface ReasonSettings {
  readonly wording: Wording;
  readonly judged: JudgedInputs;
}

/** One phrase for each thing that cost the indicator points, may cost it, or struck its score. */
export function reasonsOf(
  score: IndicatorScore,
  scored: Scored,
  settings: ReasonSettings,
): string[] {
  const strikes = strikesOf(score.steps, settings);
  const struck = score.steps.some(
    (step) =>
      (step.kind === 'veto' || step.kind === 'exemption') &&
      step.certainty === 'certain' &&
      !step.overruled,
  );
  const isWhole = pointOf(lossOf(score, scored.sheet))?.n === 0n;
  if (struck || score.applicability === 'not-applicable' || isWhole) return strikes;
  // A penalty is explained by what it takes, a counted score by where it falls short.
  const isCounted = standingOf(score, scored.sheet) === 'counted';
  const short = isCounted ? score.items.filter(isShort) : score.items;
  const open = short.filter((item) => !isSingle(item.score));
  const missing = missingOf(
    open.map((item) => item.reads),
    scored.sheet,
  );
  const { language } = settings.wording;
  const gaps =
    missing.length === 0
      ? []
      : [
          stepWords[language].missing(
            missing.map((each) => missingName(each, language)).join(stepWords[language].list),
          ),
        ];
  // Two rules may compare the same; it is said once.
  const causes = new Set(short.flatMap((item) => itemReasons(item, settings)));
  return [...causes, ...gaps, ...strikes];
}

/** What struck or moved a score as a whole: vetoes, exemptions, parts that do not apply. */
export function strikesOf(steps: readonly Step[], settings: ReasonSettings): string[] {
  return steps.flatMap((step) => strikeReason(step, settings));
}

/** How the parts of a group, or all of them, were combined. */
export function combiningReasons(
  steps: readonly Step[],
  rule: Expression | undefined,
  { wording, judged }: ReasonSettings,
): string[] {
  if (rule === undefined) return [];
  const own = steps.filter(
    (step) => step.kind === 'formula' || step.kind === 'decision-row' || step.kind === 'tier-row',
  );
  return stepTexts(own, rule, wording, judged);
}

/** The same for one item; `isNamed`: its name stands before each phrase. */
export function itemReasons(score: ItemScore, settings: ReasonSettings, isNamed = true): string[] {
  const strikes = strikesOf(score.steps, settings);
  const struck = score.steps.some((step) => step.kind === 'veto' && step.certainty === 'certain');
  const isOpen = !isSingle(score.score);
  const causes =
    struck || isOpen ? [] : score.steps.flatMap((step) => causeOf(step, score, settings));
  const name = isNamed ? ownName(score) : undefined;
  const { colon } = stepWords[settings.wording.language];
  return [...causes, ...strikes].map((cause) =>
    name === undefined ? cause : name + colon + cause,
  );
}

function isShort(score: ItemScore): boolean {
  const low = score.score.low;
  return low === undefined || compare(low.value, score.item.points) < 0;
}

// What a step of the item's own rule says about points that were not earned.
function causeOf(step: Step, score: ItemScore, settings: ReasonSettings): string[] {
  const { wording, judged } = settings;
  const words = WORDS[wording.language];
  const isRow = step.kind === 'decision-row' || step.kind === 'tier-row';
  if (isRow && !isOwnRow(step, score)) return [];
  if (isRow && step.row?.segment && step.stretch)
    return [segmentText(step.row.segment, step.stretch, wording, false)];
  switch (step.kind) {
    case 'tier-row': {
      const match = step.row ? `${words.comma}${matchText(step.row.match, wording)}` : '';
      return [subjectText(step.subject, step.subjectValue, wording) + match];
    }
    case 'decision-row': {
      const given = step.row?.value ?? ownTable(score)?.otherwise;
      const condition = step.row ? [causeText(step.row.condition, step.operands, wording)] : [];
      if (given === undefined || given.kind === 'constant') return condition;
      return operandReasons(given, step.operands, wording);
    }
    case 'formula':
      return operandReasons(step.expression, step.operands, wording);
    case 'deduction': {
      const { deduction, operands } = step;
      if (isNothing(step.amount)) return [];
      if (deduction.kind === 'step') {
        const subject = expressionText(deduction.subject, wording);
        const figures = [deduction.subject, deduction.limit].map((part) =>
          substituted(part, operands, wording),
        );
        return [`${subject} ${figures.join(` ${words[deduction.side]} `)}`];
      }
      if (deduction.count) return operandReasons(deduction.count, operands, wording);
      return deduction.condition ? [causeText(deduction.condition, operands, wording)] : [];
    }
    case 'award': {
      const notes = awardNotes({ ...step, reason: undefined }, judged.get(step.input), wording);
      const said = step.reason === undefined ? notes : [...notes, step.reason];
      return said.length > 0
        ? [said.join(words.comma)]
        : [words.awarded(pointsText(step.award, wording.language))];
    }
    case 'comparison':
      return comparisonReasons(step, wording);
    case 'rows':
      return rowReasons(step, wording);
    case 'band':
    case 'let':
    case 'call':
    case 'floor':
    case 'cap':
    case 'rounding':
    case 'veto':
    case 'exemption':
    case 'redistribution':
    case 'not-applicable':
    case 'absent':
      return [];
    default:
      return step satisfies never;
  }
}

// Tables inside definitions leave rows too; only those of the rule itself say why points are short.
function isOwnRow(step: RowStep, score: ItemScore): boolean {
  const table = ownTable(score);
  if (step.kind === 'tier-row') return table?.kind === 'tiers' && table.subject === step.subject;
  return table?.kind === 'decision' && (step.row === undefined || table.rows.includes(step.row));
}

function ownTable({ item }: ItemScore): TableExpression | undefined {
  return item.rule.kind === 'formula' ? tableIn(item.rule.value) : undefined;
}

function causeText(condition: Expression, operands: Operands, wording: Wording): string {
  return factsText([condition], operands, wording) ?? conditionText([condition], operands, wording);
}

function isNothing(amount: Range): boolean {
  return sameRange(amount, point({ n: 0n, d: 1n }));
}

const NAMED: ReadonlySet<Expression['kind']> = new Set(['input', 'let', 'score', 'field', 'entry']);

// The figures that a rule was applied to: `政府采购执行率 ≈15.18%`.
function operandReasons(expression: Expression, operands: Operands, wording: Wording): string[] {
  const texts = new Set<string>();
  for (const part of within(expression)) {
    if (!NAMED.has(part.kind)) continue;
    const value = operandOf(part, operands);
    const text =
      value?.kind === 'number'
        ? valueText(value, shownUnit(part, wording.lets), wording.language)
        : undefined;
    if (text !== undefined) texts.add(`${expressionText(part, wording)} ${text}`);
  }
  return texts.size === 0 || texts.size > SHOWN_OPERANDS
    ? []
    : [[...texts].join(stepWords[wording.language].list)];
}

function strikeReason(step: Step, { wording }: ReasonSettings): string[] {
  const words = stepWords[wording.language];
  switch (step.kind) {
    case 'veto':
    case 'exemption': {
      const about = step.kind === 'veto' ? step.veto.about : step.exemption.about;
      const said = words[step.kind](about, step.certainty === 'possible');
      if (step.overruled) return [said + words.comma + words.overruled];
      const standing = words.instead(pointsText(step.before, wording.language));
      return [
        step.certainty === 'certain' && !sameRange(step.before, step.after)
          ? said + words.comma + standing
          : said,
      ];
    }
    case 'not-applicable':
      return [words.notApplicable(step.notApplicable.policy, step.certainty === 'possible')];
    case 'absent':
      return [words.absent(absenceText(step, wording), step.certainty === 'possible')];
    case 'redistribution':
      return [words.redistribution(rangeText(step.factor, PLAIN, wording.language), step.isChosen)];
    default:
      return [];
  }
}
