// A checked expression as a line that people read: with its names, or with the figures that stood in
// their place. Symbols are those of the printed tables (× ≥ ≠); words follow the report's language.
import { ACHIEVEMENT_READINGS, builtins } from '../builtins/builtins.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { AggregateExpression, Expression, ScoreName, TierMatch } from '../model/expression.ts';
import type { Let } from '../model/framework.ts';
import type { CallArgument, Operands } from '../model/sheet.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rounding } from '../number/rounding.ts';
import { divide } from '../number/rational.ts';
import { pointOf } from '../types/range.ts';
import { isMoney, PLAIN, POINTS } from '../types/unit.ts';
import type { Value } from '../types/value.ts';
import { isKnown } from '../types/value.ts';
import type { Unit } from '../types/unit.ts';
import { AGGREGATES, ARITHMETIC, COMPARISONS, MODES, WORDS } from './expression-words.ts';
import { rangeText, valueText, writtenFigure } from './figure.ts';
import { branchTaken, operandOf } from './operand.ts';
import { shownUnit } from './ratio.ts';

/** What wording an expression needs to know: the language, and the definitions names stand for. */
export interface Wording {
  readonly language: Language;
  readonly lets: ReadonlyMap<string, Let>;
  /** What a call gave its parameters: inside its body they go by their names. */
  readonly parameters?: ReadonlyMap<string, CallArgument>;
}

// How tightly a form binds; a part that binds less tightly than its place asks for gets brackets.
const BINDING = {
  choice: 0,
  or: 1,
  and: 2,
  not: 3,
  compare: 4,
  add: 5,
  multiply: 6,
  negate: 7,
  atom: 8,
} as const;

interface Phrase {
  readonly text: string;
  readonly binds: number;
}

/** The expression with names: `实际采购金额 / 采购计划金额 × 1 分`. */
export function expressionText(expression: Expression, wording: Wording): string {
  return phrase(expression, wording, undefined).text;
}

/** The expression with figures in the place of the names that are known: `2.96 万元 / 19.50 万元 × 1 分`. */
export function substituted(expression: Expression, operands: Operands, wording: Wording): string {
  return phrase(expression, wording, operands).text;
}

/** `0.01，四舍五入`; the step in the unit of what is rounded. */
export function roundingText(rounding: Rounding, unit: Unit, language: Language): string {
  const label = unit.label === '%' ? '%' : isMoney(unit) ? ` ${unit.label}` : '';
  const step = formatExact(divide(rounding.step, unit.scale)) + label;
  return `${step}${language === 'zh' ? '，' : ', '}${MODES[rounding.mode][language]}`;
}

