// Awards in bands: every row of a judged table lets something be awarded, and nothing outside the
// points of what it stands in.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Interpreter } from '../interpret/interpreter.ts';
import { tierCondition } from '../interpret/rows.ts';
import type { Expression } from '../model/expression.ts';
import type { BandTable, Item } from '../model/framework.ts';
import { formatApproximate, formatExact } from '../number/decimal.ts';
import type { Range } from '../types/range.ts';
import { closed, encloses, subtractRanges } from '../types/range.ts';
import { ZERO, signOf } from '../number/rational.ts';
import type { Finding, Study } from './study.ts';

/** What is wrong with the rows of a judged table under a study. */
export function bandFindings(study: Study, item: Item): Finding[] {
  const { rule } = item;
  if (rule.kind !== 'judged' || rule.input.form.kind !== 'banded') return [];
  const { least, most } = rule.input.form;
  return rowsOf(study, least, most).flatMap(({ low, high, interpreter }) => {
    const [from, to] = [interpreter.range(low), interpreter.range(high)];
    const allowed = closed(ZERO, item.points);
    const shown = { low: endText(from, 'low'), high: endText(to, 'high') };
    const { name } = item;
    if (!encloses(allowed, from) || !encloses(allowed, to))
      return [
        finding(high, (under) =>
          diagnose('band-outside-points', high.span, {
            name,
            points: formatExact(item.points),
            ...shown,
            under,
          }),
        ),
      ];
    const difference = widthOf(low, high, interpreter);
    if (difference.low && signOf(difference.low.value) >= 0) return [];
    const reversed = { name, low: endText(from, 'high'), high: endText(to, 'low') };
    return [
      finding(high, (under) => diagnose('band-may-reverse', high.span, { ...reversed, under })),
    ];
  });
}

function finding({ span }: Expression, say: Finding['say']): Finding {
  return { key: `band ${span.file} ${span.start}`, quantifier: 'some', say };
}

function endText(range: Range, side: 'low' | 'high'): string {
  const end = range[side];
  return end ? formatApproximate(end.value, 4) : '…';
}

// As one expression, so that what the two have in common cancels out.
function widthOf(low: Expression, high: Expression, interpreter: Interpreter): Range {
  const { type, span } = high;
  if (high.type.kind !== 'number' || low.type.kind !== 'number')
    return subtractRanges(interpreter.range(high), interpreter.range(low));
  return interpreter.range({
    kind: 'arithmetic',
    operator: '-',
    left: high,
    right: low,
    type,
    span,
  });
}

interface Row {
  readonly low: Expression;
  readonly high: Expression;
  /** Knowing that this row applies. */
  readonly interpreter: Interpreter;
}

function rowsOf(study: Study, least: BandTable, most: BandTable): Row[] {
  const rows: Row[] = [];
  let open: Interpreter | undefined = study.interpreter;
  for (const [place, row] of most.rows.entries()) {
    if (open === undefined) break;
    const condition =
      'match' in row && most.kind === 'tiers'
        ? tierCondition(most.subject, row)
        : 'condition' in row
          ? row.condition
          : undefined;
    const low = least.rows[place]?.value;
    if (condition === undefined || low === undefined) continue;
    const taken: Interpreter | undefined = open.assuming(condition, true);
    if (taken) rows.push({ low, high: row.value, interpreter: taken });
    open = open.assuming(condition, false);
  }
  if (open && least.otherwise && most.otherwise)
    rows.push({ low: least.otherwise, high: most.otherwise, interpreter: open });
  return rows;
}
