// Numbers for what parts of a framework mean: equal meaning, equal number, also from one compilation to
// the next. A fingerprint leaves out where things are written; with places it tells those apart, too.

/** Numbers given so far; a number is never given twice, so that forgetting them is always right. */
export interface Numbering {
  readonly numbers: Map<string, number>;
  /** Of parts that were looked at before, which never change. */
  readonly meanings: WeakMap<object, number>;
  readonly places: WeakMap<object, number>;
  next: number;
}

/** Beyond this many they are forgotten. */
const MOST_NUMBERS = 400_000;

export function createNumbering(): Numbering {
  return { numbers: new Map(), meanings: new WeakMap(), places: new WeakMap(), next: 0 };
}

/** The fingerprints of one framework's parts. */
export interface Fingerprints {
  /** Equal for parts that mean the same. */
  readonly meaning: (part: unknown) => number;
  /** Equal for parts that mean the same and stand at the same places. */
  readonly place: (part: unknown) => number;
}

export function fingerprintsIn(numbering: Numbering): Fingerprints {
  if (numbering.numbers.size > MOST_NUMBERS) numbering.numbers.clear();
  return { meaning: numbered(numbering, false), place: numbered(numbering, true) };
}

/** Where something came from before it was merged changes no proof. */
const SILENT: ReadonlySet<string> = new Set(['origins', 'source', 'examples']);

function numbered(numbering: Numbering, withPlaces: boolean): (part: unknown) => number {
  const known = withPlaces ? numbering.places : numbering.meanings;
  const numberOf = (key: string): number => {
    const { numbers } = numbering;
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbering.next++;
      numbers.set(key, number);
    }
    return number;
  };
  const of = (part: unknown): number => {
    if (typeof part !== 'object' || part === null) return numberOf(plainKey(part));
    let number = known.get(part);
    if (number === undefined) {
      number = numberOf(keyOf(part, of, withPlaces));
      known.set(part, number);
    }
    return number;
  };
  return of;
}

function plainKey(part: unknown): string {
  return typeof part === 'string' ? `"${part}` : `${typeof part} ${String(part)}`;
}

function keyOf(part: object, of: (part: unknown) => number, withPlaces: boolean): string {
  if (Array.isArray(part)) return `[${part.map(of).join()}`;
  if (part instanceof Set) return `set ${[...(part as ReadonlySet<unknown>)].map(of).join()}`;
  if (part instanceof Map)
    return `map ${[...(part as ReadonlyMap<unknown, unknown>)].map(([key, value]) => `${of(key)}:${of(value)}`).join()}`;
  let key = '{';
  for (const [name, value] of Object.entries(part) as [string, unknown][]) {
    if (value === undefined || typeof value === 'function' || SILENT.has(name)) continue;
    if (!withPlaces && (name === 'span' || name.endsWith('Span'))) continue;
    key += `${name}:${of(value)},`;
  }
  return key;
}
