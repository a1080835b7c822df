// A file's tree and the scope that it sees → every occurrence of a name with what it stands for. Each
// place is also told as a slot, so that completing can ask what else might stand there.
import type { Expression, Name, TierRowNode } from '../syntax/tree.ts';
import { ACHIEVEMENT_READINGS } from '../builtins/builtins.ts';
import { findPart } from './amend-scope.ts';
import type { Named, Occurrence } from './named.ts';
import type { Slot, View, Vocabulary } from './slots.ts';
import { allWords, partsIn, readable, topOf } from './slots.ts';
import { partsOfValue, readNamed, vocabularyIn, vocabularyOf } from './vocabulary.ts';

/** Told of every name in the order of the walk. */
export interface Listener {
  readonly occurrence: (occurrence: Occurrence) => void;
  readonly slot: (name: Name, slot: Slot) => void;
}

/** Notes what a name stands for, where that is known. */
export function note(
  listener: Listener,
  name: Name,
  slot: Slot,
  named: Named | undefined,
  role: Occurrence['role'] = 'read',
): void {
  listener.slot(name, slot);
  if (named && name.text !== '')
    listener.occurrence({ span: name.span, text: name.text, named, role });
}

/** Resolves the names of an expression; `expected` are the words that it may come to. */
export function resolveExpression(
  listener: Listener,
  view: View,
  expression: Expression | undefined,
  expected?: Vocabulary,
): void {
  if (!expression) return;
  const read = (inner: Expression | undefined, wanted?: Vocabulary) =>
    resolveExpression(listener, view, inner, wanted);
  switch (expression.kind) {
    case 'missing':
    case 'date':
    case 'text':
    case 'boolean':
    case 'full-points':
    case 'total-grade':
    case 'each':
    case 'standing':
    case 'parts':
    case 'cohort':
      return;
    case 'number':
      if (expression.unit) listener.slot(expression.unit, { kind: 'unit', of: 'number' });
      return;
    case 'name': {
      note(
        listener,
        expression.name,
        { kind: 'value', view, expected },
        meaningOf(view, expression.name.text, expected),
      );
      return;
    }
    case 'score-of':
      if (expression.path !== 'total') resolvePath(listener, view, expression.path.names);
      return;
    case 'field': {
      read(expression.of);
      const fields = partsOfValue(view, expression.of);
      const field = fields.find(({ name }) => name === expression.field.text);
      note(listener, expression.field, { kind: 'field', fields }, field);
      return;
    }
    case 'entry':
      read(expression.of);
      {
        read(expression.index);
        return;
      }
    case 'negate':
    case 'not': {
      read(expression.operand);
      return;
    }
    case 'own': {
      resolveExpression(listener, outside(view), expression.operand, expected);
      return;
    }
    case 'arithmetic':
    case 'logic':
      read(expression.left);
      {
        read(expression.right);
        return;
      }
    case 'comparison': {
      resolveComparison(listener, view, expression);
      return;
    }
    case 'member': {
      read(expression.of);
      const words = vocabularyOf(view, expression.of);
      for (const among of expression.among) read(among, words);
      return;
    }
    case 'choose':
      read(expression.condition);
      read(expression.then, expected);
      {
        read(expression.otherwise, expected);
        return;
      }
    case 'call': {
      resolveCall(listener, view, expression, expected);
      return;
    }
    case 'aggregate':
    case 'rank': {
      read(expression.over);
      const inside = within(view, partsOfValue(view, expression.over));
      resolveExpression(listener, inside, expression.of, expected);
      resolveExpression(listener, inside, expression.where);
      if (expression.kind === 'rank') return;
      read(expression.withoutHighest);
      read(expression.withoutLowest);
      read(expression.at?.share);
      return;
    }
    case 'rounded':
      read(expression.operand);
      {
        read(expression.rounding.step);
        return;
      }
    case 'list':
      for (const entry of expression.entries) read(entry, expected);
      return;
    case 'record': {
      resolveRecord(listener, view, expression, expected ?? []);
      return;
    }
    case 'decision':
      for (const { condition, value, most } of expression.rows) {
        read(condition);
        read(value, expected);
        read(most);
      }
      read(expression.otherwise, expected);
      {
        read(expression.otherwiseMost);
        return;
      }
    case 'tiers': {
      read(expression.subject);
      const words = vocabularyOf(view, expression.subject);
      for (const row of expression.rows) {
        resolveMatch(listener, view, row, words);
        read(row.value, expected);
        read(row.most);
      }
      read(expression.otherwise, expected);
      read(expression.otherwiseMost);
      return;
    }
    default:
      return expression satisfies never;
  }
}

