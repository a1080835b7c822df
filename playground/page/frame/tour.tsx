// A short tour: a card beside the part of the page that it speaks of, one step at a time, left at will.
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import { tourSeen } from '../state/settings.ts';
import { words } from '../words/words.ts';

const step = signal<number | undefined>(undefined);

/** The part of the page that each step speaks of. */
const ABOUT = ['editor', 'results', 'departments', 'results', 'problems'] as const;

export function startTour(): void {
  step.value = 0;
}

/** Offers the tour to whoever opens the page for the first time. */
export function offerTour(): void {
  if (!tourSeen.peek()) step.value = 0;
}

function end(): void {
  step.value = undefined;
  tourSeen.value = true;
}

export function Tour(): VNode | null {
  const at = step.value;
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const about = at === undefined ? undefined : document.getElementById(ABOUT[at] ?? 'editor');
    about?.classList.add('toured');
    if (at !== undefined) card.current?.focus();
    return () => about?.classList.remove('toured');
  }, [at]);
  if (at === undefined) return null;
  const w = words.value;
  const now = w.tourSteps[at];
  if (now === undefined) return null;
  const last = at === w.tourSteps.length - 1;
  return (
    <aside
      class={`tour at-${ABOUT[at] ?? 'editor'}`}
      aria-label={w.tour}
      ref={card}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') end();
      }}
    >
      <p class="tour-count">{w.tourOf(at + 1, w.tourSteps.length)}</p>
      <h2>{now.title}</h2>
      <p>{now.text}</p>
      <div class="dialog-foot">
        <button type="button" onClick={end}>
          {w.close}
        </button>
        {at > 0 && (
          <button type="button" onClick={() => (step.value = at - 1)}>
            {w.tourBack}
          </button>
        )}
        <button
          type="button"
          class="primary"
          onClick={() => (last ? end() : (step.value = at + 1))}
        >
          {last ? w.tourEnd : w.tourNext}
        </button>
      </div>
    </aside>
  );
}
