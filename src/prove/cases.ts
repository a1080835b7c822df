// The cases in which different parts of one whole exist. A whole's cases come from the conditions of
// its own parts only, and conditions that read different inputs are followed apart from each other:
// ten pairs of alternatives are ten times two cases, not two to the tenth.
import type { Interpreter } from '../interpret/interpreter.ts';
import type { Expression } from '../model/expression.ts';
import type { AppliesWhen, Let } from '../model/framework.ts';
import { readingOf } from './reading.ts';

/** More cases than this among conditions that hang together are not followed. */
export const MOST_CASES = 1024;

/** What is known where the cases are told apart. */
export interface Ground {
  readonly interpreter: Interpreter;
  readonly lets: ReadonlyMap<string, Let>;
  /** Conditions whose outcome the interpreter has been told. */
  readonly assumed: readonly Expression[];
}

interface Conditional {
  readonly applies: AppliesWhen | undefined;
}

/** What holds in a case, and the parts that exist in it. */
export interface Case<P> {
  readonly interpreter: Interpreter;
  readonly present: readonly P[];
}

/** Parts whose conditions hang together, with every case of them. */
export interface Cluster<P> {
  readonly parts: readonly P[];
  /** The inputs that the conditions read. */
  readonly inputs: ReadonlySet<string>;
  readonly cases: readonly Case<P>[];
}

export interface Cases<P> {
  /** Parts that exist in every case. */
  readonly always: readonly P[];
  /** Independent of each other: any case of one goes with any case of another. */
  readonly clusters: readonly Cluster<P>[];
}

/** The cases among the parts of one whole; undefined where they are too many. */
export function casesOf<P extends Conditional>(
  ground: Ground,
  parts: readonly P[],
): Cases<P> | undefined {
  const { interpreter } = ground;
  const always: P[] = [];
  const open: P[] = [];
  for (const part of parts) {
    const truth = part.applies && interpreter.truth(part.applies.condition);
    if (truth?.canBeFalse !== true) always.push(part);
    else if (truth.canBeTrue) open.push(part);
  }
  const clusters: Cluster<P>[] = [];
  for (const { members, inputs } of hangingTogether(ground, open)) {
    const cases = followed(interpreter, members);
    if (cases === undefined) return undefined;
    clusters.push({ parts: members, inputs, cases });
  }
  return { always, clusters };
}

function followed<P extends Conditional>(
  interpreter: Interpreter,
  parts: readonly P[],
): readonly Case<P>[] | undefined {
  let cases: readonly Case<P>[] = [{ interpreter, present: [] }];
  for (const part of parts) {
    const condition = part.applies?.condition;
    if (condition === undefined) continue;
    cases = cases.flatMap((known) => {
      const truth = known.interpreter.truth(condition);
      const where = (outcome: boolean) => {
        const decided = outcome ? !truth.canBeFalse : !truth.canBeTrue;
        if (decided) return known.interpreter;
        return (outcome ? truth.canBeTrue : truth.canBeFalse)
          ? known.interpreter.assuming(condition, outcome)
          : undefined;
      };
      const [holding, failing] = [where(true), where(false)];
      return [
        ...(holding ? [{ interpreter: holding, present: [...known.present, part] }] : []),
        ...(failing ? [{ interpreter: failing, present: known.present }] : []),
      ];
    });
    if (cases.length > MOST_CASES) return undefined;
  }
  return cases;
}

interface Hanging<P> {
  readonly members: readonly P[];
  readonly inputs: ReadonlySet<string>;
}

// Conditions hang together when they read an input in common, or inputs that an assumption around
// them relates.
function hangingTogether<P extends Conditional>(
  { lets, assumed }: Ground,
  parts: readonly P[],
): Hanging<P>[] {
  const around = assumed.map((condition) => readingOf([condition], lets).inputs);
  let groups: Hanging<P>[] = around.map((inputs) => ({ members: [], inputs }));
  for (const part of parts) {
    const own = part.applies ? [part.applies.condition] : [];
    const { inputs } = readingOf(own, lets);
    groups = [...groups, { members: [part], inputs }];
  }
  return groups
    .reduce<Hanging<P>[]>((apart, group) => {
      const touching = apart.filter((other) =>
        [...other.inputs].some((name) => group.inputs.has(name)),
      );
      const joined = [...touching, group];
      return [
        ...apart.filter((other) => !touching.includes(other)),
        {
          members: joined.flatMap(({ members }) => members),
          inputs: new Set(joined.flatMap(({ inputs }) => [...inputs])),
        },
      ];
    }, [])
    .filter(({ members }) => members.length > 0);
}