/** What a bare name means: a word that is expected, what is in sight, or the only word of that name. */
function meaningOf(view: View, name: string, expected: Vocabulary | undefined): Named | undefined {
  const field = view.entries.flat().find((each) => each.name === name);
  if (field) return field;
  const word = expected?.find((each) => each.name === name);
  if (word) return word;
  const read = readNamed(view, name);
  if (read) return read;
  const [only, ...others] = allWords(topOf(view)).filter((each) => each.name === name);
  return others.length === 0 ? only : undefined;
}

function within(view: View, parts: readonly Named[]): View {
  const fields = parts.filter(({ kind }) => kind === 'field');
  return { ...view, entries: [fields, ...view.entries] };
}

/** What `own` sees: what stands outside of the aggregate. */
function outside(view: View): View {
  return { ...view, entries: [] };
}

function resolveComparison(
  listener: Listener,
  view: View,
  { first, links }: Extract<Expression, { kind: 'comparison' }>,
): void {
  const operands = [first, ...links.map(({ operand }) => operand)];
  operands.forEach((operand, index) => {
    const beside = [operands[index - 1], operands[index + 1]].flatMap((other) =>
      other ? [vocabularyOf(view, other)] : [],
    );
    resolveExpression(
      listener,
      view,
      operand,
      beside.find((words) => words !== undefined),
    );
  });
}

function resolveMatch(
  listener: Listener,
  view: View,
  { match }: TierRowNode,
  words: Vocabulary | undefined,
): void {
  switch (match.kind) {
    case 'bounds':
      for (const { operand } of match.bounds) resolveExpression(listener, view, operand, words);
      return;
    case 'between':
      resolveExpression(listener, view, match.low, words);
      {
        resolveExpression(listener, view, match.high, words);
        return;
      }
    case 'values':
      for (const value of match.values) resolveExpression(listener, view, value, words);
      return;
    default:
      return match satisfies never;
  }
}

const READING_WORDS: ReadonlySet<string> = new Set(Object.entries(ACHIEVEMENT_READINGS).flat());

function resolveCall(
  listener: Listener,
  view: View,
  call: Extract<Expression, { kind: 'call' }>,
  expected: Vocabulary | undefined,
): void {
  const called = readable(view).find(
    ({ kind, name }) => kind === 'function' && name === call.name.text,
  );
  note(listener, call.name, { kind: 'callee', view }, called);
  call.arguments.forEach((argument, index) => {
    const isReading = argument.kind === 'name' && READING_WORDS.has(argument.name.text);
    if (!called && index === 2 && isReading) return;
    const parameter = called?.parts[index];
    const words = parameter
      ? vocabularyIn(view, parameter)
      : (call.arguments.map((each) => vocabularyOf(view, each)).find((each) => each) ?? expected);
    resolveExpression(listener, view, argument, words);
  });
}

/** `{ name = value }` against the fields or entries that may stand in it. */
function resolveRecord(
  listener: Listener,
  view: View,
  { fields }: Extract<Expression, { kind: 'record' }>,
  known: readonly Named[],
): void {
  for (const { name, value } of fields) {
    const field = known.find((each) => each.name === name.text);
    note(listener, name, { kind: 'field', fields: known }, field);
    resolveExpression(listener, view, value, field && partsIn(topOf(view), field));
  }
}

/** The names of a path to a part: the last may stand alone, those before it lead there. */
export function resolvePath(
  listener: Listener,
  view: View,
  names: readonly Name[],
  role: Occurrence['role'] = 'read',
): void {
  const trail = findPart(topOf(view), names);
  names.forEach((name, index) => {
    const before = names.slice(0, index).map(({ text }) => text);
    const at = trail?.[trail.length - names.length + index];
    const last = index === names.length - 1;
    note(
      listener,
      name,
      { kind: 'part', top: topOf(view), within: before },
      at?.self,
      last ? role : 'read',
    );
  });
}
