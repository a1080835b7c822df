// What writing a module keeps in mind: which pieces of the runtime it calls, which constants it needs,
// and whether it writes TypeScript or JavaScript.
import type { Framework } from '../../model/framework.ts';
import { formatExact } from '../../number/decimal.ts';
import type { Rational } from '../../number/rational.ts';
import { equal, rational } from '../../number/rational.ts';
import type { Rounding } from '../../number/rounding.ts';
import type { Names } from '../plan/names.ts';
import { namesOf } from '../plan/names.ts';
import { partsWithin } from '../plan/expressions.ts';
import { once } from '../plan/once.ts';
import { pieceNames } from './embed.ts';

export type Language = 'ts' | 'js';

export interface Writer {
  readonly framework: Framework;
  readonly language: Language;
  readonly names: Names;
  /** Whether figures may be irrational roots. */
  readonly hasRoots: boolean;
  /** The name of a runtime piece, which is embedded because of it. */
  readonly use: (piece: string) => string;
  /** A fraction as it is written. */
  readonly figure: (value: Rational) => string;
  /** The name of a constant of the module. */
  readonly constant: (value: Rational) => string;
  /** A figure that is rounded. */
  readonly rounded: (figure: string, rounding: Rounding) => string;
  readonly words: (words: readonly string[]) => string;
  /** A type annotation, in TypeScript only. */
  readonly typed: (annotation: string) => string;
  /** The declarations of all constants so far. */
  readonly declarations: () => readonly string[];
  readonly used: ReadonlySet<string>;
}

/** What stands in for the arithmetic of fractions where figures may be irrational. */
export const FOR_ROOTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    add: 'plus',
    subtract: 'minus',
    multiply: 'times',
    divide: 'over',
    negate: 'opposite',
    compare: 'order',
    equal: 'same',
    minimum: 'smaller',
    maximum: 'larger',
    absolute: 'size',
    round: 'rounded',
    floor: 'wholeBelow',
    ceiling: 'wholeAbove',
    power: 'powerOfReal',
    stepped: 'steppedReal',
    Rational: 'Real',
  }),
);

// As a number where that keeps every digit.
function whole(figure: bigint): string {
  return `${figure}${Number.isSafeInteger(Number(figure)) ? '' : 'n'}`;
}

export function createWriter(framework: Framework, language: Language): Writer {
  const names = namesOf(framework, pieceNames());
  const hasRoots = takesRoots(framework);
  const used = new Set<string>();
  const constants = new Map<string, { readonly name: string; readonly text: string }>();
  const typed = (annotation: string) => (language === 'ts' ? annotation : '');
  const use = (piece: string): string => {
    const name = (hasRoots ? FOR_ROOTS.get(piece) : undefined) ?? piece;
    used.add(name);
    return name;
  };
  const hoisted = (key: string, words: string, text: (name: string) => string): string => {
    const known = constants.get(key);
    if (known) return known.name;
    const name = names.fresh(words);
    constants.set(key, { name, text: text(name) });
    return name;
  };
  const figure = (value: Rational): string => {
    if (equal(value, rational(0))) return use('ZERO');
    if (equal(value, rational(1))) return use('ONE');
    return `${use('rational')}(${whole(value.n)}${value.d === 1n ? '' : `, ${whole(value.d)}`})`;
  };
  const constant = (value: Rational): string => {
    const text = formatExact(value);
    if (equal(value, rational(0))) return use('ZERO');
    if (equal(value, rational(1))) return use('ONE');
    return hoisted(
      `figure ${text}`,
      `figure_${text.replace('-', 'minus_')}`,
      (name) => `const ${name} = { n: ${value.n}n, d: ${value.d}n };`,
    );
  };
  return {
    framework,
    language,
    names,
    hasRoots,
    use,
    figure,
    constant,
    rounded: (value, { step, mode }) => {
      const text = formatExact(step);
      const name = hoisted(`rounding ${mode} ${text}`, `rounded_${text}`, (known) => {
        const isHalfUp = mode === 'half-up' && !hasRoots;
        const by = isHalfUp
          ? `${use('halfUp')}(figure, ${constant(step)})`
          : `${use('round')}(figure, { step: ${constant(step)}, mode: '${mode}' })`;
        return `const ${known} = (figure${typed(`: ${use('Rational')}`)}) => ${by};`;
      });
      return `${name}(${value})`;
    },
    words: (words) =>
      hoisted(
        `words ${JSON.stringify(words)}`,
        'words',
        (name) => `const ${name} = ${JSON.stringify(words)};`,
      ),
    typed,
    declarations: () => [...constants.values()].map(({ text }) => text),
    used,
  };
}

/** Whether figures may be irrational. */
export const takesRoots = once((framework: Framework): boolean =>
  partsWithin(framework).some((part) => part.kind === 'call' && part.builtin === 'root'),
);
