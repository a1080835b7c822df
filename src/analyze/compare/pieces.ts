// A pair of rules cut into pieces: along every row, limit and smaller or larger figure of both, until in each
// piece neither chooses any more. The pieces cover every department that the study is of.
import { tierCondition } from '../../interpret/rows.ts';
import { mapParts } from '../../interpret/map-parts.ts';
import type { Expression } from '../../model/expression.ts';
import { partsOf } from '../../model/expression-parts.ts';
import type { Study } from '../../prove/study.ts';

/** Departments of which all is known that decides which rows fire, and what both rules then say. */
export interface Piece {
  readonly study: Study;
  readonly before: Expression;
  readonly after: Expression;
}

type Choice = Extract<Expression, { kind: 'decision' | 'tiers' }>;
type Extreme = Extract<Expression, { kind: 'call' }>;

/** The pieces of two rules; undefined where there are more than `most` of them. */
export function piecesOf(
  study: Study,
  before: Expression,
  after: Expression,
  most: number,
): readonly Piece[] | undefined {
  const { lets } = study.framework;
  const known = new Map<Expression, Expression>();
  const written = (expression: Expression): Expression => {
    let found = known.get(expression);
    if (found === undefined) {
      const definition = expression.kind === 'let' ? lets.get(expression.id) : undefined;
      if (definition) found = written(definition.value);
      else found = looksOutside(expression) ? expression : mapParts(expression, written);
      known.set(expression, found);
    }
    return found;
  };
  const pieces: Piece[] = [];
  const open: Piece[] = [{ study, before: written(before), after: written(after) }];
  let cuts = 0;
  for (let piece = open.pop(); piece !== undefined; piece = open.pop()) {
    const choice = firstChoice(piece.before) ?? firstChoice(piece.after);
    if (choice === undefined) pieces.push(piece);
    else open.push(...alternatives(piece, choice).reverse());
    if (pieces.length > most || ++cuts > most * CUTS_PER_PIECE) return undefined;
  }
  return pieces;
}

const CUTS_PER_PIECE = 8;

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

function alternatives(piece: Piece, choice: Choice | Extreme): Piece[] {
  return choice.kind === 'call' ? ofExtreme(piece, choice) : ofRows(piece, choice);
}

function ofRows(piece: Piece, choice: Choice): Piece[] {
  const found: Piece[] = [];
  let rest: Study | undefined = piece.study;
  for (const { condition, value } of rowsOf(choice)) {
    if (rest === undefined) break;
    const inside: Study | undefined = rest.assuming(condition, true);
    if (inside) found.push(replaced(piece, inside, choice, value));
    rest = rest.assuming(condition, false);
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

function ofExtreme(piece: Piece, choice: Extreme): Piece[] {
  const found: Piece[] = [];
  let rest: Study | undefined = piece.study;
  const last = choice.arguments.length - 1;
  for (const [at, argument] of choice.arguments.entries()) {
    if (rest === undefined) break;
    let inside: Study | undefined = rest;
    for (const [place, other] of choice.arguments.entries()) {
      if (place === at || at === last) continue;
      inside = inside?.assuming(comparison(choice, argument, other), true);
    }
    if (inside) found.push(replaced(piece, inside, choice, argument));
    rest = at === last ? undefined : withoutExtreme(rest, choice, argument);
  }
  return found;
}

// Where an argument is not the extreme one, some other is beyond it; with two, that is one condition.
function withoutExtreme(study: Study, choice: Extreme, argument: Expression): Study | undefined {
  const others = choice.arguments.filter((other) => other !== argument);
  const [other] = others;
  if (others.length !== 1 || other === undefined) return study;
  return study.assuming(comparison(choice, argument, other), false);
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
