// What expressions of rules mean in a query: figures, truths, words, and lists and records of them whose
// shape is fixed. What SQL cannot say is noted as refused, with the place where it stands.
import { chosenNode } from './choice.ts';
import type {
  DecisionExpression,
  Expression,
  ScoreName,
  TierMatch,
  TiersExpression,
} from '../../model/expression.ts';
import type { ComparisonOperator } from '../../model/expression.ts';
import type { SqlConstruct } from '../../diagnostics/generating-messages.ts';
import type { Framework } from '../../model/framework.ts';
import type { Type } from '../../types/type.ts';
import { isRanking } from '../../types/type.ts';
import { pointOf } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import { rational } from '../../number/rational.ts';
import { aggregateMeaning } from './aggregate.ts';
import { callMeaning } from './call.ts';
import { compareFigures } from './decide.ts';
import { roundFigure } from './rounding.ts';
import type { Figure } from './figure.ts';
import { constant, minus, negated, over, plus, times } from './figure.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { joinTruths, notNode, numberNode, settled, truthNode, wordsNode } from './sheet.ts';
import { columnWhole } from './whole.ts';

export type Meaning =
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'truth'; readonly node: SqlNode }
  | { readonly kind: 'word'; readonly node: SqlNode }
  | { readonly kind: 'list'; readonly entries: readonly Entry[] }
  | { readonly kind: 'record'; readonly fields: ReadonlyMap<string, Meaning> };

/** An entry of a list, and whether it is there. */
export interface Entry {
  readonly there: SqlNode;
  readonly meaning: Meaning;
}

/** What names mean where an expression stands. */
export interface Scope {
  readonly framework: Framework;
  readonly sheet: Sheet;
  readonly input: (name: string) => Meaning | undefined;
  readonly score: (of: ScoreName) => Figure;
  readonly parts: (of: 'scores' | 'rates', path: readonly string[]) => readonly Entry[];
  readonly grade: () => SqlNode;
  readonly standing: Figure | undefined;
  readonly each: Meaning | undefined;
  readonly lets: Map<string, Meaning>;
  /** Notes what SQL cannot say; the query is then not made. */
  readonly refuse: (expression: Expression, construct: SqlConstruct) => Meaning;
}

export const NOTHING: Meaning = { kind: 'figure', figure: constant(rational(0)) };

/** The figure of an expression. */
export function figureOf(expression: Expression, scope: Scope): Figure {
  const meaning = meaningOf(expression, scope);
  return meaning.kind === 'figure' ? meaning.figure : constant(rational(0));
}

/** The truth of a condition. */
export function truthOf(expression: Expression, scope: Scope): SqlNode {
  const meaning = meaningOf(expression, scope);
  return meaning.kind === 'truth' ? meaning.node : truthNode(scope.sheet, false);
}

/** The word that an expression gives. */
export function wordOf(expression: Expression, scope: Scope): SqlNode {
  const meaning = meaningOf(expression, scope);
  return meaning.kind === 'word' ? meaning.node : wordsNode(scope.sheet, '');
}

export function meaningOf(expression: Expression, scope: Scope): Meaning {
  const { sheet } = scope;
  const figure = (made: Figure): Meaning => ({ kind: 'figure', figure: made });
  const truth = (node: SqlNode): Meaning => ({ kind: 'truth', node });
  switch (expression.kind) {
    case 'constant':
      return valueMeaning(expression.value, sheet) ?? scope.refuse(expression, 'target');
    case 'input':
      return scope.input(expression.name) ?? scope.refuse(expression, refusedType(expression.type));
    case 'option': {
      const option = scope.framework.options.find(({ name }) => name === expression.name);
      const chosen = option?.chosen ?? '';
      if (option?.kind === 'boolean') return truth(truthNode(sheet, chosen === 'yes'));
      return { kind: 'word', node: wordsNode(sheet, chosen) };
    }
    case 'let':
      return letMeaning(expression, scope);
    case 'each':
      return scope.each ?? scope.refuse(expression, 'cohort');
    case 'standing':
      return figure(scope.standing ?? constant(rational(0)));
    case 'score':
      return figure(scope.score(expression.path));
    case 'grade':
      return { kind: 'word', node: scope.grade() };
    case 'parts':
      return { kind: 'list', entries: scope.parts(expression.of, expression.path) };
    case 'field': {
      const of = meaningOf(expression.of, scope);
      const field = of.kind === 'record' ? of.fields.get(expression.field) : undefined;
      return field ?? scope.refuse(expression, 'list');
    }
    case 'entry': {
      const of = meaningOf(expression.of, scope);
      const entry = of.kind === 'list' ? of.entries[expression.index - 1] : undefined;
      return entry?.meaning ?? scope.refuse(expression, 'list');
    }
    case 'negate':
      return figure(negated(figureOf(expression.operand, scope)));
    case 'not':
      return truth(notNode(sheet, truthOf(expression.operand, scope)));
    case 'arithmetic': {
      const make = { '+': plus, '-': minus, '*': times, '/': over }[expression.operator];
      return figure(make(figureOf(expression.left, scope), figureOf(expression.right, scope)));
    }
    case 'compare': {
      const { operator, left, right } = expression;
      return truth(comparison(operator, left, right, scope));
    }
    case 'logic': {
      const sides = [truthOf(expression.left, scope), truthOf(expression.right, scope)];
      return truth(joinTruths(sheet, expression.operator, sides));
    }
    case 'member': {
      const { of, among } = expression;
      return truth(
        joinTruths(
          sheet,
          'or',
          among.map((one) => comparison('=', of, one, scope)),
        ),
      );
    }
    case 'call':
      return callMeaning(expression, scope);
    case 'aggregate':
      return aggregateMeaning(expression, scope);
    case 'rank':
    case 'own':
    case 'cohort':
      return scope.refuse(expression, 'cohort');
    case 'round':
      return figure(roundFigure(sheet, figureOf(expression.operand, scope), expression.rounding));
    case 'list':
      return {
        kind: 'list',
        entries: expression.entries.map((entry) => ({
          there: truthNode(sheet, true),
          meaning: meaningOf(entry, scope),
        })),
      };
    case 'record':
      return {
        kind: 'record',
        fields: new Map(
          [...expression.fields].map(([name, value]) => [name, meaningOf(value, scope)] as const),
        ),
      };
    case 'decision':
    case 'tiers':
      return rowsMeaning(expression, scope);
    default:
      return expression satisfies never;
  }
}

