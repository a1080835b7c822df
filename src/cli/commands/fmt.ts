// `biaochi fmt`: rulesets in the standard form. One file is printed; with `--write` files are
// replaced; with `--check` they are only looked at.
import type { Command } from 'commander';
import { Option } from 'commander';
import { functionWords } from '../../builtins/function-words.ts';
import { hasErrors } from '../../diagnostics/diagnose.ts';
import { parse } from '../../syntax/parse.ts';
import { print } from '../../syntax/print.ts';
import { EXIT } from '../io.ts';
import { complain } from '../load-ruleset.ts';
import type { Session } from '../session.ts';
import { withLanguage } from '../options.ts';
import { readTextFile, replaceTextFile, textFrom } from '../text-file.ts';
import type { FileText } from '../text-file.ts';

interface FmtOptions {
  readonly check?: true;
  readonly write?: true;
  readonly keywords: 'zh' | 'en' | 'keep';
}

const WORDS = {
  en: {
    several: 'several files need --write or --check.',
    both: '--write and --check exclude each other.',
    inputWritten: 'standard input cannot be written to; leave --write out.',
    unformatted: (path: string) => `${path} is not in the standard form`,
    written: (path: string) => `${path}: rewritten`,
  },
  zh: {
    several: '给出多个文件时，要用 --write 或 --check。',
    both: '--write 和 --check 不能同时用。',
    inputWritten: '标准输入不能改写，请去掉 --write。',
    unformatted: (path: string) => `${path} 不是标准格式`,
    written: (path: string) => `${path}：已改写`,
  },
} as const;

const STANDARD_INPUT = '-';

export function addFmt(program: Command, session: Session, finish: (exit: number) => void): void {
  const { words } = session;
  const command = program
    .command('fmt')
    .description(words.about.fmt)
    .argument(`<${words.argument.files[0]}>`, words.argument.files[1])
    .option('--write', words.option.fmtWrite)
    .option('--check', words.option.fmtCheck)
    .addOption(
      new Option('--keywords <zh|en|keep>', words.option.fmtKeywords)
        .choices(['zh', 'en', 'keep'])
        .default('keep'),
    )
    .addHelpText('after', `\n${words.notes.fmt}`);
  withLanguage(command, words).action(async (paths: string[], options: FmtOptions) => {
    finish(await fmt(paths, options, session));
  });
}

async function fmt(
  paths: readonly string[],
  options: FmtOptions,
  session: Session,
): Promise<number> {
  const words = WORDS[session.language];
  if (options.write && options.check) return session.refuse(words.both);
  if (paths.length > 1 && !options.write && !options.check) return session.refuse(words.several);
  if (options.write && paths.includes(STANDARD_INPUT)) return session.refuse(words.inputWritten);
  let exit: number = EXIT.fine;
  for (const path of paths) {
    const isInput = path === STANDARD_INPUT;
    const file = isInput
      ? textFrom('<stdin>', await session.io.readStandardInput())
      : readTextFile(session.io.folder, path);
    exit = Math.max(exit, formatOne(file, options, session));
  }
  return exit;
}

function formatOne(file: FileText, options: FmtOptions, session: Session): number {
  if (file.kind === 'problem') return session.refuse(session.words.file(file.path, file.problem));
  const words = WORDS[session.language];
  const { source } = file;
  const { file: tree, diagnostics } = parse(source);
  if (hasErrors(diagnostics)) {
    complain(diagnostics, new Map([[source.file, source]]), session);
    return EXIT.findings;
  }
  const text = print(tree, source, { keywords: options.keywords, functions: functionWords });
  if (!options.write && !options.check) {
    session.io.write(text);
    return EXIT.fine;
  }
  if (text === source.text) return EXIT.fine;
  if (options.check) {
    session.print([words.unformatted(source.file)]);
    return EXIT.findings;
  }
  const problem = replaceTextFile(session.io.folder, source.file, text);
  if (problem !== undefined) return session.refuse(session.words.file(source.file, problem));
  session.print([words.written(source.file)]);
  return EXIT.fine;
}
