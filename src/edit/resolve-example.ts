// An example → the occurrences in it: what it gives, which may be inputs, options, awards of parts and
// whatever other departments give, and the output that it speaks of.
import { keywords } from '../../grammar/keywords.ts';
import type { ExampleNode, Expression, GivenNode } from '../syntax/tree.ts';
import { findPart } from './amend-scope.ts';
import type { Named } from './named.ts';
import type { Listener } from './resolve.ts';
import { note, resolveExpression } from './resolve.ts';
import type { View } from './slots.ts';
import { partsIn, readable, topOf } from './slots.ts';
import { vocabularyIn } from './vocabulary.ts';

/** Resolves what an example gives and what it states. */
export function resolveExample(listener: Listener, view: View, example: ExampleNode): void {
  for (const given of example.givens) resolveGiven(listener, view, given);
  const { output } = example;
  if (output) {
    const outputs = readable(view).filter(({ kind }) => kind === 'output');
    const named = outputs.find(({ name }) => name === output.text);
    note(listener, output, { kind: 'value', view, expected: undefined }, named);
    const words = named && vocabularyIn(view, named);
    resolveExpression(listener, view, example.low, words);
    resolveExpression(listener, view, example.high, words);
    return;
  }
  resolveExpression(listener, view, example.low);
  resolveExpression(listener, view, example.high);
}

// An input, an option, or the award of a part that somebody judges: the nearest one of that name.
function resolveGiven(listener: Listener, view: View, { path, value }: GivenNode): void {
  const top = topOf(view);
  const { names } = path;
  const [name] = names;
  if (!name) return;
  const read =
    names.length === 1
      ? top.names.find((each) => each.name === name.text && isGivable(each))
      : undefined;
  if (read) {
    note(listener, name, { kind: 'given', view }, read, 'write');
    resolveExpression(listener, view, value, partsIn(top, read));
    return;
  }
  const near = [...view.trail].reverse().find((scope) => findPart(scope, names));
  const trail = near && findPart(near, names);
  names.forEach((each, index) => {
    const at = trail?.[trail.length - names.length + index]?.self;
    note(listener, each, { kind: 'given', view }, at, 'write');
  });
  if (!trail && names.length === 1 && OTHERS.has(name.text)) {
    resolveOthers(listener, view, value);
    return;
  }
  const part = trail?.at(-1);
  const chosen = part?.children.flatMap(({ self }) => self ?? []) ?? [];
  const words = [...(part?.self?.parts ?? []), ...chosen];
  resolveExpression(listener, view, value, words.length > 0 ? words : undefined);
}

const OTHERS: ReadonlySet<string> = new Set([...keywords.Others.en, ...keywords.Others.zh]);

/** `others = [ { … } ]`: what each of the other departments gives. */
function resolveOthers(listener: Listener, view: View, value: Expression): void {
  const entries = value.kind === 'list' ? value.entries : [value];
  for (const entry of entries) {
    if (entry.kind !== 'record') continue;
    for (const { name, value: given } of entry.fields) {
      const path = { names: [name], span: name.span };
      resolveGiven(listener, view, { path, value: given, span: name.span });
    }
  }
}

function isGivable({ kind }: Named): boolean {
  return kind === 'input' || kind === 'option';
}
