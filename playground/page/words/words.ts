// The words of the page in the language that is set.
import { computed } from '@preact/signals';
import { language } from '../state/settings.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';
import type { Words } from './zh.ts';

const TABLES: Readonly<Record<'zh' | 'en', Words>> = { zh, en };

export const words = computed(() => TABLES[language.value]);
