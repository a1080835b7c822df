// `biaochi lsp`: the language server for editors, over standard input and output. It is loaded when it
// is asked for, so that the other commands start as fast as before.
import type { Command } from 'commander';
import type { Session } from '../session.ts';
import { withLanguage } from '../options.ts';

export function addLsp(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command('lsp')
    .description(words.about.lsp)
    .option('--stdio', words.option.lspStdio)
    .addHelpText('after', `\n${words.notes.lsp}`);
  withLanguage(command, words).action(async () => {
    const { serve } = await import('../../lsp/node.ts');
    await serve(session.language);
  });
}
