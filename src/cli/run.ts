// The command line: arguments in, an exit code out. Everything that can go wrong ends here as one
// sentence in the user's language; a stack trace is shown only to those who ask for it.
import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { addAudit } from './commands/audit.ts';
import { addBuild } from './commands/build.ts';
import { addCheck } from './commands/check.ts';
import { addCompare } from './commands/compare.ts';
import { addDerive } from './commands/derive.ts';
import { addExplain } from './commands/explain.ts';
import { addFlatten } from './commands/flatten.ts';
import { addFmt } from './commands/fmt.ts';
import { addInit } from './commands/init.ts';
import { addLsp } from './commands/lsp.ts';
import { addCoverage } from './commands/coverage.ts';
import { addExamples } from './commands/examples.ts';
import { addScenarios } from './commands/scenarios.ts';
import { addMerge } from './commands/merge.ts';
import { addScore } from './commands/score.ts';
import { addSensitivity } from './commands/sensitivity.ts';
import { addTest } from './commands/test.ts';
import { addWhatif } from './commands/whatif.ts';
import { helpFor } from './help.ts';
import type { Io } from './io.ts';
import { EXIT } from './io.ts';
import { languageOf } from './language.ts';
import type { Session } from './session.ts';
import { createSession } from './session.ts';
import { withLanguage } from './options.ts';
import { cliWords } from './words.ts';

const COMMANDS = [
  addCheck,
  addScore,
  addExplain,
  addAudit,
  addWhatif,
  addSensitivity,
  addCompare,
  addTest,
  addFmt,
  addDerive,
  addFlatten,
  addMerge,
  addBuild,
  addScenarios,
  addCoverage,
  addExamples,
  addInit,
  addLsp,
];

const NAMES: ReadonlySet<string> = new Set(Object.keys(cliWords.en.about));

/** Runs one command. `argv` starts after the program's name. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const session = createSession(io, languageOf(argv, io.environment));
  let exit: number = EXIT.fine;
  try {
    const program = createProgram(session, (code) => (exit = code));
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return usageExit(error, argv, session);
    return faultExit(error, session);
  }
}

function createProgram(session: Session, finish: (exit: number) => void): Command {
  const { words, io } = session;
  const program = new Command('biaochi')
    .description(words.tagline)
    .version(manifest.version, '-V, --version', words.about.version)
    .helpOption('-h, --help', words.about.help)
    .helpCommand(`help [${words.usageForm.command}]`, words.about.help)
    .configureHelp(helpFor(session))
    .configureOutput({ writeOut: io.write, writeErr: io.writeError, outputError: () => undefined })
    .exitOverride()
    .addHelpText('after', `\n${words.notes.root}`);
  withLanguage(program, words);
  for (const add of COMMANDS) add(program, session, finish);
  return program;
}

function usageExit(error: CommanderError, argv: readonly string[], session: Session): number {
  if (error.exitCode === 0) return EXIT.fine;
  const sentence = usageSentence(error, session);
  // Without a command commander has printed the help, and there is nothing to add.
  if (sentence === undefined) return EXIT.usage;
  session.refuse(sentence);
  session.io.writeError(`${session.words.tryHelp(commandIn(argv))}\n`);
  return EXIT.usage;
}

// The command whose help would have prevented the mistake.
function commandIn(argv: readonly string[]): string {
  const named = argv.find((argument) => NAMES.has(argument));
  return named === undefined ? 'biaochi' : `biaochi ${named}`;
}

function usageSentence({ code, message }: CommanderError, { words }: Session): string | undefined {
  const quoted = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const [first = '', second = ''] = quoted;
  const flag = /--[\w-]+/.exec(first)?.[0] ?? first;
  const near = /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1];
  const hint = near === undefined ? '' : words.didYouMean(near.trim());
  switch (code) {
    case 'commander.help':
      return undefined;
    case 'commander.unknownOption':
      return words.unknownOption(first) + hint;
    case 'commander.unknownCommand':
      return words.unknownCommand(first) + hint;
    case 'commander.missingArgument':
      return words.missingArgument(first);
    case 'commander.missingMandatoryOptionValue':
      return words.missingArgument(flag);
    case 'commander.optionMissingArgument':
      return words.missingValue(flag);
    case 'commander.invalidArgument':
      return words.badValue(
        flag,
        second,
        words.oneOf((/choices are (.*?)\.?$/.exec(message)?.[1] ?? '').split(', ')),
      );
    case 'commander.excessArguments':
      return words.tooManyArguments;
    default:
      return message.replace(/^error: /, '');
  }
}

function faultExit(error: unknown, { io, words }: Session): number {
  const message = error instanceof Error ? error.message : String(error);
  const firstLine = message.split('\n')[0] ?? '';
  io.writeError(`${words.error}${words.fault(firstLine)}\n`);
  if ((io.environment['BIAOCHI_DEBUG'] ?? '') !== '' && error instanceof Error)
    io.writeError(`${error.stack ?? ''}\n`);
  return EXIT.fault;
}
