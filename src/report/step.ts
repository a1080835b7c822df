// One step of a score's trace as a line of text: first with names, then with figures, then what came
// of it. A reader can check every line with a pocket calculator.
import type { DecisionExpression, Expression, TiersExpression } from '../model/expression.ts';
import type { Deduction, JudgedInput } from '../model/framework.ts';
import type { Operands, Step } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import { compare } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { point, pointOf } from '../types/range.ts';
import { PLAIN, POINTS } from '../types/unit.ts';
import type { Unit } from '../types/unit.ts';
import type { Value } from '../types/value.ts';
import type { Wording } from './expression.ts';
import { expressionText, matchText, roundingText, substituted } from './expression.ts';
import { pointsText, rangeText, valueText } from './figure.ts';
import { shownUnit } from './ratio.ts';
import { stepWords } from './step-words.ts';

// Longer decision lists do not repeat every condition that did not hold.
const SHOWN_CONDITIONS = 3;

/** What a step says of a judged input needs that input's declared points and entries. */
export type JudgedInputs = ReadonlyMap<string, JudgedInput>;

// The table that a row belongs to, and the unit of what it gives.
interface Table {
  readonly expression: DecisionExpression | TiersExpression;
  readonly unit: Unit;
}

/**
 * The steps of one rule, a line each. `rule` is the item's own value; a row that is not its own
 * belongs to the table of the definition that follows.
 */
export function stepTexts(
  steps: readonly Step[],
  rule: Expression | undefined,
  wording: Wording,
  judged: JudgedInputs,
): string[] {
  return steps.map((step, index) => {
    if (step.kind !== 'decision-row' && step.kind !== 'tier-row') return stepText(step, wording, judged);
    const next = steps.slice(index).find((later) => later.kind !== step.kind);
    const named = next?.kind === 'let' ? tableIn(next.expression) : undefined;
    if (named) return rowText(step, { expression: named, unit: shownUnit(named, wording.lets) ?? PLAIN }, wording);
    const own = rule && tableIn(rule);
    return rowText(step, own && { expression: own, unit: POINTS }, wording);
  });
}

/** The table that an expression is, a rounding around it aside. */
export function tableIn(expression: Expression): DecisionExpression | TiersExpression | undefined {
  if (expression.kind === 'round') return tableIn(expression.operand);
  return expression.kind === 'decision' || expression.kind === 'tiers' ? expression : undefined;
}

type RowStep = Extract<Step, { kind: 'decision-row' | 'tier-row' }>;

function stepText(step: Exclude<Step, RowStep>, wording: Wording, judged: JudgedInputs): string {
  const { language } = wording;
  const words = stepWords[language];
  const points = (range: Range) => pointsText(range, language);
  const change = (before: Range, after: Range) => `${points(before)} → ${points(after)}`;
  switch (step.kind) {
    case 'let':
      return letText(step, wording);
    case 'formula':
      return words.formula + words.colon + working(step.expression, step.operands, POINTS, step.value, wording);
    case 'deduction': {
      const result = equals(pointOf(step.amount) ? points(step.amount) : `${words.open} (${points(step.amount)})`);
      return [words.deduction, words.colon, deductionText(step.deduction, step.operands, step.count, wording), ' ', result].join('');
    }
    case 'floor':
      return words.floor + words.colon + change(step.before, step.after);
    case 'award':
      return awardText(step, wording, judged);
    case 'cap':
      return words.cap(step.side, points(step.limit)) + words.colon + change(step.before, step.after);
    case 'rounding':
      return words.rounding(roundingText(step.rounding, PLAIN, language)) + words.colon + change(step.before, step.after);
    case 'veto':
      return words.veto(step.veto.about, step.certainty === 'possible') + words.colon + change(step.before, step.after);
    case 'exemption':
      return words.exemption(step.exemption.about, step.certainty === 'possible') + words.colon + change(step.before, step.after);
    case 'redistribution':
      return words.redistribution(rangeText(step.factor, PLAIN, language)) + words.colon + change(step.before, step.after);
    case 'not-applicable':
      return words.notApplicable(step.notApplicable.policy, step.certainty === 'possible') + words.colon + change(step.before, step.after);
    default:
      return step satisfies never;
  }
}

/** `= 2 分`, and for a figure that was cut `≈ 15.18%`. */
export function equals(text: string): string {
  return text.startsWith('≈') ? `≈ ${text.slice(1)}` : `= ${text}`;
}

/** A value that may be open: `15.40%`, or `未定（0–1 分）`. */
export function knownOrOpen(value: Value, unit: Unit | undefined, { language }: Wording): string {
  const known = valueText(value, unit, language);
  if (known !== undefined) return known;
  const open = stepWords[language].open;
  if (value.kind !== 'number' || (value.range.low === undefined && value.range.high === undefined)) return open;
  return `${open}${language === 'zh' ? '（' : ' ('}${rangeText(value.range, unit ?? PLAIN, language)}${language === 'zh' ? '）' : ')'}`;
}

