// The same department under two rulesets: both totals, and the difference by indicator as a chart.
import { useMemo, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { ComparedDepartment } from '../../answers.ts';
import { Chart } from '../charts/chart.tsx';
import { chartColours } from '../charts/colours.ts';
import { differences } from '../charts/differences.ts';
import { isDark } from '../state/settings.ts';
import { words } from '../words/words.ts';
import { SidesHead } from './sides-head.tsx';

interface ComparedDepartmentsProps {
  readonly departments: readonly ComparedDepartment[];
  readonly sides: readonly [string, string];
}

export function ComparedDepartments({
  departments,
  sides,
}: ComparedDepartmentsProps): VNode | null {
  const w = words.value;
  const [chosen, choose] = useState(0);
  const department = departments[chosen] ?? departments[0];
  const dark = isDark();
  const drawing = useMemo(() => {
    const rows = (department?.parts ?? [])
      .filter(({ difference }) => difference.low !== 0 || difference.high !== 0)
      .map(({ name, difference }) => ({ name, ...difference }));
    return rows.length === 0
      ? undefined
      : differences(
          rows,
          `${department?.name ?? ''} · ${w.chartKinds.difference}`,
          w,
          chartColours(),
        );
  }, [department, w, dark]);
  if (department === undefined) return null;
  return (
    <section class="block">
      <h3>{w.compareDepartment}</h3>
      <table class="form-table">
        <caption class="hidden">{w.compareDepartment}</caption>
        <SidesHead about={w.department} sides={sides} />
        <tbody>
          {departments.map((row, at) => (
            <tr key={at} class={row === department ? 'at-cursor' : ''}>
              <th scope="row" class="indicator-cell">
                <button type="button" class="link" onClick={() => choose(at)}>
                  {row.name} {row.year}
                </button>
              </th>
              <td class="figure">
                {row.left.total.text} <span class="faint">{row.left.grades.join(' / ')}</span>
              </td>
              <td class="figure">
                {row.right.total.text} <span class="faint">{row.right.grades.join(' / ')}</span>
              </td>
              <td class="figure">{row.change.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {department.notes.length > 0 && (
        <ul class="hint">
          {department.notes.map((note, at) => (
            <li key={at}>{note}</li>
          ))}
        </ul>
      )}
      {department.parts.length > 0 && <Parts department={department} sides={sides} />}
      {drawing !== undefined && <Chart drawing={drawing} />}
    </section>
  );
}

function Parts({
  department,
  sides,
}: {
  readonly department: ComparedDepartment;
  readonly sides: readonly [string, string];
}): VNode {
  const w = words.value;
  return (
    <table class="form-table">
      <caption>{w.comparePartsOf(department.name)}</caption>
      <SidesHead about={w.indicator} sides={sides} />
      <tbody>
        {department.parts.map(({ name, left, right, difference }, at) => (
          <tr key={at}>
            <th scope="row" class="indicator-cell">
              {name}
            </th>
            <td class="figure">{left?.text ?? '–'}</td>
            <td class="figure">{right?.text ?? '–'}</td>
            <td class="figure">{difference.text}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{w.total}</th>
          <td class="figure">{department.left.total.text}</td>
          <td class="figure">{department.right.total.text}</td>
          <td class="figure">{department.change.text}</td>
        </tr>
      </tfoot>
    </table>
  );
}
