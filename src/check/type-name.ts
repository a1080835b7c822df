// Names in expressions → what they stand for: a field of the entry an aggregate is looking at, a
// value of the enumeration that is expected, or an input, option or definition in sight.
import { keywords } from '../../grammar/keywords.ts';
import { keywordSpelled } from '../../grammar/words.ts';
import type { Expression } from '../model/expression.ts';
import type * as Syntax from '../syntax/tree.ts';
import { formatExact } from '../number/decimal.ts';
import type { EnumerationType, Type } from '../types/type.ts';
import { ERROR, SCORE, comparable } from '../types/type.ts';
import { enumerationValue, numberValue } from '../types/value.ts';
import { readsEntry } from './functions.ts';
import type { Binding } from './scope.ts';
import { entryRecord, lookUp, visibleNames } from './scope.ts';
import { figureInWords } from '../text/number-words.ts';
import { renameFix, rewriteFix } from './suggest.ts';
import { nearest } from '../text/nearest.ts';
import type { Expected, Typing } from './typing.ts';
import { DEEPEST, mistake } from './typing.ts';
import type { Span } from '../text/span.ts';

/** True for a bare name that nothing in sight has: what it means depends on what is expected. */
export function isBareWord(typing: Typing, expression: Syntax.Expression): boolean {
  if (expression.kind !== 'name') return false;
  const { text } = expression.name;
  return !entryRecord(typing.scope)?.fields.has(text) && !lookUp(typing.scope, text);
}

export function typeName(typing: Typing, name: Syntax.Name, expected: Expected): Expression {
  if (name.text === '') {
    typing.report.leaveOut();
    return mistake(name.span);
  }
  const field = entryRecord(typing.scope)?.fields.get(name.text);
  const binding = lookUp(typing.scope, name.text);
  const wanted =
    typeof expected === 'object' && expected.kind === 'enumeration' ? expected : undefined;
  if (wanted?.values.includes(name.text) && !field) {
    if (!binding || !comparable(typeOf(binding), wanted)) return enumerationConstant(name, wanted);
    typing.report.say('ambiguous-value', name.span, { name: name.text });
    return mistake(name.span);
  }
  if (field)
    return {
      kind: 'field',
      of: typeEach(typing, name.span),
      field: name.text,
      type: field,
      span: name.span,
    };
  if (typing.scope.entry?.outerFields.has(name.text)) {
    typing.report.say('outer-entry', name.span, { name: name.text });
    return mistake(name.span);
  }
  if (binding) return typeBinding(typing, binding, name.span);
  // What it stands beside has been said to be wrong; a word of its type may be meant here.
  if (typeof expected === 'object' && expected.kind === 'error') return mistake(name.span);
  sayUnknown(typing, name, wanted);
  return mistake(name.span);
}

function typeOf(binding: Binding): Type {
  switch (binding.kind) {
    case 'let':
      return binding.read.value()?.type ?? ERROR;
    case 'function':
      return ERROR;
    case 'parameter':
      return binding.argument.type;
    case 'input':
    case 'option':
      return binding.type;
    default:
      return binding satisfies never;
  }
}

/** A value of an enumeration as an expression. */
function enumerationConstant({ text, span }: Syntax.Name, type: EnumerationType): Expression {
  return { kind: 'constant', type, value: enumerationValue(text), text, span };
}

function typeBinding(typing: Typing, binding: Binding, span: Span): Expression {
  if (binding.kind === 'parameter')
    return typeParameter(typing, binding.argument, binding.name, span);
  if (binding.kind === 'function') {
    typing.report.say('function-not-called', span, { name: binding.name });
    return mistake(span);
  }
  if (binding.kind !== 'let')
    return { kind: binding.kind, name: binding.name, type: binding.type, span };
  const value = binding.read.value();
  if (!value || value.type.kind === 'error') return mistake(span);
  const { meter, report } = typing;
  const depth = meter.depth + binding.read.height();
  if (depth > DEEPEST) {
    report.say('nested-too-deep', span, { limit: DEEPEST });
    return mistake(span);
  }
  meter.peak = Math.max(meter.peak, depth);
  return { kind: 'let', id: binding.read.id, name: binding.name, type: value.type, span };
}

