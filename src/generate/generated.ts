// What generating gives: files as texts, or the reasons why there are none. Writing them is the caller's.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { DialectName } from './sql/dialects.ts';
import type { InputForm } from './sql/input-form.ts';
import type { Framework } from '../model/framework.ts';

/** A file that was made from a ruleset. */
export interface GeneratedFile {
  /** Its name in the folder that is written to. */
  readonly path: string;
  readonly text: string;
}

export type Generated =
  | { readonly kind: 'files'; readonly files: readonly GeneratedFile[] }
  /** Nothing is generated from a ruleset that cannot be expressed in full. */
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** What all targets are given beside the ruleset. */
export interface GenerateSettings {
  /** The language of descriptions and messages in the generated files. */
  readonly language: Language;
  /** The version of Biaochi, for the head of each file. */
  readonly version: string;
  /** For which databases queries are made; all of them where it is left out. */
  readonly dialects?: readonly DialectName[] | undefined;
  /** What the tables of queries hold: decimals where it is left out. */
  readonly inputs?: InputForm | undefined;
  /** Whether modules bring the validator along. */
  readonly withValidator?: boolean;
}

/** Makes the files of one target. */
export type Generator = (
  framework: Framework,
  settings: GenerateSettings,
) => Generated | Promise<Generated>;

/** Files that a target could make. */
export function filesOf(...files: readonly GeneratedFile[]): Generated {
  return { kind: 'files', files };
}
