// Why an indicator has the score it has, so that someone who never saw the ruleset can follow it: the
// rule with names and with figures, the row that fired, what a veto struck, every rounding, the data
// with their evidence, and which file said what. Data in, lines of text out.
import type { Language } from '../diagnostics/diagnose.ts';
import type { GroupScore, IndicatorScore, NodeScore } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import { addRanges, point } from '../types/range.ts';
import { isAbsent } from './absent.ts';
import type { ExplanationSettings } from './explain-data.ts';
import { dataLines, ruleLines } from './explain-data.ts';
import { explainGroup, explainTotal, verdict } from './explain-whole.ts';
import { explanationWords } from './explanation-words.ts';
import { pointsText, scoreText } from './figure.ts';
import { hang } from './layout.ts';
import { explainOutput } from './outputs.ts';
import type { Scored } from './scored.ts';
import { formulaOf, indicatorScores, judgedInputs, ownName } from './scored.ts';
import { sheetWords } from './sheet-words.ts';
import { stepWords } from './step-words.ts';
import { stepTexts, traceLines } from './step.ts';
import { equals } from './working.ts';
import { printable } from './wrap.ts';

export type { ExplanationSettings } from './explain-data.ts';

/** All indicators, the total and the outputs explained, or only what stands at the paths given. */
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
  const groups = groupScores(sheet.children).filter(
    ({ group }) => only?.some((path) => path.join('\n') === group.path.join('\n')) ?? false,
  );
  const parts = [
    ...groups.map((score) => explainGroup(score, scored, settings)),
    ...wanted.map((score) => explainIndicator(score, scored, settings)),
  ];
  if (only === undefined && scored.framework.scored) parts.push(explainTotal(scored, settings));
  for (const result of sheet.outputs)
    if (only === undefined || only.some((path) => path.join('\n') === result.output.name))
      parts.push([
        ...explainOutput(result, scored, settings),
        ...dataLines(result.reads, scored, settings),
        ...ruleLines(scored.framework.source, result.output.origins, settings),
      ]);
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
  if (present.length > 1 && score.indicator.combine === undefined)
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
  for (const text of stepTexts(score.steps, score.indicator.combine, wording, judged))
    lines.push(...hang('  · ', text, width));
  return lines;
}

function sumText(scores: readonly Range[], label: string, language: Language): string {
  const [first, ...rest] = scores;
  if (first === undefined) return label;
  const sum = pointsText(rest.reduce(addRanges, first), language);
  return `${label}${stepWords[language].colon}${scores.map((score) => scoreText(score)).join(' + ')} ${equals(sum)}`;
}

function groupScores(nodes: readonly NodeScore[]): GroupScore[] {
  return nodes.flatMap((node) =>
    node.kind === 'group' ? [node, ...groupScores(node.children)] : [],
  );
}
