// Tier tables. With fixed bounds the subject's range is cut at them and every piece is looked at; a
// table over words is checked word by word; anything else is proved as a decision list.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Words } from '../diagnostics/message.ts';
import type { Interpreter } from '../interpret/interpreter.ts';
import { rankingOf, remainingRanked } from '../interpret/ranked.ts';
import { tierCondition } from '../interpret/rows.ts';
import { holds as compares } from '../interpret/truth.ts';
import { limitsOf } from '../model/expression-parts.ts';
import type { Expression, TierMatch, TiersExpression } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { memberOf, multiplyRanges, point, pointOf } from '../types/range.ts';
import type { Type } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import { equality, neverFires, otherwiseFix, rowFindings } from './decision-rows.ts';
import { gapFixes } from './gap-fixes.ts';
import { regionsOf, stretchesOf } from './regions.ts';
import { showFigure, showStretch } from './show.ts';
import type { Finding, Study } from './study.ts';

/** What is wrong with a tier table under what the interpreter knows. */
export function tierFindings(
  study: Study,
  interpreter: Interpreter,
  tiers: TiersExpression,
): Finding[] {
  const subject = interpreter.value(tiers.subject);
  const limits = tiers.rows.map((row) =>
    limitsOf(row.match).map((limit) => interpreter.value(limit)),
  );
  if (subject.kind === 'enumeration')
    return wordFindings(interpreter, tiers, subject.possible, limits);
  const figures = limits.map((values) => values.map(figureOf));
  const isFixed = figures.every((row) => row.every((figure) => figure !== undefined));
  if ((subject.kind === 'number' || subject.kind === 'date') && isFixed)
    return figureFindings(interpreter, tiers, subject.range, figures);
  return rowFindings(study, interpreter, {
    rows: tiers.rows.map((row) => ({
      condition: tierCondition(tiers.subject, row),
      value: row.value,
      span: row.span,
      ordered: false,
    })),
    otherwise: tiers.otherwise,
    span: tiers.span,
    isCascade: (first, second) => isCascade(tiers.rows[first]?.match, tiers.rows[second]?.match),
  });
}

function figureOf(value: Value): Rational | undefined {
  return value.kind === 'number' || value.kind === 'date' ? pointOf(value.range) : undefined;
}

/** Two bounds of one direction: `>= 90%`, `>= 75%`. The first that holds is meant. */
function isCascade(first: TierMatch | undefined, second: TierMatch | undefined): boolean {
  const [one, other] = [directionOf(first), directionOf(second)];
  return one !== undefined && one === other;
}

function directionOf(match: TierMatch | undefined): '<' | '>' | undefined {
  if (match?.kind !== 'bounds' || match.bounds.length !== 1) return undefined;
  const operator = match.bounds[0]?.operator;
  if (operator === '<' || operator === '<=') return '<';
  return operator === '>' || operator === '>=' ? '>' : undefined;
}

function figureFindings(
  interpreter: Interpreter,
  tiers: TiersExpression,
  range: Range,
  limits: readonly (readonly Rational[])[],
): Finding[] {
  const regions = regionsOf(range, limits.flat());
  const holding = new Map(
    regions.map((region) => [region, rowsHolding(tiers, limits, memberOf(region))]),
  );
  const rowsOf = (region: Range) => holding.get(region) ?? [];
  const { span } = tiers;
  const type = notationOf(tiers);
  const found: Finding[] = [];
  if (tiers.otherwise === undefined)
    for (const stretch of stretchesOf(regions, (region) => rowsOf(region).length === 0)) {
      const facts = {
        value: showWitness(stretch.regions, type),
        stretch: stretchOf(stretch.whole, type),
      };
      const rest = otherwiseFix(tiers.rows.at(-1)?.span ?? span);
      const moves = gapFixes(tiers, limits, stretch.whole);
      found.push({
        key: `gap ${span.file} ${span.start} ${facts.value}`,
        quantifier: 'some',
        say: (under) =>
          diagnose(
            'tier-gap',
            span,
            { ...facts, under },
            moves.length > 0 ? { choices: [...moves, rest] } : { fix: rest },
          ),
      });
    }
  found.push(...overlapFindings(interpreter, tiers, regions, rowsOf));
  const firing = new Set(regions.map((region) => rowsOf(region)[0] ?? tiers.rows.length));
  tiers.rows.forEach((row, index) => {
    if (firing.has(index)) return;
    const covered = regions.filter((region) => rowsOf(region).includes(index));
    const earlier = new Set(covered.map((region) => (rowsOf(region)[0] ?? 0) + 1));
    found.push(
      neverFires(
        index + 1,
        row.span,
        [...earlier].sort((a, b) => a - b),
      ),
    );
  });
  if (tiers.otherwise !== undefined && !firing.has(tiers.rows.length))
    found.push(
      neverFires(
        'otherwise',
        tiers.otherwise.span,
        [...firing].map((index) => index + 1).sort((a, b) => a - b),
      ),
    );
  return found;
}

