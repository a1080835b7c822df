// `npm run bench`: what exactness costs, and what others pay. Contenders are measured in one process, in
// interleaved rounds, each with its correctness beside its speed.
import { standings } from './standings.ts';
import { tenIndicators } from './ten/ten.ts';
import { compete } from './work.ts';

console.log(
  standings(await compete(tenIndicators(), { departments: 10_000, seed: 1, rounds: 15, turn: 30 })),
);
