// Why an indicator has the score it has, so that someone who never saw the ruleset can follow it: the
// rule with names and with figures, the row that fired, what a veto struck, every rounding, the data
// with their evidence, and which file said what. Data in, lines of text out.
import type { Language } from '../diagnostics/diagnose.ts';
import type { Citation, Input, Origin } from '../model/framework.ts';
import type { GroupScore, IndicatorScore, NodeScore } from '../model/sheet.ts';
import type { Source } from '../text/source.ts';
import { placeOf } from '../text/source.ts';
import type { Range } from '../types/range.ts';
import { addRanges, point, pointOf, sameRange, subtractRanges } from '../types/range.ts';
import { PLAIN } from '../types/unit.ts';
import { absentRows, isAbsent } from './absent.ts';
import { awardNotes } from './award.ts';
import { booleanText, pointsText, rangeText, scoreText, valueText } from './figure.ts';
import { explanationWords } from './explanation-words.ts';
import { hang, layList } from './layout.ts';
import { unitOf } from './ratio.ts';
import type { Scored } from './scored.ts';
import { formulaOf, indicatorScores, judgedInputs, ownName } from './scored.ts';
import { sheetWords } from './sheet-words.ts';
import { stepWords } from './step-words.ts';
import { stepTexts, traceLines } from './step.ts';
import type { TextSettings } from './text-settings.ts';
import { equals } from './working.ts';
import { printable } from './wrap.ts';

