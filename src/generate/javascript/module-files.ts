// The targets `ts` and `js`: a module, the same with columns, which is larger, and beside those in JavaScript
// their declarations; the validator where it is asked for: inside a module in JavaScript, and beside one in
// TypeScript, which has no place for its code.
import type { Framework } from '../../model/framework.ts';
import type { GenerateSettings, Generated, GeneratedFile } from '../generated.ts';
import { filesOf } from '../generated.ts';
import { headerLine } from '../header.ts';
import { loadAssembler } from '../wasm/assemble.ts';
import { declarationsText } from './declarations.ts';
import { columnsObstacle, moduleText } from './module.ts';
import type { Language } from './writer.ts';

/** The modules in one of the two languages. */
export async function moduleFiles(
  framework: Framework,
  settings: GenerateSettings,
  language: Language,
): Promise<Generated> {
  const { version, language: messages } = settings;
  const head = headerLine(framework, version);
  const assemble = await loadAssembler();
  const made = (name: string, withColumns: boolean): readonly GeneratedFile[] => {
    const text = moduleText(framework, {
      language,
      head,
      messages,
      withColumns,
      assemble,
      isSmall: true,
    });
    if (language === 'ts') return [{ path: `${name}.ts`, text }];
    const types = declarationsText(framework, head, messages, withColumns);
    return [
      { path: `${name}.js`, text },
      { path: `${name}.d.ts`, text: types },
    ];
  };
  const columns = columnsObstacle(framework) === undefined ? made('columns', true) : [];
  const modules = [...made('module', false), ...columns];
  if (!settings.withValidator) return filesOf(...modules);
  const { validatorFiles } = await import('../validator/validator-files.ts');
  const validator = await validatorFiles(framework, settings);
  if (validator.kind === 'refused') return validator;
  const textOf = (path: string) => bodyOf(validator.files.find((file) => file.path === path));
  const added: ReadonlyMap<string, () => string> = new Map([
    ['module.ts', () => "export * from './validate.js';\n"],
    ['module.js', () => enclosed(textOf('validate.js'))],
    ['module.d.ts', () => textOf('validate.d.ts')],
  ]);
  return filesOf(
    ...modules.map(({ path, text }) => {
      const more = added.get(path);
      return { path, text: more ? `${text}\n${more()}` : text };
    }),
    ...validator.files.filter(({ path }) => language === 'ts' || path === 'types.d.ts'),
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
