// Guards → a department for which they hold, from values worth trying. What is found is certain; where nothing
// is found, that says nothing.
import type { Framework } from '../../model/framework.ts';
import * as Q from '../../number/rational.ts';
import { changesFrom } from '../../prove/settings.ts';
import type { Setting } from '../../prove/study.ts';
import { trials } from '../../prove/witness.ts';
import type { Value } from '../../types/value.ts';
import type { Guard } from './branch.ts';
import { holds } from './exercised.ts';
import type { Studies } from './unreachable.ts';
import { conditionsOf } from './unreachable.ts';
import { groundOf, plainFigures, valuesOf } from './variables.ts';

/** A department as far as it matters here, under some choice of the options. */
export interface Case {
  readonly inputs: ReadonlyMap<string, Value>;
  /** Choices that are not the ruleset's own. */
  readonly options: Setting;
}

const MOST_SETTINGS = 8;

/** A department for which the guards hold, from values worth trying; undefined where none was found. */
export function caseFor(
  framework: Framework,
  guards: readonly Guard[],
  studies: Studies,
): Case | undefined {
  const conditions = conditionsOf(guards);
  const ground = groundOf(conditions, framework);
  for (const { study, setting } of studies.of(conditions).studies.slice(0, MOST_SETTINGS)) {
    const figures = ground.variables.map(plainFigures);
    const sizes = [...figures, ...ground.alternatives.map(({ values }) => values)].map(
      ({ length }) => length,
    );
    for (const places of trials(sizes, 800)) {
      const chosen = figures.map((each, at) => each[places[at] ?? 0] ?? Q.ZERO);
      const inputs = new Map(valuesOf(ground.variables, chosen));
      ground.alternatives.forEach(({ input, values }, at) => {
        const value = values[places[figures.length + at] ?? 0];
        if (value) inputs.set(input, value);
      });
      const problems: unknown[] = [];
      const interpreter = study.interpreterFor(inputs, (problem) => problems.push(problem));
      if (!interpreter || !holds({ interpreter }, guards) || problems.length > 0) continue;
      const options = changedFrom(framework, setting);
      return { inputs, options };
    }
  }
  return undefined;
}

/** The choices that are not the ruleset's own. */
export function changedFrom(framework: Framework, setting: Setting): Setting {
  const chosen = new Map(framework.options.map((option) => [option.name, option.chosen]));
  return new Map(changesFrom(chosen, setting).map(({ name, value }) => [name, value]));
}
