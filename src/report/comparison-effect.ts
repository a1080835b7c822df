// What a change of ruleset does to departments as a report: totals, grades and places before and after, and
// for each department which part accounts for how much of the difference.
import type { Comparison } from '../analyze/compare/compare.ts';
import type { DepartmentEffect, PartEffect, Place, Shift } from '../analyze/compare/effect.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { ScoreSheet } from '../model/sheet.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { point } from '../types/range.ts';
import type { Between } from './comparison-changes.ts';
import type { Block } from './document/document.ts';
import { scoreText } from './figure.ts';
import { missingName, stillMatters } from './scored.ts';

const WORDS = {
  en: {
    title: 'What it does to departments',
    department: 'Department',
    change: 'Change',
    grade: 'Grade',
    place: 'Place',
    part: 'Part',
    before: 'Before',
    after: 'After',
    rule: 'Rule',
    sum: 'Total',
    whole: 'Total: limits, roundings and strikes',
    group: (name: string) => `${name}: what it does with the sum of its parts`,
    number: (number: number) => `no. ${number}`,
    or: ' or ',
    none: 'Nothing changes.',
    adds: 'The changes of the parts add up to that of the total, at their least and at their most.',
    unknown: (names: string) => `Unknown under the second ruleset: ${names}`,
    unknownBefore: (names: string) => `Unknown under the first ruleset: ${names}`,
    comma: ', ',
    to: (least: string, most: string) => `${least} to ${most}`,
  },
  zh: {
    title: '对部门的影响',
    department: '部门',
    change: '变化',
    grade: '等级',
    place: '名次',
    part: '部分',
    before: '之前',
    after: '之后',
    rule: '规则',
    sum: '总分',
    whole: '总分的限制、舍入和否决',
    group: (name: string) => `${name}：对各部分之和的限制、舍入和否决`,
    number: (number: number) => `第 ${number} 项`,
    or: '或',
    none: '没有变化。',
    adds: '各部分的变化之和就是总分的变化，最小处、最大处都是如此。',
    unknown: (names: string) => `后一规则集下未知：${names}`,
    unknownBefore: (names: string) => `前一规则集下未知：${names}`,
    comma: '、',
    to: (least: string, most: string) => `${least} 至 ${most}`,
  },
} as const;

type Words = (typeof WORDS)[Language];

/** The effects as a report; nothing without departments. */
export function effectReport(
  effects: readonly DepartmentEffect[],
  comparison: Comparison,
  { language }: Between,
): Block[] {
  if (effects.length === 0) return [];
  const words = WORDS[language];
  const hasPlaces = effects.length > 1;
  const left = (head: string) => ({ head, align: 'left' as const });
  const right = (head: string) => ({ head, align: 'right' as const });
  return [
    { kind: 'heading', level: 2, text: words.title },
    {
      kind: 'table',
      columns: [
        left(words.department),
        right(words.before),
        right(words.after),
        right(words.change),
        left(words.grade),
        ...(hasPlaces ? [left(words.place)] : []),
      ],
      rows: effects.map(({ name, year, before, after, shift, places }) => [
        [name, year].filter((part) => part !== '').join(' '),
        scoreText(before.total, 2),
        scoreText(after.total, 2),
        shiftText(shift, language),
        arrow(gradesOf(before, words), gradesOf(after, words)),
        ...(hasPlaces ? [arrow(placeText(places.before), placeText(places.after))] : []),
      ]),
    },
    ...effects.flatMap((effect) => departmentBlocks(effect, comparison, language)),
  ];
}

function departmentBlocks(
  effect: DepartmentEffect,
  comparison: Comparison,
  language: Language,
): Block[] {
  const words = WORDS[language];
  const { name, before, after, shift, parts } = effect;
  const numbers = new Map(comparison.different.map((each, at) => [each.after, at + 1]));
  const notes: Block[] = [
    ...(parts.length === 0 ? [words.none] : [words.adds]),
    ...unknownNotes(effect, language),
  ].map((text) => ({ kind: 'paragraph', text }));
  const heading: Block = { kind: 'heading', level: 3, text: name };
  if (parts.length === 0) return [heading, ...notes];
  const row = (part: PartEffect): string[] => {
    const number = part.kind === 'indicator' && part.after ? numbers.get(part.after) : undefined;
    return [
      effectPartText(part, language),
      ...(part.kind === 'indicator'
        ? [sideText(part.scoreBefore), sideText(part.scoreAfter)]
        : ['', '']),
      shiftText(part.shift, language),
      number === undefined ? '' : words.number(number),
    ];
  };
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { head: words.part, align: 'left' },
        { head: words.before, align: 'right' },
        { head: words.after, align: 'right' },
        { head: words.change, align: 'right' },
        { head: words.rule, align: 'left' },
      ],
      rows: [
        ...parts.map(row),
        [
          words.sum,
          scoreText(before.total, 2),
          scoreText(after.total, 2),
          shiftText(shift, language),
          '',
        ],
      ],
    },
    ...notes,
  ];
}

/** Which part shifts the total: an indicator, or what a group or the total does with its parts. */
export function effectPartText(part: PartEffect, language: Language): string {
  const words = WORDS[language];
  const named = part.after ?? part.before;
  if (part.kind === 'indicator') return named?.name ?? '';
  return named ? words.group(named.name) : words.whole;
}

function sideText(score: Range | undefined): string {
  return score ? scoreText(score) : '–';
}

/** `+5`, `−1.2`, `−5.15 to +0.85` */
export function shiftText({ least, most }: Shift, language: Language): string {
  const [one, other] = [signed(least), signed(most)];
  return one === other ? one : WORDS[language].to(one, other);
}

function signed(figure: Rational | undefined): string {
  if (figure === undefined) return '?';
  return (Q.signOf(figure) > 0 ? '+' : '') + scoreText(point(figure));
}

function gradesOf({ grades }: ScoreSheet, { or }: Words): string {
  return grades.join(or);
}

function placeText({ best, worst }: Place): string {
  return best === worst ? String(best) : `${best}–${worst}`;
}

function arrow(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`;
}

/** What only one of the rulesets does not know of a department, one line for each of them. */
export function unknownNotes({ before, after }: DepartmentEffect, language: Language): string[] {
  const words = WORDS[language];
  const unknown = missingIn(after, before, language, words);
  const unknownBefore = missingIn(before, after, language, words);
  return [
    ...(unknown === '' ? [] : [words.unknown(unknown)]),
    ...(unknownBefore === '' ? [] : [words.unknownBefore(unknownBefore)]),
  ];
}

// What is missing on one side only, and decides something.
function missingIn(
  sheet: ScoreSheet,
  other: ScoreSheet,
  language: Language,
  { comma }: Words,
): string {
  const known = new Set(
    other.missing.filter(stillMatters).map((missing) => missingName(missing, language)),
  );
  return sheet.missing
    .filter(stillMatters)
    .map((missing) => missingName(missing, language))
    .filter((name) => !known.has(name))
    .join(comma);
}
