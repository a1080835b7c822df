// `biaochi flatten`: a ruleset and all that it amends as one text, each line with the places that it is
// from.
import type { Command } from 'commander';
import { Option } from 'commander';
import { annotated } from '../../analyze/rollover/annotate.ts';
import { flatten } from '../../analyze/rollover/flatten.ts';
import type { Flattened } from '../../analyze/rollover/flatten.ts';
import { hostFor } from '../host.ts';
import { EXIT } from '../io.ts';
import { complain } from '../load-ruleset.ts';
import { withLanguage } from '../options.ts';
import type { Session } from '../session.ts';
import { readTextFile } from '../text-file.ts';
import { inTheWay, writeResult } from '../write-result.ts';

interface FlattenOptions {
  readonly format?: 'annotated' | 'text' | 'json';
  readonly output?: string;
  readonly keywords: 'zh' | 'en' | 'keep';
  readonly force?: true;
}

const WORDS = {
  en: {
    format: 'annotated (origins as comments), text (without them) or json',
    output: 'write to this file instead of standard output',
    force: 'replace the file if it exists',
    notes:
      'Standard output is annotated unless --format says otherwise; a file is plain text. Both are rulesets.\nA copy to edit: biaochi flatten this-year.chi -o copy.chi, then biaochi derive next-year.chi\n--from this-year.chi --edited copy.chi',
  },
  zh: {
    format: 'annotated（出处写成注释）、text（不写出处）或 json',
    output: '写入这个文件，不输出到标准输出',
    force: '文件已存在时替换它',
    notes:
      '不写 --format 时，标准输出带出处，文件不带。两种都是规则集。\n要改成明年的：biaochi flatten 今年.chi -o 副本.chi，改好副本，再用\nbiaochi derive 明年.chi --from 今年.chi --edited 副本.chi',
  },
} as const;

export function addFlatten(
  program: Command,
  session: Session,
  finish: (exit: number) => void,
): void {
  const { words, language } = session;
  const own = WORDS[language];
  const command = program
    .command('flatten')
    .description(words.about.flatten)
    .argument(`<${words.argument.ruleset[0]}>`, words.argument.ruleset[1])
    .addOption(
      new Option('--format <annotated|text|json>', own.format).choices([
        'annotated',
        'text',
        'json',
      ]),
    )
    .option('-o, --output <file>', own.output)
    .addOption(
      new Option('--keywords <zh|en|keep>', words.option.fmtKeywords)
        .choices(['zh', 'en', 'keep'])
        .default('keep'),
    )
    .option('--force', own.force)
    .addHelpText('after', `\n${own.notes}`);
  withLanguage(command, words).action((path: string, options: FlattenOptions) => {
    finish(flattenOne(path, options, session));
  });
}

function flattenOne(path: string, options: FlattenOptions, session: Session): number {
  const { io, words } = session;
  const { output } = options;
  const taken = output && inTheWay(output, options.force ?? false, session);
  if (taken) return session.refuse(taken);
  const file = readTextFile(io.folder, path);
  if (file.kind === 'problem') return session.refuse(words.file(file.path, file.problem));
  const flat = flatten(file.source, hostFor(io.folder), options.keywords);
  if (flat.kind === 'refused') {
    complain(flat.diagnostics, flat.sources, session);
    return EXIT.findings;
  }
  const text = textOf(flat, path, options);
  if (output === undefined) {
    io.write(text);
    return EXIT.fine;
  }
  const problem = writeResult(output, text, session);
  if (problem !== undefined) return session.refuse(problem);
  session.print([words.wrote(output)]);
  return EXIT.fine;
}

function textOf(
  { text, lines }: Extract<Flattened, { kind: 'flattened' }>,
  path: string,
  { format, output }: FlattenOptions,
): string {
  switch (format ?? (output === undefined ? 'annotated' : 'text')) {
    case 'text':
      return text;
    case 'annotated':
      return annotated(lines);
    case 'json':
      return `${JSON.stringify({ ruleset: path, lines }, null, 2)}\n`;
  }
}
