// Two rulesets side by side: what their heads, points and rules differ in, and one department under
// both, indicator by indicator.
import { computed, signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { ComparedPart, ComparisonView, TextPair } from '../../answers.ts';
import { goTo } from '../editor/edit-text.ts';
import { allFiles, scoredFile, titleOf } from '../state/files.ts';
import { useAnswer } from '../state/answer.ts';
import { words } from '../words/words.ts';
import { ComparedDepartments } from './compared-departments.tsx';
import { RefusedText, Waiting } from './refused.tsx';

const chosenLeft = signal<string | undefined>(undefined);
const chosenRight = signal('longhua/2021.chi');
const onlyDifferent = signal(true);

const left = computed(() => chosenLeft.value ?? scoredFile.value);

export function ComparePanel(): VNode {
  const w = words.value;
  const { answer, fault } = useAnswer({
    kind: 'compare',
    left: left.value,
    right: chosenRight.value,
  });
  return (
    <div>
      <div class="panel-tools tools compare-choice">
        <FileChoice
          label={w.compareLeft}
          value={left.value}
          choose={(path) => (chosenLeft.value = path)}
        />
        <FileChoice
          label={w.compareRight}
          value={chosenRight.value}
          choose={(path) => (chosenRight.value = path)}
        />
      </div>
      {answer === undefined ? (
        <Waiting fault={fault} />
      ) : answer.kind === 'refused' ? (
        <RefusedText refused={answer} />
      ) : (
        <Comparison comparison={answer} />
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (path: string) => void;
}

function FileChoice({ label, value, choose }: ChoiceProps): VNode {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {allFiles.value.map((path) => (
          <option key={path} value={path}>
            {titleOf(path)} ({path})
          </option>
        ))}
      </select>
    </label>
  );
}

function Comparison({ comparison }: { comparison: ComparisonView }): VNode {
  const w = words.value;
  const { parts, heads, inputs, departments } = comparison;
  const sides = [nameOf(comparison.left), nameOf(comparison.right)] as const;
  return (
    <>
      {departments.length > 0 && <ComparedDepartments departments={departments} sides={sides} />}
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
        <table class="form-table">
          <caption class="hidden">{w.comparePoints}</caption>
          <thead>
            <tr>
              <th scope="col">{w.indicator}</th>
              <th scope="col" class="figure side">
                {sides[0]}
              </th>
              <th scope="col" class="figure side">
                {sides[1]}
              </th>
              <th scope="col" class="figure">
                {w.difference}
              </th>
              <th scope="col">{w.change}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part, at) => (
              <PartRows key={at} part={part} level={0} />
            ))}
          </tbody>
        </table>
      </section>
      {heads.length > 0 && (
        <section class="block">
          <h3>{w.compareHeads}</h3>
          <Pairs pairs={heads} sides={sides} />
        </section>
      )}
      {inputs.left.length + inputs.right.length > 0 && (
        <section class="block">
          <h3>{w.compareInputs}</h3>
          <p>
            <span class="faint">{w.onlyLeft}：</span>
            {inputs.left.join('、') || '–'}
          </p>
          <p>
            <span class="faint">{w.onlyRight}：</span>
            {inputs.right.join('、') || '–'}
          </p>
        </section>
      )}
    </>
  );
}

function nameOf({ name, period }: ComparisonView['left']): string {
  return `${name} ${period}`;
}

function hasDifference(part: ComparedPart): boolean {
  return part.differs !== 'no' || part.children.some(hasDifference);
}

function PartRows({ part, level }: { part: ComparedPart; level: number }): VNode | null {
  const w = words.value;
  const [open, setOpen] = useState(false);
  if (onlyDifferent.value && !hasDifference(part)) return null;
  const place = part.left?.place ?? part.right?.place;
  return (
    <>
      <tr class={`${part.kind} ${part.differs === 'no' ? 'alike' : 'differs'}`}>
        <th
          scope="row"
          class="indicator-cell"
          style={{ paddingInlineStart: `${String(8 + level * 16)}px` }}
        >
          {part.rules.length > 0 && (
            <button
              type="button"
              class="opener"
              aria-expanded={open}
              aria-label={w.showRules(part.name)}
              onClick={() => setOpen(!open)}
            >
              {open ? '−' : '+'}
            </button>
          )}
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
      {open && (
        <tr class="explained">
          <td colSpan={5}>
            <Pairs pairs={part.rules} />
          </td>
        </tr>
      )}
      {part.children.map((child, at) => (
        <PartRows key={at} part={child} level={level + 1} />
      ))}
    </>
  );
}

function Pairs({
  pairs,
  sides,
}: {
  pairs: readonly TextPair[];
  sides?: readonly [string, string];
}): VNode {
  const w = words.value;
  return (
    <table class="pair-table">
      <thead>
        <tr>
          <th scope="col" class="pair-name">
            <span class="hidden">{w.item}</span>
          </th>
          <th scope="col">{sides?.[0] ?? w.compareLeft}</th>
          <th scope="col">{sides?.[1] ?? w.compareRight}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ name, left: before, right: after }, at) => (
          <tr key={at}>
            <th scope="row">{name}</th>
            <td>{before || '–'}</td>
            <td>{after || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
