// Changes in a JSON text that leave everything else as a person wrote it: an entry set, put in or taken
// out at a path, with the indentation that stands around it.
import type { DocumentNode, DocumentObject } from '../../src/input/document.ts';
import type { JsonValue } from '../protocol.ts';

/** Where something stands: names of entries and places in lists. */
export type JsonPath = readonly (string | number)[];

/** Sets what stands at a path, or takes it out where the value is undefined. */
export function setAt(
  text: string,
  root: DocumentNode,
  path: JsonPath,
  value: JsonValue | undefined,
): string {
  let node = root;
  for (const [depth, step] of path.entries()) {
    const next = childOf(node, step);
    const isLast = depth === path.length - 1;
    if (next === undefined) {
      if (value === undefined) return text;
      return insert(text, node, step, nested(path.slice(depth + 1), value));
    }
    if (isLast && value === undefined) return remove(text, node, step);
    node = next;
  }
  const indent = indentAt(text, node.span.start);
  return replace(text, node.span.start, node.span.end, written(value ?? null, indent));
}

/** What stands at one step of a path. */
export function childOf(node: DocumentNode, step: string | number): DocumentNode | undefined {
  if (node.kind === 'object') return node.entries.get(String(step))?.value;
  return node.kind === 'list' && typeof step === 'number' ? node.entries[step] : undefined;
}

function nested(path: JsonPath, value: JsonValue): JsonValue {
  return path.reduceRight<JsonValue>(
    (inner, step) => (typeof step === 'number' ? [inner] : Object.fromEntries([[step, inner]])),
    value,
  );
}

function insert(text: string, node: DocumentNode, step: string | number, value: JsonValue): string {
  if (node.kind !== 'object' && node.kind !== 'list')
    return replace(
      text,
      node.span.start,
      node.span.end,
      written(nested([step], value), indentAt(text, node.span.start)),
    );
  const places =
    node.kind === 'object'
      ? [...node.entries.values()].map((entry) => ({
          start: entry.nameSpan.start,
          end: entry.value.span.end,
        }))
      : node.entries.map(({ span }) => span);
  const last = places.at(-1);
  const own = indentAt(text, node.span.start);
  const before = last && text.slice(node.span.start, last.start);
  const isTall = last === undefined ? node.kind === 'object' : (before ?? '').includes('\n');
  const inner = last && isTall ? indentAt(text, last.start) : `${own}  `;
  const entry =
    (node.kind === 'object' ? `${JSON.stringify(String(step))}: ` : '') + written(value, inner);
  if (last) return replace(text, last.end, last.end, isTall ? `,\n${inner}${entry}` : `, ${entry}`);
  const [open, close] = node.kind === 'object' ? ['{', '}'] : ['[', ']'];
  const body = isTall ? `${open}\n${inner}${entry}\n${own}${close}` : `${open}${entry}${close}`;
  return replace(text, node.span.start, node.span.end, body);
}

function remove(text: string, node: DocumentNode, step: string | number): string {
  const places =
    node.kind === 'object'
      ? placesOf(node)
      : node.kind === 'list'
        ? node.entries.map(({ span }) => span)
        : [];
  const index =
    node.kind === 'object' ? [...node.entries.keys()].indexOf(String(step)) : Number(step);
  const own = places[index];
  if (own === undefined) return text;
  const [previous, next] = [places[index - 1], places[index + 1]];
  if (next) return replace(text, own.start, next.start, '');
  if (previous) return replace(text, previous.end, own.end, '');
  return replace(text, node.span.start, node.span.end, node.kind === 'list' ? '[]' : '{}');
}

function placesOf({ entries }: DocumentObject): { readonly start: number; readonly end: number }[] {
  return [...entries.values()].map(({ nameSpan, value }) => ({
    start: nameSpan.start,
    end: value.span.end,
  }));
}

function replace(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

// The white space at the beginning of the line on which an offset lies.
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** JSON as the shipped files are written: short things on one line, lists of records a line each. */
export function written(value: JsonValue, indent: string): string {
  const line = onOneLine(value);
  if (!Array.isArray(value) || !value.some((entry) => typeof entry === 'object' && entry !== null))
    return line;
  const entries = value.map((entry) => `${indent}  ${onOneLine(entry as JsonValue)}`);
  return `[\n${entries.join(',\n')}\n${indent}]`;
}

function onOneLine(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return `[${value.map((entry) => onOneLine(entry as JsonValue)).join(', ')}]`;
  const entries = Object.entries(value as { readonly [name: string]: JsonValue });
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([name, entry]) => `${JSON.stringify(name)}: ${onOneLine(entry)}`).join(', ')} }`;
}

/** A node as plain data; numbers as texts, so that their decimals are kept. */
export function plainOf(node: DocumentNode | undefined): JsonValue {
  if (node === undefined) return null;
  switch (node.kind) {
    case 'null':
      return null;
    case 'text':
      return node.text;
    case 'number':
      return node.written;
    case 'boolean':
      return node.value;
    case 'list':
      return node.entries.map(plainOf);
    case 'object':
      return Object.fromEntries(
        [...node.entries.values()].map(({ name, value }) => [name, plainOf(value)]),
      );
    default:
      return node satisfies never;
  }
}
