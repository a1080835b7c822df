// Two rulesets side by side: their trees of points, the rules that differ, and every department scored by
// both. A department's data are read for each as far as it understands them; the rest is unknown there.
import type { Language } from '../../src/diagnostics/diagnose.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { NodeScore } from '../../src/model/sheet.ts';
import { formatExact } from '../../src/number/decimal.ts';
import * as Q from '../../src/number/rational.ts';
import { citationText } from '../../src/report/explain-data.ts';
import { roundingText } from '../../src/report/expression.ts';
import { indicatorScores } from '../../src/report/scored.ts';
import type { Range } from '../../src/types/range.ts';
import { point, sameRange, subtractRanges } from '../../src/types/range.ts';
import { PLAIN } from '../../src/types/unit.ts';
import type {
  ComparedDepartment,
  ComparedPart,
  ComparedScore,
  ComparedSide,
  ComparisonView,
  TextPair,
} from '../answers.ts';
import type { CompareWords } from './compare-words.ts';
import { compareWords } from './compare-words.ts';
import { matchParts } from './match-parts.ts';
import type { Pair, Part } from './match-parts.ts';
import { keyOf } from './part-views.ts';
import { placeView } from './places.ts';
import { pairsOf, ruleDifferences } from './rule-texts.ts';
import type { Side } from './rule-texts.ts';
import type { ScoredMember } from './score-members.ts';
import { scoreView, signedText } from './scores.ts';

/** One ruleset with the departments scored by it; none where it leaves terms open. */
export interface ComparedRuleset extends Side {
  readonly file: string;
  readonly members: readonly ScoredMember[];
}

const DECIMALS = 2;

export function comparisonView(
  left: ComparedRuleset,
  right: ComparedRuleset,
  language: Language,
): ComparisonView {
  const words = compareWords[language];
  const pairs = matchParts(left.framework, right.framework);
  const inputsOf = ({ framework }: Side) => new Set(framework.inputs.map(({ name }) => name));
  const [known, other] = [inputsOf(left), inputsOf(right)];
  return {
    kind: 'comparison',
    left: nameOf(left),
    right: nameOf(right),
    parts: pairs.map((pair) => partView(pair, [left, right], words)),
    inputs: {
      left: [...known].filter((name) => !other.has(name)),
      right: [...other].filter((name) => !known.has(name)),
    },
    heads: headPairs(left.framework, right.framework, words, language),
    departments: departmentViews(left, right, pairs, words),
  };
}

function nameOf({ file, framework }: ComparedRuleset): ComparisonView['left'] {
  return { file, name: framework.name, period: framework.period };
}

function partView(pair: Pair, sides: readonly [Side, Side], words: CompareWords): ComparedPart {
  const { kind, left, right } = pair;
  const rules = ruleDifferences(pair, sides, words);
  const hasOther = left !== undefined && right !== undefined && !Q.equal(left.points, right.points);
  const differs: ComparedPart['differs'] =
    left === undefined
      ? 'right-only'
      : right === undefined
        ? 'left-only'
        : hasOther
          ? rules.length > 0
            ? 'both'
            : 'points'
          : rules.length > 0
            ? 'rule'
            : 'no';
  return {
    kind,
    name: (left ?? right)?.name ?? '',
    left: left && sideView(left, sides[0]),
    right: right && sideView(right, sides[1]),
    differs,
    change: left && right ? signedText(point(left.points), point(right.points)) : '',
    rules,
    children: pair.children.map((child) => partView(child, sides, words)),
  };
}

function sideView({ path, points, nameSpan }: Part, { sources }: Side): ComparedSide {
  return { path, points: formatExact(points), place: placeView(nameSpan, sources) };
}

