// Columns in the memory of WebAssembly: arrays that stand there from the beginning are scored in place, all
// others are copied block by block. Where WebAssembly or its SIMD is missing or not allowed, nothing is scored
// here, and the caller's own loops do it.

import type { Figure } from './figure.ts';
import { wholeOrNone } from './steps.ts';

/** The arrays that columns may be. */
export type Column = Float64Array | Int32Array | Int16Array | Uint16Array | Uint8Array;

/** The kernel of a module: its code, and the arrays that it reads and then those that it writes. */
export interface Kernel {
  /** In base 64. */
  readonly code: string;
  readonly reads: readonly ColumnKind[];
  readonly writes: readonly ColumnKind[];
}

export type ColumnKind =
  'Float64Array' | 'Int32Array' | 'Int16Array' | 'Uint16Array' | 'Uint8Array';

/** What stands for a figure that is not known. */
export const UNKNOWN: Readonly<Record<ColumnKind, number>> = {
  Float64Array: Number.NaN,
  Int32Array: -(2 ** 31),
  Int16Array: -(2 ** 15),
  Uint16Array: 2 ** 16 - 1,
  Uint8Array: 2 ** 8 - 1,
};

const ARRAYS = { Float64Array, Int32Array, Int16Array, Uint16Array, Uint8Array };

/** So many rows are scored at a time: what is copied stays at hand. */
const ROWS_COPIED = 512;

/** As much of WebAssembly as is used. */
interface WebAssemblyApi {
  readonly Module: new (code: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: { readonly score: Score } };
}

/** Scores rows and marks those that it leaves open, two bits for each two; 0 where there are none. */
type Score = (from: number, to: number, marks: number) => number;

/** An instance of a kernel with its memory. */
interface Instance {
  readonly score: Score;
  /** Where each column begins. */
  readonly pointers: Uint32Array;
  readonly marks: Uint8Array;
  /** Room for a block of each column. */
  readonly blocks: readonly Column[];
}

const COMPILED = new Map<Kernel, object | undefined>();
const INSTANCES = new Map<Kernel, Instance>();
const INSTANCE_OF = new WeakMap<ArrayBufferLike, Instance>();

function webAssembly(): WebAssemblyApi {
  return (globalThis as unknown as { readonly WebAssembly: WebAssemblyApi }).WebAssembly;
}

/** Whether this machine runs the kernel. */
export function runsKernel(kernel: Kernel): boolean {
  if (!COMPILED.has(kernel)) COMPILED.set(kernel, compiledKernel(kernel));
  return COMPILED.get(kernel) !== undefined;
}

// A policy may forbid it, and an old engine may not know SIMD: both throw.
function compiledKernel({ code }: Kernel): object | undefined {
  try {
    const bytes = Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0));
    return new (webAssembly().Module)(bytes);
  } catch {
    return undefined;
  }
}

// Memory begins with the pointers and the bytes of a row in each column; the marks, room for blocks, and columns of so many rows follow.
function instantiate(kernel: Kernel, rows: number): [Instance, Column[]] {
  const kinds = [...kernel.reads, ...kernel.writes];
  const { Memory, Instance } = webAssembly();
  let end = 0;
  const place = (bytes: number) => {
    const start = end;
    end += Math.ceil(bytes / 16) * 16;
    return start;
  };
  place(8 * kinds.length);
  const marksAt = place(ROWS_COPIED / 2);
  const size = (kind: ColumnKind) => ARRAYS[kind].BYTES_PER_ELEMENT;
  const blocksAt = kinds.map((kind) => place(ROWS_COPIED * size(kind)));
  const columnsAt = kinds.map((kind) => place(rows * size(kind)));
  const memory = new Memory({ initial: Math.ceil(end / 65536) });
  const { buffer } = memory;
  const array = (kind: ColumnKind, start: number, length: number): Column =>
    new ARRAYS[kind](buffer, start, length);
  new Uint32Array(buffer, 4 * kinds.length).set(kinds.map(size));
  const { exports } = new Instance(COMPILED.get(kernel) ?? {}, { '': { memory } });
  const instance = {
    score: exports.score,
    pointers: new Uint32Array(buffer, 0, kinds.length),
    marks: new Uint8Array(buffer, marksAt, ROWS_COPIED / 2),
    blocks: kinds.map((kind, at) => array(kind, blocksAt[at] ?? 0, ROWS_COPIED)),
  };
  INSTANCE_OF.set(buffer, instance);
  return [instance, kinds.map((kind, at) => array(kind, columnsAt[at] ?? 0, rows))];
}

