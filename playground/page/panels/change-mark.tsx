// An arrow with the size of a change against the baseline; direction is never told by colour alone.
import type { VNode } from 'preact';
import type { ChangeView } from '../../protocol.ts';

export function ChangeMark({ change }: { change: ChangeView | undefined }): VNode | null {
  if (change === undefined || change.direction === 0) return null;
  const arrow = change.direction === 1 ? '▲' : change.direction === -1 ? '▼' : '?';
  const tone = change.direction === 1 ? 'up' : change.direction === -1 ? 'down' : 'open';
  return (
    <span class={`change ${tone}`} title={`${change.before.text} → `}>
      <span aria-hidden="true">{arrow}</span> {change.text}
    </span>
  );
}
