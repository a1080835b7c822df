// A comparison of two rulesets as a report: the indicators that score some department otherwise, largest
// change first, each with what is written differently and a department that shows it; then what is equal
// and how that was shown.
import type { Comparison, IndicatorComparison } from '../analyze/compare/compare.ts';
import type { Witness } from '../analyze/compare/difference.ts';
import type { Meaning } from '../analyze/compare/meaning.ts';
import type { Framework, Indicator } from '../model/framework.ts';
import { formatApproximate, formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import * as Q from '../number/rational.ts';
import { showValue } from '../prove/show.ts';
import { pointOf } from '../types/range.ts';
import { SCORE } from '../types/type.ts';
import { changeText } from './comparison-changes.ts';
import type { Between } from './comparison-changes.ts';
import { comparisonWords } from './comparison-words.ts';
import type { ComparisonWords } from './comparison-words.ts';
import type { Block, Entry } from './document/document.ts';

/** `福田区部门整体支出绩效评价 2022` */
export function rulesetTitle({ name, period }: Framework): string {
  return period === '' ? name : `${name} ${period}`;
}

/** The comparison as a report. */
export function comparisonReport(comparison: Comparison, between: Between): Block[] {
  const words = comparisonWords[between.language];
  const titles = [rulesetTitle(between.before), rulesetTitle(between.after)] as const;
  const { different, equal, added, removed, whole, inputs, checks, pointsMove } = comparison;
  const rewritten = equal.filter(({ changes }) => changes.length > 0);
  const untouched = equal.filter(({ changes }) => changes.length === 0);
  const lines = (head: string, texts: readonly string[]): Block[] =>
    texts.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: head },
          {
            kind: 'list',
            isNumbered: false,
            entries: texts.map((text) => ({ head: '', text, lines: [] })),
          },
        ];
  const isSame = different.length + added.length + removed.length + whole.length === 0;
  return [
    { kind: 'heading', level: 1, text: words.title(...titles) },
    {
      kind: 'paragraph',
      text: (isSame ? `${words.same} ` : '') + words.counts(different.length, equal.length),
    },
    ...(pointsMove ? [{ kind: 'paragraph', text: words.pointsMove } as const] : []),
    ...(different.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: words.different },
          {
            kind: 'list',
            isNumbered: true,
            entries: different.map((each) => differenceEntry(each, between)),
          },
        ] as const)),
    ...lines(
      words.added(titles[1]),
      added.map((each) => goneText(each, words)),
    ),
    ...lines(
      words.removed(titles[0]),
      removed.map((each) => goneText(each, words)),
    ),
    ...lines(
      words.whole,
      whole.map((change) => changeText(change, between)),
    ),
    ...(rewritten.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: words.alike },
          {
            kind: 'list',
            isNumbered: false,
            entries: rewritten.map((each) => alikeEntry(each, between)),
          },
        ] as const)),
    ...lines(words.untouched, untouchedLines(untouched, words)),
    ...lines(words.inputs(titles[0]), joinedNames(inputs.before, words)),
    ...lines(words.inputs(titles[1]), joinedNames(inputs.after, words)),
    ...lines(
      words.changedInputs,
      inputs.changed.map((change) => changeText(change, between)),
    ),
    ...lines(
      words.checks,
      checks.map((change) => changeText(change, between)),
    ),
  ];
}

function goneText({ path, points }: Indicator, words: ComparisonWords): string {
  return words.worth(path.join(' / '), formatExact(points));
}

// Those that are shown to be equal in one way stand together.
function untouchedLines(all: readonly IndicatorComparison[], words: ComparisonWords): string[] {
  const ways = new Map<string, string[]>();
  for (const { after, meaning } of all) {
    const way = meaning?.kind === 'equal' ? shownBy(meaning, words) : '';
    ways.set(way, [...(ways.get(way) ?? []), after.name]);
  }
  return [...ways].map(([way, names]) => words.shown(names.join(separator(words)), way));
}

function separator({ comma }: ComparisonWords): string {
  return comma === '，' ? '、' : comma;
}

function joinedNames(names: readonly string[], words: ComparisonWords): string[] {
  return names.length === 0 ? [] : [names.join(separator(words))];
}

function differenceEntry(compared: IndicatorComparison, between: Between): Entry {
  const words = comparisonWords[between.language];
  const { after, changes, meaning, sameFigures } = compared;
  const shown = meaning?.kind === 'different' ? [witnessText(meaning.witness, between)] : [];
  return {
    head: after.name,
    text: meaning ? extentText(meaning, words) : words.notExpressed,
    lines: [
      ...changes.map((change) => changeText(change, between, after.name)),
      ...shown,
      ...(sameFigures
        ? [
            words.sameFigures(
              sameFigures.names.join(separator(words)),
              sameFiguresText(sameFigures.meaning, between),
            ),
          ]
        : []),
    ],
  };
}

/** How far the scores of two rules lie apart. */
function extentText(meaning: Meaning, words: ComparisonWords): string {
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

function sameFiguresText(meaning: Meaning, between: Between): string {
  const words = comparisonWords[between.language];
  const extent = extentText(meaning, words);
  if (meaning.kind !== 'different') return extent;
  return [extent, witnessText(meaning.witness, between)].join(
    between.language === 'zh' ? '。' : '. ',
  );
}

/** How it was shown that two rules are equal. */
function shownBy(meaning: Extract<Meaning, { kind: 'equal' }>, words: ComparisonWords): string {
  return meaning.shownBy === 'form' ? words.shownByForm : words.shownByCases(meaning.cases);
}

function figure(value: Rational): string {
  return formatApproximate(value, 4);
}

function witnessText({ givens, before, after }: Witness, between: Between): string {
  const { language } = between;
  const words = comparisonWords[language];
  const said = givens.map(({ input, value, isShare }) => {
    const share = isShare && value.kind === 'number' ? pointOf(value.range) : undefined;
    if (share) return `${input.name} = ${shareText(share, words)}`;
    const type = input.kind === 'value' ? input.type : SCORE;
    return `${input.name} = ${showValue(value, type)[language]}`;
  });
  const shown = said.length === 0 ? words.anyDepartment : said.join(words.comma);
  return words.example(shown, formatExact(before), formatExact(after));
}

function shareText(share: Rational, words: ComparisonWords): string {
  if (Q.equal(share, Q.ONE)) return words.full;
  if (Q.signOf(share) === 0) return words.none;
  return words.share(`${formatApproximate(Q.multiply(share, Q.HUNDRED), 2)}%`);
}

function alikeEntry({ after, changes, meaning }: IndicatorComparison, between: Between): Entry {
  const words = comparisonWords[between.language];
  return {
    head: after.name,
    text: meaning?.kind === 'equal' ? `(${shownBy(meaning, words)})` : '',
    lines: changes.map((change) => changeText(change, between, after.name)),
  };
}
