// The trees of points of two rulesets as one table.
import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import type { ComparedPart } from '../../answers.ts';
import { goTo } from '../editor/edit-text.ts';
import { words } from '../words/words.ts';
import { SidesHead } from './sides-head.tsx';

const onlyDifferent = signal(true);

interface ComparedPartsProps {
  readonly parts: readonly ComparedPart[];
  readonly sides: readonly [string, string];
}

export function ComparedParts({ parts, sides }: ComparedPartsProps): VNode {
  const w = words.value;
  const isEmpty = onlyDifferent.value && !parts.some(hasDifference);
  return (
    <section class="block">
      <h3>{w.comparePoints}</h3>
      <label class="panel-tools">
        <input
          type="checkbox"
          checked={onlyDifferent.value}
          onChange={(event) => (onlyDifferent.value = event.currentTarget.checked)}
        />
        {w.onlyDifferent}
      </label>
      {isEmpty ? (
        <p class="hint">{w.comparePointsSame}</p>
      ) : (
        <table class="form-table">
          <caption class="hidden">{w.comparePoints}</caption>
          <SidesHead about={w.indicator} sides={sides}>
            <th scope="col">{w.change}</th>
          </SidesHead>
          <tbody>
            {parts.map((part, at) => (
              <PartRows key={at} part={part} level={0} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function hasDifference(part: ComparedPart): boolean {
  return part.differs !== 'no' || part.children.some(hasDifference);
}

function PartRows({ part, level }: { part: ComparedPart; level: number }): VNode | null {
  const w = words.value;
  if (onlyDifferent.value && !hasDifference(part)) return null;
  const place = part.right?.place ?? part.left?.place;
  return (
    <>
      <tr class={`${part.kind} ${part.differs === 'no' ? 'alike' : 'differs'}`}>
        <th
          scope="row"
          class="indicator-cell"
          style={{ paddingInlineStart: `${String(8 + level * 16)}px` }}
        >
          {place === undefined ? (
            part.name
          ) : (
            <button type="button" class="link" onClick={() => goTo(place)}>
              {part.name}
            </button>
          )}
        </th>
        <td class="figure">{part.left?.points ?? '–'}</td>
        <td class="figure">{part.right?.points ?? '–'}</td>
        <td class="figure">{part.change}</td>
        <td class="reason">{part.differs === 'no' ? '' : w.compareDiffers[part.differs]}</td>
      </tr>
      {part.children.map((child, at) => (
        <PartRows key={at} part={child} level={level + 1} />
      ))}
    </>
  );
}
