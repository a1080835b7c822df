// The target `reader`: a module that reads the bytes of JSON and CSV straight into the columns of a
// compiled module, beside which it stands. Rulesets whose modules have no columns are refused.
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Framework } from '../../model/framework.ts';
import type { GenerateSettings, Generated } from '../generated.ts';
import { filesOf } from '../generated.ts';
import { headerLine } from '../header.ts';
import { columnsObstacle } from '../javascript/module.ts';
import { readerText } from './reader-text.ts';
import { readerTypes } from './reader-types.ts';

/** The reader and its declarations. */
export function readerFiles(framework: Framework, { version }: GenerateSettings): Generated {
  const why = columnsObstacle(framework);
  if (why !== undefined) {
    const { name, nameSpan } = framework;
    return { kind: 'refused', diagnostics: [diagnose('no-columns', nameSpan, { name, why })] };
  }
  const head = headerLine(framework, version);
  return filesOf(
    { path: 'reader.js', text: readerText(framework, head) },
    { path: 'reader.d.ts', text: readerTypes(head) },
  );
}
