// Words and lists compared.

/** How two words of a ranking, best first, lie to each other: positive where the first is better. */
export function compareWords(words: readonly string[], a: string, b: string): number {
  return words.indexOf(b) - words.indexOf(a);
}

/** The worst of some words of a ranking. */
export function worstWord<Word extends string>(
  words: readonly string[],
  among: readonly Word[],
): Word {
  return among.reduce((a, b) => (compareWords(words, a, b) <= 0 ? a : b));
}

/** The best of some words of a ranking. */
export function bestWord<Word extends string>(
  words: readonly string[],
  among: readonly Word[],
): Word {
  return among.reduce((a, b) => (compareWords(words, a, b) >= 0 ? a : b));
}

/** Whether two lists have the same entries, by what makes two entries the same. */
export function sameEntries<Entry>(
  a: readonly Entry[],
  b: readonly Entry[],
  same: (a: Entry, b: Entry) => boolean,
): boolean {
  return a.length === b.length && a.every((entry, index) => same(entry, b[index] as Entry));
}
