// Runs departments through the reference and every way of scoring a compiled ruleset, and says where the
// first difference is.
import { INPUT_FORMS } from '../../src/generate/sql/input-form.ts';
import { compile } from '../../src/compile.ts';
import type { Framework } from '../../src/model/framework.ts';
import { createSource } from '../../src/text/source.ts';
import { comparesOthers } from '../../src/generate/javascript/exact-scoring.ts';
import type { BackEnd } from './back-ends.ts';
import { createReference, inColumns, oneByOne, wrongWith } from './back-ends.ts';
import type { Inputs } from './figure-slots.ts';
import { inDuckDb } from './in-duckdb.ts';
import { loaded } from './loaded.ts';

/** What one way of scoring says of one department, against what the reference says. */
export interface Difference {
  readonly backEnd: string;
  /** The department, or all that are compared with each other. */
  readonly departments: readonly Inputs[];
  readonly why: string;
}

/** Finds the first difference among departments; `close` ends what the back ends hold. */
export interface Comparison {
  readonly firstDifference: (all: readonly Inputs[]) => Promise<Difference | undefined>;
  readonly backEnds: readonly BackEnd[];
  /** How many departments each of them has given a verdict on. */
  readonly judged: ReadonlyMap<string, number>;
}

/** So many departments are scored together where rules compare them. */
const TOGETHER = 3;

export async function comparing(framework: Framework): Promise<Comparison> {
  const reference = createReference(framework);
  const module = await loaded(framework);
  const columns = inColumns(framework, module);
  const queries = INPUT_FORMS.map((form) => inDuckDb(framework, form));
  const backEnds = [oneByOne(framework, module), columns, ...queries].filter(
    (each) => each !== undefined,
  );
  const size = comparesOthers(framework) ? TOGETHER : undefined;
  const judged = new Map<string, number>();
  return {
    backEnds,
    judged,
    firstDifference: async (all) => {
      for (const part of size === undefined ? [all] : inParts(all, size)) {
        const expected = reference(part);
        for (const backEnd of backEnds) {
          const { name } = backEnd;
          const found = await backEnd.judge(part);
          const given = found.filter((verdict) => verdict !== undefined).length;
          judged.set(name, (judged.get(name) ?? 0) + given);
          for (const [at, each] of expected.entries()) {
            const verdict = found[at];
            const why = verdict && wrongWith(each, verdict, backEnd.mostSteps);
            if (why === undefined) continue;
            const own = part[at];
            const departments = size === undefined && own ? [own] : part;
            return { backEnd: name, departments, why };
          }
        }
      }
      return undefined;
    },
  };
}

function inParts<One>(all: readonly One[], size: number): readonly (readonly One[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}

const FILES = { read: () => undefined, resolve: (_: string, path: string) => path };

/** The framework of a text; undefined where the checker refuses it. */
export function frameworkOf(text: string): Framework | undefined {
  const { framework, diagnostics } = compile(createSource('r.chi', text), FILES);
  return diagnostics.some(({ severity }) => severity === 'error') ? undefined : framework;
}
