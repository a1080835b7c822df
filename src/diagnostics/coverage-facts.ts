// The facts of messages about proofs: a concrete case, and the choices of options it needs.
import type { Words } from './message.ts';
import { englishFigure } from './words.ts';

/** One input of a concrete case. */
export interface Given {
  readonly name: string;
  readonly value: Words;
  /** Of another department that this one is compared with. */
  readonly ofAnother?: boolean;
}

/** An option and what it is set to. */
interface Chosen {
  readonly name: string;
  readonly value: string;
}

/** Choices under which a problem occurs; empty where it occurs under the ruleset's own. */
export interface Under {
  readonly under: readonly Chosen[];
}

/** A concrete case; undefined where none was found and the proof merely failed. */
export interface Shown extends Under {
  readonly witness: readonly Given[] | undefined;
}

/** “ (when 季度得分封顶 = yes)”, or nothing. */
export function underWords({ under }: Under): Words {
  if (under.length === 0) return { en: '', zh: '' };
  const shown = (yes: string, no: string) =>
    under.map(
      ({ name, value }) => `${name} = ${value === 'yes' ? yes : value === 'no' ? no : value}`,
    );
  return {
    en: ` This happens when the option is set to ${shown('yes', 'no').join(', ')}.`,
    zh: `（选项 ${shown('是', '否').join('、')} 时）`,
  };
}

/** “a = 1, b = 0”. */
export function givenWords(givens: readonly Given[]): Words {
  return {
    en: givens
      .map(
        ({ name, value, ofAnother }) =>
          `${ofAnother ? 'another has ' : ''}${name} = ${englishFigure(value.en)}`,
      )
      .join(', '),
    zh: givens
      .map(({ name, value, ofAnother }) => `${ofAnother ? '另一单位的' : ''}${name} = ${value.zh}`)
      .join('，'),
  };
}

/** “a, b and c”. */
export function listWords(names: readonly string[]): Words {
  const quoted = names.map((name) => `“${name}”`);
  const last = quoted.at(-1) ?? '';
  return {
    en: quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${last}` : last,
    zh: quoted.join('、'),
  };
}
