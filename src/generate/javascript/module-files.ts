// The targets `ts` and `js`: a module, beside one in JavaScript its declarations, and the validator where it
// is asked for: inside a module in JavaScript, and beside one in TypeScript, which has no place for its code.
import type { Framework } from '../../model/framework.ts';
import type { GenerateSettings, Generated, GeneratedFile } from '../generated.ts';
import { filesOf } from '../generated.ts';
import { headerLine } from '../header.ts';
import { loadAssembler } from '../wasm/assemble.ts';
import { declarationsText } from './declarations.ts';
import { moduleText } from './module.ts';
import type { Language } from './writer.ts';

/** The module in one of the two languages. */
export async function moduleFiles(
  framework: Framework,
  settings: GenerateSettings,
  language: Language,
): Promise<Generated> {
  const { version, language: messages } = settings;
  const head = headerLine(framework, version);
  const assemble = await loadAssembler();
  const module = moduleText(framework, { language, head, messages, assemble });
  const types = () => declarationsText(framework, head, messages);
  if (!settings.withValidator)
    return language === 'ts'
      ? filesOf({ path: 'module.ts', text: module })
      : filesOf({ path: 'module.js', text: module }, { path: 'module.d.ts', text: types() });
  const { validatorFiles } = await import('../validator/validator-files.ts');
  const validator = await validatorFiles(framework, settings);
  if (validator.kind === 'refused') return validator;
  if (language === 'ts') {
    const text = `${module}\nexport * from './validate.js';\n`;
    return filesOf({ path: 'module.ts', text }, ...validator.files);
  }
  const textOf = (path: string) => bodyOf(validator.files.find((file) => file.path === path));
  return filesOf(
    { path: 'module.js', text: `${module}\n${enclosed(textOf('validate.js'))}` },
    { path: 'module.d.ts', text: `${types()}\n${textOf('validate.d.ts')}` },
    ...validator.files.filter(({ path }) => path === 'types.d.ts'),
  );
}

// Without the first line, which says where a file comes from.
function bodyOf(file: GeneratedFile | undefined): string {
  const { text = '' } = file ?? {};
  return text.slice(text.indexOf('\n') + 1);
}

// In a function of its own, so that none of its names meets one of the module.
function enclosed(code: string): string {
  const exported = /^export const ([a-zA-Z]+)/gm;
  const names = [...code.matchAll(exported)].map(([, name]) => name).join(', ');
  return [
    '// Whether data has the shape of a department file: checks that ajv wrote.',
    `export const { ${names} } = /* @__PURE__ */ (() => {`,
    code.replace(exported, 'const $1').trim(),
    `return { ${names} };`,
    '})();',
    '',
  ].join('\n');
}
