// Compiled modules, loaded as an embedder would load them, and their results beside the reference's.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InputSpec } from '../../src/generate/javascript/runtime/input-spec.ts';
import type { Column, ColumnKind } from '../../src/generate/javascript/runtime/column-memory.ts';
import { moduleText } from '../../src/generate/javascript/module.ts';
import { resultNames } from '../../src/generate/plan/names.ts';
import { loadAssembler } from '../../src/generate/wasm/assemble.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { NodeScore, ScoreSheet } from '../../src/model/sheet.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { multiply, rational } from '../../src/number/rational.ts';
import type { Rational } from '../../src/number/rational.ts';
import { stepsPerUnit } from '../../src/generate/plan/steps.ts';
import { pointOf } from '../../src/types/range.ts';
import type { Type } from '../../src/types/type.ts';
import type { Value } from '../../src/types/value.ts';
import { isKnown } from '../../src/types/value.ts';

type Figure = number | Rational;

export interface Result {
  readonly scores: Readonly<Record<string, Figure>>;
  readonly total?: Figure;
  readonly grade?: string | undefined;
  readonly outputs: Readonly<Record<string, unknown>>;
}

export type Decoded =
  | { readonly ok: true; readonly input: object; readonly missing: readonly string[] }
  | {
      readonly ok: false;
      readonly errors: readonly {
        readonly path: string;
        readonly code: string;
        readonly message: string;
      }[];
    };

/** A compiled module as an embedder sees it. */
export interface Loaded {
  readonly decode: (inputs: unknown) => Decoded;
  readonly evaluate: (input: object, options?: object) => Result;
  readonly evaluateTogether?: (inputs: readonly object[], options?: object) => Result[];
  readonly evaluateColumns?: (
    columns: object,
    rows: number,
    into?: object,
    range?: { readonly from?: number; readonly to?: number },
  ) => ColumnResult;
  readonly columnArrays?: { readonly inputs: readonly (readonly [string, ColumnKind])[] };
  readonly columnsMemory?: (rows: number) => {
    readonly columns: Record<string, unknown>;
    readonly into: ColumnResult;
  };
  readonly usesWebAssembly?: () => boolean;
  readonly format: (score: Figure) => string;
  readonly metadata: { readonly inputs: Readonly<Record<string, InputSpec>> };
}

export interface ColumnResult {
  readonly scores: Readonly<Record<string, Column>>;
  readonly total: Column;
  readonly grade: Uint8Array;
  readonly undecided: Uint8Array;
}

/** The text of a framework's module, whose columns are scored in loops. */
export function moduleOf(framework: Framework): string {
  return moduleText(framework, { language: 'js', head: 'Generated for a test' });
}

/** The same with its columns in WebAssembly. */
export async function moduleWithKernel(framework: Framework): Promise<string> {
  const assemble = await loadAssembler();
  return moduleText(framework, { language: 'js', head: 'Generated for a test', assemble });
}

/** Loads the module of a framework. */
export function loaded(framework: Framework): Promise<Loaded> {
  return loadedText(moduleOf(framework));
}

/** Loads `module.js` as it ships: without columns, its runtime in few letters. */
export function shipped(framework: Framework): Promise<Loaded> {
  const head = 'Generated for a test';
  return loadedText(
    moduleText(framework, { language: 'js', head, withColumns: false, isSmall: true }),
  );
}

/** Loads a module's text, which a test may have changed. */
export async function loadedText(text: string): Promise<Loaded> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'biaochi-module-')), 'module.mjs');
  writeFileSync(file, text);
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Loaded;
}

/** All scores, grade and outputs as exact text; undefined for what is open. */
export type Told = Readonly<Record<string, string | undefined>>;

/** What the reference says of a department. */
export function toldByReference(framework: Framework, sheet: ScoreSheet): Told {
  const told: Record<string, string | undefined> = {};
  const names = resultNames(framework);
  const tell = (score: NodeScore): void => {
    const node = score.kind === 'group' ? score.group : score.indicator;
    const figure = pointOf(score.score);
    told[`score ${names.get(node) ?? ''}`] = figure && formatExact(figure);
    if (score.kind === 'group') score.children.forEach(tell);
  };
  sheet.children.forEach(tell);
  const total = pointOf(sheet.total);
  if (framework.scored) told['total'] = total && formatExact(total);
  if (framework.scored && framework.grades.length > 0)
    told['grade'] = sheet.grades.length > 1 ? undefined : String(sheet.grades[0]);
  for (const { output, value } of sheet.outputs)
    told[`output ${output.name}`] = isKnown(value) ? shownValue(value) : undefined;
  return told;
}

function shownValue(value: Value): string {
  switch (value.kind) {
    case 'number':
    case 'date': {
      const figure = pointOf(value.range);
      return figure ? formatExact(figure) : 'irrational';
    }
    case 'boolean':
      return String(value.canBeTrue);
    case 'enumeration':
      return String([...value.possible][0]);
    case 'text':
      return String(value.text);
    default:
      return value.kind;
  }
}

/** What a module says of a department. */
export function toldByModule(framework: Framework, { format }: Loaded, result: Result): Told {
  const told: Record<string, string | undefined> = {};
  for (const [name, score] of Object.entries(result.scores)) told[`score ${name}`] = format(score);
  if (framework.scored) told['total'] = format(result.total ?? Number.NaN);
  if (framework.scored && framework.grades.length > 0) told['grade'] = String(result.grade);
  for (const { name, value } of framework.outputs)
    told[`output ${name}`] = shownOutput(result.outputs[name], value.type);
  return told;
}

function shownOutput(output: unknown, type: Type): string {
  if (type.kind !== 'number' && type.kind !== 'date') return String(output);
  const figure = output as Figure;
  if (typeof figure !== 'number') return formatExact(figure);
  return formatExact(multiply(rational(figure), rational(1n, stepsPerUnit(type))));
}
