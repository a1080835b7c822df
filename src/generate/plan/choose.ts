// The smaller or the larger of two figures, and the figure of the row that fires, for generated code. Where all can
// stand over one denominator only what is above it is chosen: one question less, and what follows stays small.
import { commonFactor } from '../../number/rational.ts';
import { constantText } from './branch-free.ts';
import { compareForms, crossed } from './decide.ts';
import type { Truth } from './decide.ts';
import type { Form, Near, Ratio, Sheet } from './form.ts';
import { joinFlags, nearOf, overOneConstant } from './form.ts';
import type { Domain, Whole } from './whole.ts';
import { bare, boundsOf, constantWhole, fitting, timesWhole, wholeText } from './whole.ts';

type Extreme = 'min' | 'max';

/** The smaller or the larger of two figures. */
export function extremeForm(sheet: Sheet, name: Extreme, a: Form, b: Form): Form | undefined {
  const { domain } = sheet;
  const flags = joinFlags(a.flags, b.flags);
  const together = overOneConstant(domain, [a, b]) ?? overOneDivisor(domain, [a, b]);
  const [x, y, d] = together ?? [];
  if (x && y && d) return { kind: 'ratio', n: extremeWhole(sheet, name, x, y), d, flags };
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
  const text = sheet.hoist('extreme', `Math.${name}(${p.text}, ${q.text})`);
  return {
    kind: 'near',
    text,
    size: p.size === q.size ? p.size : sheet.hoist('size', `${p.size} + ${q.size}`),
    ulps: Math.max(p.ulps, q.ulps),
    low: extremeOf(name, p.low, q.low),
    high: extremeOf(name, p.high, q.high),
    flags,
  };
}

function extremeOf(name: Extreme, one: bigint, other: bigint): bigint {
  return (name === 'min' ? one < other : one > other) ? one : other;
}

function extremeWhole({ domain, hoist }: Sheet, name: Extreme, a: Whole, b: Whole): Whole {
  const factor = commonFactor(a.factor, b.factor);
  const [x, y] = [without(factor, a), without(factor, b)];
  const [left, right] = [boundsOf(x), boundsOf(y)];
  const bounds = {
    low: extremeOf(name, left[0], right[0]),
    high: extremeOf(name, left[1], right[1]),
  };
  const [s, t] = [wholeText(domain, x), wholeText(domain, y)];
  if (domain.kind === 'bigint')
    return {
      factor,
      text: hoist('extreme', `(${s} ${name === 'min' ? '<' : '>'} ${t} ? ${s} : ${t})`),
      ...bounds,
    };
  if (name === 'max' && x.text === y.text && x.factor === 1n && y.factor === -1n) {
    const [low, high] = boundsOf(x);
    const most = -low > high ? -low : high;
    return { factor, text: `Math.abs(${bare(x.text)})`, low: low > 0n ? low : 0n, high: most };
  }
  return { factor, text: `Math.${name}(${bare(s)}, ${bare(t)})`, ...bounds };
}

