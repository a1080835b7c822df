// The plan of the fast body: statements over doubles that score one department, each score with why it is
// exact, in an order in which each needs only earlier ones; and for those that a double may leave
// undecided, the same rule once more over BigInts.
import type { ScoreName } from '../../model/expression.ts';
import type { Framework, Input, Item, Node } from '../../model/framework.ts';
import { placeKey } from '../../model/score-uses.ts';
import type { Rational } from '../../number/rational.ts';
import { ZERO, add, ceiling, divide, floor, multiply, rational } from '../../number/rational.ts';
import type { Type } from '../../types/type.ts';
import type { Range } from '../../types/range.ts';
import type { FastScope } from './fast-expression.ts';
import { itemForm, nodeForm, totalForm } from './fast-score.ts';
import type { Form, Sheet } from './form.ts';
import { NO_FLAGS, constantForm, multiplyForms } from './form.ts';
import type { Grids } from './grid.ts';
import type { Names } from './names.ts';
import { scoreKey } from './names.ts';
import { placesOf } from './places.ts';
import { provedMost } from './proved-points.ts';
import { AWARD_STEPS, mostSteps, stepsPerUnit } from './steps.ts';
import type { Domain } from './whole.ts';
import { BIGINTS, DOUBLES, boundsOf, wholeText } from './whole.ts';

/** A figure that the fast body reads: an input, or an entry of a list of fixed length. */
export interface FigureRead {
  readonly variable: string;
  readonly input: Input;
  /** From 1. */
  readonly entry: number | undefined;
  readonly low: bigint;
  readonly high: bigint;
}

/** A score of the fast body. */
export interface FastScore {
  readonly node: Node | undefined;
  readonly variable: string;
  readonly statements: readonly string[];
  readonly value: FastValue;
  /** The largest whole number, as a power of two, that exact steps may reach. */
  readonly bits: number;
  /** What the score is shown to stay within, in steps, where it is whole. */
  readonly most: bigint;
}

export type FastValue =
  /** Whole steps; where a flag is up, by the function over BigInts, or in fractions without one. */
  | {
      readonly kind: 'steps';
      readonly text: string;
      readonly flags: readonly string[];
      readonly again: Again | undefined;
    }
  /** A quotient that may lie between steps. */
  | {
      readonly kind: 'quotient';
      readonly above: string;
      readonly below: string;
      readonly flags: readonly string[];
    }
  /** Only fractions will do. */
  | { readonly kind: 'fraction' };

/** The same rule over BigInts: a function of these variables. */
export interface Again {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly statements: readonly string[];
  readonly result: string;
  readonly alike: Alike | undefined;
}

/** The rule over doubles, exactly, for figures that are alike and not so large. */
export interface Alike {
  readonly condition: string;
  readonly statements: readonly string[];
  readonly result: string;
}

export interface FastPlan {
  /** Grows while the outputs are written, as they may read further figures. */
  readonly figures: readonly FigureRead[];
  /** Truths and words, by variable. */
  readonly plain: ReadonlyMap<string, Input>;
  readonly scores: readonly FastScore[];
  readonly scope: FastScope;
  /** Statements that the outputs need, filled while they are written. */
  readonly further: string[];
}

