// Definitions with parameters: each call is typed as the body with the arguments in the place of the
// parameters, so that proofs and traces see what was written, case by case. A body that calls itself,
// or that multiplies without end, goes no further.
import type { Expression } from '../model/expression.ts';
import { partsOf } from '../model/expression-parts.ts';
import type * as Syntax from '../syntax/tree.ts';
import type { Type } from '../types/type.ts';
import { unknownOf } from '../types/value.ts';
import { agree } from './agree.ts';
import type { TypeReader } from './declared-type.ts';
import { declaredAs, fits } from './definitions.ts';
import type { MergedStatement } from './merged.ts';
import type { Scope } from './scope.ts';
import { lookUp, rulesetScope } from './scope.ts';
import type { Expected, Typing } from './typing.ts';
import { mistake } from './typing.ts';

type Call = Extract<Syntax.Expression, { kind: 'call' }>;
type Declared = MergedStatement<Syntax.LetNode>;

/** A definition with parameters as calls read it. */
export interface FunctionReader {
  readonly call: (caller: Typing, call: Call, expected: Expected) => Expression;
}

export interface Functions {
  readonly declare: (merged: Declared, typing: Typing, types: TypeReader) => FunctionReader;
  /** Looks into the bodies that no call has looked into, and says that nothing calls them. */
  readonly finish: () => void;
}

/** More calls inside one call are no one's rule. */
const MOST_CALLS = 1000;

export function createFunctions(): Functions {
  const declared: { readonly isCalled: () => boolean; readonly look: () => void }[] = [];
  const underway: Syntax.Name[] = [];
  let calls = 0;

  function declare({ statement, open }: Declared, typing: Typing, types: TypeReader) {
    const { name, parameters = [] } = statement;
    const { report } = typing;
    let known: readonly Type[] | undefined;
    let called = false;

    // Once, when everything that the parameters could be mistaken for has its name.
    const typesOf = (): readonly Type[] => {
      if (known === undefined) {
        if (open) report.say('cannot-be-open', name.span, { found: 'let' });
        checkNames(typing, parameters);
        known = parameters.map((parameter) => types.read(parameter.type).type);
      }
      return known;
    };
    const body = (values: readonly Expression[], expected: Expected): Expression => {
      const inside = typing.within(bodyScope(typing.scope, parameters, values));
      const result = statement.type && types.read(statement.type).type;
      if (!statement.value) {
        report.say('value-missing', name.span, { name: name.text });
        return mistake(name.span);
      }
      const typed = inside.type(statement.value, result ?? expected);
      return result ? declaredAs(inside, typed, result) : typed;
    };

    declared.push({
      isCalled: () => called,
      look: () => {
        body(
          typesOf().map((type, index) => ({
            kind: 'constant',
            type,
            value: unknownOf(type),
            text: '',
            span: parameters[index]?.span ?? name.span,
          })),
          undefined,
        );
        // Where names are misread, the call that is missing may be one of them.
        if (!report.isBroken()) report.say('unused-let', name.span, { name: name.text });
      },
    });

    const call = (caller: Typing, written: Call, expected: Expected): Expression => {
      called = true;
      const expectedTypes = typesOf();
      const values = written.arguments.map((argument, index) =>
        typeArgument(caller, argument, expectedTypes[index], parameters[index]?.name.text ?? ''),
      );
      if (values.length !== parameters.length) {
        const names = parameters.map((parameter) => parameter.name.text);
        const facts = { name: name.text, parameters: names, given: values.length };
        caller.report.say('wrong-argument-count', written.name.span, facts);
        return mistake(written.span);
      }
      if (values.some(({ type }) => type.kind === 'error')) return mistake(written.span);
      if (underway.includes(name)) {
        const circle = underway.slice(underway.indexOf(name)).map(({ text }) => text);
        caller.report.say('cyclic-let', name.span, { names: [...circle, name.text] });
        return mistake(written.span);
      }
      calls = underway.length === 0 ? 1 : calls + 1;
      if (calls > MOST_CALLS) return mistake(written.span);
      underway.push(name);
      const typed = body(values, expected);
      underway.pop();
      if (calls > MOST_CALLS && underway.length === 0)
        caller.report.say('calls-too-many', written.span, { name: name.text, limit: MOST_CALLS });
      const given = values.map((value, index) => ({
        name: parameters[index]?.name.text ?? '',
        value,
      }));
      return typed.type.kind === 'error'
        ? mistake(written.span)
        : { ...typed, span: written.span, expands: { name: name.text, arguments: given } };
    };
    return { call };
  }

  return {
    declare,
    finish: () => {
      for (const { isCalled, look } of declared) if (!isCalled()) look();
    },
  };
}

function checkNames({ report, scope }: Typing, parameters: readonly Syntax.ParameterNode[]): void {
  const seen = new Map<string, Syntax.Name>();
  for (const { name } of parameters) {
    if (name.text === '') {
      report.leaveOut();
      continue;
    }
    const earlier = seen.get(name.text)?.span ?? lookUp(scope, name.text)?.span;
    seen.set(name.text, name);
    if (earlier === undefined) continue;
    const related = [{ span: earlier, note: { en: 'declared here', zh: '在这里声明' } }];
    report.say('duplicate-name', name.span, { name: name.text, inherited: false }, { related });
  }
}

function bodyScope(
  around: Scope,
  parameters: readonly Syntax.ParameterNode[],
  values: readonly Expression[],
): Scope {
  const names: Scope['names'] = new Map();
  parameters.forEach(({ name }, index) => {
    const argument = values[index];
    if (argument)
      names.set(name.text, {
        kind: 'parameter',
        name: name.text,
        span: name.span,
        generation: 0,
        argument,
      });
  });
  const { path, fullPoints } = around;
  return { ...rulesetScope(), path, parent: around, names, fullPoints };
}

function typeArgument(
  caller: Typing,
  written: Syntax.Expression,
  expected: Type | undefined,
  parameter: string,
): Expression {
  const typed = caller.type(written, expected);
  if (typed.type.kind === 'error' || expected === undefined) return typed;
  if (expected.kind === 'error') return mistake(typed.span);
  if (expected.kind === 'number' && typed.type.kind === 'number') {
    const model: Expression = { kind: 'each', type: expected, span: typed.span };
    if (!agree(caller, model, typed)) return mistake(typed.span);
    if (typed.type.integer || !expected.integer)
      return { ...typed, type: asWritten(typed.type, expected) };
  } else if (fits(typed.type, expected)) return { ...typed, type: asWritten(typed.type, expected) };
  const facts = { parameter, expected, found: typed.type };
  caller.report.say('wrong-argument', typed.span, facts);
  return mistake(typed.span);
}

// A percentage given for a plain number goes on being written as one.
function asWritten(given: Type, expected: Type): Type {
  if (given.kind === 'list' && expected.kind === 'list')
    return { ...given, of: asWritten(given.of, expected.of) };
  if (given.kind === 'record' && expected.kind === 'record') {
    const fields = [...expected.fields].map(([name, field]) => {
      const own = given.fields.get(name);
      return [name, own ? asWritten(own, field) : field] as const;
    });
    return { kind: 'record', fields: new Map(fields) };
  }
  const isPlainer =
    given.kind === 'number' && expected.kind === 'number' && expected.unit.label === '';
  return isPlainer ? { ...expected, unit: given.unit } : expected;
}

/** Whether an expression reads the entry that an aggregate around it is looking at. */
export function readsEntry(expression: Expression): boolean {
  if (expression.kind === 'each') return true;
  const parts = expression.kind === 'aggregate' ? [expression.over] : partsOf(expression);
  return parts.some(readsEntry);
}
