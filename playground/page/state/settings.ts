// What a person has set for themselves: language, colours, sizes of panes, the open tab. Kept in this
// browser's localStorage; a value that cannot be read counts as never set.
import { effect, signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { Language } from '../../../src/diagnostics/diagnose.ts';

const PREFIX = 'biaochi.';

function stored(key: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A signal that remembers itself; `accept` says which remembered values still make sense. */
export function remembered<T>(
  key: string,
  initial: T,
  accept: (value: unknown) => value is T,
): Signal<T> {
  const before = stored(key);
  const kept = signal(accept(before) ? before : initial);
  effect(() => {
    const text = JSON.stringify(kept.value);
    try {
      localStorage.setItem(PREFIX + key, text);
    } catch {
      // Private windows and full disks refuse; the page works without remembering.
    }
  });
  return kept;
}

export function oneOf<const T extends string>(
  ...all: readonly T[]
): (value: unknown) => value is T {
  return (value): value is T => all.includes(value as T);
}

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

export type Theme = 'system' | 'light' | 'dark';

export const language = remembered<Language>(
  'language',
  navigator.languages.some((name) => name.toLowerCase().startsWith('zh')) ? 'zh' : 'en',
  oneOf('zh', 'en'),
);

export const theme = remembered<Theme>('theme', 'system', oneOf('system', 'light', 'dark'));

export type Tab =
  'sheet' | 'data' | 'changes' | 'points' | 'missing' | 'charts' | 'compare' | 'audit' | 'output';

export const TABS: readonly Tab[] = [
  'sheet',
  'data',
  'changes',
  'points',
  'missing',
  'charts',
  'compare',
  'audit',
  'output',
];

export const tab = remembered<Tab>('tab', 'sheet', oneOf(...TABS));

/** Sizes in shares of the page, so that they hold on another screen too. */
export const filesWidth = remembered('pane.files', 0.14, isNumber);
export const resultsWidth = remembered('pane.results', 0.45, isNumber);
export const departmentsHeight = remembered('pane.departments', 0.27, isNumber);
export const problemsHeight = remembered('pane.problems', 0.2, isNumber);
export const filesShown = remembered('files.shown', true, isBoolean);
export const tourSeen = remembered('tour.seen', false, isBoolean);

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const system = signal(systemDark.matches);
systemDark.addEventListener('change', (event) => {
  system.value = event.matches;
});

/** Whether the page is dark now, read where colours are worked out. */
export function isDark(): boolean {
  return theme.value === 'dark' || (theme.value === 'system' && system.value);
}

/** Keeps the document's language and colours in step with the settings. */
export function dressDocument(title: () => string): void {
  effect(() => {
    const root = document.documentElement;
    root.lang = language.value === 'zh' ? 'zh-CN' : 'en';
    root.dataset['theme'] = isDark() ? 'dark' : 'light';
    document.title = title();
  });
}
