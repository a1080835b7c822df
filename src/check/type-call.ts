// Calls of the built-in functions: which one, with how many arguments of which types.
import type { BuiltinName, Builtin } from '../builtins/builtins.ts';
import { ACHIEVEMENT_READINGS, MOST_EXPONENT, builtins } from '../builtins/builtins.ts';
import type { Expression } from '../model/expression.ts';
import { formatExact } from '../number/decimal.ts';
import { ONE, compare, isInteger } from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { pointOf } from '../types/range.ts';
import type { RankingType, Type } from '../types/type.ts';
import {
  ACTUAL,
  BOOLEAN,
  DATE,
  ERROR,
  INTEGER,
  NUMBER,
  PERCENTAGE,
  TARGET,
  isRanking,
} from '../types/type.ts';
import { isPlain, powerUnit } from '../types/unit.ts';
import { agree, joinAll } from './agree.ts';
import { lookUp, visibleFunctions } from './scope.ts';
import { spreadsheetWords } from './spreadsheet-words.ts';
import { appendFix, renameFix, rewriteFix } from './suggest.ts';
import { nearest } from '../text/nearest.ts';
import { functionMeantBy } from './familiar-words.ts';
import { textConstant } from './type-literal.ts';
import { isBareWord } from './type-name.ts';
import type { Expected, Typing } from './typing.ts';
import { fixedFigure, isNumeric, mistake } from './typing.ts';

type Call = Extract<Syntax.Expression, { kind: 'call' }>;

const byWord: ReadonlyMap<string, BuiltinName> = new Map(
  (Object.keys(builtins) as BuiltinName[]).flatMap((name) => [
    [name, name],
    [builtins[name].zhName, name],
  ]),
);

export function typeCall(typing: Typing, call: Call, expected: Expected): Expression {
  const { name, span } = call;
  const binding = lookUp(typing.scope, name.text);
  if (binding?.kind === 'function') return binding.read.call(typing, call, expected);
  const builtin = byWord.get(name.text);
  if (builtin === undefined) {
    call.arguments.forEach((argument) => typing.type(argument));
    sayUnknown(typing, call);
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
    return type.kind === 'number' || isRanking(type)
      ? { kind: 'call', builtin, arguments: values, type, span }
      : mistake(span);
  }
  if (result === 'root' || result === 'power') return typePower(typing, span, builtin, typed);
  if (builtin === 'growth' && first && typed[1] && !agree(typing, first, typed[1]))
    return mistake(span);
  const type = RESULTS[result];
  return { kind: 'call', builtin, arguments: typed, type, span };
}

function isUncapped(reading: Expression | undefined): boolean {
  return (
    reading?.kind === 'constant' &&
    reading.value.kind === 'text' &&
    reading.value.text === 'uncapped'
  );
}

const RESULTS = {
  boolean: BOOLEAN,
  integer: INTEGER,
  plain: NUMBER,
  percentage: PERCENTAGE,
} as const;

// The unit goes to the power too: the root of 平方米² is 平方米, and that of 平方米 is nothing.
function typePower(
  typing: Typing,
  span: Span,
  builtin: BuiltinName,
  typed: readonly Expression[],
): Expression {
  const [base, degree] = typed;
  const figure = degree && typing.constant(degree);
  const exponent = figure?.kind === 'number' ? pointOf(figure.range) : undefined;
  if (base?.type.kind !== 'number' || exponent === undefined) return mistake(span);
  const unit = powerUnit(base.type.unit, exponent, builtin === 'root');
  if (unit === undefined) {
    const facts = { found: base.type, degree: formatExact(exponent) };
    typing.report.say('root-unit', base.span, facts);
    return mistake(span);
  }
  const integer = builtin === 'power' && base.type.integer && exponent.n >= 0n;
  const type = { kind: 'number', unit, integer } as const;
  return { kind: 'call', builtin, arguments: typed, type, span };
}

/** A fixed whole number: a root's degree from 2, or an exponent. */
function typeExponent(typing: Typing, argument: Syntax.Expression, isDegree: boolean): Expression {
  const typed = typing.type(argument);
  if (!isNumeric(typing, typed)) return mistake(typed.span);
  const figure = fixedFigure(typing, typed, isDegree ? 'degree' : 'exponent');
  if (figure === undefined) return mistake(typed.span);
  const [least, most] = [isDegree ? 2 : -MOST_EXPONENT, MOST_EXPONENT];
  const fitting = isInteger(figure) && figure.n >= BigInt(least) && figure.n <= BigInt(most);
  if (fitting) return typed;
  typing.report.say('exponent-out-of-range', typed.span, { least, most });
  return mistake(typed.span);
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
    case 'achievement-limit':
      return typeLimit(typing, argument);
    case 'root-degree':
    case 'exponent':
      return typeExponent(typing, argument, kind === 'root-degree');
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
  if (plain && limit && compare(limit, ONE) >= 0) return typed;
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

function sayUnknown({ report, scope }: Typing, { name, arguments: given }: Call): void {
  if (name.text === '') {
    report.leaveOut();
    return;
  }
  const functions = visibleFunctions(scope);
  const own =
    [...byWord.keys(), ...functions].find((word) => word === name.text.toLowerCase()) ??
    functionMeantBy(name.text);
  const instead = spreadsheetWords(name.text, writtenNumber(given[1]));
  const suggestion =
    own ?? (instead ? undefined : nearest(name.text, [...byWord.keys(), ...functions]));
  const known = [
    ...Object.entries(builtins).map(([en, { zhName: zh }]) => ({ en, zh })),
    ...functions.map((declared) => ({ en: declared, zh: declared })),
  ];
  const facts = { name: name.text, suggestion, known, instead };
  report.say('unknown-function', name.span, facts, { fix: renameFix(name.span, suggestion) });
}

function writtenNumber(argument: Syntax.Expression | undefined): number | undefined {
  return argument?.kind === 'number' ? Number(argument.digits) : undefined;
}
