// Values written out where data would stand: defaults of inputs and the givens of examples. They are
// read against the declared type, as a department's file is.
import type { ConstantRole } from '../diagnostics/typing-messages.ts';
import type * as Syntax from '../syntax/tree.ts';
import type { Range } from '../types/range.ts';
import { contains } from '../types/range.ts';
import { parseActual, parseTarget } from '../types/target.ts';
import type { ListType, RecordType, Type } from '../types/type.ts';
import { comparable } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import { dateValue, numberValue } from '../types/value.ts';
import { fixedIn } from './declared-range.ts';
import { renameFix } from './suggest.ts';
import { nearest } from '../text/nearest.ts';
import { figureText } from './type-literal.ts';
import type { Typing } from './typing.ts';

/** What a value is for: whose it is, what it must be, and what messages call it. */
export interface Slot {
  readonly name: string;
  readonly type: Type;
  readonly range: Range;
  readonly fieldRanges: ReadonlyMap<string, Range>;
  readonly role: ConstantRole;
}

/** The value, or undefined after saying why it does not fit. */
export function valueFor(
  typing: Typing,
  written: Syntax.Expression,
  slot: Slot,
): Value | undefined {
  const { type, name } = slot;
  switch (type.kind) {
    case 'number':
    case 'date': {
      const figure = fixedIn(typing, written, type, slot.role);
      if (figure === undefined) return undefined;
      const whole = { ...slot.range, integer: type.kind === 'date' || type.integer };
      if (!contains(whole, figure)) {
        typing.report.say('value-out-of-range', written.span, { name });
        return undefined;
      }
      return type.kind === 'date' ? dateValue(Number(figure.n)) : numberValue(figure);
    }
    case 'target':
    case 'actual': {
      const text = notation(written);
      if (text === undefined) return unfit(typing, written, slot);
      if (type.kind === 'target') return { kind: 'target', target: parseTarget(text) };
      return { kind: 'actual', actual: parseActual(text) };
    }
    case 'list':
      return listFor(typing, written, type, slot);
    case 'record':
      return recordFor(typing, written, type, slot);
    case 'boolean':
    case 'enumeration':
    case 'text': {
      const typed = typing.type(written, type);
      if (typed.type.kind === 'error') return undefined;
      const value = comparable(typed.type, type) ? typing.constant(typed) : undefined;
      return value ?? unfit(typing, written, slot);
    }
    case 'error':
      return undefined;
    default:
      return type satisfies never;
  }
}

function unfit(
  typing: Typing,
  written: Syntax.Expression,
  { name, type }: Slot,
): Value | undefined {
  if (written.kind === 'missing') typing.report.leaveOut();
  else typing.report.say('value-not-fitting', written.span, { name, expected: type });
  return undefined;
}

// Targets are texts in a notation of their own; plain figures and dates need no quotes.
function notation(written: Syntax.Expression): string | undefined {
  if (written.kind === 'text' || written.kind === 'date') return written.text;
  return written.kind === 'number' ? figureText(written).replace(' ', '') : undefined;
}

function listFor(
  typing: Typing,
  written: Syntax.Expression,
  type: ListType,
  slot: Slot,
): Value | undefined {
  if (written.kind !== 'list') return unfit(typing, written, slot);
  const given = written.entries.length;
  const { least, most } = type;
  if (given < least || (most !== undefined && given > most)) {
    typing.report.say('list-length-differs', written.span, { least, most, given });
    return undefined;
  }
  const entries = written.entries.flatMap(
    (entry) => valueFor(typing, entry, { ...slot, type: type.of }) ?? [],
  );
  return entries.length < given ? undefined : { kind: 'list', entries, further: undefined };
}

function recordFor(
  typing: Typing,
  written: Syntax.Expression,
  type: RecordType,
  slot: Slot,
): Value | undefined {
  if (written.kind !== 'record') return unfit(typing, written, slot);
  const values = new Map<string, Value>();
  const named = new Set<string>();
  for (const { name, value } of written.fields) {
    const field = type.fields.get(name.text);
    if (!field) {
      const fields = [...type.fields.keys()];
      const suggestion = nearest(name.text, fields);
      const facts = { name: name.text, suggestion, fields };
      typing.report.say('unknown-field', name.span, facts, {
        fix: renameFix(name.span, suggestion),
      });
      continue;
    }
    if (named.has(name.text))
      typing.report.say('duplicate-name', name.span, { name: name.text, inherited: false });
    named.add(name.text);
    const range = slot.fieldRanges.get(name.text) ?? {
      low: undefined,
      high: undefined,
      integer: false,
    };
    const read = valueFor(typing, value, { ...slot, name: name.text, type: field, range });
    if (read) values.set(name.text, read);
  }
  for (const field of type.fields.keys())
    if (!named.has(field)) typing.report.say('field-missing', written.span, { field });
  return values.size === type.fields.size ? { kind: 'record', fields: values } : undefined;
}
