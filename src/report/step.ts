// The steps of a score's trace as lines of text: first with names, then with figures, then what came
// of it. A reader can check every line with a pocket calculator.
import { isSingle } from '../types/enclosure.ts';
import type { Expression } from '../model/expression.ts';
import { readsStanding, withStanding } from '../interpret/rule-expression.ts';
import type { Deduction } from '../model/framework.ts';
import type { Operands, Step } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import { point, sameRange } from '../types/range.ts';
import { PLAIN, POINTS } from '../types/unit.ts';
import { absenceText } from './absent.ts';
import type { JudgedInputs } from './award.ts';
import { awardText } from './award.ts';
import { comparisonText } from './comparison.ts';
import { conditionText } from './condition.ts';
import type { Wording } from './expression.ts';
import { expressionText, roundingText, substituted } from './expression.ts';
import { pointsText, rangeText } from './figure.ts';
import { rowLines } from './list-rows.ts';
import type { RowsStep } from './list-rows.ts';
import { shownUnit } from './ratio.ts';
import { rowReason, rowText, tableIn } from './row.ts';
import type { RowStep, Table } from './row.ts';
import { stepWords } from './step-words.ts';
import { equals, knownOrOpen, outcomeText, scoreWorking, working } from './working.ts';

/** A line of a trace; `defines` marks those that work out a named intermediate result. */
export interface TraceLine {
  readonly text: string;
  readonly defines: boolean;
  /** Marks comparisons with other departments and rows of lists. */
  readonly compares?: boolean;
}

/** The steps of one rule as lines; `rule` is the item's own value, where it has one. */
export function traceLines(
  steps: readonly Step[],
  rule: Expression | undefined,
  wording: Wording,
  judged: JudgedInputs,
): TraceLine[] {
  const lines: TraceLine[] = [];
  let rows: RowStep[] = [];
  let call: CallStep | undefined;
  const own = rule && tableIn(rule);
  const flush = (): TraceLine[] => {
    const table = rows[0]?.table;
    const isOwn = table === undefined || table === own;
    const called = call !== undefined && tableIn(call.expression) === table ? call : undefined;
    const inside = called ? insideOf(called, wording) : wording;
    const of = isOwn
      ? own && { expression: own, unit: POINTS }
      : { expression: table, unit: shownUnit(table, wording.lets) ?? PLAIN };
    const whose = called && !isOwn ? called.name + stepWords[wording.language].colon : '';
    const texts = rows.map((row) => ({ text: whose + rowText(row, of, inside), defines: !isOwn }));
    rows = [];
    return texts;
  };
  for (const step of steps) {
    if (step.kind === 'decision-row' || step.kind === 'tier-row') {
      if (rows[0] && rows[0].table !== step.table) lines.push(...flush());
      rows.push(step);
      continue;
    }
    if (step.kind === 'call') {
      lines.push(...flush(), { text: callText(step, wording), defines: true });
      call = step;
      continue;
    }
    if (step.kind === 'rows') {
      const texts = rowLines(step, wording);
      lines.push(...flush(), ...texts.map((text) => ({ text, defines: true, compares: true })));
      continue;
    }
    const table = step.kind === 'let' ? tableIn(step.expression) : undefined;
    if (step.kind === 'let' && table && rows[0]?.table === table) {
      const unit = shownUnit(table, wording.lets) ?? PLAIN;
      lines.push(...definedByTable(step, rows, { expression: table, unit }, wording));
      rows = [];
    } else {
      lines.push(...flush(), {
        text: stepText(step, wording, judged),
        defines: step.kind === 'let',
        compares: step.kind === 'comparison',
      });
    }
  }
  return withoutRepeats([...lines, ...flush()]);
}

// How the body of a definition that was called is worded: with the names of its parameters.
function insideOf(call: CallStep, wording: Wording): Wording {
  const parameters = new Map(call.arguments.map((argument) => [argument.name, argument]));
  return { ...wording, parameters };
}

