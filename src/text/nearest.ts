// “Did you mean …?”: the known name nearest to one that is not known.
import { distance } from 'fastest-levenshtein';

/** Longer names are not compared: nobody mistypes them, and comparing takes their length squared. */
const LONGEST = 60;

/** The known name with the fewest edits, if those are few for its length. */
export function nearest(unknown: string, known: Iterable<string>): string | undefined {
  if (unknown.length > LONGEST) return undefined;
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(unknown.length / 2)) + 1;
  for (const name of known) {
    if (name === unknown || Math.abs(name.length - unknown.length) >= fewest) continue;
    const edits = distance(unknown, name);
    // Two names of which nothing is alike are no typing mistake, however short they are.
    if (edits < fewest && edits < Math.max(unknown.length, name.length)) {
      best = name;
      fewest = edits;
    }
  }
  return best;
}
