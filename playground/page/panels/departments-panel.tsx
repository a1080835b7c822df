// All departments with total, grade and change against the baseline; the row of a department shows its
// sheet. Clicking a column's head sorts by it.
import { computed, signal } from '@preact/signals';
import type { VNode } from 'preact';
import type { DepartmentView } from '../../protocol.ts';
import { isSelected, select } from '../state/departments.ts';
import { baselineKind, keepAsBaseline } from '../state/project.ts';
import type { BaselineKind } from '../state/project.ts';
import { isOld, result } from '../state/results.ts';
import { notify } from '../frame/dialogs.ts';
import { words } from '../words/words.ts';
import { ChangeMark } from './change-mark.tsx';
import { DepartmentTools, importFiles } from './department-tools.tsx';

type Column = 'name' | 'year' | 'total' | 'before' | 'change' | 'grade';

const sorting = signal<{ readonly column: Column; readonly down: boolean } | undefined>(undefined);

function worth(row: DepartmentView, column: Column, ranks: ReadonlyMap<string, number>) {
  switch (column) {
    case 'name':
      return row.name;
    case 'year':
      return row.year;
    case 'total':
      return row.total?.low ?? -Infinity;
    case 'before':
      return row.change?.before.low ?? -Infinity;
    case 'change':
      return row.total === undefined || row.change === undefined
        ? 0
        : row.total.low - row.change.before.low;
    case 'grade':
      return -(ranks.get(row.grades[0] ?? '') ?? Infinity);
    default:
      return column satisfies never;
  }
}

const sorted = computed((): readonly DepartmentView[] => {
  const rows = result.value?.departments ?? [];
  const order = sorting.value;
  if (order === undefined) return rows;
  const ranks = new Map(result.value?.ruleset.grades.map(({ name }, at) => [name, at]));
  const sign = order.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = worth(a, order.column, ranks);
    const right = worth(b, order.column, ranks);
    if (typeof left === 'string' && typeof right === 'string')
      return sign * left.localeCompare(right, 'zh');
    return left < right ? -sign : left > right ? sign : 0;
  });
});

/** How the departments moved against the baseline. */
export const movement = computed(() => {
  const rows = result.value?.departments ?? [];
  const count = (test: (row: DepartmentView) => boolean) => rows.filter(test).length;
  return {
    up: count(({ change }) => change?.direction === 1),
    down: count(({ change }) => change?.direction === -1),
    crossed: count(({ gradeChange }) => gradeChange === 1 || gradeChange === -1),
  };
});

export function DepartmentsPanel(): VNode {
  const w = words.value;
  const { up, down, crossed } = movement.value;
  return (
    <section
      class="pane departments-pane"
      aria-label={w.departments}
      id="departments"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void importFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <header class="pane-head">
        <h2>
          {w.departments} <span class="count">{result.value?.departments.length ?? 0}</span>
        </h2>
        <span class="movement" role="status">
          {up + down > 0 ? w.summary(up, down, crossed) : ''}
        </span>
        <Baseline />
        <DepartmentTools />
      </header>
      <div
        class={isOld.value ? 'table-holder stale' : 'table-holder'}
        tabIndex={0}
        role="region"
        aria-label={w.departmentTable}
      >
        <table class="data-table">
          <thead>
            <tr>
              <Head column="name" title={w.department} />
              <Head column="year" title={w.year} />
              <Head column="before" title={w.before} figure />
              <Head column="total" title={w.total} figure />
              <Head column="change" title={w.change} figure />
              <Head column="grade" title={w.grade} />
              <th scope="col">{w.problemsOf}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.value.map((row) => (
              <Row key={`${String(row.file)}.${String(row.member ?? 0)}`} row={row} />
            ))}
          </tbody>
        </table>
        {result.value !== undefined && sorted.value.length === 0 && (
          <p class="empty">{w.noDepartment}</p>
        )}
      </div>
    </section>
  );
}

function Head(props: { column: Column; title: string; figure?: boolean }): VNode {
  const { column, title, figure } = props;
  const w = words.value;
  const now = sorting.value?.column === column ? sorting.value : undefined;
  const flip = () => {
    sorting.value =
      now === undefined
        ? { column, down: figure === true }
        : now.down === (figure === true)
          ? { column, down: !now.down }
          : undefined;
  };
  return (
    <th
      scope="col"
      class={figure === true ? 'figure' : ''}
      aria-sort={now === undefined ? 'none' : now.down ? 'descending' : 'ascending'}
    >
      <button type="button" class="sorter" title={w.sortBy(title)} onClick={flip}>
        {title}
        <span aria-hidden="true">{now === undefined ? '' : now.down ? ' ↓' : ' ↑'}</span>
      </button>
    </th>
  );
}

function Row({ row }: { row: DepartmentView }): VNode {
  const w = words.value;
  const { name, year, total, grades, gradesBefore, gradeChange, change, problems, missing } = row;
  const moved = change !== undefined && change.direction !== 0;
  const crossed = gradeChange === 1 || gradeChange === -1;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const first = errors[0] ?? problems[0];
  return (
    <tr
      class={isSelected(row) ? 'selected' : ''}
      aria-current={isSelected(row) ? 'true' : undefined}
      onClick={() => select(row.file, row.member)}
    >
      <th scope="row">
        <button
          type="button"
          class="link"
          title={w.sheetOf(name)}
          onClick={() => select(row.file, row.member)}
        >
          {name === '' ? row.path : name}
        </button>
      </th>
      <td>{year}</td>
      <td class="figure faint">{moved ? change.before.text : ''}</td>
      <td class="figure total-cell">{total?.text ?? '–'}</td>
      <td class="figure">
        <ChangeMark change={change} />
      </td>
      <td>
        {crossed && gradesBefore !== undefined && (
          <span class="faint">{gradesBefore.join(' / ')} → </span>
        )}
        <span class={crossed ? 'crossed' : ''}>{grades.join(' / ')}</span>
        {crossed && <span class="mark"> {w.crossed}</span>}
      </td>
      <td class="row-problems" title={first?.message}>
        {errors.length > 0 && <span class="bad">{w.errors(errors.length)} </span>}
        {problems.length > errors.length && w.warnings(problems.length - errors.length)}
        {missing > 0 && <span> {w.missingCount(missing)}</span>}
      </td>
    </tr>
  );
}

const KINDS: readonly BaselineKind[] = ['kept', 'parent', 'none'];

/** What "before" means, and making the present the new "before". */
export function Baseline(): VNode {
  const w = words.value;
  return (
    <span class="baseline">
      <label>
        {w.baseline}
        <select
          value={baselineKind.value}
          onChange={(event) => {
            baselineKind.value = KINDS.find((kind) => kind === event.currentTarget.value) ?? 'kept';
          }}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {w.baselineKinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        onClick={() => {
          keepAsBaseline();
          notify([w.kept]);
        }}
      >
        {w.keepBaseline}
      </button>
    </span>
  );
}
