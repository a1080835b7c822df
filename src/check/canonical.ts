// The hash of a framework: SHA-256 over a text that holds what the framework means and nothing of how
// or where it was written. Comments, keyword language, file split, citations, examples and `not monotone`
// leave it as it is; anything that can change a score, or what is asked of a person, changes it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Framework } from '../model/framework.ts';

/** Hex digits of the framework's hash. */
export function frameworkHash(framework: Omit<Framework, 'hash'>): string {
  const { lets, inputs, options, gradeDowns, outputs, scored, ...rest } = framework;
  const meaning = {
    ...rest,
    // Their order says nothing.
    lets: byName([...lets.values()].map((definition) => ({ ...definition, name: definition.id }))),
    inputs: byName(inputs),
    options: byName(options),
    // What a ruleset does not use leaves its hash as it was before the language had it.
    gradeDowns: gradeDowns.length > 0 ? gradeDowns : undefined,
    outputs: outputs.length > 0 ? outputs : undefined,
    scored: scored ? undefined : scored,
  };
  return bytesToHex(sha256(utf8ToBytes(canonicalText(meaning))));
}

function byName<N extends { readonly name: string }>(named: readonly N[]): N[] {
  return [...named].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Places, provenance and worked cases. */
const SILENT: ReadonlySet<string> = new Set([
  'span',
  'nameSpan',
  'origins',
  'files',
  'source',
  'examples',
  // What a call expanded to, and what a row was built from, say it all.
  'expands',
  'parameter',
  'segment',
  'notMonotone',
]);

/** Lists in which the order says nothing either. */
const UNORDERED: ReadonlySet<string> = new Set([
  'vetoes',
  'exemptions',
  'ceilings',
  'gradeDowns',
  'checks',
  'openTerms',
]);

function canonicalText(value: unknown, key = ''): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return value.toString();
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (value instanceof Map)
    return `{${[...(value as ReadonlyMap<unknown, unknown>)]
      .map(([name, inner]) => `${canonicalText(name)}:${canonicalText(inner)}`)
      .sort()
      .join()}}`;
  if (value instanceof Set)
    return `[${[...(value as ReadonlySet<unknown>)]
      .map((inner) => canonicalText(inner))
      .sort()
      .join()}]`;
  if (Array.isArray(value)) {
    const parts = value.map((inner) => canonicalText(inner));
    return `[${(UNORDERED.has(key) ? parts.sort() : parts).join()}]`;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const name of inOrder(Object.keys(fields))) {
    const inner = fields[name];
    if (inner === undefined || SILENT.has(name) || isDerived(value, name)) continue;
    text += `${text === '' ? '' : ','}"${name}":${canonicalText(inner, name)}`;
  }
  return `{${text}}`;
}

// Of a handful of names each is put in its place; to sort them takes longer.
function inOrder(names: string[]): readonly string[] {
  for (let at = 1; at < names.length; at++) {
    const name = names[at] ?? '';
    let place = at;
    for (; place > 0 && (names[place - 1] ?? '') > name; place--)
      names[place] = names[place - 1] ?? '';
    names[place] = name;
  }
  return names;
}

// An expression's type follows from its parts, and `10%` means what `0.1` means; inputs keep theirs,
// because it says how a department's figures are read.
function isDerived(owner: object, field: string): boolean {
  if (!('kind' in owner) || !('span' in owner)) return false;
  return (
    (field === 'type' && owner.kind !== 'value') || (field === 'text' && owner.kind === 'constant')
  );
}
