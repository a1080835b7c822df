// A comparison of two rulesets as a report: the indicators that score some department otherwise, largest
// change first, each with what is written differently and a department that shows it; then what is equal
// and how that was shown.
import type { Comparison, IndicatorComparison } from '../analyze/compare/compare.ts';
import type { Framework, Indicator } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import { changeText } from './comparison-changes.ts';
import type { Between } from './comparison-changes.ts';
import { comparisonWords } from './comparison-words.ts';
import {
  extentText,
  sameFiguresText,
  separator,
  shownBy,
  witnessText,
} from './comparison-meaning.ts';
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
      ...(sameFigures ? [sameFiguresText(sameFigures, between)] : []),
    ],
  };
}

function alikeEntry({ after, changes, meaning }: IndicatorComparison, between: Between): Entry {
  const words = comparisonWords[between.language];
  return {
    head: after.name,
    text: meaning?.kind === 'equal' ? `(${shownBy(meaning, words)})` : '',
    lines: changes.map((change) => changeText(change, between, after.name)),
  };
}