// A condition and a value may make the same comparison; it is worked out once.
function withoutRepeats(lines: readonly TraceLine[]): TraceLine[] {
  return lines.filter(
    ({ text, compares }, index) =>
      compares !== true || lines.findIndex((line) => line.text === text) === index,
  );
}

/** The same as mere texts. */
export function stepTexts(...trace: Parameters<typeof traceLines>): string[] {
  return traceLines(...trace).map((line) => line.text);
}

// A definition's table and its value belong on one line, unless several rows may fire.
function definedByTable(
  step: LetStep,
  rows: readonly RowStep[],
  table: Table,
  wording: Wording,
): TraceLine[] {
  const texts = rows.map((row) => rowText(row, table, wording));
  const { colon } = stepWords[wording.language];
  const [only, ...more] = texts.map((text) => step.name + colon + text);
  if (only !== undefined && more.length === 0) return [{ text: only, defines: true }];
  const value = `${step.name} ${equals(knownOrOpen(step.value, table.unit, wording))}`;
  return [...texts.map((text) => step.name + colon + text), value].map((text) => ({
    text,
    defines: true,
  }));
}

type CallStep = Extract<Step, { kind: 'call' }>;

// `得分率档（率 = 支出 / 预算 ≈ 66.67%，满 = 5 分）`, and what came of it unless its rows say so.
function callText(step: CallStep, wording: Wording): string {
  const words = stepWords[wording.language];
  const given = step.arguments.map(({ name, expression, value }) => {
    const result = outcomeText(expression, value, wording);
    return `${name} ${working(expression, step.operands, result, wording)}`;
  });
  const call = words.call(step.name, given.join(words.comma));
  if (tableIn(step.expression)) return call;
  const body = { ...step.expression, expands: undefined };
  const result = outcomeText(step.expression, step.value, wording);
  return `${call} ${working(body, step.operands, result, insideOf(step, wording))}`;
}

type LetStep = Extract<Step, { kind: 'let' }>;

/** Every step that is told on one line. */
export type SingleStep = Exclude<Step, RowStep | CallStep | RowsStep>;

/** The step as one line. */
export function stepText(step: SingleStep, wording: Wording, judged: JudgedInputs): string {
  const { language } = wording;
  const words = stepWords[language];
  const points = (range: Range) => pointsText(range, language);
  const changed = ({ before, after }: { readonly before: Range; readonly after: Range }) =>
    sameRange(before, after) ? '' : `${words.colon}${points(before)} → ${points(after)}`;
  switch (step.kind) {
    case 'let': {
      const result = outcomeText(step.expression, step.value, wording);
      return `${step.name} ${working(step.expression, step.operands, result, wording)}`;
    }
    case 'formula':
      return (
        words.formula +
        words.colon +
        scoreWorking(
          step.expression,
          step.operands,
          { kind: 'number', range: step.value },
          POINTS,
          wording,
        )
      );
    case 'deduction': {
      const { condition } = step.deduction;
      if (!step.applies && condition) {
        const text = conditionText([condition], step.operands, wording);
        return words.deduction + words.colon + words.conditionFails(text);
      }
      const amount = knownOrOpen({ kind: 'number', range: step.amount }, POINTS, wording);
      return `${words.deduction}${words.colon}${deductionText(step.deduction, step.operands, step.count, wording)} ${equals(amount)}`;
    }
    case 'comparison':
      return comparisonText(step, wording);
    case 'floor':
      return words.floor + changed(step);
    case 'award':
      return awardText(step, judged, wording);
    case 'band':
      return bandText(step, wording);
    case 'cap':
      return words.cap(step.side, points(step.limit)) + changed(step);
    case 'rounding':
      return words.rounding(roundingText(step.rounding, PLAIN, language)) + changed(step);
    case 'veto': {
      const said = words.veto(step.veto.about, step.certainty === 'possible');
      if (step.overruled) return said + words.comma + words.overruled;
      return said + shareText(step, wording) + changed(step);
    }
    case 'exemption': {
      const said = words.exemption(step.exemption.about, step.certainty === 'possible');
      return said + (step.overruled ? words.comma + words.overruled : changed(step));
    }
    case 'redistribution':
      return (
        words.redistribution(rangeText(step.factor, PLAIN, language), step.isChosen) + changed(step)
      );
    case 'not-applicable': {
      const { policy } = step.notApplicable;
      const said = words.notApplicable(policy, step.certainty === 'possible');
      // What it is awarded instead is worked out in the steps that follow.
      return policy === 'award' && step.certainty === 'certain' ? said : said + changed(step);
    }
    case 'absent':
      return (
        words.absent(absenceText(step, wording), step.certainty === 'possible') + changed(step)
      );
    default:
      return step satisfies never;
  }
}

