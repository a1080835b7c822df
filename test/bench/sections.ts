// What the benchmark measures, section by section, in the order in which it is told.
import { columnsByRows } from './columns-by-rows.ts';
import { compilingByIndicators } from './compiling.ts';
import { INPUT_FORMS } from '../../src/generate/sql/input-form.ts';
import { IN_DOUBLE, OUR_SQL } from './engines/duckdb.ts';
import { futian } from './futian/futian.ts';
import { scoringByIndicators } from './indicators.ts';
import type { Options } from './options.ts';
import { reading } from './reading.ts';
import { moduleSizes } from './sizes.ts';
import { compared, standings } from './standings.ts';
import { tenIndicators } from './ten/ten.ts';
import { keystroke } from './keystroke.ts';
import { columnsByThreads } from './threads.ts';
import { compete } from './work.ts';

export interface Section {
  readonly name: string;
  /** A heading; the documentation explains what is measured. */
  readonly title: string;
  readonly run: (options: Options) => Promise<string> | string;
}

export const SECTIONS: readonly Section[] = [
  {
    name: 'ten',
    title: 'Ten indicators',
    run: async (options) => {
      const all = await compete(tenIndicators(), options);
      const ours = INPUT_FORMS.map((form) => compared(all, OUR_SQL[form], IN_DOUBLE));
      return `${standings(all)}\n\n${ours.join('\n\n')}`;
    },
  },
  {
    name: 'futian',
    title: 'Futian 2022, 21 indicators',
    run: async (options) => standings(await compete(futian(), options)),
  },
  { name: 'reading', title: 'From bytes to scores', run: reading },
  { name: 'compiling', title: 'Text to module', run: compilingByIndicators },
  { name: 'indicators', title: 'More indicators', run: scoringByIndicators },
  { name: 'columns', title: 'More departments', run: columnsByRows },
  { name: 'threads', title: 'More threads', run: columnsByThreads },
  { name: 'keystroke', title: 'A keystroke in the playground', run: keystroke },
  { name: 'sizes', title: 'Sizes of modules', run: moduleSizes },
];