function headPairs(
  left: Framework,
  right: Framework,
  words: CompareWords,
  language: Language,
): TextPair[] {
  const headsOf = ({ total, grades, roundings, options, source }: Framework) =>
    new Map([
      [words.total, formatExact(total)],
      [words.source, citationText(source)],
      ...(roundings.indicators
        ? [[words.rounding, roundingText(roundings.indicators, PLAIN, language)] as const]
        : []),
      ...grades.map(
        ({ name, from, exclusive }) =>
          [words.grade(name), `${exclusive ? '>' : '≥'} ${formatExact(from)}`] as const,
      ),
      ...options.map(({ name, chosen }) => [words.option(name), chosen] as const),
    ]);
  return pairsOf(headsOf(left), headsOf(right));
}

function departmentViews(
  left: ComparedRuleset,
  right: ComparedRuleset,
  pairs: readonly Pair[],
  words: CompareWords,
): ComparedDepartment[] {
  const indicators = indicatorPairs(pairs);
  const keyOfMember = ({ member }: ScoredMember) => `${member.file} ${member.member ?? ''}`;
  const others = new Map(right.members.map((member) => [keyOfMember(member), member]));
  return left.members.map((own): ComparedDepartment => {
    const other = others.get(keyOfMember(own));
    const department = own.member.department ?? other?.member.department;
    const [a, b] = [own.sheet, other?.sheet];
    const isBoth = a && b && left.framework.scored && right.framework.scored;
    return {
      name: department?.name ?? own.member.path,
      year: department?.year ?? '',
      left: a && totalOf(a, left.framework),
      right: b && totalOf(b, right.framework),
      indicators: a && b ? scoreDifferences(indicators, a.children, b.children) : [],
      change: isBoth ? signedText(a.total, b.total, DECIMALS) : '',
      notes: [
        ...(department ? [] : [words.unreadable]),
        ...[own, other].flatMap((each) => (each?.hindrance === undefined ? [] : [each.hindrance])),
        ...leftNotes(own, left.framework, words),
        ...(other ? leftNotes(other, right.framework, words) : []),
      ],
    };
  });
}

// What of the data a ruleset has no use for.
function leftNotes({ member }: ScoredMember, { name }: Framework, words: CompareWords): string[] {
  const { left, unfit } = member;
  return [
    ...(left.length > 0 ? [words.left(name, left)] : []),
    ...(unfit.length > 0 ? [words.unfit(name, unfit)] : []),
  ];
}

function totalOf(
  { total, grades }: { readonly total: Range; readonly grades: readonly string[] },
  { scored }: Framework,
) {
  return { total: scored ? scoreView(total, DECIMALS) : undefined, grades };
}

function indicatorPairs(pairs: readonly Pair[]): Pair[] {
  return pairs.flatMap((pair) =>
    pair.kind === 'indicator' ? [pair] : indicatorPairs(pair.children),
  );
}

// The largest difference first, by the middle of what it may be.
function scoreDifferences(
  pairs: readonly Pair[],
  left: readonly NodeScore[],
  right: readonly NodeScore[],
): ComparedScore[] {
  const scoresOf = (nodes: readonly NodeScore[]) =>
    new Map(indicatorScores(nodes).map(({ indicator, score }) => [keyOf(indicator.path), score]));
  const [lefts, rights] = [scoresOf(left), scoresOf(right)];
  const nothing = point(Q.ZERO);
  return pairs
    .flatMap(({ left: a, right: b }): ComparedScore[] => {
      const [own, other] = [a && lefts.get(keyOf(a.path)), b && rights.get(keyOf(b.path))];
      if (sameRange(own ?? nothing, other ?? nothing)) return [];
      const difference = scoreView(subtractRanges(other ?? nothing, own ?? nothing), DECIMALS);
      return [
        {
          name: (a ?? b)?.name ?? '',
          left: own && scoreView(own, DECIMALS),
          right: other && scoreView(other, DECIMALS),
          difference,
        },
      ];
    })
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}

function sizeOf({ difference: { low, high } }: ComparedScore): number {
  return Math.abs(low + high) / 2;
}
