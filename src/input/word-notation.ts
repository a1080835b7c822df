// How truth values and dates may be written in a department's file; as with figures, one
// description serves the schema's patterns and the reader.
import type { DocumentNode } from './document.ts';
import { halfWidth, whole } from './figure-notation.ts';

const YES: readonly string[] = ['yes', '是'];
const NO: readonly string[] = ['no', '否'];

/** The source of a regular expression for a truth value in words. */
export const TRUTH_PATTERN = [...YES, ...NO].join('|');

/** The truth value that a node states, or undefined. */
export function truthOf(node: DocumentNode): boolean | undefined {
  if (node.kind === 'boolean') return node.value;
  if (node.kind !== 'text') return undefined;
  const word = node.text.trim();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : undefined;
}

/** The source of a regular expression for a date, whether or not the calendar has the day. */
export const DATE_PATTERN =
  '[0-9０-９]{4}\\s*[\\-－−年/.．]\\s*[0-9０-９]{1,2}\\s*[\\-－−月/.．]\\s*[0-9０-９]{1,2}\\s*日?';

const DATE = new RegExp(whole(DATE_PATTERN), 'u');

/** True for a text in the form of a date. */
export function isDate(text: string): boolean {
  return DATE.test(text);
}

/** Without thousands separators anywhere in the text: `≥1,200家` becomes `≥1200家`. */
export function ungroupedAnywhere(text: string): string {
  return halfWidth(text).replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
}
