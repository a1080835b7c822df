// What keeps the selected department from being scored.
import type { VNode } from 'preact';
import { isSelected } from '../state/departments.ts';
import { result } from '../state/results.ts';
import { words } from '../words/words.ts';

export function DepartmentProblems(): VNode {
  const w = words.value;
  const problems = result.value?.departments.find(isSelected)?.problems ?? [];
  return (
    <div class="empty">
      <p>{w.departmentBroken}</p>
      <ul>
        {problems.map(({ message, severity }, at) => (
          <li key={at} class={severity}>
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
