// The steps of a score's trace as data for a page: each with its formula in names and in figures, what
// came of it, and every row of a table with the one that fired marked. The same steps as lines of text
// are made in step.ts; both take their words from the same places.
import type { Expression } from '../model/expression.ts';
import type { Operands, Step } from '../model/sheet.ts';
import type { Span } from '../text/span.ts';
import { PLAIN, POINTS } from '../types/unit.ts';
import type { Unit } from '../types/unit.ts';
import type { JudgedInputs } from './award.ts';
import { comparisonText } from './comparison.ts';
import type { Wording } from './expression.ts';
import { expressionText, substituted } from './expression.ts';
import { rowLines } from './list-rows.ts';
import { shownUnit } from './ratio.ts';
import { rowReason, tableIn } from './row.ts';
import type { RowStep, TableExpression } from './row.ts';
import { stepWords } from './step-words.ts';
import { stepText } from './step.ts';
import type { SingleStep } from './step.ts';
import { tableRows } from './table-rows.ts';
import type { TableRow } from './table-rows.ts';
import { knownOrOpen, outcomeText } from './working.ts';

/** One thing that happened on the way to a score. */
export interface StepData {
  readonly kind: 'define' | 'rule' | 'deduct' | 'award' | 'compare' | 'limit' | 'strike' | 'absent';
  readonly title: string;
  /** The formula with names, and with figures in their place; undefined where they would say nothing new. */
  readonly withNames: string | undefined;
  readonly withNumbers: string | undefined;
  readonly result: string | undefined;
  readonly rows: readonly TableRow[];
  /** Where the rule that did it stands. */
  readonly span: Span | undefined;
}

/** The steps of one rule; `rule` is the item's own value, where it has one. */
export function stepData(
  steps: readonly Step[],
  rule: Expression | undefined,
  wording: Wording,
  judged: JudgedInputs,
): StepData[] {
  const own = rule && tableIn(rule);
  const found: StepData[] = [];
  let fired: RowStep[] = [];
  const flush = (): void => {
    if (fired[0]) found.push(tableData(fired, fired[0].table ?? own, own, wording));
    fired = [];
  };
  for (const step of steps) {
    if (step.kind === 'decision-row' || step.kind === 'tier-row') {
      if (fired[0] && fired[0].table !== step.table) flush();
      fired.push(step);
      continue;
    }
    const table = step.kind === 'let' ? tableIn(step.expression) : undefined;
    if (step.kind === 'let' && table && fired[0]?.table === table) {
      // A definition's table and its value belong together.
      const data = tableData(fired, table, undefined, wording);
      const result = outcomeText(step.expression, step.value, wording);
      found.push({ ...data, kind: 'define', title: step.name, withNumbers: data.title, result });
      fired = [];
      continue;
    }
    flush();
    found.push(singleData(step, wording, judged));
  }
  flush();
  return found.filter(
    (each, index) =>
      each.kind !== 'compare' || found.findIndex(({ title }) => title === each.title) === index,
  );
}

function singleData(
  step: Exclude<Step, RowStep>,
  wording: Wording,
  judged: JudgedInputs,
): StepData {
  const words = stepWords[wording.language];
  switch (step.kind) {
    case 'let':
      return worked('define', step.name, step.expression, step.operands, wording, {
        result: outcomeText(step.expression, step.value, wording),
      });
    case 'call': {
      const given = step.arguments.map(
        ({ name, expression, value }) => `${name} = ${outcomeText(expression, value, wording)}`,
      );
      const title = words.call(step.name, given.join(words.comma));
      const parameters = new Map(step.arguments.map((argument) => [argument.name, argument]));
      const body = { ...step.expression, expands: undefined };
      const result = outcomeText(step.expression, step.value, wording);
      return worked('define', title, body, step.operands, { ...wording, parameters }, { result });
    }
    case 'formula':
      return worked('rule', words.formula, step.expression, step.operands, wording, {
        result: knownOrOpen({ kind: 'number', range: step.value }, POINTS, wording),
      });
    case 'rows': {
      const rows = step.rows.map((row, index): TableRow => ({
        text: rowLines({ ...step, rows: [row] }, wording)[0] ?? String(index + 1),
        fired: row.leftOut ? 'no' : row.isCertain ? 'yes' : 'maybe',
        span: undefined,
      }));
      const title = expressionText(step.expression, wording);
      return { ...plain('compare', title), rows, span: step.expression.span };
    }
    case 'comparison':
      return { ...plain('compare', comparisonText(step, wording)), span: step.expression.span };
    default:
      return {
        ...plain(KINDS[step.kind], stepText(step, wording, judged)),
        span: spanOf(step),
      };
  }
}

