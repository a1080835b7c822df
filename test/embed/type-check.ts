// The TypeScript compiler over generated files and programs that use them: what it has against them,
// under the strictest settings.
import path from 'node:path';
import ts from 'typescript';
import { folderWith } from '../cli/console.ts';

/** What the compiler says: which file, and the text that it points at. */
export interface Complaint {
  readonly file: string;
  readonly at: string;
  readonly message: string;
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
};

/** Checks the files of a new folder as one program. */
export function typeCheck(texts: ReadonlyMap<string, string>): Complaint[] {
  const folder = folderWith({ 'package.json': '{"type":"module"}', ...Object.fromEntries(texts) });
  const sources = [...texts.keys()].filter((file) => file.endsWith('.ts'));
  const program = ts.createProgram(
    sources.map((file) => path.join(folder, file)),
    OPTIONS,
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, start, length, messageText }) => ({
    file: file ? path.relative(folder, file.fileName) : '',
    at: file && start !== undefined ? file.text.slice(start, start + (length ?? 0)) : '',
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
}
