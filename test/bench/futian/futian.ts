// The work of the full framework of Futian 2022, 21 indicators: its departments, and who scores them.
import { oneByOne } from '../contender.ts';
import { ours } from '../ours.ts';
import { frameworkAt } from '../rulesets.ts';
import { YARDSTICK } from '../ten/by-hand.ts';
import type { Work } from '../work.ts';
import { scoreInDoubles, toldOf } from './by-hand.ts';
import type { Steps } from './department.ts';
import { doublesOf, inputsOf } from './department.ts';
import { departmentsOf } from './departments.ts';
import { scoreFiltered } from './filtered.ts';
import { truthOf } from './truth.ts';

export const FUTIAN = 'rulesets/futian/2022.chi';

export function futian(): Work<Steps> {
  return {
    name: 'Futian 2022, 21 indicators',
    yardstick: YARDSTICK,
    departmentsOf,
    truthOf,
    contenders: [
      {
        name: YARDSTICK,
        family: 'by hand',
        prepare: (departments) =>
          oneByOne(departments.map(doublesOf), scoreInDoubles, (scored) => toldOf(scored, 100)),
      },
      {
        name: 'scaled integers, filter, BigInt near ties',
        family: 'by hand',
        prepare: (departments) =>
          oneByOne(departments, scoreFiltered, (scored) => toldOf(scored, 1)),
      },
      ...ours({ framework: frameworkAt(FUTIAN), inputsOf }),
    ],
  };
}