// What is left of the score before, where the veto takes a share of it.
function shareText({ veto, standing }: Extract<Step, { kind: 'veto' }>, wording: Wording): string {
  if (!readsStanding(veto.score)) return '';
  const names = expressionText(veto.score, wording);
  const figures = expressionText(withStanding(veto.score, standing), wording);
  const text = figures === names ? names : `${names} = ${figures}`;
  return wording.language === 'zh' ? `（${text}）` : ` (${text})`;
}

/** The row of a judged table that applies, and what it leaves to the assessor. */
export function bandText(step: Extract<Step, { kind: 'band' }>, wording: Wording): string {
  const { table, number, certainty, operands, allowed } = step;
  const words = stepWords[wording.language];
  const row = {
    number,
    certainty,
    operands,
    table: undefined,
    stretch: undefined,
    value: { kind: 'number', range: allowed },
  } as const;
  const reason =
    table.kind === 'tiers'
      ? rowReason(
          {
            kind: 'tier-row',
            ...row,
            row: table.rows[number - 1],
            subject: table.subject,
            subjectValue: step.subjectValue ?? { kind: 'number', range: allowed },
          },
          { expression: table, unit: POINTS },
          wording,
        )
      : rowReason(
          { kind: 'decision-row', ...row, row: table.rows[number - 1] },
          { expression: table, unit: POINTS },
          wording,
        );
  return reason + words.colon + words.allowed(rangeText(allowed, POINTS, wording.language));
}

function deductionText(
  deduction: Deduction,
  operands: Operands,
  count: Range | undefined,
  wording: Wording,
): string {
  const { language } = wording;
  const words = stepWords[language];
  const figure = (expression: Expression) => substituted(expression, operands, wording);
  const amount = figure(deduction.amount);
  const notes: string[] = [];
  let text = amount;
  if (deduction.kind === 'step') {
    const steps = count ?? point({ n: 1n, d: 1n });
    text = `${amount} × ${isSingle(steps) ? rangeText(steps, PLAIN, language) : words.open}`;
    const names = expressionText(deduction.subject, wording);
    const known = figure(deduction.subject);
    const subject = known === names ? names : `${names} ${known}`;
    notes.push(
      words.beyond({
        subject,
        side: deduction.side,
        limit: figure(deduction.limit),
        step: figure(deduction.step),
      }),
    );
    notes.push(words.readings[deduction.reading]);
  } else if (deduction.count !== undefined) {
    text = `${amount} × ${figure(deduction.count)}`;
    const names = expressionText(deduction.count, wording);
    if (names !== figure(deduction.count)) notes.push(names);
  }
  if (deduction.condition)
    notes.push(words.condition(conditionText([deduction.condition], operands, wording)));
  if (deduction.atMost) notes.push(words.limitedTo(figure(deduction.atMost)));
  if (notes.length === 0) return text;
  return language === 'zh' ? `${text}（${notes.join('；')}）` : `${text} (${notes.join('; ')})`;
}
