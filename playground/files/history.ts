// What a page keeps by itself while somebody works: states with the time at which each was kept, the
// newest first. Old ones are thinned out, so that the whole stays small; the clock is the caller's.
import type { Language } from '../../src/diagnostics/diagnose.ts';
import type { ProjectState } from './project-state.ts';
import { stateFrom } from './project-state.ts';

export interface Snapshot {
  /** Milliseconds since 1970, as the caller's clock has it. */
  readonly at: number;
  /** `save` was asked for and stays longer than what was kept by itself. */
  readonly kind: 'auto' | 'save';
  readonly state: ProjectState;
}

/** Newest first. */
export type History = readonly Snapshot[];

const FORMAT = 1;
const MOST = 40;
const LARGEST = 4_000_000;
const MINUTE = 60_000;

/** Adds a state; what is the same as the newest only moves its time, and two automatic ones close together become one. */
export function keepState(history: History, snapshot: Snapshot): History {
  const [newest, ...older] = history;
  if (newest && isSame(newest.state, snapshot.state)) {
    const kind = newest.kind === 'save' ? 'save' : snapshot.kind;
    return [{ ...newest, kind, at: snapshot.at }, ...older];
  }
  const isClose =
    newest?.kind === 'auto' && snapshot.kind === 'auto' && snapshot.at - newest.at < MINUTE;
  return thinned([snapshot, ...(isClose ? older : history)]);
}

function isSame(a: ProjectState, b: ProjectState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

// Within the limits, automatic ones go before those that were asked for, the oldest first; the newest
// always stays.
function thinned(history: History): History {
  const kept = [...history];
  let size = kept.reduce((sum, each) => sum + sizeOf(each), 0);
  while (kept.length > 1 && (kept.length > MOST || size > LARGEST)) {
    const auto = kept.findLastIndex((each, place) => place > 0 && each.kind === 'auto');
    const [gone] = kept.splice(auto > 0 ? auto : kept.length - 1, 1);
    size -= gone ? sizeOf(gone) : 0;
  }
  return kept;
}

function sizeOf({ state }: Snapshot): number {
  const texts = [...Object.values(state.files), ...state.departments.map(({ text }) => text)];
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** The history as text. */
export function writeHistory(history: History): string {
  return JSON.stringify({ format: FORMAT, snapshots: history });
}

/** What can be read of a kept history; what cannot is left out. */
export function readHistory(text: string, language: Language): History {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return [];
  }
  const snapshots = isObject(data) && data['format'] === FORMAT ? data['snapshots'] : undefined;
  if (!Array.isArray(snapshots)) return [];
  return snapshots.flatMap((each: unknown): Snapshot[] => {
    if (!isObject(each)) return [];
    const { at, kind } = each as { readonly at?: unknown; readonly kind?: unknown };
    const read = stateFrom(each['state'], language);
    if (read.kind === 'refused' || typeof at !== 'number' || !Number.isFinite(at)) return [];
    return [{ at, kind: kind === 'save' ? 'save' : 'auto', state: read.state }];
  });
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}
