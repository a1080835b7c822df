// The files of the target `sql`: for each database the query that scores a table, and the table that it
// reads. What SQL cannot say is refused, each construct at its first place.
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Framework } from '../../model/framework.ts';
import type { GenerateSettings, Generated } from '../generated.ts';
import { filesOf } from '../generated.ts';
import { headerLine } from '../header.ts';
import { DIALECT_NAMES } from './dialects.ts';
import type { Query } from './query.ts';
import { sqlOf } from './query.ts';

function settingText({ setting }: Query): string {
  if (!setting) return '';
  return `-- It has many steps: SET ${setting.name} = ${setting.value} before it.\n`;
}

/** The files of all dialects that are asked for. */
export function sqlFiles(
  framework: Framework,
  { version, dialects = DIALECT_NAMES, inputs }: GenerateSettings,
): Generated {
  const head = headerLine(framework, version);
  const made = dialects.map((dialect) => ({ dialect, query: sqlOf(framework, dialect, inputs) }));
  const reasons = made.flatMap(({ query }) => (query.kind === 'refused' ? query.reasons : []));
  if (reasons.length === 0)
    return filesOf(
      ...made.flatMap(({ dialect, query }) =>
        query.kind === 'refused'
          ? []
          : [
              {
                path: `score.${dialect}.sql`,
                text: `-- ${head}\n${settingText(query)}${query.query};\n`,
              },
              { path: `inputs.${dialect}.sql`, text: `-- ${head}\n${query.ddl};\n` },
            ],
      ),
    );
  const first = reasons.filter(
    ({ construct }, at) => reasons.findIndex((other) => other.construct === construct) === at,
  );
  return {
    kind: 'refused',
    diagnostics: first.map(({ construct, span }) => diagnose('not-in-sql', span, { construct })),
  };
}
