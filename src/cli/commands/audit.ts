// `biaochi audit`: what departments published beside what the rules give.
import type { Command } from 'commander';
import { audit } from '../../analyze/audit.ts';
import { auditText } from '../../report/audit.ts';
import { auditsJson } from '../../report/audit-json.ts';
import { diagnosticsJson } from '../../report/diagnostics.ts';
import { EXIT } from '../io.ts';
import { loadDepartments } from '../load-department.ts';
import { complain, rulesetForScoring } from '../load-ruleset.ts';
import type { Session } from '../session.ts';
import { withCohort, withFormat, withLanguage } from '../options.ts';
import type { Comparing, Format } from '../options.ts';

interface AuditOptions extends Comparing {
  readonly format: Format;
}

export function addAudit(program: Command, session: Session, finish: (exit: number) => void): void {
  const { words } = session;
  const command = program
    .command('audit')
    .description(words.about.audit)
    .argument(`<${words.argument.ruleset[0]}>`, words.argument.ruleset[1])
    .argument(`<${words.argument.departments[0]}>`, words.argument.departments[1]);
  withCohort(withFormat(withLanguage(command, words), words), words).action(
    (ruleset: string, departments: string[], options: AuditOptions) => {
      finish(auditDepartments(ruleset, departments, options, session));
    },
  );
}

function auditDepartments(
  path: string,
  departments: readonly string[],
  { format, cohort }: AuditOptions,
  session: Session,
): number {
  const { language, settings } = session;
  const isJson = format === 'json';
  const ruleset = rulesetForScoring(path, session);
  if ('exit' in ruleset) {
    const { diagnostics, sources, exit } = ruleset;
    if (isJson)
      session.printJson({
        ruleset: null,
        results: [],
        diagnostics: diagnosticsJson(diagnostics, sources, language),
      });
    else complain(diagnostics, sources, session);
    return exit;
  }
  const { framework } = ruleset;
  const loaded = loadDepartments(framework, { departments, cohort, quiet: isJson }, session);
  const all = [...loaded.departments, ...loaded.others];
  const audits = loaded.departments.map((department) =>
    audit(
      framework,
      department,
      loaded.isCohort ? all.filter((other) => other !== department) : undefined,
    ),
  );
  const contradicts = audits.some(({ findings }) =>
    findings.some(({ severity }) => severity === 'error'),
  );
  if (isJson) {
    const diagnostics = diagnosticsJson(loaded.diagnostics, loaded.sources, language);
    session.printJson({ ...auditsJson(framework, audits, language), diagnostics });
  } else session.printParts(audits.map((each) => auditText(each, framework, settings)));
  return Math.max(loaded.exit, contradicts ? EXIT.findings : EXIT.fine);
}
