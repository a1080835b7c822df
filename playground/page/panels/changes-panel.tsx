// Before and after: every department whose total moved, who crosses a grade, the indicators behind it,
// and a chart of it all.
import { computed } from '@preact/signals';
import type { VNode } from 'preact';
import { Chart } from '../charts/chart.tsx';
import { chartColours } from '../charts/colours.ts';
import { changes } from '../charts/drawings.ts';
import { select } from '../state/departments.ts';
import { result, sheetParts } from '../state/results.ts';
import { isDark } from '../state/settings.ts';
import { words } from '../words/words.ts';
import { ChangeMark } from './change-mark.tsx';
import { Baseline, movement } from './departments-panel.tsx';

const drawing = computed(() => {
  isDark();
  const pairs = (result.value?.charts.changes ?? []).filter(({ direction }) => direction !== 0);
  return pairs.length === 0 ? undefined : changes(pairs, words.value, chartColours());
});

export function ChangesPanel(): VNode {
  const w = words.value;
  const now = result.value;
  if (now === undefined) return <p class="empty">{w.loading}</p>;
  const { up, down, crossed } = movement.value;
  const moved = now.departments.filter(
    ({ change, gradeChange }) =>
      (change !== undefined && change.direction !== 0) || gradeChange === 1 || gradeChange === -1,
  );
  const parts = sheetParts.value.filter(
    ({ kind, change }) => kind === 'indicator' && change !== undefined && change.direction !== 0,
  );
  return (
    <div>
      <div class="panel-tools">
        <Baseline />
        {now.baseline !== undefined && <p class="hint">{now.baseline}</p>}
      </div>
      {now.baseline === undefined ? (
        <p class="empty">{w.noBaseline}</p>
      ) : moved.length === 0 ? (
        <p class="empty">{w.noChanges}</p>
      ) : (
        <>
          <p class="movement">{w.summary(up, down, crossed)}</p>
          <table class="form-table">
            <caption class="hidden">{w.changesTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{w.department}</th>
                <th scope="col" class="figure">
                  {w.before}
                </th>
                <th scope="col" class="figure">
                  {w.after}
                </th>
                <th scope="col" class="figure">
                  {w.change}
                </th>
                <th scope="col">{w.grade}</th>
              </tr>
            </thead>
            <tbody>
              {moved.map((row) => (
                <tr key={`${String(row.file)}.${String(row.member ?? 0)}`}>
                  <th scope="row" class="indicator-cell">
                    <button type="button" class="link" onClick={() => select(row.file, row.member)}>
                      {row.name}
                    </button>
                  </th>
                  <td class="figure">{row.change?.before.text}</td>
                  <td class="figure">{row.total?.text}</td>
                  <td class="figure">
                    <ChangeMark change={row.change} />
                  </td>
                  <td>
                    {row.gradeChange === 0 || row.gradesBefore === undefined
                      ? row.grades.join(' / ')
                      : `${row.gradesBefore.join(' / ')} → ${row.grades.join(' / ')}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {drawing.value !== undefined && <Chart drawing={drawing.value} />}
        </>
      )}
      {parts.length > 0 && (
        <section class="block">
          <h3>
            {w.changedIndicators}：{now.sheet?.department}
          </h3>
          <table class="form-table">
            <thead>
              <tr>
                <th scope="col">{w.indicator}</th>
                <th scope="col" class="figure">
                  {w.before}
                </th>
                <th scope="col" class="figure">
                  {w.after}
                </th>
                <th scope="col" class="figure">
                  {w.change}
                </th>
              </tr>
            </thead>
            <tbody>
              {parts.map((part) => (
                <tr key={JSON.stringify(part.path)}>
                  <th scope="row" class="indicator-cell">
                    {part.name}
                  </th>
                  <td class="figure">{part.change?.before.text}</td>
                  <td class="figure">{part.score.text}</td>
                  <td class="figure">
                    <ChangeMark change={part.change} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
