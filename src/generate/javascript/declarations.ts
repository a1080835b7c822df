// The declarations of a module in JavaScript, so that whoever embeds it is told of misspelt names as by
// the module in TypeScript.
import type { Language as Messages } from '../../diagnostics/diagnose.ts';
import type { Framework } from '../../model/framework.ts';
import { fastPlan } from '../plan/fast-plan.ts';
import { gridsOf } from '../plan/grid.ts';
import { columnDeclarations } from './columns.ts';
import { embed } from './embed.ts';
import { comparesOthers, varies } from './exact-scoring.ts';
import { fastBody } from './fast-body.ts';
import { metadataType } from './metadata.ts';
import { columnsObstacle, hasRowColumns } from './module.ts';
import { typesText } from './module-interface.ts';
import { rowColumnDeclarations } from './row-columns.ts';
import { createWriter } from './writer.ts';

/** The text of `module.d.ts`, or of `columns.d.ts`. */
export function declarationsText(
  framework: Framework,
  head: string,
  messages: Messages = 'en',
  withColumns = true,
): string {
  const writer = createWriter(framework, 'ts');
  const grids = gridsOf(framework, varies(framework));
  const hasColumns = withColumns && columnsObstacle(framework) === undefined;
  const sections = [
    `// ${head}`,
    typesText(writer, grids),
    metadataType(writer, grids, messages),
    ...(hasColumns ? columns(framework) : []),
    ...(hasRowColumns(framework, withColumns)
      ? rowColumnDeclarations(createWriter(framework, 'ts'))
      : []),
    functions(comparesOthers(framework)),
    ...embed(writer.used, 'ts', writer.hasRoots),
    'export {};',
  ];
  return `${sections.join('\n\n')}\n`;
}

// Of a writer of its own: what the functions use is not declared.
function columns(framework: Framework): readonly string[] {
  const writer = createWriter(framework, 'ts');
  const grids = gridsOf(framework, varies(framework));
  const plan = fastPlan(framework, writer.names, grids);
  return columnDeclarations(plan, fastBody(plan, writer, grids), writer, grids);
}

function functions(compares: boolean): string {
  const scoring = compares
    ? [
        '/** Scores departments that are compared with each other. */',
        'export declare function evaluateTogether(inputs: readonly Input[], options?: Partial<Options>): Result[];',
      ]
    : [
        '/** Scores one department; throws `Undecided` where something that counts is not known. */',
        'export declare function evaluate(input: Input, options?: Partial<Options>): Result;',
      ];
  return [
    '/** Checks and decodes the `inputs` of a department file. */',
    'export declare function decode(inputs: unknown): Decoded;',
    ...scoring,
    '/** A score as decimal text, or as a fraction where no decimal ends. */',
    'export declare function format(score: Figure): string;',
  ].join('\n');
}
