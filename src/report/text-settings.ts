// How a text report is written, whatever it reports.
import type { Language } from '../diagnostics/diagnose.ts';
import type { Paint } from './paint.ts';

export interface TextSettings {
  readonly language: Language;
  readonly paint: Paint;
  /** How many terminal columns there are. */
  readonly width: number;
}
