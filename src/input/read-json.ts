// Plain JSON text to document tree, fast: most files are nothing else, and pages read hundreds of them.
// Whatever is not plain and whole JSON is left to `readDocument`, which has words for it; where both
// read a text, they read the same.
import type { Source } from '../text/source.ts';
import type { DocumentEntry, DocumentNode } from './document.ts';

/** Deeper nesting and longer names are left to the careful reader. */
const DEEPEST = 30;
const LONGEST_NAME = 500;

const SPACES = /[ \r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?/y;
// Without escapes but the plain ones, and without signs that end a line elsewhere.
const TEXT = /"((?:[^"\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\\["\\/nt])*)"/y;
const WORD = /true|false|null/y;

interface Reader {
  readonly text: string;
  readonly file: string;
  at: number;
}

/** The tree of a text that is plain JSON; undefined for any other. */
export function readJson({ file, text }: Source): DocumentNode | undefined {
  const reader: Reader = { text, file, at: text.startsWith('\uFEFF') ? 1 : 0 };
  skip(reader);
  const first = text.charAt(reader.at);
  if (first !== '{' && first !== '[') return undefined;
  const root = valueAt(reader, 0);
  if (root === undefined) return undefined;
  skip(reader);
  return reader.at === text.length ? root : undefined;
}

function skip(reader: Reader): void {
  const sign = reader.text.charCodeAt(reader.at);
  // Nearly always nothing or one space.
  if (sign > 32) return;
  SPACES.lastIndex = reader.at;
  SPACES.exec(reader.text);
  reader.at = SPACES.lastIndex;
}

function matchAt(pattern: RegExp, reader: Reader): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text);
  if (match === null) return undefined;
  reader.at = pattern.lastIndex;
  return match;
}

function valueAt(reader: Reader, depth: number): DocumentNode | undefined {
  if (depth > DEEPEST) return undefined;
  const start = reader.at;
  const span = () => ({ file: reader.file, start, end: reader.at });
  switch (reader.text.charAt(start)) {
    case '{': {
      const entries = entriesAt(reader, depth + 1);
      return entries && { kind: 'object', entries, span: span() };
    }
    case '[': {
      const entries = listAt(reader, depth + 1);
      return entries && { kind: 'list', entries, span: span() };
    }
    case '"': {
      const text = textAt(reader);
      return text === undefined ? undefined : { kind: 'text', text, span: span() };
    }
    case 't':
    case 'f':
    case 'n': {
      const word = matchAt(WORD, reader)?.[0];
      if (word === undefined) return undefined;
      return word === 'null'
        ? { kind: 'null', span: span() }
        : { kind: 'boolean', value: word === 'true', span: span() };
    }
    default: {
      const written = matchAt(NUMBER, reader)?.[0];
      return written === undefined ? undefined : { kind: 'number', written, span: span() };
    }
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\n', '\n'],
  ['\\t', '\t'],
  ['\\/', '/'],
  ['\\"', '"'],
  ['\\\\', '\\'],
]);

function textAt(reader: Reader): string | undefined {
  const inner = matchAt(TEXT, reader)?.[1];
  if (inner?.includes('\\') !== true) return inner;
  return inner.replace(/\\./g, (escape) => ESCAPES.get(escape) ?? escape);
}

function entriesAt(reader: Reader, depth: number): Map<string, DocumentEntry> | undefined {
  const entries = new Map<string, DocumentEntry>();
  const isWhole = separated(reader, '}', () => {
    const start = reader.at;
    const name = textAt(reader);
    if (name === undefined || name === '' || name.length > LONGEST_NAME || entries.has(name))
      return false;
    const nameSpan = { file: reader.file, start, end: reader.at };
    skip(reader);
    if (reader.text.charAt(reader.at) !== ':') return false;
    reader.at++;
    skip(reader);
    const value = valueAt(reader, depth);
    if (value === undefined) return false;
    entries.set(name, { name, nameSpan, value });
    return true;
  });
  return isWhole ? entries : undefined;
}

function listAt(reader: Reader, depth: number): DocumentNode[] | undefined {
  const entries: DocumentNode[] = [];
  const isWhole = separated(reader, ']', () => {
    const value = valueAt(reader, depth);
    if (value === undefined) return false;
    entries.push(value);
    return true;
  });
  return isWhole ? entries : undefined;
}

// What stands between an opening bracket and `close`, separated by commas.
function separated(reader: Reader, close: string, readOne: () => boolean): boolean {
  reader.at++;
  skip(reader);
  if (reader.text.charAt(reader.at) === close) {
    reader.at++;
    return true;
  }
  for (;;) {
    if (!readOne()) return false;
    skip(reader);
    const sign = reader.text.charAt(reader.at);
    reader.at++;
    if (sign === close) return true;
    if (sign !== ',') return false;
    skip(reader);
  }
}
