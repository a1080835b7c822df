// A file's tree and the scope that it sees → every occurrence of a name with what it stands for. Each
// place is also told as a slot, so that completing can ask what else might stand there.
import type { Expression, Name, TierRowNode, TypeExpression } from '../syntax/tree.ts';
import { ACHIEVEMENT_READINGS } from '../builtins/builtins.ts';
import { findPart } from './amend-scope.ts';
import type { Named, Occurrence } from './named.ts';
import type { Slot, View, Vocabulary } from './slots.ts';
import { allWords, partsIn, readable, topOf, typeNamed } from './slots.ts';
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
    case 'name':
      return note(
        listener,
        expression.name,
        { kind: 'value', view, expected },
        meaningOf(view, expression.name.text, expected),
      );
    case 'score-of':
      if (expression.path !== 'total') resolvePath(listener, view, expression.path.names);
      return;
    case 'field': {
      read(expression.of);
      const fields = partsOfValue(view, expression.of);
      const field = fields.find(({ name }) => name === expression.field.text);
      return note(listener, expression.field, { kind: 'field', fields }, field);
    }
    case 'entry':
      read(expression.of);
      return read(expression.index);
    case 'negate':
    case 'not':
      return read(expression.operand);
    case 'own':
      return resolveExpression(listener, outside(view), expression.operand, expected);
    case 'arithmetic':
    case 'logic':
      read(expression.left);
      return read(expression.right);
    case 'comparison':
      return resolveComparison(listener, view, expression);
    case 'member': {
      read(expression.of);
      const words = vocabularyOf(view, expression.of);
      for (const among of expression.among) read(among, words);
      return;
    }
    case 'choose':
      read(expression.condition);
      read(expression.then, expected);
      return read(expression.otherwise, expected);
    case 'call':
      return resolveCall(listener, view, expression, expected);
    case 'aggregate':
    case 'rank': {
      read(expression.over);
      const inside = within(view, partsOfValue(view, expression.over));
      resolveExpression(listener, inside, expression.of, expected);
      resolveExpression(listener, inside, expression.where);
      if (expression.kind === 'rank') return;
      read(expression.withoutHighest);
      read(expression.withoutLowest);
      return read(expression.at?.share);
    }
    case 'rounded':
      read(expression.operand);
      return read(expression.rounding.step);
    case 'list':
      for (const entry of expression.entries) read(entry, expected);
      return;
    case 'record':
      return resolveRecord(listener, view, expression, expected ?? []);
    case 'decision':
      for (const { condition, value, most } of expression.rows) {
        read(condition);
        read(value, expected);
        read(most);
      }
      read(expression.otherwise, expected);
      return read(expression.otherwiseMost);
    case 'tiers': {
      read(expression.subject);
      const words = vocabularyOf(view, expression.subject);
      for (const row of expression.rows) {
        resolveMatch(listener, view, row, words);
        read(row.value, expected);
        read(row.most);
      }
      read(expression.otherwise, expected);
      return read(expression.otherwiseMost);
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
      return resolveExpression(listener, view, match.high, words);
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
    const at = trail && trail[trail.length - names.length + index];
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

/** The names of the types, words, fields and units in a written type. */
export function resolveType(
  listener: Listener,
  view: View,
  type: TypeExpression | undefined,
  parts: readonly Named[],
): void {
  switch (type?.kind) {
    case 'named':
      return note(
        listener,
        type.name,
        { kind: 'type', view },
        typeNamed(topOf(view), type.name.text),
      );
    case 'money':
    case 'count':
    case 'measure':
      return listener.slot(type.unit, { kind: 'unit', of: type.kind });
    case 'list':
      resolveExpression(listener, view, type.least);
      return resolveType(listener, view, type.of, parts);
    case 'one-of':
      for (const value of type.values) note(listener, value, NEW, at(parts, value), 'declaration');
      return;
    case 'record':
      for (const field of type.fields) {
        for (const name of field.names) {
          const own = at(parts, name);
          note(listener, name, NEW, own, 'declaration');
          resolveType(listener, view, field.type, own?.parts ?? []);
        }
        for (const { limit } of field.bounds) resolveExpression(listener, view, limit);
      }
      return;
    default:
      return;
  }
}

const NEW: Slot = { kind: 'new', replaces: undefined };

function at(parts: readonly Named[], { text }: Name): Named | undefined {
  return parts.find(({ name }) => name === text);
}
