// A person's award in words: the points, the choice taken, the entries of a checklist that were not
// met, and the reason given.
import type { JudgedInput } from '../model/framework.ts';
import type { Step } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import { compare } from '../number/rational.ts';
import { point } from '../types/range.ts';
import type { Wording } from './expression.ts';
import { pointsText, scoreText } from './figure.ts';
import { stepWords } from './step-words.ts';

/** What an award means needs its input's declared points and entries. */
export type JudgedInputs = ReadonlyMap<string, JudgedInput>;

/** The award as one line. */
export function awardText(
  step: Extract<Step, { kind: 'award' }>,
  judged: JudgedInputs,
  wording: Wording,
): string {
  const { language } = wording;
  const words = stepWords[language];
  const input = judged.get(step.input);
  if (!step.known) return words.awardOpen(pointsText(step.award, language));
  const award = words.award(
    scoreText(step.award),
    input ? pointsText(point(input.points), language) : '',
  );
  return [award, ...awardNotes(step, input, wording)].join(words.comma);
}

/** The choice, the entries not met and the reason, as far as there are any. */
export function awardNotes(
  given: Pick<Extract<Step, { kind: 'award' }>, 'choice' | 'entries' | 'reason'>,
  input: JudgedInput | undefined,
  { language }: Wording,
): string[] {
  const words = stepWords[language];
  const { unmet, partly } = shortEntries(given.entries, input);
  return [
    ...(given.choice === undefined ? [] : [given.choice]),
    ...(unmet.length === 0 ? [] : [words.unmet(unmet.join(words.list))]),
    ...partly.map(({ name, award, points }) =>
      words.partly(name, scoreText(point(award)), scoreText(point(points))),
    ),
    ...(given.reason === undefined ? [] : [words.reason(given.reason)]),
  ];
}

interface ShortEntries {
  readonly unmet: readonly string[];
  /** Entries of which some points were awarded, where a range of them may be. */
  readonly partly: readonly {
    readonly name: string;
    readonly award: Rational;
    readonly points: Rational;
  }[];
}

function shortEntries(
  entries: ReadonlyMap<string, Rational>,
  input: JudgedInput | undefined,
): ShortEntries {
  if (input?.form.kind !== 'checklist') return { unmet: [], partly: [] };
  const short = input.form.entries.flatMap(({ name, points }) => {
    const award = entries.get(name);
    return award !== undefined && compare(award, points) < 0 ? [{ name, award, points }] : [];
  });
  return {
    unmet: short.filter(({ award }) => award.n === 0n).map(({ name }) => name),
    partly: short.filter(({ award }) => award.n !== 0n),
  };
}