function phrase(expression: Expression, wording: Wording, operands: Operands | undefined): Phrase {
  const parameter = parameterIn(expression, wording);
  if (parameter && operands === undefined) return atom(parameter.name);
  const known = operands && knownText(expression, wording, operands);
  if (known !== undefined) return { text: known, binds: BINDING.atom };
  const words = WORDS[wording.language];
  const part = (child: Expression, least: number) => {
    const inner = phrase(child, wording, operands);
    return inner.binds < least ? bracketed(inner.text, wording.language) : inner.text;
  };
  const list = (parts: readonly Expression[]) =>
    parts.map((child) => part(child, 0)).join(words.comma);
  if (expression.expands) {
    const { name, arguments: given } = expression.expands;
    return atom(name + bracketed(list(given.map(({ value }) => value)), wording.language));
  }
  switch (expression.kind) {
    case 'constant':
      return atom(constantText(expression, wording));
    case 'input':
    case 'option':
    case 'let':
      return atom(expression.name);
    case 'each':
      return atom(words.each);
    case 'standing':
      return atom(
        expression.value ? rangeText(expression.value, POINTS, wording.language) : words.standing,
      );
    case 'score':
      return atom(scoreWords(expression.path, wording.language));
    case 'grade':
      return atom(words.grade);
    case 'parts':
      return atom(words[expression.of]);
    case 'field':
      return atom(
        expression.of.kind === 'each'
          ? expression.field
          : `${part(expression.of, BINDING.atom)}.${expression.field}`,
      );
    case 'entry':
      return atom(`${part(expression.of, BINDING.atom)}[${expression.index}]`);
    case 'negate':
      return {
        text: `−${unsigned(part(expression.operand, BINDING.negate), wording.language)}`,
        binds: BINDING.negate,
      };
    case 'not':
      return { text: `${words.not}${part(expression.operand, BINDING.not)}`, binds: BINDING.not };
    case 'arithmetic': {
      const binds =
        expression.operator === '+' || expression.operator === '-' ? BINDING.add : BINDING.multiply;
      const right = unsigned(part(expression.right, binds + 1), wording.language);
      return {
        text: `${part(expression.left, binds)} ${ARITHMETIC[expression.operator]} ${right}`,
        binds,
      };
    }
    case 'compare': {
      const sides = [part(expression.left, BINDING.add), part(expression.right, BINDING.add)];
      return { text: sides.join(` ${COMPARISONS[expression.operator]} `), binds: BINDING.compare };
    }
    case 'logic': {
      const binds = BINDING[expression.operator];
      const sides = [part(expression.left, binds), part(expression.right, binds)];
      return { text: sides.join(` ${words[expression.operator]} `), binds };
    }
    case 'member':
      return {
        text: `${part(expression.of, BINDING.add)} ${words.in} {${list(expression.among)}}`,
        binds: BINDING.compare,
      };
    case 'call':
      return atom(
        `${builtinName(expression.builtin, wording.language)}${bracketed(list(expression.arguments), wording.language)}`,
      );
    case 'cohort':
      return atom(expression.of === 'all' ? words.cohort : words.others);
    case 'own':
      return {
        text: `${words.own} ${part(expression.operand, BINDING.atom)}`,
        binds: BINDING.negate,
      };
    case 'aggregate': {
      const name = AGGREGATES[expression.function][wording.language];
      return atom(name + bracketed(aggregateText(expression, wording, operands), wording.language));
    }
    case 'rank': {
      const { of, where, order, ties } = expression;
      const inside = (child: Expression) => expressionText(child, wording);
      const filter = where === undefined ? '' : words.where + inside(where);
      const among = inside(of) + words.over + words.cohort + filter;
      const clauses = [among, words[order], words[ties]].join(words.comma);
      return atom(words.rank + bracketed(clauses, wording.language));
    }
    case 'round': {
      const unit = shownUnit(expression, wording.lets) ?? PLAIN;
      const inner =
        part(expression.operand, 0) +
        words.comma +
        roundingText(expression.rounding, unit, wording.language);
      return atom(
        `${wording.language === 'zh' ? '取整' : 'round'}${bracketed(inner, wording.language)}`,
      );
    }
    case 'list':
      return atom(`[${list(expression.entries)}]`);
    case 'record':
      return atom(
        `{${[...expression.fields].map(([name, field]) => `${name} = ${part(field, 0)}`).join(words.comma)}}`,
      );
    case 'decision': {
      const taken = operands && branchTaken(expression, operands);
      if (taken) return phrase(taken, wording, operands);
      const rows = expression.rows.map(
        (row) => `${words.if}${part(row.condition, 1)}${words.then}${part(row.value, 1)}`,
      );
      const last = expression.otherwise && part(expression.otherwise, 1);
      return {
        text: [...rows, ...(last === undefined ? [] : [last])].join(words.else),
        binds: BINDING.choice,
      };
    }
    case 'tiers':
      return atom(`${words.tiers}${bracketed(part(expression.subject, 0), wording.language)}`);
    default:
      return expression satisfies never;
  }
}

