// Examples → examples whose givens are read against what they name: inputs, awards, options. They
// come last, when everything has its name.
import type {
  Example,
  ExampleGiven,
  JudgedInput,
  Option,
  Output,
  ValueInput,
} from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import { BOOLEAN } from '../types/type.ts';
import { contains, closed, pointOf } from '../types/range.ts';
import { joinValues } from '../types/value.ts';
import type { Building, PendingExample } from './building.ts';
import { valueFor } from './declared-value.ts';
import { matching, readPath } from './merge-path.ts';
import type { Candidate } from './merge-path.ts';
import type { MergedNode, MergedRuleset } from './merged.ts';
import { nearest, renameFix, repathFix } from './suggest.ts';
import type { Typing } from './typing.ts';
import { fixedScore } from './typing.ts';

/** Something that an example can give a value to. */
export type Giveable =
  | { readonly kind: 'input'; readonly input: ValueInput }
  | { readonly kind: 'award'; readonly input: JudgedInput }
  | { readonly kind: 'option'; readonly option: Option };

/** Everything examples can name, under every path that means it. */
export function giveables(
  ruleset: MergedRuleset,
  { judgedNames, gathered }: Building,
  inputs: readonly ValueInput[],
  options: readonly Option[],
): Candidate<Giveable>[] {
  const awards = new Map(gathered.judged.map((input) => [input.name, input]));
  const paths = (node: MergedNode, above: readonly string[]): Candidate<Giveable>[] => {
    const name = judgedNames.get(node);
    const input = name === undefined ? undefined : awards.get(name);
    const own = input
      ? [node.name.text, ...node.formerNames].map((last) => ({
          path: [...above, last],
          value: { kind: 'award', input } as const,
        }))
      : [];
    return [...own, ...node.children.flatMap((child) => paths(child, [...above, node.name.text]))];
  };
  return [
    ...inputs.map((input) => ({ path: [input.name], value: { kind: 'input', input } as const })),
    ...options.map((option) => ({
      path: [option.name],
      value: { kind: 'option', option } as const,
    })),
    ...ruleset.children.flatMap((node) => paths(node, [])),
  ];
}

/** What examples may speak of. */
export interface ExampleGround {
  readonly candidates: readonly Candidate<Giveable>[];
  readonly outputs: readonly Output[];
  /** Whether there is a total to state. */
  readonly scored: boolean;
  /** The generation of the ruleset itself. */
  readonly newest: number;
}

/** The example, or undefined when it is an ancestor's and speaks of something that is gone. */
export function buildExample(
  { merged, path, typing }: PendingExample,
  { candidates, outputs, scored, newest }: ExampleGround,
): Example | undefined {
  const { statement, generation } = merged;
  const { report } = typing;
  const givens = new Map<string, ExampleGiven>();
  for (const given of statement.givens) {
    const found = findGiven(typing, given, candidates, generation < newest);
    if (found === 'gone') return undefined;
    const name = found && nameOf(found);
    if (found === undefined || name === undefined) continue;
    if (givens.has(name)) report.say('duplicate-name', given.path.span, { name, inherited: false });
    const value = readGiven(typing, given.value, found);
    if (value) givens.set(name, value);
  }
  const stated = { name: statement.name?.text, path, givens, span: statement.span };
  if (statement.output) {
    const output = statedOutput(typing, statement, statement.output, outputs, path);
    return { ...stated, low: Q.ZERO, high: Q.ZERO, output };
  }
  if (!scored) report.say('example-needs-output', statement.low.span, {});
  const low = fixedScore(typing, statement.low, 'expected');
  const high = statement.high ? fixedScore(typing, statement.high, 'expected') : low;
  if (low && high && Q.compare(low, high) > 0)
    report.say('example-reversed', statement.low.span, {});
  return { ...stated, low: low ?? Q.ZERO, high: high ?? Q.ZERO, output: undefined };
}

// What `gives NAME = VALUE` says of an output, read as the output's type is.
function statedOutput(
  typing: Typing,
  { low: written, high: upper }: Syntax.ExampleNode,
  { text: name, span }: Syntax.Name,
  outputs: readonly Output[],
  path: readonly string[],
): Example['output'] {
  const { report } = typing;
  const output = outputs.find((each) => each.name === name);
  if (path.length > 0) report.say('output-example-inside', span, { name });
  else if (!output) {
    const suggestion = nearest(
      name,
      outputs.map((each) => each.name),
    );
    const fix = renameFix(span, suggestion);
    if (name === '') report.leaveOut();
    else report.say('unknown-output', span, { name, suggestion }, { fix });
  }
  if (!output) return undefined;
  const { type } = output.value;
  const slot = { name, type, range: ANY, fieldRanges: new Map(), role: 'expected' } as const;
  const low = valueFor(typing, written, slot);
  const high = upper ? valueFor(typing, upper, slot) : low;
  if (!low || !high) return undefined;
  const [least, most] = [low, high].map((value) =>
    value.kind === 'number' || value.kind === 'date' ? pointOf(value.range) : undefined,
  );
  if (least && most && Q.compare(least, most) > 0) report.say('example-reversed', written.span, {});
  return { name, wanted: joinValues(low, high) };
}

function nameOf(giveable: Giveable): string {
  return giveable.kind === 'option' ? giveable.option.name : giveable.input.name;
}

function findGiven(
  { report }: Typing,
  { path }: Syntax.GivenNode,
  candidates: readonly Candidate<Giveable>[],
  inherited: boolean,
): Giveable | 'gone' | undefined {
  const names = readPath(path);
  if (!names) {
    report.leaveOut();
    return undefined;
  }
  const found = matching(candidates, names);
  const meant = new Set(found.map(({ value }) => nameOf(value)));
  if (found[0] && meant.size === 1) return found[0].value;
  const written = names.join(' / ');
  if (found.length > 1) {
    const facts = {
      path: written,
      candidates: found.map((candidate) => candidate.path.join(' / ')),
    };
    report.say('ambiguous-path', path.span, facts);
    return undefined;
  }
  if (inherited) {
    report.say('example-outdated', path.span, { name: written });
    return 'gone';
  }
  const endings = new Map(
    candidates.map((candidate) => [
      candidate.path.slice(-names.length).join(' / '),
      candidate.path,
    ]),
  );
  const suggestion = nearest(written, endings.keys());
  const fix = repathFix(
    path.span,
    suggestion === undefined ? undefined : endings.get(suggestion)?.slice(-names.length),
  );
  report.say('unknown-given', path.span, { name: written, suggestion }, { fix });
  return undefined;
}

function readGiven(
  typing: Typing,
  written: Syntax.Expression,
  giveable: Giveable,
): ExampleGiven | undefined {
  switch (giveable.kind) {
    case 'input': {
      const value = valueFor(typing, written, { ...giveable.input, role: 'given' });
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
    const [only, ...others] = form.choices.filter((choice) => Q.equal(choice.points, figure));
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
  const met = new Map<string, boolean>();
  for (const { name, value } of fields) {
    const slot = {
      name: name.text,
      type: BOOLEAN,
      range: ANY,
      fieldRanges: new Map(),
      role: 'given',
    } as const;
    const read = valueFor(typing, value, slot);
    if (names.includes(name.text)) {
      if (read?.kind === 'boolean') met.set(name.text, read.canBeTrue);
      continue;
    }
    const suggestion = nearest(name.text, names);
    const facts = { name: name.text, suggestion, fields: names };
    typing.report.say('unknown-field', name.span, facts, { fix: renameFix(name.span, suggestion) });
  }
  return { kind: 'entries', met };
}
