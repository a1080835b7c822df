// Calls of the built-in functions: which one, with how many arguments of which types.
import type { BuiltinName, Builtin } from '../builtins/builtins.ts';
import { ACHIEVEMENT_READINGS, builtins } from '../builtins/builtins.ts';
import type { Expression } from '../model/expression.ts';
import type * as Syntax from '../syntax/tree.ts';
import type { RankingType, Type } from '../types/type.ts';
import { ACTUAL, BOOLEAN, DATE, ERROR, INTEGER, NUMBER, TARGET, isRanking } from '../types/type.ts';
import { isPlain } from '../types/unit.ts';
import { joinAll } from './agree.ts';
import { appendFix, nearest, renameFix, rewriteFix } from './suggest.ts';
import { textConstant } from './type-literal.ts';
import { isBareWord } from './type-name.ts';
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
  const lacksReading = builtin === 'achievement' && given === parameters.length - 1;
  const fits = given === parameters.length || (definition.variadic && given > parameters.length);
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
  const ranking = rankingAmong(typing, call);
  const typed = call.arguments.map((argument, index) => {
    const parameter = parameters[Math.min(index, parameters.length - 1)] ?? NO_PARAMETER;
    return typeArgument(typing, argument, parameter, { builtin, ranking });
  });
  return typedCall(typing, call, builtin, typed);
}

const NO_PARAMETER = { name: '', kind: 'number' } as const;

// `min(甲, 乙, B)`: B is a word of whatever ranking the others are of.
function rankingAmong(typing: Typing, call: Call): RankingType | undefined {
  if (!call.arguments.some((argument) => isBareWord(typing, argument))) return undefined;
  const named = call.arguments.find(
    (argument) => argument.kind === 'name' && !isBareWord(typing, argument),
  );
  const type = named && typing.type(named).type;
  return type && isRanking(type) ? type : undefined;
}

function typedCall(
  typing: Typing,
  { span }: Call,
  builtin: BuiltinName,
  typed: readonly Expression[],
): Expression {
  const { result }: Builtin = builtins[builtin];
  if (typed.some(({ type }) => type.kind === 'error')) return mistake(span);
  const [first] = typed;
  if (result === 'integer' && first?.type.kind === 'number' && !isPlain(first.type.unit)) {
    typing.report.say('plain-number-needed', first.span, { found: first.type });
    return mistake(span);
  }
  if (result === 'like-first') {
    const { values, type } = joinAll(typing, typed);
    return type.kind === 'number' || isRanking(type)
      ? { kind: 'call', builtin, arguments: values, type, span }
      : mistake(span);
  }
  const type = result === 'boolean' ? BOOLEAN : result === 'integer' ? INTEGER : NUMBER;
  return { kind: 'call', builtin, arguments: typed, type, span };
}

function typeArgument(
  typing: Typing,
  argument: Syntax.Expression,
  { kind, name: parameter }: Builtin['parameters'][number],
  { builtin, ranking }: { readonly builtin: BuiltinName; readonly ranking: Type | undefined },
): Expression {
  switch (kind) {
    case 'number':
    case 'like-first': {
      const typed = typing.type(argument, ranking);
      if (isRanking(typed.type) && (builtin === 'min' || builtin === 'max')) return typed;
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
