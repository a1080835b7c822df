// A pair of rules cut into pieces: along every row, limit and smaller or larger figure of both, one at a
// time, until in each piece neither chooses any more. The pieces cover every department of the study.
import { tierCondition } from '../../interpret/rows.ts';
import { mapParts } from '../../interpret/map-parts.ts';
import type { Expression } from '../../model/expression.ts';
import { partsOf } from '../../model/expression-parts.ts';
import type { Study } from '../../prove/study.ts';
import type { Loosening } from './loosening.ts';
import { settled } from './settled.ts';

/** Some departments, and what both rules say of them. */
export interface Piece {
  readonly study: Study;
  readonly before: Expression;
  readonly after: Expression;
}

type Choice = Extract<Expression, { kind: 'decision' | 'tiers' }>;
type Extreme = Extract<Expression, { kind: 'call' }>;

/** Both rules over all departments, definitions written out. */
export function wholePiece(study: Study, before: Expression, after: Expression): Piece {
  const { lets } = study.framework;
  const known = new Map<Expression, Expression>();
  const written = (expression: Expression): Expression => {
    let found = known.get(expression);
    if (found === undefined) {
      const definition = expression.kind === 'let' ? lets.get(expression.id) : undefined;
      if (definition) found = written(definition.value);
      else found = looksOutside(expression) ? expression : settled(mapParts(expression, written));
      known.set(expression, found);
    }
    return found;
  };
  return { study, before: written(before), after: written(after) };
}

/** The piece in parts that cover it; undefined where neither rule chooses any more. */
export function cut(piece: Piece, { assuming }: Loosening): readonly Piece[] | undefined {
  const choice = firstChoice(piece.before) ?? firstChoice(piece.after);
  if (choice === undefined) return undefined;
  return choice.kind === 'call'
    ? ofExtreme(piece, choice, assuming)
    : ofRows(piece, choice, assuming);
}

// What stands in an aggregate is said of each entry and cannot be decided for the whole.
function looksOutside({ kind }: Expression): boolean {
  return kind === 'aggregate' || kind === 'rank' || kind === 'own';
}

function firstChoice(expression: Expression): Choice | Extreme | undefined {
  if (looksOutside(expression)) return undefined;
  // Inner choices first: a table's subject may itself be one.
  for (const part of chosenParts(expression)) {
    const found = firstChoice(part);
    if (found) return found;
  }
  return isChoice(expression) ? expression : undefined;
}

// Conditions may hold choices, too; the study follows those itself.
function chosenParts(expression: Expression): readonly Expression[] {
  if (expression.kind === 'decision' || expression.kind === 'tiers') return [];
  return partsOf(expression);
}

function isChoice(expression: Expression): expression is Choice | Extreme {
  if (expression.kind === 'decision' || expression.kind === 'tiers') return true;
  return (
    expression.kind === 'call' && (expression.builtin === 'min' || expression.builtin === 'max')
  );
}

function ofRows(piece: Piece, choice: Choice, assuming: Loosening['assuming']): Piece[] {
  const found: Piece[] = [];
  let rest: Study | undefined = piece.study;
  for (const { condition, value } of rowsOf(choice)) {
    if (rest === undefined) break;
    const inside: Study | undefined = assuming(rest, condition, true);
    if (inside) found.push(replaced(piece, inside, choice, value));
    rest = assuming(rest, condition, false);
  }
  if (rest && choice.otherwise) found.push(replaced(piece, rest, choice, choice.otherwise));
  return found;
}

function rowsOf(choice: Choice): readonly { condition: Expression; value: Expression }[] {
  if (choice.kind === 'decision') return choice.rows;
  return choice.rows.map((row) => ({
    condition: tierCondition(choice.subject, row),
    value: row.value,
  }));
}

function ofExtreme(piece: Piece, choice: Extreme, assuming: Loosening['assuming']): Piece[] {
  const found: Piece[] = [];
  let rest: Study | undefined = piece.study;
  const last = choice.arguments.length - 1;
  for (const [at, argument] of choice.arguments.entries()) {
    if (rest === undefined) break;
    let inside: Study | undefined = rest;
    for (const [place, other] of choice.arguments.entries()) {
      if (place === at || at === last) continue;
      inside &&= assuming(inside, comparison(choice, argument, other), true);
    }
    if (inside) found.push(replaced(piece, inside, choice, argument));
    rest = at === last ? undefined : withoutExtreme(rest, choice, argument, assuming);
  }
  return found;
}

// Where an argument is not the extreme one, some other is beyond it; with two, that is one condition.
function withoutExtreme(
  study: Study,
  choice: Extreme,
  argument: Expression,
  assuming: Loosening['assuming'],
): Study | undefined {
  const others = choice.arguments.filter((other) => other !== argument);
  const [other] = others;
  if (others.length !== 1 || other === undefined) return study;
  return assuming(study, comparison(choice, argument, other), false);
}

function comparison(choice: Extreme, left: Expression, right: Expression): Expression {
  const operator = choice.builtin === 'min' ? '<=' : '>=';
  return { kind: 'compare', operator, left, right, type: { kind: 'boolean' }, span: choice.span };
}

function replaced(piece: Piece, study: Study, choice: Expression, value: Expression): Piece {
  const put = (expression: Expression): Expression => {
    if (expression === choice) return value;
    return looksOutside(expression) ? expression : mapParts(expression, put);
  };
  return { study, before: put(piece.before), after: put(piece.after) };
}
