// Scores for programs. Every figure is text, so that nothing is rounded on its way: a decimal such as
// "96.76", or a fraction such as "5/3" where no decimal ends. An irrational score is {"irrational",
// "approximately"}. While inputs are missing a score is {"low", "high"}; an end without limit is null.
// Rounded scores keep their decimals: "96.40". The shape only ever grows.
import { nearFigure } from '../types/enclosure.ts';
import { UNKNOWN_DEPARTMENT } from '../model/reads.ts';
import type { CheckResult, IndicatorScore, ItemScore, NodeScore } from '../model/sheet.ts';
import { decimalsOf, formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { divide, ONE, rational } from '../number/rational.ts';
import { round } from '../number/rounding.ts';
import { multiplyRanges, point, pointOf } from '../types/range.ts';
import type { Range } from '../types/range.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Framework } from '../model/framework.ts';
import { PLAIN } from '../types/unit.ts';
import { shownUnit } from './ratio.ts';
import { reasonsOf } from './reason.ts';
import type { Scored } from './scored.ts';
import { formulaOf, indicatorScores, judgedInputs, lossOf } from './scored.ts';
import { stepTexts } from './step.ts';

/** An exact score, one that no fraction equals, or the two ends between which it lies. */
export type ScoreJson =
  | string
  | { readonly irrational: true; readonly approximately: string }
  | { readonly low: string | null; readonly high: string | null };

export interface ScoresJson {
  readonly ruleset: {
    readonly name: string;
    readonly year: string;
    readonly hash: string;
    readonly files: readonly string[];
  };
  /** The departments that were compared, where any were. */
  readonly cohort?: { readonly departments: readonly string[]; readonly hash: string };
  readonly results: readonly ResultJson[];
}

interface ResultJson {
  readonly department: string;
  readonly year: string;
  readonly hash: string;
  readonly total: ScoreJson;
  /** The total before vetoes and exemptions struck it. */
  readonly standing: ScoreJson;
  /** Null without grades; a list, best first, while several are possible. */
  readonly grade: string | readonly string[] | null;
  readonly indicators: readonly IndicatorJson[];
  readonly groups: readonly GroupJson[];
  /** Whether the department was compared with others, and whether their data were known. */
  readonly cohort: 'not-needed' | 'unknown' | 'known';
  readonly missing: readonly {
    readonly name: string;
    /** Only for an input of another department: its name, or null where that may be any. */
    readonly department?: string | null;
    readonly decides: string | null;
    readonly indicators: readonly (readonly string[])[];
  }[];
  readonly checks: readonly CheckJson[];
  readonly coverage: {
    readonly computed: string;
    readonly judged: string;
    readonly assumed: string;
    readonly missing: string;
  };
  readonly defaulted: readonly string[];
  /** What was chosen for each option of the ruleset. */
  readonly options: Readonly<Record<string, string>>;
}

interface CheckJson {
  readonly name: string;
  readonly outcome: CheckResult['outcome'];
  /** How far two figures that are compared lie apart, in `unit`; null for other checks. */
  readonly difference: ScoreJson | null;
  readonly unit: string | null;
}

interface PartJson {
  readonly path: readonly string[];
  readonly name: string;
  readonly points: ScoreJson;
  readonly score: ScoreJson;
  readonly standing: ScoreJson;
}

interface GroupJson extends PartJson {
  readonly kind: 'counted' | 'bonus' | 'penalty';
  readonly applicability: IndicatorScore['applicability'];
}

interface IndicatorJson extends PartJson {
  readonly deducted: ScoreJson;
  readonly applicability: IndicatorScore['applicability'];
  /** Why points were lost, in the report's language. */
  readonly why: readonly string[];
  readonly items: readonly ItemJson[];
  /** What happened after the items were added up, in the report's language. */
  readonly steps: readonly string[];
}

interface ItemJson extends Omit<PartJson, 'path'> {
  readonly applicability: IndicatorScore['applicability'];
  readonly steps: readonly string[];
}

/** The results of scoring one or more departments under one ruleset. */
export function scoresJson(
  framework: Framework,
  results: readonly Scored[],
  language: Language,
): ScoresJson {
  const { name, period, hash, files } = framework;
  const compared = results
    .map(({ sheet }) => sheet.cohort)
    .find((each) => typeof each !== 'string');
  return {
    ruleset: { name, year: period, hash, files },
    ...(typeof compared === 'object' && {
      cohort: { departments: compared.names, hash: compared.hash },
    }),
    results: results.map((scored) => resultJson(scored, language)),
  };
}

function resultJson(scored: Scored, language: Language): ResultJson {
  const { sheet, framework, options } = scored;
  const decimals = roundedDecimals(framework);
  const grades = sheet.grades.length === 1 ? (sheet.grades[0] ?? null) : sheet.grades;
  const { computed, judged, assumed, missing } = sheet.coverage;
  const chosen = framework.options.map((option): [string, string] => [
    option.name,
    options.get(option.name) ?? option.chosen,
  ]);
  return {
    department: sheet.departmentName,
    year: sheet.departmentYear,
    hash: sheet.departmentHash,
    total: scoreJson(sheet.total, decimals),
    standing: scoreJson(sheet.standingTotal, decimals),
    grade: sheet.grades.length === 0 ? null : grades,
    indicators: indicatorScores(sheet.children).map((score) =>
      indicatorJson(score, scored, language),
    ),
    groups: groupsJson(sheet.children, decimals),
    cohort: typeof sheet.cohort === 'string' ? sheet.cohort : 'known',
    missing: sheet.missing.map(({ name, department, decides, indicators }) => ({
      name,
      ...(department !== undefined && {
        department: department === UNKNOWN_DEPARTMENT ? null : department,
      }),
      decides: decides ? formatExact(decides) : null,
      indicators,
    })),
    checks: sheet.checks.map((result) => checkJson(result, framework)),
    coverage: {
      computed: formatExact(computed),
      judged: formatExact(judged),
      assumed: formatExact(assumed),
      missing: formatExact(missing),
    },
    defaulted: sheet.defaulted,
    // `fromEntries` defines properties, so a name like `__proto__` is one like any other.
    options: Object.fromEntries(chosen),
  };
}

// Rounded scores are written with the decimals they were rounded to, as score sheets publish them.
function roundedDecimals({ roundings }: Framework): number {
  const rounding = roundings.indicators ?? roundings.total;
  return rounding === undefined ? 0 : (decimalsOf(rounding.step) ?? 0);
}

function checkJson({ check, outcome, difference }: CheckResult, { lets }: Framework): CheckJson {
  const { name, condition } = check;
  if (!difference || condition.kind !== 'compare')
    return { name, outcome, difference: null, unit: null };
  const unit = shownUnit(condition.left, lets) ?? PLAIN;
  const written = multiplyRanges(difference, point(divide(ONE, unit.scale)));
  return { name, outcome, difference: scoreJson(written), unit: unit.label };
}

function indicatorJson(score: IndicatorScore, scored: Scored, language: Language): IndicatorJson {
  const { indicator, points } = score;
  const decimals = roundedDecimals(scored.framework);
  const wording = { language, lets: scored.framework.lets };
  const judged = judgedInputs(scored.framework);
  return {
    path: indicator.path,
    name: indicator.name,
    points: scoreJson(points),
    score: scoreJson(score.score, decimals),
    standing: scoreJson(score.standing, decimals),
    deducted: scoreJson(lossOf(score, scored.sheet), decimals),
    applicability: score.applicability,
    why: reasonsOf(score, scored, { wording, judged }),
    items: score.items.map((item) => itemJson(item, scored, language)),
    steps: stepTexts(score.steps, undefined, wording, judged),
  };
}

function itemJson(score: ItemScore, { framework }: Scored, language: Language): ItemJson {
  const { item } = score;
  return {
    name: item.name,
    points: scoreJson(score.points),
    applicability: score.applicability,
    score: scoreJson(score.score),
    standing: scoreJson(score.standing),
    steps: stepTexts(
      score.steps,
      formulaOf(item),
      { language, lets: framework.lets },
      judgedInputs(framework),
    ),
  };
}

function groupsJson(nodes: readonly NodeScore[], decimals: number): GroupJson[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'indicator') return [];
    const { group, points, score, standing } = node;
    const own: GroupJson = {
      path: group.path,
      name: group.name,
      kind: group.standing,
      applicability: node.applicability,
      points: scoreJson(points),
      score: scoreJson(score, decimals),
      standing: scoreJson(standing, decimals),
    };
    return [own, ...groupsJson(node.children, decimals)];
  });
}

const IRRATIONAL_STEP = rational(1n, 10n ** 40n);

// Forty decimals of a figure that has endlessly many, cut half up.
function decimalDigits(value: Rational): string {
  return formatExact(round(value, { step: IRRATIONAL_STEP, mode: 'half-up' }));
}

/** A range of points for programs. */
export function scoreJson(range: Range, decimals = 0): ScoreJson {
  const known = pointOf(range);
  if (known) return formatExact(known, decimals);
  const near = nearFigure(range);
  if (near) return { irrational: true, approximately: decimalDigits(near) };
  const end = (value: Rational | undefined) => (value ? formatExact(value, decimals) : null);
  return { low: end(range.low?.value), high: end(range.high?.value) };
}
