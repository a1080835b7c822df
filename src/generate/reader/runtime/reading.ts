// What a reader of bytes keeps in mind: the inputs as the ruleset declares them, the columns that are being
// filled, and for each input what it looked like in the record before.
import type { Flaw } from './careful.ts';

/** An input as the reader knows it. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  /** The columns that scores read; none where they do not read this input. */
  readonly columns: readonly string[];
  /** Any text may stand for it. */
  readonly isText?: boolean;
  /** How many entries a list of fixed length has. */
  readonly entries?: number;
  /** What may stand behind a figure, and what one of it is in steps. */
  readonly units?: readonly (readonly [label: string, steps: number])[];
  /** In steps. */
  readonly least?: number;
  readonly most?: number;
  /** Words, choices and the entries of a checklist, each with its code or its points in steps. */
  readonly words?: readonly (readonly [word: string, code: number])[];
  /** What stands for an input that is left out, where that is known; null where only `decode` can say. */
  readonly absent?: number | null;
}

export type FieldKind =
  'figure' | 'figures' | 'truth' | 'word' | 'award' | 'choice' | 'checklist' | 'value';

/** A unit that may stand behind a figure. */
export interface Unit {
  /** Its bytes, with the closing quote. */
  readonly mark: Uint8Array;
  /** What a figure with so many decimals is multiplied by; NaN where that is no whole number. */
  readonly scales: Float64Array;
}

/** A word and what it stands for. */
export interface Word {
  readonly word: string;
  /** Its bytes, and its bytes as JSON writes them. */
  readonly plain: Uint8Array;
  readonly quoted: Uint8Array;
  readonly code: number;
}

/** An entry that was read before: its bytes from its key to the next one, and what they gave. */
export interface Remembered {
  readonly start: number;
  readonly length: number;
  readonly code: number;
  readonly value: unknown;
  readonly isLast: boolean;
}

/** An input, its columns, and what was seen of it. */
export interface Slot {
  readonly field: Field;
  readonly kind: FieldKind;
  /** The first is that of figures without a unit; its scales are NaN where there must be one. */
  readonly units: readonly Unit[];
  /** In steps, and no more than the column holds. */
  least: number;
  most: number;
  /** All points of an award. */
  readonly full: number;
  /** What stands in the columns where the input is not known. */
  none: number;
  readonly words: readonly Word[];
  /** The key with its quotes, as it was spelt last. */
  key: Uint8Array;
  /** The input that followed last. */
  next: Slot;
  /** The columns of figures; those that nobody reads go to one that is thrown away. */
  figures: readonly Figures[];
  codes: Uint8Array;
  values: unknown[];
  /** The record in which it stood last. */
  turn: number;
  /** The text around the figures of an entry: from where to where it goes, piece by piece. */
  around: Int32Array;
  /** The same for the entry that is being read, and how many figures were found in it; -1 where none count. */
  found: Int32Array;
  holes: number;
  /** Whether `around` is that of a whole entry, and whether it closes its object. */
  isLearnt: boolean;
  isLast: boolean;
  /** Those of the unit in which the figures stood. */
  scales: Float64Array;
  remembered: Remembered[];
}

/** An entry of a department beside its inputs. */
export interface Mark {
  readonly of: 'inputs' | 'name' | 'other';
  readonly name: string;
  readonly quoted: Uint8Array;
  readonly bit: number;
}

/** What is wrong with a part of the bytes. */
export interface ReadError {
  /** The department, counted from 0; missing where the whole file is wrong. */
  readonly row: number | undefined;
  /** The line of the file, counted from 1. */
  readonly line: number;
  /** The byte of the file, counted from 0. */
  readonly offset: number;
  /** The input; empty where it is something else. */
  readonly path: string;
  readonly code: Flaw['code'] | 'shape' | 'input' | 'column' | 'cells';
  readonly message: string;
}

/** A column of figures. */
export type Figures = Float64Array | Int32Array | Uint16Array;

/** Typed arrays and lists by the names of columns. */
export type ColumnsByName = Record<string, Figures | Uint8Array | unknown[]>;

/** What a module's `decode` gives. */
export type Decode = (inputs: unknown) =>
  | { readonly ok: true; readonly input: Readonly<Record<string, unknown>> }
  | {
      readonly ok: false;
      readonly errors: readonly { readonly path: string; readonly message: string }[];
    };

/** What is read at the moment. */
export interface Reading {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly decode: Decode;
  readonly slots: readonly Slot[];
  readonly byName: ReadonlyMap<string, Slot>;
  readonly marks: readonly Mark[];
  /** By the bytes of the key. */
  readonly byHash: Map<number, Slot>;
  readonly allocate: ((rows: number) => object) | undefined;
  /** Behind the document that is read. */
  end: number;
  row: number;
  /** Rows for which there is room. */
  room: number;
  /** Whether the entry just read closed its object. */
  isLast: boolean;
  turn: number;
  first: Slot | undefined;
  columns: ColumnsByName;
  /** Where the names of departments start and end; nothing where there is none. */
  readonly names: number[];
  /** Names that are spelt with escapes. */
  readonly spelt: Map<number, string>;
  readonly apart: { readonly row: number; readonly input: object }[];
  readonly errors: Omit<ReadError, 'line'>[];
  /** Inputs that stand once for all departments. */
  common: Readonly<Record<string, unknown>> | undefined;
  /** What keeps the whole document from being read. */
  flaw: Flaw | undefined;
}
