// A comparison of two rulesets as lines of text: the indicators that score some department otherwise,
// largest change first, each with what is written differently and a department that shows it.
import type { Comparison, IndicatorComparison } from '../analyze/compare/compare.ts';
import type { Witness } from '../analyze/compare/difference.ts';
import type { Framework } from '../model/framework.ts';
import { formatApproximate, formatExact } from '../number/decimal.ts';
import { showValue } from '../prove/show.ts';
import { SCORE } from '../types/type.ts';
import { changeText } from './comparison-changes.ts';
import type { Between } from './comparison-changes.ts';
import { comparisonWords } from './comparison-words.ts';
import { hang } from './layout.ts';
import type { TextSettings } from './text-settings.ts';
import { wrap } from './wrap.ts';

/** The comparison as lines of text. */
export function comparisonText(
  comparison: Comparison,
  [before, after]: readonly [Framework, Framework],
  settings: TextSettings,
): string[] {
  const { language, paint, width } = settings;
  const words = comparisonWords[language];
  const between = { before, after, language };
  const { different, equal, added, removed, whole, inputs } = comparison;
  const title = paint.strong(`${titleOf(before)} → ${titleOf(after)}`);
  const rewritten = equal.filter(({ changes }) => changes.length > 0);
  const sections: [string, string[]][] = [
    [words.added, added.map(({ path }) => path.join(' / '))],
    [words.removed, removed.map(({ path }) => path.join(' / '))],
    [words.whole, whole.map((change) => changeText(change, between))],
    [words.alike, rewritten.map((each) => alikeText(each, between))],
    [words.inputs(titleOf(before)), inputs.before.length > 0 ? [inputs.before.join('、')] : []],
    [words.inputs(titleOf(after)), inputs.after.length > 0 ? [inputs.after.join('、')] : []],
  ];
  const rest = sections.flatMap(([head, lines]) =>
    lines.length === 0
      ? []
      : ['', paint.strong(head), ...lines.flatMap((line) => hang('  ', line, width))],
  );
  const counts = wrap(words.counts(different.length, equal.length), width);
  return [
    title,
    ...counts,
    ...different.flatMap((each, at) => ['', ...differenceLines(each, at + 1, between, settings)]),
    ...rest,
  ];
}

function titleOf({ name, period }: Framework): string {
  return period === '' ? name : `${name} ${period}`;
}

function differenceLines(
  compared: IndicatorComparison,
  number: number,
  between: Between,
  { paint, width }: TextSettings,
): string[] {
  const words = comparisonWords[between.language];
  const { after, changes, meaning, largest } = compared;
  const most = largest && formatApproximate(largest, 4);
  const extent =
    meaning === undefined
      ? words.notExpressed
      : meaning.kind === 'open'
        ? words.unshown(most)
        : most === undefined
          ? words.unlimited
          : words.upTo(most);
  const [head = '', ...more] = hang(
    `${String(number).padStart(2)}. `,
    `${after.name}  ${extent}`,
    width,
  );
  const lines = changes.flatMap((change) => hang('    ', changeText(change, between), width));
  const shown =
    meaning?.kind === 'different' ? hang('    ', witnessText(meaning.witness, between), width) : [];
  return [
    head.replace(after.name, () => paint.strong(after.name)),
    ...more,
    ...lines,
    ...shown.map(paint.faint),
  ];
}

function witnessText({ givens, before, after }: Witness, between: Between): string {
  const { language } = between;
  const words = comparisonWords[language];
  const said = givens.map(({ input, value }) => {
    const type = input.kind === 'value' ? input.type : SCORE;
    return `${input.name} = ${showValue(value, type)[language]}`;
  });
  const shown =
    said.length === 0 ? words.anyDepartment : said.join(language === 'zh' ? '，' : ', ');
  return words.example(shown, formatExact(before), formatExact(after));
}

function alikeText({ after, changes, meaning }: IndicatorComparison, between: Between): string {
  const words = comparisonWords[between.language];
  const cases =
    meaning?.kind === 'equal' && meaning.shownBy === 'cases' ? meaning.cases : undefined;
  const written = changes.map((change) => changeText(change, between)).join('; ');
  return `${after.name} (${words.shownBy(cases)}): ${written}`;
}
