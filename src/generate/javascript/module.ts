// A framework as one ES module without dependencies: what it is made of, in the order in which it is
// read. Pure text; it is never run here.
import type { Framework } from '../../model/framework.ts';
import { gridsOf } from '../plan/grid.ts';
import { embed } from './embed.ts';
import { scoringText, comparesOthers, varies } from './exact-scoring.ts';
import { interfaceText } from './module-interface.ts';
import { metadataText } from './metadata.ts';
import type { Language } from './writer.ts';
import { createWriter } from './writer.ts';

/** What a module is written in, and the line that its first comment carries. */
export interface ModuleSettings {
  readonly language: Language;
  readonly head: string;
}

/** The text of a module. */
export function moduleText(framework: Framework, { language, head }: ModuleSettings): string {
  const writer = createWriter(framework, language);
  const grids = gridsOf(framework, varies(framework));
  const scoring = scoringText(writer);
  const outside = interfaceText(writer, grids, comparesOthers(framework));
  const metadata = metadataText(writer, grids);
  const constants = writer.declarations();
  const runtime = embed(writer.used, language, writer.hasRoots);
  const sections = [
    `// ${head}`,
    metadata,
    outside,
    ...(constants.length > 0 ? [`// Figures of the rules.\n${constants.join('\n')}`] : []),
    scoring,
    '// What every module of this kind brings along: exact fractions and the reading of inputs.',
    ...runtime,
  ];
  return `${sections.join('\n\n')}\n`;
}
