// Names of columns in a query, each used once. Databases may not tell capitals apart and may read only the
// first bytes of a name.
import type { Dialect } from './dialects.ts';

export interface ColumnNames {
  /** Keeps a name from being given. */
  readonly take: (name: string) => void;
  /** A new name that resembles the words. */
  readonly fresh: (words: string) => string;
}

export function createNames({ longestName }: Pick<Dialect, 'longestName'>): ColumnNames {
  const used = new Set<string>();
  const short = (words: string, room: number): string => {
    if (longestName === undefined) return words;
    let kept = '';
    for (const mark of words) {
      if (new TextEncoder().encode(kept + mark).length > longestName - room) break;
      kept += mark;
    }
    return kept;
  };
  return {
    take: (name) => {
      used.add(short(name, 0).toLowerCase());
    },
    fresh: (words) => {
      const plain = words.replace(/\s+/gu, ' ').trim();
      let name = short(plain, 0);
      for (let number = 2; used.has(name.toLowerCase()); number++)
        name = `${short(plain, String(number).length + 1)} ${number}`;
      used.add(name.toLowerCase());
      return name;
    },
  };
}
