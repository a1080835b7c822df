// What an example gives to one input, award or option, read against what that may be.
import type { ExampleGiven, JudgedInput, Option, ValueInput } from '../model/framework.ts';
import { choiceFault } from '../model/pool.ts';
import * as Q from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import { BOOLEAN } from '../types/type.ts';
import { contains, closed } from '../types/range.ts';
import { valueFor } from './declared-value.ts';
import { renameFix } from './suggest.ts';
import { nearest } from '../text/nearest.ts';
import type { Typing } from './typing.ts';
import { fixedScore } from './typing.ts';

/** Something that an example can give a value to. */
export type Giveable =
  | { readonly kind: 'input'; readonly input: ValueInput }
  | { readonly kind: 'award'; readonly input: JudgedInput }
  | { readonly kind: 'option'; readonly option: Option };

/** The given value, or undefined after saying why it does not fit. */
export function readGiven(
  typing: Typing,
  written: Syntax.Expression,
  giveable: Giveable,
): ExampleGiven | undefined {
  switch (giveable.kind) {
    case 'input': {
      const value = valueFor(typing, written, { ...giveable.input, role: 'given' });
      const fault = value && choiceFault(giveable.input, value);
      if (fault) typing.report.say('choice-not-admissible', written.span, fault);
      return value && { kind: 'value', value };
    }
    case 'option':
      return readChosen(typing, written, giveable.option);
    case 'award':
      return readAward(typing, written, giveable.input);
    default:
      return giveable satisfies never;
  }
}

const ANY = { low: undefined, high: undefined, integer: false };

function readChosen(
  typing: Typing,
  written: Syntax.Expression,
  option: Option,
): ExampleGiven | undefined {
  const type =
    option.kind === 'boolean' ? BOOLEAN : ({ kind: 'enumeration', values: option.values } as const);
  const value = valueFor(typing, written, {
    name: option.name,
    type,
    range: ANY,
    fieldRanges: new Map(),
    role: 'given',
  });
  if (value?.kind === 'boolean') return { kind: 'option', choice: value.canBeTrue ? 'yes' : 'no' };
  const choice = value?.kind === 'enumeration' ? [...value.possible][0] : undefined;
  return choice === undefined ? undefined : { kind: 'option', choice };
}

function readAward(
  typing: Typing,
  written: Syntax.Expression,
  input: JudgedInput,
): ExampleGiven | undefined {
  const { form, name, points } = input;
  if (form.kind === 'choice' && written.kind === 'name')
    return readChoice(typing, written.name, form);
  if (form.kind === 'checklist' && written.kind === 'record')
    return readEntries(typing, written.fields, form);
  const figure = fixedScore(typing, written, 'given');
  if (figure === undefined) return undefined;
  if (form.kind === 'choice') {
    const [only, ...others] = form.choices.filter(({ least, points: most }) =>
      contains(closed(least ?? most, most), figure),
    );
    // A figure on the border of two ranges is the same score in either.
    const ranged = only && [only, ...others].find(({ least }) => least !== undefined);
    if (ranged) return { kind: 'choice', choice: ranged.name, points: figure };
    if (only && others.length === 0) return { kind: 'choice', choice: only.name };
    const expected = {
      kind: 'enumeration',
      values: form.choices.map((choice) => choice.name),
    } as const;
    typing.report.say('value-not-fitting', written.span, { name, expected });
    return undefined;
  }
  if (contains(closed(Q.ZERO, points), figure)) return { kind: 'award', points: figure };
  typing.report.say('value-out-of-range', written.span, { name });
  return undefined;
}

type ChoiceForm = Extract<JudgedInput['form'], { kind: 'choice' }>;
type ChecklistForm = Extract<JudgedInput['form'], { kind: 'checklist' }>;

function readChoice(
  { report }: Typing,
  name: Syntax.Name,
  { choices }: ChoiceForm,
): ExampleGiven | undefined {
  const values = choices.map((choice) => choice.name);
  if (values.includes(name.text)) return { kind: 'choice', choice: name.text };
  const suggestion = nearest(name.text, values);
  const facts = { name: name.text, values, suggestion };
  report.say('unknown-value', name.span, facts, { fix: renameFix(name.span, suggestion) });
  return undefined;
}

function readEntries(
  typing: Typing,
  fields: Extract<Syntax.Expression, { kind: 'record' }>['fields'],
  { entries }: ChecklistForm,
): ExampleGiven {
  const names = entries.map((entry) => entry.name);
  const met = new Map<string, boolean | Q.Rational>();
  for (const { name, value } of fields) {
    const entry = entries.find((each) => each.name === name.text);
    if (entry && value.kind === 'number') {
      const points = readEntryPoints(typing, value, entry);
      if (points) met.set(name.text, points);
      continue;
    }
    const slot = {
      name: name.text,
      type: BOOLEAN,
      range: ANY,
      fieldRanges: new Map(),
      role: 'given',
    } as const;
    const read = valueFor(typing, value, slot);
    if (entry) {
      if (read?.kind === 'boolean') met.set(name.text, read.canBeTrue);
      continue;
    }
    const suggestion = nearest(name.text, names);
    const facts = { name: name.text, suggestion, fields: names };
    typing.report.say('unknown-field', name.span, facts, { fix: renameFix(name.span, suggestion) });
  }
  return { kind: 'entries', met };
}

// What is awarded for one entry: nothing, or a figure of its range.
function readEntryPoints(
  typing: Typing,
  written: Syntax.Expression,
  { name, least, points }: ChecklistForm['entries'][number],
): Q.Rational | undefined {
  const figure = fixedScore(typing, written, 'given');
  if (figure === undefined) return undefined;
  if (Q.signOf(figure) === 0 || contains(closed(least ?? Q.ZERO, points), figure)) return figure;
  typing.report.say('value-out-of-range', written.span, { name });
  return undefined;
}
