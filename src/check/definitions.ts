// `let` definitions → checked ones, each typed on first use, so that the order in which they end up
// is one in which every definition needs only earlier ones. A circle is named and goes no further.
import type { Expression } from '../model/expression.ts';
import { partsOf } from '../model/expression-parts.ts';
import type { Let } from '../model/framework.ts';
import type * as Syntax from '../syntax/tree.ts';
import type { Type } from '../types/type.ts';
import { comparable } from '../types/type.ts';
import { sameDimensions } from '../types/unit.ts';
import type { Value } from '../types/value.ts';
import { unknownOf } from '../types/value.ts';
import { agree } from './agree.ts';
import { constantValue } from './constant.ts';
import type { TypeReader } from './declared-type.ts';
import type { MergedStatement } from './merged.ts';
import type { LetReader } from './scope.ts';
import { givesUndeclaredWords } from './undeclared-words.ts';
import type { Meter, Typing } from './typing.ts';
import { mistake } from './typing.ts';

export interface Definitions {
  /** A definition in a scope; nothing is typed before its value is asked for. */
  readonly declare: (
    merged: MergedStatement<Syntax.LetNode>,
    typing: Typing,
    types: TypeReader,
  ) => LetReader;
  readonly constant: (expression: Expression) => Value | undefined;
  /** Whether the value moves with a department's data, directly or through definitions. */
  readonly readsData: (expression: Expression) => boolean;
  /** Those typed so far, each after what it needs. */
  readonly checked: ReadonlyMap<string, Let>;
}

interface Definition {
  readonly id: string;
  readonly name: Syntax.Name;
  state: 'waiting' | 'typing' | 'typed';
  value: Expression | undefined;
  height: number;
}

/** What a department's data, or that of the departments beside it, decides. */
const MOVING: ReadonlySet<Expression['kind']> = new Set([
  'input',
  'each',
  'standing',
  'score',
  'grade',
  'parts',
  'cohort',
  'rank',
]);

export function createDefinitions(meter: Meter): Definitions {
  const checked = new Map<string, Let>();
  const ids = new Set<string>();
  const constants = new Map<string, Value | undefined>();
  const underway: Definition[] = [];

  const constant = (expression: Expression): Value | undefined =>
    constantValue(expression, constantOfLet);

  function constantOfLet(id: string): Value | undefined {
    if (!constants.has(id)) {
      const definition = checked.get(id);
      constants.set(id, definition && constant(definition.value));
    }
    return constants.get(id);
  }

  const moving = new Map<string, boolean>();
  function readsData(expression: Expression): boolean {
    if (MOVING.has(expression.kind)) return true;
    if (expression.kind !== 'let') return partsOf(expression).some(readsData);
    const known = moving.get(expression.id);
    if (known !== undefined) return known;
    const definition = checked.get(expression.id);
    const found = definition !== undefined && readsData(definition.value);
    moving.set(expression.id, found);
    return found;
  }

  function declare(
    merged: MergedStatement<Syntax.LetNode>,
    typing: Typing,
    types: TypeReader,
  ): LetReader {
    const { statement } = merged;
    const id = uniqueId([...typing.scope.path, statement.name.text].join(' / '));
    const definition: Definition = {
      id,
      name: statement.name,
      state: 'waiting',
      value: undefined,
      height: 0,
    };

    function value(): Expression | undefined {
      if (definition.state === 'typed') return definition.value;
      if (definition.state === 'typing') {
        sayCycle(typing, definition);
        return undefined;
      }
      definition.state = 'typing';
      underway.push(definition);
      const { depth, peak } = meter;
      meter.peak = depth;
      const isOutput = typing.nodes.get(statement.name.text) === 'output';
      const typed = typeDefinition(typing, merged, types, isOutput);
      definition.height = meter.peak - depth + 1;
      meter.peak = Math.max(peak, meter.peak);
      underway.pop();
      definition.state = 'typed';
      definition.value = typed;
      checked.set(id, {
        id,
        name: statement.name.text,
        about: statement.about?.text,
        scope: typing.scope.path,
        value: typed,
        origins: merged.origins,
        span: statement.name.span,
      });
      return typed;
    }
    return { id, value, height: () => definition.height };
  }

  function uniqueId(wanted: string): string {
    let id = wanted;
    for (let count = 2; ids.has(id); count++) id = `${wanted} #${count}`;
    ids.add(id);
    return id;
  }

  function sayCycle({ report }: Typing, first: Definition): void {
    const circle = underway.slice(underway.indexOf(first));
    const names = [...circle, first].map(({ name }) => name.text);
    const related = circle
      .slice(1)
      .map(({ name }) => ({ span: name.span, note: { en: 'and this', zh: '以及这里' } }));
    report.say('cyclic-let', first.name.span, { names }, { related });
  }

  return { declare, constant, readsData, checked };
}

function typeDefinition(
  typing: Typing,
  { statement, open }: MergedStatement<Syntax.LetNode>,
  types: TypeReader,
  isOutput: boolean,
): Expression {
  const { name, value } = statement;
  const read = statement.type && types.read(statement.type);
  const declared = read?.type;
  if (statement.type && read?.range)
    typing.report.say('bounds-not-checked', statement.type.span, { name: name.text });
  if (value)
    return declared
      ? declaredAs(typing, typing.type(value, declared), declared)
      : givesUndeclaredWords(typing, statement, isOutput)
        ? mistake(value.span)
        : typing.type(value);
  if (!open) typing.report.say('value-missing', name.span, { name: name.text });
  else if (!declared) typing.report.say('open-type-missing', name.span, { name: name.text });
  if (!declared || declared.kind === 'error') return mistake(name.span);
  // Nothing is known of an open definition but its type.
  return {
    kind: 'constant',
    type: declared,
    value: unknownOf(declared),
    text: '',
    span: name.span,
  };
}

/** The expression with its declared type, which must fit the one it has. */
export function declaredAs(typing: Typing, typed: Expression, declared: Type): Expression {
  if (typed.type.kind === 'error' || declared.kind === 'error') return mistake(typed.span);
  if (
    declared.kind === 'number' &&
    typed.type.kind === 'number' &&
    (typed.type.integer || !declared.integer)
  ) {
    const model: Expression = { kind: 'each', type: declared, span: typed.span };
    return agree(typing, model, typed) ? { ...typed, type: declared } : mistake(typed.span);
  }
  if (fits(typed.type, declared)) return { ...typed, type: declared };
  typing.report.say('type-mismatch', typed.span, { expected: declared, found: typed.type });
  return mistake(typed.span);
}

/** Whether a value of the type can stand where the declared type is asked for. */
export function fits(type: Type, declared: Type): boolean {
  if (declared.kind === 'number' && type.kind === 'number')
    return (type.integer || !declared.integer) && sameDimensions(declared.unit, type.unit);
  if (declared.kind === 'enumeration' && type.kind === 'enumeration')
    return type.values.every((value) => declared.values.includes(value));
  if (declared.kind === 'list' && type.kind === 'list')
    return type.least >= declared.least && fits(type.of, declared.of);
  if (declared.kind === 'record' && type.kind === 'record') {
    const { fields } = type;
    const isLike = ([name, field]: readonly [string, Type]) => {
      const given = fields.get(name);
      return given !== undefined && fits(given, field);
    };
    return fields.size === declared.fields.size && [...declared.fields].every(isLike);
  }
  return comparable(declared, type);
}
