// Decision lists: every case must be covered, no two rows may hold at once with different results
// unless their order is meant, and every row must be able to fire.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import type { Interpreter } from '../interpret/interpreter.ts';
import type { DecisionExpression, Expression, TiersExpression } from '../model/expression.ts';
import type { Span } from '../text/span.ts';
import type { Finding, Study } from './study.ts';
import { findWitness } from './witness.ts';

/** A row of a decision list, or of a tier table whose bounds are not fixed figures. */
interface Row {
  readonly condition: Expression;
  readonly value: Expression;
  readonly span: Span;
  /** True for a pair of rows whose order settles which one is meant. */
  readonly ordered: boolean;
}

export interface Rows {
  readonly rows: readonly Row[];
  readonly otherwise: Expression | undefined;
  readonly span: Span;
  /** Whether both rows are bounds of one direction, of which the first that holds is meant. */
  readonly isCascade: (first: number, second: number) => boolean;
}

/** What is wrong with the rows under what the interpreter knows. */
export function rowFindings(study: Study, interpreter: Interpreter, list: Rows): Finding[] {
  const found: Finding[] = [];
  const states: (Interpreter | undefined)[] = [interpreter];
  let open: Interpreter | undefined = interpreter;
  for (const [index, row] of list.rows.entries()) {
    if (open?.assuming(row.condition, true) === undefined)
      found.push(neverFires(index + 1, row.span, takenBefore(interpreter, list.rows, index)));
    open = open?.assuming(row.condition, false);
    states.push(open);
  }
  if (list.otherwise !== undefined) {
    if (open === undefined)
      found.push(
        neverFires(
          'otherwise',
          list.otherwise.span,
          list.rows.map((_, index) => index + 1),
        ),
      );
  } else if (open !== undefined) {
    found.push(gap(study, list));
  }
  return [...found, ...overlaps(study, list, states)];
}

/** A row that is dead where it was looked at; of a definition with parameters, in that call. */
export function neverFires(
  row: number | 'otherwise',
  span: Span,
  earlier: readonly number[],
): Finding {
  return {
    key: rowKey(span),
    quantifier: 'every',
    row: span,
    say: (_, calls) =>
      diagnose(
        'row-never-fires',
        span,
        { row, earlier, call: calls[0] && { name: calls[0].name, times: calls.length } },
        {
          related: calls.map((call) => ({
            span: call.span,
            note: { en: 'called here', zh: '在这里调用' },
          })),
        },
      ),
  };
}

function rowKey({ file, start }: Span): string {
  return `never ${file} ${start}`;
}

/** The keys under which it is said of the rows of a table that they never fire. */
export function rowKeys(table: DecisionExpression | TiersExpression): string[] {
  const otherwise = table.otherwise ? [table.otherwise] : [];
  return [...table.rows, ...otherwise].map(({ span }) => rowKey(span));
}

// The earlier rows if they are what keeps this one from firing, not the inputs alone.
function takenBefore(interpreter: Interpreter, rows: readonly Row[], index: number): number[] {
  const row = rows[index];
  const alone = row && interpreter.assuming(row.condition, true);
  if (!alone) return [];
  return rows
    .slice(0, index)
    .flatMap((earlier, place) => (alone.truth(earlier.condition).canBeTrue ? [place + 1] : []));
}

function gap(study: Study, { rows, span }: Rows): Finding {
  const conditions = rows.map((row) => row.condition);
  const witness = findWitness(study, conditions, (concrete, problems) =>
    conditions.every((condition) => !concrete.truth(condition).canBeTrue) && problems.length === 0
      ? true
      : undefined,
  );
  const fix = otherwiseFix(rows.at(-1)?.span ?? span);
  return {
    key: `gap ${span.file} ${span.start}`,
    quantifier: 'some',
    say: (under) =>
      witness
        ? diagnose('rows-leave-gap', span, { witness: witness.givens, under }, { fix })
        : diagnose('otherwise-needed', span, { under }, { fix }),
  };
}

/** Adding `otherwise : 0` behind the last row. */
export function otherwiseFix({ file, end }: Span): Fix {
  return {
    title: { en: 'Add `otherwise : 0`', zh: '补上“其余：0”' },
    edits: [{ span: { file, start: end, end }, text: ' otherwise : 0' }],
  };
}

function overlaps(
  study: Study,
  list: Rows,
  states: readonly (Interpreter | undefined)[],
): Finding[] {
  return list.rows.flatMap((first, index) => {
    const taken = states[index]?.assuming(first.condition, true);
    if (taken === undefined) return [];
    return list.rows.flatMap((second, later): Finding[] => {
      if (later <= index || second.ordered || list.isCascade(index, later)) return [];
      if (states[later]?.assuming(second.condition, true) === undefined) return [];
      const both = taken.assuming(second.condition, true);
      if (both === undefined) return [];
      // The narrower case first and the wider one after it: the order says what is meant.
      if (states[0]?.assuming(first.condition, true)?.truth(second.condition).canBeFalse === false)
        return [];
      const same = equality(first.value, second.value);
      if (!both.truth(same).canBeFalse) return [];
      const before = list.rows.slice(0, index).map((row) => row.condition);
      const witness = findWitness(
        study,
        [...before, first.condition, second.condition, same],
        (concrete) => {
          const earlier = before.some((condition) => concrete.truth(condition).canBeTrue);
          const hold = [first, second].every((row) => !concrete.truth(row.condition).canBeFalse);
          return !earlier && hold && !concrete.truth(same).canBeTrue ? true : undefined;
        },
      )?.givens;
      if (witness === undefined) return [];
      const { span } = second;
      return [
        {
          key: `overlap ${span.file} ${span.start} ${index}`,
          quantifier: 'some',
          say: (under) =>
            diagnose(
              'rows-overlap',
              span,
              { first: index + 1, second: later + 1, witness, under },
              { related: [{ span: first.span, note: { en: 'the other row', zh: '另一行' } }] },
            ),
        },
      ];
    });
  });
}

/** `left = right` as an expression. */
export function equality(left: Expression, right: Expression): Expression {
  return {
    kind: 'compare',
    operator: '=',
    left,
    right,
    type: { kind: 'boolean' },
    span: right.span,
  };
}
