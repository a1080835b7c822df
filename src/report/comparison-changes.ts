// One written difference between two rulesets as a sentence.
import type { Change } from '../analyze/compare/changes.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Expression } from '../model/expression.ts';
import type { Framework, Grade } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rounding } from '../number/rounding.ts';
import { POINTS } from '../types/unit.ts';
import { comparisonWords } from './comparison-words.ts';
import { expressionText, roundingText } from './expression.ts';

/** The two rulesets that are compared, and the language to say it in. */
export interface Between {
  readonly before: Framework;
  readonly after: Framework;
  readonly language: Language;
}

/** What changed, in one line. */
export function changeText(change: Change, between: Between): string {
  const { language } = between;
  const words = comparisonWords[language];
  switch (change.kind) {
    case 'points':
      return words.points(change.part, formatExact(change.before), formatExact(change.after));
    case 'part':
      return words.part[change.is](change.part);
    case 'renamed':
      return words.renamed(change.before, change.after);
    case 'moved':
      return words.moved(change.before.join(' / '), change.after.join(' / '));
    case 'expression': {
      const [one, other] = textsOf(change, between);
      return `${words.aspect[change.aspect]}: ${one} → ${other}`.replace(
        ': ',
        language === 'zh' ? '：' : ': ',
      );
    }
    case 'uncapped':
      return words.uncapped(change.part, change.after);
    case 'rounding':
      return words.rounding(
        change.part,
        roundingWords(change.before, between),
        roundingWords(change.after, between),
      );
    case 'judged': {
      const { part, entry, before, after } = change;
      if (entry === undefined) return words.judgedOtherwise(part);
      const [one, other] = [before, after].map((points) =>
        points ? formatExact(points) : words.nothing,
      );
      return words.judged(part, entry, one ?? '', other ?? '');
    }
    case 'option': {
      const [one, other] = [change.before, change.after].map((value) =>
        value === undefined
          ? words.nothing
          : value === 'yes'
            ? words.yes
            : value === 'no'
              ? words.no
              : value,
      );
      return words.option(change.name, one ?? '', other ?? '');
    }
    case 'definition': {
      const [one, other] = textsOf(change, between);
      return words.definition(change.name, one, other);
    }
    case 'grade':
      return words.grade(
        change.name,
        gradeText(change.before, between),
        gradeText(change.after, between),
      );
    default:
      return change satisfies never;
  }
}

function textsOf(
  { before, after }: { before: Expression | undefined; after: Expression | undefined },
  between: Between,
): readonly [string, string] {
  const { language } = between;
  const say = (expression: Expression | undefined, { lets }: Framework) =>
    expression ? expressionText(expression, { language, lets }) : comparisonWords[language].nothing;
  return [say(before, between.before), say(after, between.after)];
}

function roundingWords(rounding: Rounding | undefined, { language }: Between): string {
  return rounding ? roundingText(rounding, POINTS, language) : comparisonWords[language].nothing;
}

function gradeText(grade: Grade | undefined, { language }: Between): string {
  const words = comparisonWords[language];
  return grade ? words.from(formatExact(grade.from), grade.exclusive) : words.nothing;
}
