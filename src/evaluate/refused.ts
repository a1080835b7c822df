// Refused awards as diagnostics, in the department's file where they stand.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Department } from '../input/department.ts';
import type { ScoreSheet } from '../model/sheet.ts';
import { formatApproximate, formatExact } from '../number/decimal.ts';

/** One error for each award that lies outside the row that applies. */
export function refusedAwards(department: Department, sheet: ScoreSheet): Diagnostic[] {
  return sheet.refused.flatMap(({ input, award, rows }) => {
    const given = department.awards.get(input);
    if (!given) return [];
    const end = (value: { readonly value: Parameters<typeof formatExact>[0] } | undefined) =>
      value ? formatApproximate(value.value, 4) : '…';
    const shown = rows.map(({ number, allowed }) => ({
      number,
      low: end(allowed.low),
      high: end(allowed.high),
    }));
    const facts = { name: input, award: formatExact(award), rows: shown };
    return [diagnose('award-outside-row', given.span, facts)];
  });
}
