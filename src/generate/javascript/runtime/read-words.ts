// Truths, words, texts, targets and actual values of a department's file.
import { parseActual, parseTarget } from '../../../types/target.ts';
import type { PlainSpec, ValueSpec, WordSpec } from './input-spec.ts';
import { halfWidth, readAmount } from './read-figure.ts';
import type { Reading } from './reading.ts';
import { wrong } from './reading.ts';
import { exactText } from './result.ts';

/** `yes`, `no`, `是`, `否`, true and false. */
export function truthOf(value: unknown): boolean | undefined {
  const word = typeof value === 'string' ? value.trim() : value;
  if (word === true || word === 'yes' || word === '是') return true;
  return word === false || word === 'no' || word === '否' ? false : undefined;
}

export function readTruth(
  given: unknown,
  _spec: ValueSpec,
  path: string,
  reading: Reading,
): boolean | undefined {
  return truthOf(given) ?? wrong(path, 'wrong-kind', reading);
}

export function readWord(
  given: unknown,
  { words }: WordSpec,
  path: string,
  reading: Reading,
): unknown {
  return words.includes(given as string) ? given : wrong(path, 'wrong-kind', reading);
}

export function readText(
  given: unknown,
  _spec: ValueSpec,
  path: string,
  reading: Reading,
): string | undefined {
  return typeof given === 'string' ? given : wrong(path, 'wrong-kind', reading);
}

/** Targets and actual values that nothing reads: kept as they are written. */
export function keepAchieved(
  given: unknown,
  _spec: ValueSpec,
  path: string,
  reading: Reading,
): string | undefined {
  const text = typeof given === 'number' ? String(given) : given;
  return typeof text === 'string' && text.trim() ? text : wrong(path, 'wrong-kind', reading);
}

/** Targets and actual values: a figure, a date, or words, which keep their own punctuation. */
export function readAchieved(
  given: unknown,
  { kind }: PlainSpec,
  path: string,
  reading: Reading,
): string | undefined {
  if (typeof given === 'number') {
    const amount = readAmount(given, { bare: '1' }, path, reading);
    const text = String(given);
    return amount && (/^-?\d+(?:\.\d+)?$/.test(text) ? text : exactText(amount));
  }
  if (typeof given !== 'string' || given.trim() === '' || given.length > 10_000)
    return wrong(path, 'wrong-kind', reading);
  const isWords = (text: string) =>
    (kind === 'target' ? parseTarget(text) : parseActual(text)).kind === 'words';
  const text = halfWidth(given);
  if (!isWords(text)) return text;
  if (isWords(text.replace(/(?<=\d),(?=\d{3}(?!\d))/gu, ''))) return given;
  return wrong(path, 'wrong-kind', reading);
}
