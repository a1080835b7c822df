// A button that opens a short list of commands; closes on a choice, on Escape and on a click elsewhere.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';

export interface MenuItem {
  readonly name: string;
  readonly run: () => void;
}

export function Menu({ title, items }: { title: string; items: readonly MenuItem[] }): VNode {
  const [open, setOpen] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (!holder.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [open]);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setOpen(false);
      holder.current?.querySelector('button')?.focus();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !open) return;
    event.preventDefault();
    const all = [...(holder.current?.querySelectorAll('button') ?? [])];
    const at = all.findIndex((button) => button === document.activeElement);
    all[(at + step + all.length) % all.length]?.focus();
  };
  return (
    <div class="menu" ref={holder} onKeyDown={keys}>
      <button
        type="button"
        aria-haspopup="true"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {title} <span aria-hidden="true">▾</span>
      </button>
      {open && (
        <ul class="menu-list">
          {items.map(({ name, run }) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  run();
                }}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
