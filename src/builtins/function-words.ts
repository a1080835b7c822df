// What each function, and each word that it is given, is called in both languages, by either name: for
// the formatter, which writes one.
import { ACHIEVEMENT_READINGS, builtins } from './builtins.ts';

interface Spellings {
  readonly en: string;
  readonly zh: string;
}

function byEither({ en, zh }: Spellings): readonly (readonly [string, Spellings])[] {
  return [
    [en, { en, zh }],
    [zh, { en, zh }],
  ];
}

const readings = Object.entries(ACHIEVEMENT_READINGS).map(([en, zh]) => ({ en, zh }));

/** By name; a word that a function is given stands behind the name, as in `achievement capped`. */
export const functionWords: ReadonlyMap<string, Spellings> = new Map([
  ...Object.entries(builtins).flatMap(([en, { zhName: zh }]) => byEither({ en, zh })),
  ...['achievement', builtins.achievement.zhName].flatMap((name) =>
    readings.flatMap(byEither).map(([word, spellings]) => [`${name} ${word}`, spellings] as const),
  ),
]);