// What stands inside is about each department of a cohort: this one's figures have no place there.
function aggregateText(
  aggregate: AggregateExpression,
  wording: Wording,
  operands: Operands | undefined,
): string {
  const { of, over, where, without, at } = aggregate;
  const words = WORDS[wording.language];
  const around = (child: Expression) => phrase(child, wording, operands).text;
  const inside =
    over.kind === 'cohort' ? (child: Expression) => expressionText(child, wording) : around;
  const parts = [of === undefined ? around(over) : inside(of) + words.over + around(over)];
  if (where) parts.push(words.where + inside(where));
  if (without?.highest) parts.push(words.withoutHighest + around(without.highest));
  if (without?.lowest) parts.push(words.withoutLowest + around(without.lowest));
  if (at) parts.push(words.at + around(at.share) + words[at.reading]);
  return parts.join('');
}

function atom(text: string): Phrase {
  return { text, binds: BINDING.atom };
}

/** `“管理”得分`, `score of 管理` */
function scoreWords(path: ScoreName, language: Language): string {
  if (path === 'total') return language === 'zh' ? '总得分' : 'total score';
  const name = path.at(-1) ?? '';
  return language === 'zh' ? `“${name}”得分` : `score of ${name}`;
}

function bracketed(text: string, language: Language): string {
  return language === 'zh' ? `（${text}）` : `(${text})`;
}

// The sign of a figure never stands beside another one: `5 − (−3)`.
function unsigned(text: string, language: Language): string {
  return /^−+\d/.test(text) ? bracketed(text, language) : text;
}

function builtinName(name: keyof typeof builtins, language: Language): string {
  return language === 'zh' ? builtins[name].zhName : name;
}

function constantText(
  constant: Extract<Expression, { kind: 'constant' }>,
  { language, lets }: Wording,
): string {
  const { value } = constant;
  if (value.kind === 'text' && (value.text === 'capped' || value.text === 'uncapped'))
    return language === 'zh' ? ACHIEVEMENT_READINGS[value.text] : value.text;
  if (value.kind === 'text')
    return language === 'zh' ? `“${value.text ?? ''}”` : `"${value.text ?? ''}"`;
  const unit = shownUnit(constant, lets);
  const figure = value.kind === 'number' ? pointOf(value.range) : undefined;
  // A bound such as 70.710678% decides by its last digit, and a person wrote it.
  if (figure && unit) return writtenFigure(figure, unit, language);
  return valueText(value, unit, language) ?? constant.text;
}

// The figure in the place of a name, an entry or a field; undefined where there is none to show.
function knownText(
  expression: Expression,
  wording: Wording,
  operands: Operands,
): string | undefined {
  const value = knownValue(expression, wording, operands);
  if (value === undefined || value.kind === 'record') return undefined;
  if (value.kind === 'list' && value.entries.some((entry) => entry.kind === 'record'))
    return undefined;
  return valueText(value, shownUnit(expression, wording.lets), wording.language);
}

function parameterIn({ parameter }: Expression, { parameters }: Wording): CallArgument | undefined {
  return parameter === undefined ? undefined : parameters?.get(parameter);
}

function knownValue(
  expression: Expression,
  wording: Wording,
  operands: Operands,
): Value | undefined {
  const given = parameterIn(expression, wording)?.value;
  if (given && isKnown(given)) return given;
  if (expression.kind === 'entry') {
    const list = knownValue(expression.of, wording, operands);
    if (list?.kind === 'list') return list.entries[expression.index - 1];
  }
  return operandOf(expression, operands);
}

/** A tier's condition on its subject: `≥ 90%`, `5%–10%`, `优、良`. */
export function matchText(match: TierMatch, wording: Wording): string {
  const words = WORDS[wording.language];
  if (match.kind === 'values')
    return match.values
      .map((value) => expressionText(value, wording))
      .join(wording.language === 'zh' ? '、' : ', ');
  const [first, second] = match.bounds;
  if (first?.operator === '>=' && second?.operator === '<=')
    return `${expressionText(first.limit, wording)}–${expressionText(second.limit, wording)}`;
  const bounds = match.bounds.map(
    ({ operator, limit }) => `${COMPARISONS[operator]} ${expressionText(limit, wording)}`,
  );
  return bounds.join(` ${words.and} `);
}
