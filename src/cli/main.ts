#!/usr/bin/env node
// The program `biaochi`: hands the process's streams and environment to `run`.
import process from 'node:process';
import { run } from './run.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault and no result either.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

// Setting the code, not leaving at once, lets long output reach its pipe.
process.exitCode = await run(process.argv.slice(2), {
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  readStandardInput,
  environment: process.env,
  folder: process.cwd(),
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  errorColumns: process.stderr.isTTY ? process.stderr.columns : undefined,
});
