// The range of an item's score over everything the inputs may be: it must stay within 0 and the
// points unless the author says otherwise, and nothing on the way may divide by 0.
import { isSingle, nearFigure } from '../types/enclosure.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import type { Under } from '../diagnostics/coverage-facts.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Problem } from '../interpret/interpreter.ts';
import {
  deductionExpression,
  limitedExpression,
  ruleExpression,
} from '../interpret/rule-expression.ts';
import type { Expression } from '../model/expression.ts';
import type { Caps, Item } from '../model/framework.ts';
import { formatApproximate, formatExact } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { intersect } from '../types/range.ts';
import type { Span } from '../text/span.ts';
import { readingOf } from './reading.ts';
import type { Finding, Study } from './study.ts';
import { limitsIn, offerRule } from './sums.ts';
import type { Limits } from './sums.ts';
import { findProblems, findWitness } from './witness.ts';

/** The ends of a range that lie outside 0 and the points. */
export interface Outside {
  readonly side: 'above' | 'below' | 'both';
  readonly low: string | undefined;
  readonly high: string | undefined;
}

/** How a score leaves 0..points where its limits do not say that it may; undefined where it stays. */
export function outside(range: Range, points: Rational, caps: Caps): Outside | undefined {
  if (caps.uncapped) return undefined;
  const below = !caps.atLeast && (range.low === undefined || Q.signOf(range.low.value) < 0);
  const above =
    !caps.atMost && (range.high === undefined || Q.compare(range.high.value, points) > 0);
  if (!below && !above) return undefined;
  return {
    side: below && above ? 'both' : below ? 'below' : 'above',
    low: below && range.low ? formatApproximate(range.low.value, 4) : undefined,
    high: above && range.high ? formatApproximate(range.high.value, 4) : undefined,
  };
}

/** The mends that an author can choose from: a limit, or saying that none is meant. */
export function limitFixes(side: Outside['side'], points: Rational, after: Span): Fix[] {
  const place = { file: after.file, start: after.end, end: after.end };
  const edit = (text: string) => [{ span: place, text: ` ${text}` }];
  const most = `at most ${formatExact(points)}`;
  const text = side === 'above' ? most : side === 'below' ? 'at least 0' : `at least 0 ${most}`;
  const zh =
    side === 'above'
      ? `至多 ${formatExact(points)} 分`
      : side === 'below'
        ? '至少 0 分'
        : `限于 0 至 ${formatExact(points)} 分`;
  return [
    { title: { en: `Limit the score: ${text}`, zh }, edits: edit(text) },
    {
      title: { en: 'Say that the score may leave its points: uncapped', zh: '写明不封顶' },
      edits: edit('uncapped'),
    },
  ];
}

/** What is wrong with an item's rule under a study. */
export function itemFindings(study: Study, item: Item): Finding[] {
  const rule = ruleExpression(item);
  const limited = limitedExpression(rule, item.caps, undefined);
  const { interpreter } = study;
  const problems = study.problemsOf(() => {
    offerRule(study, item, interpreter.range(limited));
  });
  if (problems.length > 0) return problemFindings(study, problems, limited);
  const negative = deductionFindings(study, item);
  if (negative.length > 0) return negative;
  const found = limitFindings(study, item, interpreter.range(rule));
  const range = interpreter.range(limited);
  const leaving = outside(range, item.points, item.caps);
  if (leaving === undefined) return found;
  const stays = {
    low: { value: Q.ZERO, open: false },
    high: { value: item.points, open: false },
    integer: false,
  };
  const witness = findWitness(study, [limited], (concrete) => {
    const score = concrete.range(limited);
    const leaves = isSingle(score) && intersect(stays, score) === undefined;
    return leaves ? nearFigure(score) : undefined;
  });
  const facts = {
    name: item.name,
    points: formatExact(item.points),
    ...leaving,
    causes: [...readingOf([rule], study.framework).inputs],
    witness: witness?.givens,
    score: witness && formatApproximate(witness.found, 4),
  };
  const choices = limitFixes(leaving.side, item.points, item.rule.span);
  return [
    ...found,
    {
      key: `range ${item.path.join('/')}`,
      quantifier: 'some',
      say: (under) =>
        diagnose('score-leaves-range', item.rule.span, { ...facts, under }, { choices }),
    },
  ];
}

function deductionFindings(study: Study, item: Item): Finding[] {
  if (item.rule.kind !== 'deduct') return [];
  return item.rule.deductions.flatMap((deduction): Finding[] => {
    const taken = deductionExpression(deduction);
    const { low } = study.interpreter.range(taken);
    if (low && Q.signOf(low.value) >= 0) return [];
    const witness = findWitness(study, [taken], (concrete) => {
      const figure = nearFigure(concrete.range(taken));
      return figure && Q.signOf(figure) < 0 ? figure : undefined;
    });
    const facts = { low: low && formatApproximate(low.value, 4), witness: witness?.givens };
    return [
      {
        key: `negative ${deduction.span.file} ${deduction.span.start}`,
        quantifier: 'some',
        say: (under) => diagnose('deduction-negative', deduction.span, { ...facts, under }),
      },
    ];
  });
}

