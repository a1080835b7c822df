// The work of ten indicators: its ruleset, its departments, and everyone who scores them.
import { ours } from '../ours.ts';
import type { Work } from '../work.ts';
import { frameworkAt } from '../rulesets.ts';
import { DECIMAL } from '../engines/decimal.ts';
import { ENGINES } from '../engines/engines.ts';
import { PLAIN_COLUMNS } from './columns-by-hand.ts';
import { BY_HAND, YARDSTICK } from './by-hand.ts';
import type { Steps } from './department.ts';
import { inputsOf } from './department.ts';
import { departmentsOf } from './departments.ts';
import { truthOf } from './truth.ts';

export function tenIndicators(): Work<Steps> {
  return {
    name: 'ten indicators',
    yardstick: YARDSTICK,
    departmentsOf,
    truthOf,
    contenders: [
      ...BY_HAND,
      PLAIN_COLUMNS,
      ...DECIMAL,
      ...ours({ framework: frameworkAt('test/bench/ten-indicators.chi'), inputsOf }),
      ...ENGINES,
    ],
  };
}
