// Calls of built-in functions as calls of the module's runtime.
import type { Expression } from '../../model/expression.ts';
import { isRanking } from '../../types/type.ts';
import type { Scope } from './exact-expression.ts';
import { expressionText } from './exact-expression.ts';

type Call = Extract<Expression, { kind: 'call' }>;

/** A call; each built-in has a piece of the runtime of its own. */
export function callText(call: Call, scope: Scope): string {
  const { writer } = scope;
  const values = call.arguments.map((argument) => expressionText(argument, scope));
  const plain = (piece: string) => `${writer.use(piece)}(${values.join(', ')})`;
  const [first = '', second = ''] = values;
  switch (call.builtin) {
    case 'min':
    case 'max': {
      const isLeast = call.builtin === 'min';
      if (isRanking(call.type)) {
        const piece = writer.use(isLeast ? 'worstWord' : 'bestWord');
        return `${piece}(${writer.words(call.type.values)}, [${values.join(', ')}])`;
      }
      const piece = writer.use(isLeast ? 'minimum' : 'maximum');
      return values.reduce((sofar, value) => `${piece}(${sofar}, ${value})`);
    }
    case 'abs':
      return plain('absolute');
    case 'floor':
      return plain('floor');
    case 'ceiling':
      return plain('ceiling');
    case 'year':
      return plain('yearOfDay');
    case 'month':
      return plain('monthOfDay');
    case 'met':
      return plain('met');
    case 'decided':
      return plain('comparable');
    case 'achievement':
      return `${writer.use('achieved')}(${first}, ${second}, ${mostOf(call, values, scope)})`;
    case 'root':
      return plain('root');
    case 'power':
      return plain('power');
    case 'growth':
      return `${writer.use('subtract')}(${writer.use('divide')}(${first}, ${second}), ${writer.use('ONE')})`;
    default:
      return call.builtin satisfies never;
  }
}

// Where the achievement stops: the fourth argument, at 1, or nowhere.
function mostOf(call: Call, values: readonly string[], { writer }: Scope): string {
  const [, , reading] = call.arguments;
  const limit = values[3];
  if (limit !== undefined) return limit;
  const isUncapped =
    reading?.kind === 'constant' &&
    reading.value.kind === 'text' &&
    reading.value.text === 'uncapped';
  return isUncapped ? 'undefined' : writer.use('ONE');
}
