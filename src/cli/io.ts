// The outside world as the commands see it: where text goes, where it comes from, and what is known
// of the terminal. Tests pass their own; `main.ts` passes the process's.

export interface Io {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly readStandardInput: () => Promise<Uint8Array>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** The terminal's width; undefined where the output is no terminal. */
  readonly columns: number | undefined;
  /** The same for standard error. */
  readonly errorColumns: number | undefined;
}

/** What a command's exit code says. */
export const EXIT = {
  fine: 0,
  /** The command worked and found something: errors, contradictions, failing tests. */
  findings: 1,
  /** It was asked for something that cannot be done: a bad option, a file that cannot be read. */
  usage: 2,
  /** A fault of ours. */
  fault: 70,
} as const;
