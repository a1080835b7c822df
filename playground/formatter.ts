// Stands in for the package `prettier` in the built page: the same formatter without Node, with the one
// language that generated declarations are in. Loaded only when declarations are asked for.
import * as estree from 'prettier/plugins/estree';
import * as typescript from 'prettier/plugins/typescript';
import { format as formatStandalone } from 'prettier/standalone';
import type { Options } from 'prettier';

/** Formats as `prettier` does. */
export function format(text: string, options: Options): Promise<string> {
  return formatStandalone(text, { ...options, plugins: [typescript, estree] });
}
