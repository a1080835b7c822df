// Audits for programs: what was published, what the rules give, and the findings, with every figure
// as text so that nothing is rounded on its way. The shape only ever grows.
import type { Audit, Finding, FindingSeverity } from '../analyze/audit-result.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Framework } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import { divide, ONE } from '../number/rational.ts';
import { multiplyRanges, point } from '../types/range.ts';
import { findingTexts, unitFor } from './finding.ts';
import type { ScoreJson } from './json-shape.ts';
import { scoreJson } from './score-json.ts';
import type { ValueJson } from './output-json.ts';
import { valueJson } from './output-json.ts';
import { shownUnit } from './ratio.ts';

export interface AuditsJson {
  readonly ruleset: { readonly name: string; readonly year: string; readonly hash: string };
  readonly results: readonly AuditJson[];
}

interface AuditJson {
  readonly department: string;
  readonly year: string;
  /** Null for a ruleset of outputs alone. */
  readonly total: ScoreJson | null;
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
  /** In their own unit; null for what is no figure. */
  readonly outputs: readonly {
    readonly name: string;
    readonly reported: string;
    readonly recomputed: ValueJson;
    readonly unit: string | null;
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
  { sheet, scores, figures, outputs, findings }: Audit,
  framework: Framework,
  language: Language,
): AuditJson {
  return {
    department: sheet.departmentName,
    year: sheet.departmentYear,
    total: framework.scored ? scoreJson(sheet.total) : null,
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
    outputs: outputs.map(({ reported, output, recomputed, outcome }) => {
      const unit = shownUnit(output.value, framework.lets);
      return {
        name: reported.name,
        reported: reported.text,
        recomputed: valueJson(recomputed, unit?.scale ?? ONE),
        unit: unit?.label ?? null,
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

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Record<FindingSeverity, number> {
  const count = (severity: FindingSeverity) =>
    findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}