function without(factor: bigint, whole: Whole): Whole {
  return { ...whole, factor: whole.factor / factor };
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
  const together = overOneConstant(domain, forms) ?? overOneDivisor(domain, forms);
  // Both parts of a quotient ask the same: each question is asked once.
  const asked = rows.map(({ when }) =>
    !together && !/^[\p{ID_Continue}$]+$/u.test(when.text)
      ? sheet.hoist('holds', when.text)
      : when.text,
  );
  const choose = (texts: readonly string[]): string => {
    const [first] = texts;
    if (first !== undefined && texts.every((text) => text === first)) return first;
    return `(${asked.map((when, at) => `${when} ? ${texts[at] ?? ''} : `).join('')}${texts.at(-1) ?? ''})`;
  };
  const among = (all: readonly Whole[]): Whole => {
    const [first] = all;
    if (first && all.every((whole) => whole.text === first.text && whole.factor === first.factor))
      return first;
    // Figures that are given stay as they were written, unless they are counted.
    const isGiven = all.every(({ text }) => text === '');
    const isCounted = together && branchFreeText(domain, rows, all) !== undefined;
    const factor =
      isGiven && !isCounted
        ? 1n
        : all.reduce(
            (common, { factor: next }) => (next === 0n ? common : commonFactor(common, next)),
            0n,
          );
    const wholes = all.map((whole) => without(factor, whole));
    const bounds = wholes.map(boundsOf);
    const text =
      (together && branchFreeText(domain, rows, wholes)) ??
      choose(wholes.map((whole) => wholeText(domain, whole)));
    return {
      factor,
      text: together ? text : sheet.hoist('chosen', text),
      low: leastOf(bounds.map(([low]) => low)),
      high: mostOf(bounds.map(([, high]) => high)),
    };
  };
  const d = together?.at(-1);
  if (together && d) return { kind: 'ratio', n: among(together.slice(0, -1)), d, flags };
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
    low: leastOf(nears.map(({ low }) => low)),
    high: mostOf(nears.map(({ high }) => high)),
    flags,
  };
}

// Constants as a sum, and what a row leaves of one figure as a product.
function branchFreeText(
  domain: Domain,
  rows: readonly { readonly when: Truth }[],
  wholes: readonly Whole[],
): string | undefined {
  const [first, second] = wholes;
  if (wholes.every(({ text }) => text === '')) {
    const ordered = rows.map(({ when }, at) => ({ when, value: wholes[at]?.factor ?? 0n }));
    const text = constantText(domain, ordered, wholes.at(-1)?.factor ?? 0n);
    return text === undefined ? undefined : `(${text})`;
  }
  const [row] = rows;
  if (domain.kind !== 'double' || rows.length > 1 || !row || !first || !second) return undefined;
  const { text, opposite } = row.when;
  const [figure, when] = first.factor === 0n ? [second, opposite] : [first, text];
  const other = first.factor === 0n ? first : second;
  // Of a figure below 0 nothing would be -0.
  if (other.factor !== 0n || when === undefined || boundsOf(figure)[0] < 0n) return undefined;
  return `(${wholeText(domain, figure)} * +(${when}))`;
}

// What stands over one divisor, and constants: all above that divisor, where the constants do not make it larger than
// it is without them. Nothing over a divisor is nothing.
function overOneDivisor(domain: Domain, forms: readonly Form[]): readonly Whole[] | undefined {
  const ratios = forms.filter((form): form is Ratio => form.kind === 'ratio');
  const divided = ratios.filter(({ d }) => d.text !== '');
  const [first] = divided;
  if (ratios.length < forms.length || !first) return undefined;
  if (divided.some(({ d }) => d.text !== first.d.text)) return undefined;
  const factor = ratios.reduce(
    (least, { n, d }) =>
      n.factor === 0n ? least : (least / commonFactor(least, d.factor)) * d.factor,
    1n,
  );
  const divisor = fitting(domain, { ...first.d, factor });
  const wholes = ratios.map(({ n, d }) =>
    n.factor === 0n
      ? constantWhole(0n)
      : d.text === ''
        ? timesWhole(domain, n, { ...first.d, factor: factor / d.factor })
        : fitting(domain, { ...n, factor: n.factor * (factor / d.factor) }),
  );
  const known = wholes.filter((whole) => whole !== undefined);
  if (!divisor || known.length < wholes.length) return undefined;
  const sizes = known.map((whole) => mostOf(boundsOf(whole).map((end) => (end < 0n ? -end : end))));
  const most = mostOf(sizes.filter((_, at) => ratios[at]?.d.text !== ''));
  return sizes.some((size) => size > most) ? undefined : [...known, divisor];
}

function leastOf(values: readonly bigint[]): bigint {
  return values.reduce((least, each) => (each < least ? each : least));
}

function mostOf(values: readonly bigint[]): bigint {
  return values.reduce((most, each) => (each > most ? each : most));
}