/** Plans the fast body; `names` gives the variables. */
export function fastPlan(framework: Framework, names: Names, grids: Grids): FastPlan {
  const inputs = new Map(framework.inputs.map((input) => [input.name, input]));
  const figures = new Map<string, FigureRead>();
  // Grows while outputs are written, like what is plain.
  const reads: FigureRead[] = [];
  const plain = new Map<string, Input>();
  const scores: FastScore[] = [];
  const settled = new Map<Node | undefined, Form | undefined>();
  const byKey = new Map(placesOf(framework).map((place) => [scoreKey(place), place]));
  let statements: string[] = [];
  let most = 0n;
  const noting: Domain = {
    ...DOUBLES,
    fits: (low, high) => {
      const fits = DOUBLES.fits(low, high);
      const size = -low > high ? -low : high;
      if (fits && size > most) most = size;
      return fits;
    },
  };
  const sheetOver = (domain: Domain, lines: () => string[]): Sheet => {
    const known = new Map<string, string>();
    return {
      domain,
      hoist: (words, text) => {
        const before = known.get(text);
        if (before !== undefined) return before;
        const name = names.fresh(words);
        known.set(text, name);
        lines().push(`const ${name} = ${text};`);
        return name;
      },
    };
  };
  const figureOf = (name: string, entry?: number): FigureRead | undefined => {
    const key = `${name} ${entry ?? ''}`;
    const input = inputs.get(name);
    const known = figures.get(key);
    if (known || !input) return known;
    const type = input.kind === 'value' ? input.type : undefined;
    const of =
      entry === undefined
        ? type
        : type?.kind === 'list' && type.most === type.least
          ? type.of
          : undefined;
    if (input.kind === 'value' && of?.kind !== 'number' && of?.kind !== 'date') return undefined;
    const variable =
      entry === undefined ? (names.inputs.get(name) ?? '') : names.fresh(`${name}_${entry}`);
    const read = {
      variable,
      input,
      entry,
      ...limitsOf(input, of),
    };
    if (read.low > read.high) return undefined;
    figures.set(key, read);
    reads.push(read);
    return read;
  };
  const plainOf = (name: string): string => {
    const variable = names.inputs.get(name) ?? '';
    const input = inputs.get(name);
    if (input) plain.set(variable, input);
    return variable;
  };
  const scopeOver = (
    sheet: Sheet,
    note: (variable: string) => string,
    score: FastScope['score'],
  ): FastScope => ({
    framework,
    sheet,
    figure: (name, entry) => {
      const read = figureOf(name, entry);
      if (!read) return undefined;
      const n = { factor: 1n, text: note(read.variable), low: read.low, high: read.high };
      return multiplyForms(
        sheet,
        { kind: 'ratio', n, d: ONE_WHOLE, flags: NO_FLAGS },
        constantForm(rational(1n, stepsOf(read))),
      );
    },
    plain: plainOf,
    score,
    standing: undefined,
    lets: new Map(),
  });

  const doubles = scopeOver(
    sheetOver(noting, () => statements),
    (variable) => variable,
    (of) => scoreOf(of),
  );
  const scoreOf = (of: ScoreName): Form | undefined => {
    if (of === 'total') return settle(undefined);
    const place = byKey.get(placeKey(of));
    if (place === undefined) return undefined;
    return 'rule' in place ? itemForm(place, doubles) : settle(place);
  };
  const settle = (node: Node | undefined): Form | undefined => {
    if (settled.has(node)) return settled.get(node);
    const parts: readonly (Node | Item)[] =
      node === undefined ? framework.children : node.kind === 'group' ? node.children : node.items;
    for (const part of parts) if (!('rule' in part)) settle(part);
    const outer = statements;
    statements = [];
    most = 0n;
    const form = formIn(node, doubles);
    const variable = names.scores.get(placeKey(node ? node.path : 'total')) ?? '';
    const value = valueOf(node, form);
    const found = settledForm(node, variable, value, form);
    const bits = most.toString(2).length;
    scores.push({ node, variable, statements, value, bits, most: mostOf(found) });
    statements = outer;
    settled.set(node, found);
    return found;
  };
  const formIn = (node: Node | undefined, scope: FastScope): Form | undefined => {
    const partForm = (part: Node | Item): Form | undefined =>
      'rule' in part ? itemForm(part, scope) : scope.score(part.path);
    return node ? nodeForm(node, partForm, fullPoints(node), scope) : totalForm(partForm, scope);
  };
  const valueOf = (node: Node | undefined, form: Form | undefined): FastValue => {
    const { step } = grids;
    const inSteps =
      form && multiplyForms(doubles.sheet, form, constantForm({ n: step.d, d: step.n }));
    if (inSteps?.kind !== 'ratio') return { kind: 'fraction' };
    const { n, d } = inSteps;
    const flags = [...inSteps.flags];
    const [above, below] = [wholeText(DOUBLES, n), wholeText(DOUBLES, d)];
    if (!grids.isWhole(node)) return { kind: 'quotient', above, below, flags };
    const text = below === '1' ? above : `(${above}) / (${below})`;
    return { kind: 'steps', text, flags, again: flags.length > 0 ? againOf(node) : undefined };
  };
  // A whole score stands by its variable from now on; others keep the form that they were made of.
  const settledForm = (
    node: Node | undefined,
    variable: string,
    value: FastValue,
    form: Form | undefined,
  ): Form | undefined => {
    if (value.kind === 'quotient') return form;
    if (!grids.isWhole(node)) return undefined;
    const { step } = grids;
    const bounds =
      form?.kind === 'ratio'
        ? multiplyForms(doubles.sheet, form, constantForm({ n: step.d, d: step.n }))
        : undefined;
    const [low, high] = bounds?.kind === 'ratio' ? boundsOf(bounds.n) : [-MOST_SCORE, MOST_SCORE];
    const most = provedMost(framework, node);
    const proved = most && ceiling(divide(most, step)).n;
    const n = {
      factor: step.n,
      text: variable,
      low: proved && low < 0n ? 0n : low,
      high: proved !== undefined && high > proved ? proved : high,
    };
    return {
      kind: 'ratio',
      n,
      d: { factor: step.d, text: '', low: 1n, high: 1n },
      flags: NO_FLAGS,
    };
  };
  // The rule by itself, from variables: on another sheet, with the scores that it reads as parameters.
  const scopeApart = (sheet: Sheet, note: (variable: string) => string): FastScope => {
    const scope: FastScope = {
      ...scopeOver(sheet, note, (of) => {
        const place = of === 'total' ? undefined : byKey.get(placeKey(of));
        if (place && 'rule' in place) return itemForm(place, scope);
        if (!grids.isWhole(place)) return place && formIn(place, scope);
        const form = settled.get(place);
        const score = scores.find((each) => each.node === place);
        if (form?.kind !== 'ratio' || !score) return undefined;
        return { ...form, n: { ...form.n, text: note(score.variable) } };
      }),
      plain: (name) => note(plainOf(name)),
    };
    return scope;
  };
  const resultOn = (
    sheet: Sheet,
    scope: FastScope,
    node: Node | undefined,
  ): { readonly above: string; readonly below: string; readonly isExact: boolean } | undefined => {
    const form = formIn(node, scope);
    const { step } = grids;
    const inSteps = form && multiplyForms(sheet, form, constantForm({ n: step.d, d: step.n }));
    if (inSteps?.kind !== 'ratio') return undefined;
    const [above, below] = [wholeText(sheet.domain, inSteps.n), wholeText(sheet.domain, inSteps.d)];
    return { above, below, isExact: inSteps.flags.size === 0 };
  };
  const againOf = (node: Node | undefined): Again | undefined => {
    const lines: string[] = [];
    const parameters = new Set<string>();
    const sheet = sheetOver(BIGINTS, () => lines);
    const scope = scopeApart(sheet, (variable) => {
      parameters.add(variable);
      const isPlain = plain.has(variable);
      return isPlain ? variable : sheet.hoist(`${variable}_n`, `BigInt(${variable})`);
    });
    const found = resultOn(sheet, scope, node);
    if (!found) return undefined;
    const { above, below } = found;
    return {
      name: names.fresh(`${node?.name ?? '总分'}_再算`),
      parameters: [...parameters],
      statements: lines,
      result: below === '1n' ? above : `(${above}) / (${below})`,
      alike: alikeOf(node, parameters),
    };
  };
  // Entries of a list that are all one figure, as budgets that do not change within a year, are one denominator;
  // and below a limit doubles then hold everything.
  const alikeOf = (
    node: Node | undefined,
    parameters: ReadonlySet<string>,
    largest = MOST_ALIKE,
  ): Alike | undefined => {
    const read = reads.filter(({ variable }) => parameters.has(variable));
    const firstOf = ({ input, entry, low }: FigureRead): FigureRead | undefined =>
      entry === undefined || low <= 0n ? undefined : read.find((each) => each.input === input);
    const conditions = read.flatMap((each) => {
      const first = firstOf(each);
      if (first && first !== each) return [`${each.variable} === ${first.variable}`];
      return each.high > largest ? [`${each.variable} <= ${largest}`] : [];
    });
    if (!conditions.some((each) => each.includes('==='))) return undefined;
    const lines: string[] = [];
    const sheet = sheetOver(DOUBLES, () => lines);
    const apart = scopeApart(sheet, (variable) => variable);
    const scope: FastScope = {
      ...apart,
      figure: (name, entry) => {
        const own = figureOf(name, entry);
        if (!own) return undefined;
        const { variable, low, high } = firstOf(own) ?? own;
        const n = { factor: 1n, text: variable, low, high: high > largest ? largest : high };
        const form = { kind: 'ratio', n, d: ONE_WHOLE, flags: NO_FLAGS } as const;
        return multiplyForms(sheet, form, constantForm(rational(1n, stepsOf(own))));
      },
    };
    const found = resultOn(sheet, scope, node);
    if (!found?.isExact || found.below !== '1')
      return largest > LEAST_ALIKE ? alikeOf(node, parameters, largest / 2n) : undefined;
    return { condition: conditions.join(' && '), statements: lines, result: found.above };
  };

  for (const node of framework.children) settle(node);
  if (framework.scored) settle(undefined);
  const further: string[] = [];
  statements = further;
  return { figures: reads, plain, scores, scope: doubles, further };
}

