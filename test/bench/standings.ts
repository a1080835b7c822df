// The table of one work: speed in terms of plain doubles, correctness, and absolute figures last, since they
// change from machine to machine.
import { ratio, rounded, table } from './table.ts';
import type { Standing } from './work.ts';

export function standings(all: readonly Standing[]): string {
  return table(
    [
      'contender',
      '',
      'speed:',
      'wrong:',
      'grade wrong:',
      'undecided:',
      'of:',
      'departments/s:',
      '±:',
    ],
    all.map(
      ({ name, family, ratio: speed, spread, perSecond, of, wrong, gradeWrong, undecided }) => [
        name,
        family,
        ratio(speed),
        wrong.toLocaleString('en-US'),
        gradeWrong.toLocaleString('en-US'),
        undecided.toLocaleString('en-US'),
        of.toLocaleString('en-US'),
        rounded(perSecond),
        `${Math.round(spread * 100)} %`,
      ],
    ),
  );
}

/** The speed of one contender in terms of another's, in a sentence. */
export function compared(all: readonly Standing[], one: string, other: string): string {
  const speed = (sought: string) => all.find(({ name }) => name === sought)?.ratio ?? Number.NaN;
  return `${one}, in terms of ${other}: ${ratio(speed(one) / speed(other))}.`;
}
