// Audits of small rulesets and departments written in a test.
import { audit } from '../../src/analyze/audit.ts';
import type { Audit, Finding } from '../../src/analyze/audit-result.ts';
import { compile } from '../../src/compile.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import type { Department } from '../../src/input/department.ts';
import type { Framework } from '../../src/model/framework.ts';
import { formatExact } from '../../src/number/decimal.ts';
import type { Rational } from '../../src/number/rational.ts';
import { createSource } from '../../src/text/source.ts';

const ALONE = { read: () => undefined, resolve: (_from: string, path: string) => path };

const known = new Map<string, Framework>();

/** Compiles a ruleset that must be sound; each text once. */
export function compiled(text: string): Framework {
  const before = known.get(text);
  if (before) return before;
  const { framework, diagnostics } = compile(createSource('test.chi', text), ALONE);
  if (framework === undefined)
    throw new Error(JSON.stringify(diagnostics.map(({ code, facts }) => [code, facts])));
  known.set(text, framework);
  return framework;
}

/** Reads a department's file that must be sound. */
export function departmentOf(framework: Framework, file: object): Department {
  const source = createSource(
    'department.json',
    JSON.stringify({ department: '测试局', year: 2023, ...file }),
  );
  const { department, diagnostics } = readDepartment(framework, source);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (department === undefined || errors.length > 0)
    throw new Error(JSON.stringify(diagnostics.map(({ code, facts }) => [code, facts])));
  return department;
}

/** Audits a department's file against a ruleset. */
export function auditOf(text: string, file: object): Audit {
  const framework = compiled(text);
  return audit(framework, departmentOf(framework, file));
}

/** The only finding of a kind. */
export function only<K extends Finding['kind']>(
  { findings }: Audit,
  kind: K,
): Extract<Finding, { kind: K }> {
  const found = findings.filter(
    (finding): finding is Extract<Finding, { kind: K }> => finding.kind === kind,
  );
  const [first] = found;
  if (first === undefined || found.length > 1)
    throw new Error(`${found.length} findings of kind ${kind}`);
  return first;
}

export const kinds = ({ findings }: Audit): string[] => findings.map(({ kind }) => kind);
export const text = (value: Rational | undefined): string =>
  value ? formatExact(value) : 'undefined';
