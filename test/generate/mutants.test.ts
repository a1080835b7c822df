// Every safeguard of compiled modules is needed: without it, some department of some small ruleset is
// scored otherwise. The twins stand in one table; what looks like a safeguard and stands in no row of it is
// found by its signs.
import { describe, expect, test } from 'vitest';
import { moduleText } from '../../src/generate/javascript/module.ts';
import type { Framework } from '../../src/model/framework.ts';
import { aimedDepartments } from './aimed-departments.ts';
import { frameworkOf } from './differences.ts';
import { columnsOf } from './in-columns.ts';
import type { Loaded } from './loaded.ts';
import { generatorFiles, generatorWith, run, sourceOf } from './mutated-generator.ts';
import { CONSTRUCTED, SPECIMENS } from './specimens.ts';
import { ELSEWHERE, SIGNS_OF_SAFEGUARDS, TWINS } from './twins.ts';
import type { Twin } from './twins.ts';

/** So many departments of each specimen must show the difference. */
const DEPARTMENTS = 150;
const SETTINGS = { language: 'js', head: 'Generated for a test' } as const;

type Input = Readonly<Record<string, unknown>>;

interface Specimen {
  readonly name: string;
  readonly framework: Framework;
  readonly text: string;
  readonly departments: readonly Input[];
  readonly inputs: readonly Input[];
  readonly said: readonly string[];
}

const specimens = Object.entries(SPECIMENS).map(([name, written], at): Specimen => {
  const framework = frameworkOf(written);
  if (!framework) throw new Error(`${name} is refused`);
  const departments: Input[] = [...(CONSTRUCTED[name] ?? [])];
  for (const { inputs } of aimedDepartments(framework, at)) {
    departments.push(inputs);
    if (departments.length >= DEPARTMENTS) break;
  }
  const text = moduleText(framework, SETTINGS);
  const module = run(text);
  const decoded = departments.flatMap((each) => {
    const found = module.decode(each);
    return found.ok ? [{ ...found.input }] : [];
  });
  const inputs = [...decoded, ...decoded.slice(0, 4).flatMap((input) => probes(module, input))];
  return { name, framework, text, departments, inputs, said: saidBy(module, departments, inputs) };
});

/** What nobody decodes: figures outside, finer, larger, not known, and lists with holes. */
function probes({ metadata }: Loaded, input: Input): Input[] {
  const figures = [
    ...[-1, 0, 0.5, 1_000_001, 2 ** 42 + 1, 2 ** 53, 2 ** 60, Number.NaN, Number.POSITIVE_INFINITY],
    ...[
      undefined,
      null,
      '7',
      true,
      { n: 1n, d: 3n },
      { n: -1n, d: 3n },
      { n: 3n, d: 2n },
      {},
      { n: 1n },
    ],
  ];
  const holes: unknown[] = [];
  holes[1] = 1;
  const gap: unknown[] = [];
  gap[1] = { 名: 'a', 额: 1 };
  return Object.entries(metadata.inputs).flatMap(([name, spec]) => {
    const entry = { 名: 'a', 额: 1 };
    const lists = [[], [1], [1, 2, 3], [1, -2], holes, [entry], [{ ...entry, 额: -1 }], [5], gap];
    const values =
      spec.kind === 'list'
        ? lists
        : 'step' in spec
          ? [...figures, ...ends(spec)]
          : ['丁', 1, undefined];
    return values.map((value) => ({ ...input, [name]: value }));
  });
}

/** The steps at the ends of what is declared, and next to them. */
function ends(spec: object): number[] {
  const { step = '1', least, above, most, below } = spec as Readonly<Record<string, string>>;
  const quotient = (text: string) => {
    const [n = '0', d = '1'] = text.split('/');
    return Number(n) / Number(d);
  };
  return [least, above, most, below].flatMap((limit) => {
    if (limit === undefined) return [];
    const at = Math.round(quotient(limit) / quotient(step));
    return [at - 1, at, at + 1];
  });
}

function shown(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'bigint' ? `${part}n` : part,
  );
}

/** What a module says of departments and of inputs, one text for each. */
function saidBy(module: Loaded, departments: readonly Input[], inputs: readonly Input[]): string[] {
  const tried = (work: () => unknown): string => {
    try {
      return shown(work());
    } catch (error) {
      return error instanceof Error ? error.name : 'thrown';
    }
  };
  const decoded = departments.slice(0, 60).map((each) => tried(() => module.decode(each)));
  const scored = inputs.map((each) => tried(() => module.evaluate(each)));
  const { evaluateColumns } = module;
  if (!evaluateColumns) return [...decoded, ...scored];
  const columns = tried(() => {
    const found = evaluateColumns(columnsOf(module, inputs), inputs.length);
    const { undecided, total, grade, scores } = found;
    const parts: Partial<Record<string, ArrayLike<number>>> = {
      ...scores,
      undecided,
      total,
      grade,
    };
    return Object.entries(parts).map(([name, part]) => [name, ...Array.from(part ?? [])]);
  });
  return [...decoded, ...scored, columns];
}

/** The first specimen on which the twin says something else. */
function caughtBy({ file, from, to }: Twin): string | undefined {
  const source = sourceOf(file);
  const text = source.replaceAll(from, to);
  if (text === source) throw new Error(`there is no “${from}” in ${file}`);
  const generate = generatorWith({ file, text });
  for (const { name, framework, text: right, departments, inputs, said } of specimens) {
    let twin: string;
    try {
      twin = generate(framework, SETTINGS);
    } catch (error) {
      // Bounds that no longer hold may lead nowhere.
      if (error instanceof RangeError) return name;
      throw error;
    }
    if (twin === right) continue;
    const other = saidBy(run(twin), departments, inputs);
    if (other.some((each, at) => each !== said[at])) return name;
  }
  return undefined;
}

describe('a twin is caught', () => {
  test('while the generator as it is says what it says', () => {
    const file = 'src/generate/plan/whole.ts';
    const generate = generatorWith({ file, text: sourceOf(file) });
    for (const { framework, text } of specimens) expect(generate(framework, SETTINGS)).toBe(text);
  });

  test.each(TWINS.map((twin) => [twin.without, twin] as const))('without %s', (_, twin) => {
    expect(caughtBy(twin)).toBeDefined();
  });
});

test('what looks like a safeguard has a twin', () => {
  const alone = generatorFiles()
    .filter((file) => file.startsWith('src/generate/') && file.endsWith('.ts'))
    .flatMap((file) => {
      const source = sourceOf(file);
      const covered = [
        ...TWINS.filter((twin) => twin.file === file).map(({ from }) => from),
        ...ELSEWHERE.map(({ part }) => part),
      ];
      const stretches = covered.flatMap((part) => {
        const parts = source.split(part).slice(0, -1);
        let start = -part.length;
        return parts.map(({ length }) => {
          start += length + part.length;
          return { start, end: start + part.length };
        });
      });
      return [...source.matchAll(SIGNS_OF_SAFEGUARDS)].flatMap(({ index, 0: sign }) => {
        const isCovered = stretches.some(
          ({ start, end }) => start <= index && index + sign.length <= end,
        );
        const line = source.slice(0, index).split('\n').length;
        return isCovered ? [] : [`${file}:${line} ${sign}`];
      });
    });
  expect(alone).toEqual([]);
});
