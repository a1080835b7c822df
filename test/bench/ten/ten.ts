// The work of ten indicators: its ruleset, its departments, and everyone who scores them.
import { readFileSync } from 'node:fs';
import { compile } from '../../../src/compile.ts';
import type { Framework } from '../../../src/model/framework.ts';
import { createSource } from '../../../src/text/source.ts';
import { ours } from '../ours.ts';
import type { Work } from '../work.ts';
import { pathOf } from '../folder.ts';
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
    contenders: [...BY_HAND, ...ours({ framework: tenFramework(), inputsOf })],
  };
}

export function tenFramework(): Framework {
  const file = pathOf('test/bench/ten-indicators.chi');
  const { framework } = compile(createSource(file, readFileSync(file, 'utf8')));
  if (!framework) throw new Error(`${file} gives no framework`);
  return framework;
}
