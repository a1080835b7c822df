// Why a group or the total has the score it has: what its parts came to, the sum or the rule that made
// one score of them, and what happened to that. Data in, lines of text out.
import type { Language } from '../diagnostics/diagnose.ts';
import type { GroupScore, NodeScore } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import { point, pointOf, sameRange, subtractRanges } from '../types/range.ts';
import { absentRows, isAbsent } from './absent.ts';
import type { ExplanationSettings } from './explain-data.ts';
import { dataLines, ruleLines } from './explain-data.ts';
import { explanationWords } from './explanation-words.ts';
import { booleanText, pointsText, scoreText } from './figure.ts';
import { hang } from './layout.ts';
import { forgoneText } from './outputs.ts';
import type { Scored } from './scored.ts';
import { judgedInputs } from './scored.ts';
import { gradeLimitTexts } from './sheet-notes.ts';
import { stepWords } from './step-words.ts';
import { stepTexts } from './step.ts';
import { equals } from './working.ts';

/** One group. */
export function explainGroup(
  score: GroupScore,
  scored: Scored,
  settings: ExplanationSettings,
): string[] {
  const { paint, width, language } = settings;
  const { group, children } = score;
  const wording = { language, lets: scored.framework.lets };
  return [
    paint.strong(group.path.join(' / ')),
    ...hang('  ', verdict(score, language), width).map(paint.strong),
    ...(group.about === undefined ? [] : hang('  ', group.about, width).map(paint.faint)),
    ...hang(
      '  ',
      group.combine ? partsText(children, language) : addedText(score, language),
      width,
    ),
    ...stepTexts(score.steps, group.combine, wording, judgedInputs(scored.framework)).flatMap(
      (text) => hang('  · ', text, width),
    ),
    ...dataLines(score.reads, scored, settings),
    ...ruleLines(group.source ?? scored.framework.source, group.origins, settings),
  ];
}

/** What a rule combines, part by part, each with its points. */
export function partsText(children: readonly NodeScore[], language: Language): string {
  const words = explanationWords[language];
  const parts = children
    .filter((child) => !isAbsent(child))
    .map((child) => `${nameOf(child)} ${scoreText(child.score)}/${scoreText(child.points)}`);
  return `${words.parts}${stepWords[language].colon}${parts.join(words.comma)}`;
}

/** The parts of a group added up. */
export function addedText({ children, steps, score }: GroupScore, language: Language): string {
  const first = steps.find((step) => 'before' in step);
  return totalSum(children, first && 'before' in first ? first.before : score, language);
}

function nameOf(score: NodeScore): string {
  return score.kind === 'group' ? score.group.name : score.indicator.name;
}

/** The score with what was lost, what it would have been, and whether it counts. */
export function verdict(score: NodeScore, language: Language): string {
  const words = explanationWords[language];
  if (isAbsent(score)) return words.absent;
  if (score.applicability === 'not-applicable' && sameRange(score.score, point({ n: 0n, d: 1n })))
    return words.notApplicable;
  const lost = subtractRanges(score.points, score.score);
  const parts = [words.score(scoreText(score.score), pointsText(score.points, language))];
  // Where the points themselves are open, score and points move together: no difference can be told.
  if (pointOf(score.points) && pointOf(lost)?.n !== 0n) parts.push(words.lost(scoreText(lost)));
  if (!sameRange(score.standing, score.score)) parts.push(words.wouldBe(scoreText(score.standing)));
  if (score.applicability === 'undecided')
    parts.push(
      score.steps.some(({ kind }) => kind === 'absent') ? words.mayBeAbsent : words.mayNotApply,
    );
  return parts.join(words.comma);
}

