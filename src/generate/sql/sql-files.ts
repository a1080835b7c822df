// The files of the target `sql`: for each database the query that scores a table, and the table that it
// reads. What SQL cannot say is refused, each construct at its first place.
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Framework } from '../../model/framework.ts';
import type { GenerateSettings, Generated } from '../generated.ts';
import { filesOf } from '../generated.ts';
import { headerLine } from '../header.ts';
import { DIALECT_NAMES } from './dialects.ts';
import { sqlOf } from './query.ts';

/** The files of all dialects that are asked for. */
export function sqlFiles(
  framework: Framework,
  { version, dialects = DIALECT_NAMES }: GenerateSettings,
): Generated {
  const head = headerLine(framework, version);
  const files = dialects.flatMap((dialect) => {
    const made = sqlOf(framework, dialect);
    if (made.kind === 'refused') return [];
    return [
      { path: `score.${dialect}.sql`, text: `-- ${head}\n${made.query};\n` },
      { path: `inputs.${dialect}.sql`, text: `-- ${head}\n${made.ddl};\n` },
    ];
  });
  if (files.length > 0) return filesOf(...files);
  // All dialects lack the same.
  const made = sqlOf(framework, dialects[0] ?? 'duckdb');
  const reasons = made.kind === 'refused' ? made.reasons : [];
  const first = reasons.filter(
    ({ construct }, at) => reasons.findIndex((other) => other.construct === construct) === at,
  );
  return {
    kind: 'refused',
    diagnostics: first.map(({ construct, span }) => diagnose('not-in-sql', span, { construct })),
  };
}