export interface ExplanationSettings extends TextSettings {
  /** The texts of the ruleset's files, so that places can be given as lines. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** All indicators and the total explained, or only those whose paths are given. */
export function explain(
  scored: Scored,
  settings: ExplanationSettings,
  only?: readonly (readonly string[])[],
): string[] {
  const { paint, language } = settings;
  const { sheet } = scored;
  // What the department does not have is explained to those who ask for it by name.
  const wanted = indicatorScores(sheet.children).filter((score) =>
    only === undefined
      ? !isAbsent(score)
      : only.some((path) => path.join('\n') === score.indicator.path.join('\n')),
  );
  const year =
    sheet.departmentYear === '' ? '' : `  ${sheetWords[language].year(sheet.departmentYear)}`;
  const title = paint.strong(printable(sheet.departmentName) + year);
  const parts = wanted.map((score) => explainIndicator(score, scored, settings));
  if (only === undefined) parts.push(explainTotal(scored, settings));
  return [title, ...parts.flatMap((lines) => ['', ...lines])];
}

function explainIndicator(
  score: IndicatorScore,
  scored: Scored,
  settings: ExplanationSettings,
): string[] {
  const { paint, width } = settings;
  const { indicator } = score;
  const lines = [
    paint.strong(indicator.path.join(' / ')),
    ...hang('  ', verdict(score, settings.language), width).map(paint.strong),
    ...(indicator.about === undefined ? [] : hang('  ', indicator.about, width).map(paint.faint)),
  ];
  return [
    ...lines,
    ...itemLines(score, scored, settings),
    ...dataLines(score.reads, scored, settings),
    ...ruleLines(indicator.source ?? scored.framework.source, indicator.origins, settings),
  ];
}

function verdict(score: IndicatorScore, language: Language): string {
  const words = explanationWords[language];
  if (isAbsent(score)) return words.absent;
  if (score.applicability === 'not-applicable' && sameRange(score.score, point({ n: 0n, d: 1n })))
    return words.notApplicable;
  const lost = subtractRanges(score.points, score.score);
  const parts = [words.score(scoreText(score.score), pointsText(score.points, language))];
  if (pointOf(lost)?.n !== 0n && !sameRange(score.points, score.score))
    parts.push(words.lost(scoreText(lost)));
  if (!sameRange(score.standing, score.score)) parts.push(words.wouldBe(scoreText(score.standing)));
  if (score.applicability === 'undecided')
    parts.push(
      score.steps.some(({ kind }) => kind === 'absent') ? words.mayBeAbsent : words.mayNotApply,
    );
  return parts.join(words.comma);
}

function itemLines(score: IndicatorScore, scored: Scored, settings: ExplanationSettings): string[] {
  const { language, paint, width } = settings;
  const words = explanationWords[language];
  const said = new Set<string>();
  const wording = { language, lets: scored.framework.lets };
  const judged = judgedInputs(scored.framework);
  const lines: string[] = [];
  for (const item of score.items.filter((each) => !isAbsent(each))) {
    const name = ownName(item);
    const indent = name === undefined ? '  ' : '    ';
    if (name !== undefined)
      lines.push(
        `  ${paint.strong(name)}  ${scoreText(item.score)} / ${scoreText(point(item.item.points))}`,
      );
    // Definitions that several items use are worked out once.
    for (const { text, defines } of traceLines(item.steps, formulaOf(item.item), wording, judged)) {
      if (!said.has(text)) lines.push(...hang(`${indent}· `, text, width));
      if (defines) said.add(text);
    }
  }
  const present = score.items.filter((each) => !isAbsent(each));
  if (present.length > 1)
    lines.push(
      ...hang(
        '  ',
        sumText(
          present.map((item) => item.score),
          words.sum,
          language,
        ),
        width,
      ),
    );
  for (const text of stepTexts(score.steps, undefined, wording, judged))
    lines.push(...hang('  · ', text, width));
  return lines;
}

function sumText(scores: readonly Range[], label: string, language: Language): string {
  const [first, ...rest] = scores;
  if (first === undefined) return label;
  const sum = pointsText(rest.reduce(addRanges, first), language);
  return `${label}${stepWords[language].colon}${scores.map((score) => scoreText(score)).join(' + ')} ${equals(sum)}`;
}

function dataLines(
  reads: ReadonlySet<string>,
  scored: Scored,
  { language, paint, width }: ExplanationSettings,
): string[] {
  const words = explanationWords[language];
  const used = scored.framework.inputs.filter((input) => reads.has(input.name));
  if (used.length === 0) return [];
  return [
    `  ${paint.faint(words.data)}`,
    ...layList(
      used.map((input) => dataRow(input, scored, language)),
      width,
      '    ',
    ).map(paint.faint),
  ];
}

function dataRow(input: Input, scored: Scored, language: Language): string[] {
  const words = explanationWords[language];
  const { department, sheet } = scored;
  const value = department.values.get(input.name);
  const award = department.awards.get(input.name);
  const evidence = (value ?? award)?.evidence;
  const unit = input.kind === 'value' ? unitOf(input.type) : undefined;
  if (evidence) {
    const status = sheetWords[language].statuses[evidence.status];
    const figure = value
      ? (valueText(value.value, unit, language) ?? '…')
      : awardText(input, scored, language);
    return [
      input.name,
      figure,
      [status, evidence.source, evidence.note]
        .filter((part) => part !== undefined)
        .join(words.comma),
    ];
  }
  if (input.kind === 'value' && input.default && sheet.defaulted.includes(input.name))
    return [input.name, valueText(input.default, unit, language) ?? '…', words.byDefault];
  const possible =
    input.kind === 'value' && input.type.kind === 'number'
      ? rangeText(input.range, unit ?? PLAIN, language)
      : '';
  return [input.name, words.notGiven, possible];
}

function awardText(input: Input, { department, framework }: Scored, language: Language): string {
  const award = department.awards.get(input.name);
  if (input.kind !== 'judged' || !award) return '';
  // The reason stands with the award itself.
  const notes = awardNotes({ ...award, reason: undefined }, input, {
    language,
    lets: framework.lets,
  });
  return [pointsText(award.points, language), ...notes].join(explanationWords[language].comma);
}

function ruleLines(
  cited: Citation | undefined,
  origins: readonly Origin[],
  settings: ExplanationSettings,
): string[] {
  const { language, paint, width } = settings;
  const words = explanationWords[language];
  const document = [cited?.document, cited?.section].filter((part) => part !== undefined).join(' ');
  const places = origins.map(({ file, span, act }) => {
    const source = settings.sources.get(file);
    return `${words.acts[act]} ${file}${source ? `:${placeOf(source, span.start).line}` : ''}`;
  });
  const distinct = [...new Set(places)];
  const texts = [
    ...(document === '' ? [] : [document]),
    ...(distinct.length === 0 ? [] : [distinct.join(words.comma)]),
  ];
  if (texts.length === 0) return [];
  return [`  ${words.rule}`, ...texts.flatMap((text) => hang('    ', text, width))].map(
    paint.faint,
  );
}

function explainTotal(scored: Scored, settings: ExplanationSettings): string[] {
  const { language, paint, width } = settings;
  const words = explanationWords[language];
  const { framework, sheet } = scored;
  const wording = { language, lets: framework.lets };
  const judged = judgedInputs(framework);
  const first = sheet.totalSteps.find((step) => 'before' in step);
  const sum = first && 'before' in first ? first.before : sheet.total;
  const lines = [
    paint.strong(words.total),
    ...hang('  ', totalSum(sheet.children, sum, language), width),
  ];
  for (const group of groupsWithSteps(sheet.children))
    for (const text of stepTexts(group.steps, undefined, wording, judged))
      lines.push(...hang('  · ', `${group.group.path.join(' / ')}: ${text}`, width));
  for (const text of stepTexts(sheet.totalSteps, undefined, wording, judged))
    lines.push(...hang('  · ', text, width));
  for (const [name = '', why = ''] of absentRows(scored, { language }))
    lines.push(...hang('  · ', `${name} ${why}`, width).map(paint.faint));
  if (sheet.grades.length > 0)
    lines.push(`  ${words.grade} ${sheet.grades.join(language === 'zh' ? '或' : ' or ')}`);
  const options = framework.options.map((option) => {
    const chosen = scored.options.get(option.name) ?? option.chosen;
    return `${option.name} = ${option.kind === 'boolean' ? booleanText(chosen === 'yes', language) : chosen}`;
  });
  if (options.length > 0)
    lines.push(...hang(`  ${words.options} `, options.join(words.comma), width));
  return lines;
}

function totalSum(children: readonly NodeScore[], total: Range, language: Language): string {
  const terms = children.filter((child) => !isAbsent(child)).map((child, index) => {
    const isPenalty = child.kind === 'group' && child.group.standing === 'penalty';
    const sign = isPenalty ? '− ' : index === 0 ? '' : '+ ';
    const name = child.kind === 'group' ? child.group.name : child.indicator.name;
    return `${sign}${name} ${scoreText(child.score)}`;
  });
  return `${terms.join(' ')} ${equals(pointsText(total, language))}`;
}

function groupsWithSteps(nodes: readonly NodeScore[]): GroupScore[] {
  return nodes.flatMap((node) =>
    node.kind === 'group' && !isAbsent(node)
      ? [...(node.steps.length > 0 ? [node] : []), ...groupsWithSteps(node.children)]
      : [],
  );
}
