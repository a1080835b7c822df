// The target `reader`: a module that reads the bytes of JSON and CSV straight into the columns of a
// compiled module, beside which it stands. Rulesets whose modules have no columns are refused.
import type { Framework } from '../../model/framework.ts';
import type { GenerateSettings, Generated } from '../generated.ts';
import { filesOf } from '../generated.ts';
import { headerLine } from '../header.ts';
import { readerText } from './reader-text.ts';

export function readerFiles(framework: Framework, { version }: GenerateSettings): Generated {
  const head = headerLine(framework, version);
  return filesOf({ path: 'reader.js', text: readerText(framework, head) });
}
