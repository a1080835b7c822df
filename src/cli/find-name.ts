// Finding what a person named on the command line: a path, a unique end of one, or the nearest name
// to suggest.
import { nearest } from '../text/nearest.ts';
import type { Session } from './session.ts';

/** Everything whose path is written so, or ends so: `A / B`, `A/B` or `B`. */
export function pathsNamed<Named extends { readonly path: readonly string[] }>(
  things: readonly Named[],
  written: string,
): Named[] {
  const wanted = normal(written);
  const whole = things.filter(({ path }) => normal(path.join('/')) === wanted);
  if (whole.length > 0) return whole;
  return things.filter(({ path }) =>
    path.some((_, from) => normal(path.slice(from).join('/')) === wanted),
  );
}

function normal(written: string): string {
  return written
    .split(/[/／]/)
    .map((name) => name.trim().normalize('NFC'))
    .join('/');
}

// Long lists are no help in a sentence.
const SHOWN_NAMES = 30;

/** ` Did you mean …?`, or a list of what there is. */
export function suggestion(written: string, names: readonly string[], { words }: Session): string {
  const near = nearest(written, names);
  if (near !== undefined) return words.didYouMean(near);
  return names.length === 0 || names.length > SHOWN_NAMES ? '' : words.known(names);
}
