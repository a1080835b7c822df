// Which words an expression may come to, read from declarations alone, so that it is known also while
// a text is broken: those of the enumeration behind a name, the grades, the fields of a list's entries.
import type { Expression } from '../syntax/tree.ts';
import type { Named } from './named.ts';
import type { View, Vocabulary } from './slots.ts';
import { partsIn, readable, topOf } from './slots.ts';

/** The thing that a name reads here, words of enumerations aside. */
export function readNamed(view: View, name: string): Named | undefined {
  return readable(view).find((each) => each.name === name);
}

/** What is inside the value of an expression: words, or the fields of a record or of a list's entries. */
export function partsOfValue(view: View, expression: Expression, depth = 0): readonly Named[] {
  if (depth > DEEPEST) return [];
  const again = (inner: Expression) => partsOfValue(view, inner, depth + 1);
  switch (expression.kind) {
    case 'name':
      return partsOfName(view, expression.name.text, depth);
    case 'each':
      return view.entries[0] ?? [];
    case 'total-grade':
      return topOf(view).grades;
    case 'field': {
      const field = again(expression.of).find(({ name }) => name === expression.field.text);
      return field ? partsIn(topOf(view), field) : [];
    }
    case 'entry':
      return again(expression.of);
    case 'own':
    case 'negate':
    case 'rounded':
      return again(expression.operand);
    case 'choose':
      return firstOf([expression.then, expression.otherwise], again);
    case 'decision':
    case 'tiers': {
      const last = expression.otherwise ? [expression.otherwise] : [];
      return firstOf([...expression.rows.map(({ value }) => value), ...last], again);
    }
    case 'call': {
      const called = readNamed(view, expression.name.text);
      return called?.kind === 'function'
        ? partsOfName(view, called.name, depth)
        : firstOf(expression.arguments, again);
    }
    case 'aggregate':
      return expression.of ? again(expression.of) : again(expression.over);
    default:
      return [];
  }
}

const DEEPEST = 30;

function firstOf(
  expressions: readonly Expression[],
  partsOf: (expression: Expression) => readonly Named[],
): readonly Named[] {
  for (const expression of expressions) {
    const parts = partsOf(expression);
    if (parts.length > 0) return parts;
  }
  return [];
}

function partsOfName(view: View, name: string, depth: number): readonly Named[] {
  const read = readNamed(view, name);
  if (!read) return [];
  const { declaration, type } = read;
  // The parts of a definition with parameters are those, and not what it comes to.
  if (type !== undefined || read.kind !== 'function') {
    const own = partsIn(topOf(view), read.kind === 'function' ? { ...read, parts: [] } : read);
    if (own.length > 0) return own;
  }
  const value =
    declaration?.kind === 'let' || declaration?.kind === 'output' ? declaration.value : undefined;
  return value ? partsOfValue(view, value, depth + 1) : [];
}

/** The words that may stand beside the expression in a comparison; undefined for anything else. */
export function vocabularyOf(view: View, expression: Expression): Vocabulary | undefined {
  return wordsAmong(partsOfValue(view, expression));
}

/** The words that a declared thing takes. */
export function vocabularyIn(view: View, thing: Named): Vocabulary | undefined {
  return wordsAmong(partsIn(topOf(view), thing));
}

function wordsAmong(parts: readonly Named[]): Vocabulary | undefined {
  const words = parts.filter(({ kind }) => kind === 'value' || kind === 'grade');
  return words.length > 0 ? words : undefined;
}
