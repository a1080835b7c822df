// What proofs found, kept from one compilation to the next: keyed by what a proof is about and
// everything that it reads, so that what is remembered is what proving it again would give.
import type { Expression } from '../model/expression.ts';
import type { Framework } from '../model/framework.ts';
import type { Fingerprints, Numbering } from './fingerprint.ts';
import { createNumbering, fingerprintsIn } from './fingerprint.ts';
import type { Reading } from './reading.ts';
import type { Summed } from './sums.ts';
import type { ProvedUnit } from './unit.ts';

/** Kept by whoever compiles again and again; its contents are nobody else's business. */
export interface ProofMemory {
  readonly numbering: Numbering;
  readonly units: Kept<ProvedUnit>;
  readonly ranges: Kept<Summed>;
}

/** Two ages: what is asked for stays, the rest is forgotten when there is too much. */
interface Kept<Value> {
  recent: Map<string, Value>;
  older: Map<string, Value>;
}

const MOST_KEPT = 10_000;

export function createProofMemory(): ProofMemory {
  const kept = () => ({ recent: new Map(), older: new Map() });
  return { numbering: createNumbering(), units: kept(), ranges: kept() };
}

function recall<Value>(kept: Kept<Value>, key: string): Value | undefined {
  const recent = kept.recent.get(key);
  if (recent !== undefined) return recent;
  const older = kept.older.get(key);
  if (older !== undefined) keep(kept, key, older);
  return older;
}

function keep<Value>(kept: Kept<Value>, key: string, value: Value): void {
  if (kept.recent.size >= MOST_KEPT) {
    kept.older = kept.recent;
    kept.recent = new Map();
  }
  kept.recent.set(key, value);
}

/** Something that a proof is about, with the expressions that it evaluates. */
export interface Subject {
  readonly about: unknown;
  readonly reading: Reading;
  /** What else is known; part of what it is about. */
  readonly assumed: readonly Expression[];
}

/** The memory as the proofs of one framework use it. */
export interface Recollection {
  readonly unit: (subject: Subject, prove: () => ProvedUnit) => ProvedUnit;
  readonly range: (subject: Subject, setting: string, work: () => Summed) => Summed;
}

/** Without a memory everything is worked out. */
export function recollectionOf(
  framework: Framework,
  memory: ProofMemory | undefined,
): Recollection {
  if (memory === undefined) return { unit: (_, prove) => prove(), range: (_, __, work) => work() };
  const prints = fingerprintsIn(memory.numbering);
  const rest = restOf(framework);
  const keyOf = (of: Fingerprints[keyof Fingerprints], subject: Subject): string =>
    `${of([subject.about, subject.assumed])} ${of(readIn(framework, subject.reading, rest))}`;
  return {
    unit: (subject, prove) => {
      const meaning = keyOf(prints.meaning, subject);
      const clean = recall(memory.units, meaning);
      if (clean) return clean;
      // What is said of a part says where it stands.
      const place = `at ${keyOf(prints.place, subject)}`;
      const known = recall(memory.units, place);
      if (known) return known;
      const proved = prove();
      keep(memory.units, proved.isClean ? meaning : place, proved);
      return proved;
    },
    range: (subject, setting, work) => {
      const key = `${keyOf(prints.meaning, subject)} ${setting}`;
      const known = recall(memory.ranges, key);
      if (known) return known;
      const range = work();
      keep(memory.ranges, key, range);
      return range;
    },
  };
}

/** What a framework says beside its inputs, options, definitions and parts. */
interface Rest {
  readonly head: unknown;
  readonly whole: unknown;
}

function restOf(framework: Framework): Rest {
  const { scored, total, roundings, period } = framework;
  // Neither decides what is proved.
  const whole = { ...framework, hash: undefined, examples: undefined };
  return { head: [scored, total, roundings, period], whole };
}

// Rules that ask for scores may rest on anything.
function readIn(framework: Framework, reading: Reading, { head, whole }: Rest): unknown {
  if (reading.asksForScores) return whole;
  const { inputs, options, lets } = reading;
  return [
    head,
    framework.inputs.filter(({ name }) => inputs.has(name)),
    framework.options.filter(({ name }) => options.has(name)),
    [...lets].map((id) => framework.lets.get(id)),
  ];
}