function overlapFindings(
  interpreter: Interpreter,
  tiers: TiersExpression,
  regions: readonly Range[],
  rowsOf: (region: Range) => readonly number[],
): Finding[] {
  const type = notationOf(tiers);
  return tiers.rows.flatMap((first, index) =>
    tiers.rows.flatMap((second, later): Finding[] => {
      if (later <= index || isCascade(first.match, second.match)) return [];
      // Only where the first of the two would fire: an earlier row that takes both settles it.
      const clash = (region: Range) =>
        rowsOf(region)[0] === index && rowsOf(region).includes(later);
      const [stretch] = stretchesOf(regions, clash);
      if (stretch === undefined) return [];
      const there = interpreter
        .assuming(tierCondition(tiers.subject, first), true)
        ?.assuming(tierCondition(tiers.subject, second), true);
      if (there?.truth(equality(first.value, second.value)).canBeFalse !== true) return [];
      const facts = {
        first: index + 1,
        second: later + 1,
        value: showWitness(stretch.regions, type),
        stretch: stretchOf(stretch.whole, type),
      };
      const { span } = second;
      const related = [{ span: first.span, note: { en: 'the other row', zh: '另一档' } }];
      return [
        {
          key: `overlap ${span.file} ${span.start} ${index}`,
          quantifier: 'some',
          say: (under) => diagnose('tier-overlap', span, { ...facts, under }, { related }),
        },
      ];
    }),
  );
}

// Figures are shown as the limits of the table are written: a quotient that is compared with 5% is a
// percentage to whoever wrote that.
function notationOf({ subject, rows }: TiersExpression): Type {
  if (subject.type.kind !== 'number') return subject.type;
  const written = rows
    .flatMap(({ match }) => limitsOf(match))
    .find(
      ({ kind, type }) => kind === 'constant' && type.kind === 'number' && type.unit.label !== '',
    );
  return written?.type ?? subject.type;
}

// The roundest figure of a stretch, in the unit in which the limits are written.
function showWitness(regions: readonly Range[], type: Type): string {
  const scale = type.kind === 'number' ? type.unit.scale : Q.ONE;
  const inUnit = (region: Range) =>
    memberOf(multiplyRanges(region, { ...point(Q.divide(Q.ONE, scale)), integer: true }));
  const [first, ...rest] = regions.map(inUnit);
  if (first === undefined) return '';
  const roundest = rest.reduce((best, figure) => (figure.d < best.d ? figure : best), first);
  return showFigure(Q.multiply(roundest, scale), type);
}

function stretchOf(whole: Range, type: Type): Words | undefined {
  return pointOf(whole) === undefined ? showStretch(whole, type) : undefined;
}

/** The rows that hold for a figure, by their places. */
export function rowsHolding(
  tiers: TiersExpression,
  limits: readonly (readonly Rational[])[],
  value: Rational,
): number[] {
  return tiers.rows.flatMap((row, index) => {
    const figures = limits[index] ?? [];
    const holds =
      row.match.kind === 'values'
        ? figures.some((figure) => Q.equal(figure, value))
        : row.match.bounds.every(({ operator }, place) =>
            compares(operator, Q.compare(value, figures[place] ?? value)),
          );
    return holds ? [index] : [];
  });
}

// The words that a row names, or that compare with its limits as it says.
function wordsOf(
  subject: Expression,
  match: TierMatch,
  limits: readonly Value[],
  possible: ReadonlySet<string>,
): ReadonlySet<string> {
  const sets = limits.map((value) =>
    value.kind === 'enumeration' ? value.possible : new Set<string>(),
  );
  if (match.kind === 'values') return new Set(sets.flatMap((set) => [...set]));
  const ranking = rankingOf(subject, ...match.bounds.map(({ limit }) => limit));
  return match.bounds.reduce<ReadonlySet<string>>(
    (words, { operator }, index) =>
      ranking ? remainingRanked(operator, words, sets[index] ?? new Set(), ranking) : words,
    possible,
  );
}

function wordFindings(
  interpreter: Interpreter,
  tiers: TiersExpression,
  possible: ReadonlySet<string>,
  limits: readonly (readonly Value[])[],
): Finding[] {
  const words = tiers.rows.map((row, index) =>
    wordsOf(tiers.subject, row.match, limits[index] ?? [], possible),
  );
  const rowsOf = (word: string) => words.flatMap((row, index) => (row.has(word) ? [index] : []));
  const found: Finding[] = [];
  const { span } = tiers;
  const say = (word: string) => ({ value: `“${word}”`, stretch: undefined });
  for (const word of possible) {
    const [first, second] = rowsOf(word);
    if (first === undefined && tiers.otherwise === undefined)
      found.push({
        key: `gap ${span.file} ${span.start} ${word}`,
        quantifier: 'some',
        say: (under) => diagnose('tier-gap', span, { ...say(word), under }),
      });
    const [one, other] = [tiers.rows[first ?? -1], tiers.rows[second ?? -1]];
    if (first === undefined || second === undefined || !one || !other) continue;
    if (isCascade(one.match, other.match)) continue;
    if (!interpreter.truth(equality(one.value, other.value)).canBeFalse) continue;
    found.push({
      key: `overlap ${other.span.file} ${other.span.start} ${word}`,
      quantifier: 'some',
      say: (under) =>
        diagnose('tier-overlap', other.span, {
          first: first + 1,
          second: second + 1,
          ...say(word),
          under,
        }),
    });
  }
  const firing = new Set([...possible].map((word) => rowsOf(word)[0] ?? tiers.rows.length));
  tiers.rows.forEach((row, index) => {
    if (firing.has(index)) return;
    const earlier = [...(words[index] ?? [])].flatMap((word) =>
      rowsOf(word).filter((other) => other < index),
    );
    found.push(
      neverFires(
        index + 1,
        row.span,
        [...new Set(earlier)].map((other) => other + 1),
      ),
    );
  });
  if (tiers.otherwise !== undefined && !firing.has(tiers.rows.length))
    found.push(
      neverFires(
        'otherwise',
        tiers.otherwise.span,
        tiers.rows.map((_, index) => index + 1),
      ),
    );
  return found;
}
