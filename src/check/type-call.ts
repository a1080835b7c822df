// Calls of the built-in functions: which one, with how many arguments of which types.
import type { BuiltinName, Builtin, ParameterKind } from '../builtins/builtins.ts';
import { ACHIEVEMENT_READINGS, builtins } from '../builtins/builtins.ts';
import type { Expression } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import { pointOf } from '../types/range.ts';
import type { Type } from '../types/type.ts';
import { ACTUAL, BOOLEAN, DATE, ERROR, INTEGER, NUMBER, TARGET } from '../types/type.ts';
import { isPlain } from '../types/unit.ts';
import { joinAll } from './agree.ts';
import { appendFix, nearest, renameFix, rewriteFix } from './suggest.ts';
import { textConstant } from './type-literal.ts';
import type { Typing } from './typing.ts';
import { isNumeric, mistake } from './typing.ts';

type Call = Extract<Syntax.Expression, { kind: 'call' }>;

const byWord: ReadonlyMap<string, BuiltinName> = new Map(
  (Object.keys(builtins) as BuiltinName[]).flatMap((name) => [
    [name, name],
    [builtins[name].zhName, name],
  ]),
);

export function typeCall(typing: Typing, call: Call): Expression {
  const { name, span } = call;
  const builtin = byWord.get(name.text);
  if (builtin === undefined) {
    call.arguments.forEach((argument) => typing.type(argument));
    sayUnknown(typing, name);
    return mistake(span);
  }
  const definition: Builtin = builtins[builtin];
  const { parameters } = definition;
  const given = call.arguments.length;
  const lacksReading = builtin === 'achievement' && given === 2;
  const least = parameters.length - (definition.optional ?? 0);
  const most = definition.variadic ? Infinity : parameters.length;
  const fits = given >= least && given <= most;
  if (!fits && !lacksReading) {
    call.arguments.forEach((argument) => typing.type(argument));
    const names = parameters.map((parameter) => parameter.name);
    typing.report.say('wrong-argument-count', name.span, {
      name: name.text,
      parameters: names,
      given,
    });
    return mistake(span);
  }
  if (lacksReading) sayReadingMissing(typing, call);
  const typed = call.arguments.map((argument, index) => {
    const parameter = parameters[Math.min(index, parameters.length - 1)];
    return typeArgument(typing, argument, parameter?.kind ?? 'number', parameter?.name ?? '');
  });
  return typedCall(typing, call, builtin, typed);
}

function typedCall(
  typing: Typing,
  { span }: Call,
  builtin: BuiltinName,
  typed: readonly Expression[],
): Expression {
  const { result }: Builtin = builtins[builtin];
  if (typed.some(({ type }) => type.kind === 'error')) return mistake(span);
  const [, , reading, limit] = typed;
  if (builtin === 'achievement' && limit && isUncapped(reading)) {
    typing.report.say('achievement-limit-wrong', limit.span, {});
    return mistake(span);
  }
  const [first] = typed;
  if (result === 'integer' && first?.type.kind === 'number' && !isPlain(first.type.unit)) {
    typing.report.say('plain-number-needed', first.span, { found: first.type });
    return mistake(span);
  }
  if (result === 'like-first') {
    const { values, type } = joinAll(typing, typed);
    return type.kind === 'number'
      ? { kind: 'call', builtin, arguments: values, type, span }
      : mistake(span);
  }
  const type = result === 'boolean' ? BOOLEAN : result === 'integer' ? INTEGER : NUMBER;
  return { kind: 'call', builtin, arguments: typed, type, span };
}

function isUncapped(reading: Expression | undefined): boolean {
  return (
    reading?.kind === 'constant' &&
    reading.value.kind === 'text' &&
    reading.value.text === 'uncapped'
  );
}

function typeArgument(
  typing: Typing,
  argument: Syntax.Expression,
  kind: ParameterKind,
  parameter: string,
): Expression {
  switch (kind) {
    case 'number':
    case 'like-first': {
      const typed = typing.type(argument);
      return isNumeric(typing, typed) ? typed : mistake(typed.span);
    }
    case 'date':
      return typedAs(typing, argument, DATE, parameter);
    case 'target':
      return typedAs(typing, argument, TARGET, parameter);
    case 'actual':
      return typedAs(typing, argument, ACTUAL, parameter);
    case 'achievement-reading':
      return typeReading(typing, argument);
    case 'achievement-limit':
      return typeLimit(typing, argument);
    default:
      return kind satisfies never;
  }
}

function typedAs(
  typing: Typing,
  argument: Syntax.Expression,
  expected: Type,
  parameter: string,
): Expression {
  const typed = typing.type(argument, expected);
  if (typed.type.kind === expected.kind || typed.type.kind === 'error') return typed;
  typing.report.say('wrong-argument', typed.span, { parameter, expected, found: typed.type });
  return mistake(typed.span);
}

const readings: ReadonlyMap<string, string> = new Map(
  Object.entries(ACHIEVEMENT_READINGS).flatMap(([en, zh]) => [
    [en, en],
    [zh, en],
  ]),
);

function typeReading(typing: Typing, argument: Syntax.Expression): Expression {
  const reading = argument.kind === 'name' ? readings.get(argument.name.text) : undefined;
  if (reading !== undefined) return textConstant(reading, argument.span);
  if (argument.kind === 'missing') typing.report.leaveOut();
  else {
    const choices = Object.keys(ACHIEVEMENT_READINGS).map((word) =>
      rewriteFix(argument.span, word),
    );
    typing.report.say('achievement-reading-missing', argument.span, {}, { choices });
  }
  return { ...mistake(argument.span), type: ERROR };
}

// Where `capped` stops: a fixed ratio that leaves a target that was just met its full degree.
function typeLimit(typing: Typing, argument: Syntax.Expression): Expression {
  const typed = typing.type(argument);
  if (!isNumeric(typing, typed)) return mistake(typed.span);
  const value = typing.constant(typed);
  const limit = value?.kind === 'number' ? pointOf(value.range) : undefined;
  const plain = typed.type.kind === 'number' && isPlain(typed.type.unit);
  if (plain && limit && Q.compare(limit, Q.ONE) >= 0) return typed;
  typing.report.say('achievement-limit-wrong', typed.span, {});
  return mistake(typed.span);
}

function sayReadingMissing(typing: Typing, call: Call): void {
  const last = call.arguments[call.arguments.length - 1];
  const choices = last
    ? Object.keys(ACHIEVEMENT_READINGS).map((word) => appendFix(last.span, `, ${word}`))
    : [];
  typing.report.say('achievement-reading-missing', call.name.span, {}, { choices });
}

function sayUnknown({ report }: Typing, name: Syntax.Name): void {
  if (name.text === '') {
    report.leaveOut();
    return;
  }
  const suggestion = nearest(name.text, byWord.keys());
  const facts = { name: name.text, suggestion, known: Object.keys(builtins) };
  report.say('unknown-function', name.span, facts, { fix: renameFix(name.span, suggestion) });
}
