// Everyone else who scores the ten indicators: rule engines, expression languages, a spreadsheet and a database,
// each used as its documentation suggests.
import type { Contender } from '../contender.ts';
import type { Steps } from '../ten/department.ts';
import { CEL } from './cel.ts';
import { DUCKDB } from './duckdb.ts';
import { FEEL } from './feel.ts';
import { HYPERFORMULA } from './hyperformula.ts';
import { JSON_LOGIC } from './json-logic.ts';
import { JSON_RULES_ENGINE } from './json-rules-engine.ts';
import { PUBLICODES } from './publicodes.ts';
import { ZEN } from './zen.ts';

export const ENGINES: readonly Contender<Steps>[] = [
  ...JSON_RULES_ENGINE,
  ...JSON_LOGIC,
  ...ZEN,
  ...PUBLICODES,
  ...CEL,
  ...FEEL,
  ...HYPERFORMULA,
  ...DUCKDB,
];
