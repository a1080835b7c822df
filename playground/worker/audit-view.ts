// An audit of published scores as rows and findings in words.
import type { Audit } from '../../src/analyze/audit-result.ts';
import type { Language } from '../../src/diagnostics/diagnose.ts';
import type { Framework } from '../../src/model/framework.ts';
import { countBySeverity } from '../../src/report/audit-json.ts';
import { decimalsWritten } from '../../src/report/audit.ts';
import { auditWords } from '../../src/report/audit-words.ts';
import { figureText, rangeText, scoreText } from '../../src/report/figure.ts';
import { differenceText, findingTexts, unitFor } from '../../src/report/finding.ts';
import { outputText } from '../../src/report/outputs.ts';
import { nearFigure } from '../../src/types/enclosure.ts';
import { pointOf } from '../../src/types/range.ts';
import type { AuditRow, AuditView } from '../answers.ts';

export function auditView(audit: Audit, framework: Framework, language: Language): AuditView {
  const words = auditWords[language];
  const { lets } = framework;
  const { findings, sheet } = audit;
  const rows = rowsOf(audit, framework, language);
  const nothing =
    rows.length === 0 && findings.length === 0
      ? words.nothingReported
      : words.nothingFound(rows.length);
  return {
    kind: 'audit',
    department: sheet.departmentName,
    rows,
    findings: findings.map((finding) => ({
      severity: finding.severity,
      label: words.severities[finding.severity],
      texts: findingTexts(finding, { language, lets }),
      path: 'path' in finding ? finding.path : [],
    })),
    tally: findings.length === 0 ? nothing : words.tally(countBySeverity(findings)),
  };
}

function rowsOf(
  { scores, figures, outputs }: Audit,
  { lets }: Framework,
  language: Language,
): AuditRow[] {
  const words = auditWords[language];
  return [
    ...scores.map(({ path, reported, recomputed, outcome }): AuditRow => ({
      of: 'score',
      name: path.at(-1) ?? words.total,
      path,
      published: reported.score === undefined ? words.blank : reported.text,
      recomputed: scoreText(recomputed, decimalsWritten(reported.text)),
      difference: differenceText(reported.score, nearFigure(recomputed)),
      outcome,
      text: words.scoreOutcomes[outcome],
    })),
    ...figures.map((comparison): AuditRow => {
      const { reported, recomputed, outcome } = comparison;
      const unit = unitFor(comparison);
      const known = pointOf(recomputed);
      return {
        of: 'figure',
        name: reported.name,
        path: [],
        published: reported.text,
        recomputed: known
          ? figureText(known, unit, language)
          : rangeText(recomputed, unit, language),
        difference: '',
        outcome,
        text: words.figureOutcomes[outcome],
      };
    }),
    ...outputs.map(({ reported, output, recomputed, outcome }): AuditRow => ({
      of: 'output',
      name: reported.name,
      path: [],
      published: reported.text,
      recomputed: outputText({ output }, recomputed, { language, lets }),
      difference: '',
      outcome,
      text: words.figureOutcomes[outcome],
    })),
  ];
}
