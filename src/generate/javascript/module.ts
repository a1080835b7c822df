// A framework as one ES module without dependencies: what it is made of, in the order in which it is
// read. Pure text; it is never run here.
import type { Language as Messages } from '../../diagnostics/diagnose.ts';
import type { Framework } from '../../model/framework.ts';
import type { Assemble } from '../wasm/assemble.ts';
import { fastPlan } from '../plan/fast-plan.ts';
import { gridsOf } from '../plan/grid.ts';
import { evaluateText } from './evaluate.ts';
import { fastBody } from './fast-body.ts';
import { columnsText } from './columns.ts';
import { embed } from './embed.ts';
import { scoringText, comparesOthers, varies } from './exact-scoring.ts';
import { interfaceText } from './module-interface.ts';
import { metadataText } from './metadata.ts';
import type { Grids } from '../plan/grid.ts';
import { rowColumnsText } from './row-columns.ts';
import type { Language, Writer } from './writer.ts';
import { createWriter, takesRoots } from './writer.ts';

/** What a module is written in, and the line that its first comment carries. */
export interface ModuleSettings {
  readonly language: Language;
  readonly head: string;
  /** Whether columns are scored in loops and memory of their own, where a ruleset allows it; true where nothing is said. */
  readonly withColumns?: boolean;
  /** Whether a module in JavaScript brings its runtime in few letters. */
  readonly isSmall?: boolean;
  /** Makes the kernel of columns; without it they are scored in loops. */
  readonly assemble?: Assemble;
  /** What its messages are written in; English, where nothing is said. */
  readonly messages?: Messages;
}

/** The text of a module. */
export function moduleText(
  framework: Framework,
  {
    language,
    head,
    withColumns = true,
    isSmall = false,
    assemble,
    messages = 'en',
  }: ModuleSettings,
): string {
  const writer = createWriter(framework, language);
  const grids = gridsOf(framework, varies(framework));
  const scoring = scoringText(writer);
  const outside = interfaceText(
    writer,
    grids,
    messages,
    fastTexts(writer, grids, withColumns, assemble),
  );
  const columns = hasRowColumns(framework, withColumns) ? rowColumnsText(writer) : [];
  const metadata = metadataText(writer, grids, messages);
  const constants = writer.declarations();
  const pieces = embed(writer.used, language, writer.hasRoots, undefined, isSmall);
  const isShort = isSmall && language === 'js';
  const sections = [
    `// ${head}`,
    metadata,
    outside,
    ...columns,
    ...(constants.length > 0 ? [`// Figures of the rules.\n${constants.join('\n')}`] : []),
    scoring,
    '// Fractions, and how inputs are read.',
    ...(isShort ? [pieces.join('\n')] : pieces),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** Whether a module scores columns row by row: it has no loops, and departments are not compared. */
export function hasRowColumns(framework: Framework, withColumns: boolean): boolean {
  const obstacle = columnsObstacle(framework);
  return obstacle === undefined ? !withColumns : !comparesOthers(framework);
}

/** Why departments cannot be scored in columns: parts come and go, others are compared, or roots are taken. */
export function columnsObstacle(framework: Framework): 'parts' | 'others' | 'roots' | undefined {
  if (varies(framework)) return 'parts';
  if (comparesOthers(framework)) return 'others';
  return takesRoots(framework) ? 'roots' : undefined;
}

// Parts that come and go, comparisons with others and roots are scored in fractions alone.
function fastTexts(
  writer: Writer,
  grids: Grids,
  withColumns: boolean,
  assemble: Assemble | undefined,
): readonly string[] | undefined {
  const { framework } = writer;
  if (columnsObstacle(framework)) return undefined;
  const plan = fastPlan(framework, writer.names, grids);
  const body = fastBody(plan, writer, grids);
  return [
    evaluateText(plan, body, writer),
    ...(withColumns ? columnsText(plan, body, writer, grids, assemble) : []),
    ...body.functions,
  ];
}
