// Comparing and rounding figures of generated code: exactly, by whole numbers, where those fit; otherwise
// by doubles, with a flag that says where the bound does not settle it.
import { commonFactor } from '../../number/rational.ts';
import type { ComparisonOperator } from '../../model/expression.ts';
import type { Rounding } from '../../number/rounding.ts';
import type { Compared } from './branch-free.ts';
import type { Flags, Form, Ratio, Sheet } from './form.ts';
import { NO_FLAGS, constantForm, joinFlags, multiplyForms, nearOf } from './form.ts';
import type { Whole } from './whole.ts';
import { boundsOf, constantWhole, timesWhole, wholeText } from './whole.ts';

/** A truth of generated code; `known` where it does not depend on the department. */
export interface Truth {
  readonly text: string;
  readonly known: boolean | undefined;
  readonly flags: Flags;
  /** The text of the opposite, of a comparison. */
  readonly opposite?: string;
  /** Of a comparison of whole numbers. */
  readonly compared?: Compared;
}

export const SIGNS: Readonly<Record<ComparisonOperator, string>> = {
  '=': '===',
  '!=': '!==',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

const OPPOSITES: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

export function knownTruth(known: boolean): Truth {
  return { text: String(known), known, flags: NO_FLAGS };
}

/** How two figures lie to each other. */
export function compareForms(
  sheet: Sheet,
  operator: ComparisonOperator,
  a: Form,
  b: Form,
): Truth | undefined {
  const flags = joinFlags(a.flags, b.flags);
  if (a.kind === 'ratio' && b.kind === 'ratio') {
    const sides = crossed(sheet, a, b);
    if (sides) {
      const [left, right] = sides;
      const written = (sign: string) =>
        `${wholeText(sheet.domain, left)} ${sign} ${wholeText(sheet.domain, right)}`;
      return {
        text: written(SIGNS[operator]),
        known: undefined,
        flags,
        opposite: written(SIGNS[OPPOSITES[operator]]),
        compared: { operator, left, right },
      };
    }
  }
  if (sheet.domain.kind === 'bigint') return undefined;
  const [x, y] = [nearOf(sheet, a), nearOf(sheet, b)];
  const distance = sheet.hoist('distance', `${x.text} - ${y.text}`);
  const bound = `${ulpsText(Math.max(x.ulps, y.ulps) + 2)} * (${x.size} + ${y.size})`;
  const flag = sheet.hoist('near', `!(Math.abs(${distance}) > ${bound})`);
  return {
    text: `${distance} ${SIGNS[operator]} 0`,
    known: undefined,
    flags: joinFlags(flags, new Set([flag])),
    opposite: `${distance} ${SIGNS[OPPOSITES[operator]]} 0`,
  };
}

/** `a / b ≥ c / d` is `a · d ≥ c · b`; what both sides share is left out. */
export function crossed(
  { domain }: Sheet,
  a: Ratio,
  b: Ratio,
): readonly [Whole, Whole] | undefined {
  const alike = a.d.text === b.d.text;
  const common = commonFactor(a.d.factor, b.d.factor);
  const times = (n: Whole, d: Whole) =>
    timesWhole(
      domain,
      n,
      alike ? constantWhole(d.factor / common) : { ...d, factor: d.factor / common },
    );
  const [left, right] = [times(a.n, b.d), times(b.n, a.d)];
  if (!left || !right) return undefined;
  const shared = commonFactor(left.factor, right.factor);
  return [
    { ...left, factor: left.factor / shared },
    { ...right, factor: right.factor / shared },
  ];
}

/** So many halves of the last place of 1, a little more than the derivation asks for. */
function ulpsText(ulps: number): string {
  return `${ulps} * HALF_ULP`;
}

/** A figure rounded to a step; only figures that are not below 0 are rounded here. */
export function roundForm(sheet: Sheet, form: Form, { step, mode }: Rounding): Form | undefined {
  const inSteps = multiplyForms(sheet, form, constantForm({ n: step.d, d: step.n }));
  if (inSteps === undefined) return undefined;
  const rounded = inSteps.kind === 'ratio' ? roundRatio(sheet, inSteps, mode) : undefined;
  const found =
    rounded ?? (sheet.domain.kind === 'double' ? roundNear(sheet, inSteps, mode) : undefined);
  return found && multiplyForms(sheet, found, constantForm(step));
}

function roundRatio(
  sheet: Sheet,
  { n, d, flags }: Ratio,
  mode: Rounding['mode'],
): Ratio | undefined {
  const { domain } = sheet;
  if (d.text === '' && d.factor === 1n) return { kind: 'ratio', n, d, flags };
  const [low, high] = boundsOf(n);
  const [, most] = boundsOf(d);
  const [least] = boundsOf(d);
  if (low < 0n || mode === 'half-even') return undefined;
  const times = (whole: Whole, by: bigint) =>
    wholeText(domain, { ...whole, factor: by * whole.factor });
  const [above, below] = [times(n, 1n), times(d, 1n)];
  const quotient = (p: string, q: string) =>
    domain.kind === 'double' ? `Math.floor((${p}) / (${q}))` : `(${p}) / (${q})`;
  const result = (text: string): Ratio => ({
    kind: 'ratio',
    n: { factor: 1n, text: `(${text})`, low: low / most, high: high / least + 1n },
    d: constantWhole(1n),
    flags,
  });
  // The quotient of doubles cannot reach the next whole number while both together stay exact.
  switch (mode) {
    case 'half-up': {
      if (!domain.fits(0n, 2n * high + 3n * most)) return undefined;
      return result(quotient(`${times(n, 2n)} + ${below}`, times(d, 2n)));
    }
    case 'down':
      return domain.fits(0n, high + most) ? result(quotient(above, below)) : undefined;
    case 'up': {
      if (!domain.fits(0n, high + 2n * most)) return undefined;
      return result(quotient(`${above} + ${below} - ${domain.literal(1n)}`, below));
    }
    default:
      return mode satisfies never;
  }
}

// Larger figures are all flagged: their bound exceeds one half.
const MOST_NEAR = 2n ** 51n;

function roundNear(sheet: Sheet, form: Form, mode: Rounding['mode']): Form | undefined {
  const { text, size, ulps, low, high, flags } = nearOf(sheet, form);
  if (low < 0n || mode !== 'half-up') return undefined;
  const raised = sheet.hoist('raised', `${text} + 0.5`);
  const bound = `${ulpsText(ulps + 2)} * (${size} + 1)`;
  const flag = sheet.hoist('near', `!(Math.abs(${raised} - Math.round(${raised})) > ${bound})`);
  return {
    kind: 'ratio',
    n: {
      factor: 1n,
      text: `Math.floor(${raised})`,
      low,
      high: high < MOST_NEAR ? high + 1n : MOST_NEAR,
    },
    d: constantWhole(1n),
    flags: joinFlags(flags, new Set([flag])),
  };
}
