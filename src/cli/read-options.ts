// `--option NAME=VALUE`: another reading of the ruleset's text for one run.
import type { Framework, Option } from '../model/framework.ts';
import { booleanText } from '../report/figure.ts';
import { suggestion } from './find-name.ts';
import type { Session } from './session.ts';

const YES = new Set(['yes', 'true', '是']);
const NO = new Set(['no', 'false', '否']);

/** The choices by option name, or the sentence that says what is wrong. */
export function readOptions(
  written: readonly string[],
  framework: Framework,
  session: Session,
): ReadonlyMap<string, string> | string {
  const { words } = session;
  const choices = new Map<string, string>();
  for (const text of written) {
    const split = /^([^=＝]*)[=＝](.*)$/s.exec(text);
    const [name = '', value = ''] = split ? [split[1]?.trim(), split[2]?.trim()] : [];
    if (name === '') return words.optionForm(text);
    const option = framework.options.find((each) => each.name === name);
    if (!option) {
      const names = framework.options.map((each) => each.name);
      return words.unknownName('option', name) + suggestion(name, names, session);
    }
    const choice =
      option.kind === 'boolean' ? (YES.has(value) ? 'yes' : NO.has(value) ? 'no' : value) : value;
    if (!option.values.includes(choice))
      return words.optionValue(name, value, words.oneOf(allowed(option, session)));
    choices.set(name, choice);
  }
  return choices;
}

function allowed({ kind, values }: Option, { language }: Session): readonly string[] {
  return kind === 'boolean'
    ? values.map((value) => booleanText(value === 'yes', language))
    : values;
}
