// Runs the command line in this process, as a terminal of no particular width would see it.
import { run } from '../../src/cli/run.ts';

/** What a command prints on both streams, in order, when run in `folder`. */
export async function runProgram(argv: readonly string[], folder: string): Promise<string> {
  let output = '';
  const write = (text: string) => {
    output += text;
  };
  await run(argv, {
    write,
    writeError: write,
    readStandardInput: () => Promise.resolve(new Uint8Array()),
    environment: {},
    folder,
    columns: undefined,
    errorColumns: undefined,
  });
  return output;
}