function mostOf(form: Form | undefined): bigint {
  if (form?.kind !== 'ratio') return MOST_SCORE;
  const { low, high } = form.n;
  return -low > high ? -low : high;
}

/** Figures up to so many steps, or to half of it as often as it takes, are scored in doubles where they have one denominator. */
const MOST_ALIKE = 2n ** 42n;
const LEAST_ALIKE = 2n ** 34n;

const ONE_WHOLE = { factor: 1n, text: '', low: 1n, high: 1n };

/** Scores that are worked out in fractions are refused beyond so many steps. */
export const MOST_SCORE = 2n ** 40n;

function fullPoints(node: Node): Rational {
  if (node.kind === 'indicator' || node.combine) return node.points;
  return node.children.map(fullPoints).reduce(add, ZERO);
}

function stepsOf({ input, entry }: FigureRead): bigint {
  if (input.kind === 'judged') return AWARD_STEPS;
  const { type } = input;
  return stepsPerUnit(entry !== undefined && type.kind === 'list' ? type.of : type);
}

/** The declared range in steps, as far as figures are scored in doubles. */
export function limitsOf(
  input: Input,
  type: Type | undefined,
): { readonly low: bigint; readonly high: bigint } {
  const range: Range | undefined = input.kind === 'value' ? input.range : undefined;
  const scale = rational(type ? stepsPerUnit(type) : AWARD_STEPS);
  const most = type ? mostSteps(type) : MOST_SCORE;
  const [low, high] = [range?.low, range?.high];
  const first =
    low && ceiling(multiply(low.value, scale)).n + openStep(low.open, multiply(low.value, scale));
  const last =
    high && floor(multiply(high.value, scale)).n - openStep(high.open, multiply(high.value, scale));
  if (input.kind === 'judged') return { low: 0n, high: floor(multiply(input.points, scale)).n };
  return {
    low: first === undefined || first < -most ? -most : first,
    high: last === undefined || last > most ? most : last,
  };
}

// An open end that is a whole number of steps is left out itself.
function openStep(open: boolean, end: Rational): bigint {
  return open && end.d === 1n ? 1n : 0n;
}
