// Worlds: states of knowledge in which expressions are evaluated. A world is an environment and the
// facts that tests have established on the way to it; a decision opens one world for each row. The
// session holds what all worlds of one interpreter share, and the passes by which they evaluate.
import type { AggregateExpression, Expression } from '../model/expression.ts';
import type { Range } from '../types/range.ts';
import type { BooleanValue, Value } from '../types/value.ts';
import type { AtomTable } from './atoms.ts';
import type { EntryContribution } from './contribution.ts';
import type { Environment, Problem } from './environment.ts';
import type { LinearForm } from './linear-form.ts';

/** `form > 0`, or `form ≥ 0` when not strict. */
export interface Relation {
  readonly form: LinearForm;
  readonly strict: boolean;
}

/** What has been established beyond the environment. Immutable: a new fact makes new facts. */
export interface Facts {
  /** Ranges of single atoms. */
  readonly numbers: ReadonlyMap<number, Range>;
  /** Relations between several atoms. */
  readonly relations: readonly Relation[];
  /** Forms that are not 0. */
  readonly nonzero: readonly LinearForm[];
  /** Truth values by structure. */
  readonly truths: ReadonlyMap<number, boolean>;
  /** Possible enumeration values by structure. */
  readonly choices: ReadonlyMap<number, ReadonlySet<string>>;
}

export const NO_FACTS: Facts = {
  numbers: new Map(),
  relations: [],
  nonzero: [],
  truths: new Map(),
  choices: new Map(),
};

export interface World {
  readonly session: Session;
  readonly facts: Facts;
  /** The entry that an aggregate is looking at. */
  readonly each: Value | undefined;
  /** The world around the aggregate, in which lets are evaluated. */
  readonly outer: World | undefined;
  /** Inside an aggregate over a cohort: the world of the department that is being scored. */
  readonly asker: World | undefined;
  /** The world that this one knows more than. */
  readonly parent: World | undefined;
  readonly lets: Map<string, RememberedLet>;
  /** What has been worked out in this world; made when first needed. */
  memory: Memory | undefined;
}

/** What reasoning has worked out in a world. */
export interface Memory {
  readonly atoms: Map<number, Range>;
  readonly forms: Map<string, Range>;
  /** What follows for atoms over the cohort from the department's own passing their filters. */
  readonly ownPlace: Map<number, readonly Relation[]>;
  /** Values that were worked out while nobody listened. */
  readonly values: Map<Expression, Value>;
  /** Worlds by the condition that holds in them, and by the one that does not. */
  readonly holding: Map<Expression, readonly World[]>;
  readonly failing: Map<Expression, readonly World[]>;
}

/** What has been worked out in a world so far. */
export function memoryOf(world: World): Memory {
  world.memory ??= {
    atoms: new Map(),
    forms: new Map(),
    ownPlace: new Map(),
    values: new Map(),
    holding: new Map(),
    failing: new Map(),
  };
  return world.memory;
}

/** A let's value, with what evaluating it looked at and met, to be told again at every use. */
export interface RememberedLet {
  readonly value: Value;
  readonly reads: Reads;
  readonly problems: readonly Problem[];
}

/** Inputs that were looked at: of the department itself, and of others by their names. */
export interface Reads {
  readonly own: ReadonlySet<string>;
  readonly others: ReadonlyMap<string, ReadonlySet<string>>;
}

const NO_OTHERS: Reads['others'] = new Map();
const NO_PROBLEMS: readonly Problem[] = [];

/** Where reads and problems are told at the moment. */
export interface Listener {
  /** `whose` is another department. */
  readonly read: (inputName: string, whose?: string) => void;
  readonly problem: (problem: Problem) => void;
}

export const DEAF: Listener = { read: () => undefined, problem: () => undefined };

export interface Session {
  readonly environment: Environment;
  readonly atoms: () => AtomTable;
  /** What atoms are by definition in relation to others, as far as it has been asked. */
  readonly definitions: Map<number, readonly Relation[]>;
  /** How often each atom is being worked out at the moment. */
  pending: Map<number, number>;
  /** The world that knows nothing but the environment. */
  readonly base: () => World;
  /** The same of another department. */
  readonly baseOf: (environment: Environment) => World;
  /** What entries contribute to aggregates of nothing but the entry. */
  readonly contributions: Map<AggregateExpression, Map<Value, EntryContribution>>;
  listener: Listener;
  /** Tells the environment: the listener while nothing is under way. */
  readonly outside: Listener;
  /** How many more worlds tests may open before knowledge stops being refined. */
  worldsLeft: number;
  /** The value in a world, as narrow as its facts allow. */
  readonly value: (expression: Expression, world: World) => Value;
  /** The value from the parts of the expression alone. */
  readonly unrefined: (expression: Expression, world: World) => Value;
  readonly truth: (condition: Expression, world: World) => BooleanValue;
  /** The worlds in which the condition has that outcome; none when it cannot have it. */
  readonly assuming: (condition: Expression, outcome: boolean, world: World) => readonly World[];
}

/** Notes what is looked at and met meanwhile, instead of telling it. */
export function recording<Result>(
  session: Session,
  run: () => Result,
): { readonly result: Result; readonly reads: Reads; readonly problems: readonly Problem[] } {
  const own = new Set<string>();
  let others: Map<string, Set<string>> | undefined;
  let problems: Problem[] | undefined;
  const listener = session.listener;
  session.listener = {
    read: (input, whose) => {
      if (whose === undefined) own.add(input);
      else {
        others ??= new Map();
        const known = others.get(whose);
        if (known) known.add(input);
        else others.set(whose, new Set([input]));
      }
    },
    problem: (problem) => (problems ??= []).push(problem),
  };
  try {
    const result = run();
    const reads = { own, others: others ?? NO_OTHERS };
    return { result, reads, problems: problems ?? NO_PROBLEMS };
  } finally {
    session.listener = listener;
  }
}

/** A world that knows `facts` on top of its environment. */
export function worldWith(parent: World, facts: Facts): World {
  parent.session.worldsLeft--;
  const { session, each, outer, asker } = parent;
  return { session, facts, each, outer, asker, parent, lets: new Map(), memory: undefined };
}

/** The world inside an aggregate, looking at one entry. */
export function worldOfEntry(outer: World, each: Value): World {
  return {
    session: outer.session,
    facts: outer.each === undefined ? outer.facts : outer.session.atoms().withoutEach(outer.facts),
    each,
    outer: outer.outer ?? outer,
    asker: outer.asker,
    parent: undefined,
    lets: outer.lets,
    memory: undefined,
  };
}

/** How many worlds the tests in one question may open; beyond, answers are right but wider. */
export const MOST_WORLDS = 1000;

/**
 * Runs as if nothing else were under way. An environment that scores one part while a rule asks for
 * another one's score comes back to the same session in the middle of its work.
 */
export function anew<Question, Result>(
  world: World,
  question: Question,
  run: (question: Question, world: World) => Result,
): Result {
  const { session } = world;
  const { listener, pending, worldsLeft } = session;
  session.listener = session.outside;
  if (pending.size > 0) session.pending = new Map();
  session.worldsLeft = MOST_WORLDS;
  try {
    return run(question, world);
  } finally {
    session.listener = listener;
    session.pending = pending;
    session.worldsLeft = worldsLeft;
  }
}

/** Runs without telling anyone what is read or met: for reasoning about an expression. */
export function quietly<Result>(session: Session, run: () => Result): Result {
  const listener = session.listener;
  session.listener = DEAF;
  try {
    return run();
  } finally {
    session.listener = listener;
  }
}
