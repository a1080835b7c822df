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
  const unmet = unmetEntries(given.entries, input);
  return [
    ...(given.choice === undefined ? [] : [given.choice]),
    ...(unmet.length === 0 ? [] : [words.unmet(unmet.join(words.list))]),
    ...(given.reason === undefined ? [] : [words.reason(given.reason)]),
  ];
}

function unmetEntries(
  entries: ReadonlyMap<string, Rational>,
  input: JudgedInput | undefined,
): string[] {
  if (input?.form.kind !== 'checklist') return [];
  const unmet = input.form.entries.filter((entry) => {
    const given = entries.get(entry.name);
    return given !== undefined && compare(given, entry.points) < 0;
  });
  return unmet.map((entry) => entry.name);
}
