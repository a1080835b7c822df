// Points and weights as a tree of number cells and sliders. A change goes to the worker, which works
// out who gives how much; what it answers is written into the ruleset's text.
import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import type { PointsView } from '../../protocol.ts';
import { applyEdits, goTo } from '../editor/edit-text.ts';
import { textOf, writeFile } from '../state/files.ts';
import { askNow, result } from '../state/results.ts';
import { notify } from '../frame/dialogs.ts';
import { words } from '../words/words.ts';
import { DraftInput } from './draft-input.tsx';
import { keyOf } from './rows.ts';

const WAYS = ['all', 'next', 'none'] as const;

const way = signal<(typeof WAYS)[number]>('all');
const fixed = signal<ReadonlySet<string>>(new Set());

/** Texts as they were before each change of points, the newest last. */
const undoable = signal<readonly ReadonlyMap<string, string>[]>([]);

function undo(): void {
  const last = undoable.value.at(-1);
  undoable.value = undoable.value.slice(0, -1);
  for (const [file, text] of last ?? []) writeFile(file, text);
}

async function setPoints(
  part: PointsView,
  siblings: readonly PointsView[],
  points: string,
): Promise<void> {
  const others = siblings.filter(
    (sibling) =>
      sibling !== part &&
      sibling.standing === part.standing &&
      !fixed.value.has(keyOf(sibling.path)),
  );
  const after = siblings.indexOf(part);
  const next = others.find((sibling) => siblings.indexOf(sibling) > after) ?? others[0];
  const giving =
    way.value === 'all' ? others : way.value === 'next' && next !== undefined ? [next] : [];
  if (way.value !== 'none' && giving.length === 0) {
    notify([words.value.nobodyGives], 'bad');
    return;
  }
  try {
    const answer = await askNow({
      kind: 'set-points',
      changes: [{ path: part.path, points }],
      giveWay: giving.map(({ path }) => path),
    });
    if (answer.kind === 'refused') {
      notify([...answer.messages, ...answer.problems.map(({ message }) => message)], 'bad');
      return;
    }
    const files = new Set(answer.edits.map(({ place }) => place.file));
    undoable.value = [...undoable.value, new Map([...files].map((file) => [file, textOf(file)]))];
    applyEdits(answer.edits);
  } catch (error) {
    notify([words.value.failed(String(error))], 'bad');
  }
}

export function PointsPanel(): VNode {
  const w = words.value;
  const tree = result.value?.tree ?? [];
  return (
    <div>
      <p class="hint">{w.weightsIntro}</p>
      <div class="panel-tools tools">
        <label>
          {w.giveWay}{' '}
          <select
            value={way.value}
            onChange={(event) => {
              way.value = WAYS.find((name) => name === event.currentTarget.value) ?? 'all';
            }}
          >
            {WAYS.map((name) => (
              <option key={name} value={name}>
                {w.giveWays[name]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" disabled={undoable.value.length === 0} onClick={undo}>
          {w.undoWeights}
        </button>
      </div>
      <table class="form-table points-table">
        <caption class="hidden">{w.weights}</caption>
        <thead>
          <tr>
            <th scope="col">{w.indicator}</th>
            <th scope="col">{w.points}</th>
            <th scope="col">
              <span class="hidden">{w.weights}</span>
            </th>
            <th scope="col">{w.fixed}</th>
          </tr>
        </thead>
        <tbody>
          {tree.flatMap((part) => rowsOf(part, tree, 0, Number(result.value?.ruleset.points)))}
        </tbody>
      </table>
    </div>
  );
}

function rowsOf(
  part: PointsView,
  siblings: readonly PointsView[],
  level: number,
  whole: number,
): VNode[] {
  const key = keyOf(part.path);
  return [
    <PointsRow key={key} part={part} siblings={siblings} level={level} whole={whole} />,
    ...part.children
      .filter(({ kind }) => kind !== 'item')
      .flatMap((child) => rowsOf(child, part.children, level + 1, Number(part.points))),
  ];
}

interface RowProps {
  readonly part: PointsView;
  readonly siblings: readonly PointsView[];
  readonly level: number;
  readonly whole: number;
}

function PointsRow({ part, siblings, level, whole }: RowProps): VNode {
  const w = words.value;
  const key = keyOf(part.path);
  const { declared, name, points } = part;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const most = Number.isFinite(whole) && whole > 0 ? whole : Math.max(Number(points), 1);
  return (
    <tr class={part.kind}>
      <th
        scope="row"
        class="indicator-cell"
        style={{ paddingInlineStart: `${String(8 + level * 18)}px` }}
      >
        {declared === undefined ? (
          name
        ) : (
          <button
            type="button"
            class="link"
            title={w.goToRule(name)}
            onClick={() => goTo(declared)}
          >
            {name}
          </button>
        )}
      </th>
      <td>
        <DraftInput
          numeric
          label={w.weightOf(name)}
          value={points}
          write={(text) => void setPoints(part, siblings, text.trim())}
        />
      </td>
      <td class="slider-cell">
        <input
          type="range"
          min={0}
          max={most}
          step={0.5}
          value={Number(points)}
          aria-label={w.sliderOf(name)}
          onInput={(event) => {
            const text = event.currentTarget.value;
            clearTimeout(timer.current);
            timer.current = setTimeout(() => void setPoints(part, siblings, text), 150);
          }}
        />
      </td>
      <td class="fixed-cell">
        <input
          type="checkbox"
          aria-label={w.fixedOf(name)}
          checked={fixed.value.has(key)}
          onChange={(event) => {
            const next = new Set(fixed.value);
            if (event.currentTarget.checked) next.add(key);
            else next.delete(key);
            fixed.value = next;
          }}
        />
      </td>
    </tr>
  );
}
