// The generator of modules with a line of its source changed, and modules run from their text: for twins of
// the generator that lack one safeguard. Sources are translated once; what does not reach the changed file
// is shared by all twins.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import type { moduleText } from '../../src/generate/javascript/module.ts';
import type { Loaded } from './loaded.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ENTRY = 'src/generate/javascript/module.ts';

type Exports = Record<string, unknown>;
type Body = (exports: Exports, require: (path: string) => unknown) => void;

const sources = new Map<string, string>();
const bodies = new Map<string, Body>();
const imports = new Map<string, readonly string[]>();
const shared = new Map<string, Exports>();
const outside = createRequire(import.meta.url);

/** The text of a source file of the repository. */
export function sourceOf(file: string): string {
  const known = sources.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  sources.set(file, text);
  return text;
}

function bodyOf(text: string): Body {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
    },
  });
  return compileFunction(outputText, ['exports', 'require']) as Body;
}

function fileOf(from: string, target: string): string | undefined {
  return target.startsWith('.') ? path.posix.join(path.posix.dirname(from), target) : undefined;
}

function importsOf(file: string): readonly string[] {
  const known = imports.get(file);
  if (known) return known;
  const found = file.endsWith('.ts')
    ? [...sourceOf(file).matchAll(/^(?:import|export)\b(?! type)[^;]*?from '([^']+)'/gmsu)].flatMap(
        ([, target = '']) => fileOf(file, target) ?? [],
      )
    : [];
  imports.set(file, found);
  return found;
}

/** Whether a file uses another, itself included. */
function reaches(file: string, target: string, seen = new Set<string>()): boolean {
  if (file === target) return true;
  if (seen.has(file)) return false;
  seen.add(file);
  return importsOf(file).some((each) => reaches(each, target, seen));
}

/** The files that the generator is made of. */
export function generatorFiles(): readonly string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    importsOf(file).forEach(visit);
  };
  visit(ENTRY);
  return [...seen];
}

/** The generator where one file has another text. */
export function generatorWith(changed: {
  readonly file: string;
  readonly text: string;
}): typeof moduleText {
  const own = new Map<string, Exports>();
  const load = (file: string): Exports => {
    const cache = reaches(file, changed.file) ? own : shared;
    const known = cache.get(file);
    if (known) return known;
    const exports: Exports = {};
    cache.set(file, exports);
    const text = file === changed.file ? changed.text : sourceOf(file);
    if (file.endsWith('.json')) {
      exports['default'] = JSON.parse(text);
      exports['__esModule'] = true;
      return exports;
    }
    const body = file === changed.file ? bodyOf(text) : (bodies.get(file) ?? bodyOf(text));
    if (file !== changed.file) bodies.set(file, body);
    body(exports, (target) => {
      const inside = fileOf(file, target);
      return inside === undefined ? outside(target) : load(inside);
    });
    return exports;
  };
  return load(ENTRY)['moduleText'] as typeof moduleText;
}

/** A module run from its text. */
export function run(text: string): Loaded {
  const names = [...text.matchAll(/^export (?:function|const) ([\p{ID_Continue}$]+)/gmu)];
  const body = text.replace(/^export (?=function|const)/gmu, '');
  const result = names.map(([, name = '']) => name).join(', ');
  const made = compileFunction(`"use strict";\n${body}\nreturn { ${result} };`) as () => unknown;
  return made() as Loaded;
}