/** The total with its grade and the readings it was worked out under. */
export function explainTotal(scored: Scored, settings: ExplanationSettings): string[] {
  const { language, paint, width } = settings;
  const words = explanationWords[language];
  const { framework, sheet } = scored;
  const wording = { language, lets: framework.lets };
  const judged = judgedInputs(framework);
  const first = sheet.totalSteps.find((step) => 'before' in step);
  const sum = first && 'before' in first ? first.before : sheet.total;
  const { combine } = framework;
  const lines = [
    paint.strong(words.total),
    ...(combine ? [] : hang('  ', totalSum(sheet.children, sum, language), width)),
  ];
  for (const group of groupsWithSteps(sheet.children))
    for (const text of stepTexts(group.steps, group.group.combine, wording, judged))
      lines.push(...hang('  · ', `${group.group.path.join(' / ')}: ${text}`, width));
  if (combine) {
    const counted = sheet.children.filter((child) => !isOutside(child));
    lines.push(...hang('  ', partsText(counted, language), width));
  }
  // What the rule gives, then what stands outside it, then what happens to both together.
  const rule = combine ? sheet.totalSteps.findIndex((step) => 'before' in step) : 0;
  const ofRule = rule < 0 ? sheet.totalSteps.length : rule;
  const stepLines = (steps: typeof sheet.totalSteps) =>
    stepTexts(steps, combine, wording, judged).flatMap((text) => hang('  · ', text, width));
  const outside = sheet.children.filter((child) => isOutside(child) && !isAbsent(child));
  lines.push(...stepLines(sheet.totalSteps.slice(0, ofRule)));
  if (combine && outside.length > 0)
    lines.push(...hang('  ', outsideText(outside, sum, language), width));
  lines.push(...stepLines(sheet.totalSteps.slice(ofRule)));
  for (const [name = '', why = ''] of absentRows(scored, { language }))
    lines.push(...hang('  · ', `${name} ${why}`, width).map(paint.faint));
  if (sheet.grades.length > 0)
    lines.push(`  ${words.grade} ${sheet.grades.join(language === 'zh' ? '或' : ' or ')}`);
  for (const each of sheet.forgone) lines.push(...hang('  ', forgoneText(each, wording), width));
  for (const text of gradeLimitTexts(sheet, language)) lines.push(...hang('  ', text, width));
  const options = framework.options.map((option) => {
    const chosen = scored.options.get(option.name) ?? option.chosen;
    return `${option.name} = ${option.kind === 'boolean' ? booleanText(chosen === 'yes', language) : chosen}`;
  });
  if (options.length > 0)
    lines.push(...hang(`  ${words.options} `, options.join(words.comma), width));
  return lines;
}

/** The parts added up to the total. */
export function totalSum(children: readonly NodeScore[], total: Range, language: Language): string {
  const terms = children
    .filter((child) => !isAbsent(child))
    .map((child, index) => {
      const isPenalty = child.kind === 'group' && child.group.standing === 'penalty';
      const sign = isPenalty ? '− ' : index === 0 ? '' : '+ ';
      return `${sign}${nameOf(child)} ${scoreText(child.score)}`;
    });
  return `${terms.join(' ')} ${equals(pointsText(total, language))}`;
}

function isOutside(child: NodeScore): boolean {
  return child.kind === 'group' && child.group.standing !== 'counted';
}

// What a bonus adds to the combined score and a penalty takes from it.
function outsideText(children: readonly NodeScore[], sum: Range, language: Language): string {
  const terms = children.map((child) => {
    const sign = child.kind === 'group' && child.group.standing === 'penalty' ? '−' : '+';
    return `${sign} ${nameOf(child)} ${scoreText(child.score)}`;
  });
  return `${explanationWords[language].combined} ${terms.join(' ')} ${equals(pointsText(sum, language))}`;
}

function groupsWithSteps(nodes: readonly NodeScore[]): GroupScore[] {
  return nodes.flatMap((node) =>
    node.kind === 'group' && !isAbsent(node)
      ? [...(node.steps.length > 0 ? [node] : []), ...groupsWithSteps(node.children)]
      : [],
  );
}