/** Something with points and limits: an item, an indicator, a group or the total. */
export interface Limited {
  readonly name: string;
  readonly points: Rational;
  readonly caps: Caps;
  readonly nameSpan: Span;
}

/** Limits that lie beyond everything that the score can be without them. */
export function limitFindings(
  study: Study,
  { name, points, caps, nameSpan }: Limited,
  range: Range,
  limits: Limits = limitsIn(study, caps),
): Finding[] {
  const found: Finding[] = [];
  const add = (limit: 'at-most' | 'at-least' | 'uncapped', span: Span) =>
    found.push({
      key: `limit ${limit} ${span.file} ${span.start}`,
      quantifier: 'every',
      say: () => diagnose('limit-never-acts', span, { name, limit }),
    });
  // A limit that lies beyond the points lets the score go there: where it is reached, it is needed.
  const isNeeded = (limit: 'atMost' | 'atLeast', end: Rational | undefined, at?: Rational) =>
    end !== undefined &&
    at !== undefined &&
    Q.equal(end, at) &&
    outside(range, points, { ...caps, [limit]: undefined }) !== undefined;
  if (caps.atMost) {
    const [end, at] = [range.high?.value, limits.atMost?.low?.value];
    if (isWithin(end, at, -1) && !isNeeded('atMost', end, at)) add('at-most', caps.atMost.span);
  }
  if (caps.atLeast) {
    const [end, at] = [range.low?.value, limits.atLeast?.high?.value];
    if (isWithin(end, at, 1) && !isNeeded('atLeast', end, at)) add('at-least', caps.atLeast.span);
  }
  if (caps.uncapped && outside(range, points, { ...caps, uncapped: false }) === undefined)
    add('uncapped', nameSpan);
  return found;
}

function isWithin(end: Rational | undefined, limit: Rational | undefined, side: 1 | -1): boolean {
  return end !== undefined && limit !== undefined && Q.compare(end, limit) * side >= 0;
}

/** Whether an input is a figure that could be declared above 0 and is not. */
function isRaisable({ inputs }: Study['framework'], name: string): boolean {
  const input = inputs.find((each) => each.name === name);
  if (input?.kind !== 'value' || input.type.kind !== 'number') return false;
  const { low } = input.range;
  const order = low === undefined ? -1 : Q.signOf(low.value);
  return order < 0 || (order === 0 && low?.open !== true);
}

/** Divisions and empty aggregates that evaluating an expression may meet. */
export function problemFindings(
  study: Study,
  problems: readonly Problem[],
  whole: Expression,
): Finding[] {
  const seen = new Map<Problem['kind'], Set<Expression>>();
  const different = problems.filter(({ expression, kind }) => {
    const known = seen.get(kind) ?? new Set();
    seen.set(kind, known);
    return !known.has(expression) && known.add(expression);
  });
  if (different.length === 0) return [];
  const witnesses = findProblems(study, whole, different);
  return different.flatMap((problem): Finding[] => {
    const { expression } = problem;
    const witness = witnesses.get(problem);
    const { file, start } = expression.span;
    const key = `${problem.kind} ${file} ${start}`;
    if (problem.kind === 'root-of-negative' || problem.kind === 'growth-base') {
      const base = problem.expression.arguments[problem.kind === 'growth-base' ? 1 : 0];
      const { kind } = problem;
      if (base === undefined) return [];
      const causes = [...readingOf([base], study.framework).inputs];
      const say = (under: Under['under']) => diagnose(kind, base.span, { witness, causes, under });
      return [{ key, quantifier: 'some', say }];
    }
    const divisor =
      expression.kind === 'arithmetic'
        ? expression.right
        : expression.kind === 'call'
          ? expression.arguments[0]
          : undefined;
    if (problem.kind === 'division-by-zero' && divisor) {
      const read = readingOf([divisor], study.framework).inputs;
      const causes = [...read].filter((name) => isRaisable(study.framework, name));
      return [
        {
          key,
          quantifier: 'some',
          say: (under) => diagnose('division-by-zero', divisor.span, { witness, causes, under }),
        },
      ];
    }
    if (expression.kind !== 'aggregate') return [];
    const { function: name, over, where, without } = expression;
    const facts = {
      witness,
      function: name,
      over: over.kind === 'cohort' ? ('cohort' as const) : ('list' as const),
      trimmed: without !== undefined,
      filtered: where !== undefined,
    };
    const note = { en: 'what it looks at', zh: '这里的筛选条件' };
    const related = where ? [{ span: where.span, note }] : [];
    const at = without?.highest ?? without?.lowest ?? expression;
    return [
      {
        key,
        quantifier: 'some',
        say: (under) =>
          problem.kind === 'trimming-negative'
            ? diagnose('trimming-negative', at.span, { witness, under })
            : diagnose('possibly-empty', expression.span, { ...facts, under }, { related }),
      },
    ];
  });
}
