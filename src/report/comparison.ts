// Comparisons with other departments in words: what was compared, how many took part, and whose
// figure decided. `最小 报价 于 全体单位 = 90 万元（甲公司；共 4 个单位）`
import type { Language } from '../diagnostics/diagnose.ts';
import type { Step } from '../model/sheet.ts';
import { isKnown } from '../types/value.ts';
import { PLAIN } from '../types/unit.ts';
import type { Wording } from './expression.ts';
import { expressionText } from './expression.ts';
import { shownUnit } from './ratio.ts';
import { equals, knownOrOpen } from './working.ts';
import { printable } from './wrap.ts';

/** A comparison that a score rests on. */
export type ComparisonStep = Extract<Step, { kind: 'comparison' }>;

interface ComparisonWords {
  readonly members: (certain: number, possible: number) => string;
  readonly further: string;
  readonly of: (names: string) => string;
  readonly tied: (names: string) => string;
  readonly settledBy: (names: string) => string;
  readonly own: (figure: string) => string;
  readonly place: (place: string, count: number) => string;
  readonly and: string;
  /** A list that is cut: the names shown, how many are not, and how many there are. */
  readonly cut: (names: string, rest: number, all: number) => string;
  readonly list: string;
  readonly brackets: (text: string) => string;
}

const departments = (count: number) => `${count} ${count === 1 ? 'department' : 'departments'}`;

const WORDS: Readonly<Record<Language, ComparisonWords>> = {
  en: {
    members: (certain, possible) =>
      departments(certain) + (possible === 0 ? '' : `, ${possible} more may count`),
    further: 'and any that were not given',
    of: (names) => `that of ${names}`,
    tied: (names) => `tied with ${names}`,
    settledBy: (names) => `because of ${names}`,
    own: (figure) => `its own ${figure}`,
    place: (place, count) => `place ${place} of ${count}`,
    and: '; ',
    cut: (names, rest) => `${names} and ${rest} more`,
    list: ', ',
    brackets: (text) => ` (${text})`,
  },
  zh: {
    members: (certain, possible) =>
      `共 ${certain} 个单位` + (possible === 0 ? '' : `，另有 ${possible} 个可能计入`),
    further: '另有未提供数据的单位',
    of: (names) => `取自${names}`,
    tied: (names) => `与${names}并列`,
    settledBy: (names) => `由${names}决定`,
    own: (figure) => `本单位 ${figure}`,
    place: (place, count) => `第 ${place} 名，共 ${count} 个`,
    and: '；',
    cut: (names, _rest, all) => `${names}等 ${all} 个单位`,
    list: '、',
    brackets: (text) => `（${text}）`,
  },
};

/** The comparison as a line of a trace. */
export function comparisonText(step: ComparisonStep, wording: Wording): string {
  const words = WORDS[wording.language];
  const { expression, own, certain, possible, further } = step;
  const unit = shownUnit(expression, wording.lets) ?? PLAIN;
  const compared = expression.kind === 'rank' || expression.of ? expression.of : undefined;
  const ownUnit = compared && (shownUnit(compared, wording.lets) ?? PLAIN);
  const notes = [
    ...(own && ownUnit && (own.kind === 'number' || own.kind === 'date')
      ? [words.own(knownOrOpen(own, ownUnit, wording))]
      : []),
    ...whoText(step, words),
    words.members(certain, possible),
    ...(further ? [words.further] : []),
  ];
  const value = knownOrOpen(step.value, unit, wording);
  return `${expressionText(expression, wording)} ${equals(value)}${words.brackets(notes.join(words.and))}`;
}

/** The comparison as a reason for a score: a place, or a figure of others that it is measured by. */
export function comparisonReason(step: ComparisonStep, wording: Wording): string {
  const words = WORDS[wording.language];
  const { expression, value, certain, possible } = step;
  const text = knownOrOpen(value, shownUnit(expression, wording.lets) ?? PLAIN, wording);
  const who = whoText(step, words);
  const notes = who.length === 0 ? '' : words.brackets(who.join(words.and));
  if (expression.kind === 'rank' && isKnown(value) && possible === 0)
    return words.place(text, certain) + notes;
  return `${expressionText(expression, wording)} ${equals(text)}${notes}`;
}

// Long lists of names say less than how many there are.
const SHOWN_NAMES = 4;

function whoText({ expression, deciding }: ComparisonStep, words: ComparisonWords): string[] {
  if (deciding.length === 0) return [];
  const names = deciding.slice(0, SHOWN_NAMES).map(printable);
  const rest = deciding.length - names.length;
  const list = names.join(words.list);
  const said = rest === 0 ? list : words.cut(list, rest, deciding.length);
  if (expression.kind === 'rank') return [words.tied(said)];
  const isQuantifier = expression.function === 'all' || expression.function === 'any';
  return [isQuantifier ? words.settledBy(said) : words.of(said)];
}
