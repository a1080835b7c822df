// How Chinese characters are pronounced, so that names are found by typing Latin letters. The table is
// large: it is loaded when the first names are to be completed.
import type { Pinyin } from '../edit/completion.ts';

/** Loads the reader of pinyin. */
export async function loadPinyin(): Promise<Pinyin> {
  const { pinyin } = await import('pinyin-pro');
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true });
    known.set(text, syllables);
    return syllables;
  };
}
