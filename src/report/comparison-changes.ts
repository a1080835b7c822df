// One written difference between two rulesets as a sentence.
import type { Change } from '../analyze/compare/changes.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import { whatIsTaken } from '../input/describe-input.ts';
import type { Expression } from '../model/expression.ts';
import type { Choice, Framework, Grade, Input } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rounding } from '../number/rounding.ts';
import { showValue } from '../prove/show.ts';
import { POINTS } from '../types/unit.ts';
import type { ComparisonWords } from './comparison-words.ts';
import { comparisonWords } from './comparison-words.ts';
import { expressionText, roundingText } from './expression.ts';

/** The two rulesets that are compared, and the language to say it in. */
export interface Between {
  readonly before: Framework;
  readonly after: Framework;
  readonly language: Language;
}

type Expressed = Extract<Change, { kind: 'expression' }>;

/** What changed: where, and what stood and stands there. A sentence where that says all. */
export type ChangeSides =
  | string
  | {
      readonly where: string;
      readonly before: string | undefined;
      readonly after: string | undefined;
    };

/** What changed, in one line. `part` is what the line stands under, which it need not name again. */
export function changeText(change: Change, between: Between, part?: string): string {
  const words = comparisonWords[between.language];
  const sides = changeSides(change, between, part);
  if (typeof sides === 'string') return sides;
  const { where, before, after } = sides;
  if (before === undefined) return words.addedThere(where, after ?? '');
  if (after === undefined) return words.removedThere(where, before);
  return words.change(where, before, after);
}

/** What changed, in its parts. */
export function changeSides(change: Change, between: Between, part?: string): ChangeSides {
  const words = comparisonWords[between.language];
  switch (change.kind) {
    case 'points':
      return {
        where: words.points(change.part),
        before: formatExact(change.before),
        after: formatExact(change.after),
      };
    case 'part':
      return words.part[change.is](change.part);
    case 'renamed':
      return { where: words.renamed, before: change.before, after: change.after };
    case 'moved':
      return {
        where: words.moved,
        before: change.before.join(' / '),
        after: change.after.join(' / '),
      };
    case 'expression': {
      const where = placeText(change, words);
      const place = change.part === part ? where : words.of(change.part, where);
      return expressionSides(place, change, between);
    }
    case 'definition':
      return expressionSides(words.definition(change.name), change, between);
    case 'reading':
      return {
        where: words.remainder(change.part),
        before: words.reading[change.before],
        after: words.reading[change.after],
      };
    case 'priority':
      return {
        where: words.priority(change.part, change.about),
        before: String(change.before ?? 0),
        after: String(change.after ?? 0),
      };
    case 'policy':
      return {
        where: words.policyOf(change.part),
        before: words.policy[change.before],
        after: words.policy[change.after],
      };
    case 'standing':
      return {
        where: words.standingOf(change.part),
        before: words.standing[change.before],
        after: words.standing[change.after],
      };
    case 'pool':
      return words.pool(change.part);
    case 'uncapped':
      return words.uncapped(change.part, change.after);
    case 'rounding':
      return {
        where: words.rounding(change.part),
        before: roundingWords(change.before, between),
        after: roundingWords(change.after, between),
      };
    case 'judged':
      if (change.entry === undefined) return words.judgedOtherwise(change.part);
      return {
        where: words.entry(change.part, change.entry),
        before: choiceText(change.before),
        after: choiceText(change.after),
      };
    case 'option':
      return {
        where: words.option(change.name),
        before: optionText(change.before, words),
        after: optionText(change.after, words),
      };
    case 'grade':
      return {
        where: words.grade(change.name),
        before: gradeText(change.before, between.before, between.language),
        after: gradeText(change.after, between.after, between.language),
      };
    case 'check':
      return words.check[change.is](change.name);
    case 'input':
      return {
        where: words.input(change.after.name),
        before: inputText(change.before, between.language),
        after: inputText(change.after, between.language),
      };
    default:
      return change satisfies never;
  }
}

function placeText({ aspect, about, row }: Expressed, words: ComparisonWords): string {
  const place = aspect === 'rule' && row ? words.row[row.as](row.number) : words.aspect[aspect];
  return about === undefined ? place : words.strike(place, about);
}

function expressionSides(
  where: string,
  { before, after }: { before: Expression | undefined; after: Expression | undefined },
  between: Between,
): ChangeSides {
  const { language } = between;
  return {
    where,
    before: before && expressionText(before, { language, lets: between.before.lets }),
    after: after && expressionText(after, { language, lets: between.after.lets }),
  };
}

function roundingWords(rounding: Rounding | undefined, { language }: Between): string {
  return rounding ? roundingText(rounding, POINTS, language) : comparisonWords[language].nothing;
}

function choiceText(choice: Choice | undefined): string | undefined {
  if (choice === undefined) return undefined;
  const { points, least } = choice;
  return least ? `${formatExact(least)}–${formatExact(points)}` : formatExact(points);
}

function optionText(value: string | undefined, words: ComparisonWords): string | undefined {
  return value === 'yes' ? words.yes : value === 'no' ? words.no : value;
}

function gradeText(
  grade: Grade | undefined,
  { lets }: Framework,
  language: Language,
): string | undefined {
  const words = comparisonWords[language];
  if (grade === undefined) return undefined;
  const { from, exclusive, condition } = grade;
  const provided = condition ? words.provided(expressionText(condition, { language, lets })) : '';
  return words.from(formatExact(from), exclusive) + provided;
}

function inputText(input: Input, language: Language): string {
  const usual =
    input.kind === 'value' && input.default ? showValue(input.default, input.type)[language] : '';
  const said = usual === '' ? '' : comparisonWords[language].byDefault(usual);
  return whatIsTaken(input)[language] + said;
}
