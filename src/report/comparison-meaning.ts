// What was found of two rules in words: how far their scores lie apart at most, the department that shows
// it, or how it was shown that they are equal.
import type { SameFigures } from '../analyze/compare/compare.ts';
import type { Witness } from '../analyze/compare/difference.ts';
import type { Meaning } from '../analyze/compare/meaning.ts';
import { formatApproximate, formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import * as Q from '../number/rational.ts';
import { showValue } from '../prove/show.ts';
import { pointOf } from '../types/range.ts';
import { SCORE } from '../types/type.ts';
import type { Between } from './comparison-changes.ts';
import { comparisonWords } from './comparison-words.ts';
import type { ComparisonWords } from './comparison-words.ts';

/** How far the scores of two rules lie apart. */
export function extentText(meaning: Meaning, words: ComparisonWords): string {
  switch (meaning.kind) {
    case 'equal':
      return words.alikeThen(shownBy(meaning, words));
    case 'open':
      return words.unshown(meaning.largest && figure(meaning.largest));
    case 'different': {
      const { witness, largest, isReached } = meaning;
      const found = figure(Q.absolute(Q.subtract(witness.after, witness.before)));
      if (isReached) return words.reached(found);
      return largest ? words.atMost(figure(largest), found) : words.unlimited(found);
    }
    default:
      return meaning satisfies never;
  }
}

/** What two rules say of the same figures. */
export function sameFiguresText({ names, meaning }: SameFigures, between: Between): string {
  const words = comparisonWords[between.language];
  const extent = extentText(meaning, words);
  const said =
    meaning.kind === 'different'
      ? [extent, witnessText(meaning.witness, between)].join(
          between.language === 'zh' ? '。' : '. ',
        )
      : extent;
  return words.sameFigures(names.join(separator(words)), said);
}

/** How it was shown that two rules are equal. */
export function shownBy(
  meaning: Extract<Meaning, { kind: 'equal' }>,
  words: ComparisonWords,
): string {
  return meaning.shownBy === 'form' ? words.shownByForm : words.shownByCases(meaning.cases);
}

function figure(value: Rational): string {
  return formatApproximate(value, 4);
}

/** A department that shows a difference, as one line. */
export function witnessText(witness: Witness, between: Between): string {
  const words = comparisonWords[between.language];
  const said = witnessGivens(witness, between).map(({ name, value }) => `${name} = ${value}`);
  const shown = said.length === 0 ? words.anyDepartment : said.join(words.comma);
  return words.example(shown, formatExact(witness.before), formatExact(witness.after));
}

/** What such a department gives. */
export function witnessGivens(
  { givens }: Witness,
  { language }: Between,
): { readonly name: string; readonly value: string }[] {
  const words = comparisonWords[language];
  return givens.map(({ input, value, isShare }) => {
    const { name } = input;
    const share = isShare && value.kind === 'number' ? pointOf(value.range) : undefined;
    if (share) return { name, value: shareText(share, words) };
    const type = input.kind === 'value' ? input.type : SCORE;
    return { name, value: showValue(value, type)[language] };
  });
}

function shareText(share: Rational, words: ComparisonWords): string {
  if (Q.equal(share, Q.ONE)) return words.full;
  if (Q.signOf(share) === 0) return words.none;
  return words.share(`${formatApproximate(Q.multiply(share, Q.HUNDRED), 2)}%`);
}

/** What stands between names. */
export function separator({ comma }: ComparisonWords): string {
  return comma === '，' ? '、' : comma;
}
