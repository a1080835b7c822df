// A panel whose code is loaded when it is opened for the first time.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { VNode } from 'preact';
import { Waiting } from './refused.tsx';

type Panel = () => VNode;

/** A panel that stands for the one that is loaded. */
export function later(load: () => Promise<Panel>): Panel {
  const loaded = signal<Panel | undefined>(undefined);
  const fault = signal<string | undefined>(undefined);
  return function Later(): VNode {
    useEffect(() => {
      if (loaded.peek() !== undefined) return;
      load().then(
        (panel) => {
          loaded.value = panel;
        },
        (error: unknown) => {
          fault.value = String(error);
        },
      );
    }, []);
    const Loaded = loaded.value;
    return Loaded === undefined ? <Waiting fault={fault.value} /> : <Loaded />;
  };
}
