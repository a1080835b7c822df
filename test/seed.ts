// What random tests draw follows from one number, so that a run finds the same on every machine.
// BIAOCHI_SEED chooses another; `npm run test:seeds` chooses one that no run has had.
import { env } from 'node:process';
import fc from 'fast-check';

/** Every random ruleset, department and expression of a run follows from it. */
export const SEED = Number(env['BIAOCHI_SEED'] ?? 1);

fc.configureGlobal({ seed: SEED });
