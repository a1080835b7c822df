// Rows of goal tables that keep a score open although the table is given: a target and an actual value
// that only a person can compare, or a field that was left out. Named by row and field, so that
// whoever fills the table in knows what to write.
import { entryOf } from '../interpret/entry-of.ts';
import { within } from '../model/expression-parts.ts';
import type { Expression } from '../model/expression.ts';
import type { ItemScore, OpenRow, OutputResult } from '../model/sheet.ts';
import { ruleExpression } from '../interpret/rule-expression.ts';
import { isSingle } from '../types/enclosure.ts';
import { whyUndecided } from '../types/target.ts';
import type { Value } from '../types/value.ts';
import { isKnown } from '../types/value.ts';
import type { ScoredNode } from './score-node.ts';
import type { Scoring } from './scoring.ts';

type Aggregate = Extract<Expression, { kind: 'aggregate' }>;
type Call = Extract<Expression, { kind: 'call' }>;

/** The open rows by the input that holds them. */
export function openRowsOf(
  scoring: Scoring,
  nodes: readonly ScoredNode[],
  outputs: readonly OutputResult[],
): ReadonlyMap<string, readonly OpenRow[]> {
  const items = openItemsOf(nodes);
  const open = outputs.filter(({ value }) => !isKnown(value));
  if (items.length === 0 && open.length === 0) return NO_ROWS;
  const found = new Map<string, Map<string, OpenRow>>();
  const add = (input: string, row: OpenRow) => {
    const rows = found.get(input) ?? new Map<string, OpenRow>();
    rows.set(JSON.stringify(row), row);
    found.set(input, rows);
  };
  const rules = [
    ...items.map(({ item }) => ruleExpression(item)),
    ...open.map(({ output }) => output.value),
  ];
  for (const rule of rules) {
    const lets = scoring.references.lets([rule]).map(({ value }) => value);
    for (const expression of [rule, ...lets]) look(scoring, expression, add);
  }
  const byNumber = (a: OpenRow, b: OpenRow) => (a.row ?? 0) - (b.row ?? 0);
  return new Map([...found].map(([input, rows]) => [input, [...rows.values()].sort(byNumber)]));
}

const NO_ROWS: ReadonlyMap<string, readonly OpenRow[]> = new Map();

function openItemsOf(nodes: readonly ScoredNode[]): ItemScore[] {
  const open: ItemScore[] = [];
  for (const node of nodes)
    if (node.kind === 'group') open.push(...openItemsOf(node.children));
    else for (const { sheet } of node.items) if (!isSingle(sheet.score)) open.push(sheet);
  return open;
}

type Add = (input: string, row: OpenRow) => void;

function look(scoring: Scoring, expression: Expression, add: Add): void {
  for (const part of within(expression)) {
    if (part.kind === 'aggregate') lookIntoList(scoring, part, add);
    else if (part.kind === 'call' && !usesEach(part)) {
      const place = placeOf(part.arguments[0]);
      if (place) lookAtCall(scoring, part, place.row, (row) => add(place.input, row));
    }
  }
}

function lookIntoList(scoring: Scoring, aggregate: Aggregate, add: Add): void {
  const input = listOf(scoring, aggregate.over);
  const list = scoring.show(aggregate.over);
  if (input === undefined || list.kind !== 'list' || list.further !== undefined) return;
  const parts = [aggregate.of, aggregate.where].filter((part) => part !== undefined);
  list.entries.forEach((entry, index) => {
    const at = (part: Expression) => entryOf(part, aggregate.over, index + 1);
    const { where } = aggregate;
    const passes = where && scoring.show(at(where));
    if (passes?.kind === 'boolean' && !passes.canBeTrue) return;
    const open = parts.filter((part) => !isKnown(scoring.show(at(part))));
    for (const part of open) {
      for (const inner of within(part))
        if (inner.kind === 'call')
          lookAtCall(scoring, named(inner, at), index + 1, (row) => add(input, row));
      for (const field of unknownFields(part, entry))
        add(input, { row: index + 1, why: { kind: 'not-given', field } });
    }
  });
}

// The call with `each` filled in, and the names under which its arguments were written.
function named(call: Call, at: (part: Expression) => Expression): Call {
  return { ...call, arguments: call.arguments.map(at) };
}

function lookAtCall(
  scoring: Scoring,
  { builtin, arguments: [left, right] }: Call,
  row: number | undefined,
  add: (row: OpenRow) => void,
): void {
  if (!left || !right || (builtin !== 'met' && builtin !== 'achievement')) return;
  const [target, actual] = [scoring.show(left), scoring.show(right)];
  if (target.kind !== 'target' || actual.kind !== 'actual') return;
  if (!target.target || !actual.actual) return;
  const kind = whyUndecided(target.target, actual.actual);
  if (kind === undefined) return;
  const sides = {
    target: { name: nameOf(left), text: target.target.text },
    actual: { name: nameOf(right), text: actual.actual.text },
  };
  add({ row, why: { kind, ...sides } });
}

function unknownFields(part: Expression, entry: Value): string[] {
  if (entry.kind !== 'record') return [];
  const fields = new Set<string>();
  for (const inner of within(part))
    if (inner.kind === 'field' && inner.of.kind === 'each') fields.add(inner.field);
  return [...fields].filter((field) => {
    const value = entry.fields.get(field);
    return value !== undefined && !isKnown(value);
  });
}

function usesEach(expression: Expression): boolean {
  for (const part of within(expression)) if (part.kind === 'each') return true;
  return false;
}

/** The input that a list comes from, through definitions that only name it. */
function listOf(scoring: Scoring, over: Expression): string | undefined {
  if (over.kind === 'input') return over.name;
  if (over.kind !== 'let') return undefined;
  const definition = scoring.framework.lets.get(over.id);
  return definition && listOf(scoring, definition.value);
}

/** The input, and the row of it, that a target comes from. */
function placeOf(
  expression: Expression | undefined,
): { readonly input: string; readonly row: number | undefined } | undefined {
  switch (expression?.kind) {
    case 'input':
      return { input: expression.name, row: undefined };
    case 'entry': {
      const place = placeOf(expression.of);
      return place && { ...place, row: expression.index };
    }
    case 'field':
      return placeOf(expression.of);
    default:
      return undefined;
  }
}

function nameOf(expression: Expression): string {
  if (expression.kind === 'field') return expression.field;
  return expression.kind === 'input' || expression.kind === 'let' ? expression.name : '';
}
