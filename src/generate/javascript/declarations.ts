// The declarations of a module in JavaScript, so that whoever embeds it is told of misspelt names as by
// the module in TypeScript.
import type { Language as Messages } from '../../diagnostics/diagnose.ts';
import type { Framework } from '../../model/framework.ts';
import { gridsOf } from '../plan/grid.ts';
import { columnTypes } from './column-inputs.ts';
import { embed } from './embed.ts';
import { comparesOthers, varies } from './exact-scoring.ts';
import { metadataType } from './metadata.ts';
import { typesText } from './module-interface.ts';
import { createWriter } from './writer.ts';

/** The text of `module.d.ts`. */
export function declarationsText(
  framework: Framework,
  head: string,
  messages: Messages = 'en',
): string {
  const writer = createWriter(framework, 'ts');
  const grids = gridsOf(framework, varies(framework));
  const hasColumns = !varies(framework) && !comparesOthers(framework) && !writer.hasRoots;
  const sections = [
    `// ${head}`,
    typesText(writer, grids),
    metadataType(writer, grids, messages),
    ...(hasColumns ? [columnTypes(writer)] : []),
    functions(comparesOthers(framework), hasColumns),
    ...embed(writer.used, 'ts', writer.hasRoots),
    'export {};',
  ];
  return `${sections.join('\n\n')}\n`;
}

function functions(compares: boolean, hasColumns: boolean): string {
  const scoring = compares
    ? [
        '/** Scores departments that are compared with each other. */',
        'export declare function evaluateTogether(inputs: readonly Input[], options?: Partial<Options>): Result[];',
      ]
    : [
        '/** Scores one department; throws `Undecided` where something that counts is not known. */',
        'export declare function evaluate(input: Input, options?: Partial<Options>): Result;',
      ];
  const columns = [
    '/** Scores departments that stand in columns, each row by itself. */',
    'export declare function evaluateColumns(columns: Columns, rows: number, into?: ColumnResult): ColumnResult;',
  ];
  return [
    '/** Checks and decodes the `inputs` of a department file. */',
    'export declare function decode(inputs: unknown): Decoded;',
    ...scoring,
    ...(hasColumns ? columns : []),
    '/** A score of a result as decimal text, or as a fraction where no decimal ends. */',
    'export declare function format(score: Figure): string;',
  ].join('\n');
}
