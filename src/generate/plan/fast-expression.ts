// Expressions as figures, truths and words of generated code. What cannot be written so is left out
// (undefined), and its rule is then scored by exact fractions; options stand as the ruleset chooses them.
import type {
  DecisionExpression,
  Expression,
  ScoreName,
  TiersExpression,
} from '../../model/expression.ts';
import type { Framework } from '../../model/framework.ts';
import { pointOf } from '../../types/range.ts';
import { chosenForm, extremeForm } from './choose.ts';
import { roundForm } from './decide.ts';
import { openRows } from './fast-truth.ts';
import type { Form, Sheet } from './form.ts';
import { addForms, constantForm, divideForms, multiplyForms, negateForm } from './form.ts';

/** What names mean where the code stands. */
export interface FastScope {
  readonly framework: Framework;
  readonly sheet: Sheet;
  readonly figure: (input: string, entry?: number) => Form | undefined;
  readonly plain: (input: string) => string;
  readonly score: (of: ScoreName) => Form | undefined;
  readonly standing: Form | undefined;
  /** Named results, worked out once. */
  readonly lets: Map<string, Form | undefined>;
}

/** The figure of an expression. */
export function figureForm(expression: Expression, scope: FastScope): Form | undefined {
  const { sheet } = scope;
  const form = (part: Expression) => figureForm(part, scope);
  switch (expression.kind) {
    case 'constant': {
      if (expression.value.kind !== 'number' && expression.value.kind !== 'date') return undefined;
      const figure = pointOf(expression.value.range);
      return figure && constantForm(figure);
    }
    case 'input':
      return scope.figure(expression.name);
    case 'entry':
      return expression.of.kind === 'input'
        ? scope.figure(expression.of.name, expression.index)
        : undefined;
    case 'let':
      return letForm(expression, scope);
    case 'standing':
      return scope.standing;
    case 'score':
      return scope.score(expression.path);
    case 'negate': {
      const operand = form(expression.operand);
      return operand && negateForm(operand);
    }
    case 'arithmetic': {
      const [a, b] = [form(expression.left), form(expression.right)];
      if (!a || !b) return undefined;
      const { operator } = expression;
      switch (operator) {
        case '+':
          return addForms(sheet, a, b);
        case '-':
          return addForms(sheet, a, negateForm(b));
        case '*':
          return multiplyForms(sheet, a, b);
        case '/':
          return divideForms(sheet, a, b);
        default:
          return operator satisfies never;
      }
    }
    case 'round': {
      const operand = form(expression.operand);
      return operand && roundForm(sheet, operand, expression.rounding);
    }
    case 'call':
      return callForm(expression, scope);
    case 'decision':
    case 'tiers':
      return rowsForm(expression, scope);
    default:
      return undefined;
  }
}

function callForm(call: Extract<Expression, { kind: 'call' }>, scope: FastScope): Form | undefined {
  const { sheet } = scope;
  const [first, ...rest] = call.arguments.map((argument) => figureForm(argument, scope));
  switch (call.builtin) {
    case 'min':
    case 'max': {
      const name = call.builtin;
      return rest.reduce<Form | undefined>(
        (sofar, next) => sofar && next && extremeForm(sheet, name, sofar, next),
        first,
      );
    }
    case 'abs':
      return first && extremeForm(sheet, 'max', first, negateForm(first));
    case 'floor':
    case 'ceiling':
      return (
        first &&
        roundForm(sheet, first, {
          step: { n: 1n, d: 1n },
          mode: call.builtin === 'floor' ? 'down' : 'up',
        })
      );
    case 'growth': {
      const [before] = rest;
      const ratio = first && before && divideForms(sheet, first, before);
      return ratio && addForms(sheet, ratio, constantForm({ n: -1n, d: 1n }));
    }
    default:
      return undefined;
  }
}

function letForm(
  expression: Extract<Expression, { kind: 'let' }>,
  scope: FastScope,
): Form | undefined {
  const { lets, framework, sheet } = scope;
  if (!lets.has(expression.id)) {
    const definition = framework.lets.get(expression.id);
    const form = definition && figureForm(definition.value, scope);
    lets.set(expression.id, form && namedForm(sheet, expression.name, form));
  }
  return lets.get(expression.id);
}

/** The form with a name for whatever is more than a name or a number. */
export function namedForm(sheet: Sheet, words: string, form: Form): Form {
  const isPlain = (text: string) => /^-?[\p{ID_Continue}$]*$/u.test(text);
  if (form.kind === 'near') return form;
  const named = (whole: typeof form.n, suffix: string) =>
    isPlain(whole.text) ? whole : { ...whole, text: sheet.hoist(`${words}${suffix}`, whole.text) };
  return {
    ...form,
    n: named(form.n, form.d.text === '' ? '' : '_above'),
    d: named(form.d, '_below'),
  };
}

function rowsForm(list: DecisionExpression | TiersExpression, scope: FastScope): Form | undefined {
  const found = openRows(list, scope);
  if (!found) return undefined;
  const rows = found.rows.map(({ when, value }) => ({ when, form: figureForm(value, scope) }));
  // A list without a last row has been proved to cover everything: its last row is what is left.
  const last = found.otherwise ? figureForm(found.otherwise, scope) : rows.pop()?.form;
  const known = rows.flatMap(({ when, form }) => (form ? [{ when, form }] : []));
  if (!last || known.length < rows.length) return undefined;
  return known.length === 0 ? last : chosenForm(scope.sheet, known, last);
}
