// The score sheet of one department in the shape of the official form: groups beside their indicators,
// points, score, points lost and why. Each indicator opens to the whole working of its score.
import { computed, signal } from '@preact/signals';
import type { VNode } from 'preact';
import type { PartView, SheetView } from '../../protocol.ts';
import { cursor, goTo } from '../editor/edit-text.ts';
import { openFile } from '../state/files.ts';
import { departments } from '../state/departments.ts';
import { result, sheetParts } from '../state/results.ts';
import { words } from '../words/words.ts';
import { ChangeMark } from './change-mark.tsx';
import { DepartmentProblems } from './department-problems.tsx';
import { Explanation } from './explanation.tsx';
import { SheetNotes } from './sheet-notes.tsx';
import { keyOf, sheetRows } from './rows.ts';
import type { SheetRow } from './rows.ts';

/** Indicators that are opened, by key. */
export const openedParts = signal<ReadonlySet<string>>(new Set());

/** The part that the cursor stands in, so that the sheet can mark its row. */
const atCursor = computed(() => {
  const { offset } = cursor.value;
  const before = sheetParts.value.filter(
    ({ place, kind }) => kind !== 'item' && place?.file === openFile.value && place.start <= offset,
  );
  const last = before.reduce<PartView | undefined>(
    (best, part) => ((part.place?.start ?? 0) >= (best?.place?.start ?? 0) ? part : best),
    undefined,
  );
  return last?.kind === 'indicator' ? keyOf(last.path) : undefined;
});

function toggle(key: string): void {
  const next = new Set(openedParts.value);
  if (!next.delete(key)) next.add(key);
  openedParts.value = next;
}

/** Opens one indicator's working, from elsewhere in the page. */
export function openPart(path: readonly string[]): void {
  openedParts.value = new Set(openedParts.value).add(keyOf(path));
}

export function SheetPanel(): VNode {
  const w = words.value;
  const now = result.value;
  if (now === undefined) return <p class="empty">{w.loading}</p>;
  if (departments.value.length === 0) return <p class="empty">{w.noDepartment}</p>;
  if (now.sheet === undefined) return <DepartmentProblems />;
  return <Sheet sheet={now.sheet} />;
}

function Sheet({ sheet }: { sheet: SheetView }): VNode {
  const w = words.value;
  const opened = openedParts.value;
  const { depth, rows } = sheetRows(sheet.parts, (part) => opened.has(keyOf(part.path)));
  const allOpen = rows.length > 0 && rows.every(({ key }) => opened.has(key));
  const points = result.value?.ruleset.points ?? '';
  return (
    <div class="sheet">
      <div class="sheet-head">
        <div>
          <h3>{sheet.department}</h3>
          <p>
            {result.value?.ruleset.name} · {sheet.year}
          </p>
        </div>
        <dl class="total">
          <div>
            <dt>{w.total}</dt>
            <dd>
              <span data-testid="total-figure">{sheet.total?.text ?? '–'}</span>
              <ChangeMark change={sheet.change} />
            </dd>
          </div>
          <div>
            <dt>{w.grade}</dt>
            <dd>{sheet.grades.join(' / ')}</dd>
          </div>
        </dl>
      </div>
      <div class="tools">
        <button
          type="button"
          onClick={() =>
            (openedParts.value = allOpen ? new Set() : new Set(rows.map(({ key }) => key)))
          }
        >
          {allOpen ? w.collapseAll : w.expandAll}
        </button>
        <button type="button" onClick={() => print()}>
          {w.print}
        </button>
      </div>
      <table class="form-table">
        <caption class="hidden">{w.sheetTitle}</caption>
        <thead>
          <tr>
            {Array.from({ length: depth }, (_, at) => (
              <th key={at} scope="col" class="group-column">
                {w.level[at]}
              </th>
            ))}
            <th scope="col">{depth === 0 ? w.indicator : (w.level[depth] ?? w.indicator)}</th>
            <th scope="col" class="figure">
              {w.points}
            </th>
            <th scope="col" class="figure">
              {w.score}
            </th>
            <th scope="col" class="figure">
              {w.deducted}
            </th>
            <th scope="col">{w.reason}</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row) => [
            <IndicatorRow key={row.key} row={row} open={opened.has(row.key)} />,
            ...(opened.has(row.key)
              ? [
                  <tr key={`${row.key}+`} class="explained">
                    <td colSpan={4 + row.columns} id={`explained-${row.key}`}>
                      <Explanation part={row.indicator} />
                    </td>
                  </tr>,
                ]
              : []),
          ])}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={depth + 1}>
              {w.total}
            </th>
            <td class="figure">{points}</td>
            <td class="figure">
              <strong>{sheet.total?.text ?? '–'}</strong>
            </td>
            <td class="figure" />
            <td>{sheet.grades.join(' / ')}</td>
          </tr>
        </tfoot>
      </table>
      <SheetNotes sheet={sheet} />
    </div>
  );
}

function IndicatorRow({ row, open }: { row: SheetRow; open: boolean }): VNode {
  const w = words.value;
  const { indicator, groups, columns, key } = row;
  const lost = indicator.deducted.text !== '';
  const state = indicator.absent ? 'absent' : indicator.struck ? 'struck' : '';
  return (
    <tr class={`${state} ${atCursor.value === key ? 'at-cursor' : ''}`}>
      {groups.map(({ part, rows }) => (
        <th key={keyOf(part.path)} scope="rowgroup" rowSpan={rows} class="group-cell">
          <PartName part={part} />
          <span class="group-score">
            {part.score.text} / {part.points.text}
          </span>
          {part.struck && <span class="mark">{w.struck}</span>}
          {part.absent && <span class="mark">{w.absent}</span>}
        </th>
      ))}
      <th scope="row" colSpan={columns} class="indicator-cell">
        <div class="opening-cell">
          <button
            type="button"
            class="opener"
            aria-expanded={open}
            aria-label={w.explain(indicator.name)}
            onClick={() => toggle(key)}
          >
            {open ? '−' : '+'}
          </button>
          <span>
            <PartName part={indicator} />
            {indicator.struck && <span class="mark"> {w.struck}</span>}
            {indicator.absent && <span class="mark"> {w.absent}</span>}
          </span>
        </div>
      </th>
      <td class="figure">{indicator.points.text}</td>
      <td class="figure">
        {indicator.score.text}
        <ChangeMark change={indicator.change} />
      </td>
      <td class={lost ? 'figure lost' : 'figure'}>{lost ? indicator.deducted.text : '–'}</td>
      <td class="reason">{indicator.reason}</td>
    </tr>
  );
}

/** A part's name, which leads to its line in the ruleset. */
function PartName({ part }: { part: PartView }): VNode {
  const { place } = part;
  if (place === undefined) return <span>{part.name}</span>;
  return (
    <button
      type="button"
      class="link"
      title={words.value.goToRule(part.name)}
      onClick={() => goTo(place)}
    >
      {part.name}
    </button>
  );
}
