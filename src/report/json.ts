// Scores for programs. Every figure is text, so that nothing is rounded on its way: a decimal such as
// "96.76", or a fraction such as "5/3" where no decimal ends. An irrational score is {"irrational",
// "approximately"}. While inputs are missing a score is {"low", "high"}; an end without limit is null.
// Rounded scores keep their decimals: "96.40". The shape only ever grows.
import { UNKNOWN_DEPARTMENT } from '../model/reads.ts';
import type {
  CheckResult,
  IndicatorScore,
  ItemScore,
  MissingInput,
  NodeScore,
  OpenRow,
  ScoreSheet,
} from '../model/sheet.ts';
import { decimalsOf, formatExact } from '../number/decimal.ts';
import { divide, ONE } from '../number/rational.ts';
import { multiplyRanges, point } from '../types/range.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Framework } from '../model/framework.ts';
import { PLAIN } from '../types/unit.ts';
import type {
  CheckJson,
  GradeStrikeJson,
  GroupJson,
  IndicatorJson,
  ItemJson,
  OpenRowJson,
  ResultJson,
  ScoresJson,
} from './json-shape.ts';
import { outputJson } from './output-json.ts';
import { forgoneText } from './outputs.ts';
import { shownUnit } from './ratio.ts';
import { reasonsOf } from './reason.ts';
import { scoreJson } from './score-json.ts';
import type { Scored } from './scored.ts';
import { formulaOf, indicatorScores, judgedInputs, lossOf, stillMatters } from './scored.ts';
import { stepTexts } from './step.ts';

export type { ScoresJson } from './json-shape.ts';

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
    total: framework.scored ? scoreJson(sheet.total, decimals) : null,
    standing: framework.scored ? scoreJson(sheet.standingTotal, decimals) : null,
    grade: sheet.grades.length === 0 ? null : grades,
    forgone: sheet.forgone.map((each) => ({
      grade: each.grade.name,
      certain: each.certainty === 'certain',
      why: forgoneText(each, { language, lets: framework.lets }),
    })),
    outputs: sheet.outputs.map((output) => outputJson(output, scored, language)),
    indicators: indicatorScores(sheet.children).map((score) =>
      indicatorJson(score, scored, language),
    ),
    groups: groupsJson(sheet.children, scored, language),
    steps: stepTexts(
      sheet.totalSteps,
      framework.combine,
      { language, lets: framework.lets },
      judgedInputs(framework),
    ),
    cohort: typeof sheet.cohort === 'string' ? sheet.cohort : 'known',
    missing: sheet.missing.filter(stillMatters).map((each) => ({
      ...ownerJson(each),
      decides: each.decides ? formatExact(each.decides) : null,
      indicators: each.indicators,
      ...(each.outputs.length > 0 && { outputs: each.outputs }),
      ...(each.decidesGrade && { decidesGrade: true }),
      rows: each.rows.map(openRowJson),
    })),
    undecisive: sheet.missing.filter((each) => !stillMatters(each)).map(ownerJson),
    refusedAwards: sheet.refused.map(({ input, award, rows }) => ({
      name: input,
      award: formatExact(award),
      rows: rows.map(({ number, allowed }) => ({ row: number, allowed: scoreJson(allowed) })),
    })),
    gradeStrikes: gradeStrikesJson(sheet),
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

function ownerJson({ name, department }: MissingInput) {
  if (department === undefined) return { name };
  return { name, department: department === UNKNOWN_DEPARTMENT ? null : department };
}

function openRowJson({ row, why }: OpenRow): OpenRowJson {
  const sides = why.kind === 'not-given' ? [] : [why.target, why.actual];
  return {
    row: row ?? null,
    why: why.kind,
    fields: why.kind === 'not-given' ? [why.field] : sides.map(({ name }) => name),
    texts: sides.map(({ text }) => text),
  };
}

function gradeStrikesJson({ ceilings, gradeDowns }: ScoreSheet): GradeStrikeJson[] {
  return [
    ...gradeDowns.map(({ down, bands, certainty, overruled }) => ({
      about: down.about,
      certainty,
      overruled,
      atMost: null,
      down: scoreJson(bands),
    })),
    ...ceilings.map(({ ceiling, certainty, overruled }) => ({
      about: ceiling.about,
      certainty,
      overruled,
      atMost: ceiling.grade,
      down: null,
    })),
  ];
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
    steps: stepTexts(score.steps, indicator.combine, wording, judged),
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

function groupsJson(nodes: readonly NodeScore[], scored: Scored, language: Language): GroupJson[] {
  const { framework } = scored;
  const decimals = roundedDecimals(framework);
  const wording = { language, lets: framework.lets };
  return nodes.flatMap((node) => {
    if (node.kind === 'indicator') return [];
    const { group, points, score, standing, steps } = node;
    const own: GroupJson = {
      path: group.path,
      name: group.name,
      kind: group.standing,
      applicability: node.applicability,
      points: scoreJson(points),
      score: scoreJson(score, decimals),
      standing: scoreJson(standing, decimals),
      steps: stepTexts(steps, group.combine, wording, judgedInputs(framework)),
    };
    return [own, ...groupsJson(node.children, scored, language)];
  });
}
