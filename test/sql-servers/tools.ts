// Where the programs are that the servers are made of. What is missing is named, with the command that
// gets it: these tests never pass by leaving something out.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Everything that the servers are started with. */
export interface Tools {
  /** The folder with `initdb`, `postgres` and `psql`. */
  readonly postgres: string;
  /** A Python that has pyspark. */
  readonly python: string;
}

const { env } = process;
const PREPARE = 'scripts/prepare-sql-servers.sh gets all of them on Debian, as root';
const [, PYSPARK = ''] =
  /^pyspark==(.+)$/mu.exec(
    readFileSync(path.join(import.meta.dirname, 'requirements.txt'), 'utf8'),
  ) ?? [];
const CACHE = env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');

/** Finds them, or throws an error that says all that is missing. */
export function findTools(): Tools {
  const postgres = postgresFolder();
  const python = env['SPARK_PYTHON'] ?? `${CACHE}/biaochi/pyspark-${PYSPARK}/bin/python`;
  const missing = [
    ...(postgres === undefined
      ? ['initdb, postgres and psql of PostgreSQL: apt-get install postgresql']
      : []),
    ...(runs('java', '-version') ? [] : ['java: apt-get install openjdk-17-jre-headless']),
    ...(runs(python, '-c', 'import pyspark')
      ? []
      : [
          `pyspark for ${python}: apt-get install python3-venv, python3 -m venv, pip install pyspark==${PYSPARK}; SPARK_PYTHON names another Python`,
        ]),
  ];
  if (postgres === undefined || missing.length > 0)
    throw new Error(`npm run test:sql lacks\n  ${missing.join('\n  ')}\n${PREPARE}`);
  return { postgres, python };
}

// Debian keeps the servers off the PATH, in a folder for each version.
function postgresFolder(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
  const folders = [
    ...newestFirst.map((version) => `${debian}/${version}/bin`),
    ...(env['PATH'] ?? '').split(path.delimiter),
  ];
  return folders.find((folder) =>
    ['initdb', 'postgres', 'psql'].every((name) => existsSync(path.join(folder, name))),
  );
}

function runs(program: string, ...words: readonly string[]): boolean {
  return spawnSync(program, words).status === 0;
}
