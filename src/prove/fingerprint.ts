// Numbers for what parts of a framework mean: equal meaning, equal number, also from one compilation to
// the next. A fingerprint leaves out where things are written; with places it tells those apart, too.
import type { Rational } from '../number/rational.ts';

/** Numbers given so far; a number is never given twice, so that forgetting them is always right. */
export interface Numbering {
  /** By the key of a part, in which parts inside it stand by their numbers. */
  readonly numbers: Map<string, number>;
  readonly words: Map<string, number>;
  /** Of parts that were looked at before, which never change. */
  readonly meanings: WeakMap<object, number>;
  readonly places: WeakMap<object, number>;
  next: number;
}

/** Beyond this many they are forgotten. */
const MOST_NUMBERS = 400_000;

export function createNumbering(): Numbering {
  return {
    numbers: new Map(),
    words: new Map(),
    meanings: new WeakMap(),
    places: new WeakMap(),
    next: 0,
  };
}

/** The fingerprints of one framework's parts. */
export interface Fingerprints {
  /** Equal for parts that mean the same. */
  readonly meaning: (part: unknown) => number;
  /** Equal for parts that mean the same and stand at the same places. */
  readonly place: (part: unknown) => number;
}

export function fingerprintsIn(numbering: Numbering): Fingerprints {
  for (const given of [numbering.numbers, numbering.words])
    if (given.size > MOST_NUMBERS) given.clear();
  return { meaning: numbered(numbering, false), place: numbered(numbering, true) };
}

/** Where something came from before it was merged changes no proof. */
const SILENT: ReadonlySet<string> = new Set(['origins', 'source', 'examples']);

function numbered(numbering: Numbering, withPlaces: boolean): (part: unknown) => number {
  const known = withPlaces ? numbering.places : numbering.meanings;
  const { numbers, words } = numbering;
  const numberIn = (given: Map<string, number>, key: string): number => {
    let number = given.get(key);
    if (number === undefined) {
      number = numbering.next++;
      given.set(key, number);
    }
    return number;
  };
  // What stands for a part inside another one: nothing else is written so.
  const within = (part: unknown): string | number => {
    switch (typeof part) {
      case 'object':
        if (part === null) return 'null';
        return isRational(part) ? `${part.n}/${part.d}` : of(part);
      case 'string':
        return numberIn(words, part);
      case 'bigint':
        return `${part}n`;
      default:
        return `${typeof part} ${String(part)}`;
    }
  };
  const of = (part: object): number => {
    let number = known.get(part);
    if (number === undefined) {
      number = numberIn(numbers, keyOf(part, within, withPlaces));
      known.set(part, number);
    }
    return number;
  };
  return (part) =>
    typeof part === 'object' && part !== null
      ? of(part)
      : numberIn(numbers, `plain ${within(part)}`);
}

function isRational(part: object): part is Rational {
  return 'n' in part && 'd' in part && typeof part.n === 'bigint' && typeof part.d === 'bigint';
}

type Within = (part: unknown) => string | number;

function keyOf(part: object, within: Within, withPlaces: boolean): string {
  if (Array.isArray(part)) {
    let key = '[';
    for (const inner of part) key += `${within(inner)},`;
    return key;
  }
  if (part instanceof Set) {
    let key = 'set ';
    for (const inner of part) key += `${within(inner)},`;
    return key;
  }
  if (part instanceof Map) {
    let key = 'map ';
    for (const [name, value] of part) key += `${within(name)}:${within(value)},`;
    return key;
  }
  const fields = part as Readonly<Record<string, unknown>>;
  let key = '{';
  for (const name in fields) {
    const value = fields[name];
    if (value === undefined || typeof value === 'function' || SILENT.has(name)) continue;
    if (!withPlaces && (name === 'span' || name.endsWith('Span'))) continue;
    key += `${name}:${within(value)},`;
  }
  return key;
}