function refusedType(type: Type): SqlConstruct {
  if (type.kind === 'target' || type.kind === 'actual') return 'target';
  return type.kind === 'number' ? 'unit' : 'list';
}

function valueMeaning(value: Value, sheet: Sheet): Meaning | undefined {
  switch (value.kind) {
    case 'number':
    case 'date': {
      const known = pointOf(value.range);
      return known && { kind: 'figure', figure: constant(known) };
    }
    case 'boolean':
      return { kind: 'truth', node: truthNode(sheet, value.canBeTrue) };
    case 'enumeration':
      return { kind: 'word', node: wordsNode(sheet, [...value.possible][0] ?? '') };
    case 'text':
      return { kind: 'word', node: wordsNode(sheet, value.text ?? '') };
    case 'list': {
      const entries = value.entries.map((entry) => valueMeaning(entry, sheet));
      const known = entries.flatMap((meaning) =>
        meaning ? [{ there: truthNode(sheet, true), meaning }] : [],
      );
      return known.length === entries.length ? { kind: 'list', entries: known } : undefined;
    }
    case 'record': {
      const fields = [...value.fields].flatMap(([name, field]) => {
        const meaning = valueMeaning(field, sheet);
        return meaning ? [[name, meaning] as const] : [];
      });
      return { kind: 'record', fields: new Map(fields) };
    }
    case 'target':
    case 'actual':
      return undefined;
    default:
      return value satisfies never;
  }
}

function letMeaning({ id, name }: Extract<Expression, { kind: 'let' }>, scope: Scope): Meaning {
  const known = scope.lets.get(id);
  if (known) return known;
  const definition = scope.framework.lets.get(id);
  const outside: Scope = { ...scope, each: undefined, standing: undefined };
  const made = definition
    ? scope.sheet.about(name, () => meaningOf(definition.value, outside))
    : NOTHING;
  scope.lets.set(id, made);
  return made;
}

/** How the values of two expressions lie to each other. */
export function comparison(
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
  scope: Scope,
): SqlNode {
  const { sheet } = scope;
  const [a, b] = [meaningOf(left, scope), meaningOf(right, scope)];
  const ranking = [left.type, right.type].find(isRanking);
  if (ranking && a.kind === 'word' && b.kind === 'word' && operator !== '=' && operator !== '!=') {
    const place = (node: SqlNode) => placeFigure(sheet, node, ranking.values);
    return compareFigures(sheet, TURNED[operator], place(a.node), place(b.node));
  }
  return sameMeaning(operator, a, b, scope) ?? refusedTruth(left, scope);
}

// The better of two words stands further up.
const TURNED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function refusedTruth(expression: Expression, scope: Scope): SqlNode {
  scope.refuse(expression, refusedType(expression.type));
  return truthNode(scope.sheet, false);
}

