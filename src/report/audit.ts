// An audit as a table of what was published beside what the rules give, followed by the findings in
// plain sentences.
import { nearFigure } from '../types/enclosure.ts';
import type { Audit, Finding, FindingSeverity } from '../analyze/audit-result.ts';
import type { Framework } from '../model/framework.ts';
import { pointOf } from '../types/range.ts';
import { countBySeverity } from './audit-json.ts';
import { auditWords } from './audit-words.ts';
import { figureText, rangeText, scoreText } from './figure.ts';
import { differenceText, findingTexts, unitFor } from './finding.ts';
import type { Cell, Column } from './layout.ts';
import { hang, layRow, rule, totalWidth, widest } from './layout.ts';
import type { Painter } from './paint.ts';
import { sheetWords } from './sheet-words.ts';
import type { TextSettings } from './text-settings.ts';
import { outputText } from './outputs.ts';
import { printable } from './wrap.ts';

/** The audit of one department as lines of text. */
export function auditText(audit: Audit, framework: Framework, settings: TextSettings): string[] {
  const { language, paint } = settings;
  const words = auditWords[language];
  const { sheet, findings } = audit;
  const year =
    sheet.departmentYear === '' ? '' : `  ${sheetWords[language].year(sheet.departmentYear)}`;
  const title = paint.strong(printable(sheet.departmentName) + year);
  const compared = audit.scores.length + audit.figures.length + audit.outputs.length;
  if (compared === 0 && findings.length === 0) return [title, '', words.nothingReported];
  const blocks = [
    scoreRows(audit, settings),
    figureRows(audit, settings),
    outputRows(audit, framework, settings),
  ].filter((rows) => rows.length > 0);
  const tables = blocks.length === 0 ? [] : ['', ...layTable(blocks, settings)];
  if (findings.length === 0)
    return [title, ...tables, '', paint.good(words.nothingFound(compared))];
  const tally = words.tally(countBySeverity(findings));
  const listed = findings.flatMap((finding, index) =>
    findingLines(finding, index + 1, framework, settings),
  );
  return [title, ...tables, '', paint.strong(words.findings), ...listed, '', tally];
}

function severityPaint(severity: FindingSeverity, { paint }: TextSettings): Painter {
  switch (severity) {
    case 'error':
      return paint.bad;
    case 'warning':
      return paint.warn;
    case 'note':
      return paint.faint;
    default:
      return severity satisfies never;
  }
}

function findingLines(
  finding: Finding,
  number: number,
  framework: Framework,
  settings: TextSettings,
): string[] {
  const { language, width } = settings;
  const [headline = '', ...rest] = findingTexts(finding, { language, lets: framework.lets });
  const label = auditWords[language].severities[finding.severity];
  const lead = `${String(number).padStart(2)}. `;
  const [first = '', ...more] = hang(lead, `${label}  ${headline}`, width);
  const painted = first.replace(label, () => severityPaint(finding.severity, settings)(label));
  return [
    painted,
    ...more,
    ...rest.flatMap((text) =>
      hang(`      ${/^ */.exec(text)?.[0] ?? ''}`, text.trimStart(), width),
    ),
  ];
}

function scoreRows({ scores }: Audit, { language, paint }: TextSettings): Cell[][] {
  const words = auditWords[language];
  return scores.map(({ path, reported, recomputed, outcome }) => {
    const name = path.at(-1) ?? words.total;
    const published = reported.score === undefined ? words.blank : reported.text;
    const cells = [
      name,
      published,
      scoreText(recomputed, decimalsWritten(reported.text)),
      differenceText(reported.score, nearFigure(recomputed)),
      words.scoreOutcomes[outcome],
    ];
    return cells.map((text) => ({ text, paint: outcomePaint(outcome, paint) }));
  });
}

/** As many decimals as were published, so that the two columns compare at a glance. */
export function decimalsWritten(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

function figureRows({ figures }: Audit, { language, paint }: TextSettings): Cell[][] {
  const words = auditWords[language];
  return figures.map((comparison) => {
    const { reported, recomputed, outcome } = comparison;
    const unit = unitFor(comparison);
    const known = pointOf(recomputed);
    const text = known ? figureText(known, unit, language) : rangeText(recomputed, unit, language);
    const cells = [reported.name, reported.text, text, '', words.figureOutcomes[outcome]];
    return cells.map((cell) => ({ text: cell, paint: outcomePaint(outcome, paint) }));
  });
}

function outputRows(
  { outputs }: Audit,
  { lets }: Framework,
  { language, paint }: TextSettings,
): Cell[][] {
  const words = auditWords[language];
  return outputs.map(({ reported, output, recomputed, outcome }) => {
    const text = outputText({ output }, recomputed, { language, lets });
    const cells = [reported.name, reported.text, text, '', words.figureOutcomes[outcome]];
    return cells.map((cell) => ({ text: cell, paint: outcomePaint(outcome, paint) }));
  });
}

function outcomePaint(outcome: string, paint: TextSettings['paint']): Painter | undefined {
  if (outcome === 'agrees') return undefined;
  return outcome === 'differs' ? paint.bad : paint.warn;
}

function layTable(
  blocks: readonly (readonly (readonly Cell[])[])[],
  { language, paint, width }: TextSettings,
): string[] {
  const titles = auditWords[language].columns;
  const texts = (index: number) => [
    titles[index] ?? '',
    ...blocks.flat().map((row) => row[index]?.text ?? ''),
  ];
  const figures = [1, 2, 3].map((index): Column => ({
    align: 'right',
    width: widest(texts(index), 4, 26),
  }));
  const outcome: Column = { align: 'left', width: widest(texts(4), 4, 18) };
  const rest = width - totalWidth([...figures, outcome]) - 2;
  const columns: Column[] = [
    { align: 'left', width: Math.max(12, widest(texts(0), 8, rest)) },
    ...figures,
    outcome,
  ];
  const line = rule(totalWidth(columns));
  const head = layRow(
    titles.map((text) => ({ text, paint: paint.strong })),
    columns,
  );
  const body = blocks.flatMap((rows) => [...rows.flatMap((row) => layRow(row, columns)), line]);
  return [line, ...head, line, ...body];
}
