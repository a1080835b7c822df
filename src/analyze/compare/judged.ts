// What a person judges, as expressions over what that person finds and not over the points given for it:
// entries that are met, the choice that is taken, a share of a free award. Two rulesets that give other
// points for the same finding then differ where they do.
import { constantExpression, onlyWhere } from '../../interpret/rule-expression.ts';
import type { Expression } from '../../model/expression.ts';
import type { Choice, Input, Item, JudgedInput } from '../../model/framework.ts';
import { ONE, ZERO, subtract } from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import type { Span } from '../../text/span.ts';
import { closed } from '../../types/range.ts';
import type { Range } from '../../types/range.ts';
import { BOOLEAN, PERCENTAGE, SCORE } from '../../types/type.ts';
import type { Type } from '../../types/type.ts';
import { enumerationValue } from '../../types/value.ts';

/** Takes note of an input under a name; both sides of a comparison give the same name to one finding. */
export type Register = (name: string, type: Type, range: Range) => Expression;

/** The points that a judged item gives, in terms of what was found. */
export function judgedExpression(
  item: Item,
  judged: JudgedInput,
  about: string,
  register: Register,
): Expression {
  const { form, points } = judged;
  const { span } = item;
  switch (form.kind) {
    case 'free':
      return times(register(about, PERCENTAGE, SHARE), points, span);
    case 'checklist':
      return form.entries
        .map((entry) => entryExpression(entry, about, register, span))
        .reduce((sum, entry) => plus(sum, entry, span));
    case 'choice': {
      const names = form.choices.map(({ name }) => name);
      const chosen = register(about, { kind: 'enumeration', values: names }, ANY);
      const rows = form.choices.map((choice) => ({
        condition: isChosen(chosen, choice.name, span),
        value: choicePoints(choice, about, register, span),
        afterEarlier: true,
        span,
      }));
      return { kind: 'decision', rows, otherwise: undefined, type: SCORE, span };
    }
    case 'banded': {
      const width: Expression = {
        kind: 'arithmetic',
        operator: '-',
        left: form.most,
        right: form.least,
        type: SCORE,
        span,
      };
      const share = register(about, PERCENTAGE, SHARE);
      return plus(
        form.least,
        { kind: 'arithmetic', operator: '*', left: share, right: width, type: SCORE, span },
        span,
      );
    }
    default:
      return form satisfies never;
  }
}

const SHARE: Range = closed(ZERO, ONE);
const ANY: Range = { low: undefined, high: undefined, integer: false };

/** What is said about an input that is a share of what an assessor may give. */
const SHARE_ABOUT = 'a share of what may be given';

/** Such a share as an input. */
export function shareInput(name: string, type: Type, range: Range, span: Span): Input {
  return findingInput(name, type, range, span, type === PERCENTAGE ? SHARE_ABOUT : undefined);
}

/** Whether an input of a comparison is a share of what an assessor may give. */
export function isShare(input: Input): boolean {
  return input.about === SHARE_ABOUT && input.kind === 'value' && input.origins.length === 0;
}

/** An input of a comparison, as a declaration. */
export function findingInput(
  name: string,
  type: Type,
  range: Range,
  span: Span,
  about?: string,
): Input {
  return {
    kind: 'value',
    name,
    about,
    type,
    range,
    fieldRanges: new Map(),
    default: undefined,
    origins: [],
    span,
  };
}

function entryExpression(entry: Choice, about: string, register: Register, span: Span): Expression {
  const met = register(`${about} / ${entry.name}`, BOOLEAN, ANY);
  return onlyWhere(met, choicePoints(entry, `${about} / ${entry.name}`, register, span), span);
}

// What is left to the assessor is a share of the way from the least to the most.
function choicePoints(
  { points, least }: Choice,
  about: string,
  register: Register,
  span: Span,
): Expression {
  if (least === undefined) return constantExpression(points, span);
  const share = register(`${about} %`, PERCENTAGE, SHARE);
  return plus(constantExpression(least, span), times(share, subtract(points, least), span), span);
}

function isChosen(chosen: Expression, name: string, span: Span): Expression {
  const type = chosen.type;
  const right: Expression = {
    kind: 'constant',
    value: enumerationValue(name),
    text: name,
    type,
    span,
  };
  return { kind: 'compare', operator: '=', left: chosen, right, type: BOOLEAN, span };
}

function times(share: Expression, points: Rational, span: Span): Expression {
  const right = constantExpression(points, span);
  return { kind: 'arithmetic', operator: '*', left: share, right, type: SCORE, span };
}

function plus(left: Expression, right: Expression, span: Span): Expression {
  return { kind: 'arithmetic', operator: '+', left, right, type: SCORE, span };
}
