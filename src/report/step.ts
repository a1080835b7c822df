// The steps of a score's trace as lines of text: first with names, then with figures, then what came
// of it. A reader can check every line with a pocket calculator.
import type { Expression } from '../model/expression.ts';
import type { Deduction } from '../model/framework.ts';
import type { Operands, Step } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import { point, pointOf, sameRange } from '../types/range.ts';
import { PLAIN, POINTS } from '../types/unit.ts';
import { absenceText } from './absent.ts';
import type { JudgedInputs } from './award.ts';
import { awardText } from './award.ts';
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
  for (const step of steps) {
    if (step.kind === 'decision-row' || step.kind === 'tier-row') {
      rows.push(step);
      continue;
    }
    const table = step.kind === 'let' ? tableIn(step.expression) : undefined;
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
      lines.push(...ownRows(rows, rule, wording), {
        text: stepText(step, wording, judged),
        defines: step.kind === 'let',
      });
    }
    rows = [];
  }
  return [...lines, ...ownRows(rows, rule, wording)];
}

/** The same as mere texts. */
export function stepTexts(...trace: Parameters<typeof traceLines>): string[] {
  return traceLines(...trace).map((line) => line.text);
}

function ownRows(
  rows: readonly RowStep[],
  rule: Expression | undefined,
  wording: Wording,
): TraceLine[] {
  const own = rule && tableIn(rule);
  return rows.map((row) => ({
    text: rowText(row, own && { expression: own, unit: POINTS }, wording),
    defines: false,
  }));
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

type LetStep = Extract<Step, { kind: 'let' }>;

function stepText(step: Exclude<Step, RowStep>, wording: Wording, judged: JudgedInputs): string {
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
      return (
        words.redistribution(rangeText(step.factor, PLAIN, language), step.isChosen) + changed(step)
      );
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
    text = `${amount} × ${pointOf(steps) ? rangeText(steps, PLAIN, language) : words.open}`;
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
