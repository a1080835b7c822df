// Which parts a department has and which of them apply, as far as that is known: every combination of
// outcomes that is possible, outer parts before inner ones. Conditions that read the same inputs rule
// one another out, so that ten alternatives for ten categories are ten combinations and no more.
import type { Interpreter } from '../interpret/interpreter.ts';
import type { Expression } from '../model/expression.ts';
import type { Framework, Item, Node } from '../model/framework.ts';
import { admissibleChoices, isPool, termsOf } from '../model/pool.ts';
import type { PoolGroup } from '../model/pool.ts';
import type { Absence } from '../model/sheet.ts';
import type { Scoring } from './scoring.ts';

/** What may exist or not. */
export type Part = Node | Item;

/** One combination: the parts that do not apply, and those that do not exist. */
export interface Outcome {
  readonly out: ReadonlySet<Node>;
  readonly absent: ReadonlyMap<Part, Absence>;
}

export interface Outcomes {
  /** Undefined where the combinations are too many to follow. */
  readonly outcomes: readonly Outcome[] | undefined;
  /** The inputs that a part's own conditions looked at. */
  readonly reads: (part: Part) => ReadonlySet<string>;
}

/** With more combinations than this, bounds are taken instead. */
const MOST_COMBINATIONS = 256;

interface State {
  readonly interpreter: Interpreter;
  readonly out: readonly Node[];
  readonly absent: readonly (readonly [Part, Absence])[];
}

const NO_READS: ReadonlySet<string> = new Set();

/** Follows every combination that the department's data leave open. */
export function followOutcomes(scoring: Scoring): Outcomes {
  const reads = new Map<Part, Set<string>>();
  let isTooMany = false;
  const noting = <Result>(part: Part, act: () => Result): Result => {
    const looked = reads.get(part) ?? new Set<string>();
    reads.set(part, looked);
    return scoring.noting(looked, act);
  };
  const split = (part: Part, state: State, condition: Expression) => {
    const truth = noting(part, () => state.interpreter.truth(condition));
    const under = (outcome: boolean): State | undefined => {
      const interpreter = state.interpreter.assuming(condition, outcome);
      return interpreter && { ...state, interpreter };
    };
    if (!truth.canBeFalse) return { holding: state, failing: undefined };
    if (!truth.canBeTrue) return { holding: undefined, failing: state };
    return { holding: under(true), failing: under(false) };
  };
  const through = <P>(
    parts: readonly P[],
    states: readonly State[],
    visit: (part: P, state: State) => State[],
  ): State[] =>
    parts.reduce<State[]>(
      (open, part) => {
        if (isTooMany) return open;
        const next = open.flatMap((state) => visit(part, state));
        isTooMany ||= next.length > MOST_COMBINATIONS;
        return next;
      },
      [...states],
    );
  const visitPart = (part: Part, state: State): State[] => {
    if (!part.applies) return visitPresent(part, state);
    const { holding, failing } = split(part, state, part.applies.condition);
    const absence: Absence = { kind: 'condition', applies: part.applies, path: part.path };
    return [
      ...(holding ? visitPresent(part, holding) : []),
      ...(failing ? [{ ...failing, absent: [...failing.absent, [part, absence] as const] }] : []),
    ];
  };
  const visitPresent = (part: Part, state: State): State[] => {
    if (!('kind' in part)) return [state];
    if (!part.notApplicable) return visitInside(part, state);
    const { holding, failing } = split(part, state, part.notApplicable.condition);
    return [
      ...(holding ? [{ ...holding, out: [...holding.out, part] }] : []),
      ...(failing ? visitInside(part, failing) : []),
    ];
  };
  const visitInside = (node: Node, state: State): State[] => {
    if (node.kind === 'indicator') return through(node.items, [state], visitPart);
    if (!isPool(node)) return through(node.children, [state], visitPart);
    const choices = choicesFrom(scoring, node, noting);
    if (choices === undefined) {
      isTooMany = true;
      return [state];
    }
    return choices.flatMap((chosen) => {
      const absence: Absence = { kind: 'not-chosen', pool: node.pool, path: node.path };
      const others = node.children.filter(({ name }) => !chosen.includes(name));
      const absent = others.map((child) => [child, absence] as const);
      const present = node.children.filter(({ name }) => chosen.includes(name));
      return through(present, [{ ...state, absent: [...state.absent, ...absent] }], visitPart);
    });
  };
  const start: State = { interpreter: scoring.interpreter, out: [], absent: [] };
  const states = through(scoring.framework.children, [start], visitPart);
  const outcomes = states.map((state) => ({
    out: new Set(state.out),
    absent: new Map(state.absent),
  }));
  return {
    outcomes: isTooMany || outcomes.length === 0 ? undefined : outcomes,
    reads: (part) => reads.get(part) ?? NO_READS,
  };
}

function choicesFrom(
  scoring: Scoring,
  pool: PoolGroup,
  noting: (part: Part, act: () => unknown) => unknown,
): readonly (readonly string[])[] | undefined {
  const { inputName } = pool.pool;
  for (const child of pool.children) noting(child, () => scoring.read(inputName));
  const choices = admissibleChoices(
    termsOf(pool),
    scoring.data.value(inputName),
    MOST_COMBINATIONS,
  );
  // No department can choose rightly from such a pool, which the checker has said.
  return choices?.length === 0 ? [[]] : choices;
}

/** Whether a framework has parts that may be out or may not exist. */
export function mayVary({ children }: Pick<Framework, 'children'>): boolean {
  return children.some(
    (node) =>
      node.applies !== undefined ||
      node.notApplicable !== undefined ||
      (node.kind === 'group'
        ? node.pool !== undefined || mayVary(node)
        : node.items.some((item) => item.applies !== undefined)),
  );
}
