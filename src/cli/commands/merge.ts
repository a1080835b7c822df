// `biaochi merge`: what we made of a ruleset and what others made of it since, in one. With conflicts
// nothing is written, and each is shown with both sides.
import type { Command } from 'commander';
import { mergeRulesets } from '../../analyze/rollover/merge.ts';
import type { Merged } from '../../analyze/rollover/merge.ts';
import { diagnosticsJson, diagnosticsText } from '../../report/diagnostics.ts';
import {
  conflictLines,
  conflictsJson,
  differenceLines,
  differencesJson,
} from '../../report/rollover.ts';
import { hostFor } from '../host.ts';
import { EXIT } from '../io.ts';
import { complain } from '../load-ruleset.ts';
import type { Format } from '../options.ts';
import { withFormat, withLanguage } from '../options.ts';
import { relativeTo } from '../relative-path.ts';
import type { Session } from '../session.ts';
import { readTextFile } from '../text-file.ts';
import { inTheWay, writeResult } from '../write-result.ts';
import { failingLines } from '../failing-examples.ts';

interface MergeOptions {
  readonly output?: string;
  readonly flat?: true;
  readonly force?: true;
  readonly format: Format;
}

const WORDS = {
  en: {
    base: ['BASE', 'the ruleset that both sides started from'],
    ours: ['OURS', 'what we made of it: an edited copy, or an amendment of it'],
    theirs: ['THEIRS', 'what the others made of it, such as its new version'],
    output: 'write to this file instead of standard output',
    flat: 'write one text even where OURS is an amendment',
    force: 'replace the file if it exists',
    notes:
      'Where OURS amends BASE the result amends THEIRS instead. What only one side changed is taken, part by\npart, statement by statement, row by row. With conflicts nothing is written, and the exit code is 1.',
    conflicts: (count: number) =>
      `${count} ${count === 1 ? 'conflict' : 'conflicts'}; nothing was written. Change OURS or THEIRS so that they agree, and merge again.`,
    changes: { ours: 'Changed by ours:', theirs: 'Changed by theirs:' },
    left: 'An amendment cannot say this; write one text with --flat instead:',
    heading: (ours: string, theirs: string) => `${ours}, brought onto ${theirs}.`,
    broken: 'both merge, but the result does not check; nothing was written.',
    none: '  nothing',
  },
  zh: {
    base: ['原本', '双方起步时的规则集'],
    ours: ['我方', '我方改成的：改过的副本，或修订它的规则集'],
    theirs: ['对方', '对方改成的，例如它的新版本'],
    output: '写入这个文件，不输出到标准输出',
    flat: '我方是修订时，也写成一份完整的文本',
    force: '文件已存在时替换它',
    notes:
      '我方修订原本的，结果改为修订对方。只有一方改了的，就按改了的；按各部分、各语句、表格的各行分别合并。\n有冲突时不写任何文件，退出码为 1。',
    conflicts: (count: number) =>
      `${count} 处冲突，没有写入任何内容。请改动一方，使双方一致，再合并。`,
    changes: { ours: '我方的改动：', theirs: '对方的改动：' },
    left: '下列内容不能用修订表达；请用 --flat 写成一份完整的文本：',
    heading: (ours: string, theirs: string) => `${ours}，改为在 ${theirs} 的基础上修订。`,
    broken: '可以合并，但结果通不过检查，没有写入任何内容。',
    none: '  没有',
  },
} as const;

export function addMerge(program: Command, session: Session, finish: (exit: number) => void): void {
  const { words, language } = session;
  const own = WORDS[language];
  const command = program.command('merge').description(words.about.merge);
  for (const [name, about] of [own.base, own.ours, own.theirs])
    command.argument(`<${name}>`, about);
  command
    .option('-o, --output <file>', own.output)
    .option('--flat', own.flat)
    .option('--force', own.force)
    .addHelpText('after', `\n${own.notes}`);
  withLanguage(withFormat(command, words), words).action(
    (base: string, ours: string, theirs: string, options: MergeOptions) => {
      finish(merge([base, ours, theirs], options, session));
    },
  );
}

