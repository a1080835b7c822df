// Conditions and words of generated code. What options settle is settled here, and what cannot be written
// so is left out (undefined).
import type {
  ComparisonOperator,
  DecisionExpression,
  Expression,
  TierMatch,
  TiersExpression,
} from '../../model/expression.ts';
import { SIGNS, compareForms, knownTruth } from './decide.ts';
import type { Truth } from './decide.ts';
import type { FastScope } from './fast-expression.ts';
import { figureForm } from './fast-expression.ts';
import type { Flags } from './form.ts';
import { NO_FLAGS, joinFlags } from './form.ts';

/** A word of an enumeration, or a text; `known` where it does not depend on the department. */
export interface Word {
  readonly text: string;
  readonly known: string | undefined;
  readonly flags: Flags;
}

/** The rows that may fire, and what is left. */
export interface OpenRows {
  readonly rows: readonly { readonly when: Truth; readonly value: Expression }[];
  readonly otherwise: Expression | undefined;
}

/** Rows that options rule out are not there, and one that they rule in ends the list. */
export function openRows(
  list: DecisionExpression | TiersExpression,
  scope: FastScope,
): OpenRows | undefined {
  const rows: { when: Truth; value: Expression }[] = [];
  // What holds because the rows before do not.
  const given = new Set<string>();
  for (const row of list.rows) {
    const when =
      'match' in row
        ? matchTruth((list as TiersExpression).subject, row.match, given, scope)
        : truthOf(row.condition, scope);
    if (when === undefined) return undefined;
    if (when.known === false) continue;
    if (when.known === true) return { rows, otherwise: row.value };
    rows.push({ when, value: row.value });
    if (when.opposite !== undefined) given.add(when.opposite);
  }
  return { rows, otherwise: list.otherwise };
}

function matchTruth(
  subject: Expression,
  match: TierMatch,
  given: ReadonlySet<string>,
  scope: FastScope,
): Truth | undefined {
  const compared = (operator: ComparisonOperator, limit: Expression) =>
    comparison(operator, subject, limit, scope);
  return match.kind === 'values'
    ? joinTruths(
        'or',
        match.values.map((value) => compared('=', value)),
      )
    : joinTruths(
        'and',
        match.bounds.map(({ operator, limit }) => {
          const truth = compared(operator, limit);
          return truth && given.has(truth.text) ? { ...truth, known: true } : truth;
        }),
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
