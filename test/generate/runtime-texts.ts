// The texts of the runtime pieces that compiled modules embed: every declaration of the listed files, in
// TypeScript and stripped of its types, with the names of the other pieces that it needs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { minifySync } from 'rolldown/utils';
import ts from 'typescript';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RUNTIME = 'src/generate/javascript/runtime';
const READER = 'src/generate/reader/runtime';

/** Files that are embedded as they are; the runtime's own come first. */
const FILES = [
  ...['undecided', 'figure', 'aggregates', 'lists', 'placing', 'calendar', 'decimal', 'powers'],
  ...[
    'irrational',
    'within',
    'half-up',
    'result',
    'steps',
    'shares',
    'input-spec',
    'reading',
    'read-figure',
    'read-words',
    'read-award',
    'read-lists',
    'decode',
    'column-memory',
    'rows',
    'exact-input',
  ],
]
  .map((name) => `${RUNTIME}/${name}.ts`)
  .concat(
    'src/number/rational.ts',
    'src/number/rounding.ts',
    'src/number/roots.ts',
    'src/number/simplest.ts',
    'src/number/algebraic.ts',
    'src/types/date.ts',
    'src/types/target.ts',
  );

const READER_FILES = [
  ...['bytes', 'careful', 'reading', 'figures', 'values', 'store', 'slots', 'marks', 'slow'],
  ...['records', 'columns', 'lists', 'cohort', 'documents', 'read', 'score'],
  ...['layouts', 'csv-cells', 'csv-header', 'csv-values', 'csv-rows'],
].map((name) => `${READER}/${name}.ts`);

interface Piece {
  readonly file: string;
  /** Names of other pieces, for JavaScript and for TypeScript. */
  readonly needs: string;
  readonly needsInTypes: string;
  /** Empty for what is a type only. */
  readonly js: string;
  /** The same in few letters. */
  readonly small: string;
  readonly ts: string;
}

/** All pieces of modules by name. */
export function runtimePieces(): Promise<Record<string, Piece>> {
  return piecesOf(FILES);
}

/** All pieces of readers by name. */
export function readerPieces(): Promise<Record<string, Piece>> {
  return piecesOf(READER_FILES);
}

async function piecesOf(files: readonly string[]): Promise<Record<string, Piece>> {
  const found = files.flatMap((file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
    return source.statements.flatMap((statement) => {
      const name = nameOf(statement);
      if (name === undefined) return [];
      const written = embedded(statement);
      // Arithmetic speaks for itself.
      const isPlain = file.startsWith('src/number/');
      return [{ name, file, written: isPlain ? written.replace(COMMENTS, '') : written }];
    });
  });
  const names = new Set(found.map(({ name }) => name));
  if (names.size < found.length) throw new Error('two runtime pieces have one name');
  const pieces = await Promise.all(
    found.map(async ({ name, file, written }) => {
      const stripped = await withoutTypes(written);
      const among = (text: string) =>
        [...freeNames(text)].filter((word) => word !== name && names.has(word)).join(' ');
      return [
        name,
        {
          file,
          needs: among(stripped),
          needsInTypes: among(written),
          js: stripped,
          small: inFewLetters(stripped),
          ts: written,
        },
      ] as const;
    }),
  );
  return Object.fromEntries(pieces);
}

// Comments that stand before a declaration or a statement.
const COMMENTS = /^\s*(?:\/\/.*|\/\*\*[^]*?\*\/)\n/gm;

// The names that a text uses and does not declare itself.
function freeNames(text: string): Set<string> {
  const declared = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isMember =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        (ts.isPropertySignature(parent) && parent.name === node) ||
        (ts.isBindingElement(parent) && parent.propertyName === node);
      const isDeclared =
        (ts.isVariableDeclaration(parent) ||
          ts.isParameter(parent) ||
          ts.isBindingElement(parent)) &&
        parent.name === node;
      if (isDeclared) declared.add(node.text);
      else if (!isMember) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('piece.ts', text, ts.ScriptTarget.ES2022, true));
  for (const name of declared) used.delete(name);
  return used;
}

function nameOf(statement: ts.Statement): string | undefined {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations[0]?.name.getText();
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  )
    return statement.name?.text;
  return undefined;
}

// With its comment, without `export`, and with the names of what it imports from a namespace.
function embedded(statement: ts.Statement): string {
  return statement
    .getFullText()
    .replace(
      /^[\s\S]*?(?=\n(?:\/\*\*|\/\/|export|function|const|interface|type)(?![\s\S]*\n\n(?:\/\/|\/\*\*)))/,
      '',
    )
    .trim()
    .replace(/^export (?=function|const|interface|type)/m, '')
    .replace(/\bQ\./g, '');
}

async function withoutTypes(text: string): Promise<string> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const bare = outputText.replace(/^"use strict";\n|^export \{\};?\s*$/gm, '');
  return (await format(bare, { parser: 'babel', singleQuote: true, printWidth: 100 })).trim();
}

// Names of pieces stay, so that they find each other.
function inFewLetters(text: string): string {
  const settings = {
    module: false,
    compress: { target: 'es2022', unused: false },
    mangle: { toplevel: false },
  };
  const { code, errors } = minifySync('piece.js', text, settings);
  if (errors.length > 0) throw new Error(`what cannot be made small: ${text}`);
  return code;
}
