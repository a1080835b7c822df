// The targets `ts` and `js`: a module, and beside one in JavaScript its declarations.
import type { Framework } from '../../model/framework.ts';
import type { GenerateSettings, Generated } from '../generated.ts';
import { filesOf } from '../generated.ts';
import { headerLine } from '../header.ts';
import { declarationsText } from './declarations.ts';
import { moduleText } from './module.ts';
import type { Language } from './writer.ts';

/** The module in one of the two languages. */
export function moduleFiles(
  framework: Framework,
  { version, language: messages }: GenerateSettings,
  language: Language,
): Generated {
  const head = headerLine(framework, version);
  const module = {
    path: `module.${language}`,
    text: moduleText(framework, { language, head, messages }),
  };
  if (language === 'ts') return filesOf(module);
  const types = { path: 'module.d.ts', text: declarationsText(framework, head, messages) };
  return filesOf(module, types);
}
