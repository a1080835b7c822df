// An audit as a table of what was published beside what the rules give, followed by the findings in
// plain sentences; and the same for programs, as JSON.
import type { Audit, Finding, FindingSeverity } from '../analyze/audit-result.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Framework } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import { divide, ONE } from '../number/rational.ts';
import { multiplyRanges, point, pointOf } from '../types/range.ts';
import { auditWords } from './audit-words.ts';
import { figureText, rangeText, scoreText } from './figure.ts';
import { differenceText, findingTexts, unitFor } from './finding.ts';
import type { ScoreJson } from './json.ts';
import { scoreJson } from './json.ts';
import type { Cell, Column } from './layout.ts';
import { hang, layRow, rule, totalWidth, widest } from './layout.ts';
import type { Painter } from './paint.ts';
import { sheetWords } from './sheet-words.ts';
import type { TextSettings } from './text-settings.ts';
import { printable } from './wrap.ts';

/** The audit of one department as lines of text. */
export function auditText(audit: Audit, framework: Framework, settings: TextSettings): string[] {
  const { language, paint } = settings;
  const words = auditWords[language];
  const { sheet, findings } = audit;
  const year =
    sheet.departmentYear === '' ? '' : `  ${sheetWords[language].year(sheet.departmentYear)}`;
  const title = paint.strong(printable(sheet.departmentName) + year);
  const compared = audit.scores.length + audit.figures.length;
  if (compared === 0 && findings.length === 0) return [title, '', words.nothingReported];
  const table = [...scoreRows(audit, settings), ...figureRows(audit, settings)];
  const tables = table.length === 0 ? [] : ['', ...layTable(table, settings)];
  if (findings.length === 0)
    return [title, ...tables, '', paint.good(words.nothingFound(compared))];
  const tally = words.tally(countBySeverity(findings));
  const listed = findings.flatMap((finding, index) =>
    findingLines(finding, index + 1, framework, settings),
  );
  return [title, ...tables, '', paint.strong(words.findings), ...listed, '', tally];
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Record<FindingSeverity, number> {
  const count = (severity: FindingSeverity) =>
    findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
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
      scoreText(recomputed),
      differenceText(reported.score, pointOf(recomputed)),
      words.scoreOutcomes[outcome],
    ];
    return cells.map((text) => ({ text, paint: outcomePaint(outcome, paint) }));
  });
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

function outcomePaint(outcome: string, paint: TextSettings['paint']): Painter | undefined {
  if (outcome === 'agrees') return undefined;
  return outcome === 'differs' ? paint.bad : paint.warn;
}

function layTable(
  rows: readonly (readonly Cell[])[],
  { language, paint, width }: TextSettings,
): string[] {
  const titles = auditWords[language].columns;
  const texts = (index: number) => [
    titles[index] ?? '',
    ...rows.map((row) => row[index]?.text ?? ''),
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
  return [line, ...head, line, ...rows.flatMap((row) => layRow(row, columns)), line];
}

export interface AuditsJson {
  readonly ruleset: { readonly name: string; readonly year: string; readonly hash: string };
  readonly results: readonly AuditJson[];
}

export interface AuditJson {
  readonly department: string;
  readonly year: string;
  readonly total: ScoreJson;
  readonly counts: Readonly<Record<FindingSeverity, number>>;
  readonly scores: readonly {
    readonly path: readonly string[];
    /** Null for a cell that was left blank. */
    readonly reported: string | null;
    readonly recomputed: ScoreJson;
    readonly outcome: string;
  }[];
  /** In their own unit: 万元, 家, % or none. */
  readonly figures: readonly {
    readonly name: string;
    readonly reported: string;
    readonly recomputed: ScoreJson;
    readonly unit: string;
    readonly outcome: string;
  }[];
  readonly findings: readonly {
    readonly severity: FindingSeverity;
    readonly kind: string;
    readonly path: readonly string[] | null;
    readonly message: string;
    readonly details: readonly string[];
  }[];
}

/** The audits of one or more departments under one ruleset, for programs. */
export function auditsJson(
  framework: Framework,
  audits: readonly Audit[],
  language: Language,
): AuditsJson {
  const { name, period, hash } = framework;
  return {
    ruleset: { name, year: period, hash },
    results: audits.map((audit) => auditJson(audit, framework, language)),
  };
}

function auditJson(
  { sheet, scores, figures, findings }: Audit,
  framework: Framework,
  language: Language,
): AuditJson {
  return {
    department: sheet.departmentName,
    year: sheet.departmentYear,
    total: scoreJson(sheet.total),
    counts: countBySeverity(findings),
    scores: scores.map(({ path, reported, recomputed, outcome }) => ({
      path,
      reported: reported.score ? formatExact(reported.score) : null,
      recomputed: scoreJson(recomputed),
      outcome,
    })),
    figures: figures.map((comparison) => {
      const { reported, recomputed, outcome } = comparison;
      const unit = unitFor(comparison);
      const written = multiplyRanges(recomputed, point(divide(ONE, unit.scale)));
      return {
        name: reported.name,
        reported: reported.text,
        recomputed: scoreJson(written),
        unit: unit.label,
        outcome,
      };
    }),
    findings: findings.map((finding) => {
      const [message = '', ...details] = findingTexts(finding, { language, lets: framework.lets });
      const path = 'path' in finding ? finding.path : null;
      return {
        severity: finding.severity,
        kind: finding.kind,
        path,
        message,
        details: details.map((text) => text.trim()),
      };
    }),
  };
}