// What an argument calls `each` is not what an aggregate inside the function is looking at.
function typeParameter(
  { report, scope }: Typing,
  argument: Expression,
  name: string,
  span: Span,
): Expression {
  if (scope.entry === undefined || !readsEntry(argument))
    return { ...argument, span, parameter: name };
  report.say('outer-entry', span, { name, isParameter: true });
  return mistake(span);
}

function sayUnknown(
  { report, scope, nodes }: Typing,
  name: Syntax.Name,
  wanted: EnumerationType | undefined,
): void {
  const keyword = keywordSpelled(name.text);
  if (keyword === 'Cohort' || keyword === 'Others') {
    report.say('cohort-outside', name.span, { of: keyword === 'Cohort' ? 'all' : 'others' });
    return;
  }
  if (wanted) {
    const suggestion = nearest(name.text, wanted.values);
    const facts = { name: name.text, values: wanted.values, suggestion };
    report.say('unknown-value', name.span, facts, { fix: renameFix(name.span, suggestion) });
    return;
  }
  const found = nodes.get(name.text);
  if (found === 'output') {
    report.say('output-not-readable', name.span, { name: name.text });
    return;
  }
  if (found) {
    report.say('node-not-readable', name.span, { name: name.text, found });
    return;
  }
  // `分值` and `points` are said of the part around, whose word is another.
  if (keyword === 'Points' && scope.fullPoints !== undefined) {
    const word = /^\p{Script=Han}/u.test(name.text)
      ? keywords.FullPoints.zh[0]
      : keywords.FullPoints.en[0];
    const facts = { name: name.text, suggestion: word };
    report.say('unknown-name', name.span, facts, { fix: rewriteFix(name.span, word) });
    return;
  }
  const figure = figureInWords(name.text);
  if (figure !== undefined) {
    const facts = { word: name.text, meant: figure };
    report.say('number-in-words', name.span, facts, { fix: rewriteFix(name.span, figure) });
    return;
  }
  const suggestion = nearest(name.text, visibleNames(scope));
  report.say(
    'unknown-name',
    name.span,
    { name: name.text, suggestion },
    { fix: renameFix(name.span, suggestion) },
  );
}

/** The entry that the nearest aggregate is looking at. */
export function typeEach(typing: Typing, span: Span): Expression {
  const { entry } = typing.scope;
  if (entry) return { kind: 'each', type: entry.type, span };
  typing.report.say('each-outside', span, {});
  return mistake(span);
}

/** `standing`: the score that the veto around it strikes. */
export function typeStanding({ scope, report }: Typing, span: Span): Expression {
  if (scope.inVeto) return { kind: 'standing', value: undefined, type: SCORE, span };
  report.say('standing-outside', span, {});
  return mistake(span);
}

/** The points of the indicator or item around. */
export function typeFullPoints(typing: Typing, span: Span): Expression {
  const { fullPoints } = typing.scope;
  if (fullPoints === 'unknown') return mistake(span);
  if (fullPoints)
    return {
      kind: 'constant',
      type: SCORE,
      value: numberValue(fullPoints),
      text: formatExact(fullPoints),
      span,
    };
  typing.report.say('full-points-outside', span, {});
  return mistake(span);
}

/** `X.field` */
export function typeField(
  typing: Typing,
  expression: Extract<Syntax.Expression, { kind: 'field' }>,
): Expression {
  const of = typing.type(expression.of);
  const { field, span } = expression;
  if (of.type.kind === 'error') return mistake(span);
  if (field.text === '') {
    typing.report.leaveOut();
    return mistake(span);
  }
  if (of.type.kind !== 'record') {
    typing.report.say('not-a-record', of.span, { found: of.type });
    return mistake(span);
  }
  const type = of.type.fields.get(field.text);
  if (type) return { kind: 'field', of, field: field.text, type, span };
  const fields = [...of.type.fields.keys()];
  const suggestion = nearest(field.text, fields);
  const fix = renameFix(field.span, suggestion);
  typing.report.say('unknown-field', field.span, { name: field.text, suggestion, fields }, { fix });
  return mistake(span);
}
