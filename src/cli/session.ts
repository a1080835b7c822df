// What every command works with: the outside world, the language, and how to print.
import pc from 'picocolors';
import type { Language } from '../diagnostics/diagnose.ts';
import { PLAIN_PAINT } from '../report/paint.ts';
import type { Paint } from '../report/paint.ts';
import type { TextSettings } from '../report/text-settings.ts';
import type { Io } from './io.ts';
import { EXIT } from './io.ts';
import { cliWords } from './words.ts';
import type { CliWords } from './words.ts';

export interface Session {
  readonly io: Io;
  readonly language: Language;
  readonly words: CliWords;
  /** For results, which go to standard output. */
  readonly settings: TextSettings;
  /** For complaints, which go to standard error. */
  readonly errorSettings: TextSettings;
  readonly print: (lines: readonly string[]) => void;
  /** Prints several blocks with an empty line between them. */
  readonly printParts: (parts: readonly (readonly string[])[]) => void;
  readonly printJson: (value: object) => void;
  /** Says on standard error why the command cannot do what it was asked for. */
  readonly refuse: (sentence: string) => typeof EXIT.usage;
}

// Tables are as wide as the terminal, within reason; a pipe gets the width of a printed page.
const PIPE_WIDTH = 100;
const LEAST_WIDTH = 80;
const MOST_WIDTH = 160;

export function createSession(io: Io, language: Language): Session {
  const words = cliWords[language];
  const settingsFor = (columns: number | undefined): TextSettings => {
    const width =
      columns === undefined ? PIPE_WIDTH : Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, columns));
    return { language, width, paint: paintFor(columns, io.environment) };
  };
  const print = (lines: readonly string[]) => {
    if (lines.length > 0) io.write(`${lines.join('\n')}\n`);
  };
  return {
    io,
    language,
    words,
    settings: settingsFor(io.columns),
    errorSettings: settingsFor(io.errorColumns),
    print,
    printParts: (parts) => {
      print(parts.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])));
    },
    printJson: (value) => {
      io.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    refuse: (sentence) => {
      io.writeError(`${words.error}${sentence}\n`);
      return EXIT.usage;
    },
  };
}

// https://no-color.org: any value but the empty one turns colour off.
function paintFor(columns: number | undefined, environment: Io['environment']): Paint {
  const isRefused = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
  if (columns === undefined || isRefused) return PLAIN_PAINT;
  const { bold, dim, green, yellow, red } = pc.createColors(true);
  return { strong: bold, faint: dim, good: green, warn: yellow, bad: red };
}
