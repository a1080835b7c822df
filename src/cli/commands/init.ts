// `biaochi init`: a small ruleset and a department's file to start from, in the user's language.
import { join } from 'node:path';
import type { Command } from 'commander';
import { EXIT } from '../io.ts';
import type { Session } from '../session.ts';
import { withLanguage } from '../options.ts';
import { starters } from '../starter.ts';
import { createTextFile, exists } from '../text-file.ts';

const WORDS = {
  en: { next: 'Try next:' },
  zh: { next: '接下来可以试：' },
} as const;

export function addInit(program: Command, session: Session, finish: (exit: number) => void): void {
  const { words } = session;
  const command = program
    .command('init')
    .description(words.about.init)
    .argument(words.argument.folder[0], words.argument.folder[1]);
  withLanguage(command, words).action((folder: string | undefined) => {
    finish(init(folder ?? '.', session));
  });
}

function init(folder: string, session: Session): number {
  const words = WORDS[session.language];
  const starter = starters[session.language];
  const files = [
    { path: join(folder, starter.rulesetFile), text: starter.ruleset },
    { path: join(folder, starter.departmentFile), text: starter.department },
  ];
  const taken = files.find(({ path }) => exists(session.io.folder, path));
  if (taken) return session.refuse(session.words.exists(taken.path));
  for (const { path, text } of files) {
    const problem = createTextFile(session.io.folder, path, text);
    if (problem !== undefined) return session.refuse(session.words.file(path, problem));
    session.print([session.words.wrote(path)]);
  }
  const [ruleset, department] = files.map(({ path }) => quoted(path));
  const commands = [
    `biaochi test ${quoted(folder)}`,
    `biaochi score ${ruleset ?? ''} ${department ?? ''}`,
    `biaochi explain ${ruleset ?? ''} ${department ?? ''}`,
  ];
  session.print(['', words.next, ...commands.map((line) => `  ${line}`)]);
  return EXIT.fine;
}

// Names with spaces must survive being copied into a shell.
function quoted(path: string): string {
  return /^[\p{L}\p{N}_./\\:-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
