// Comparing and rounding figures of generated code: exactly, by whole numbers, where those fit; otherwise
// by doubles, with a flag that says where the bound does not settle it.
import type { ComparisonOperator } from '../../model/expression.ts';
import type { Rounding } from '../../number/rounding.ts';
import type { Flags, Form, Near, Ratio, Sheet } from './form.ts';
import {
  NO_FLAGS,
  constantForm,
  joinFlags,
  multiplyForms,
  nearOf,
  overOneConstant,
} from './form.ts';
import type { Whole } from './whole.ts';
import { boundsOf, constantWhole, gcd, timesWhole, wholeText } from './whole.ts';

/** A truth of generated code; `known` where it does not depend on the department. */
export interface Truth {
  readonly text: string;
  readonly known: boolean | undefined;
  readonly flags: Flags;
  /** The text of the opposite, of a comparison. */
  readonly opposite?: string;
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
      const compared = (sign: string) =>
        `${wholeText(sheet.domain, left)} ${sign} ${wholeText(sheet.domain, right)}`;
      const opposite = compared(SIGNS[OPPOSITES[operator]]);
      return { text: compared(SIGNS[operator]), known: undefined, flags, opposite };
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

// `a / b ≥ c / d` is `a · d ≥ c · b`; what both sides share is left out.
function crossed({ domain }: Sheet, a: Ratio, b: Ratio): readonly [Whole, Whole] | undefined {
  const alike = a.d.text === b.d.text;
  const common = gcd(a.d.factor, b.d.factor);
  const times = (n: Whole, d: Whole) =>
    timesWhole(
      domain,
      n,
      alike ? constantWhole(d.factor / common) : { ...d, factor: d.factor / common },
    );
  const [left, right] = [times(a.n, b.d), times(b.n, a.d)];
  if (!left || !right) return undefined;
  const shared = gcd(left.factor, right.factor);
  return [
    { ...left, factor: left.factor / shared },
    { ...right, factor: right.factor / shared },
  ];
}

/** So many halves of the last place of 1, a little more than the derivation asks for. */
function ulpsText(ulps: number): string {
  return `${ulps} * HALF_ULP`;
}

/** The smaller or the larger of two figures. */
export function extremeForm(sheet: Sheet, name: 'min' | 'max', a: Form, b: Form): Form | undefined {
  const { domain } = sheet;
  const flags = joinFlags(a.flags, b.flags);
  const wholes = overOneConstant(domain, [a, b]);
  const [x, y, d] = wholes ?? [];
  if (x && y && d) {
    const [left, right] = [boundsOf(x), boundsOf(y)];
    const pick = (p: bigint, q: bigint) => ((name === 'min' ? p < q : p > q) ? p : q);
    const [s, t] = [wholeText(domain, x), wholeText(domain, y)];
    const text =
      domain.kind === 'double'
        ? `Math.${name}(${s}, ${t})`
        : `(${s} ${name === 'min' ? '<' : '>'} ${t} ? ${s} : ${t})`;
    const short = domain.kind === 'double' ? text : sheet.hoist('extreme', text);
    const n = {
      factor: 1n,
      text: short,
      low: pick(left[0], right[0]),
      high: pick(left[1], right[1]),
    };
    return { kind: 'ratio', n, d, flags };
  }
  if (a.kind === 'ratio' && b.kind === 'ratio' && crossed(sheet, a, b)) {
    const isFirst = compareForms(sheet, name === 'min' ? '<=' : '>=', a, b);
    const chosen = isFirst && chosenForm(sheet, [{ when: isFirst, form: a }], b);
    // The larger of two is not below 0 where one of them is not.
    const isPositive = name === 'max' && (boundsOf(a.n)[0] >= 0n || boundsOf(b.n)[0] >= 0n);
    if (chosen?.kind !== 'ratio' || !isPositive || boundsOf(chosen.n)[0] >= 0n) return chosen;
    const { n } = chosen;
    return { ...chosen, n: n.factor < 0n ? { ...n, high: 0n } : { ...n, low: 0n } };
  }
  if (domain.kind === 'bigint') return undefined;
  const [p, q] = [nearOf(sheet, a), nearOf(sheet, b)];
  const pick = (one: bigint, other: bigint) =>
    (name === 'min' ? one < other : one > other) ? one : other;
  const text = sheet.hoist('extreme', `Math.${name}(${p.text}, ${q.text})`);
  return {
    kind: 'near',
    text,
    size: p.size === q.size ? p.size : sheet.hoist('size', `${p.size} + ${q.size}`),
    ulps: Math.max(p.ulps, q.ulps),
    low: pick(p.low, q.low),
    high: pick(p.high, q.high),
    flags,
  };
}

/** The figure of the first row whose truth holds. */
export function chosenForm(
  sheet: Sheet,
  rows: readonly { readonly when: Truth; readonly form: Form }[],
  otherwise: Form,
): Form | undefined {
  const { domain } = sheet;
  const forms = [...rows.map(({ form }) => form), otherwise];
  const flags = joinFlags(
    ...rows.map(({ when }) => when.flags),
    ...forms.map((form) => form.flags),
  );
  const isPair = forms.some(({ kind }) => kind === 'near') || !overOneConstant(domain, forms);
  // Both parts of a quotient ask the same: each question is asked once.
  const asked = rows.map(({ when }) =>
    isPair && !/^[\p{ID_Continue}$]+$/u.test(when.text)
      ? sheet.hoist('holds', when.text)
      : when.text,
  );
  const choose = (texts: readonly string[]): string => {
    const [first] = texts;
    if (first !== undefined && texts.every((text) => text === first)) return first;
    return `(${asked.map((when, at) => `${when} ? ${texts[at] ?? ''} : `).join('')}${texts.at(-1) ?? ''})`;
  };
  const among = (wholes: readonly Whole[]): Whole => {
    const [first] = wholes;
    if (
      first &&
      wholes.every((whole) => whole.text === first.text && whole.factor === first.factor)
    )
      return first;
    const bounds = wholes.map(boundsOf);
    const text = choose(wholes.map((whole) => wholeText(domain, whole)));
    return {
      factor: 1n,
      text: isPair ? sheet.hoist('chosen', text) : text,
      low: bounds.map(([low]) => low).reduce((least, each) => (each < least ? each : least)),
      high: bounds.map(([, high]) => high).reduce((most, each) => (each > most ? each : most)),
    };
  };
  const wholes = overOneConstant(domain, forms);
  const d = wholes?.at(-1);
  if (wholes && d) return { kind: 'ratio', n: among(wholes.slice(0, -1)), d, flags };
  if (forms.every((form): form is Ratio => form.kind === 'ratio'))
    return {
      kind: 'ratio',
      n: among(forms.map(({ n }) => n)),
      d: among(forms.map((form) => form.d)),
      flags,
    };
  if (domain.kind === 'bigint') return undefined;
  const nears: readonly Near[] = forms.map((form) => nearOf(sheet, form));
  return {
    kind: 'near',
    text: sheet.hoist('chosen', choose(nears.map(({ text }) => text))),
    size: sheet.hoist('size', choose(nears.map(({ size }) => size))),
    ulps: Math.max(...nears.map(({ ulps }) => ulps)),
    low: nears.map(({ low }) => low).reduce((least, each) => (each < least ? each : least)),
    high: nears.map(({ high }) => high).reduce((most, each) => (each > most ? each : most)),
    flags,
  };
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
  const [above, below] = [wholeText(domain, n), wholeText(domain, d)];
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
      const two = domain.literal(2n);
      return result(quotient(`${two} * ${above} + ${below}`, `${two} * ${below}`));
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
