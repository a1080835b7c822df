// Readers, loaded as an embedder would load them: beside their module.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { columnsObstacle } from '../../../src/generate/javascript/module.ts';
import { readerText } from '../../../src/generate/reader/reader-text.ts';
import type { Framework } from '../../../src/model/framework.ts';
import type { ColumnResult, Loaded } from '../loaded.ts';
import { moduleOf } from '../loaded.ts';
import { RULESETS, rulesetNamed } from '../rulesets.ts';

export type Column = Float64Array | Int32Array | Uint16Array | Uint8Array | readonly unknown[];

export interface ReadError {
  readonly row: number | undefined;
  readonly line: number;
  readonly offset: number;
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export interface Departments {
  readonly columns: Readonly<Record<string, Column>>;
  readonly rows: number;
  readonly names: readonly (string | undefined)[];
  readonly apart: readonly { readonly row: number; readonly input: object }[];
  readonly errors: readonly ReadError[];
}

type Scored = ColumnResult & Pick<Departments, 'rows' | 'names' | 'errors'>;

/** A reader, with the module that it reads for. */
export interface Reader {
  readonly module: Loaded;
  readonly readJson: (bytes: Uint8Array, options?: object) => Departments;
  readonly readCsv: (bytes: Uint8Array, options?: object) => Departments;
  readonly scoreJson: (bytes: Uint8Array, options?: object) => Scored;
  readonly scoreCsv: (bytes: Uint8Array, options?: object) => Scored;
}

/** The text of a framework's reader. */
export function readerOf(framework: Framework): string {
  return readerText(framework, 'Generated for a test');
}

/** Loads a reader, whose text a test may have changed. */
export async function loadedReader(
  framework: Framework,
  text: string = readerOf(framework),
): Promise<Reader> {
  const folder = mkdtempSync(path.join(tmpdir(), 'biaochi-reader-'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(folder, 'columns.js'), moduleOf(framework));
  writeFileSync(path.join(folder, 'reader.js'), text);
  const load = (file: string): Promise<unknown> =>
    import(/* @vite-ignore */ pathToFileURL(path.join(folder, file)).href);
  const module = (await load('columns.js')) as Loaded;
  return { ...((await load('reader.js')) as Omit<Reader, 'module'>), module };
}

/** The rulesets that have readers. */
export const READABLE = RULESETS.filter(
  (file) => columnsObstacle(rulesetNamed(file)) === undefined,
);

/** The bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