/** Arrays for all columns of a kernel; in one memory where it runs. */
export function kernelArrays(kernel: Kernel, rows: number): Column[] {
  if (runsKernel(kernel)) return instantiate(kernel, rows)[1];
  return [...kernel.reads, ...kernel.writes].map((kind) => new ARRAYS[kind](rows));
}

/**
 * Scores rows in memory, and calls `again` with each that is left open. Gives the row up to which it came: an
 * odd row at the end, or everything, is left to loops.
 */
export function scoreInMemory(
  kernel: Kernel,
  columns: readonly Column[],
  from: number,
  to: number,
  again: (row: number) => void,
): number {
  const end = to - ((to - from) % 2);
  if (end <= from || !runsKernel(kernel)) return from;
  const instance = instanceFor(kernel, columns);
  const { score, pointers, marks, blocks } = instance;
  const { buffer } = pointers;
  const copied: { readonly column: Column; readonly block: Column; readonly at: number }[] = [];
  for (const [at, column] of columns.entries()) {
    const block = blocks[at] ?? column;
    pointers[at] = column.byteOffset;
    if (column.buffer !== buffer || column.constructor !== block.constructor)
      copied.push({ column, block, at });
  }
  for (let first = from; first < end; first += ROWS_COPIED) {
    const last = Math.min(first + ROWS_COPIED, end);
    for (const { column, block, at } of copied) {
      // Addresses are counted from row 0, around 2^32 if need be.
      pointers[at] = block.byteOffset - first * block.BYTES_PER_ELEMENT;
      if (at < kernel.reads.length) copyRows(column, block, first, last);
    }
    const open = score(first, last, marks.byteOffset);
    for (const { column, block, at } of copied)
      if (at >= kernel.reads.length) column.set(block.subarray(0, last - first), first);
    if (open === 0) continue;
    for (let row = first; row < last; row += 2) {
      const bits = marks[(row - first) / 2] ?? 0;
      if ((bits & 1) !== 0) again(row);
      if ((bits & 2) !== 0) again(row + 1);
    }
  }
  return end;
}

function instanceFor(kernel: Kernel, columns: readonly Column[]): Instance {
  for (const { buffer } of columns) {
    const known = INSTANCE_OF.get(buffer);
    if (known) return known;
  }
  const shared = INSTANCES.get(kernel) ?? instantiate(kernel, 0)[0];
  INSTANCES.set(kernel, shared);
  return shared;
}

// What a narrower array cannot hold is not known there; the row is then scored from the column itself.
function copyRows(column: Column, block: Column, first: number, last: number): void {
  const rows = column.subarray(first, last);
  if (column.constructor === block.constructor || block instanceof Float64Array) {
    block.set(rows);
    return;
  }
  const unknown = UNKNOWN[block.constructor.name as ColumnKind];
  for (let at = 0; at < rows.length; at++) {
    const figure = rows[at] ?? unknown;
    block[at] = figure;
    if (block[at] !== figure) block[at] = unknown;
  }
}

/** A figure of a column; undefined where it is not known. */
export function figureIn(column: Column, row: number): number | undefined {
  const figure = column[row];
  return Object.is(figure, UNKNOWN[column.constructor.name as ColumnKind]) ? undefined : figure;
}

/** A column of so many rows. */
export function newColumn(kind: ColumnKind, rows: number): Column {
  return new ARRAYS[kind](rows);
}

/** The columns of a result. */
export function newResult(
  arrays: {
    readonly scores: readonly (readonly [name: string, kind: ColumnKind])[];
    readonly total?: ColumnKind;
    readonly grade?: ColumnKind;
  },
  rows: number,
): object {
  const { scores, total, grade } = arrays;
  return {
    scores: Object.fromEntries(scores.map(([name, kind]) => [name, newColumn(kind, rows)])),
    ...(total && { total: newColumn(total, rows) }),
    ...(grade && { grade: newColumn(grade, rows) }),
    undecided: new Uint8Array(rows),
  };
}

/** Refuses rows that are not there. */
export function checkRows(columns: readonly Column[], from: number, to: number): void {
  const isRow = (row: number) => Number.isInteger(row) && row >= 0;
  if (!isRow(from) || !isRow(to) || columns.some((column) => column.length < to))
    throw new RangeError(`columns without the rows from ${from} to ${to}`);
}

/** Stores a score in whole steps; one that lies between two steps is none. */
export function storeScore(column: Column, row: number, score: Figure): void {
  const whole = wholeOrNone(score);
  column[row] = whole;
  if (!(column instanceof Float64Array) && column[row] !== whole)
    throw new RangeError('a score is too large for its column');
}

/** Where a score is none. */
export function noScore(column: Column): number {
  return UNKNOWN[column.constructor.name as ColumnKind];
}