function merge(paths: readonly string[], options: MergeOptions, session: Session): number {
  const { io, words } = session;
  const own = WORDS[session.language];
  const { output } = options;
  const taken = output && inTheWay(output, options.force ?? false, session);
  if (taken) return session.refuse(taken);
  const files = paths.map((path) => readTextFile(io.folder, path));
  const sources = files.flatMap((file) => (file.kind === 'text' ? [file.source] : []));
  for (const file of files)
    if (file.kind === 'problem') return session.refuse(words.file(file.path, file.problem));
  const [base, ours, theirs] = sources;
  if (!base || !ours || !theirs) return EXIT.usage;
  const file = output ?? ours.file;
  const result = mergeRulesets({
    base,
    ours,
    theirs,
    host: hostFor(io.folder),
    file,
    relative: (path) => relativeTo(io.folder, file, path),
    isFlat: options.flat ?? false,
    heading: [own.heading(ours.file, theirs.file)],
  });
  return options.format === 'json'
    ? finishJson(result, output, session)
    : finishTable(result, output, session);
}

function isSound(result: Merged): result is Extract<Merged, { kind: 'merged' }> {
  return (
    result.kind === 'merged' &&
    result.left.length === 0 &&
    result.compilation.framework !== undefined
  );
}

function finishTable(result: Merged, output: string | undefined, session: Session): number {
  const own = WORDS[session.language];
  const { errorSettings: settings } = session;
  const say = (lines: readonly string[]) => {
    if (lines.length > 0) session.io.writeError(`${lines.join('\n')}\n`);
  };
  switch (result.kind) {
    case 'refused':
      complain(result.diagnostics, result.sources, session);
      return EXIT.findings;
    case 'conflicts':
      session.print(conflictLines(result.conflicts, result.sources, session.settings));
      say([own.conflicts(result.conflicts.length)]);
      return EXIT.findings;
    case 'merged':
      break;
    default:
      return result satisfies never;
  }
  const { compilation, source } = result;
  if (result.left.length > 0) {
    say([own.left, ...differenceLines(result.left, result.sources, settings)]);
    return EXIT.findings;
  }
  say(diagnosticsText(compilation.diagnostics, compilation.sources, settings));
  if (!compilation.framework) {
    session.refuse(own.broken);
    return EXIT.findings;
  }
  const failing = failingLines(compilation.framework, result.failing, session);
  if (output === undefined) {
    session.io.write(source.text);
    say(failing);
    return failing.length > 0 ? EXIT.findings : EXIT.fine;
  }
  const problem = writeResult(output, source.text, session);
  if (problem !== undefined) return session.refuse(problem);
  for (const side of ['ours', 'theirs'] as const) {
    const lines = differenceLines(result[side], result.sources, session.settings);
    session.print([own.changes[side], ...(lines.length > 0 ? lines : [own.none])]);
  }
  session.print([...failing, session.words.wrote(output)]);
  return failing.length > 0 ? EXIT.findings : EXIT.fine;
}

function finishJson(result: Merged, output: string | undefined, session: Session): number {
  const { language } = session;
  if (result.kind === 'refused') {
    const diagnostics = diagnosticsJson(result.diagnostics, result.sources, language);
    session.printJson({ ok: false, conflicts: [], diagnostics });
    return EXIT.findings;
  }
  if (result.kind === 'conflicts') {
    const conflicts = conflictsJson(result.conflicts, result.sources, language);
    session.printJson({ ok: false, conflicts, diagnostics: [] });
    return EXIT.findings;
  }
  const { compilation, source, sources, left } = result;
  const ok = isSound(result);
  if (ok && output !== undefined) {
    const problem = writeResult(output, source.text, session);
    if (problem !== undefined) return session.refuse(problem);
  }
  session.printJson({
    ok,
    conflicts: [],
    written: ok ? (output ?? null) : null,
    text: source.text,
    ours: differencesJson(result.ours, sources, language),
    theirs: differencesJson(result.theirs, sources, language),
    left: differencesJson(left, sources, language),
    diagnostics: diagnosticsJson(compilation.diagnostics, compilation.sources, language),
    failing: failingLines(compilation.framework, result.failing, session),
  });
  return ok && result.failing.length === 0 ? EXIT.fine : EXIT.findings;
}
