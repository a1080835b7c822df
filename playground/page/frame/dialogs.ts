// Questions to the person, and short notices, as data that the frame draws.
import { signal } from '@preact/signals';
import type { ComponentChild } from 'preact';

export type Dialog =
  | { readonly kind: 'confirm'; readonly text: string }
  | { readonly kind: 'prompt'; readonly text: string; readonly initial: string }
  | { readonly kind: 'show'; readonly title: string; readonly body: () => ComponentChild };

interface OpenDialog {
  readonly dialog: Dialog;
  readonly answer: (text: string | undefined) => void;
}

export const openDialog = signal<OpenDialog | undefined>(undefined);

/** Asks; the answer is a text (empty for a plain yes), or undefined where the person declined. */
export function ask(dialog: Dialog): Promise<string | undefined> {
  openDialog.value?.answer(undefined);
  return new Promise((resolve) => {
    openDialog.value = {
      dialog,
      answer: (text) => {
        openDialog.value = undefined;
        resolve(text);
      },
    };
  });
}

/** Shows something until it is closed. */
export function show(title: string, body: () => ComponentChild): void {
  void ask({ kind: 'show', title, body });
}

export interface Notice {
  readonly id: number;
  readonly tone: 'plain' | 'bad';
  readonly texts: readonly string[];
}

export const notices = signal<readonly Notice[]>([]);

let lastNotice = 0;

/** Says something for a while; bad news stay until they are closed. */
export function notify(texts: readonly string[], tone: Notice['tone'] = 'plain'): void {
  lastNotice += 1;
  const id = lastNotice;
  notices.value = [...notices.value.slice(-3), { id, tone, texts }];
  if (tone === 'plain') setTimeout(() => dismiss(id), 6000);
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}
