// Which statement may stand where, and how often. The one table; misplaced and repeated statements
// are found with it.
import type { StatementWord } from '../diagnostics/words.ts';
import type { Declaration } from '../syntax/tree.ts';

export type Place = 'ruleset' | 'group' | 'indicator' | 'item';

interface Rule {
  readonly in: readonly Place[];
  readonly once?: true;
}

const EVERYWHERE: readonly Place[] = ['ruleset', 'group', 'indicator', 'item'];
const NODES: readonly Place[] = ['group', 'indicator', 'item'];
const TOP: readonly Place[] = ['ruleset'];

const rules = {
  about: { in: EVERYWHERE, once: true },
  source: { in: EVERYWHERE, once: true },
  total: { in: TOP, once: true },
  rounding: { in: TOP },
  grades: { in: TOP, once: true },
  option: { in: TOP },
  type: { in: TOP },
  input: { in: TOP },
  let: { in: EVERYWHERE },
  output: { in: TOP },
  group: { in: ['ruleset', 'group'] },
  indicator: { in: ['ruleset', 'group'] },
  item: { in: ['indicator'] },
  rule: { in: EVERYWHERE },
  cap: { in: NODES },
  rounded: { in: NODES, once: true },
  veto: { in: EVERYWHERE },
  exempt: { in: EVERYWHERE },
  'not-applicable': { in: ['group', 'indicator'], once: true },
  'not-monotone': { in: EVERYWHERE, once: true },
  applies: { in: NODES, once: true },
  pool: { in: ['group'], once: true },
  check: { in: EVERYWHERE },
  example: { in: EVERYWHERE },
} as const satisfies Record<Exclude<StatementWord, 'ruleset'>, Rule>;

/** What messages call a statement of this kind. */
export function statementWord(kind: Declaration['kind']): Exclude<StatementWord, 'ruleset'> {
  switch (kind) {
    case 'score':
    case 'decide':
    case 'deduct':
    case 'judged':
      return 'rule';
    default:
      return kind;
  }
}

/** Where statements of this kind belong. */
export function placesOf(word: Exclude<StatementWord, 'ruleset'>): readonly Place[] {
  return rules[word].in;
}

/** True when a body may hold only one of them. */
export function standsOnce(word: Exclude<StatementWord, 'ruleset'>): boolean {
  const rule: Rule = rules[word];
  return rule.once === true;
}