function letText(step: Extract<Step, { kind: 'let' }>, wording: Wording): string {
  const { name, expression, operands, value } = step;
  const unit = shownUnit(expression, wording.lets);
  const isTable = expression.kind === 'tiers' || expression.kind === 'decision';
  const result = knownOrOpen(value, unit, wording);
  if (isTable) return `${name} ${equals(result)}`;
  return [name, ...chain(expression, operands, result, wording)].join(' ');
}

// `= names`, `= figures`, `= result`, without saying the same thing twice.
function chain(expression: Expression, operands: Operands, result: string, wording: Wording): string[] {
  const links = [`= ${expressionText(expression, wording)}`];
  const figures = equals(substituted(expression, operands, wording));
  if (figures !== links[0]) links.push(figures);
  const last = equals(result);
  if (last !== links.at(-1)) links.push(last);
  return links;
}

/** An expression, the same with figures, and its result: `A / B × 1 分 = 2.96 / 19.50 × 1 分 ≈ 0.1518 分`. */
function working(expression: Expression, operands: Operands, unit: Unit, value: Range, wording: Wording): string {
  const result = knownOrOpen({ kind: 'number', range: value }, unit, wording);
  if (expression.kind === 'constant') return result;
  return chain(expression, operands, result, wording).join(' ').replace(/^= /, '');
}

function rowText(step: RowStep, table: Table | undefined, wording: Wording): string {
  const words = stepWords[wording.language];
  const possible = step.certainty === 'possible';
  const unit = table?.unit ?? POINTS;
  const given = step.row?.value ?? table?.expression.otherwise;
  const value = given
    ? working(given, step.operands, unit, step.value, wording)
    : knownOrOpen({ kind: 'number', range: step.value }, unit, wording);
  return reasonForRow(step, table, possible, wording) + words.colon + value;
}

function reasonForRow(step: RowStep, table: Table | undefined, possible: boolean, wording: Wording): string {
  const words = stepWords[wording.language];
  if (step.kind === 'tier-row') {
    const subject = subjectText(step.subject, step.subjectValue, wording);
    return step.row === undefined
      ? words.tierOtherwise(subject, possible)
      : words.tier(subject, matchText(step.row.match, wording), possible);
  }
  if (step.row) return words.row(step.number, conditionText(step.row.condition, step.operands, wording), possible);
  const refused = table?.expression.kind === 'decision' ? table.expression.rows : [];
  const conditions = refused.map((row) => conditionText(row.condition, step.operands, wording));
  return words.otherwise(conditions.length <= SHOWN_CONDITIONS ? conditions : [], possible);
}

/** `编外人员控制率 ≈23.53%` */
export function subjectText(subject: Expression, value: Value, wording: Wording): string {
  return `${expressionText(subject, wording)} ${knownOrOpen(value, shownUnit(subject, wording.lets), wording)}`;
}

function deductionText(deduction: Deduction, operands: Operands, count: Range | undefined, wording: Wording): string {
  const words = stepWords[wording.language];
  const figure = (expression: Expression) => substituted(expression, operands, wording);
  const amount = figure(deduction.amount);
  const notes: string[] = [];
  let text = amount;
  if (deduction.kind === 'step') {
    text = words.perStep(amount, rangeText(count ?? point({ n: 1n, d: 1n }), PLAIN, wording.language));
    const value = `${expressionText(deduction.subject, wording)} ${figure(deduction.subject)}`;
    notes.push(words.beyond({ subject: value, side: deduction.side, limit: figure(deduction.limit), step: figure(deduction.step) }));
    notes.push(words.readings[deduction.reading]);
  } else if (deduction.count !== undefined) {
    text = words.perThing(amount, figure(deduction.count));
    notes.push(expressionText(deduction.count, wording));
  }
  if (deduction.condition) notes.push(words.condition(expressionText(deduction.condition, wording)));
  if (deduction.atMost) notes.push(words.limitedTo(figure(deduction.atMost)));
  if (notes.length === 0) return text;
  return wording.language === 'zh' ? `${text}（${notes.join('；')}）` : `${text} (${notes.join('; ')})`;
}

function awardText(step: Extract<Step, { kind: 'award' }>, wording: Wording, judged: JudgedInputs): string {
  const { language } = wording;
  const words = stepWords[language];
  const full = judged.get(step.input)?.points;
  const points = full === undefined ? '' : pointsText(point(full), language);
  if (!step.known) return words.awardOpen(pointsText(step.award, language));
  const notes = [
    ...(step.choice === undefined ? [] : [words.choice(step.choice)]),
    ...unmetEntries(step.entries, judged.get(step.input), wording),
    ...(step.reason === undefined ? [] : [words.reason(step.reason)]),
  ];
  return [words.award(pointsText(step.award, language), points), ...notes].join(words.comma);
}

/** The entries of a checklist that were not awarded in full, in one phrase. */
export function unmetEntries(
  entries: ReadonlyMap<string, Rational>,
  input: JudgedInput | undefined,
  { language }: Wording,
): string[] {
  const words = stepWords[language];
  if (input?.form.kind !== 'checklist') return [];
  const unmet = input.form.entries.filter((entry) => {
    const given = entries.get(entry.name);
    return given !== undefined && compare(given, entry.points) < 0;
  });
  return unmet.length === 0 ? [] : [words.unmet(unmet.map((entry) => entry.name).join(words.list))];
}