function sameMeaning(
  operator: ComparisonOperator,
  a: Meaning,
  b: Meaning,
  scope: Scope,
): SqlNode | undefined {
  const { sheet } = scope;
  if (a.kind === 'figure' && b.kind === 'figure')
    return compareFigures(sheet, operator, a.figure, b.figure);
  if (a.kind === 'truth' && b.kind === 'truth') {
    const [x, y] = [settled(a.node), settled(b.node)];
    if (x !== undefined && y !== undefined)
      return truthNode(sheet, (x === y) === (operator === '='));
    return sheet.make(operator === '=' ? '=' : '<>', 'truth', [a.node, b.node]);
  }
  if (a.kind === 'word' && b.kind === 'word') {
    const isFixed = a.node.operator === 'words' && b.node.operator === 'words';
    if (isFixed) return truthNode(sheet, (a.node === b.node) === (operator === '='));
    return sheet.make(operator === '=' ? '=' : '<>', 'truth', [a.node, b.node]);
  }
  if (a.kind !== 'list' || b.kind !== 'list') return undefined;
  const pairs = a.entries.map((entry, at) => {
    const other = b.entries[at];
    return other && sameMeaning('=', entry.meaning, other.meaning, scope);
  });
  const known = pairs.flatMap((pair) => pair ?? []);
  if (known.length < pairs.length && a.entries.length === b.entries.length) return undefined;
  const same =
    a.entries.length === b.entries.length
      ? joinTruths(sheet, 'and', known)
      : truthNode(sheet, false);
  return operator === '=' ? same : notNode(sheet, same);
}

/** The place of a word among others, from 0. */
export function placeFigure(sheet: Sheet, word: SqlNode, values: readonly string[]): Figure {
  if (word.operator === 'words') return constant(rational(values.indexOf(word.text)));
  const rows = values.slice(0, -1).map((value, at) => ({
    when: sheet.make('=', 'truth', [word, wordsNode(sheet, value)]),
    value: numberNode(sheet, BigInt(at), sheet.small),
  }));
  const last = numberNode(sheet, BigInt(values.length - 1), sheet.small);
  const node = chosenNode(sheet, rows, last);
  const whole = columnWhole(node, 0n, BigInt(values.length - 1));
  return { kind: 'steps', whole, step: rational(1) };
}

function rowsMeaning(list: DecisionExpression | TiersExpression, scope: Scope): Meaning {
  const rows: { when: SqlNode; meaning: Meaning }[] = [];
  let last: Meaning | undefined;
  for (const row of list.rows) {
    const when =
      'match' in row && list.kind === 'tiers'
        ? matchTruth(list.subject, row.match, scope)
        : 'condition' in row
          ? truthOf(row.condition, scope)
          : truthNode(scope.sheet, false);
    const known = settled(when);
    if (known === false) continue;
    const meaning = meaningOf(row.value, scope);
    if (known === true) {
      last = meaning;
      break;
    }
    rows.push({ when, meaning });
  }
  // A list without a last row has been proved to cover everything: its last row is what is left.
  last ??= list.otherwise ? meaningOf(list.otherwise, scope) : rows.pop()?.meaning;
  return chosenMeaning(scope.sheet, rows, last ?? NOTHING) ?? scope.refuse(list, 'list');
}

function matchTruth(subject: Expression, match: TierMatch, scope: Scope): SqlNode {
  const limited = (operator: ComparisonOperator, limit: Expression) =>
    comparison(operator, subject, limit, scope);
  return match.kind === 'values'
    ? joinTruths(
        scope.sheet,
        'or',
        match.values.map((value) => limited('=', value)),
      )
    : joinTruths(
        scope.sheet,
        'and',
        match.bounds.map(({ operator, limit }) => limited(operator, limit)),
      );
}

/** The meaning of the first row that holds; undefined for lists of different lengths. */
export function chosenMeaning(
  sheet: Sheet,
  rows: readonly { readonly when: SqlNode; readonly meaning: Meaning }[],
  last: Meaning,
): Meaning | undefined {
  if (rows.length === 0) return last;
  switch (last.kind) {
    case 'figure': {
      const figures = rows.flatMap(({ when, meaning }) =>
        meaning.kind === 'figure' ? [{ when, figure: meaning.figure }] : [],
      );
      return { kind: 'figure', figure: { kind: 'chosen', rows: figures, otherwise: last.figure } };
    }
    case 'truth':
    case 'word': {
      const values = rows.flatMap(({ when, meaning }) =>
        meaning.kind === last.kind ? [{ when, value: meaning.node }] : [],
      );
      return { kind: last.kind, node: chosenNode(sheet, values, last.node) };
    }
    case 'list': {
      const entries = last.entries.map((entry, at): Entry | undefined => {
        const inner = rows.flatMap(({ when, meaning }) => {
          const own = meaning.kind === 'list' ? meaning.entries[at]?.meaning : undefined;
          return own ? [{ when, meaning: own }] : [];
        });
        const meaning = chosenMeaning(sheet, inner, entry.meaning);
        return meaning && inner.length === rows.length
          ? { there: entry.there, meaning }
          : undefined;
      });
      const known = entries.flatMap((entry) => entry ?? []);
      const isEven = rows.every(
        ({ meaning }) => meaning.kind === 'list' && meaning.entries.length === entries.length,
      );
      return isEven && known.length === entries.length
        ? { kind: 'list', entries: known }
        : undefined;
    }
    case 'record':
      return undefined;
    default:
      return last satisfies never;
  }
}
