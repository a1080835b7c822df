// Branches that no department can take, whatever it reports and whatever the options say: proved by what the
// checker knows of the declared ranges. What cannot be shown to be impossible counts as possible.
import type { Expression } from '../../model/expression.ts';
import type { Framework } from '../../model/framework.ts';
import { recollectionOf } from '../../prove/memory.ts';
import { readingOf } from '../../prove/reading.ts';
import { settingsOf } from '../../prove/settings.ts';
import type { Common, Setting, Study } from '../../prove/study.ts';
import { commonTo, createStudy } from '../../prove/study.ts';
import type { Branch, Guard } from './branch.ts';

/** Studies of a framework, one for each setting of its options. */
export interface Studies {
  /** Of all settings that matter to what the expressions read, the ruleset's own first. */
  readonly of: (expressions: readonly Expression[]) => {
    readonly studies: readonly { readonly study: Study; readonly setting: Setting }[];
    /** Whether these are all settings that there are. */
    readonly complete: boolean;
  };
}

/** The studies, each made when it is first asked for. */
export function createStudies(framework: Framework): Studies {
  const common: Common = commonTo(framework, recollectionOf(framework, undefined));
  const made = new Map<string, Study>();
  const studyUnder = (setting: Setting): Study => {
    const key = JSON.stringify([...setting].sort(([a], [b]) => (a < b ? -1 : 1)));
    let study = made.get(key);
    if (!study) made.set(key, (study = createStudy(common, setting)));
    return study;
  };
  return {
    of: (expressions) => {
      const { options } = readingOf(expressions, framework);
      const { settings, complete } = settingsOf(framework, options);
      return {
        studies: settings.map((setting) => ({ study: studyUnder(setting), setting })),
        complete,
      };
    },
  };
}

/** Whether it is proved that nobody takes the branch. */
export function isUnreachable({ test }: Branch, studies: Studies): boolean {
  return test.kind === 'ways' && test.ways.every((way) => isImpossible(way, studies));
}

/** Whether it is proved that the guards never hold together. */
export function isImpossible(guards: readonly Guard[], studies: Studies): boolean {
  const { studies: all, complete } = studies.of(conditionsOf(guards));
  return complete && all.every(({ study }) => !canHold(study, guards));
}

/** What the guards ask. */
export function conditionsOf(guards: readonly Guard[]): readonly Expression[] {
  return guards.map(({ condition }) => condition);
}

function canHold(study: Study, guards: readonly Guard[]): boolean {
  let open: Study | undefined = study;
  for (const { condition, outcome } of guards) open = open?.assuming(condition, outcome);
  return open !== undefined;
}
