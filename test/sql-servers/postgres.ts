// A PostgreSQL server of our own: in a temporary folder, reached by a socket in that folder only, gone
// afterwards. Queries go through `psql`.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer, Table } from './table.ts';
import { answerOf, csvOf } from './table.ts';

/** Where a server is. */
export interface Postgres {
  readonly folder: string;
  /** The folder of its programs. */
  readonly programs: string;
}

/** Starts a server that takes queries when this is done. */
export async function startPostgres(
  programs: string,
): Promise<Postgres & { readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'biaochi-postgres-'));
  const owner = ownerOf();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, 'data');
  const words = [
    '--encoding=UTF8',
    '--locale=C',
    '--username=biaochi',
    '--auth=trust',
    '--no-sync',
  ];
  execFileSync(path.join(programs, 'initdb'), [`--pgdata=${data}`, ...words], {
    ...owner,
    cwd: folder,
    stdio: 'pipe',
  });
  // Nothing here outlives the tests, so nothing need reach the disk.
  const settings = ['listen_addresses=', 'fsync=off', 'synchronous_commit=off'];
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
    { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  server.stderr.on('data', (text) => (log += String(text)));
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const ready = () =>
    spawnSync(path.join(programs, 'psql'), [...clientWords(folder), '-c', 'SELECT 1']).status === 0;
  for (let tries = 0; !ready(); tries++) {
    if (tries > 600 || server.exitCode !== null)
      throw new Error(`PostgreSQL does not start\n${log}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true });
  };
  return { folder, programs, stop };
}

/** Makes a table anew, fills it, and asks for something. */
export function askPostgres({ folder, programs }: Postgres, table: Table, query: string): Answer {
  const script = [
    `DROP TABLE IF EXISTS ${table.name};`,
    `${table.ddl.replace(/;\s*$/u, '')};`,
    `COPY ${table.name} (${table.columns.map(quoted).join(', ')}) FROM STDIN (FORMAT csv, NULL '\\N');`,
    `${csvOf(table)}\\.`,
    `COPY (${query.replace(/;\s*$/u, '')}\n) TO STDOUT (FORMAT csv, HEADER);`,
    '',
  ].join('\n');
  const { status, stdout, stderr } = spawnSync(
    path.join(programs, 'psql'),
    [...clientWords(folder), '-f', '-'],
    { input: script, encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  if (status !== 0) throw new Error(`PostgreSQL: ${stderr}`);
  return answerOf(stdout);
}

function clientWords(folder: string): string[] {
  const whom = ['--host', folder, '--username', 'biaochi', '--dbname', 'postgres'];
  return [...whom, '--no-psqlrc', '--quiet', '--set', 'ON_ERROR_STOP=1'];
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

// PostgreSQL refuses to run as root: it gets the user that Debian made for it, or nobody.
function ownerOf(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((which) => {
      const { status, stdout } = spawnSync('id', [which, user], { encoding: 'utf8' });
      return status === 0 ? Number(stdout) : undefined;
    });
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no user postgres or nobody');
}
