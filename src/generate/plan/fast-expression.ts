// Expressions as figures, truths and words of generated code. What cannot be written so is left out
// (undefined), and its rule is then scored by exact fractions; options stand as the ruleset chooses them.
import type {
  ComparisonOperator,
  DecisionExpression,
  Expression,
  ScoreName,
  TierMatch,
  TiersExpression,
} from '../../model/expression.ts';
import type { Framework } from '../../model/framework.ts';
import { pointOf } from '../../types/range.ts';
import { SIGNS, chosenForm, compareForms, extremeForm, knownTruth, roundForm } from './decide.ts';
import type { Truth } from './decide.ts';
import type { Flags, Form, Sheet } from './form.ts';
import {
  NO_FLAGS,
  addForms,
  constantForm,
  divideForms,
  joinFlags,
  multiplyForms,
  negateForm,
} from './form.ts';

/** A word of an enumeration, or a text; `known` where it does not depend on the department. */
export interface Word {
  readonly text: string;
  readonly known: string | undefined;
  readonly flags: Flags;
}

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

interface OpenRows {
  readonly rows: readonly { readonly when: Truth; readonly value: Expression }[];
  readonly otherwise: Expression | undefined;
}

// Rows that options rule out are not there, and one that they rule in ends the list.
function openRows(
  list: DecisionExpression | TiersExpression,
  scope: FastScope,
): OpenRows | undefined {
  const rows: { when: Truth; value: Expression }[] = [];
  for (const row of list.rows) {
    const when =
      'match' in row
        ? matchTruth((list as TiersExpression).subject, row.match, scope)
        : truthOf(row.condition, scope);
    if (when === undefined) return undefined;
    if (when.known === false) continue;
    if (when.known === true) return { rows, otherwise: row.value };
    rows.push({ when, value: row.value });
  }
  return { rows, otherwise: list.otherwise };
}

function matchTruth(subject: Expression, match: TierMatch, scope: FastScope): Truth | undefined {
  const compared = (operator: ComparisonOperator, limit: Expression) =>
    comparison(operator, subject, limit, scope);
  return match.kind === 'values'
    ? joinTruths(
        'or',
        match.values.map((value) => compared('=', value)),
      )
    : joinTruths(
        'and',
        match.bounds.map(({ operator, limit }) => compared(operator, limit)),
      );
}

function joinTruths(
  operator: 'and' | 'or',
  truths: readonly (Truth | undefined)[],
): Truth | undefined {
  const settling = operator === 'or';
  const open: Truth[] = [];
  for (const truth of truths) {
    if (truth === undefined) return undefined;
    if (truth.known === settling) return knownTruth(settling);
    if (truth.known === undefined) open.push(truth);
  }
  const [only, second] = open;
  if (only === undefined) return knownTruth(!settling);
  if (second === undefined) return only;
  const texts = open.map(({ text }) => text).join(settling ? ' || ' : ' && ');
  return {
    text: `(${texts})`,
    known: undefined,
    flags: joinFlags(...open.map(({ flags }) => flags)),
  };
}

/** The truth of a condition. */
export function truthOf(condition: Expression, scope: FastScope): Truth | undefined {
  switch (condition.kind) {
    case 'constant':
      return condition.value.kind === 'boolean' ? knownTruth(condition.value.canBeTrue) : undefined;
    case 'input':
      return { text: scope.plain(condition.name), known: undefined, flags: NO_FLAGS };
    case 'option': {
      const option = scope.framework.options.find(({ name }) => name === condition.name);
      return option && knownTruth(option.chosen === 'yes');
    }
    case 'let': {
      const definition = scope.framework.lets.get(condition.id);
      return definition && truthOf(definition.value, scope);
    }
    case 'not': {
      const operand = truthOf(condition.operand, scope);
      if (operand?.known !== undefined) return knownTruth(!operand.known);
      return operand && { ...operand, text: `!(${operand.text})` };
    }
    case 'logic':
      return joinTruths(condition.operator, [
        truthOf(condition.left, scope),
        truthOf(condition.right, scope),
      ]);
    case 'compare':
      return comparison(condition.operator, condition.left, condition.right, scope);
    case 'member':
      return joinTruths(
        'or',
        condition.among.map((choice) => comparison('=', condition.of, choice, scope)),
      );
    case 'decision':
    case 'tiers': {
      const found = openRows(condition, scope);
      const otherwise = found?.otherwise && truthOf(found.otherwise, scope);
      return found?.rows.length === 0 ? otherwise : undefined;
    }
    default:
      return undefined;
  }
}

function comparison(
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
  scope: FastScope,
): Truth | undefined {
  if (left.type.kind === 'number' || left.type.kind === 'date') {
    const [a, b] = [figureForm(left, scope), figureForm(right, scope)];
    return a && b && compareForms(scope.sheet, operator, a, b);
  }
  const isEquality = operator === '=' || operator === '!=';
  if (!isEquality) return undefined;
  if (left.type.kind === 'boolean') {
    const [a, b] = [truthOf(left, scope), truthOf(right, scope)];
    if (!a || !b) return undefined;
    const text = `(${a.text}) ${SIGNS[operator]} (${b.text})`;
    return { text, known: undefined, flags: joinFlags(a.flags, b.flags) };
  }
  const [a, b] = [wordOf(left, scope), wordOf(right, scope)];
  if (!a || !b) return undefined;
  if (a.known !== undefined && b.known !== undefined)
    return knownTruth((a.known === b.known) === (operator === '='));
  return {
    text: `${a.text} ${SIGNS[operator]} ${b.text}`,
    known: undefined,
    flags: joinFlags(a.flags, b.flags),
  };
}

/** The word that an expression gives. */
export function wordOf(expression: Expression, scope: FastScope): Word | undefined {
  const { type } = expression;
  if (type.kind !== 'enumeration' && type.kind !== 'text') return undefined;
  switch (expression.kind) {
    case 'constant': {
      const { value } = expression;
      const word =
        value.kind === 'enumeration'
          ? [...value.possible][0]
          : value.kind === 'text'
            ? value.text
            : undefined;
      return word === undefined
        ? undefined
        : { text: JSON.stringify(word), known: word, flags: NO_FLAGS };
    }
    case 'input':
      return { text: scope.plain(expression.name), known: undefined, flags: NO_FLAGS };
    case 'option': {
      const option = scope.framework.options.find(({ name }) => name === expression.name);
      return (
        option && { text: JSON.stringify(option.chosen), known: option.chosen, flags: NO_FLAGS }
      );
    }
    case 'let': {
      const definition = scope.framework.lets.get(expression.id);
      return definition && wordOf(definition.value, scope);
    }
    case 'decision':
    case 'tiers': {
      const found = openRows(expression, scope);
      if (!found) return undefined;
      const rows = found.rows.map(({ when, value }) => ({ when, word: wordOf(value, scope) }));
      const last = found.otherwise ? wordOf(found.otherwise, scope) : rows.pop()?.word;
      if (!last || rows.some(({ word }) => word === undefined)) return undefined;
      if (rows.length === 0) return last;
      const chain = rows.map(({ when, word }) => `${when.text} ? ${word?.text ?? ''} : `).join('');
      const flags = joinFlags(
        last.flags,
        ...rows.flatMap(({ when, word }) => [when.flags, word?.flags ?? NO_FLAGS]),
      );
      return { text: `(${chain}${last.text})`, known: undefined, flags };
    }
    default:
      return undefined;
  }
}
