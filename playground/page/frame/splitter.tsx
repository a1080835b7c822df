// The line between two panes: dragged with a pointer or moved with the arrow keys. Sizes are shares of
// the page and stay within limits that leave every pane usable.
import type { Signal } from '@preact/signals';
import type { VNode } from 'preact';

interface SplitterProps {
  readonly label: string;
  readonly direction: 'columns' | 'rows';
  readonly size: Signal<number>;
  /** Whether the sized pane is before the line or behind it. */
  readonly side: 'before' | 'after';
  readonly least: number;
  readonly most: number;
  readonly area: string;
}

const STEP = 0.02;

export function Splitter(props: SplitterProps): VNode {
  const { label, direction, size, side, least, most, area } = props;
  const move = (share: number) => {
    size.value = Math.min(most, Math.max(least, share));
  };
  const drag = (event: PointerEvent) => {
    const line = event.currentTarget as HTMLElement;
    const room = line.parentElement?.getBoundingClientRect();
    if (room === undefined) return;
    event.preventDefault();
    line.setPointerCapture(event.pointerId);
    const follow = (to: PointerEvent) => {
      const along =
        direction === 'columns'
          ? (to.clientX - room.left) / room.width
          : (to.clientY - room.top) / room.height;
      move(side === 'before' ? along : 1 - along);
    };
    const end = () => {
      line.removeEventListener('pointermove', follow);
      line.removeEventListener('pointerup', end);
      line.removeEventListener('pointercancel', end);
    };
    line.addEventListener('pointermove', follow);
    line.addEventListener('pointerup', end);
    line.addEventListener('pointercancel', end);
  };
  const step = (event: KeyboardEvent) => {
    const towards: Readonly<Record<string, number>> =
      direction === 'columns' ? { ArrowLeft: -1, ArrowRight: 1 } : { ArrowUp: -1, ArrowDown: 1 };
    const sign = towards[event.key];
    if (sign === undefined) return;
    event.preventDefault();
    move(size.value + sign * STEP * (side === 'before' ? 1 : -1));
  };
  return (
    <div
      class={`splitter ${direction}`}
      style={{ gridArea: area }}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={direction === 'columns' ? 'vertical' : 'horizontal'}
      aria-valuemin={Math.round(least * 100)}
      aria-valuemax={Math.round(most * 100)}
      aria-valuenow={Math.round(size.value * 100)}
      onPointerDown={drag}
      onKeyDown={step}
    />
  );
}