const KINDS = {
  deduction: 'deduct',
  award: 'award',
  band: 'award',
  floor: 'limit',
  cap: 'limit',
  rounding: 'limit',
  veto: 'strike',
  exemption: 'strike',
  redistribution: 'limit',
  'not-applicable': 'absent',
  absent: 'absent',
} as const satisfies Partial<Record<SingleStep['kind'], StepData['kind']>>;

function spanOf(
  step: Exclude<SingleStep, { kind: 'let' | 'formula' | 'comparison' }>,
): Span | undefined {
  switch (step.kind) {
    case 'deduction':
      return step.deduction.span;
    case 'veto':
      return step.veto.span;
    case 'exemption':
      return step.exemption.span;
    case 'not-applicable':
      return step.notApplicable.span;
    case 'band':
      return step.table.rows[step.number - 1]?.span ?? step.table.span;
    case 'absent':
      return step.absence.kind === 'condition' ? step.absence.applies.span : step.absence.pool.span;
    case 'floor':
    case 'cap':
    case 'rounding':
    case 'award':
    case 'redistribution':
      return undefined;
    default:
      return step satisfies never;
  }
}

function plain(kind: StepData['kind'], title: string): StepData {
  return {
    kind,
    title,
    withNames: undefined,
    withNumbers: undefined,
    result: undefined,
    rows: [],
    span: undefined,
  };
}

function worked(
  kind: StepData['kind'],
  title: string,
  expression: Expression,
  operands: Operands,
  wording: Wording,
  { result }: { readonly result: string },
): StepData {
  const names = expressionText(expression, wording);
  const numbers = substituted(expression, operands, wording);
  return {
    ...plain(kind, title),
    withNames: names === result ? undefined : names,
    withNumbers: numbers === names || numbers === result ? undefined : numbers,
    result,
    span: expression.span,
  };
}

// A table with the rows that fired or may; the value is shown where one row certainly fired.
function tableData(
  fired: readonly RowStep[],
  table: TableExpression | undefined,
  own: TableExpression | undefined,
  wording: Wording,
): StepData {
  const isOwn = table !== undefined && table === own;
  const unit: Unit = isOwn ? POINTS : ((table && shownUnit(table, wording.lets)) ?? PLAIN);
  const [first] = fired;
  const of = table && { expression: table, unit };
  const title =
    first && fired.length === 1 ? rowReason(first, of, wording) : tableTitle(table, wording);
  const given = first?.row?.value ?? table?.otherwise;
  const isOne = first !== undefined && fired.length === 1;
  const names = isOne && given ? expressionText(given, wording) : undefined;
  const numbers = isOne && given ? substituted(given, first.operands, wording) : undefined;
  const result = isOne ? knownOrOpen(first.value, unit, wording) : undefined;
  const isPlainFigure = given === undefined || given.kind === 'constant';
  return {
    ...plain('rule', title),
    withNames: isPlainFigure ? undefined : names,
    withNumbers: isPlainFigure || numbers === names ? undefined : numbers,
    result,
    rows: table ? tableRows(table, fired, unit, wording) : [],
    span: table?.span,
  };
}

function tableTitle(table: TableExpression | undefined, wording: Wording): string {
  if (table?.kind === 'tiers') return expressionText(table.subject, wording);
  return stepWords[wording.language].formula;
}
