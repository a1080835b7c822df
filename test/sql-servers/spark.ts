// Spark with executors in processes of their own (`local-cluster`), started once by `spark_server.py` and
// asked through a socket in a temporary folder.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer, Table } from './table.ts';
import { csvOf } from './table.ts';

/** Where a Spark driver listens. */
export interface Spark {
  readonly folder: string;
  readonly version: string;
  readonly executors: number;
}

/** Starts a driver and its executors; they take queries when this is done. */
export async function startSpark(
  python: string,
): Promise<Spark & { readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'biaochi-spark-'));
  const server = spawn(python, [path.join(import.meta.dirname, 'spark_server.py'), folder], {
    cwd: folder,
    env: {
      ...process.env,
      PYTHONUTF8: '1',
      SPARK_LOCAL_IP: '127.0.0.1',
      SPARK_WORKER_DIR: path.join(folder, 'work'),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let log = '';
  server.stderr.on('data', (text) => (log += String(text)));
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const hello = new Promise<string>((done) => {
    server.stdout.once('data', (line) => done(String(line)));
  });
  const failed = ended.then(() => {
    throw new Error(`Spark does not start\n${log}`);
  });
  const { version, executors } = JSON.parse(await Promise.race([hello, failed])) as Spark;
  failed.catch(() => undefined);
  const stop = async () => {
    server.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, version, executors, stop };
}

/** Makes a table anew, fills it, and asks for something under some settings of Spark SQL. */
export async function askSpark(
  { folder }: Spark,
  table: Table,
  query: string,
  settings: Readonly<Record<string, string>>,
): Promise<Answer> {
  const file = path.join(folder, 'rows.csv');
  writeFileSync(file, csvOf(table));
  const { name, ddl, columns } = table;
  const request = { settings, table: { name, ddl, columns, file }, query };
  const reply = await sent(path.join(folder, 'socket'), JSON.stringify(request));
  const answer = JSON.parse(reply) as Answer | { readonly error: string };
  if ('error' in answer) throw new Error(`Spark: ${answer.error}`);
  return answer;
}

function sent(socket: string, line: string): Promise<string> {
  return new Promise((done, fail) => {
    let reply = '';
    const connection = createConnection(socket, () => connection.write(`${line}\n`));
    connection.setEncoding('utf8');
    connection.on('data', (text) => (reply += String(text)));
    connection.on('end', () => done(reply));
    connection.on('error', fail);
  });
}
