// The steps of a score's trace as lines of text: first with names, then with figures, then what came
// of it. A reader can check every line with a pocket calculator.
import { isSingle } from '../types/enclosure.ts';
import type { Expression } from '../model/expression.ts';
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
import { shownUnit } from './ratio.ts';
import { rowText, tableIn } from './row.ts';
import type { RowStep, Table } from './row.ts';
import { stepWords } from './step-words.ts';
import { equals, knownOrOpen, scoreWorking, working } from './working.ts';

/** A line of a trace; `defines` marks those that work out a named intermediate result. */
export interface TraceLine {
  readonly text: string;
  readonly defines: boolean;
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
  // Rows that no definition claims are of the table that was called, or else the rule's own.
  const own = rule && tableIn(rule);
  const ownTable = own && { expression: own, unit: POINTS };
  let context: Table | undefined;
  const flush = (): TraceLine[] => {
    const isOwn = context === undefined || context.expression === own;
    const table = isOwn ? ownTable : context;
    const texts = rows.map((row) => ({ text: rowText(row, table, wording), defines: !isOwn }));
    context = undefined;
    rows = [];
    return texts;
  };
  for (const step of steps) {
    if (step.kind === 'decision-row' || step.kind === 'tier-row') {
      rows.push(step);
      continue;
    }
    const table = step.kind === 'let' ? tableIn(step.expression) : undefined;
    if (step.kind === 'call') {
      lines.push(...flush(), { text: callText(step, wording), defines: true });
      const called = tableIn(step.expression);
      context = called && { expression: called, unit: shownUnit(called, wording.lets) ?? PLAIN };
      continue;
    }
    if (step.kind === 'let' && table && rows.length > 0) {
      lines.push(
        ...definedByTable(
          step,
          rows,
          { expression: table, unit: shownUnit(table, wording.lets) ?? PLAIN },
          wording,
        ),
      );
    } else {
      lines.push(...flush(), {
        text: stepText(step, wording, judged),
        defines: step.kind === 'let',
      });
    }
    rows = [];
  }
  return [...lines, ...flush()];
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
    const result = knownOrOpen(value, shownUnit(expression, wording.lets), wording);
    return `${name} ${working(expression, step.operands, result, wording)}`;
  });
  const call = words.call(step.name, given.join(words.comma));
  if (tableIn(step.expression)) return call;
  const unit = shownUnit(step.expression, wording.lets);
  const body = { ...step.expression, expands: undefined };
  return `${call} ${working(body, step.operands, knownOrOpen(step.value, unit, wording), wording)}`;
}

type LetStep = Extract<Step, { kind: 'let' }>;

function stepText(
  step: Exclude<Step, RowStep | CallStep>,
  wording: Wording,
  judged: JudgedInputs,
): string {
  const { language } = wording;
  const words = stepWords[language];
  const points = (range: Range) => pointsText(range, language);
  const changed = ({ before, after }: { readonly before: Range; readonly after: Range }) =>
    sameRange(before, after) ? '' : `${words.colon}${points(before)} → ${points(after)}`;
  switch (step.kind) {
    case 'let': {
      const result = knownOrOpen(step.value, shownUnit(step.expression, wording.lets), wording);
      return `${step.name} ${working(step.expression, step.operands, result, wording)}`;
    }
    case 'formula':
      return (
        words.formula +
        words.colon +
        scoreWorking(step.expression, step.operands, step.value, POINTS, wording)
      );
    case 'deduction': {
      const amount = knownOrOpen({ kind: 'number', range: step.amount }, POINTS, wording);
      return `${words.deduction}${words.colon}${deductionText(step.deduction, step.operands, step.count, wording)} ${equals(amount)}`;
    }
    case 'comparison':
      return comparisonText(step, wording);
    case 'floor':
      return words.floor + changed(step);
    case 'award':
      return awardText(step, judged, wording);
    case 'cap':
      return words.cap(step.side, points(step.limit)) + changed(step);
    case 'rounding':
      return words.rounding(roundingText(step.rounding, PLAIN, language)) + changed(step);
    case 'veto':
      return words.veto(step.veto.about, step.certainty === 'possible') + changed(step);
    case 'exemption':
      return words.exemption(step.exemption.about, step.certainty === 'possible') + changed(step);
    case 'redistribution':
      return words.redistribution(rangeText(step.factor, PLAIN, language), step.isChosen) + changed(step);
    case 'not-applicable':
      return (
        words.notApplicable(step.notApplicable.policy, step.certainty === 'possible') +
        changed(step)
      );
    case 'absent':
      return (
        words.absent(absenceText(step, wording), step.certainty === 'possible') + changed(step)
      );
    default:
      return step satisfies never;
  }
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
